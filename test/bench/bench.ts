/**
 * `npm run bench [-- --only seed|horizon] [--no-neo4j] [--requests n] [--gates]`: measures the built service, prints
 * tables and writes `test/bench/out/bench.json`. Ends with code 1 when a route does not answer, and with `--gates`
 * also when a number is missed.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromiumPath } from "../environment.ts";
import { missingPrograms } from "../neo4j/jars.ts";
import { measureBundle } from "./bundle.ts";
import { readDataSet } from "./data-sets.ts";
import { endAll, endOnSignals } from "./endings.ts";
import { compareWithGates } from "./gates.ts";
import { machine, versions } from "./machine.ts";
import { measureSet, type SetOptions } from "./measure-set.ts";
import { progress } from "./progress.ts";
import { report } from "./report.ts";
import type { BenchResult, SetResult } from "./result.ts";

const root = new URL("../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/bench.json");
const SETS = ["seed", "horizon"] as const satisfies readonly SetResult["name"][];
const DEFAULT_REQUESTS = 150;

endOnSignals();
try {
  process.exitCode = await main();
} finally {
  await endAll();
}

async function main(): Promise<number> {
  const { only, requests, isNeo4jWanted, isGated } = readOptions();
  if (!existsSync(path.join(root, "dist/server/main.js"))) {
    console.error("bench: expected a built service in dist (got none): run `npm run build` first");
    return 1;
  }
  const notes: string[] = [];
  const hasNeo4j = isNeo4jWanted && (await canRunNeo4j(notes));
  const hasChromium = chromiumPath() !== null;
  if (!hasChromium) notes.push("First picture: Chromium not found.");
  const date = new Date().toISOString();
  const host = machine();
  const sets: SetResult[] = [];
  let assets: string[] | undefined;
  for (const name of SETS) {
    if (only !== undefined && only !== name) continue;
    const data = await readDataSet(name);
    if (typeof data === "string") {
      notes.push(data);
      continue;
    }
    const options: SetOptions = { requests, hasNeo4j, hasChromium, say: progress(name) };
    const measured = await measureSet(data, options);
    sets.push(measured.result);
    assets = measured.assets ?? assets;
    notes.push(...measured.notes);
  }
  const measured = {
    date,
    command: ["npm run bench --", ...process.argv.slice(2)].join(" "),
    machine: host,
    versions: versions(),
    sets,
    bundle: measureBundle(assets),
    notes,
  };
  const result: BenchResult = { ...measured, gates: compareWithGates(measured) };
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${report(result)}\n\nWritten to ${path.relative(root, out)}.`);
  const hasFailed = sets.some(({ routes }) => routes.some(({ failed }) => failed !== null));
  return hasFailed || (isGated && result.gates.some(({ isReached }) => isReached === false))
    ? 1
    : 0;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      requests: { type: "string" },
      "no-neo4j": { type: "boolean" },
      gates: { type: "boolean" },
    },
  });
  const only = SETS.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new Error(`--only: expected ${SETS.join(" or ")} (got ${values.only})`);
  }
  const requests = Number(values.requests ?? DEFAULT_REQUESTS);
  if (!Number.isInteger(requests) || requests < 1) {
    throw new Error(`--requests: expected a whole number from 1 (got ${values.requests})`);
  }
  return { only, requests, isNeo4jWanted: !values["no-neo4j"], isGated: values.gates === true };
}

async function canRunNeo4j(notes: string[]): Promise<boolean> {
  const missing = await missingPrograms();
  if (missing.length > 0) notes.push(`Neo4j: needs ${missing.join(" and ")}.`);
  return missing.length === 0;
}
