/**
 * `fewest-hops` against cypher/questions/collaboration-paths on the real Neo4j: the same lengths in walked links, and
 * the same sets of actors on all shortest ways, on the seed and on random graphs.
 */
import { readFile } from "node:fs/promises";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readSeed } from "../../seed/load.ts";
import { CONFIDENCES, LINK_TYPES, type LinkType } from "../../server/contract/vocabulary.ts";
import { GraphReader } from "../../server/live/graph-reader.ts";
import { buildSnapshot } from "../../server/snapshot/build.ts";
import { type FoundPath, type PathRequest, PathSearch } from "../../server/snapshot/path-search.ts";
import { Snapshot } from "../../server/snapshot/snapshot.ts";
import { DEFAULT_PARAMETERS } from "../../server/snapshot/tie-model.ts";
import { dayNumber } from "../../server/snapshot/tie-reading.ts";
import { openStore } from "../../server/store/open.ts";
import type { Change, Store } from "../../server/store/store.ts";
import { Random, randomGraph } from "../fixtures/random-graph.ts";

const QUESTION = new URL("../../cypher/questions/collaboration-paths.cypher", import.meta.url);
const SEED = new URL("../../seed", import.meta.url).pathname;
const PARAMETERS = { ...DEFAULT_PARAMETERS, occasionLimit: 1_000, today: dayNumber(20260101) };
const PAIRS = 120;
/** More than there are shortest ways between any two here. */
const ALL = 5_000;
/** The bound of the question. */
const MOST_LINKS = 12;
const connection = inject("neo4j");

interface Filter {
  types?: LinkType[];
  year?: number;
  confidence?: (typeof CONFIDENCES)[number];
}

interface Graph {
  name: string;
  records(): Promise<NonNullable<Change["upsert"]>>;
  filters: Filter[];
}

const GRAPHS: Graph[] = [
  { name: "the seed", records: seedRecords, filters: [{}, { types: ["MEMBER_OF", "PARTNER_OF"] }] },
  {
    name: "a random graph",
    records: async () => randomGraph(5),
    filters: [{}, { year: 2016 }, { confidence: "public_record" }],
  },
  {
    name: "a sparse random graph",
    records: async () => randomGraph(6, { groups: 10, others: 60, projects: 30, links: 110 }),
    filters: [
      {},
      { types: ["PARTICIPATES_IN", "FUNDS", "SUPPORTS", "MEMBER_OF", "COLLABORATES_WITH"] },
    ],
  },
];

async function seedRecords(): Promise<NonNullable<Change["upsert"]>> {
  const { records } = await readSeed(SEED);
  if (!records) throw new Error("the seed cannot be read");
  return records;
}

describe.skipIf(connection === null).each(GRAPHS)("fewest hops on $name", (graph) => {
  let driver: Driver;
  let store: Store;
  let snapshot: Snapshot;
  let statement: string;

  beforeAll(async () => {
    if (!connection) throw new Error("skipped without Neo4j");
    const { uri, username, password } = connection;
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
    });
    await empty(driver);
    store = await openStore({ engine: "neo4j", ...connection });
    await store.apply({ by: "test", what: "paths", upsert: await graph.records() });
    const { rows, meta } = (await new GraphReader(store).read(true)) ?? {};
    if (!rows || !meta) throw new Error("expected a graph");
    snapshot = new Snapshot(buildSnapshot(rows, meta));
    statement = await readFile(QUESTION, "utf8");
  });

  afterAll(async () => {
    await store?.close();
    if (driver) {
      await empty(driver);
      await driver.close();
    }
  });

  it.each(graph.filters)(`between ${PAIRS} pairs with %o`, async (filter) => {
    const { types, year, confidence } = filter;
    const links: PathRequest["links"] = {
      types: types ? Uint8Array.from(LINK_TYPES, (type) => (types.includes(type) ? 1 : 0)) : null,
      year: year ?? null,
      confidence: confidence ? CONFIDENCES.indexOf(confidence) : null,
    };
    const search = new PathSearch(snapshot, PARAMETERS, links);
    const random = new Random(17);
    const people = [...Array(snapshot.actorCount).keys()].filter(
      (actor) => !snapshot.isProject(actor),
    );
    let connected = 0;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [from, to] = [random.pick(people), random.pick(people)];
      if (from === to) continue;
      const [a, b] = [snapshot.actorId(from), snapshot.actorId(to)];
      const { records } = await driver.executeQuery(statement, {
        a,
        b,
        types: types ?? [...LINK_TYPES],
        year: year === undefined ? null : neo4j.int(year),
        confidences: CONFIDENCES.slice(0, confidence ? CONFIDENCES.indexOf(confidence) + 1 : 3),
        limit: neo4j.int(ALL),
      });
      const rows = records.map((record) => record.toObject());
      expect(rows.length, `${a} → ${b}`).toBeLessThan(ALL);
      const { paths, truncated } = search.paths(
        {
          from: [from],
          to: [to],
          k: rows.length + 1,
          mode: "fewest-hops",
          maxHops: MOST_LINKS,
          parameters: PARAMETERS,
          links,
          passed: { notKinds: null, notVia: [], only: null },
        },
        () => {},
      );
      const [shortest] = paths;
      if (rows.length === 0) {
        expect(shortest === undefined || lengthOf(shortest) > MOST_LINKS, `${a} → ${b}`).toBe(true);
        continue;
      }
      connected += 1;
      const length = shortest === undefined ? Number.NaN : lengthOf(shortest);
      const ours = paths.filter((path) => lengthOf(path) === length);
      // One more than Neo4j found, so that one too many would show.
      expect(ours.length < paths.length || !truncated, `${a} → ${b}`).toBe(true);
      expect(
        {
          length,
          actors: ours
            .map(({ nodes }) => nodes.map((node) => snapshot.actorId(node)).join())
            .sort(),
        },
        `${a} → ${b}`,
      ).toEqual({
        length: rows[0]?.length,
        actors: rows.map(({ actors }) => actors.join()).sort(),
      });
    }
    expect(connected).toBeGreaterThan(PAIRS / 8);
  });
});

/** Walked links: one where there is a direct one, else the two of a shared project. */
function lengthOf({ hops }: FoundPath): number {
  return hops.reduce((sum, { links }) => sum + (links.length > 0 ? 1 : 2), 0);
}

async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
  } finally {
    await session.close();
  }
}
