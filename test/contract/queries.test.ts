/** Every question on a small graph in a real SQLite store, followed by a real Live: answers, bounds, cursors, refusals. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { api, type EndpointName, type QueryOf, type ResultOf } from "../../server/contract/api.ts";
import type { SourceRecord, TopicRecord } from "../../server/contract/records.ts";
import type { Live } from "../../server/live/live.ts";
import { openLive } from "../../server/live/open-live.ts";
import { readQuality } from "../../server/live/quality-file.ts";
import { queries } from "../../server/queries/all.ts";
import { type Context, InvalidRequest, UnknownActor } from "../../server/queries/context.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { recordsFromText } from "../fixtures/graph-text.ts";

const TOPICS: TopicRecord[] = [
  { id: "ai", nameDe: "KI", nameEn: "AI" },
  { id: "nlp", nameDe: "Sprache", nameEn: "Language", broader: "ai" },
];
const SOURCES: SourceRecord[] = [
  { id: "page", title: "A page", publisher: "A paper", url: "https://example.org/page" },
  { id: "cordis", title: "CORDIS", url: "https://example.org/cordis" },
];
const GRAPH = `
  umbrella:initiative(name=Dach)
  inner:hub(name=Innen) -PART_OF-> outer:hub(name=Außen aliases=Hub_A topics=ai city=Berlin state=Berlin)
  outer -PART_OF-> umbrella
  other:cluster(name=Andere state=Hessen city=Kassel); old:cluster(name=Alte)
  other -SUCCESSOR_OF-> old
  ada:company(name=Ada topics=nlp city=Köln state=NRW) -MEMBER_OF 2015..-> inner
  bob:company(name=Bob state=Hessen city=Kassel) -MEMBER_OF-> other
  eve:university(name=Eve state=Hessen city=Gießen) -PARTNER_OF-> outer; eve -MEMBER_OF general_knowledge-> other
  dan:company(name=Dan) -MEMBER_OF-> old; ivy:startup(name=Ivy)
  ada -COLLABORATES_WITH 2019.. public_record-> bob; bob -FUNDS 2020..-> ada
  eve -SUPPORTS-> outer; ivy -SPIN_OFF_OF-> ada
  ada -PARTICIPATES_IN 2016..2019-> p1:project(name=ONE start=2016 end=2019)
  bob -PARTICIPATES_IN 2016..2019-> p1; ivy -PARTICIPATES_IN 2016..2019-> p1
  ada -PARTICIPATES_IN 2021..-> p2:project(name=TWO start=2021); bob -PARTICIPATES_IN 2021..-> p2
  eve -PARTICIPATES_IN-> p3:project(name=THREE)
`;

let folder: string;
let store: Store;
let live: Live;
let context: Context;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "queries-"));
  const location = { engine: "sqlite" as const, file: join(folder, "graph.db") };
  store = await openStore(location);
  const { actors, links } = recordsFromText(GRAPH, TOPICS);
  await store.apply({
    by: "test",
    what: "the graph",
    upsert: {
      sources: SOURCES,
      topics: TOPICS,
      actors: actors.map((actor) =>
        actor.kind === "project"
          ? {
              ...actor,
              sourceIds: ["cordis"],
              descriptionEn: `Title of ${actor.name}`,
              website: `https://example.org/project/${actor.id}`,
            }
          : { ...actor, sourceIds: ["page"], descriptionDe: `Über ${actor.name}` },
      ),
      links: links.map((link) =>
        link.type === "PARTICIPATES_IN"
          ? {
              ...link,
              sourceIds: ["cordis"],
              role: link.source === "bob" ? "coordinator" : "participant",
            }
          : { ...link, sourceIds: ["page"], noteEn: `Note of ${link.id}` },
      ),
    },
  });
  const log = { info() {}, warn() {} };
  live = await openLive({ store, location, log });
  await live.refresh();
  const snapshot = await vi.waitFor(
    () => {
      const built = live.snapshot();
      if (!built) throw new Error("no snapshot yet");
      return built;
    },
    { timeout: 60_000 },
  );
  context = {
    snapshot,
    store,
    search: (text, signal) => live.search(snapshot, text, signal),
    status: () => live.status(),
    paths: (request, signal) => live.paths(snapshot, request, signal),
    connect: (request, signal) => live.connect(snapshot, request, signal),
    opportunities: (kind, request, signal) => live.opportunities(snapshot, kind, request, signal),
    quality: readQuality,
  };
}, 120_000);

afterAll(async () => {
  await live.close();
  await store.close();
  await rm(folder, { recursive: true });
});

type Raw = Record<string, string>;

/** Parses the query as the route does, asks, and parses the answer by its contract. */
async function ask<N extends EndpointName>(
  name: N,
  raw: Raw = {},
  params: Raw = {},
  from: Context = context,
): Promise<ResultOf<N>> {
  const endpoint = api[name];
  const query = { ...endpoint.query.parse(raw), ...params } as QueryOf<N>;
  const answer = await queries[name](from, query, new AbortController().signal);
  expect(endpoint.result.parse(answer)).toEqual(answer);
  return answer;
}

async function refusal(answer: Promise<unknown>): Promise<{ parameter: string; detail: string }[]> {
  const reason: unknown = await answer.then(
    () => "it was answered",
    (error: unknown) => error,
  );
  if (!(reason instanceof InvalidRequest)) throw new Error(`not refused: ${String(reason)}`);
  return reason.errors;
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(" ");

describe("health", () => {
  it("says what the store and the snapshot hold", async () => {
    const { status, store: engine, counts, rejectedTotal } = await ask("health");
    expect([status, engine.engine, engine.reachable, rejectedTotal]).toEqual([
      "ok",
      "sqlite",
      true,
      0,
    ]);
    expect(counts).toEqual({
      actors: 13,
      links: 18,
      sources: 2,
      topics: 2,
      groups: 5,
      projects: 3,
    });
  });
});

describe("overview", () => {
  it("lists groups with sizes, and cross-links without structure", async () => {
    const { groups, crossLinks, families, shown, total, omitted } = await ask("overview");
    expect(groups.map(({ id, size, total: all }) => [id, size, all])).toEqual([
      ["outer", 3, 3],
      ["other", 2, 2],
      ["inner", 1, 1],
      ["old", 1, 1],
    ]);
    expect(groups.map(({ parent, family }) => [parent, family])).toEqual([
      [null, "umbrella"],
      [null, null],
      ["outer", "umbrella"],
      [null, null],
    ]);
    expect(crossLinks).toEqual([
      {
        a: "outer",
        b: "other",
        links: 2,
        projects: 2,
        bridges: 1,
        types: { COLLABORATES_WITH: 1, FUNDS: 1 },
      },
      {
        a: "other",
        b: "inner",
        links: 2,
        projects: 2,
        bridges: 0,
        types: { COLLABORATES_WITH: 1, FUNDS: 1 },
      },
    ]);
    expect(ids(families)).toBe("umbrella");
    expect(shown).toEqual({ actors: 10, links: 12 });
    expect(total).toEqual({ actors: 10, links: 12, groups: 4 });
    expect(omitted).toEqual({ groups: 0, crossLinks: 0 });
  });

  it("keeps groups and positions when filtered, and counts only what passes", async () => {
    const all = await ask("overview");
    const filtered = await ask("overview", { year: "2016", types: "PARTICIPATES_IN" });
    expect(filtered.groups.map(({ id, x, y, r }) => [id, x, y, r])).toEqual(
      all.groups.map(({ id, x, y, r }) => [id, x, y, r]),
    );
    expect(
      filtered.crossLinks.map(({ a, b, links, projects, bridges }) => [
        a,
        b,
        links,
        projects,
        bridges,
      ]),
    ).toEqual([
      ["outer", "other", 0, 1, 1],
      ["other", "inner", 0, 1, 0],
    ]);
    const companies = await ask("overview", { kinds: "company" });
    expect(companies.groups.map(({ size, total }) => [size, total])).toEqual([
      [1, 3],
      [1, 2],
      [1, 1],
      [1, 1],
    ]);
    expect(companies.shown.actors).toBe(3);
  });

  it("draws other kinds on request", async () => {
    const { groups } = await ask("overview", { groupKinds: "initiative" });
    expect(groups.map(({ id, size }) => [id, size])).toEqual([["umbrella", 4]]);
  });
});

describe("graph", () => {
  it("gives equal columns, best connected first, without projects", async () => {
    const { actors, links, total, omitted } = await ask("graph");
    expect(actors.id.join(" ")).toBe("ada outer bob eve other inner old ivy dan umbrella");
    expect(new Set(Object.values(actors).map((column) => column.length))).toEqual(new Set([10]));
    expect(new Set(Object.values(links).map((column) => column.length))).toEqual(new Set([12]));
    expect(actors.degree).toEqual([...actors.degree].sort((a, b) => b - a));
    expect(actors.degree.reduce((sum, degree) => sum + degree, 0)).toBe(24);
    expect([total, omitted]).toEqual([
      { actors: 10, links: 12 },
      { actors: 0, links: 0 },
    ]);
    const eve = actors.id.indexOf("eve");
    expect(actors.groups[eve]?.map((row) => actors.id[row]).sort()).toEqual(["other", "outer"]);
    const ada = actors.id.indexOf("ada");
    expect(actors.groups[ada]?.map((row) => actors.id[row])).toEqual(["inner"]);
  });

  it("cuts to the limit and says so", async () => {
    const { actors, links, omitted } = await ask("graph", { limit: "3" });
    expect(actors.id).toHaveLength(3);
    expect(omitted.actors).toBe(7);
    expect(omitted.links).toBe(12 - links.id.length);
  });

  it("shows projects where their kind is asked for", async () => {
    const { actors, links } = await ask("graph", { kinds: "project,company" });
    expect(new Set(actors.id)).toEqual(new Set(["ada", "bob", "dan", "p1", "p2", "p3"]));
    expect(links.id).toHaveLength(2 + 4);
  });
});

describe("actors", () => {
  it("lists the best connected first and goes on with the cursor", async () => {
    const all = await ask("actors", { limit: "200" });
    expect([all.total, all.cursor]).toEqual([10, null]);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ResultOf<"actors"> = await ask("actors", {
        limit: "4",
        ...(cursor === null ? {} : { cursor }),
      });
      pages.push(...page.actors.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(pages).toEqual(all.actors.map(({ id }) => id));
    expect(all.actors[0]).toMatchObject({ id: "ada", degree: 4, projects: 2, match: null });
  });

  it("searches, with where it was found", async () => {
    const { actors, total } = await ask("actors", { q: "hub a" });
    expect(total).toBe(1);
    expect(actors[0]).toMatchObject({ id: "outer", match: { field: "alias", text: "Hub A" } });
  });

  it("finds projects only where their kind is asked for, and nothing for nothing", async () => {
    expect((await ask("actors", { q: "THREE" })).total).toBe(0);
    expect(ids((await ask("actors", { q: "THREE", kinds: "project" })).actors)).toBe("p3");
    expect((await ask("actors", { q: "xyzzyx" })).actors).toEqual([]);
    expect((await ask("actors", { q: "  " })).total).toBe(10);
  });

  it("refuses a cursor that it did not give, and one of another question", async () => {
    const { cursor } = await ask("actors", { limit: "2" });
    for (const wrong of ["abc", "", "MC4wMDAwMDAwMA", `${cursor}A`]) {
      expect((await refusal(ask("actors", { cursor: wrong })))[0]?.parameter).toBe("cursor");
    }
    const [other] = await refusal(ask("actors", { cursor: cursor ?? "", states: "Hessen" }));
    expect(other?.detail).toContain("same question");
  });
});

describe("actor", () => {
  it("has facts, groups with their way, links with evidence, and partners", async () => {
    const page = await ask("actor", {}, { id: "ada" });
    expect(page.actor).toMatchObject({
      id: "ada",
      city: "Köln",
      description: { de: "Über Ada", en: null },
      topics: [{ id: "nlp", name: { de: "Sprache", en: "Language" } }],
      sources: [{ id: "page", url: "https://example.org/page", publisher: "A paper" }],
    });
    expect(page.groups.map(({ id, type, since, via }) => [id, type, since, via])).toEqual([
      ["inner", "MEMBER_OF", "2015", null],
      ["outer", "MEMBER_OF", "2015", "inner"],
      ["umbrella", "MEMBER_OF", "2015", "inner"],
    ]);
    expect(page.links.map(({ type, direction, other }) => [type, direction, other.id])).toEqual([
      ["FUNDS", "in", "bob"],
      ["MEMBER_OF", "out", "inner"],
      ["SPIN_OFF_OF", "in", "ivy"],
      ["COLLABORATES_WITH", "out", "bob"],
    ]);
    expect(page.links[0]?.sources).toMatchObject([{ id: "page", title: "A page" }]);
    expect(page.links[0]?.note.en).toMatch(/^Note of l\d+$/);
    expect(page.projects).toMatchObject({
      total: 2,
      partners: [
        { other: { id: "bob" }, projects: 2 },
        { other: { id: "ivy" }, projects: 1 },
      ],
      omittedPartners: 0,
    });
  });

  it("lists the participants on a project's page, with the project's page as evidence", async () => {
    const { links, actor, projects } = await ask("actor", {}, { id: "p1" });
    expect(actor).toMatchObject({
      start: "2016",
      end: "2019",
      website: "https://example.org/project/p1",
    });
    expect(links.map(({ other, role }) => [other.id, role])).toEqual([
      ["ada", "participant"],
      ["bob", "coordinator"],
      ["ivy", "participant"],
    ]);
    expect(links[0]?.sources).toMatchObject([
      { id: "cordis", title: "CORDIS", url: "https://example.org/project/p1" },
    ]);
    expect(projects.total).toBe(0);
  });

  it("says that there is no such actor", async () => {
    await expect(ask("actor", {}, { id: 'x" OR 1=1 --' })).rejects.toThrow(UnknownActor);
  });
});

describe("neighbours", () => {
  it("ranks by depth, then by links and joint projects to the nearer ones", async () => {
    const { actors, links, omitted } = await ask("neighbours", { depth: "2" }, { id: "ada" });
    expect(actors.map(({ id, depth, projects }) => [id, depth, projects])).toEqual([
      ["ada", 0, 2],
      ["bob", 1, 2],
      ["ivy", 1, 1],
      ["inner", 1, 0],
      ["other", 2, 0],
      ["outer", 2, 0],
    ]);
    expect(links).toHaveLength(6);
    expect(actors[0]?.degree).toBe(4);
    expect(omitted).toEqual({ actors: 0, links: 0, types: {} });
  });

  it("says what the limit cut off", async () => {
    const { actors, omitted } = await ask("neighbours", { limit: "1" }, { id: "ada" });
    expect(ids(actors)).toBe("ada bob");
    expect(omitted).toEqual({ actors: 2, links: 2, types: { MEMBER_OF: 1, SPIN_OFF_OF: 1 } });
  });

  it("counts no joint projects without participation among the types, and shows projects on request", async () => {
    const funded = await ask("neighbours", { types: "FUNDS" }, { id: "ada" });
    expect(funded.actors.map(({ id, projects }) => [id, projects])).toEqual([
      ["ada", 0],
      ["bob", 0],
    ]);
    const places = await ask("neighbours", { kinds: "project" }, { id: "ada" });
    expect(ids(places.actors)).toBe("ada p1 p2");
  });

  it("shows the centre whatever the filters say", async () => {
    const { actors } = await ask("neighbours", { kinds: "startup" }, { id: "ada" });
    expect(ids(actors)).toBe("ada ivy");
    await expect(ask("neighbours", {}, { id: "nobody" })).rejects.toThrow(UnknownActor);
  });
});

describe("groups", () => {
  it("lists groups that pass, the largest first", async () => {
    const { groups, total, omitted } = await ask("groups", { limit: "2" });
    expect(groups.map(({ id, size }) => [id, size])).toEqual([
      ["umbrella", 4],
      ["outer", 3],
    ]);
    expect([total, omitted]).toEqual([5, 3]);
    expect(ids((await ask("groups", { groupKinds: "cluster", states: "Hessen" })).groups)).toBe(
      "other",
    );
  });
});

describe("group", () => {
  it("has members, bridges, links of its own, inside and outside, and who carries them", async () => {
    const group = await ask("group", {}, { id: "outer" });
    expect([ids(group.parents), ids(group.nested)]).toEqual(["umbrella", "inner"]);
    expect(group.members.map(({ id, type, via }) => [id, type, via])).toEqual([
      ["ada", "MEMBER_OF", "inner"],
      ["eve", "PARTNER_OF", null],
      ["inner", "PART_OF", null],
    ]);
    expect(group.bridges.map(({ actor, groups }) => [actor.id, ids(groups)])).toEqual([
      ["eve", "other"],
    ]);
    expect(group.own.map(({ from, type, to }) => [from.id, type, to.id])).toEqual([
      ["eve", "SUPPORTS", "outer"],
    ]);
    expect(group.inside).toEqual([]);
    expect(group.outside).toEqual([
      {
        group: expect.objectContaining({ id: "other" }),
        links: 2,
        projects: 2,
        bridges: 1,
        types: { COLLABORATES_WITH: 1, FUNDS: 1 },
      },
    ]);
    expect(group.carriers).toEqual([
      { actor: "ada", group: "other", links: 2, projects: 2, bridge: false },
      { actor: "eve", group: "other", links: 0, projects: 0, bridge: true },
    ]);
    expect(group.projects).toBe(0);
    expect(Object.values(group.omitted)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("bounds its lists, and counts what it left out", async () => {
    const group = await ask("group", { limit: "1" }, { id: "umbrella" });
    expect(group.members).toHaveLength(1);
    expect(group.omitted.members).toBe(3);
  });

  it("refuses what is no group", async () => {
    const [wrong] = await refusal(ask("group", {}, { id: "ada" }));
    expect(wrong).toEqual({
      parameter: "id",
      detail: 'expected the id of a group (got "ada", which is of kind company)',
    });
    await expect(ask("group", {}, { id: "nobody" })).rejects.toThrow(UnknownActor);
  });
});

describe("crossLinks", () => {
  it("lists links, projects and bridges with their evidence", async () => {
    const { links, projects, bridges, counts, structure } = await ask("crossLinks", {
      a: "outer",
      b: "other",
    });
    expect(structure).toBeNull();
    expect(
      links.map(({ from, type, to, confidence }) => [from.id, type, to.id, confidence]),
    ).toEqual([
      ["bob", "FUNDS", "ada", "stated"],
      ["ada", "COLLABORATES_WITH", "bob", "public_record"],
    ]);
    expect(links[0]?.sources).toMatchObject([{ id: "page" }]);
    expect(projects).toMatchObject([
      { id: "p2", acronym: "TWO", start: "2021", end: null },
      {
        id: "p1",
        title: "Title of ONE",
        url: "https://example.org/project/p1",
        participants: [
          { id: "bob", role: "coordinator" },
          { id: "ada", role: "participant" },
        ],
      },
    ]);
    expect(bridges).toMatchObject([
      {
        id: "eve",
        inA: { id: "outer", type: "PARTNER_OF" },
        inB: { id: "other", type: "MEMBER_OF" },
      },
    ]);
    expect(counts).toEqual({ links: 2, projects: 2, bridges: 1 });
  });

  it("answers for structure and says which, with null for a group that is itself the bridge", async () => {
    const nested = await ask("crossLinks", { a: "inner", b: "outer" });
    expect(nested.structure).toBe("nested");
    expect(
      nested.bridges.map(({ id, inA, inB }) => [id, inA?.id ?? null, inB?.id ?? null]),
    ).toEqual([
      ["ada", "inner", "outer"],
      ["inner", null, "outer"],
    ]);
    expect((await ask("crossLinks", { a: "other", b: "old" })).structure).toBe("succession");
  });

  it("takes a plain actor for itself", async () => {
    const { counts } = await ask("crossLinks", { a: "ada", b: "bob" });
    expect(counts).toEqual({ links: 2, projects: 2, bridges: 0 });
    const member = await ask("crossLinks", { a: "ada", b: "inner" });
    expect(member.bridges.map(({ id, inA, inB }) => [id, inA, inB?.type])).toEqual([
      ["ada", null, "MEMBER_OF"],
    ]);
  });

  it("cuts each list to the limit", async () => {
    const { links, omitted } = await ask("crossLinks", { a: "outer", b: "other", limit: "1" });
    expect(links).toHaveLength(1);
    expect(omitted).toEqual({ links: 1, projects: 1, bridges: 0 });
  });

  it("refuses the same actor twice and an unknown one", async () => {
    expect((await refusal(ask("crossLinks", { a: "ada", b: "ada" })))[0]?.parameter).toBe("b");
    await expect(ask("crossLinks", { a: "ada", b: "nobody" })).rejects.toThrow(UnknownActor);
  });
});

describe("matrix", () => {
  it("has the pairs of the overview", async () => {
    const { groups, cells } = await ask("matrix");
    expect(ids(groups)).toBe("outer other inner old");
    expect(cells).toEqual([
      { a: "outer", b: "other", links: 2, projects: 2, shared: 1 },
      { a: "other", b: "inner", links: 2, projects: 2, shared: 0 },
    ]);
  });
});

describe("facets", () => {
  it("counts each value as if chosen in place of the present ones", async () => {
    const { states, kinds, topics, groups, types, years } = await ask("facets", {
      states: "Hessen",
    });
    expect(states).toEqual([
      { value: "Hessen", count: 3 },
      { value: "Berlin", count: 1 },
      { value: "NRW", count: 1 },
    ]);
    expect(kinds).toEqual([
      { value: "cluster", count: 1 },
      { value: "company", count: 1 },
      { value: "university", count: 1 },
    ]);
    expect(topics).toEqual([]);
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ["other", 3],
      ["outer", 1],
      ["umbrella", 1],
    ]);
    expect(types).toEqual([{ value: "MEMBER_OF", count: 2 }]);
    expect(years).toEqual([]);
  });

  it("keeps a chosen value that nothing is left of", async () => {
    const { kinds, cities } = await ask("facets", { kinds: "investor", cities: "Kassel" });
    expect(kinds).toContainEqual({ value: "investor", count: 0 });
    expect(cities).toContainEqual({ value: "Kassel", count: 0 });
  });
});

describe("filters", () => {
  it("refuses values that do not exist, all at once, with what comes near", async () => {
    const errors = await refusal(
      ask("overview", { groups: "innner,ada", topics: "nlpp", states: "Hesse", cities: "Koln" }),
    );
    expect(errors.map(({ parameter }) => parameter)).toEqual([
      "groups",
      "groups",
      "topics",
      "states",
      "cities",
    ]);
    expect(errors[0]?.detail).toMatch(
      /^expected the id of a group, for example "inner".*got "innner"\)$/,
    );
    expect(errors[3]?.detail).toContain('"Hessen"');
    expect(errors[4]?.detail).toContain('"Köln"');
  });

  it("takes a broader topic for its narrower ones", async () => {
    expect(ids((await ask("actors", { topics: "ai" })).actors)).toBe("ada outer");
    expect(ids((await ask("actors", { topics: "nlp" })).actors)).toBe("ada");
  });
});

describe("without the database", () => {
  it("goes on answering what the snapshot knows, and passes the failure of the rest on", async () => {
    const closed = await openStore({ engine: "sqlite", file: join(folder, "closed.db") });
    await closed.close();
    const away = { ...context, store: closed };
    await ask("overview", { year: "2016" }, {}, away);
    await ask("graph", {}, {}, away);
    await ask("matrix", {}, {}, away);
    await ask("facets", {}, {}, away);
    await ask("groups", {}, {}, away);
    await ask("actors", {}, {}, away);
    await ask("neighbours", {}, { id: "ada" }, away);
    await expect(ask("actor", {}, { id: "ada" }, away)).rejects.toThrow();
    await expect(ask("group", {}, { id: "outer" }, away)).rejects.toThrow();
    await expect(ask("crossLinks", { a: "outer", b: "other" }, {}, away)).rejects.toThrow();
  });

  it("stops when nobody waits for the answer", async () => {
    const controller = new AbortController();
    controller.abort(new Error("gone"));
    const query = api.graph.query.parse({});
    await expect(queries.graph(context, query, controller.signal)).rejects.toThrow("gone");
  });
});
