/** The result as tables for people. */
import type {
  BenchResult,
  BundleResult,
  CypherResult,
  GateResult,
  RouteResult,
  SetResult,
} from "./result.ts";
import { bytes, ms, table } from "./table.ts";

export function report(result: BenchResult): string {
  const { machine, versions, load } = { ...result, load: result.machine.load.toFixed(1) };
  return [
    `${result.date}  ${result.command}`,
    `${machine.cpu}, ${machine.cores} cores, ${bytes(machine.memoryBytes)}, ${machine.system}, load ${load}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    ...result.sets.map(setReport),
    ...(result.bundle ? [bundleReport(result.bundle)] : []),
    gateReport(result.gates),
    ...(result.notes.length > 0 ? [["Not measured", ...result.notes].join("\n  ")] : []),
  ].join("\n\n");
}

function setReport(set: SetResult): string {
  const { actors, projects, links, groups } = set.counts;
  const number = (value: number) => value.toLocaleString("en");
  const title = `${set.title}: ${number(actors)} actors (${number(projects)} projects, ${number(groups)} groups), ${number(links)} links`;
  return [
    `${title}\n${"=".repeat(title.length)}`,
    storeTable(set),
    processTable(set),
    routeTable(set.routes),
    ...remarks(set.routes),
  ].join("\n\n");
}

function storeTable({ stores }: SetResult): string {
  const head = [
    "store (ms)",
    "load",
    "read",
    "build",
    "snapshot",
    "max",
    "change visible",
    "p95",
    "of it apply",
  ];
  return table(
    head,
    stores.map(({ engine, loadMs, snapshot, changeVisible, changeApplied }) => [
      engine,
      ms(loadMs),
      ms(snapshot.read.medianMs),
      ms(snapshot.build.medianMs),
      ms(snapshot.total.medianMs),
      ms(snapshot.total.maxMs),
      ms(changeVisible.medianMs),
      ms(changeVisible.p95Ms),
      ms(changeApplied.medianMs),
    ]),
  );
}

function processTable({ start, memory, eventLoopMaxMs, firstPicture }: SetResult): string {
  return table(
    ["service", "value"],
    [
      ["first start to first answer, ms", ms(start?.firstMs)],
      ["second start to first answer, ms", ms(start?.secondMs)],
      ["of it reading, ms", ms(start?.snapshotReadMs)],
      ["of it building, ms", ms(start?.snapshotBuildMs)],
      ["memory after the routes", bytes(memory?.residentBytes)],
      ["memory at most", bytes(memory?.peakBytes)],
      ["memory of Neo4j", bytes(memory?.neo4jResidentBytes)],
      ["event loop held up at most, ms", ms(eventLoopMaxMs)],
      ["scripts loaded in Chromium, ms", ms(firstPicture?.scriptLoadedMs)],
      ["graph asked for, ms", ms(firstPicture?.graphAskedMs)],
      ["graph loaded, ms", ms(firstPicture?.graphLoadedMs)],
      ["first content in Chromium, ms", ms(firstPicture?.firstContent.medianMs)],
      ["first picture in Chromium, ms", ms(firstPicture?.firstPicture.medianMs)],
      ["first picture, slowest, ms", ms(firstPicture?.firstPicture.maxMs)],
    ],
  );
}

function routeTable(routes: readonly RouteResult[]): string {
  const head = [
    "route (ms)",
    "runs",
    "median",
    "p95",
    "max",
    "loop",
    "peak",
    "JSON",
    "max",
    "sent",
    "Cypher",
    "p95",
    "runs",
    "ratio",
  ];
  return table(
    head,
    routes.map(({ name, timing, bytes: size, eventLoopMaxMs, peakBytes, cypher }) => [
      name,
      String(timing?.runs ?? 0),
      ms(timing?.medianMs),
      ms(timing?.p95Ms),
      ms(timing?.maxMs),
      ms(eventLoopMaxMs),
      bytes(peakBytes),
      bytes(size.median),
      bytes(size.max),
      bytes(size.wireMedian),
      ...cypherCells(cypher),
    ]),
  );
}

function cypherCells(cypher: CypherResult | null): string[] {
  if (!cypher) return ["", "", "", ""];
  const { timing, ratio, stopped } = cypher;
  // Why it stopped stands below the table.
  if (!timing) return [stopped === null ? "not asked" : "none", "", "0", ""];
  return [
    ms(timing.medianMs),
    ms(timing.p95Ms),
    String(timing.runs),
    ratio === null ? "–" : `${ratio.toFixed(1)} ×`,
  ];
}

function remarks(routes: readonly RouteResult[]): string[] {
  const lines = routes.flatMap(({ name, failed, cypher }) => [
    ...(failed === null ? [] : [`${name}: ${failed}`]),
    ...(cypher?.remark ? [`${name}: ${cypher.statement}, ${cypher.remark}`] : []),
    ...(cypher?.stopped ? [`${name}: Cypher stopped: ${cypher.stopped}`] : []),
  ]);
  return lines.length > 0 ? [lines.map((line) => `  ${line}`).join("\n")] : [];
}

function bundleReport({
  files,
  rawBytes,
  gzipBytes,
  brotliBytes,
  fontBytes,
}: BundleResult): string {
  return `Client: ${files.length} files, ${bytes(rawBytes)}, gzip ${bytes(gzipBytes)}, brotli ${bytes(brotliBytes)}; fonts apart ${bytes(fontBytes)}`;
}

function gateReport(gates: readonly GateResult[]): string {
  const show = (value: number | null, unit: GateResult["unit"]) =>
    unit === "B" ? bytes(value) : `${ms(value)} ms`;
  return table(
    ["numbers to reach", "measured", "limit", "verdict"],
    gates.map(({ what, limit, unit, value, isReached }) => [
      what,
      show(value, unit),
      show(limit, unit),
      value === null || isReached === null
        ? "not measured"
        : `${isReached ? "reached" : "MISSED"}, ${Math.round((value / limit) * 100)} %`,
    ]),
  );
}
