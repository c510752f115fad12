/** Where and with what the bench ran. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { chromiumPath } from "../environment.ts";
import { NEO4J_VERSION } from "../neo4j/jars.ts";
import type { Machine } from "./result.ts";

const packageFile = new URL("../../package.json", import.meta.url);

export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${platform()} ${release()} ${arch()}`,
    load: loadavg()[0] ?? 0,
  };
}

export function versions(): Record<string, string> {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const chromium = chromiumPath();
  const found = {
    querblick: [version, firstLine("git", ["rev-parse", "--short", "HEAD"])]
      .filter(Boolean)
      .join(" "),
    node: process.versions.node,
    neo4j: NEO4J_VERSION,
    java: firstLine("java", ["-version"])?.match(/"(.+)"/)?.[1],
    chromium: chromium ? firstLine(chromium, ["--version"])?.match(/[\d.]+/)?.[0] : undefined,
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Undefined when the program is not there. */
function firstLine(program: string, parameters: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: new URL(".", import.meta.url).pathname,
    encoding: "utf8",
  });
  if (status !== 0) return undefined;
  // Java writes its version to stderr.
  return (stdout || stderr).split("\n")[0]?.trim();
}
