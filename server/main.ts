/**
 * The program: settings → store → seed of an empty database → live snapshot → listening. The only file of the
 * server with side effects. Logs go to stderr as JSON lines, the address to stdout.
 */
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import pino, { type Logger } from "pino";
import { loadSeed } from "../seed/load.ts";
import { createApp } from "./http/app.ts";
import { closeServer, createHttpServer, listen } from "./http/http-server.ts";
import type { Live } from "./live/live.ts";
import { openLive } from "./live/open-live.ts";
import { readSettings, type Settings, WrongSettings } from "./settings.ts";
import { openStore } from "./store/open.ts";
import { type Store, StoreUnavailable } from "./store/store.ts";

/** How often to look again for a database that is away at the start. */
const RETRY_MS = 1_000;
/** After the time for running answers: how long workers and connections may take to close. */
const CLOSE_MS = 5_000;

/**
 * The heaps grow by a quarter of what is alive, not to twice of it and more: dead objects are collected sooner. The
 * six threads of a large graph hold some fifty megabytes less by it.
 */
const HEAP_GROWTH = "--heap-growing-percent=25";

setFlagsFromString(HEAP_GROWTH);
await main();

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  process.on("uncaughtException", (error) => die(log, error));
  process.on("unhandledRejection", (error) => die(log, error));
  try {
    await run(settings, log);
  } catch (error) {
    die(log, error);
  }
}

async function run(settings: Settings, log: Logger): Promise<void> {
  const root = packageRoot();
  makeDataDir(settings);
  const store = await openStore(settings.store);
  const stopping = new AbortController();
  const isSeeded = await seedWhenEmpty(store, root, log);
  if (!isSeeded) void seedLater(store, root, log, stopping.signal);
  const live = await openLive({ store, location: settings.store, log });
  const app = createApp({
    live,
    store,
    log,
    clientDir: path.join(root, "dist/client"),
    offlineTemplate: path.join(root, "dist/offline/template.html"),
    requestTimeoutMs: settings.requestTimeoutMs,
    requestsPerMinute: settings.requestsPerMinute,
    trustProxy: settings.trustProxy,
  });
  const server = createHttpServer(app);
  const address = await listen(server, settings.port, settings.host);
  stopOnSignals(log, settings.shutdownTimeoutMs + CLOSE_MS, async () => {
    stopping.abort();
    await closeServer(server, settings.shutdownTimeoutMs);
    await live.close();
    await store.close();
  });
  if (isSeeded) await firstSnapshot(live);
  else log.warn({}, "the database is away; the service waits for it");
  console.log(`Querblick is at ${address}`);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Of the source and of the bundle alike: the nearest folder above with a package.json. */
function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("main: expected a package.json above it (found none)");
    folder = parent;
  }
  return folder;
}

function makeDataDir({ store, dataDir }: Settings): void {
  if (store.engine !== "sqlite") return;
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DATA_DIR: expected a folder that can be made and written (got ${JSON.stringify(dataDir)}: ${reason})`,
      { cause: error },
    );
  }
}

/** False when the database is away. A database is empty that was never changed and holds no actor. */
async function seedWhenEmpty(store: Store, root: string, log: Logger): Promise<boolean> {
  try {
    if ((await store.revision()) > 0 || (await hasActors(store))) return true;
    const { changed } = await loadSeed(store, path.join(root, "seed"), { by: "start" });
    log.info({ records: changed }, "the database was empty and is seeded");
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}

async function hasActors(store: Store): Promise<boolean> {
  for await (const batch of store.loadColumns()) {
    if (batch.table === "actors" && batch.id.length > 0) return true;
  }
  return false;
}

async function seedLater(
  store: Store,
  root: string,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(RETRY_MS);
    if (!signal.aborted && (await seedWhenEmpty(store, root, log))) return;
  }
}

function firstSnapshot(live: Live): Promise<void> {
  return new Promise((resolve) => {
    const end = live.onRevision(() => {
      end();
      resolve();
    });
    if (live.snapshot()) {
      end();
      resolve();
    }
  });
}

function stopOnSignals(log: Logger, timeoutMs: number, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (name: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal: name }, "stopping");
    setTimeout(() => die(log, new Error(`stop: expected within ${timeoutMs} ms`)), timeoutMs);
    close().then(
      () => process.exit(0),
      (error: unknown) => die(log, error),
    );
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stop(name));
}

/** Says what went wrong in the log, and in one plain sentence for who started it by hand. */
function die(log: Logger, error: unknown): never {
  log.fatal({ err: error }, "the service ends");
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
