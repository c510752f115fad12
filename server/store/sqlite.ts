/**
 * The SQLite store: a worker thread holds the file, this side asks it. A worker that dies takes the open questions
 * with it (`StoreUnavailable`); the next question starts a new one.
 */
import { STREAM_COLUMNS } from "./record-tables.ts";
import { SqliteLink } from "./sqlite-link.ts";
import type { Question, RawBatch } from "./sqlite-messages.ts";
import { columnOf, decodeValue } from "./sqlite-schema.ts";
import { type ColumnBatch, type Store, StoreError } from "./store.ts";

/**
 * Opens (and creates) the file; rejects when it cannot be used.
 * @param start starts the worker, again after each death
 */
export async function openSqlite(
  file: string,
  start = (path: string) => new SqliteLink(path),
): Promise<Store> {
  const store = sqliteStore(file, start);
  try {
    await store.info();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function sqliteStore(file: string, start: (file: string) => SqliteLink): Store {
  let current: SqliteLink | undefined;
  let isClosed = false;

  const link = (): SqliteLink => {
    if (isClosed) throw new StoreError(`sqlite: ${file} is closed`);
    if (!current || current.isDead) current = start(file);
    return current;
  };
  /** The worker answers each question in the form that its kind says; this is the one border for it. */
  const ask = async <T>(question: Question, signal?: AbortSignal, waits = false): Promise<T> =>
    (await link().send(question, signal, waits).answer) as T;

  return {
    engine: "sqlite",
    info: (signal) => ask({ kind: "info" }, signal),
    revision: (signal) => ask({ kind: "revision" }, signal),
    loadColumns: (only, signal) => streamBatches(link, only, signal),
    actors: (ids, signal) => ask({ kind: "records", table: "actors", ids }, signal),
    links: (ids, signal) => ask({ kind: "records", table: "links", ids }, signal),
    sources: (ids, signal) => ask({ kind: "records", table: "sources", ids }, signal),
    referenceCounts: (signal) => ask({ kind: "all", table: "referenceCounts" }, signal),
    stories: (signal) => ask({ kind: "all", table: "stories" }, signal),
    keepStory: (change, replaces, signal) =>
      ask({ kind: "keepStory", change, replaces }, signal, true),
    judgements: (signal) => ask({ kind: "judgements" }, signal),
    judge: (record, replaces, signal) => ask({ kind: "judge", record, replaces }, signal, true),
    apply: (change, signal) => ask({ kind: "apply", change }, signal, true),
    changesSince: (revision, signal) => ask({ kind: "changesSince", revision }, signal),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      if (!current || current.isDead) return;
      await current.ask({ kind: "close" }).catch(() => {});
      await current.terminate();
    },
  };
}

/** One batch is read ahead while the caller works on the one before. */
async function* streamBatches(
  link: () => SqliteLink,
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ColumnBatch, void> {
  const worker = link();
  const { id: stream, answer: opened } = worker.send(
    only ? { kind: "load", only } : { kind: "load" },
    signal,
  );
  const next = () => {
    const batch = worker.ask({ kind: "next", stream }, signal);
    batch.catch(() => {});
    return batch as Promise<RawBatch | null>;
  };
  try {
    await opened;
    let ahead = next();
    for (;;) {
      const batch = await ahead;
      if (batch === null) return;
      ahead = next();
      yield decodeBatch(batch);
      signal?.throwIfAborted();
    }
  } finally {
    worker.ask({ kind: "endStream", stream }).catch(() => {});
  }
}

function decodeBatch(batch: RawBatch): ColumnBatch {
  if (batch.table === "meta") return batch;
  const { table } = batch;
  const columns = STREAM_COLUMNS[table].map((name, index): [string, unknown[]] => {
    const column = columnOf(table, name);
    const values = JSON.parse(batch.columns[index] ?? "[]") as unknown[];
    const isPlain = column.kind === "text" || column.kind === "integer";
    return [name, isPlain ? values : values.map((value) => decodeValue(column, value))];
  });
  const rowIds = JSON.parse(batch.rowIds) as number[];
  const row = rowIds.map((rowId) => `${table}:${rowId}`);
  return { table, ...Object.fromEntries(columns), row } as ColumnBatch;
}
