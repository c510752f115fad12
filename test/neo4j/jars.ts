/** The jars of Neo4j Community, and what is needed to have them. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ensureJars as ensure, jarsFolder } from "../maven.ts";

export const NEO4J_VERSION = "5.26.30";

const NAME = `neo4j-${NEO4J_VERSION}`;
const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));

/** One line for each program that is missing; empty when Neo4j can be started. */
export async function missingPrograms(): Promise<string[]> {
  const isThere = (program: string, argument: string) =>
    run(program, [argument]).then(
      () => true,
      () => false,
    );
  const missing: string[] = [];
  if (!(await isThere("java", "-version"))) {
    missing.push("java (17 or later; on Debian: apt-get install openjdk-17-jdk-headless)");
  }
  if (!existsSync(jarsFolder(NAME)) && !(await isThere("mvn", "-version"))) {
    missing.push("mvn (Maven 3.8 or later; on Debian: apt-get install maven)");
  }
  return missing;
}

/** Folder with all jars. */
export function ensureJars(): Promise<string> {
  return ensure(NAME, path.join(here, "pom.xml"));
}
