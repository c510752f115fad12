/** What Apache POI and a plain reader of packages find in a presentation. */
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { ensureJars } from "../maven.ts";

const run = promisify(execFile);
const POI_VERSION = "5.4.1";
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
  const jars = await ensureJars(`poi-${POI_VERSION}`, path.join(here, "pom.xml"));
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
