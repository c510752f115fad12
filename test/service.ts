/** The built service as its user starts it, on a free port of the loopback and a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const entry = join(root, "dist/server/main.js");

export interface Service {
  /** For example `http://127.0.0.1:43127`. */
  address: string;
  dataDir: string;
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** SIGTERM, and waits until the process is gone; the data folder goes too unless it was given. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Where the data lie. Default: a new folder, removed by `stop`. */
  dataDir?: string;
  env?: Record<string, string>;
  nodeArguments?: string[];
}

/** Resolves when the service has printed its address; rejects with what it printed when it ends before. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  if (!existsSync(entry))
    throw new Error("dist/server/main.js is missing: run `npm run build` first.");
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "querblick-data-"));
  const child = spawn(process.execPath, [...(options.nodeArguments ?? []), entry], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", DATA_DIR: dataDir, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Whoever started it may be interrupted before it can stop it.
  const orphaned = () => child.kill("SIGTERM");
  process.once("exit", orphaned);
  child.once("exit", () => process.off("exit", orphaned));
  let output = "";
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`The service ended with ${code}:\n${output}`)));
  });
  return {
    address,
    dataDir,
    process: child,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, "exit");
        child.kill("SIGTERM");
        await exit;
      }
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
