/**
 * `npm run bench:quality -- paths [--gates]`: how good the answers are on Horizon 2020, as known at a cut date, against
 * what came true later. Prints tables and writes `test/bench/out/quality-paths.json`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { machine, versions } from "../machine.ts";
import { ms, table } from "../table.ts";
import { SPLITS } from "./horizon-split.ts";
import { AS_SHIPPED, measurePaths, NOTHING_AGES, type SplitQuality } from "./path-quality.ts";

const root = new URL("../../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/quality-paths.json");
const PARTS = ["paths"];
const MOST_UMBRELLAS = 0.02;
/** Of a mean of tenths. */
const ROUNDING = 1e-9;

interface Gate {
  what: string;
  isLeast: boolean;
  limit: number;
  value: number | undefined;
}

process.exitCode = main();

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { gates: { type: "boolean" } },
  });
  const [part = "paths", ...others] = positionals;
  if (!PARTS.includes(part) || others.length > 0) {
    console.error(`bench:quality: expected ${PARTS.join(" or ")} (got ${positionals.join(" ")})`);
    return 1;
  }
  const start = performance.now();
  const say = (line: string) =>
    console.error(`${((performance.now() - start) / 1_000).toFixed(0).padStart(4)} s  ${line}`);
  const host = machine();
  const date = new Date().toISOString();
  const splits = [SPLITS.v17, SPLITS.m19].map((split) => measurePaths(split, say));
  const measured = splits.filter((split) => split !== null);
  if (measured.length === 0) {
    console.log("Left out: expected Horizon 2020 in ../shared/data/cordis-h2020 (no such folder).");
    return 0;
  }
  const gates = gatesOf(measured);
  mkdirSync(path.dirname(out), { recursive: true });
  const result = { date, machine: host, versions: versions(), splits: measured, gates };
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${date}, load ${host.load.toFixed(1)} on ${host.cores} cores\n`);
  for (const split of measured) console.log(`${report(split)}\n`);
  console.log(`${gateTable(gates)}\n\nWritten to ${path.relative(root, out)}.`);
  return values.gates && gates.some((gate) => !isReached(gate)) ? 1 : 0;
}

function report({
  split,
  actors,
  ties,
  core,
  pairs,
  baseRate,
  models,
  onePath,
}: SplitQuality): string {
  const number = (value: number) => value.toLocaleString("en");
  const title = `${split.name}: known before ${split.cut}, true before ${split.end}; ${number(actors)} actors, ${number(ties)} ties, ${number(core)} core, ${number(pairs)} pairs, base ${baseRate.toFixed(4)}`;
  const rows = models.map((model) => [
    model.model,
    model.auc.toFixed(3),
    model.precisionAt10.toFixed(4),
    model.precisionInterval.map((value) => value.toFixed(3)).join("–"),
    percent(model.umbrellaShare),
    percent(model.largeOccasionShare),
  ]);
  const head = ["model", "AUC", "P@10", "90 % of samples", "umbrella", "large occasion"];
  return `${title}\n${table(head, rows)}\none path: median ${ms(onePath.medianMs)} ms, p95 ${ms(onePath.p95Ms)} ms`;
}

function gatesOf(splits: readonly SplitQuality[]): Gate[] {
  return splits.flatMap(({ split, models, onePath }) => {
    const limit = split.name === "m19" ? 0.095 : 0.12;
    return [
      ...models
        .filter(({ model }) => model === AS_SHIPPED || model === NOTHING_AGES)
        .flatMap(({ model, precisionAt10, umbrellaShare }) => [
          { what: `${split.name}: ${model}: P@10`, isLeast: true, limit, value: precisionAt10 },
          {
            what: `${split.name}: ${model}: umbrella share`,
            isLeast: false,
            limit: MOST_UMBRELLAS,
            value: umbrellaShare,
          },
        ]),
      { what: `${split.name}: one path p95, ms`, isLeast: false, limit: 20, value: onePath.p95Ms },
    ];
  });
}

function isReached({ value, limit, isLeast }: Gate): boolean {
  return value !== undefined && (isLeast ? value >= limit - ROUNDING : value <= limit + ROUNDING);
}

function gateTable(gates: readonly Gate[]): string {
  return table(
    ["gate", "measured", "limit", "verdict"],
    gates.map((gate) => [
      gate.what,
      gate.value?.toFixed(4) ?? "–",
      `${gate.isLeast ? "≥" : "≤"} ${gate.limit}`,
      isReached(gate) ? "reached" : "MISSED",
    ]),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
