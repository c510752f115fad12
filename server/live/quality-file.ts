/** How good the rankings are, in the file that the quality bench writes; `null` without it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type QualityResult, qualityFile } from "../contract/opportunities.ts";

const FILE = path.join("server", "quality.json");

export async function readQuality(signal: AbortSignal): Promise<QualityResult["measured"]> {
  const text = await readAbove(path.dirname(fileURLToPath(import.meta.url)), signal);
  return text === null ? null : qualityFile.parse(JSON.parse(text));
}

/** Of the source and of the bundle alike: in the nearest folder above that has the file; `null` where none has. */
async function readAbove(start: string, signal: AbortSignal): Promise<string | null> {
  for (let folder = start; ; folder = path.dirname(folder)) {
    try {
      return await readFile(path.join(folder, FILE), { encoding: "utf8", signal });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    if (folder === path.dirname(folder)) return null;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR")
  );
}
