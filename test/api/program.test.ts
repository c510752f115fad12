/** The program from its source: settings, seed, address, signals. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { freePort } from "../neo4j/server.ts";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), "querblick-program-"));
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "server/main.ts")], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: path.join(folder, "data"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    exit: async () => {
      if (child.exitCode === null) await once(child, "exit");
      return child.exitCode;
    },
    address: async () => {
      const found = () => /http:\/\/\S+/.exec(stdout)?.[0];
      await expect.poll(() => found() ?? child.exitCode, { timeout: 50_000 }).not.toBeNull();
      const address = found();
      if (!address) throw new Error(`the program ended: ${stderr}`);
      return address;
    },
  };
}

it("seeds an empty database once, says where it is and stops on SIGTERM", async () => {
  const first = start({});
  const address = await first.address();
  expect(first.stdout()).toBe(`Querblick is at ${address}\n`);
  const health = await (await fetch(`${address}/api/health`)).json();
  expect(health).toMatchObject({ status: "ok", revision: 1, store: { engine: "sqlite" } });
  expect(health.counts.actors).toBeGreaterThan(5_000);
  first.child.kill("SIGTERM");
  expect(await first.exit()).toBe(0);

  const second = start({});
  const again = await (await fetch(`${await second.address()}/api/health`)).json();
  expect(again).toMatchObject({ revision: 1, counts: health.counts });
  second.child.kill("SIGINT");
  expect(await second.exit()).toBe(0);
});

it("finishes the answers that run", async () => {
  const program = start({});
  const address = await program.address();
  const asked = fetch(`${address}/api/graph?kinds=project&limit=50000`);
  const answer = await asked;
  program.child.kill("SIGTERM");
  const { actors } = await answer.json();
  expect(actors.id.length).toBeGreaterThan(5_000);
  expect(await program.exit()).toBe(0);
});

it("refuses wrong settings with what was expected and what came", async () => {
  const program = start({ PORT: "http", LOG_LEVEL: "loud" });
  expect(await program.exit()).toBe(1);
  expect(program.stderr().split("\n")).toEqual([
    'PORT: expected a whole number from 0 to 65535 (got "http")',
    'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent (got "loud")',
    "",
  ]);
});

it("refuses a data folder that is a file", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const program = start({ DATA_DIR: file });
  expect(await program.exit()).toBe(1);
  expect(program.stderr()).toContain(`DATA_DIR: expected a folder`);
});

it("says which port is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const program = start({ PORT: port });
  expect(await program.exit()).toBe(1);
  expect(program.stderr()).toContain(`PORT: expected a free port on 127.0.0.1 (got ${port},`);
  other.close();
});

it("starts while Neo4j is away", async () => {
  const program = start({
    NEO4J_URI: `bolt://127.0.0.1:${await freePort()}`,
    NEO4J_PASSWORD: "not-a-secret",
  });
  const health = await (await fetch(`${await program.address()}/api/health`)).json();
  expect(health).toMatchObject({ status: "starting", store: { engine: "neo4j" } });
  expect(program.stderr()).not.toContain("not-a-secret");
  program.child.kill("SIGTERM");
  expect(await program.exit()).toBe(0);
});
