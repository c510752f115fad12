/**
 * The model's numbers against independent ones: the expectation of the seed against a few lines of Python over the
 * CSV files, the indices and distributions against networkx and scipy on random graphs.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadSeed } from "../../seed/load.ts";
import { OVERVIEW_KINDS } from "../../server/contract/vocabulary.ts";
import { GraphReader } from "../../server/live/graph-reader.ts";
import { groupsOfKinds } from "../../server/queries/drawn-groups.ts";
import { buildSnapshot } from "../../server/snapshot/build.ts";
import { rowsFrom } from "../../server/snapshot/columns.ts";
import { expectGroups } from "../../server/snapshot/expectation.ts";
import { gammaQuantile } from "../../server/snapshot/opportunity-gamma.ts";
import { occasionsOfActors } from "../../server/snapshot/opportunity-occasions.ts";
import { OpportunitySearch } from "../../server/snapshot/opportunity-search.ts";
import { PairTerms } from "../../server/snapshot/opportunity-terms.ts";
import { cosine } from "../../server/snapshot/opportunity-topics.ts";
import { Snapshot } from "../../server/snapshot/snapshot.ts";
import { openStore } from "../../server/store/open.ts";
import { isCi } from "../environment.ts";
import {
  edgesOf,
  type OccasionText,
  occasionsOf,
  pairColumnsOf,
  spaceOf,
} from "../fixtures/occasions.ts";
import { Random } from "../fixtures/random-graph.ts";
import { pythonPath, runPython } from "../python/python.ts";

const seedFolder = new URL("../../seed", import.meta.url).pathname;
const python = pythonPath();
const isSkipped = python === null && !isCi;
const nothing = () => {};

/** In CI a missing Python is a failure. */
function run(script: string, options: { args?: string[]; input?: string }): unknown {
  if (python === null) throw new Error("expected a Python with networkx and scipy (found none)");
  return runPython(python, script, options);
}

describe("the seed", () => {
  let folder: string;
  let snapshot: Snapshot;
  let search: OpportunitySearch;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "opportunities-"));
    const store = await openStore({ engine: "sqlite", file: path.join(folder, "graph.db") });
    await loadSeed(store, seedFolder, { by: "test" });
    const { rows, meta } = (await new GraphReader(store).read(true)) ?? {};
    if (!rows || !meta) throw new Error("expected a graph");
    snapshot = new Snapshot(buildSnapshot(rows, meta));
    search = new OpportunitySearch(snapshot, await store.referenceCounts());
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.skipIf(isSkipped)("has the E and O of all pairs of groups that the CSV files say", () => {
    const pairs = z
      .array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.boolean()]))
      .parse(run("expectations.py", { args: [seedFolder] }));
    const { groups } = groupsOfKinds(snapshot, OVERVIEW_KINDS);
    const idOf = (place: number) => snapshot.actorId(snapshot.groupActor(groups[place] ?? -1));
    const found = new Map(
      search
        .expectations(groups, nothing)
        .map((pair) => [[idOf(pair.a), idOf(pair.b)].sort().join(" "), pair]),
    );
    expect([...found.keys()].sort()).toEqual(pairs.map(([a, b]) => [a, b].sort().join(" ")).sort());
    let compared = 0;
    for (const [a, b, observed, expected, hasProjects] of pairs) {
      const pair = found.get([a, b].sort().join(" "));
      expect(pair?.basis, `${a} × ${b}`).toBe(hasProjects ? "projects" : "links");
      if (!hasProjects) continue;
      compared += 1;
      expect(pair?.observed, `${a} × ${b}`).toBe(observed);
      expect(Math.abs((pair?.expected ?? 0) - expected), `${a} × ${b}`).toBeLessThan(1e-9);
    }
    expect(compared).toBeGreaterThan(300);
  });

  it("has the pairs that the model was designed on", () => {
    const expectation = (a: string, b: string) => {
      const group = (id: string) => snapshot.groupOf(snapshot.findActor(id));
      const { observed, expected } = search.model.expectPair(group(a), group(b));
      return [Number(expected.toFixed(3)), observed];
    };
    expect(expectation("silicon-saxony", "software-cluster")).toEqual([30.478, 23]);
    expect(expectation("house-of-it", "medical-valley")).toEqual([14.164, 5]);
    expect(expectation("holm", "medical-valley")).toEqual([13.35, 5]);
    expect(expectation("holm", "digital-hub-mobility")).toEqual([10.492, 6]);
    expect(expectation("hop", "silicon-saxony")).toEqual([6.673, 2]);
    expect(expectation("software-cluster", "ci3")).toEqual([18.611, 10]);
  });
});

describe.skipIf(isSkipped)("on random graphs", () => {
  const random = new Random(20261125);
  const size = 40;
  const edges = Array.from(
    { length: 110 },
    () => [random.below(size), random.below(size)] as const,
  ).filter(([a, b]) => a !== b);
  const groups = [
    Array.from({ length: 15 }, (_, a) => a),
    Array.from({ length: 15 }, (_, a) => 15 + a),
  ];
  const tables = Array.from({ length: 10 }, () =>
    Array.from({ length: 4 }, () => ({
      n: 40 + random.below(40),
      a: random.below(20),
      b: random.below(20),
    })),
  );
  const quantiles = Array.from(
    { length: 50 },
    () =>
      [0.01 + 0.98 * random.next(), 0.5 + 60 * random.next(), 0.5 + 60 * random.next()] as const,
  );
  const topics = Array.from({ length: 12 }, () =>
    [0, 1, 2, 3, 4, 5].filter(() => random.chance(0.5)),
  );
  const space = spaceOf(topics, 6);
  const dense = (actor: number) => {
    const row = new Array<number>(6).fill(0);
    for (const topic of topics[actor] ?? []) row[topic] = Math.log(2) * (space.idf[topic] ?? 0);
    return row;
  };
  const vectorPairs = topics.flatMap((_, x) =>
    topics.flatMap((__, y) =>
      x < y && Number.isFinite(cosine(space, x, y)) ? [[x, y] as const] : [],
    ),
  );

  const answer = z.object({
    pairs: z.array(z.tuple([z.number(), z.number()])),
    ra: z.array(z.number()),
    l3: z.array(z.number()),
    strata: z.array(z.tuple([z.number(), z.number()])),
    quantiles: z.array(z.number()),
    cosines: z.array(z.number()),
  });
  let theirs: z.infer<typeof answer>;

  beforeAll(() => {
    const input = JSON.stringify({
      size,
      edges,
      strata: tables.map((table) => table.map(({ n, a, b }) => [n, a, b])),
      quantiles,
      vectors: vectorPairs.map(([x, y]) => [dense(x), dense(y)]),
    });
    theirs = answer.parse(run("indices.py", { input }));
  });

  const isNear = (ours: number, other: number | undefined) =>
    expect(Math.abs(ours - (other ?? Number.NaN))).toBeLessThan(1e-9 * Math.max(1, Math.abs(ours)));

  it("RA and L3 of all unlinked pairs agree", () => {
    const terms = new PairTerms(pairColumnsOf(edgesOf(size, edges)), false);
    expect(theirs.pairs.length).toBeGreaterThan(500);
    theirs.pairs.forEach(([x, y], i) => {
      terms.fill(x, null);
      isNear(terms.raw.ra[y] ?? Number.NaN, theirs.ra[i]);
      isNear(terms.raw.l3[y] ?? Number.NaN, theirs.l3[i]);
    });
  });

  it("mean and variance of joint projects agree with the hypergeometric distributions", () => {
    tables.forEach((table, i) => {
      const projects: OccasionText[] = table.flatMap(({ a, b }, stratum) => [
        ...Array.from({ length: a }, () => ({ who: [random.below(15)], stratum })),
        ...Array.from({ length: b }, () => ({ who: [15 + random.below(15)], stratum })),
      ]);
      const occasions = occasionsOf(
        30,
        [...projects, { who: [], stratum: table.length - 1 }],
        table.map(({ n }) => n),
      );
      const found = expectGroups(occasions, occasionsOfActors(occasions), rowsFrom(groups));
      isNear(found.expected[1] ?? Number.NaN, theirs.strata[i]?.[0]);
      isNear(found.variance[1] ?? Number.NaN, theirs.strata[i]?.[1]);
    });
  });

  it("quantiles of the Gamma distribution agree", () => {
    quantiles.forEach(([p, shape, rate], i) => {
      isNear(gammaQuantile(p, shape, rate), theirs.quantiles[i]);
    });
  });

  it("topic cosines agree", () => {
    expect(vectorPairs.length).toBeGreaterThan(30);
    vectorPairs.forEach(([x, y], i) => {
      isNear(cosine(space, x, y), theirs.cosines[i]);
    });
  });
});
