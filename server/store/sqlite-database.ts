/** One connection to the SQLite file: opening it, its schema, prepared statements and the rows they answer. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "libsql";
import { type AnyRecord, TABLE_NAMES, TABLES, type TableName } from "./record-tables.ts";
import { CREATE, decodeValue, type TableStatements, tableStatements } from "./sqlite-schema.ts";
import { SCHEMA_VERSION, StoreError, StoreUnavailable } from "./store.ts";

/** How long another process may hold the write lock. */
const BUSY_LIMIT_MS = 4_500;
const BUSY_RETRY_MS = 15;

export type Row = readonly unknown[];

export function openConnection(file: string): Database.Database {
  const db = connect(file);
  db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0;");
  return db;
}

/** The driver's error has no code here. */
function connect(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailable(`sqlite: opening ${file}: ${reason}`, { cause: error });
  }
}

/** Creates the folder, the file and its tables where they do not exist; refuses a newer schema. */
export async function openDatabase(file: string): Promise<Database.Database> {
  if (file === "" || file.startsWith(":") || file.includes("\0")) {
    throw new StoreError(`sqlite: expected the path of a file (got ${JSON.stringify(file)})`);
  }
  mkdirSync(dirname(file), { recursive: true });
  const db = openConnection(file);
  try {
    // The pragma answers a row, which exec ignores.
    await retryBusy(() => db.pragma("journal_mode = WAL"));
    await retryBusy(() => db.exec("BEGIN IMMEDIATE"));
    checkVersion(db, file);
    db.exec(CREATE);
    db.exec(`INSERT OR IGNORE INTO meta VALUES (1, 0, ${SCHEMA_VERSION})`);
    db.exec("COMMIT");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function checkVersion(db: Database.Database, file: string): void {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").raw().get();
  if (!table) return;
  const meta = db.prepare("SELECT schemaVersion FROM meta").raw().get() as [number] | undefined;
  const version = meta?.[0] ?? 0;
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      `sqlite: ${file} has schema version ${version}, this program knows up to ${SCHEMA_VERSION}; use a newer program or another file`,
    );
  }
}

/** Tries again while another connection holds the lock; the thread stays free meanwhile. */
export async function retryBusy<T>(run: () => T, checkCancelled = () => {}): Promise<T> {
  const deadline = performance.now() + BUSY_LIMIT_MS;
  for (;;) {
    checkCancelled();
    try {
      return run();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) {
        throw new StoreUnavailable(
          `sqlite: another process holds the file's lock for more than ${BUSY_LIMIT_MS} ms`,
          { cause: error },
        );
      }
      await setTimeout(BUSY_RETRY_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error)) || /database is locked/.test(String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The driver's errors become ours. */
export function toStoreError(error: unknown, doing: string): unknown {
  if (error instanceof StoreError || codeOf(error) === "") return error;
  const message = `sqlite: ${doing}: ${error instanceof Error ? error.message : String(error)}`;
  const isAway =
    isBusy(error) || /^SQLITE_(IOERR|CANTOPEN|NOTADB|CORRUPT|FULL|READONLY)/.test(codeOf(error));
  return isAway
    ? new StoreUnavailable(message, { cause: error })
    : new StoreError(message, { cause: error });
}

/** Prepared statements of one connection, by their text. */
export class Statements {
  readonly sql: Readonly<Record<TableName, TableStatements>>;
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
    const entries = TABLE_NAMES.map((name) => [name, tableStatements(name)]);
    this.sql = Object.fromEntries(entries) as Record<TableName, TableStatements>;
  }

  get(sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  /** Rows in the order of the table's columns, undecoded. */
  byIds(name: TableName, ids: readonly string[]): Row[] {
    return callJson(this.get(this.sql[name].byIds), JSON.stringify(ids)) as Row[];
  }

  all(name: TableName): Row[] {
    return callJson(this.get(this.sql[name].all)) as Row[];
  }
}

/** Runs a statement that answers one row of one JSON text. */
export function callJson(statement: Database.Statement, ...parameters: unknown[]): unknown {
  const [json] = statement.raw().get(parameters) as [string];
  return JSON.parse(json);
}

export function decodeRow(name: TableName, row: Row): AnyRecord {
  return Object.fromEntries(
    TABLES[name].columns.map((column, index) => [column.name, decodeValue(column, row[index])]),
  );
}
