/**
 * `npm test`: everything, from a fresh clone: what the tests need is installed or named, then lint, types,
 * build, and all tests. Ends with one line "N passed, N failed, N skipped".
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { prepareEnvironment } from "./environment.ts";

const root = new URL("..", import.meta.url).pathname;
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

function say(line: string): void {
  console.log(`\n── ${line}`);
}

/** Runs a program of the project and says how long it took. */
function step(title: string, command: string, ...args: string[]): boolean {
  say(title);
  const start = performance.now();
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${title}: ${result.status === 0 ? "done" : "FAILED"} after ${seconds} s`);
  return result.status === 0;
}

function runTests(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "querblick-report-"));
  const file = join(folder, "report.json");
  const passed = step(
    "Tests (unit, contract, e2e)",
    "npx",
    "vitest",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  );
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = report.parse(
    JSON.parse(readFileSync(file, "utf8")),
  );
  rmSync(folder, { recursive: true });
  // A file that does not even load has no failed test of its own.
  const failed = passed ? numFailedTests : Math.max(1, numFailedTests, numFailedTestSuites);
  console.log(`\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
  return passed;
}

const passed =
  prepareEnvironment(say) &&
  step("Lint", "npx", "biome", "ci", ".") &&
  ["server", "client", "seed", "test"].every((program) =>
    step(`Types of ${program}`, "npx", "tsc", "-p", program),
  ) &&
  step("Build", "npm", "run", "--silent", "build") &&
  runTests();
process.exitCode = passed ? 0 : 1;
