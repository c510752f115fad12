/** Jars that tests run with: resolved once by Maven, kept in the person's cache, shared between runs and trees. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** @param name for example `neo4j-5.26.30` */
export function jarsFolder(name: string): string {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  return path.join(cache, "querblick", name);
}

/**
 * Folder with all jars that a POM names; a download that breaks off leaves nothing that could be taken for whole.
 *
 * @param pom path of the POM
 */
export async function ensureJars(name: string, pom: string): Promise<string> {
  const folder = jarsFolder(name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await run(
      "mvn",
      ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${partial}`],
      { timeout: DOWNLOAD_LIMIT_MS, maxBuffer: MAX_OUTPUT_BYTES },
    );
    await rename(partial, folder).catch((error: unknown) => {
      // Another run was faster: its folder is whole.
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } catch (error) {
    throw new Error(`maven: expected the jars of ${name} (could not fetch them)`, { cause: error });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
