/**
 * `npm run bench:opportunities [-- --only seed|horizon] [--gates]`: how fast opportunities are on the seed and on
 * Horizon 2020 with 600 country × topic groups. Prints tables and writes `test/bench/out/opportunities.json`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readSeed } from "../../seed/load.ts";
import { snapshotFromRecords } from "../fixtures/graph-text.ts";
import { countsOf } from "./data-sets.ts";
import { type Records, readHorizon } from "./horizon.ts";
import { machine, versions } from "./machine.ts";
import { withCountryTopicGroups } from "./opportunity-groups.ts";
import { type OpportunitySet, opportunityGoals, opportunityReport } from "./opportunity-report.ts";
import { timeSeed, timeWorker } from "./opportunity-times.ts";

const root = new URL("../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/opportunities.json");

const { values: options } = parseArgs({
  options: { only: { type: "string" }, gates: { type: "boolean" } },
});
if (options.only !== undefined && options.only !== "seed" && options.only !== "horizon") {
  throw new Error(`--only: expected seed or horizon (got ${options.only})`);
}
process.exitCode = await main();

async function main(): Promise<number> {
  const notes: string[] = [];
  const sets: OpportunitySet[] = [];
  if (options.only !== "horizon") sets.push(await measureSeed());
  if (options.only !== "seed") {
    const horizon = await measureHorizon();
    if (horizon) sets.push(horizon);
    else notes.push("Horizon 2020: expected its tables in ../shared/data/cordis-h2020.");
  }
  const result = {
    date: new Date().toISOString(),
    command: ["npm run bench:opportunities --", ...process.argv.slice(2)].join(" "),
    machine: machine(),
    versions: versions(),
    sets,
    goals: opportunityGoals(sets),
    notes,
  };
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${opportunityReport(result)}\n\nWritten to ${path.relative(root, out)}.`);
  return options.gates && result.goals.some(({ isReached }) => isReached === false) ? 1 : 0;
}

async function measureSeed(): Promise<OpportunitySet> {
  const { records, errors } = await readSeed(path.join(root, "seed"));
  if (!records) throw new Error(`seed: expected no problems (got ${errors.length})`);
  const rows = await timeSeed(snapshotFromRecords(records), records.referenceCounts);
  return { name: "seed", title: "Seed", counts: countsOf(records), rows, memory: null };
}

/** The records are gone before anything is measured: what the service would not hold is no part of its memory. */
async function measureHorizon(): Promise<OpportunitySet | null> {
  const read = readGroups();
  if (!read) return null;
  const { snapshot, counts } = read;
  const times = await timeWorker(snapshot);
  const title = "Horizon 2020, the 600 largest country × topic groups, in the worker";
  return { name: "horizon", title, counts, ...times };
}

function readGroups() {
  const horizon = readHorizon();
  if (!horizon) return null;
  const records: Records = withCountryTopicGroups(horizon);
  return { snapshot: snapshotFromRecords(records), counts: countsOf(records) };
}
