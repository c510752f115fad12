/** The jars of Neo4j Community: resolved once by Maven, kept in the person's cache, shared between runs and trees. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const NEO4J_VERSION = "5.26.30";

const DOWNLOAD_LIMIT_MS = 10 * 60_000;
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
  if (!existsSync(jarsFolder()) && !(await isThere("mvn", "-version"))) {
    missing.push("mvn (Maven 3.8 or later; on Debian: apt-get install maven)");
  }
  return missing;
}

function jarsFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  return path.join(cache, "querblick", `neo4j-${NEO4J_VERSION}`);
}

/** Folder with all jars; a download that breaks off leaves nothing that could be taken for whole. */
export async function ensureJars(): Promise<string> {
  const folder = jarsFolder();
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    const pom = path.join(here, "pom.xml");
    await run(
      "mvn",
      ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${partial}`],
      { timeout: DOWNLOAD_LIMIT_MS, maxBuffer: 16 * 1024 * 1024 },
    );
    await rename(partial, folder).catch((error: unknown) => {
      // Another run was faster: its folder is whole.
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } catch (error) {
    throw new Error(`neo4j: Maven could not fetch the jars of Neo4j ${NEO4J_VERSION}`, {
      cause: error,
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
