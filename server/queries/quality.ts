/** How good the rankings are, as the quality bench measured it; "not measured yet" without its file. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type QualityResult, qualityFile } from "../contract/opportunities.ts";
import type { Query } from "./context.ts";

const FILE = path.join("server", "quality.json");

export const quality: Query<"quality"> = async ({ snapshot }, _query, signal) => {
  const text = await readAbove(path.dirname(fileURLToPath(import.meta.url)), signal);
  const measured = text === null ? null : qualityFile.parse(JSON.parse(text));
  const summary = measured?.summary ?? NOT_MEASURED;
  return { revision: snapshot.revision, measured, summary };
};

const NOT_MEASURED: QualityResult["summary"] = {
  de: "Wie gut diese Rangfolgen sind, ist noch nicht gemessen.",
  en: "How good these rankings are has not been measured yet.",
};

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
