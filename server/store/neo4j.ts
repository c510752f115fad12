/**
 * The Neo4j store. It opens even while the server is away: every operation then rejects with `StoreUnavailable`, and
 * the first one that gets through prepares the schema.
 */
import type { Record as QueryRecord } from "neo4j-driver";
import neo4j from "neo4j-driver";
import { applyChange, chunks } from "./apply-change.ts";
import { toJudgements } from "./judging.ts";
import { neo4jTransaction, toStoredRecord } from "./neo4j-apply.ts";
import { Neo4jConnection, type Neo4jLocation } from "./neo4j-connection.ts";
import { judgeInNeo4j } from "./neo4j-judging.ts";
import { prepareSchema, readMeta } from "./neo4j-schema.ts";
import { keepStoryInNeo4j } from "./neo4j-stories.ts";
import { fromNeo4j } from "./neo4j-values.ts";
import {
  type AnyRecord,
  parseRecord,
  STREAM_COLUMNS,
  type StreamTable,
  type TableName,
  type TableRecords,
} from "./record-tables.ts";
import { statement } from "./statements.ts";
import {
  type ApplyResult,
  type Change,
  type ChangeEntry,
  type ColumnBatch,
  MAX_CHANGES,
  type Store,
  StoreUnavailable,
} from "./store.ts";

/** Rows of one batch of a stream. */
const BATCH_ROWS = 2_000;

/** Rejects when the server answers and the graph cannot be used: wrong password, newer schema. */
export async function openNeo4j(location: Neo4jLocation): Promise<Store> {
  const connection = new Neo4jConnection(location);
  const store = neo4jStore(connection);
  try {
    await store.revision();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) {
      await connection.close();
      throw error;
    }
  }
  return store;
}

function neo4jStore(connection: Neo4jConnection): Store {
  let prepared: Promise<void> | undefined;
  const ready = async (signal?: AbortSignal): Promise<void> => {
    prepared ??= prepareSchema(connection).catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    await untilAborted(prepared, signal);
  };
  const rows = async (
    name: string,
    parameters: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<AnyRecord[]> => {
    await ready(signal);
    const { records } = await connection.execute(
      "READ",
      (tx) => tx.run(statement(name), parameters),
      signal,
    );
    return records.map((record) => record.toObject());
  };
  const byIds = async <N extends "actors" | "links" | "sources">(
    table: N,
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<TableRecords[N][]> => {
    const found = new Map<string, TableRecords[N]>();
    for (const chunk of chunks([...new Set(ids)])) {
      for (const record of parseRows(table, await rows(`read/${table}`, { ids: chunk }, signal))) {
        found.set(record.id, record);
      }
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  return {
    engine: "neo4j",
    info: async (signal) => {
      await ready(signal);
      const { revision, schemaVersion, version } = await readMeta(connection, signal);
      return { engine: "neo4j", version, schemaVersion, revision };
    },
    revision: async (signal) => {
      await ready(signal);
      return (await readMeta(connection, signal)).revision;
    },
    loadColumns: (only, signal) => streamBatches(connection, ready, only, signal),
    actors: (ids, signal) => byIds("actors", ids, signal),
    links: (ids, signal) => byIds("links", ids, signal),
    sources: (ids, signal) => byIds("sources", ids, signal),
    referenceCounts: async (signal) =>
      parseRows("referenceCounts", await rows("read/all-reference-counts", {}, signal)),
    stories: async (signal) => parseRows("stories", await rows("read/all-stories", {}, signal)),
    keepStory: async (change, replaces, signal) => {
      await ready(signal);
      signal?.throwIfAborted();
      await connection.execute("WRITE", (tx) => keepStoryInNeo4j(tx, change, replaces, signal));
    },
    judgements: async (signal) => toJudgements(await rows("read/all-judgements", {}, signal)),
    judge: async (record, replaces, signal) => {
      await ready(signal);
      signal?.throwIfAborted();
      await connection.execute("WRITE", (tx) => judgeInNeo4j(tx, record, replaces, signal));
    },
    apply: async (change, signal) => {
      await ready(signal);
      return apply(connection, change, signal);
    },
    changesSince: async (revision, signal) => {
      const parameters = { revision: neo4j.int(revision), limit: neo4j.int(MAX_CHANGES) };
      return (await rows("read/changes-since", parameters, signal)).map(toChangeEntry);
    },
    close: () => connection.close(),
  };
}

/** Aborts between its steps; once the commit has begun its end is awaited, so that the answer is the truth. */
async function apply(
  connection: Neo4jConnection,
  change: Change,
  signal: AbortSignal | undefined,
): Promise<ApplyResult> {
  signal?.throwIfAborted();
  try {
    return await connection.execute("WRITE", async (tx, progress) => {
      const result = await applyChange(neo4jTransaction(tx, progress, signal), change);
      signal?.throwIfAborted();
      if (result.changed === 0) throw new Unchanged(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Unchanged) return error.result;
    throw error;
  }
}

/** Rolls a transaction back that has only locked. */
class Unchanged extends Error {
  readonly result: ApplyResult;
  constructor(result: ApplyResult) {
    super("nothing differs");
    this.result = result;
  }
}

/**
 * One read transaction; but Neo4j shows it what others commit meanwhile. The revision is read first: what slips in is
 * newer than it, and comes again with the changes since.
 */
async function* streamBatches(
  connection: Neo4jConnection,
  ready: (signal?: AbortSignal) => Promise<void>,
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ColumnBatch, void> {
  await ready(signal);
  const session = connection.session("READ");
  try {
    const tx = await connection.watch(async () => session.beginTransaction(), signal);
    const { records } = await connection.watch(async () => tx.run(statement("read/meta")), signal);
    yield {
      table: "meta",
      revision: Number(records[0]?.get("revision") ?? 0),
      sources: Number(records[0]?.get("sources") ?? 0),
    };
    for (const [table, name, parameters] of streamQueries(only)) {
      const rows = tx.run(statement(name), parameters)[Symbol.asyncIterator]();
      for (;;) {
        const batch = await connection.watch(
          (progress) => readBatch(table, rows, progress),
          signal,
        );
        if (batch.row.length > 0) yield batch;
        if (batch.row.length < BATCH_ROWS) break;
      }
    }
    await connection.watch(() => tx.commit(), signal);
  } finally {
    void session.close().catch(() => {});
  }
}

function* streamQueries(
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
): Generator<[table: StreamTable, statement: string, parameters: Record<string, unknown>]> {
  yield ["topics", "read/topic-columns", {}];
  if (!only) {
    yield ["actors", "read/actor-columns", {}];
    yield ["links", "read/link-columns", {}];
    return;
  }
  for (const ids of chunks([...new Set(only.actors)])) {
    yield ["actors", "read/actor-columns-by-id", { ids }];
  }
  for (const ids of chunks([...new Set(only.links)])) {
    yield ["links", "read/links", { ids }];
  }
}

async function readBatch(
  table: StreamTable,
  rows: AsyncIterator<QueryRecord>,
  progress: () => void,
): Promise<Exclude<ColumnBatch, { table: "meta" }>> {
  const names = STREAM_COLUMNS[table];
  const columns = names.map((): unknown[] => []);
  const row: string[] = [];
  while (row.length < BATCH_ROWS) {
    const next = await rows.next();
    progress();
    if (next.done) break;
    for (const [index, name] of names.entries()) {
      columns[index]?.push(fromNeo4j(readColumn(next.value, name)));
    }
    row.push(String(next.value.get("row")));
  }
  const entries = names.map((name, index) => [name, columns[index]]);
  return { table, ...Object.fromEntries(entries), row };
}

/** A column of the row, or where the statement answers whole records one of its properties. */
function readColumn(row: QueryRecord, name: string): unknown {
  if (row.has(name)) return row.get(name);
  const properties: AnyRecord = row.get("properties");
  return properties[name] ?? null;
}

function parseRows<N extends TableName>(table: N, rows: readonly AnyRecord[]): TableRecords[N][] {
  return rows.flatMap((row) => parseRecord(table, toStoredRecord(table, row)) ?? []);
}

function toChangeEntry({ revision, at, by, what, touchedActors, touchedLinks }: AnyRecord) {
  const entry: ChangeEntry = {
    revision: Number(revision),
    at: String(at),
    by: String(by),
    what: String(what),
  };
  if (isTextList(touchedActors) && isTextList(touchedLinks)) {
    entry.touched = { actors: touchedActors, links: touchedLinks };
  }
  return entry;
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
