/**
 * The ready-made workshop stories of a seed folder: one JSON file a story, `stories/<id>.json`. A folder without them
 * is complete. Only ids are read out of a view here; its grammar belongs to the client, and the tests hold it to that.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { StoryRecord } from "../server/contract/records.ts";
import { keptStory, type Story, story as storySchema } from "../server/contract/stories.ts";
import { LONGEST_STORY } from "../server/contract/story-words.ts";
import { problem, quoted, type SeedProblem } from "./problem.ts";
import { expectation } from "./tables.ts";

const FOLDER = "stories";
const ENDING = ".json";
/** Stated, not taken from the clock: loading twice has to give the same record. */
const WRITTEN_AT = "2026-11-25T00:00:00.000Z";
/** Parameters of a view whose value is a list of ids, or two ids with `~` between them. */
const ID_PARAMETERS = "open groups centre from to via notVia ids path compare pair".split(" ");

const storyFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, "lower-case letters, digits and hyphens"),
  story: storySchema,
});

/** A story with the file that it came from. */
export interface SeedStory {
  record: StoryRecord;
  story: Story;
  file: string;
}

/** An actor that a scene names, with its place in the file. */
export interface NamedActor {
  id: string;
  place: string;
}

/** In the order of the file names; a file with a problem is left out, and each of its problems is told. */
export async function readStories(folder: string, problems: SeedProblem[]): Promise<SeedStory[]> {
  const stories: SeedStory[] = [];
  for (const name of await storyFiles(path.join(folder, FOLDER))) {
    const file = `${FOLDER}/${name}`;
    const story = toStory(file, await readFile(path.join(folder, file), "utf8"), problems);
    if (story) stories.push(story);
  }
  return stories;
}

/** Everyone whom the scenes name: in `names`, and by id in their views. */
export function namedActors({ scenes }: Story): NamedActor[] {
  return scenes.flatMap(({ view, names }, scene) => [
    ...idsInView(view).map((id) => ({ id, place: `story.scenes.${scene}.view` })),
    ...names.map(({ id }, index) => ({ id, place: `story.scenes.${scene}.names.${index}.id` })),
  ]);
}

async function storyFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ENDING)).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function toStory(file: string, text: string, problems: SeedProblem[]): SeedStory | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(problem(file, null, null, "JSON", reason));
    return undefined;
  }
  const parsed = storyFile.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(problemOf(file, raw, issue));
    return undefined;
  }
  const { id, story } = parsed.data;
  const named = path.basename(file, ENDING);
  if (id !== named) {
    problems.push(problem(file, null, "id", `the name of the file (${named})`, quoted(id)));
    return undefined;
  }
  if (text.length > LONGEST_STORY) {
    const came = text.length.toLocaleString("en");
    problems.push(problem(file, null, null, `at most ${LONGEST_STORY} characters`, came));
    return undefined;
  }
  return { record: toRecord(id, story), story, file };
}

/** As the service keeps a new story: its first edition, shared with nobody. */
function toRecord(id: string, story: Story): StoryRecord {
  const { de, en } = story.title;
  const kept = { story, edition: 1, changedAt: WRITTEN_AT, sharing: null };
  return {
    id,
    title: de.trim() || en.trim() || id,
    content: JSON.stringify(keptStory.parse(kept)),
  };
}

function problemOf(file: string, raw: unknown, issue: z.core.$ZodIssue): SeedProblem {
  const value = issue.path.reduce<unknown>(
    (found, key) => (found as Record<PropertyKey, unknown> | null | undefined)?.[key],
    raw,
  );
  const came = value === undefined ? "nothing" : quoted(asText(value));
  const place = issue.path.map(String).join(".");
  // What the contract says itself begins with the word that stands before it here.
  const wanted = expectation(issue).replace(/^expected /, "");
  return problem(file, null, place === "" ? null : place, wanted, came);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function idsInView(view: string): string[] {
  const parameters = new URLSearchParams(view);
  const panel = parameters.get("panel") ?? "";
  const values = ID_PARAMETERS.map((name) => parameters.get(name) ?? "");
  const ids = [...values, panel.slice(panel.indexOf(":") + 1)].flatMap((value) =>
    value.split(/[,~]/),
  );
  return [...new Set(ids.filter((id) => id !== ""))];
}
