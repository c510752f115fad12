/**
 * How a change is applied, the same for both databases: what differs, what conflicts, what the journal says.
 * The databases bring the statements (`ChangeTransaction`); nothing is committed here.
 */
import {
  type AnyRecord,
  canonical,
  keyOf,
  TABLE_NAMES,
  type TableName,
  type TableRecords,
  toWellFormed,
} from "./record-tables.ts";
import { type ApplyResult, type Change, type ChangeEntry, StoreConflict } from "./store.ts";

/** More touched ids than this are not journalled. */
export const MAX_TOUCHED = 10_000;
/** Records looked up or written at a time; small enough to be cancelled soon and to keep an event loop free. */
const CHUNK = 1_000;
/** Ids named in a message. */
const MAX_NAMED = 10;

export type RemovableTable = keyof NonNullable<Change["remove"]>;
type Entry = Omit<ChangeEntry, "at">;

/** One write transaction of a database. Lists are never longer than a chunk. */
export interface ChangeTransaction {
  /** The revision, locked against other writers until the end of the transaction. */
  lockRevision(): Promise<number>;
  isEmpty(table: TableName): Promise<boolean>;
  /** Canonical form of the stored records with the keys of these, by key. */
  stored<N extends TableName>(
    table: N,
    records: readonly TableRecords[N][],
  ): Promise<Map<string, string>>;
  /** Those of the ids that exist. */
  existing(table: RemovableTable, ids: readonly string[]): Promise<Set<string>>;
  /** Ids of all links of these actors. */
  linksOf(actors: readonly string[]): Promise<string[]>;
  /** Ids of actors and links (or topics) that refer to one of these sources or topics; a few are enough. */
  referrers(table: "sources" | "topics", ids: readonly string[]): Promise<string[]>;
  write<N extends TableName>(table: N, records: readonly TableRecords[N][]): Promise<void>;
  /** Ids that do not exist are no error; an actor takes its links along. */
  remove(table: RemovableTable, ids: readonly string[]): Promise<void>;
  /** Sets the revision and writes the journal entry. */
  record(entry: Entry): Promise<void>;
  /** Called between chunks: throws when the change was cancelled, and lets others run. */
  checkpoint(): Promise<void>;
}

type Upserts = { [N in TableName]: TableRecords[N][] };

/** Does everything but the commit; when `changed` is 0 nothing was written. */
export async function applyChange(tx: ChangeTransaction, change: Change): Promise<ApplyResult> {
  await checkAlone(tx, change);
  const revision = await tx.lockRevision();
  if (change.ifRevision !== undefined && change.ifRevision !== revision) {
    throw new StoreConflict(
      `change: expected the store at revision ${change.ifRevision} (it is at ${revision})`,
    );
  }
  const upserts = await findDifferences(tx, change);
  const removals = await findRemovals(tx, change);
  await checkReferences(tx, upserts, change);

  const changed =
    TABLE_NAMES.reduce((sum, name) => sum + upserts[name].length, 0) +
    Object.values(removals).reduce((sum, ids) => sum + ids.length, 0);
  if (changed === 0) return { revision, changed };

  for (const name of TABLE_NAMES) await writeAll(tx, name, upserts[name]);
  await removeAll(tx, "links", [...new Set(change.remove?.links)]);
  await removeAll(tx, "actors", removals.actors);
  await removeAll(tx, "stories", removals.stories);
  for (const name of ["sources", "topics"] as const) {
    await checkUnused(tx, name, removals[name]);
    await removeAll(tx, name, removals[name]);
  }
  const touched = {
    actors: [...upserts.actors.map(({ id }) => id), ...removals.actors],
    links: [...upserts.links.map(({ id }) => id), ...removals.links],
  };
  const few = touched.actors.length + touched.links.length <= MAX_TOUCHED;
  const entry = toWellFormed({ by: change.by, what: change.what });
  await tx.record({ ...entry, revision: revision + 1, ...(few ? { touched } : {}) });
  return { revision: revision + 1, changed };
}

/** What is wrong with a change whatever the database holds. */
async function checkAlone(tx: ChangeTransaction, { upsert = {}, remove = {} }: Change) {
  const removed = {
    actors: new Set(remove.actors),
    links: new Set(remove.links),
    sources: new Set(remove.sources),
    topics: new Set(remove.topics),
    stories: new Set(remove.stories),
    referenceCounts: new Set<string>(),
  };
  for (const name of TABLE_NAMES) {
    const keys = new Set<string>();
    for (const chunk of chunks<AnyRecord>(upsert[name] ?? [])) {
      await tx.checkpoint();
      for (const record of chunk) {
        const key = keyOf(name, record);
        if (keys.has(key)) throw new StoreConflict(`${name}: ${key} is in the change twice`);
        if (removed[name].has(key)) {
          throw new StoreConflict(`${name}: ${key} is both written and removed by the change`);
        }
        keys.add(key);
      }
    }
  }
  if (removed.actors.size === 0) return;
  for (const { id, source, target } of upsert.links ?? []) {
    const end = removed.actors.has(source) ? source : target;
    if (removed.actors.has(end)) {
      throw new StoreConflict(`links: ${id} names the actor ${end}, which the change removes`);
    }
  }
}

async function findDifferences(tx: ChangeTransaction, { upsert = {} }: Change): Promise<Upserts> {
  const find = async <N extends TableName>(
    name: N,
    records: readonly TableRecords[N][] = [],
  ): Promise<TableRecords[N][]> => {
    const differing: TableRecords[N][] = [];
    const isEmpty = records.length > 0 && (await tx.isEmpty(name));
    for (const chunk of chunks(records)) {
      await tx.checkpoint();
      const clean = chunk.map((record) => toWellFormed(record));
      if (isEmpty) {
        differing.push(...clean);
        continue;
      }
      const stored = await tx.stored(name, clean);
      for (const record of clean) {
        if (stored.get(keyOf(name, record)) !== canonical(name, record)) differing.push(record);
      }
    }
    return differing;
  };
  return {
    sources: await find("sources", upsert.sources),
    topics: await find("topics", upsert.topics),
    actors: await find("actors", upsert.actors),
    links: await find("links", upsert.links),
    referenceCounts: await find("referenceCounts", upsert.referenceCounts),
    stories: await find("stories", upsert.stories),
  };
}

async function findRemovals(
  tx: ChangeTransaction,
  { upsert = {}, remove = {} }: Change,
): Promise<Record<RemovableTable, string[]>> {
  const find = async (name: RemovableTable): Promise<string[]> => {
    const found: string[] = [];
    for (const chunk of chunks([...new Set(remove[name])])) {
      await tx.checkpoint();
      found.push(...(await tx.existing(name, chunk)));
    }
    return found;
  };
  const actors = await find("actors");
  const links = new Set(await find("links"));
  const rewritten = new Set(upsert.links?.map(({ id }) => id));
  for (const chunk of chunks(actors)) {
    await tx.checkpoint();
    for (const link of await tx.linksOf(chunk)) if (!rewritten.has(link)) links.add(link);
  }
  return {
    actors,
    links: [...links],
    sources: await find("sources"),
    topics: await find("topics"),
    stories: await find("stories"),
  };
}

/** Everything that a written record names exists already or comes with the change. */
async function checkReferences(
  tx: ChangeTransaction,
  upserts: Upserts,
  { remove = {} }: Change,
): Promise<void> {
  const { actors, links, sources, topics } = upserts;
  const ends = references(links, ({ source, target }) => [source, target]);
  const evidence = references([...actors, ...links], ({ sourceIds }) => sourceIds);
  const subjects = references(actors, (actor) => actor.topics);
  const broader = references(topics, (topic) =>
    topic.broader === undefined ? [] : [topic.broader],
  );
  await checkExist(tx, "actors", ends, actors, remove.actors);
  await checkExist(tx, "sources", evidence, sources, remove.sources);
  await checkExist(tx, "topics", new Map([...subjects, ...broader]), topics, remove.topics);
}

/** Id referred to → id of a record that refers to it. */
function references<R extends { id: string }>(
  records: readonly R[],
  of: (record: R) => readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const record of records) for (const id of of(record)) found.set(id, record.id);
  return found;
}

async function checkExist(
  tx: ChangeTransaction,
  name: "actors" | "sources" | "topics",
  wanted: Map<string, string>,
  written: readonly { id: string }[],
  removed: readonly string[] = [],
): Promise<void> {
  for (const { id } of written) wanted.delete(id);
  const gone = new Set(removed);
  const missing: string[] = [];
  for (const chunk of chunks([...wanted.keys()])) {
    await tx.checkpoint();
    const existing = await tx.existing(name, chunk);
    missing.push(...chunk.filter((id) => !existing.has(id) || gone.has(id)));
  }
  if (missing.length > 0) {
    const named = missing.map((id) => `${id} (named by ${wanted.get(id)})`);
    throw new StoreConflict(`${name}: expected to exist, missing: ${list(named)}`);
  }
}

async function checkUnused(
  tx: ChangeTransaction,
  name: "sources" | "topics",
  ids: readonly string[],
): Promise<void> {
  const removed = new Set(ids);
  for (const chunk of chunks(ids)) {
    const referrers = (await tx.referrers(name, chunk)).filter((id) => !removed.has(id));
    if (referrers.length > 0) {
      throw new StoreConflict(`${name}: cannot remove ${list(chunk)}, named by ${list(referrers)}`);
    }
  }
}

async function writeAll<N extends TableName>(
  tx: ChangeTransaction,
  name: N,
  records: readonly TableRecords[N][],
): Promise<void> {
  for (const chunk of chunks(records)) {
    await tx.checkpoint();
    await tx.write(name, chunk);
  }
}

async function removeAll(
  tx: ChangeTransaction,
  name: RemovableTable,
  ids: readonly string[],
): Promise<void> {
  for (const chunk of chunks(ids)) {
    await tx.checkpoint();
    await tx.remove(name, chunk);
  }
}

export function* chunks<T>(items: readonly T[], size = CHUNK): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function list(ids: readonly string[]): string {
  const named = ids.slice(0, MAX_NAMED).join(", ");
  return ids.length > MAX_NAMED ? `${named} and ${ids.length - MAX_NAMED} more` : named;
}
