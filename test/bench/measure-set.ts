/** Everything that is measured of one graph: its stores, then the service on SQLite with Neo4j beside it. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { readSettings } from "../../server/settings.ts";
import type { StoreLocation } from "../../server/store/store.ts";
import { type Neo4jServer, startNeo4j } from "../neo4j/server.ts";
import { connect } from "./cypher.ts";
import { countsOf, type DataSet } from "./data-sets.ts";
import { atEnd, temporaryFolder } from "./endings.ts";
import { measureFirstPicture } from "./first-picture.ts";
import type { SetResult, StartResult, StoreResult } from "./result.ts";
import { measureRoutes } from "./routes.ts";
import { sampleOf } from "./sample.ts";
import { measureStore, snapshotTimes } from "./stores.ts";
import { memoryOf, startWatched, type WatchedService } from "./watched-service.ts";

export interface SetOptions {
  requests: number;
  hasNeo4j: boolean;
  hasChromium: boolean;
  say(line: string): void;
}

export interface MeasuredSet {
  result: SetResult;
  /** Scripts and styles that the browser loaded for the first page. */
  assets: string[] | undefined;
  notes: string[];
}

const WARM_UP_REQUESTS = 15;
const BROWSER_RUNS = 5;
const RUNS = {
  seed: { snapshots: 5, changes: 20 },
  horizon: { snapshots: 3, changes: 10 },
} as const;
const CYPHER_LIMITS = { oneMs: 20_000, allMs: 60_000 };

export async function measureSet(data: DataSet, options: SetOptions): Promise<MeasuredSet> {
  const { say } = options;
  const notes: string[] = [];
  const location = sqliteIn(await temporaryFolder());
  const stores = [await measureStore(location, data.records, RUNS[data.name], say)];
  const neo4j = options.hasNeo4j ? await startPeer(data, stores, say, notes) : null;
  const { watched, start } = await startService(data, path.dirname(location.file), say);
  const driver = neo4j && connect(neo4j.server);
  const routes = await measureRoutes(watched, sampleOf(data.records), {
    requests: options.requests,
    warmUp: WARM_UP_REQUESTS,
    driver,
    limits: CYPHER_LIMITS,
    say,
  });
  const memory = watched.memory();
  const neo4jResidentBytes = neo4j ? (memoryOf(neo4j.server.pid)?.residentBytes ?? null) : null;
  // The browser has the machine for itself and the service.
  await driver?.close();
  await neo4j?.stop();
  const browser = options.hasChromium
    ? await measureFirstPicture(watched.service.address, BROWSER_RUNS)
    : null;
  await watched.stop();
  const delays = routes.flatMap(({ eventLoopMaxMs }) => eventLoopMaxMs ?? []);
  return {
    result: {
      name: data.name,
      title: data.title,
      counts: countsOf(data.records),
      stores,
      start,
      routes,
      memory: memory && { ...memory, neo4jResidentBytes },
      eventLoopMaxMs: delays.length > 0 ? Math.max(...delays) : null,
      firstPicture: browser?.picture ?? null,
    },
    assets: browser?.assets,
    notes,
  };
}

/** Where a service with this data folder keeps its database. */
function sqliteIn(dataDir: string): Extract<StoreLocation, { engine: "sqlite" }> {
  const { store } = readSettings({ DATA_DIR: dataDir });
  if (store.engine !== "sqlite") throw new Error(`bench: expected SQLite (got ${store.engine})`);
  return store;
}

/** A fresh Neo4j with the same records; null, with a note, when it could not take them. */
async function startPeer(
  data: DataSet,
  stores: StoreResult[],
  say: (line: string) => void,
  notes: string[],
): Promise<{ server: Neo4jServer; stop(): Promise<void> } | null> {
  say("neo4j: starting");
  const server = await startNeo4j({ heap: "2g" });
  const stop = atEnd(() => server.stop());
  const { uri, username, password } = server;
  const location = { engine: "neo4j", uri, username, password } as const;
  try {
    stores.push(await measureStore(location, data.records, RUNS[data.name], say));
    return { server, stop };
  } catch (error) {
    notes.push(`${data.title} in Neo4j: ${error instanceof Error ? error.message : String(error)}`);
    await stop();
    return null;
  }
}

/** Of the seed the first start finds nothing and seeds; of another graph both find what the store was filled with. */
async function startService(
  data: DataSet,
  filledDir: string,
  say: (line: string) => void,
): Promise<{ watched: WatchedService; start: StartResult }> {
  const dataDir = data.name === "seed" ? path.join(await temporaryFolder(), "data") : filledDir;
  mkdirSync(dataDir, { recursive: true });
  const first = await startWatched(dataDir);
  await first.stop();
  const watched = await startWatched(dataDir);
  say(`service: answers after ${Math.round(watched.startMs)} ms`);
  const times = snapshotLine(watched.service.output());
  return {
    watched,
    start: {
      firstMs: first.startMs,
      secondMs: watched.startMs,
      snapshotReadMs: times?.readMs ?? null,
      snapshotBuildMs: times?.buildMs ?? null,
    },
  };
}

/** The line in which the service tells how long its snapshot took. */
function snapshotLine(output: string): { readMs: number; buildMs: number } | null {
  const line = output.split("\n").find((text) => text.startsWith("{") && text.includes("readMs"));
  return line === undefined ? null : snapshotTimes(JSON.parse(line));
}
