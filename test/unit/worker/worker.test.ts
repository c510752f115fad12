/** Workers start from TypeScript source and from the flat folder of the bundle. */
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { startWorker, workerUrl } from "../../../server/worker.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "querblick-worker-"));
  folders.push(path);
  return path;
}

async function ask(url: URL, workerData: unknown, message: unknown): Promise<unknown> {
  const worker = startWorker(url, workerData);
  try {
    worker.postMessage(message);
    const [answer] = await Promise.race([
      once(worker, "message"),
      once(worker, "error").then(([error]) => {
        throw error;
      }),
    ]);
    return answer;
  } finally {
    await worker.terminate();
  }
}

describe("workerUrl", () => {
  it("names the TypeScript file beside its owner", () => {
    expect(workerUrl("sqlite-worker", "file:///app/server/store/sqlite.ts").href).toBe(
      "file:///app/server/store/sqlite-worker.ts",
    );
  });

  it("finds the bundled worker from the entry and from a chunk", async () => {
    const dist = await folder();
    await mkdir(join(dist, "chunks"));
    await writeFile(join(dist, "sqlite-worker.js"), "");
    const expected = pathToFileURL(join(dist, "sqlite-worker.js")).href;
    const entry = pathToFileURL(join(dist, "main.js")).href;
    const chunk = pathToFileURL(join(dist, "chunks", "store-abc.js")).href;
    expect(workerUrl("sqlite-worker", entry).href).toBe(expected);
    expect(workerUrl("sqlite-worker", chunk).href).toBe(expected);
  });

  it("says what it looked for when there is none", async () => {
    const owner = pathToFileURL(join(await folder(), "main.js")).href;
    expect(() => workerUrl("no-such-worker", owner)).toThrow(/expected no-such-worker\.js/);
  });
});

describe("startWorker", () => {
  it("runs TypeScript with its imports", async () => {
    const url = workerUrl("echo-worker", import.meta.url);
    expect(await ask(url, { a: 1 }, "hello")).toEqual({
      workerData: { a: 1 },
      message: "hello",
      first: "hub",
    });
  });

  it("runs plain JavaScript without a loader", async () => {
    const file = join(await folder(), "plain-worker.mjs");
    await writeFile(
      file,
      `import { parentPort } from "node:worker_threads";
       parentPort.once("message", () => parentPort.postMessage(process.execArgv));`,
    );
    expect(await ask(pathToFileURL(file), undefined, "go")).toEqual([]);
  });
});
