/**
 * Starts worker threads from source (development, tests) and from the production bundle alike. In the source a
 * worker is the `.ts` file beside its owner and needs tsx; in the bundle all workers lie flat in `dist/server`.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, type Transferable, Worker } from "node:worker_threads";

/**
 * Room for young objects in a worker. The engine's own choice is three times as much and is kept for good, in each
 * of five threads.
 */
const YOUNG_GENERATION_MB = 16;

/** How many folders above a bundled chunk its workers may lie. */
const MAX_LEVELS_UP = 3;

/**
 * Where the code of a worker lies.
 * @param name file name without extension, for example `sqlite-worker`
 * @param owner `import.meta.url` of the source file beside which the worker's source lies
 */
export function workerUrl(name: string, owner: string): URL {
  if (owner.endsWith(".ts")) return new URL(`./${name}.ts`, owner);
  let folder = new URL(".", owner);
  for (let level = 0; level <= MAX_LEVELS_UP; level += 1) {
    const candidate = new URL(`${name}.js`, folder);
    if (existsSync(candidate)) return candidate;
    folder = new URL("..", folder);
  }
  throw new Error(
    `worker: expected ${name}.js in the folder of ${owner} or up to ${MAX_LEVELS_UP} above it (found none); is the build complete?`,
  );
}

/** Starts the worker; `workerData` is cloned, what `transfer` lists is moved instead. */
export function startWorker(
  url: URL,
  workerData?: unknown,
  transfer: readonly Transferable[] = [],
  resourceLimits: ResourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
): Worker {
  const options = { workerData, transferList: [...transfer], resourceLimits, execArgv: [] };
  return url.pathname.endsWith(".ts")
    ? new Worker(typeScriptBootstrap(url), { ...options, eval: true })
    : new Worker(url, options);
}

/**
 * Registers tsx inside the worker and then imports the source: `--import tsx` does not reach a worker of Node 20.
 * Messages sent meanwhile wait in the port until the worker listens.
 */
function typeScriptBootstrap(url: URL): string {
  const tsx = pathToFileURL(createRequire(url).resolve("tsx/package.json"));
  const api = new URL("./dist/esm/api/index.mjs", tsx).href;
  return `import(${JSON.stringify(api)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(url.href)});
  });`;
}
