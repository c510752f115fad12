/** Starts the real Neo4j Community server as a child process: for `npm run neo4j`, tests and the bench. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import neo4j, { type Driver } from "neo4j-driver";
import { ensureJars } from "./jars.ts";

const START_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 30_000;
const OUTPUT_KEPT_LINES = 40;
const DEFAULT_HEAP = "2g";
const USERNAME = "neo4j";
const FIRST_PASSWORD = "neo4j";
const here = path.dirname(fileURLToPath(import.meta.url));

export interface Neo4jOptions {
  /** Default: a temporary folder that is removed at the end. */
  dataDir?: string;
  /** Default: a free port. */
  port?: number;
  /** At least 8 characters; has to be the old one for a folder used before. Default: a random one. */
  password?: string;
  /** Largest heap, as Java's `-Xmx` takes it. Default 2g. */
  heap?: string;
}

export interface Neo4jServer {
  uri: string;
  username: string;
  password: string;
  pid: number;
  /** Shuts the database down cleanly; calling it again does nothing. */
  stop(): Promise<void>;
}

export async function startNeo4j(options: Neo4jOptions = {}): Promise<Neo4jServer> {
  const jars = await ensureJars();
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "querblick-neo4j-")));
  await mkdir(dataDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const password = options.password ?? randomBytes(12).toString("hex");
  const uri = `bolt://127.0.0.1:${port}`;
  const child = spawn(
    "java",
    [
      `-Xmx${options.heap ?? DEFAULT_HEAP}`,
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "-cp",
      path.join(jars, "*"),
      path.join(here, "Neo4jServer.java"),
      dataDir,
      String(port),
    ],
    // A group of its own: an interrupt in the terminal reaches only who started it, which then stops it in order.
    { stdio: ["pipe", "pipe", "pipe"], detached: true },
  );
  const stop = async () => {
    await stopProcess(child);
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child);
    await setPassword(uri, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri, username: USERNAME, password, pid: child.pid ?? 0, stop };
}

async function waitUntilReady(child: ChildProcess): Promise<void> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("neo4j: expected the server's output as pipes");
  const output: string[] = [];
  const keep = (line: string) => {
    output.push(line);
    output.splice(0, output.length - OUTPUT_KEPT_LINES);
  };
  createInterface(stderr).on("line", keep);
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const ready = new Promise<void>((resolve) => {
    createInterface(stdout).on("line", (line) => (line === "READY" ? resolve() : keep(line)));
  });
  const failed = Promise.race([
    once(child, "exit", { signal: limit }),
    once(child, "error", { signal: limit }),
  ]).then(
    ([reason]: unknown[]) => {
      throw new Error(`neo4j: the server ended at its start (${reason}): ${output.join("\n")}`);
    },
    (error: unknown) => {
      throw new Error(
        `neo4j: the server did not start within ${START_LIMIT_MS} ms: ${output.join("\n")}`,
        { cause: error },
      );
    },
  );
  failed.catch(() => {});
  await Promise.race([ready, failed]);
}

/** A fresh database lets `neo4j` in only to change the password. */
async function setPassword(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USERNAME, password));
  try {
    if (await answers(driver)) return;
  } finally {
    await driver.close();
  }
  const first = neo4j.driver(uri, neo4j.auth.basic(USERNAME, FIRST_PASSWORD));
  try {
    await first.executeQuery(
      "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
      { old: FIRST_PASSWORD, new: password },
      { database: "system" },
    );
  } catch (error) {
    throw new Error(
      "neo4j: the password is not that of the data folder; give the old one or another folder",
      { cause: error },
    );
  } finally {
    await first.close();
  }
}

async function answers(driver: Driver): Promise<boolean> {
  try {
    await driver.executeQuery("RETURN 1");
    return true;
  } catch (error) {
    const isRefused =
      error instanceof neo4j.Neo4jError && error.code.startsWith("Neo.ClientError.Security");
    if (isRefused) return false;
    throw error;
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await exit;
  clearTimeout(kill);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") {
    throw new Error(`neo4j: expected a port of the loopback address (got ${address})`);
  }
  return address.port;
}
