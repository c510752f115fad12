/**
 * The product's questions in Cypher (cypher/questions) against the service's own answers on the same data: two
 * independent implementations that must agree, on the seed and on random graphs. The server that all contract tests
 * share holds this file's graphs and nothing else.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readSeed } from "../../seed/load.ts";
import {
  ACTOR_KINDS,
  CONFIDENCES,
  type Confidence,
  GROUP_KINDS,
  type GroupKind,
  isGroupKind,
  LINK_TYPES,
  type LinkType,
  OVERVIEW_KINDS,
} from "../../server/contract/vocabulary.ts";
import { GraphReader } from "../../server/live/graph-reader.ts";
import { queries } from "../../server/queries/all.ts";
import type { Context } from "../../server/queries/context.ts";
import { buildSnapshot } from "../../server/snapshot/build.ts";
import { Snapshot } from "../../server/snapshot/snapshot.ts";
import { openStore } from "../../server/store/open.ts";
import type { Change, Store } from "../../server/store/store.ts";
import { opportunitiesOn } from "../fixtures/opportunities.ts";
import { Random, randomGraph } from "../fixtures/random-graph.ts";

const QUESTIONS = new URL("../../cypher/questions/", import.meta.url).pathname;
const SEED = new URL("../../seed", import.meta.url).pathname;
const ALL = 100_000;
const MOST_STEPS = 3;
const MOST_PARTNERS = 20;
const signal = new AbortController().signal;
const connection = inject("neo4j");

interface Filter {
  year?: number;
  confidence?: Confidence;
  types?: LinkType[];
}

const FILTERS: Filter[] = [
  {},
  { year: 2018 },
  { confidence: "public_record" },
  { types: ["SUPPORTS", "COLLABORATES_WITH", "MEMBER_OF"] },
  { year: 2016, confidence: "public_record", types: ["PARTICIPATES_IN", "FUNDS", "PARTNER_OF"] },
];

interface Graph {
  name: string;
  records(): Promise<NonNullable<Change["upsert"]>>;
  filters: Filter[];
  /** Kinds of group whose pairs are all compared: half a minute for all kinds of the seed. */
  kinds: GroupKind[][];
}

const ANY_KINDS: GroupKind[][] = [[...OVERVIEW_KINDS], [...GROUP_KINDS]];
const GRAPHS: Graph[] = [
  {
    name: "the seed",
    records: seedRecords,
    filters: [{}, { year: 2018, confidence: "public_record" }],
    kinds: [[...OVERVIEW_KINDS]],
  },
  {
    name: "a random graph",
    records: async () => randomGraph(1),
    filters: FILTERS,
    kinds: ANY_KINDS,
  },
  {
    name: "a dense random graph",
    records: async () => randomGraph(2, { groups: 9, others: 12, projects: 8, links: 260 }),
    filters: FILTERS,
    kinds: ANY_KINDS,
  },
];

async function seedRecords(): Promise<NonNullable<Change["upsert"]>> {
  const { records } = await readSeed(SEED);
  if (!records) throw new Error("the seed cannot be read");
  return records;
}

describe("cypher/questions", () => {
  it("documents the parameters of every statement, orders fully and bounds", async () => {
    for (const file of await readdir(QUESTIONS)) {
      const text = await readFile(path.join(QUESTIONS, file), "utf8");
      const header = text.split("\n").filter((line) => line.startsWith("//"));
      const statement = text.split("\n").filter((line) => !line.startsWith("//"));
      const used = new Set(statement.join("\n").match(/\$\w+/g));
      expect([file, [...used].sort()]).toEqual([
        file,
        [...new Set(header.join("\n").match(/\$\w+/g))].sort(),
      ]);
      for (const word of ["Params:", "Columns:", "Order:", "Bound:"]) {
        expect(header.some((line) => line.startsWith(`// ${word}`))).toBe(true);
      }
      expect(statement.join("\n").trimEnd()).toMatch(/\nORDER BY [^\n]+\nLIMIT \$limit$/);
    }
  });
});

describe.skipIf(connection === null).each(GRAPHS)("cypher/questions on $name", (graph) => {
  let driver: Driver;
  let folder: string;
  let inNeo4j: Store;
  let inSqlite: Store;
  let context: Context;

  beforeAll(async () => {
    if (!connection) throw new Error("skipped without Neo4j");
    driver = neo4j.driver(
      connection.uri,
      neo4j.auth.basic(connection.username, connection.password),
      { disableLosslessIntegers: true },
    );
    await empty(driver);
    folder = await mkdtemp(path.join(tmpdir(), "querblick-questions-"));
    inNeo4j = await openStore({ engine: "neo4j", ...connection });
    inSqlite = await openStore({ engine: "sqlite", file: path.join(folder, "graph.db") });
    const change = { by: "test", what: "questions", upsert: await graph.records() };
    await inNeo4j.apply(change);
    await inSqlite.apply(change);
    context = await contextOf(inSqlite);
  });

  afterAll(async () => {
    await inSqlite?.close();
    await inNeo4j?.close();
    if (driver) {
      await empty(driver);
      await driver.close();
    }
    if (folder) await rm(folder, { recursive: true });
  });

  async function ask(question: string, params: Record<string, unknown>) {
    const statement = await readFile(path.join(QUESTIONS, `${question}.cypher`), "utf8");
    const result = await driver.executeQuery(statement, { limit: neo4j.int(ALL), ...params });
    return result.records.map((record) => record.toObject());
  }

  const pairsOf = (rows: { a: string; b: string }[]) =>
    rows
      .map((row) => (row.a < row.b ? row : { ...row, a: row.b, b: row.a }))
      .sort((one, two) => compare(one.a, two.a) || compare(one.b, two.b));

  describe.each(graph.filters)("with %o", (filter) => {
    const params = {
      year: filter.year ?? null,
      types: filter.types ?? [...LINK_TYPES],
      confidences: CONFIDENCES.slice(
        0,
        filter.confidence ? CONFIDENCES.indexOf(filter.confidence) + 1 : CONFIDENCES.length,
      ),
    };
    const overviewOf = (groupKinds: GroupKind[]) =>
      queries.overview(context, { groupKinds, ...filter }, signal);

    it.each(graph.kinds.map((kinds) => ({ kinds })))(
      "cross-links and group-matrix of $kinds",
      async ({ kinds }) => {
        const answer = await overviewOf(kinds);
        expect(answer.omitted).toEqual({ groups: 0, crossLinks: 0 });
        const rows = await ask("cross-links", { kinds, ...params });
        expect(
          pairsOf(
            rows.map(({ a, b, links, types, projects, bridges }) => {
              return { a, b, links, types: Object.fromEntries(types), projects, bridges };
            }),
          ),
        ).toEqual(pairsOf(answer.crossLinks));
        expect(rows.length).toBeGreaterThan(0);

        const matrix = await queries.matrix(context, { kind: kinds, ...filter }, signal);
        expect(matrix.omitted).toEqual({ groups: 0, cells: 0 });
        expect(pairsOf(await cells(kinds))).toEqual(pairsOf(matrix.cells));
      },
    );

    async function cells(kinds: GroupKind[]) {
      const rows = await ask("group-matrix", { kinds, ...params });
      return rows.map(({ a, b, links, projects, shared }) => ({ a, b, links, projects, shared }));
    }

    it("bridges", async () => {
      const kinds = [...OVERVIEW_KINDS];
      const groups = new Map<string, Set<string>>();
      const pairs = new Map<string, number>();
      for (const { a, b, bridges } of (await overviewOf(kinds)).crossLinks) {
        if (bridges === 0) continue;
        const answer = await queries.crossLinks(context, { a, b, limit: 500, ...filter }, signal);
        expect(answer.bridges.length).toBe(bridges);
        for (const { id } of answer.bridges) {
          groups.set(id, (groups.get(id) ?? new Set()).add(a).add(b));
          pairs.set(id, (pairs.get(id) ?? 0) + 1);
        }
      }
      const { year, confidences } = params;
      const rows = await ask("bridges", { kinds, year, confidences });
      expect(rows.map(({ id, groups, pairs }) => ({ id, groups, pairs })).sort(byId)).toEqual(
        [...groups]
          .map(([id, ofActor]) => ({ id, groups: [...ofActor].sort(), pairs: pairs.get(id) }))
          .sort(byId),
      );
    });

    it("group-members of every group", async () => {
      const { year, confidences } = params;
      for (const { id } of (await overviewOf([...GROUP_KINDS])).groups) {
        const answer = await queries.group(context, { id, limit: 1_000, ...filter }, signal);
        const rows = await ask("group-members", { group: id, year, confidences });
        expect(rows).toEqual(
          answer.members
            .map(({ id, name, kind, type, since, until, via }) => {
              return { id, name, kind, type, since, until, via };
            })
            .sort(byId),
        );
      }
    });

    it("cross-links-between two groups, a group and an actor, two actors", async () => {
      const random = new Random(7);
      const groups = Array.from(context.snapshot.data.groups.actor, (actor) =>
        context.snapshot.actorId(actor),
      );
      const others = plainActors(context.snapshot);
      const strongest = (await overviewOf([...GROUP_KINDS])).crossLinks.slice(0, 6);
      const pairs = [
        ...strongest.map(({ a, b }) => [a, b] as const),
        ...draw(12, () => [random.pick(groups), random.pick(groups)] as const),
        ...draw(6, () => [random.pick(groups), random.pick(others)] as const),
        ...draw(4, () => [random.pick(others), random.pick(others)] as const),
      ].filter(([a, b]) => a !== b);
      let found = 0;
      for (const [a, b] of pairs) {
        const answer = await queries.crossLinks(context, { a, b, limit: 500, ...filter }, signal);
        expect(answer.omitted).toEqual({ links: 0, projects: 0, bridges: 0 });
        const rows = await ask("cross-links-between", { a, b, ...params });
        found += rows.length;
        expect(rows).toEqual([
          ...answer.bridges
            .map(({ id, name }) => evidence("bridge", id, name, null, null, null, [id]))
            .sort(byId),
          ...answer.links
            .map(({ id, type, since, until, from, to }) =>
              evidence("link", id, null, type, since, until, [from.id, to.id]),
            )
            .sort(byId),
          ...answer.projects
            .map(({ id, acronym, start, end, participants }) => {
              const actors = participants.map((each) => each.id).sort();
              return evidence("project", id, acronym, null, start, end, actors);
            })
            .sort(byId),
        ]);
      }
      expect(found).toBeGreaterThan(0);
    });

    const hasParticipations = params.types.includes("PARTICIPATES_IN");
    if (hasParticipations)
      it("joint-projects of two actors", async () => {
        const { year, confidences } = params;
        for (const [a, b] of await partners(context)) {
          const answer = await queries.crossLinks(context, { a, b, limit: 500, ...filter }, signal);
          const roleOf = (of: string, project: (typeof answer.projects)[number]) =>
            project.participants.find(({ id }) => id === of)?.role ?? null;
          const rows = await ask("joint-projects", { a, b, year, confidences });
          expect(
            rows.map(({ id, acronym, title, start, end, programme, url }) => {
              return { id, acronym, title, start, end, programme, url };
            }),
          ).toEqual(
            answer.projects.map(({ id, acronym, title, start, end, programme, url }) => {
              return { id, acronym, title, start, end, programme, url };
            }),
          );
          const isCoordinator = (role: unknown) => role === "coordinator";
          expect(rows.map(({ roleA, roleB }) => [roleA, roleB].map(isCoordinator))).toEqual(
            answer.projects.map((project) =>
              [roleOf(a, project), roleOf(b, project)].map(isCoordinator),
            ),
          );
        }
      });

    it("neighbourhood", async () => {
      const random = new Random(11);
      const { snapshot } = context;
      const everyone = plainActors(snapshot);
      for (const id of draw(8, () => random.pick(everyone))) {
        for (let depth = 1; depth <= MOST_STEPS; depth += 1) {
          const query = { id, depth, limit: 1_000, ...filter };
          const { actors, omitted } = await queries.neighbours(context, query, signal);
          expect(omitted.actors).toBe(0);
          const rows = await ask("neighbourhood", { actor: id, depth, ...params });
          expect(rows).toEqual(
            actors
              .slice(1)
              .map(({ id, name, kind, depth }) => ({ id, name, kind, depth }))
              .sort((a, b) => a.depth - b.depth || byId(a, b)),
          );
        }
      }
    });

    it.each([true, false])("shortest-paths, with projects on the way: %s", async (hasProjects) => {
      const random = new Random(13);
      const kinds = ACTOR_KINDS.filter((kind) => hasProjects || kind !== "project");
      // Without projects as places the service takes a joint project as a step; these types leave none.
      const types = params.types.filter((type) => hasProjects || type !== "PARTICIPATES_IN");
      const everyone = plainActors(context.snapshot);
      for (const [a, b] of draw(6, () => [random.pick(everyone), random.pick(everyone)] as const)) {
        if (a === b) continue;
        const around = await queries.neighbours(
          context,
          {
            id: a,
            depth: MOST_STEPS,
            limit: 1_000,
            ...filter,
            types,
            ...(hasProjects ? { kinds } : {}),
          },
          signal,
        );
        // A busy actor has more projects around it than an answer holds: nothing to compare with.
        if (around.omitted.actors > 0) continue;
        const rows = await ask("shortest-paths", { a, b, ...params, kinds, types });
        const steps = around.actors.find(({ id }) => id === b)?.depth;
        if (steps === undefined) {
          expect(rows.filter((row) => row.steps <= MOST_STEPS)).toEqual([]);
          continue;
        }
        expect(new Set(rows.map((row) => row.steps))).toEqual(new Set([steps]));
        expect(rows.map(({ actors, links }) => [actors, links])).toEqual(
          shortestPaths(around, a, b).sort((one, two) => compareLists(one.flat(), two.flat())),
        );
      }
    });
  });
});

function evidence(
  what: string,
  id: string,
  name: string | null,
  type: string | null,
  start: string | null,
  end: string | null,
  actors: string[],
) {
  return { what, id, name, type, start, end, actors };
}

/** All shortest paths within a neighbourhood of `a`, from the depths that the service gave its actors. */
function shortestPaths(
  around: Awaited<ReturnType<typeof queries.neighbours>>,
  a: string,
  b: string,
): [actors: string[], links: string[]][] {
  const depths = new Map(around.actors.map(({ id, depth }) => [id, depth]));
  const backwards = (actor: string): [string[], string[]][] => {
    if (actor === a) return [[[a], []]];
    return around.links.flatMap(({ id, source, target }) => {
      if (source !== actor && target !== actor) return [];
      const nearer = source === actor ? target : source;
      if (depths.get(nearer) !== (depths.get(actor) ?? 0) - 1) return [];
      return backwards(nearer).map(([actors, links]): [string[], string[]] => [
        [...actors, actor],
        [...links, id],
      ]);
    });
  };
  return backwards(b);
}

function plainActors(snapshot: Snapshot): string[] {
  return Array.from({ length: snapshot.actorCount }, (_, actor) => actor)
    .filter((actor) => snapshot.groupOf(actor) < 0 && !snapshot.isProject(actor))
    .map((actor) => snapshot.actorId(actor));
}

/** Pairs of actors that work together in projects. */
async function partners(context: Context): Promise<[string, string][]> {
  const pairs: [string, string][] = [];
  for (const id of plainActors(context.snapshot)) {
    if (pairs.length >= MOST_PARTNERS) break;
    const query = { id, depth: 1, limit: 20 };
    const { actors } = await queries.neighbours(context, query, signal);
    const together = actors.slice(1).filter(({ kind, projects }) => {
      return projects > 0 && !isGroupKind(kind);
    });
    for (const other of together.slice(0, 2)) pairs.push([id, other.id]);
  }
  if (pairs.length === 0) throw new Error("expected actors that work together in projects");
  return pairs;
}

/** A context without workers: no question here has a free text or searches paths by strength. */
async function contextOf(store: Store): Promise<Context> {
  const { rows, meta } = (await new GraphReader(store).read(true)) ?? {};
  if (!rows || !meta) throw new Error("expected a graph");
  const snapshot = new Snapshot(buildSnapshot(rows, meta));
  expect(snapshot.data.rejected).toEqual([]);
  return {
    snapshot,
    store,
    search: unused,
    paths: unused,
    connect: unused,
    opportunities: opportunitiesOn(snapshot, store),
    quality: unused,
    status: () => ({
      storeReachable: true,
      storeVersion: null,
      storeSchemaVersion: null,
      uptimeSeconds: 0,
      warnings: [],
    }),
  };
}

function unused(): Promise<never> {
  return Promise.reject(new Error("expected a question that needs no worker"));
}

async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
  } finally {
    await session.close();
  }
}

function draw<T>(count: number, one: () => T): T[] {
  return Array.from({ length: count }, one);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((value, i) => value !== b[i]);
  return differing === -1 ? a.length - b.length : compare(a[differing] ?? "", b[differing] ?? "");
}
