/** The graphs that are measured: the product's seed, and Horizon 2020 where its tables are there. */
import { readSeed } from "../../seed/load.ts";
import { isGroupKind } from "../../server/contract/vocabulary.ts";
import { type Records, readHorizon } from "./horizon.ts";
import type { SetResult } from "./result.ts";

const SEED = new URL("../../seed", import.meta.url).pathname;

export interface DataSet {
  name: SetResult["name"];
  title: string;
  records: Records;
}

/** The data set, or why it is not there. */
export async function readDataSet(name: SetResult["name"]): Promise<DataSet | string> {
  if (name === "seed") {
    const { records, errors } = await readSeed(SEED);
    if (!records) throw new Error(`seed: expected no problems (got ${errors.length})`);
    return { name, title: "Seed: the German ecosystem", records };
  }
  const records = readHorizon();
  if (!records) {
    return "Horizon 2020 is left out: expected its tables in ../shared/data/cordis-h2020 (got no such folder).";
  }
  return { name, title: "Horizon 2020", records };
}

export function countsOf({ actors, links }: Records): SetResult["counts"] {
  return {
    actors: actors.length,
    projects: actors.filter(({ kind }) => kind === "project").length,
    links: links.length,
    groups: actors.filter(({ kind }) => isGroupKind(kind)).length,
  };
}
