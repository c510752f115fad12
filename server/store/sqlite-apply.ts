/** A change as one SQLite transaction, on the worker's writing connection. */
import { setImmediate } from "node:timers/promises";
import type Database from "libsql";
import { applyChange, type ChangeTransaction, type RemovableTable } from "./apply-change.ts";
import { canonical, keyOf, TABLES } from "./record-tables.ts";
import { callJson, decodeRow, retryBusy, type Statements } from "./sqlite-database.ts";
import { encodeValue } from "./sqlite-schema.ts";
import type { ApplyResult, Change } from "./store.ts";

export async function applyToSqlite(
  db: Database.Database,
  statements: Statements,
  change: Change,
  checkCancelled: () => void,
): Promise<ApplyResult> {
  await retryBusy(() => db.exec("BEGIN IMMEDIATE"), checkCancelled);
  try {
    const result = await applyChange(transaction(statements, checkCancelled), change);
    checkCancelled();
    db.exec(result.changed > 0 ? "COMMIT" : "ROLLBACK");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function transaction(statements: Statements, checkCancelled: () => void): ChangeTransaction {
  const ids = (sql: string, wanted: readonly string[], times = 1) =>
    callJson(statements.get(sql), ...Array(times).fill(JSON.stringify(wanted))) as string[];
  return {
    lockRevision: async () => {
      const [revision] = statements.get("SELECT revision FROM meta").raw().get() as [number];
      return revision;
    },
    isEmpty: async (name) => statements.get(statements.sql[name].any).raw().get() === undefined,
    stored: async (name, records) => {
      const rows =
        name === "referenceCounts"
          ? statements.all(name)
          : statements.byIds(
              name,
              records.map((record) => keyOf(name, record)),
            );
      return new Map(
        rows.map((values) => {
          const record = decodeRow(name, values);
          return [keyOf(name, record), canonical(name, record)];
        }),
      );
    },
    existing: async (name, wanted) => new Set(ids(statements.sql[name].existing, wanted)),
    linksOf: async (actors) => ids(LINKS_OF, actors, 2),
    referrers: async (name, wanted) =>
      name === "sources" ? ids(SOURCE_REFERRERS, wanted, 2) : ids(TOPIC_REFERRERS, wanted, 2),
    write: async (name, records) => {
      const { columns } = TABLES[name];
      const rows = records.map((record: Readonly<Record<string, unknown>>) =>
        columns.map((column) => encodeValue(column, record[column.name])),
      );
      statements.get(statements.sql[name].write).run([JSON.stringify(rows)]);
    },
    remove: async (name: RemovableTable, wanted) => {
      statements.get(statements.sql[name].remove).run([JSON.stringify(wanted)]);
    },
    record: async ({ revision, by, what, touched }) => {
      statements.get("UPDATE meta SET revision = ?").run([revision]);
      const entry = { revision, at: new Date().toISOString(), by, what };
      statements
        .get(RECORD)
        .run([JSON.stringify(entry), touched === undefined ? null : JSON.stringify(touched)]);
    },
    checkpoint: async () => {
      checkCancelled();
      await setImmediate();
      checkCancelled();
    },
  };
}

const LINKS_OF = `SELECT json_group_array(id) FROM (
  SELECT id FROM links WHERE source IN (SELECT value FROM json_each(?))
  UNION SELECT id FROM links WHERE target IN (SELECT value FROM json_each(?)))`;

const mentions = (table: string, column: string) =>
  `SELECT id FROM ${table} AS holder WHERE json_valid(holder.${column}) AND EXISTS (
    SELECT 1 FROM json_each(holder.${column}) AS held
    WHERE held.value IN (SELECT value FROM json_each(?)))`;

const SOURCE_REFERRERS = `SELECT json_group_array(id) FROM (
  ${mentions("actors", "sourceIds")} UNION ALL ${mentions("links", "sourceIds")} LIMIT 1000)`;

const TOPIC_REFERRERS = `SELECT json_group_array(id) FROM (
  ${mentions("actors", "topics")}
  UNION ALL SELECT id FROM topics WHERE broader IN (SELECT value FROM json_each(?)))`;

/** Through JSON like all texts, so that a NUL survives. */
const RECORD = `INSERT INTO changes (revision, at, "by", what, touched)
  SELECT entry ->> 'revision', entry ->> 'at', entry ->> 'by', entry ->> 'what', touched
  FROM (SELECT ? AS entry, ? AS touched)`;
