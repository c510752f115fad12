/** What Apache POI and a plain reader of packages find in a presentation. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const POI_VERSION = "5.4.1";
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const CHECK_LIMIT_MS = 120_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const here = path.dirname(fileURLToPath(import.meta.url));

const schemaReport = z.object({
  slides: z.array(
    z.object({
      shapes: z.number(),
      tables: z.number(),
      texts: z.array(z.string()),
      notes: z.string(),
    }),
  ),
  errors: z.array(z.string()),
});

const packageReport = z.object({
  problems: z.array(z.string()),
  parts: z.array(z.string()),
  slides: z.array(
    z.object({
      /** Title, texts and footer included. */
      shapes: z.number(),
      frames: z.number(),
      names: z.array(z.string()),
      texts: z.array(z.string()),
      notes: z.string(),
    }),
  ),
  title: z.string().nullable(),
  language: z.string().nullable(),
});

/** Validates each part against the schemas of OOXML; the jars are fetched by Maven once and kept. */
export async function checkSchemas(file: string): Promise<z.infer<typeof schemaReport>> {
  const jars = await ensureJars();
  const { stdout } = await run(
    "java",
    [
      "-Dlog4j2.StatusLogger.level=OFF",
      "-cp",
      path.join(jars, "*"),
      path.join(here, "SlideShowCheck.java"),
      file,
    ],
    { timeout: CHECK_LIMIT_MS, maxBuffer: MAX_OUTPUT_BYTES },
  );
  return schemaReport.parse(JSON.parse(stdout));
}

/** Entries, relationships, types and numbers, read with Python’s own library. */
export async function checkPackage(file: string): Promise<z.infer<typeof packageReport>> {
  const { stdout } = await run("python3", [path.join(here, "package_check.py"), file], {
    timeout: CHECK_LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return packageReport.parse(JSON.parse(stdout));
}

async function ensureJars(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  const folder = path.join(cache, "querblick", `poi-${POI_VERSION}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    const pom = path.join(here, "pom.xml");
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
    throw new Error(`office: Maven could not fetch the jars of Apache POI ${POI_VERSION}`, {
      cause: error,
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
