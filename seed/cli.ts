/** `npm run seed -- [folder]`: loads a folder of CSV files into the store that the environment names. */
import path from "node:path";
import { readSettings, WrongSettings } from "../server/settings.ts";
import { openStore } from "../server/store/open.ts";
import { StoreError, type StoreLocation } from "../server/store/store.ts";
import { applySeed, readSeed, type SeedRecords } from "./load.ts";
import { formatProblems } from "./problem.ts";

const DEFAULT_FOLDER = "seed";

const out = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const [folder = DEFAULT_FOLDER, ...more] = args;
  if (more.length > 0 || folder.startsWith("-")) {
    complain(
      `seed: expected one folder or none, e.g. npm run seed -- ./seed; came ${args.join(" ")}`,
    );
    return 1;
  }
  try {
    const { store: location } = readSettings(process.env);
    const { records, errors } = await readSeed(folder);
    if (!records) {
      complain(formatProblems(errors));
      complain(
        `${count(errors.length, "problem")} in ${path.resolve(folder)}; nothing was loaded.`,
      );
      return 1;
    }
    await load(location, folder, records);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongSettings || error instanceof StoreError)) throw error;
    complain(`seed: ${error.message}; nothing was loaded.`);
    return 1;
  }
}

async function load(location: StoreLocation, folder: string, records: SeedRecords): Promise<void> {
  const store = await openStore(location);
  try {
    const { changed, revision } = await applySeed(store, records, { by: "npm run seed" });
    const isProject = new Set(
      records.actors.flatMap(({ id, kind }) => (kind === "project" ? [id] : [])),
    );
    const projects = isProject.size;
    const participations = records.links.filter(({ target }) => isProject.has(target)).length;
    const place = location.engine === "sqlite" ? location.file : location.uri;
    out(
      [
        `Read ${path.resolve(folder)}:`,
        `  ${count(records.actors.length - projects, "actor")}, ${count(projects, "project")}`,
        `  ${count(records.links.length - participations, "link")}, ${count(participations, "participation")}`,
        `  ${count(records.sources.length, "source")}, ${count(records.topics.length, "topic")}, ${count(records.referenceCounts.length, "reference count")}`,
        changed === 0
          ? `Nothing changed in ${place} (revision ${revision}).`
          : `Loaded into ${place}: ${count(changed, "record")} changed (revision ${revision}).`,
      ].join("\n"),
    );
  } finally {
    await store.close();
  }
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
