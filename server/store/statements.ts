/** The Cypher statements of `cypher/`, one a file, read by name. The folder lies at the root of the package. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const texts = new Map<string, string>();
let root: string | undefined;

/** Text of a statement, for example `statement("read/actors")`. */
export function statement(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(cypherRoot(), `${name}.cypher`), "utf8");
  texts.set(name, text);
  return text;
}

/** Names of all statements of a folder of `cypher/`, sorted. */
export function statementNames(folder: "schema" | "read" | "write" | "questions"): string[] {
  return readdirSync(path.join(cypherRoot(), folder))
    .filter((file) => file.endsWith(".cypher"))
    .map((file) => `${folder}/${path.basename(file, ".cypher")}`)
    .sort();
}

/** Of the source and of the bundle alike: the nearest folder above that holds `cypher/schema`. */
function cypherRoot(): string {
  if (root !== undefined) return root;
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "cypher");
    if (existsSync(path.join(candidate, "schema"))) {
      root = candidate;
      return candidate;
    }
    if (folder === path.dirname(folder)) {
      throw new Error(`statements: expected a folder cypher/schema above ${start} (found none)`);
    }
  }
}
