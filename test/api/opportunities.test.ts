/** Opportunities over HTTP: what the real data must never say, the same list every time, and bad input. */
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../server/contract/api.ts";
import type { OpportunitiesResult } from "../../server/contract/opportunities.ts";
import { problem } from "../../server/contract/problem.ts";
import type { ActorRecord, LinkRecord } from "../../server/contract/records.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

const NEVER_PARTNERS = new Set([
  "hub",
  "cluster",
  "house_of",
  "consortium",
  "initiative",
  "accelerator",
  "association",
  "public_body",
  "project",
]);

describe("on the seed", () => {
  let app: TestApp;
  let list: OpportunitiesResult;
  const get = (url: string) => request(app.server).get(url).expect(200);

  beforeAll(async () => {
    app = await openTestApp("seed");
    list = api.opportunities.result.parse((await get("/api/opportunities?limit=100")).body);
  });
  afterAll(() => app.close());

  it("ranks what is less than expected, most missing first", () => {
    expect(list.opportunities.length).toBeGreaterThan(10);
    for (const {
      expected,
      observed,
      ratio,
      class: name,
      interval,
      rank,
      feasibility,
    } of list.opportunities) {
      expect(expected).toBeGreaterThanOrEqual(1);
      expect(ratio).toBeCloseTo((observed + 8) / (expected + 8), 9);
      expect(ratio).toBeLessThan(0.9);
      expect(["none-yet", "clearly-less", "somewhat-less"]).toContain(name);
      expect(interval[0]).toBeLessThan(ratio);
      expect(interval[1]).toBeGreaterThan(ratio);
      expect(feasibility).toBeLessThanOrEqual(1);
      expect(rank).toBeGreaterThanOrEqual(0);
    }
    const ranks = list.opportunities.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    const pairs = list.opportunities.map(({ a, b }) => [a.id, b.id].sort().join(" "));
    for (const wanted of [
      "silicon-saxony software-cluster",
      "ci3 software-cluster",
      "house-of-it medical-valley",
      "holm medical-valley",
      "hop silicon-saxony",
      "digital-hub-mobility holm",
    ]) {
      expect(pairs.slice(0, 15)).toContain(wanted);
    }
  });

  it("shows by expectation what has nothing yet, and apart what has too little data", async () => {
    const { body } = await get("/api/opportunities?sort=nothing-yet&limit=100");
    const { opportunities } = api.opportunities.result.parse(body);
    expect(opportunities.length).toBeGreaterThan(0);
    expect(opportunities.every(({ observed }) => observed === 0)).toBe(true);
    const expected = opportunities.map((one) => one.expected);
    expect(expected).toEqual([...expected].sort((a, b) => b - a));
    expect(list.related.every((one) => one.expected < 1 && one.cosine > 0)).toBe(true);
    const ids = list.related.map(({ a, b }) => [a.id, b.id].sort().join(" "));
    expect(ids).toContain("fintech-hub-berlin fintech-hub-frankfurt");
  });

  it("says apart who belongs to both, and that one group is itself a member of the other", async () => {
    const { body } = await get("/api/opportunities/house-of-it/software-cluster");
    const { bridges, notes } = api.opportunity.result.parse(body).opportunity;
    const ids = bridges.map(({ id }) => id);
    expect(ids).toContain("sap");
    expect(ids).not.toContain("software-cluster");
    expect(notes.map(({ de }) => de)).toContain(
      "Zu House of IT e. V. gehört Software-Cluster selbst als Mitglied.",
    );
  });

  it("explains each in both languages, with a question", () => {
    for (const one of list.opportunities) {
      expect(one.reasons).toHaveLength(3);
      const sentences = [
        ...one.reasons,
        ...one.notes,
        one.question,
        ...one.pairs.flatMap(({ reasons }) => reasons),
        ...one.brokers.flatMap(({ reasons }) => reasons),
      ];
      for (const { de, en } of sentences) {
        expect(de).toMatch(/[.?]$/);
        expect(en).toMatch(/[.?]$/);
        expect(`${de} ${en}`).not.toMatch(
          /NaN|undefined|null|Infinity|\.\.|keine Verbindung zwischen/,
        );
      }
    }
  });

  it("never pairs parent and child, successor and predecessor, or a mere frame around groups", async () => {
    for (const { a, b } of [...list.opportunities, ...list.related]) {
      const { body } = await get(`/api/cross-links?a=${a.id}&b=${b.id}&limit=1`);
      expect(body.structure, `${a.id} × ${b.id}`).toBeNull();
      expect(a.id.startsWith("feld-") || b.id.startsWith("feld-")).toBe(false);
    }
  });

  it("proposes no umbrella, public body, defunct or linked actor as partner, nor as broker", async () => {
    const gone = new Set(["daimler", "facebook", "lilium", "cased", "crisp", "house-of-it"]);
    const umbrellas = new Set([...NEVER_PARTNERS].filter((kind) => kind !== "project"));
    for (const one of list.opportunities) {
      for (const { actor } of one.brokers) {
        expect(umbrellas.has(actor.kind), actor.id).toBe(false);
        expect(gone.has(actor.id), actor.id).toBe(false);
        expect(actor.id).not.toBe("fraunhofer");
      }
      for (const { x, y, lift } of one.pairs) {
        expect(lift).not.toBe("base");
        for (const { id, kind } of [x, y]) {
          expect(NEVER_PARTNERS.has(kind), id).toBe(false);
          expect(gone.has(id), id).toBe(false);
        }
        const { body } = await get(`/api/cross-links?a=${x.id}&b=${y.id}&limit=1`);
        expect(body.counts, `${x.id} – ${y.id}`).toMatchObject({ links: 0, projects: 0 });
      }
    }
  });

  it("names a well-connected actor at most three times in the list", async () => {
    const times = new Map<string, number>();
    for (const { pairs } of list.opportunities) {
      for (const { x, y } of pairs) {
        for (const { id } of [x, y]) times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    for (const id of ["tum", "kit", "dlr", "tu-dresden", "fraunhofer"]) {
      expect(times.get(id) ?? 0, id).toBeLessThanOrEqual(3);
    }
  });

  it("suggests partners from other groups, best first, and names what is missing", async () => {
    const { body } = await get("/api/actors/flynex/partners?limit=100");
    const { partners, notes } = api.partners.result.parse(body);
    const groups = async (id: string): Promise<string[]> =>
      (await get(`/api/actors/${id}`)).body.groups
        .filter(({ kind }: { kind: string }) => ["hub", "cluster", "house_of"].includes(kind))
        .map(({ id: group }: { id: string }) => group);
    const own = await groups("flynex");
    for (const { actor } of partners.slice(0, 10)) {
      const shared = (await groups(actor.id)).filter((id) => own.includes(id));
      expect(
        shared.filter((id) => id !== "dehub-dresden-leipzig"),
        actor.id,
      ).toEqual([]);
    }
    expect(partners[0]?.missing).toEqual(["partners", "indirect", "expected"]);
    expect(partners.map(({ score }) => score)).toEqual(
      partners.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(notes.length).toBeGreaterThan(0);
    const all = await get("/api/actors/flynex/partners?limit=1&scope=all");
    expect(all.body.omitted).toBeGreaterThan(0);
  });

  it("shows one pair with the paths between its suggested actors", async () => {
    const { body } = await get("/api/opportunities/holm/medical-valley");
    const { opportunity, paths, structure } = api.opportunity.result.parse(body);
    expect(structure).toBeNull();
    expect(opportunity).toMatchObject({ observed: 5, class: "clearly-less" });
    expect(opportunity.pairs.length).toBeGreaterThan(0);
    expect(paths.map(({ x, y }) => [x, y])).toEqual(
      opportunity.pairs.map(({ x, y }) => [x.id, y.id]),
    );
    for (const { x, y, path } of paths) {
      expect(path?.actors[0]?.id).toBe(x);
      expect(path?.actors.at(-1)?.id).toBe(y);
    }
    const nested = await get("/api/opportunities/feld-ikt/software-cluster");
    expect(nested.body.structure).toBe("nested");
    expect(nested.body.opportunity.notes[0].en).toContain("structure");
  });

  it("gives the matrix its expectation and class, and every list the same bytes twice", async () => {
    const { body } = await get("/api/matrix");
    const { expectations } = api.matrix.result.parse(body);
    const pair = expectations.pairs.find(
      ({ a, b }) => [a, b].sort().join() === "holm,medical-valley",
    );
    expect(pair).toMatchObject({ observed: 5, class: "clearly-less", basis: "projects" });
    for (const url of [
      "/api/opportunities?limit=100",
      "/api/actors/tum/partners",
      "/api/brokers?a=holm&b=medical-valley",
    ]) {
      const [one, two] = [await get(url), await get(url)];
      expect(one.text).toBe(two.text);
    }
  });

  it("moves nothing when an unrelated actor joins", async () => {
    const newcomer: ActorRecord = {
      id: "a-newcomer",
      name: "A newcomer",
      aliases: [],
      kind: "company",
      legalIds: [],
      topics: [],
      sourceIds: [],
    };
    await app.store.apply({ by: "test", what: "newcomer", upsert: { actors: [newcomer] } });
    await app.live.refresh();
    const { body } = await get("/api/opportunities?limit=100");
    const after = api.opportunities.result.parse(body);
    expect(after.revision).toBe(2);
    expect({ ...after, revision: 1 }).toEqual(list);
    // A membership is a relation: the group gains a member without projects, and nothing is said of it.
    const link: LinkRecord = {
      id: "a-newcomer--member-of--holm",
      source: "a-newcomer",
      target: "holm",
      type: "MEMBER_OF",
      sourceIds: [],
      confidence: "stated",
    };
    await app.store.apply({ by: "test", what: "membership", upsert: { links: [link] } });
    await app.live.refresh();
    const { body: joined } = await get("/api/opportunities/holm/medical-valley");
    expect(joined.opportunity.members.a).toBe(
      (list.opportunities.find(({ a, b }) => a.id === "holm" && b.id === "medical-valley")?.members
        .a ?? 0) + 1,
    );
  });
});

describe("on the small graph", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(smallGraph());
  });
  afterAll(() => app.close());

  it("has too little data, says so, and says how good its rankings were measured to be", async () => {
    const { body } = await request(app.server).get("/api/opportunities").expect(200);
    const { opportunities, population, notes } = api.opportunities.result.parse(body);
    expect(opportunities).toEqual([]);
    expect(population).toBe("data");
    expect(notes.some(({ en }) => en.startsWith("Without reference numbers"))).toBe(true);
    const quality = api.quality.result.parse(
      (await request(app.server).get("/api/quality").expect(200)).body,
    );
    expect(quality.summary).toEqual(quality.measured?.summary);
    expect(quality.summary.de).toContain("Von den 100 ersten Partnervorschlägen wurden");
    expect(quality.measured?.metrics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["pairs-ap", "groups-d2", "brokers-hits1", "end-to-end-p5"]),
    );
  });

  it("names the bridge first among the brokers of its two hubs", async () => {
    const { body } = await request(app.server).get("/api/brokers?a=north&b=south").expect(200);
    const { brokers } = api.brokers.result.parse(body);
    expect(brokers[0]).toMatchObject({ actor: { id: "eve" }, role: "bridge" });
  });

  it.each([
    ["/api/opportunities?kinds=company", 400, "kinds"],
    ["/api/opportunities?groups=nobody", 400, "groups"],
    ["/api/opportunities?groups=ada", 400, "groups"],
    ["/api/opportunities?topics=astrology", 400, "topics"],
    ["/api/opportunities?states=Atlantis", 400, "states"],
    ["/api/opportunities?sort=best", 400, "sort"],
    ["/api/opportunities?limit=0", 400, "limit"],
    ["/api/opportunities?limit=101", 400, "limit"],
    ["/api/opportunities?hubPenalty=-1", 400, "hubPenalty"],
    ["/api/opportunities?hubPenalty=2.5", 400, "hubPenalty"],
    ["/api/opportunities?year=2020", 400, "year"],
    ["/api/opportunities/ada/south", 400, "a"],
    ["/api/opportunities/north/north", 400, "b"],
    ["/api/actors/north/partners", 400, "id"],
    ["/api/actors/p1/partners", 400, "id"],
    ["/api/actors/ada/partners?scope=mine", 400, "scope"],
    ["/api/brokers?a=ada", 400, "b"],
    ["/api/brokers?a=ada&b=ada", 400, "b"],
    ["/api/brokers?a=ada&b=bob&umbrellas=yes", 400, "umbrellas"],
    ["/api/quality?split=m19", 400, "split"],
    ["/api/opportunities/north/nobody", 404, null],
    ["/api/actors/nobody/partners", 404, null],
    ["/api/brokers?a=nobody&b=ada", 404, null],
  ] as const)("%s is refused with %d and says why", async (url, status, parameter) => {
    const response = await request(app.server).get(url);
    expect(response.status, response.text).toBe(status);
    const body = problem.parse(response.body);
    if (parameter === null) expect(body.type).toBe("/problems/unknown-actor");
    else {
      expect(body.errors?.[0]?.parameter).toBe(parameter);
      expect(body.errors?.[0]?.detail).toMatch(/expected|unknown/);
    }
  });
});

describe("work that takes longer than the client wants to wait", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp("seed");
  });
  afterAll(() => app.close());

  it("says how far it is, goes on, and answers the same question asked again", async () => {
    const impatient = await request(app.server).get("/api/opportunities").set("Prefer", "wait=0");
    expect(impatient.status).toBe(504);
    expect(impatient.headers["retry-after"]).toBe("2");
    const { type, progress } = problem.parse(impatient.body);
    expect(type).toBe("/problems/query-timeout");
    expect(progress?.step).toBeLessThanOrEqual(progress?.steps ?? 0);
    const patient = await request(app.server).get("/api/opportunities").set("Prefer", "wait=30");
    expect(api.opportunities.result.parse(patient.body).opportunities.length).toBeGreaterThan(10);
  });

  it.each(["wait=x", "respond-async", "wait=9999999", ""])("ignores Prefer: %s", async (prefer) => {
    await request(app.server).get("/api/brokers?a=holm&b=tum").set("Prefer", prefer).expect(200);
  });

  it("is asked of no other address", async () => {
    await request(app.server).get("/api/overview").set("Prefer", "wait=0").expect(200);
  });
});
