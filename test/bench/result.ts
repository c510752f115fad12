/** What the bench finds out, as it stands in `test/bench/out/bench.json`. Times in ms, sizes in bytes. */
import type { Timing } from "./measure.ts";

export interface BenchResult {
  /** ISO 8601 instant of the start. */
  date: string;
  command: string;
  machine: Machine;
  versions: Record<string, string>;
  sets: SetResult[];
  /** Null when the client is not built. */
  bundle: BundleResult | null;
  gates: GateResult[];
  /** What was not measured, and why. */
  notes: string[];
}

export interface Machine {
  cpu: string;
  cores: number;
  memoryBytes: number;
  system: string;
  /** Load average of the last minute at the start: above 0.5 a core the times are too high. */
  load: number;
}

export interface SetResult {
  name: "seed" | "horizon";
  title: string;
  counts: { actors: number; projects: number; links: number; groups: number };
  stores: StoreResult[];
  start: StartResult | null;
  routes: RouteResult[];
  memory: MemoryResult | null;
  /** Longest time for which the service's event loop was held up while the routes were asked. */
  eventLoopMaxMs: number | null;
  firstPicture: PictureResult | null;
}

export interface StoreResult {
  engine: "sqlite" | "neo4j";
  /** All records applied to an empty database, as one change. */
  loadMs: number;
  /** Full reading and building; each run in a worker of its own, as at the start of the service. */
  snapshot: { read: Timing; build: Timing; total: Timing };
  /** From the start of a change (one actor, one link) until the newest snapshot shows it. */
  changeVisible: Timing;
  /** The part of it that the store takes to apply the change. */
  changeApplied: Timing;
}

export interface StartResult {
  /** From the start of the process to the first answer of /api/overview; of the seed with an empty database. */
  firstMs: number;
  secondMs: number;
  /** As the service itself logged them at the second start. */
  snapshotReadMs: number | null;
  snapshotBuildMs: number | null;
}

export interface RouteResult {
  name: string;
  endpoint: string;
  /** Until the last byte of the answer is here; null when it was not measured. */
  timing: Timing | null;
  /** Why it was not measured: the built service does not know the route, or answered otherwise than with 200. */
  failed: string | null;
  /** An example: the request that took longest. */
  slowest: string;
  /** Bodies, median and largest: as JSON, and as they travelled (gzip or brotli). */
  bytes: { median: number; max: number; wireMedian: number; wireMax: number };
  eventLoopMaxMs: number | null;
  /** The most memory that the service had until then: a jump shows the route that made it. */
  peakBytes: number | null;
  cypher: CypherResult | null;
}

export interface CypherResult {
  statement: string;
  /** What was asked, where it is not quite the same. */
  remark: string;
  /** Until all rows are here as objects; null when none came in time. */
  timing: Timing | null;
  /** Why it was not asked as often as the service: a time limit or what Neo4j refused. */
  stopped: string | null;
  /** Median of Neo4j ÷ median of the service (JSON parsed), over the same requests. */
  ratio: number | null;
}

export interface MemoryResult {
  /** Resident after the routes were asked, and the most ever. */
  residentBytes: number;
  peakBytes: number;
  neo4jResidentBytes: number | null;
}

export interface PictureResult {
  /** From the page's first byte until the first picture is on the screen; a new browser each time. */
  firstPicture: Timing;
  firstContent: Timing;
  /** On the way there, medians: scripts loaded, graph asked for, graph here. */
  scriptLoadedMs: number;
  graphAskedMs: number;
  graphLoadedMs: number;
}

export interface BundleResult {
  files: string[];
  rawBytes: number;
  gzipBytes: number;
  brotliBytes: number;
  fontBytes: number;
}

export interface GateResult {
  what: string;
  limit: number;
  unit: "ms" | "B";
  /** Null when it was not measured. */
  value: number | null;
  isReached: boolean | null;
}
