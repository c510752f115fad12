/** `npm run neo4j`: prints how to reach the server, keeps its password beside the data, stops cleanly. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { freePort } from "../neo4j/server.ts";

const root = new URL("../..", import.meta.url).pathname;
const LIMIT_MS = 180_000;

describe.skipIf(inject("neo4j") === null)("npm run neo4j", () => {
  let dataDir: string;
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "querblick-neo4j-cli-"));
  });
  afterEach(async () => {
    if (child && child.exitCode === null) child.kill("SIGTERM");
    await rm(dataDir, { recursive: true, force: true });
  });

  function start(...options: string[]): { process: ChildProcess; output: () => string } {
    const { NEO4J_PASSWORD: _, ...env } = process.env;
    const started = spawn(
      process.execPath,
      ["--import", "tsx", "test/neo4j/cli.ts", "--data", dataDir, "--heap", "512m", ...options],
      { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] },
    );
    child = started;
    let output = "";
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (data: Buffer) => {
        output += data.toString();
      });
    }
    return { process: started, output: () => output };
  }

  it(
    "prints the three variables and stops on SIGTERM",
    async () => {
      const port = await freePort();
      const { process: server, output } = start("--port", String(port));
      await expect
        .poll(output, { timeout: LIMIT_MS / 2 })
        .toMatch(/export NEO4J_URI=.*\nexport NEO4J_USERNAME=.*\nexport NEO4J_PASSWORD=.*\n/);
      const variable = (name: string) => new RegExp(`${name}=(.*)`).exec(output())?.[1] ?? "";
      expect(variable("NEO4J_URI")).toBe(`bolt://127.0.0.1:${port}`);
      const store = await openStore({
        engine: "neo4j",
        uri: variable("NEO4J_URI"),
        username: variable("NEO4J_USERNAME"),
        password: variable("NEO4J_PASSWORD"),
      });
      expect(await store.revision()).toBe(0);
      await store.close();

      const exit = once(server, "exit");
      server.kill("SIGTERM");
      server.kill("SIGINT");
      expect(await exit).toEqual([0, null]);
      const socket = createConnection(port, "127.0.0.1");
      await expect(once(socket, "connect")).rejects.toThrow(/ECONNREFUSED/);
    },
    LIMIT_MS,
  );

  it("says what is wrong with a port", async () => {
    const { process: server, output } = start("--port", "70000");
    expect(await once(server, "exit")).toEqual([1, null]);
    expect(output()).toContain("--port: expected a port from 1 to 65535 (got 70000)");
  });
});
