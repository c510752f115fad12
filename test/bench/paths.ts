/**
 * `npm run bench:paths [-- --only horizon|large] [--pairs n] [--no-references] [--no-service] [--no-neo4j] [--gates]`:
 * how fast paths are, on Horizon 2020 and on a synthetic graph of 200,000 actors and 1,000,000 links, beside networkx,
 * igraph, graphology and Neo4j on the same pairs. Prints tables and writes `test/bench/out/paths.json`.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_PARAMETERS } from "../../server/snapshot/tie-model.ts";
import { dayNumber, TieReading } from "../../server/snapshot/tie-reading.ts";
import { buildTieGraph } from "../../server/snapshot/ties.ts";
import { openStore } from "../../server/store/open.ts";
import { snapshotFromRecords } from "../fixtures/graph-text.ts";
import { missingPrograms } from "../neo4j/jars.ts";
import { startNeo4j } from "../neo4j/server.ts";
import { connect } from "./cypher.ts";
import { atEnd, endAll, endOnSignals } from "./endings.ts";
import { type Records, readHorizon } from "./horizon.ts";
import { machine, versions } from "./machine.ts";
import { goalsOf, type PathSet } from "./path-goals.ts";
import { type References, startReferences } from "./path-references.ts";
import { pathReport } from "./path-report.ts";
import { timeService } from "./path-service.ts";
import { drawPairs, timeOwn, timeReferences } from "./path-times.ts";
import { progress } from "./progress.ts";
import { LARGE, synthetic } from "./synthetic.ts";

const root = new URL("../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/paths.json");
const NAMES = ["horizon", "large"] as const;
const TITLES = { horizon: "Horizon 2020", large: "Synthetic, scale-free with clusters" };
/** The day that ages count to: the end of the data. */
const TODAY = { horizon: 20201231, large: 20260101 };
const DEFAULT_PAIRS = 200;
/** The others take seconds for one pair. */
const REFERENCE_COUNTS = [
  { k: 1, pairs: 10 },
  { k: 10, pairs: 4 },
];

endOnSignals();
try {
  process.exitCode = await main();
} finally {
  await endAll();
}

async function main(): Promise<number> {
  const options = readOptions();
  const notes: string[] = [];
  const date = new Date().toISOString();
  const host = machine();
  const found: Record<string, string> = versions();
  const sets: PathSet[] = [];
  for (const name of NAMES) {
    if (options.only !== undefined && options.only !== name) continue;
    const records = name === "large" ? synthetic(LARGE) : horizonWithoutClusters();
    if (records === null) {
      notes.push("Horizon 2020: expected its tables in ../shared/data/cordis-h2020.");
      continue;
    }
    const { set, referenceVersions } = await measure(name, records, options, notes);
    sets.push(set);
    Object.assign(found, referenceVersions);
  }
  const goals = goalsOf(sets);
  const command = ["npm run bench:paths --", ...process.argv.slice(2)].join(" ");
  const result = { date, command, machine: host, versions: found, sets, goals, notes };
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${pathReport(result)}\n\nWritten to ${path.relative(root, out)}.`);
  return options.isGated && goals.some(({ isReached }) => isReached === false) ? 1 : 0;
}

type Options = ReturnType<typeof readOptions>;

async function measure(
  name: PathSet["name"],
  records: Records,
  options: Options,
  notes: string[],
): Promise<{ set: PathSet; referenceVersions: Record<string, string> }> {
  const say = progress(name);
  const snapshot = snapshotFromRecords(records);
  const start = performance.now();
  const parameters = { ...DEFAULT_PARAMETERS, today: dayNumber(TODAY[name]) };
  const graph = buildTieGraph(new TieReading(snapshot, parameters));
  const buildMs = performance.now() - start;
  say(`${graph.targets.length / 2} hops in ${Math.round(buildMs)} ms`);
  const ends = [...Array(snapshot.actorCount).keys()].filter((actor) => !snapshot.isProject(actor));
  const pairs = drawPairs(graph, ends, options.pairs);
  const own = timeOwn(graph, pairs);
  say("our own times");
  const none: References = { all: [], versions: {}, close: async () => {} };
  const references = options.hasReferences ? await startReferences(graph, notes) : none;
  const compared = await timeReferences(graph, references, pairs, REFERENCE_COUNTS, say);
  await references.close();
  const ids = pairs.map(([a, b]): [string, string] => [snapshot.actorId(a), snapshot.actorId(b)]);
  const service = options.hasService
    ? await askService(name, records, ids, options, notes, say)
    : null;
  const { actorCount, linkCount } = snapshot;
  const counts = { actors: actorCount, links: linkCount, hops: graph.targets.length / 2 };
  const set = { name, title: TITLES[name], counts, buildMs, own, references: compared, service };
  return { set, referenceVersions: references.versions };
}

async function askService(
  name: PathSet["name"],
  records: Records,
  ids: [string, string][],
  { hasNeo4j }: Options,
  notes: string[],
  say: (line: string) => void,
) {
  if (!existsSync(path.join(root, "dist/server/main.js"))) {
    notes.push("/api/paths: expected a built service in dist: run `npm run build` first.");
    return null;
  }
  const missing = hasNeo4j && name === "horizon" ? await missingPrograms() : ["a wish for it"];
  if (missing.length > 0) {
    if (name === "horizon") notes.push(`Neo4j: needs ${missing.join(" and ")}.`);
    return timeService(records, ids, null, say);
  }
  const server = await startNeo4j();
  const stop = atEnd(() => server.stop());
  const { uri, username, password } = server;
  const store = await openStore({ engine: "neo4j", uri, username, password });
  await store.apply({ by: "bench", what: "Loads the records of the bench", upsert: records });
  await store.close();
  say("loaded into Neo4j");
  const times = await timeService(records, ids, connect(server), say);
  await stop();
  return times;
}

function horizonWithoutClusters(): Records | null {
  const records = readHorizon();
  return (
    records && {
      ...records,
      actors: records.actors.filter(({ kind }) => kind !== "cluster"),
      links: records.links.filter(({ type }) => type === "PARTICIPATES_IN"),
    }
  );
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      pairs: { type: "string" },
      "no-references": { type: "boolean" },
      "no-service": { type: "boolean" },
      "no-neo4j": { type: "boolean" },
      gates: { type: "boolean" },
    },
  });
  const only = NAMES.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new Error(`--only: expected ${NAMES.join(" or ")} (got ${values.only})`);
  }
  const pairs = Number(values.pairs ?? DEFAULT_PAIRS);
  if (!Number.isInteger(pairs) || pairs < 1) {
    throw new Error(`--pairs: expected a whole number from 1 (got ${values.pairs})`);
  }
  return {
    only,
    pairs,
    hasReferences: !values["no-references"],
    hasService: !values["no-service"],
    hasNeo4j: !values["no-neo4j"],
    isGated: values.gates === true,
  };
}
