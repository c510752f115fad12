/**
 * A Python with networkx and scipy, to compare the model's formulae with independent ones. Missing in CI it is a
 * failure; on a person's machine the comparisons are skipped (`test/environment.ts` says so).
 */
import { spawnSync } from "node:child_process";

/** The first of the usual ones that has both libraries; null when none has. */
export function pythonPath(): string | null {
  const candidates = [process.env.PYTHON_PATH, "python3", "/usr/bin/python3"];
  return (
    candidates.find(
      (path) =>
        path !== undefined &&
        spawnSync(path, ["-c", "import networkx, scipy.stats"], { stdio: "ignore" }).status === 0,
    ) ?? null
  );
}

/** Answer of a script of this folder, as JSON. */
export function runPython(
  python: string,
  script: string,
  { args = [], input = "" }: { args?: string[]; input?: string },
): unknown {
  const file = new URL(script, import.meta.url).pathname;
  const run = spawnSync(python, [file, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0)
    throw new Error(`${script}: expected status 0 (got ${run.status}): ${run.stderr}`);
  return JSON.parse(run.stdout);
}
