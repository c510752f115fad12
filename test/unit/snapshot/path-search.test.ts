/**
 * Every question about paths on small random snapshots, against the naive model: costs of the hops, and every limit
 * alone and together.
 */
import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../../../server/contract/vocabulary.ts";
import {
  ALL_LINKS,
  type PathAnswer,
  type PathRequest,
  PathSearch,
} from "../../../server/snapshot/path-search.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { DEFAULT_PARAMETERS, type TieParameters } from "../../../server/snapshot/tie-model.ts";
import { dayNumber } from "../../../server/snapshot/tie-reading.ts";
import { graphFromText, snapshotFromRecords } from "../../fixtures/graph-text.ts";
import {
  type NaiveHops,
  type NaiveModel,
  type NaivePath,
  naiveHops,
  naivePaths,
} from "../../fixtures/naive-paths.ts";
import { Random, type RandomGraph, randomGraph } from "../../fixtures/random-graph.ts";

const TODAY = "2026-01-01";
const PARAMETERS: TieParameters = { ...DEFAULT_PARAMETERS, today: dayNumber(20260101) };
const SIZE = { groups: 3, others: 5, projects: 4, links: 20 };
const noCheck = () => {};

interface Case {
  records: RandomGraph;
  snapshot: Snapshot;
  request: PathRequest;
  hops: NaiveHops;
  /** By id. */
  mayPass: (actor: string) => boolean;
}

/** The limits that a kind of test draws. */
interface Limits {
  links?: boolean;
  actors?: boolean;
  hops?: boolean;
  kappa?: boolean;
  mode?: PathRequest["mode"];
  groups?: boolean;
}

function randomCase(seed: number, limits: Limits): Case {
  const random = new Random(seed * 7919);
  const records = randomGraph(seed, SIZE);
  const snapshot = snapshotFromRecords(records);
  const number = (id: string) => snapshot.findActor(id);
  const people = records.actors.filter(({ kind }) => kind !== "project").map(({ id }) => id);
  const shuffled = [...people].sort(() => random.next() - 0.5);
  const sizes = limits.groups ? [1 + random.below(3), 1 + random.below(2)] : [1, 1];
  const from = shuffled.splice(0, sizes[0]);
  const to = shuffled.splice(0, sizes[1]);
  const model: NaiveModel = {
    today: TODAY,
    lambda: random.pick([0.5, 1, 2]),
    occasionLimit: random.pick([2, 3, 50]),
  };
  if (limits.links) {
    if (random.chance(0.5)) model.types = LINK_TYPES.filter(() => random.chance(0.6));
    if (random.chance(0.5)) model.year = 2010 + random.below(15);
    if (random.chance(0.5)) model.confidence = random.pick(CONFIDENCES);
  }
  const { types, year, confidence } = model;
  const isDrawn = limits.actors === true;
  const notKinds =
    isDrawn && random.chance(0.5) ? ACTOR_KINDS.filter(() => random.chance(0.2)) : null;
  const notVia = isDrawn ? shuffled.filter(() => random.chance(0.2)) : [];
  const only = isDrawn && random.chance(0.4) ? people.filter(() => random.chance(0.7)) : null;
  const kindOf = new Map(records.actors.map(({ id, kind }) => [id, kind]));
  return {
    records,
    snapshot,
    hops: naiveHops(records, model),
    mayPass: (id) =>
      !notKinds?.some((kind) => kind === kindOf.get(id)) &&
      !notVia.includes(id) &&
      (only === null || only.includes(id)),
    request: {
      from: from.map(number),
      to: to.map(number),
      k: 1 + random.below(12),
      mode: limits.mode ?? "informative",
      maxHops: limits.hops ? 1 + random.below(4) : 10,
      parameters: {
        ...PARAMETERS,
        lambda: model.lambda,
        occasionLimit: model.occasionLimit,
        kappa: limits.kappa ? random.pick([0.25, 1]) : 0,
      },
      links: {
        types: types ? Uint8Array.from(LINK_TYPES, (type) => (types.includes(type) ? 1 : 0)) : null,
        year: year ?? null,
        confidence: confidence ? CONFIDENCES.indexOf(confidence) : null,
      },
      passed: {
        notKinds:
          notKinds && Uint8Array.from(ACTOR_KINDS, (kind) => (notKinds.includes(kind) ? 1 : 0)),
        notVia: notVia.map(number),
        only: only?.map(number) ?? null,
      },
    },
  };
}

const ask = ({ snapshot, request }: Case): PathAnswer =>
  new PathSearch(snapshot, request.parameters, request.links).paths(request, noCheck);

/** All paths that the request allows, valued as it orders them. */
function expectedPaths({
  snapshot,
  request,
  hops,
  mayPass,
}: Case): (NaivePath & { value: number })[] {
  const ids = (numbers: readonly number[]) => numbers.map((actor) => snapshot.actorId(actor));
  const [from, to] = [ids(request.from), ids(request.to)];
  const ends = [...from, ...to];
  const isPairs = ends.length > 2;
  const penalty = (id: string) =>
    request.parameters.kappa * Math.log(Math.max(1, hops.get(id)?.size ?? 0));
  const value = ({ actors, cost, length }: NaivePath) =>
    (request.mode === "fewest-hops" ? 1_000 * length : 0) +
    cost +
    actors.slice(1, -1).reduce((sum, id) => sum + penalty(id), 0);
  const all = from.flatMap((a) =>
    to.flatMap((b) => {
      const paths = naivePaths(
        hops,
        a,
        b,
        request.maxHops,
        (id) => !ends.includes(id) && mayPass(id),
      )
        .map((path) => ({ ...path, value: value(path) }))
        .sort((one, two) => one.value - two.value);
      return isPairs ? paths.slice(0, 1) : paths;
    }),
  );
  return all.sort((one, two) => one.value - two.value);
}

/** The found ones are the first k of all that are allowed; of equally good ones any. */
function compare(one: Case, seed: number): number {
  const answer = ask(one);
  const expected = expectedPaths(one);
  const known = new Map(expected.map((path) => [path.actors.join(), path]));
  const found = answer.paths.map(({ nodes, cost }) => {
    const id = nodes.map((node) => one.snapshot.actorId(node)).join();
    return { id, cost, path: known.get(id) };
  });
  expect(new Set(found.map(({ id }) => id)).size, `seed ${seed}`).toBe(found.length);
  expect(
    found.map(({ path }) => path?.value.toFixed(9)),
    `seed ${seed}`,
  ).toEqual(expected.slice(0, one.request.k).map(({ value }) => value.toFixed(9)));
  for (const { cost, path } of found) expect(cost, `seed ${seed}`).toBeCloseTo(path?.cost ?? 0, 9);
  expect(answer.truncated, `seed ${seed}`).toBe(expected.length > one.request.k);
  return found.length;
}

describe("paths on random snapshots are those of the naive model", () => {
  it.each<[string, Limits, number]>([
    ["without limits", {}, 250],
    ["over some links only", { links: true }, 400],
    ["through some actors only", { actors: true }, 300],
    ["of few hops", { hops: true }, 300],
    ["with less obvious contacts (κ)", { kappa: true }, 250],
    ["with the fewest hops", { mode: "fewest-hops" }, 250],
    ["between sets of actors, the best of each pair", { groups: true }, 300],
    ["with everything", { links: true, actors: true, hops: true, kappa: true }, 300],
    ["between sets, with everything", { links: true, actors: true, hops: true, groups: true }, 300],
    [
      "with the fewest hops, and everything",
      { links: true, actors: true, hops: true, mode: "fewest-hops" },
      300,
    ],
  ])("%s", (_what, limits, cases) => {
    let found = 0;
    for (let seed = 1; seed <= cases; seed += 1) found += compare(randomCase(seed, limits), seed);
    expect(found).toBeGreaterThan(cases / 4);
  });
});

describe("a path", () => {
  const text = `
    a -COLLABORATES_WITH 2025..-> b; b -COLLABORATES_WITH 2025..-> a; a -INVESTED_IN 2025..-> b
    a -PARTICIPATES_IN 2025..-> p:project; b -PARTICIPATES_IN 2025..-> p
    b -MEMBER_OF-> hub:hub; c -MEMBER_OF-> hub; d -MEMBER_OF-> hub
    a -PARTICIPATES_IN 2025..-> fair:project(participants=60); d -PARTICIPATES_IN 2025..-> fair`;
  const snapshot = graphFromText(text);
  const search = new PathSearch(snapshot, PARAMETERS, ALL_LINKS);
  const request = (from: string, to: string, more: Partial<PathRequest> = {}): PathRequest => ({
    from: [snapshot.findActor(from)],
    to: [snapshot.findActor(to)],
    k: 10,
    mode: "informative",
    maxHops: 6,
    parameters: PARAMETERS,
    links: ALL_LINKS,
    passed: { notKinds: null, notVia: [], only: null },
    ...more,
  });
  const ids = (nodes: readonly number[]) => nodes.map((node) => snapshot.actorId(node)).join(" ");

  it("is its actors: parallel links and joint projects are evidence of one hop", () => {
    const { paths } = search.paths(request("a", "b"), noCheck);
    expect(paths.map(({ nodes }) => ids(nodes))).toEqual(["a b", "a fair d hub b"]);
    const [direct] = paths;
    expect(direct?.hops[0]).toMatchObject({ stop: -1, gathers: 0 });
    expect(direct?.hops[0]?.links).toHaveLength(3);
    expect(direct?.hops[0]?.projects).toEqual([snapshot.findActor("p")]);
  });

  it("stops at those who gather and at large occasions, and never at a small one", () => {
    const { paths } = search.paths(request("a", "c"), noCheck);
    expect(paths.map(({ nodes }) => ids(nodes))).toEqual(["a b hub c", "a fair d hub c"]);
    const [first, second] = paths;
    expect(first?.hops.map(({ stop }) => (stop < 0 ? null : snapshot.actorId(stop)))).toEqual([
      null,
      "hub",
      "hub",
    ]);
    expect(second?.hops.map(({ gathers }) => gathers)).toEqual([60, 60, 3, 3]);
  });

  it("is the same again, from the same search and from a new one", () => {
    const asked = request("a", "c");
    const first = search.paths(asked, noCheck);
    search.paths(request("d", "b", { mode: "diverse" }), noCheck);
    expect(search.paths(asked, noCheck)).toEqual(first);
    expect(new PathSearch(snapshot, PARAMETERS, ALL_LINKS).paths(asked, noCheck)).toEqual(first);
  });

  it("of equal cost comes in the order of the ids", () => {
    const equal = graphFromText(
      ["z", "m", "b", "k"].map((id) => `s -SPIN_OFF_OF-> ${id}; ${id} -SPIN_OFF_OF-> t`).join("; "),
    );
    const number = (id: string) => equal.findActor(id);
    const asked = request("a", "b", { from: [number("s")], to: [number("t")], k: 3 });
    for (const mode of ["informative", "fewest-hops"] as const) {
      const answer = new PathSearch(equal, PARAMETERS, ALL_LINKS).paths(
        { ...asked, mode },
        noCheck,
      );
      expect(answer.paths.map(({ nodes }) => equal.actorId(nodes[1] ?? -1))).toEqual([
        "b",
        "k",
        "m",
      ]);
      expect(answer.truncated).toBe(true);
    }
  });

  it("ends its building and its search when the check throws", () => {
    const stop = () => {
      throw new Error("stopped");
    };
    expect(() => new PathSearch(snapshot, PARAMETERS, ALL_LINKS, stop)).toThrow("stopped");
  });
});

describe("diverse paths", () => {
  it("begin with the cheapest, differ, stay within one and a half of its cost, and come by cost", () => {
    let several = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const one = randomCase(seed, { mode: "diverse" });
      const { paths } = ask(one);
      const all = expectedPaths(one);
      const costs = paths.map(({ cost }) => cost);
      expect(costs[0]?.toFixed(9), `seed ${seed}`).toBe(all[0]?.cost.toFixed(9));
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      expect(Math.max(...costs, 0)).toBeLessThanOrEqual(1.5 * (costs[0] ?? 0));
      expect(new Set(paths.map(({ nodes }) => nodes.join())).size).toBe(paths.length);
      if (paths.length > 1) several += 1;
    }
    expect(several).toBeGreaterThan(20);
  });

  it("prefer another contact to another way from the same one", () => {
    const snapshot = graphFromText(`
      s -COLLABORATES_WITH-> x; s -COLLABORATES_WITH-> x; s -COLLABORATES_WITH-> x
      x -COLLABORATES_WITH-> y; x -COLLABORATES_WITH-> y; x -COLLABORATES_WITH-> y
      y -COLLABORATES_WITH-> t; y -COLLABORATES_WITH-> t; y -COLLABORATES_WITH-> t
      x -COLLABORATES_WITH-> t
      s -COLLABORATES_WITH general_knowledge-> z; z -COLLABORATES_WITH general_knowledge-> t`);
    const second = (mode: PathRequest["mode"]) => {
      const [, path] = new PathSearch(snapshot, PARAMETERS, ALL_LINKS).paths(
        {
          from: [snapshot.findActor("s")],
          to: [snapshot.findActor("t")],
          k: 2,
          mode,
          maxHops: 6,
          parameters: PARAMETERS,
          links: ALL_LINKS,
          passed: { notKinds: null, notVia: [], only: null },
        },
        noCheck,
      ).paths;
      return path?.nodes.map((node) => snapshot.actorId(node)).join(" ");
    };
    expect(second("informative")).toBe("s x y t");
    expect(second("diverse")).toBe("s z t");
  });
});
