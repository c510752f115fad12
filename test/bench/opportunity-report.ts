/** The bench of opportunities as tables for people, and its goals. */
import type { Row } from "./opportunity-times.ts";
import type { Machine } from "./result.ts";
import { bytes, ms, table } from "./table.ts";

export interface OpportunitySet {
  name: "seed" | "horizon";
  title: string;
  counts: { actors: number; projects: number; links: number; groups: number };
  rows: Row[];
  memory: { beforeBytes: number; mostBytes: number } | null;
}

export interface OpportunityGoal {
  what: string;
  limit: number;
  unit: "ms" | "MB";
  /** Null when it was not measured. */
  value: number | null;
  isReached: boolean | null;
}

export interface OpportunityResult {
  date: string;
  command: string;
  machine: Machine;
  versions: Record<string, string>;
  sets: OpportunitySet[];
  goals: OpportunityGoal[];
  /** What was not measured, and why. */
  notes: string[];
}

export function opportunityGoals(sets: readonly OpportunitySet[]): OpportunityGoal[] {
  const row = (set: OpportunitySet["name"], name: string) =>
    sets.find((each) => each.name === set)?.rows.find((each) => each.name === name);
  const memory = sets.find(({ name }) => name === "horizon")?.memory;
  const goal = (what: string, limit: number, unit: OpportunityGoal["unit"], value?: number) => ({
    what,
    limit,
    unit,
    value: value ?? null,
    isReached: value === undefined ? null : value <= limit,
  });
  return [
    goal(
      "seed, expectation of all pairs, median",
      50,
      "ms",
      row("seed", "expectation of all pairs")?.medianMs,
    ),
    goal(
      "Horizon 2020, all opportunities, cold",
      30_000,
      "ms",
      row("horizon", "list, cold: model and all")?.maxMs,
    ),
    goal("Horizon 2020, one pair, p95", 300, "ms", row("horizon", "one pair")?.p95Ms),
    goal("Horizon 2020, partners, p95", 20, "ms", row("horizon", "partners of one actor")?.p95Ms),
    goal(
      "Horizon 2020, growth of memory",
      400,
      "MB",
      memory ? (memory.mostBytes - memory.beforeBytes) / 1e6 : undefined,
    ),
  ];
}

export function opportunityReport(result: OpportunityResult): string {
  const { date, command, machine, versions, sets, goals, notes } = result;
  const found = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date}  ${command}\n${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}\n${found.join(", ")}`,
    ...sets.map(setReport),
    table(
      ["goal", "measured", "limit", "verdict"],
      goals.map(({ what, limit, unit, value, isReached }) => [
        what,
        value === null ? "–" : `${ms(value)} ${unit}`,
        `≤ ${limit.toLocaleString("en")} ${unit}`,
        isReached === null ? "not measured" : isReached ? "reached" : "MISSED",
      ]),
    ),
    ...(notes.length > 0 ? [["Not measured", ...notes].join("\n  ")] : []),
  ].join("\n\n");
}

function setReport({ title, counts, rows, memory }: OpportunitySet): string {
  const number = (value: number) => value.toLocaleString("en");
  const head = `${title}: ${number(counts.actors)} actors (${number(counts.projects)} projects, ${number(counts.groups)} groups), ${number(counts.links)} links`;
  const times = table(
    ["(ms)", "runs", "median", "p95", "max", "CPU a run"],
    rows.map((row) => [
      row.name,
      String(row.runs),
      ...[row.medianMs, row.p95Ms, row.maxMs, row.cpuMs].map(ms),
    ]),
  );
  const grown = memory
    ? [`Memory: ${bytes(memory.beforeBytes)} before, ${bytes(memory.mostBytes)} at most`]
    : [];
  return [head, times, ...grown].join("\n\n");
}
