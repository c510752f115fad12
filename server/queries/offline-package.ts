/**
 * Packs what a page needs that has no service: the rows of the graph as the service itself reads them, the details of
 * the records, their sources, and a story. Of a large graph only the part around the story.
 */
import {
  type Columns,
  type OfflinePackage,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackedTable,
} from "../contract/offline-words.ts";
import type { SourceRecord, StoryRecord } from "../contract/records.ts";
import type { KeptStory } from "../contract/stories.ts";
import type { Store } from "../store/store.ts";
import { breathe } from "./breathe.ts";
import { type Context, UnknownStory } from "./context.ts";
import { openStory, recordOf } from "./kept-stories.ts";
import { type ExcerptLimits, excerptOf } from "./offline-excerpt.ts";
import { withoutNotes } from "./shared.ts";

/** So much a browser builds and searches without a long wait, in a file of a few megabytes. */
export const MOST_PACKED: ExcerptLimits = { actors: 25_000, links: 80_000 };
/** Records that are asked for in one go: a few milliseconds. */
const CHUNK = 1_000;

export interface PackageRequest {
  /** Id of the story that goes along, `null` for none. */
  story: string | null;
  hasNotes: boolean;
}

/** Rejects with `UnknownStory`. */
export async function offlinePackage(
  context: Context,
  { story, hasNotes }: PackageRequest,
  signal: AbortSignal,
  limits = MOST_PACKED,
): Promise<OfflinePackage> {
  const { snapshot, store } = context;
  const kept = story === null ? null : await findStory(store, story, signal);
  const named = namedIn(kept).map((id) => snapshot.findActor(id));
  const excerpt = await excerptOf(
    snapshot,
    named.filter((actor) => actor >= 0),
    limits,
    signal,
  );
  const { meta, tables } = await readRows(store, excerpt ?? undefined, signal);
  const actors = await withDetails(tables.actors, (ids) => store.actors(ids, signal), signal);
  const links = await withDetails(tables.links, (ids) => store.links(ids, signal), signal);
  return {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    made: new Date().toISOString(),
    engine: store.engine,
    revision: meta.revision,
    isCut: excerpt !== null,
    total: { actors: snapshot.actorCount, links: snapshot.linkCount, sources: meta.sources },
    topics: tables.topics,
    actors,
    links,
    sources: await sourcesOf(store, [actors, links], signal),
    referenceCounts: await store.referenceCounts(signal),
    quality: await context.quality(signal),
    stories: story === null || kept === null ? [] : [packed(story, kept, hasNotes)],
  };
}

async function findStory(store: Store, id: string, signal: AbortSignal): Promise<KeptStory> {
  const record = (await store.stories(signal)).find((one) => one.id === id);
  const kept = record && openStory(record).kept;
  if (!kept) throw new UnknownStory(id);
  return kept;
}

/** Ids, each once, in the order of the scenes. */
function namedIn(kept: KeptStory | null): string[] {
  const scenes = kept?.story.scenes ?? [];
  return [...new Set(scenes.flatMap(({ names }) => names.map(({ id }) => id)))];
}

/** Without the address at which others may see it: whoever gets the file need not know it. */
function packed(id: string, kept: KeptStory, hasNotes: boolean): StoryRecord {
  const story = hasNotes ? kept.story : withoutNotes(kept.story);
  return recordOf(id, { ...kept, sharing: null, story });
}

interface Rows {
  meta: { revision: number; sources: number };
  tables: { topics: Columns; actors: Columns; links: Columns };
}

async function readRows(
  store: Store,
  only: { actors: string[]; links: string[] } | undefined,
  signal: AbortSignal,
): Promise<Rows> {
  const tables: Rows["tables"] = { topics: {}, actors: {}, links: {} };
  let meta: Rows["meta"] | undefined;
  for await (const batch of store.loadColumns(only, signal)) {
    if (batch.table === "meta") meta = { revision: batch.revision, sources: batch.sources };
    else {
      const { table, ...columns } = batch;
      append(tables[table], columns);
    }
    await breathe(signal);
  }
  if (meta === undefined) throw new Error("store: expected a batch with the revision (got none)");
  return { meta, tables };
}

function append(columns: Columns, batch: Columns): void {
  for (const [name, values] of Object.entries(batch)) {
    const column = columns[name];
    if (column === undefined) columns[name] = [...values];
    else for (const value of values) column.push(value);
  }
}

/** The rows with what their records say beyond them. */
async function withDetails(
  rows: Columns,
  read: (ids: string[]) => Promise<Readonly<Record<string, unknown>>[]>,
  signal: AbortSignal,
): Promise<PackedTable> {
  const ids = rows.id ?? [];
  const table: PackedTable = { rows, details: {}, withoutRecord: [] };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK).map((id) => (typeof id === "string" ? id : ""));
    const records = await read(chunk.filter((id) => id !== ""));
    const byId = new Map(records.map((record) => [record.id, record]));
    chunk.forEach((id, place) => {
      const record = byId.get(id);
      if (record === undefined) table.withoutRecord.push(start + place);
      else note(table, start + place, record);
    });
    await breathe(signal);
  }
  return table;
}

function note({ rows, details }: PackedTable, row: number, record: object): void {
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined || name in rows) continue;
    details[name] ??= new Array(rows.id?.length ?? 0).fill(null);
    details[name][row] = value;
  }
}

async function sourcesOf(
  store: Store,
  tables: readonly PackedTable[],
  signal: AbortSignal,
): Promise<SourceRecord[]> {
  const ids = new Set<string>();
  for (const { details } of tables) {
    for (const named of (details.sourceIds ?? []) as (string[] | null)[]) {
      for (const id of named ?? []) ids.add(id);
    }
  }
  const sorted = [...ids].sort();
  const found: SourceRecord[] = [];
  for (let start = 0; start < sorted.length; start += CHUNK) {
    found.push(...(await store.sources(sorted.slice(start, start + CHUNK), signal)));
    await breathe(signal);
  }
  return found;
}
