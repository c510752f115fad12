/** Paths and connecting trees through the real questions, store and worker: evidence, ends, limits and advice. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { api, type EndpointName, type ResultOf } from "../../server/contract/api.ts";
import type { Live } from "../../server/live/live.ts";
import { openLive } from "../../server/live/open-live.ts";
import { queries } from "../../server/queries/all.ts";
import type { Context } from "../../server/queries/context.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { recordsFromText } from "../fixtures/graph-text.ts";

const GRAPH = `
  ministry:public_body(name=Ministerium) -FUNDS-> ada; ministry -FUNDS-> zoe; ministry -FUNDS-> kim; ministry -FUNDS-> far
  ada -COLLABORATES_WITH 2024.. public_record-> uni:university(name=Universität); uni -INVESTED_IN 2023..-> ada
  ada -PARTICIPATES_IN 2022..2026-> p1:project(name=ALPHA start=2022 end=2026 participants=4)
  uni -PARTICIPATES_IN 2022..2026-> p1; uni -PARTICIPATES_IN 2025..-> p2:project(name=BETA start=2025); zoe -PARTICIPATES_IN 2025..-> p2
  ada -MEMBER_OF-> north:hub(name=Nord); kim -MEMBER_OF-> north; uni -MEMBER_OF-> south:hub(name=Süd); zoe -MEMBER_OF-> south; kim -MEMBER_OF-> south
  kim -COLLABORATES_WITH general_knowledge-> zoe
  one -SPIN_OFF_OF-> ada; one -SPIN_OFF_OF-> two; two -SPIN_OFF_OF-> three
  lost -COLLABORATES_WITH 2010..2012-> other
  g1 -SPIN_OFF_OF-> busy; busy -SPIN_OFF_OF-> g2; ${Array.from({ length: 9 }, (_, i) => `busy -SPIN_OFF_OF-> b${i}`).join("; ")}
  g1 -SPIN_OFF_OF general_knowledge-> quiet; quiet -SPIN_OFF_OF general_knowledge-> g2
  ${Array.from({ length: 60 }, (_, i) => `ministry -FUNDS-> funded${i}`).join("; ")}
`;

let folder: string;
let store: Store;
let live: Live;
let context: Context;

beforeAll(async () => {
  // Ages count to today.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01") });
  folder = await mkdtemp(join(tmpdir(), "paths-"));
  const location = { engine: "sqlite" as const, file: join(folder, "graph.db") };
  store = await openStore(location);
  const { actors, links } = recordsFromText(GRAPH);
  await store.apply({
    by: "test",
    what: "the graph",
    upsert: {
      sources: [{ id: "page", title: "A page", url: "https://example.org/page" }],
      actors,
      links: links.map((link) => ({ ...link, sourceIds: ["page"] })),
    },
  });
  live = await openLive({ store, location, log: { info() {}, warn() {} } });
  const snapshot = live.snapshot();
  if (!snapshot) throw new Error("expected a snapshot");
  const unused = () => Promise.reject(new Error("expected a question about paths"));
  context = {
    snapshot,
    store,
    search: unused,
    status: () => live.status(),
    paths: (request, signal) => live.paths(snapshot, request, signal),
    connect: (request, signal) => live.connect(snapshot, request, signal),
    opportunities: unused,
    quality: unused,
  };
});

afterAll(async () => {
  vi.useRealTimers();
  await live.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const { signal } = new AbortController();

async function ask<N extends "paths" | "connect">(
  name: N,
  query: Record<string, string>,
): Promise<ResultOf<N & EndpointName>> {
  const parsed = api[name].query.parse(query);
  // The table pairs each name with its schemas; TypeScript cannot follow a name through a union of schemas.
  const answer = await queries[name](context, parsed as never, signal);
  return answer as ResultOf<N & EndpointName>;
}

const route = ({ actors }: { actors: { id: string }[] }) => actors.map(({ id }) => id).join(" ");

describe("paths", () => {
  it("carry every link and joint project of a hop, with dates, confidence and sources", async () => {
    const { paths, from, to, mode } = await ask("paths", { from: "ada", to: "zoe" });
    expect([from.name, to.name, mode]).toEqual(["ada", "zoe", "informative"]);
    const [best] = paths;
    expect(best && route(best)).toBe("ada uni zoe");
    expect(best?.informative).toBe(true);
    const [first, second] = best?.hops ?? [];
    expect(first).toMatchObject({ from: "ada", to: "uni", umbrella: null, omitted: { links: 0 } });
    expect(
      first?.links.map(({ type, since, confidence, sources }) => [
        type,
        since,
        confidence,
        sources[0]?.url,
      ]),
    ).toEqual([
      ["INVESTED_IN", "2023", "stated", "https://example.org/page"],
      ["COLLABORATES_WITH", "2024", "public_record", "https://example.org/page"],
    ]);
    expect(first?.projects).toMatchObject([
      {
        acronym: "ALPHA",
        start: "2022",
        end: "2026",
        participants: [{ id: "ada" }, { id: "uni" }],
      },
    ]);
    expect(second?.projects.map(({ acronym }) => acronym)).toEqual(["BETA"]);
    expect(best?.cost).toBeCloseTo((first?.cost ?? 0) + (second?.cost ?? 0), 12);
  });

  it("mark the hops over an umbrella, and say what is wrong with the shortest", async () => {
    const { paths } = await ask("paths", { from: "ada", to: "zoe", k: "50" });
    const over = paths.find((path) => route(path) === "ada ministry zoe");
    expect(over?.informative).toBe(false);
    expect(over?.hops.map(({ umbrella }) => [umbrella?.id, umbrella?.gathers])).toEqual([
      ["ministry", 64],
      ["ministry", 64],
    ]);
    expect(over?.hops[0]?.reason).toEqual({
      de: "Ministerium verbindet 64 Akteure.",
      en: "Ministerium joins 64 actors.",
    });
    expect(paths[0]?.because.de).toMatch(
      /^Dieser Weg führt über Partner, die sich wirklich kennen/,
    );
  });

  it("go by the fewest links where that is asked for", async () => {
    const { paths } = await ask("paths", { from: "ada", to: "zoe", mode: "fewest-hops", k: "1" });
    expect(paths.map(route)).toEqual(["ada ministry zoe"]);
  });

  it("are the best few pairs between two groups, and say when there are more", async () => {
    const query = { from: "north", to: "south", ends: "members", k: "2" };
    const { paths, truncated } = await ask("paths", query);
    // kim is in both: a bridge, no end.
    for (const { actors } of paths) {
      expect(["north", "ada"]).toContain(actors[0]?.id);
      expect(["south", "uni", "zoe"]).toContain(actors.at(-1)?.id);
    }
    expect(paths.map(route)).toEqual(["ada uni", "north kim south"]);
    expect(truncated).toBe(true);
    const single = await ask("paths", { from: "north", to: "south" });
    expect(single.paths[0] && route(single.paths[0])).toBe("north kim south");
  });

  it.each<[string, Record<string, string>, (id: string) => boolean]>([
    ["notVia", { notVia: "uni,kim" }, (id) => id !== "uni" && id !== "kim"],
    ["notKinds", { notKinds: "university,hub" }, (id) => !["uni", "north", "south"].includes(id)],
    ["via", { via: "south" }, (id) => ["south", "uni", "zoe", "kim"].includes(id)],
  ])("keep to %s", async (_name, limit, isFit) => {
    const { paths } = await ask("paths", { from: "ada", to: "zoe", k: "50", ...limit });
    expect(paths.length).toBeGreaterThan(0);
    for (const { actors } of paths) {
      expect(actors.slice(1, -1).filter(({ id }) => !isFit(id))).toEqual([]);
    }
  });

  it("prefer less obvious contacts where κ says so", async () => {
    const ways = async (kappa: string) =>
      (await ask("paths", { from: "g1", to: "g2", kappa })).paths.map(route);
    expect(await ways("0")).toEqual(["g1 busy g2", "g1 quiet g2"]);
    expect(await ways("1")).toEqual(["g1 quiet g2", "g1 busy g2"]);
  });

  it("take the numbers of the model from the request", async () => {
    const cost = async (more: Record<string, string>) =>
      (await ask("paths", { from: "ada", to: "uni", ...more })).paths[0]?.cost ?? Number.NaN;
    const plain = await cost({});
    expect(await cost({ lambda: "2" })).toBeCloseTo(1 + 2 * (plain - 1), 12);
    expect(await cost({ halfLife: "50" })).toBeLessThan(plain);
  });
});

describe("no path", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["is too long", { from: "three", to: "zoe", maxHops: "2" }, ["maxHops"]],
    [
      "runs through an excluded kind",
      { from: "three", to: "zoe", notKinds: "company" },
      ["notKinds"],
    ],
    ["runs through an excluded actor", { from: "three", to: "zoe", notVia: "ada" }, ["notVia"]],
    ["is of another type", { from: "lost", to: "other", types: "FUNDS" }, ["types"]],
    ["was alive in another year", { from: "lost", to: "other", year: "2020" }, ["year"]],
    ["runs beside the group", { from: "three", to: "zoe", via: "north" }, ["via"]],
    [
      "is less sure",
      { from: "kim", to: "zoe", confidence: "stated", types: "COLLABORATES_WITH" },
      ["types", "confidence"],
    ],
    [
      "needs two limits to be lifted",
      { from: "three", to: "zoe", maxHops: "2", notVia: "ada" },
      ["all"],
    ],
    ["does not exist", { from: "lost", to: "ada" }, []],
  ])("%s", async (_what, query, advice) => {
    const { paths, relax, truncated } = await ask("paths", query);
    expect(paths).toEqual([]);
    expect(truncated).toBe(false);
    expect(
      relax
        .map(({ parameter }) => parameter)
        .filter((name) => name !== "all" || advice.includes("all")),
    ).toEqual(advice);
    for (const { hops, advice: text } of relax) {
      expect(text.de).toContain(`${hops} Schritt`);
      expect(text.en).toContain(`${hops} hop`);
    }
  });
});

describe("connect", () => {
  it("joins several by the cheapest tree, with the evidence of its hops", async () => {
    const { tree, apart } = await ask("connect", { ids: "ada,zoe,three" });
    expect(apart).toEqual([]);
    expect(tree?.hops.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "ada one",
      "ada uni",
      "one two",
      "three two",
      "uni zoe",
    ]);
    expect(tree?.cost).toBeCloseTo(tree?.hops.reduce((sum, { cost }) => sum + cost, 0) ?? 0, 12);
    expect(tree?.actors.slice(0, 3).map(({ id }) => id)).toEqual(["ada", "zoe", "three"]);
    expect(tree?.hops[1]?.projects).toHaveLength(1);
  });

  it("names those that are apart", async () => {
    const { tree, apart } = await ask("connect", { ids: "ada,lost,zoe" });
    expect(tree).toBeNull();
    expect(apart.map(({ id }) => id)).toEqual(["lost"]);
  });

  it("keeps to its limits", async () => {
    const { tree } = await ask("connect", {
      ids: "ada,zoe",
      notVia: "uni",
      notKinds: "public_body",
    });
    expect(tree?.actors.map(({ id }) => id)).not.toContain("uni");
    expect(tree?.actors.map(({ id }) => id)).not.toContain("ministry");
  });
});

describe("a question that nobody waits for", () => {
  it("is not asked", async () => {
    const controller = new AbortController();
    controller.abort(new Error("gone"));
    const query = api.paths.query.parse({ from: "ada", to: "zoe" });
    await expect(queries.paths(context, query, controller.signal)).rejects.toThrow("gone");
  });

  it("is dropped, and the next is answered", async () => {
    const controller = new AbortController();
    const query = api.paths.query.parse({ from: "ada", to: "zoe", halfLife: "7" });
    const dropped = queries.paths(context, query, controller.signal);
    controller.abort(new Error("gone"));
    await expect(dropped).rejects.toThrow("gone");
    const { paths } = await ask("paths", { from: "ada", to: "zoe" });
    expect(paths.length).toBeGreaterThan(0);
  });
});
