/** The built service under observation: its memory, and for how long its event loop was held up. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Service, startService } from "../service.ts";
import { atEnd, temporaryFolder } from "./endings.ts";
import { once } from "./measure.ts";

const PRELOAD = new URL("./event-loop-delay.mjs", import.meta.url).href;
const ANSWER_LIMIT_MS = 60_000;
const POLL_MS = 2;

export interface WatchedService {
  service: Service;
  /** From the start of the process to the first answer of /api/overview. */
  startMs: number;
  /** Longest delay since the last call (or the start). */
  delayMs(): Promise<number>;
  memory(): { residentBytes: number; peakBytes: number } | null;
  stop(): Promise<void>;
}

export async function startWatched(dataDir: string): Promise<WatchedService> {
  const delayFile = path.join(await temporaryFolder(), "delays.jsonl");
  writeFileSync(delayFile, "");
  const { value: service, ms: startMs } = await once(async () => {
    const started = await startService({
      dataDir,
      // Empty: not what the person has set for a service of its own.
      env: { EVENT_LOOP_DELAY_FILE: delayFile, ...withoutNeo4j, LOG_LEVEL: "info" },
      nodeArguments: ["--import", PRELOAD],
    });
    await answered(`${started.address}/api/overview`);
    return started;
  });
  // A search waits for its index, which is built after the first answer and takes a processor until then.
  await answered(`${service.address}/api/actors?q=index`);
  const pid = service.process.pid ?? 0;
  let delays = 0;
  return {
    service,
    startMs,
    delayMs: async () => {
      delays += 1;
      process.kill(pid, "SIGUSR2");
      return lastDelay(delayFile, delays);
    },
    memory: () => memoryOf(pid),
    stop: atEnd(() => service.stop()),
  };
}

const withoutNeo4j = {
  NEO4J_URI: "",
  NEO4J_USERNAME: "",
  NEO4J_PASSWORD: "",
  NEO4J_DATABASE: "",
};

async function answered(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: expected 200 (got ${response.status})`);
  await response.arrayBuffer();
}

async function lastDelay(file: string, wanted: number): Promise<number> {
  const limit = performance.now() + ANSWER_LIMIT_MS;
  while (performance.now() < limit) {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    const last = lines[wanted - 1];
    if (last !== undefined) return maxOf(JSON.parse(last));
    await pause(POLL_MS);
  }
  throw new Error(`event loop: expected ${wanted} lines in ${file} within ${ANSWER_LIMIT_MS} ms`);
}

function maxOf(line: { maxMs?: unknown }): number {
  if (typeof line.maxMs !== "number") throw new Error("event loop: expected maxMs as a number");
  return line.maxMs;
}

/** Resident memory of a process now and at most; null on systems without /proc. */
export function memoryOf(pid: number): { residentBytes: number; peakBytes: number } | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const status = readFileSync(file, "utf8");
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1024;
  return { residentBytes: bytes("VmRSS"), peakBytes: bytes("VmHWM") };
}
