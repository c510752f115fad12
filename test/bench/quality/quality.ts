/**
 * `npm run bench:quality [-- paths|pairs|ecosystems|groups|brokers|end-to-end] [--split v17|s18|m19] [--short] [--gates] [--write]`: how good
 * the answers are on Horizon 2020, as known at a cut date, against what came true later. Prints tables and writes
 * `test/bench/out/quality.json`; a full run of all parts, or `--write`, also `server/quality.json`, which the service
 * shows beside its rankings.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readHorizon } from "../horizon.ts";
import { machine, versions } from "../machine.ts";
import { gatesOf } from "./findings.ts";
import { gateTable, isReached } from "./gates.ts";
import { SPLITS } from "./horizon-split.ts";
import { pathGates } from "./path-tables.ts";
import { qualityFileOf } from "./quality-file.ts";
import { tablesOf } from "./quality-tables.ts";
import { measure, PARTS, type Part } from "./run.ts";

const root = new URL("../../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/quality.json");
const shown = path.join(root, "server/quality.json");

process.exitCode = main();

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      split: { type: "string" },
      short: { type: "boolean", default: false },
      gates: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(`bench:quality: expected ${PARTS.join(", ")} (got ${unknown.join(" ")})`);
    return 1;
  }
  if (values.split !== undefined && !Object.hasOwn(SPLITS, values.split)) {
    const known = Object.keys(SPLITS).join(", ");
    console.error(`bench:quality: expected --split ${known} (got ${values.split})`);
    return 1;
  }
  const parts = positionals.length === 0 ? PARTS : positionals.filter(isPart);
  const start = performance.now();
  const say = (line: string) =>
    console.error(`${((performance.now() - start) / 1_000).toFixed(0).padStart(4)} s  ${line}`);
  const records = readHorizon();
  if (!records) {
    console.log("Left out: expected Horizon 2020 in ../shared/data/cordis-h2020 (no such folder).");
    return 0;
  }
  const host = machine();
  const date = new Date().toISOString();
  const measured = measure(records, parts, { isShort: values.short, only: values.split }, say);
  const gates = [...pathGates(measured.paths), ...gatesOf(measured, values.short)];
  const result = { date, isShort: values.short, machine: host, versions: versions() };
  writeJson(out, { ...result, ...measured, gates });
  console.log(`${date}, load ${host.load.toFixed(1)} on ${host.cores} cores\n`);
  for (const text of tablesOf(measured)) console.log(`${text}\n`);
  console.log(`${gateTable(gates)}\n\nWritten to ${path.relative(root, out)}.`);
  const isWhole = !values.short && values.split === undefined && parts.length === PARTS.length;
  const file = isWhole || values.write ? qualityFileOf(measured, date) : null;
  if (file) {
    writeJson(shown, file);
    console.log(`Written to ${path.relative(root, shown)}.`);
  }
  return values.gates && !gates.every(isReached) ? 1 : 0;
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}

/** Intervals on one line, as the formatter has them. */
function writeJson(file: string, value: unknown): void {
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s+(-?[\d.e-]+),\s+(-?[\d.e-]+)\s+\]/g,
    "[$1, $2]",
  );
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}
