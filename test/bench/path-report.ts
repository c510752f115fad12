/** The result of the bench of paths as tables for people. */
import type { PathGoal, PathSet } from "./path-goals.ts";
import { COUNTS } from "./path-times.ts";
import type { Machine } from "./result.ts";
import { bytes, ms, table } from "./table.ts";

export interface PathResult {
  date: string;
  command: string;
  machine: Machine;
  versions: Record<string, string>;
  sets: PathSet[];
  goals: PathGoal[];
  /** What was not measured, and why. */
  notes: string[];
}

export function pathReport({
  date,
  command,
  machine,
  versions,
  sets,
  goals,
  notes,
}: PathResult): string {
  const found = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date}  ${command}\n${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}\n${found.join(", ")}`,
    ...sets.map(setReport),
    goalReport(goals),
    ...(notes.length > 0 ? [["Not measured", ...notes].join("\n  ")] : []),
  ].join("\n\n");
}

function setReport({ title, counts, buildMs, own, references, service }: PathSet): string {
  const number = (value: number) => value.toLocaleString("en");
  const head = `${title}: ${number(counts.actors)} actors, ${number(counts.links)} links, ${number(counts.hops)} hops (built in ${ms(buildMs)} ms)`;
  const times = table(
    ["ours (ms)", "pairs", "median", "p95", "max"],
    COUNTS.map((k) => {
      const { runs, medianMs, p95Ms, maxMs } = own.k[k];
      return [`k = ${k}`, String(runs), precise(medianMs), precise(p95Ms), precise(maxMs)];
    }),
  );
  const others = table(
    ["beside ours (ms)", "pairs", "median", "ours", "ratio", "costs"],
    references.map((each) => [
      `${each.name}, k = ${each.k}`,
      String(each.pairs),
      ms(each.medianMs),
      precise(each.ourMedianMs),
      `${number(Math.round(each.ratio))} ×`,
      each.isSame ? "equal" : `differ by ${each.largestDifference}`,
    ]),
  );
  const parts = [head, times, ...(references.length > 0 ? [others] : [])];
  if (service) {
    const { cypher } = service;
    const rows = [
      ["first question", "1", ms(service.firstMs), "", ""],
      row("k = 10, with evidence", service.paths),
      row("fewest hops, k = 1", service.fewest),
      ...(cypher?.timing ? [row("Neo4j SHORTEST 1 over Bolt", cypher.timing)] : []),
    ];
    parts.push(
      table(["/api/paths over loopback (ms)", "runs", "median", "p95", "max"], rows),
      `Answers of ${bytes(service.bytes)} (median); event loop held up ${ms(service.eventLoopMaxMs)} ms at most${cypher ? `; as long as Neo4j's: ${service.sameLength} of ${service.compared}` : ""}${cypher?.stopped ? `; Neo4j stopped: ${cypher.stopped}` : ""}`,
    );
  }
  return parts.join("\n\n");
}

function row(
  name: string,
  timing: { runs: number; medianMs: number; p95Ms: number; maxMs: number },
) {
  const { runs, medianMs, p95Ms, maxMs } = timing;
  return [name, String(runs), ms(medianMs), ms(p95Ms), ms(maxMs)];
}

const precise = (value: number) => (value < 10 ? value.toFixed(2) : ms(value));

function goalReport(goals: readonly PathGoal[]): string {
  return table(
    ["goal", "measured", "limit", "verdict"],
    goals.map(({ what, isLeast, limit, unit, value, isReached }) => [
      what,
      value === null
        ? "–"
        : `${value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1)} ${unit}`,
      `${isLeast ? "≥" : "≤"} ${limit.toLocaleString("en")} ${unit}`,
      isReached === null ? "not measured" : isReached ? "reached" : "MISSED",
    ]),
  );
}
