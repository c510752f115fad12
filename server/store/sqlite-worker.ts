/**
 * The thread that holds the SQLite file. Questions run side by side: each works in small steps and lets the others
 * in between. Changes have a connection of their own and run one after the other; so has every stream, because it
 * keeps a read transaction open.
 */
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type Database from "libsql";
import { chunks } from "./apply-change.ts";
import { parseRecord, STREAM_COLUMNS, type StreamTable, type TableName } from "./record-tables.ts";
import { applyToSqlite } from "./sqlite-apply.ts";
import {
  decodeRow,
  openConnection,
  openDatabase,
  Statements,
  toStoreError,
} from "./sqlite-database.ts";
import { judgeInSqlite, readJudgements } from "./sqlite-judging.ts";
import type {
  ErrorName,
  Question,
  RawBatch,
  Request,
  Response,
  WorkerInput,
} from "./sqlite-messages.ts";
import { streamStatements } from "./sqlite-schema.ts";
import { keepStoryInSqlite } from "./sqlite-stories.ts";
import { MAX_CHANGES, SCHEMA_VERSION, StoreConflict, StoreUnavailable } from "./store.ts";

/** Rows of one batch of a stream. */
const BATCH_ROWS = 4_000;
const MAX_IDLE = 4;

class Cancelled extends Error {
  override name = "Cancelled";
}

interface Connection {
  db: Database.Database;
  statements: Statements;
}

interface Stream {
  connection: Connection;
  batches: Generator<RawBatch, void>;
}

const { file } = workerData as WorkerInput;
const port = parentPort;
if (!port) throw new Error("sqlite-worker: expected to be started as a worker");

/** Requests that run, and which of them are cancelled. */
const running = new Map<number, { cancelled: boolean }>();
const streams = new Map<number, Stream>();
/** Connections of ended streams: the next ones use them and their prepared statements. */
const idle: Connection[] = [];
const opened = open();
opened.catch(() => {});
let lastChange: Promise<unknown> = Promise.resolve();

/** One change after the other. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const made = lastChange.then(change);
  lastChange = made.catch(() => {});
  return made;
}

port.on("message", (request: Request) => {
  if (request.kind === "cancel") {
    const call = running.get(request.id);
    if (call) call.cancelled = true;
    return;
  }
  void respond(request.id, request);
});

async function respond(id: number, question: Question): Promise<void> {
  const call = { cancelled: false };
  running.set(id, call);
  const checkCancelled = () => {
    if (call.cancelled) throw new Cancelled();
  };
  let response: Response;
  try {
    response = { id, ok: true, value: await answer(id, question, checkCancelled) };
  } catch (thrown) {
    const error = toStoreError(thrown, question.kind);
    response = { id, ok: false, error: describeError(error) };
  }
  running.delete(id);
  port?.postMessage(response);
}

function describeError(error: unknown): { name: ErrorName; message: string; stack?: string } {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && error.stack ? { stack: error.stack } : {};
  if (error instanceof Cancelled) return { name: "Cancelled", message };
  if (error instanceof StoreConflict) return { name: "StoreConflict", message };
  if (error instanceof StoreUnavailable) return { name: "StoreUnavailable", message };
  return { name: "StoreError", message, ...stack };
}

async function open(): Promise<{ reader: Connection; writer: Connection }> {
  try {
    const writer = await openDatabase(file);
    const reader = openConnection(file);
    return { reader: toConnection(reader), writer: toConnection(writer) };
  } catch (error) {
    throw toStoreError(error, `opening ${file}`);
  }
}

function toConnection(db: Database.Database): Connection {
  return { db, statements: new Statements(db) };
}

async function answer(
  id: number,
  question: Question,
  checkCancelled: () => void,
): Promise<unknown> {
  const { reader, writer } = await opened;
  checkCancelled();
  switch (question.kind) {
    case "info":
      return {
        engine: "sqlite",
        version: single(reader, "SELECT sqlite_version()"),
        schemaVersion: SCHEMA_VERSION,
        revision: single(reader, "SELECT revision FROM meta"),
      };
    case "revision":
      return single(reader, "SELECT revision FROM meta");
    case "records":
      return readRecords(reader, question.table, question.ids, checkCancelled);
    case "all":
      return reader.statements
        .all(question.table)
        .flatMap((row) => parseRecord(question.table, decodeRow(question.table, row)) ?? []);
    case "changesSince":
      return readChanges(reader, question.revision);
    case "apply":
      return inTurn(() =>
        applyToSqlite(writer.db, writer.statements, question.change, checkCancelled),
      );
    case "keepStory":
      return inTurn(() =>
        keepStoryInSqlite(
          writer.db,
          writer.statements,
          question.change,
          question.replaces,
          checkCancelled,
        ),
      );
    case "judgements":
      return readJudgements(reader.statements);
    case "judge":
      return inTurn(() =>
        judgeInSqlite(
          writer.db,
          writer.statements,
          question.record,
          question.replaces,
          checkCancelled,
        ),
      );
    case "load":
      streams.set(id, openStream(question.only));
      return id;
    case "next": {
      const next = streams.get(question.stream)?.batches.next();
      if (next && !next.done) return next.value;
      endStream(question.stream);
      return null;
    }
    case "endStream":
      endStream(question.stream);
      return null;
    case "close":
      await lastChange;
      for (const stream of streams.keys()) endStream(stream);
      for (const { db } of [...idle.splice(0), reader, writer]) db.close();
      return null;
  }
}

function single({ statements }: Connection, sql: string): unknown {
  return (statements.get(sql).raw().get() as [unknown])[0];
}

async function readRecords(
  { statements }: Connection,
  table: TableName,
  ids: readonly string[],
  checkCancelled: () => void,
): Promise<unknown[]> {
  const found = new Map<unknown, unknown>();
  for (const chunk of chunks([...new Set(ids)])) {
    for (const row of statements.byIds(table, chunk)) {
      const record = parseRecord(table, decodeRow(table, row));
      if (record) found.set(row[0], record);
    }
    await setImmediate();
    checkCancelled();
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function readChanges({ statements }: Connection, revision: number): unknown {
  const [json] = statements.get(CHANGES).raw().get([revision, MAX_CHANGES]) as [string];
  const rows = JSON.parse(json) as [number, string, string, string, string | null][];
  return rows.map(([revision, at, by, what, touched]) => ({
    revision,
    at,
    by,
    what,
    ...(touched === null ? {} : { touched: JSON.parse(touched) }),
  }));
}

const CHANGES = `SELECT json_group_array(json_array(revision, at, "by", what, touched)) FROM (
  SELECT * FROM changes WHERE revision > ? ORDER BY revision LIMIT ?)`;

/** Takes no lock and does not wait: a message that ends the stream never overtakes the one that opens it. */
function openStream(
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
): Stream {
  const connection = idle.pop() ?? toConnection(openConnection(file));
  connection.db.exec("BEGIN");
  return { connection, batches: readBatches(connection.statements, only) };
}

/** The first read fixes what the transaction sees. */
function* readBatches(
  statements: Statements,
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
): Generator<RawBatch, void> {
  const meta = "SELECT revision, (SELECT count(*) FROM sources) FROM meta";
  const [revision, sources] = statements.get(meta).raw().get() as [number, number];
  yield { table: "meta", revision, sources };
  yield* readAll(statements, "topics");
  for (const table of ["actors", "links"] as const) {
    if (only) yield* readOnly(statements, table, only[table]);
    else yield* readAll(statements, table);
  }
}

function* readAll(statements: Statements, table: StreamTable): Generator<RawBatch, void> {
  const statement = statements.get(streamStatements(table).page).raw();
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const batch = toBatch(table, statement.get([after, BATCH_ROWS]));
    const rowIds = JSON.parse(batch.rowIds) as number[];
    const last = rowIds.at(-1);
    if (last === undefined) return;
    yield batch;
    if (rowIds.length < BATCH_ROWS) return;
    after = last;
  }
}

function* readOnly(
  statements: Statements,
  table: "actors" | "links",
  ids: readonly string[],
): Generator<RawBatch, void> {
  const statement = statements.get(streamStatements(table).byIds).raw();
  for (const chunk of chunks([...new Set(ids)], BATCH_ROWS)) {
    const batch = toBatch(table, statement.get([JSON.stringify(chunk)]));
    if (batch.rowIds !== "[]") yield batch;
  }
}

function toBatch(
  table: StreamTable,
  row: unknown,
): { table: StreamTable } & Extract<RawBatch, { rowIds: string }> {
  const texts = row as string[];
  const count = STREAM_COLUMNS[table].length;
  return { table, columns: texts.slice(0, count), rowIds: texts[count] ?? "[]" };
}

/** Ending the transaction comes first: a closed connection lives on, with its lock, as long as its statements do. */
function endStream(stream: number): void {
  const connection = streams.get(stream)?.connection;
  if (!connection) return;
  streams.delete(stream);
  connection.db.exec("ROLLBACK");
  if (idle.length < MAX_IDLE) idle.push(connection);
  else connection.db.close();
}
