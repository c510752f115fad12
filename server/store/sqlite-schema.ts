/**
 * The SQLite file: its tables (STRICT, lists as JSON arrays) and the statements over them. Rows travel as JSON in
 * both directions: one call a chunk instead of one a row, and SQLite's JSON keeps a NUL inside a text, which the
 * driver's own reading cuts off.
 */
import {
  type Column,
  STREAM_COLUMNS,
  type StreamTable,
  TABLES,
  type TableName,
} from "./record-tables.ts";

export const CREATE = `
CREATE TABLE IF NOT EXISTS meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  schemaVersion INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sources (
  id TEXT NOT NULL UNIQUE, title TEXT, publisher TEXT, url TEXT, "date" TEXT, retrieved TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS topics (
  id TEXT NOT NULL UNIQUE, nameDe TEXT, nameEn TEXT, broader TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS actors (
  id TEXT NOT NULL UNIQUE, name TEXT, nameEn TEXT, aliases TEXT, kind TEXT,
  city TEXT, state TEXT, country TEXT, lat REAL, lon REAL, founded TEXT, website TEXT,
  legalIds TEXT, topics TEXT, descriptionDe TEXT, descriptionEn TEXT, sourceIds TEXT,
  "start" TEXT, "end" TEXT, programme TEXT, programmePart TEXT, fundingScheme TEXT,
  participants INTEGER, participantsDe INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS links (
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  type TEXT, since TEXT, until TEXT, noteDe TEXT, noteEn TEXT, role TEXT, sourceIds TEXT,
  confidence TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS links_source ON links (source);
CREATE INDEX IF NOT EXISTS links_target ON links (target);
CREATE TABLE IF NOT EXISTS reference_counts (
  population TEXT NOT NULL, programme TEXT NOT NULL, topic TEXT NOT NULL, sizeClass TEXT NOT NULL,
  year INTEGER NOT NULL, projects INTEGER,
  UNIQUE (population, programme, topic, sizeClass, year)
) STRICT;
CREATE TABLE IF NOT EXISTS stories (id TEXT NOT NULL UNIQUE, title TEXT, content TEXT) STRICT;
CREATE TABLE IF NOT EXISTS judgements (
  a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT, reason TEXT, note TEXT, changedAt TEXT NOT NULL,
  UNIQUE (a, b)
) STRICT;
CREATE TABLE IF NOT EXISTS changes (
  revision INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL, what TEXT NOT NULL, touched TEXT
) STRICT;
`;

const SQL_NAMES: Readonly<Record<TableName, string>> = {
  sources: "sources",
  topics: "topics",
  actors: "actors",
  links: "links",
  referenceCounts: "reference_counts",
  stories: "stories",
};

/** All take one parameter: a JSON array. Each answers one row of one JSON text, except the writing ones. */
export interface TableStatements {
  /** Rows (arrays in the order of the table's columns) with these ids. */
  byIds: string;
  /** All rows; no parameter. */
  all: string;
  /** One row unless the table is empty; no parameter. */
  any: string;
  /** Those of the ids that exist. */
  existing: string;
  /** Inserts or replaces rows. */
  write: string;
  remove: string;
}

export function tableStatements(name: TableName): TableStatements {
  const table = SQL_NAMES[name];
  const { columns, key } = TABLES[name];
  const rows = `SELECT json_group_array(json_array(${columns.map(readExpression).join(", ")}))`;
  const chosen = "id IN (SELECT value FROM json_each(?))";
  return {
    byIds: `${rows} FROM ${table} WHERE ${chosen}`,
    all: `${rows} FROM (SELECT * FROM ${table} ORDER BY ${key.map(quote).join(", ")})`,
    any: `SELECT 1 FROM ${table} LIMIT 1`,
    existing: `SELECT json_group_array(id) FROM ${table} WHERE ${chosen}`,
    write: `INSERT INTO ${table} (${columns.map(({ name }) => quote(name)).join(", ")})
      SELECT ${columns.map((_, index) => `value ->> ${index}`).join(", ")} FROM json_each(?) WHERE true
      ON CONFLICT (${key.map(quote).join(", ")}) DO UPDATE SET
      ${columns.map(({ name }) => `${quote(name)} = excluded.${quote(name)}`).join(", ")}`,
    remove: `DELETE FROM ${table} WHERE ${chosen}`,
  };
}

/** One batch of columns: a JSON array for each of the table's stream columns, then of row ids. */
export function streamStatements(name: StreamTable): { page: string; byIds: string } {
  const columns = STREAM_COLUMNS[name].map((column) => columnOf(name, column));
  const select = `SELECT ${columns.map((column) => `json_group_array(${readExpression(column)})`).join(", ")},
    json_group_array(rowid)`;
  const names = ["rowid", ...columns.map((column) => quote(column.name))].join(", ");
  return {
    /** Parameters: last row id seen, number of rows. */
    page: `${select} FROM (SELECT ${names} FROM ${name} WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    byIds: `${select} FROM ${name} WHERE id IN (SELECT value FROM json_each(?))`,
  };
}

export function columnOf(name: TableName, column: string): Column {
  const found = TABLES[name].columns.find((candidate) => candidate.name === column);
  if (!found) throw new Error(`record-tables: ${name} has no column ${column}`);
  return found;
}

/** JSON functions write 15 digits of a real number; 17 are needed to read back the same one. */
function readExpression({ name, kind }: Column): string {
  const column = quote(name);
  return kind === "real"
    ? `CASE WHEN ${column} IS NULL THEN NULL ELSE format('%!.17g', ${column}) END`
    : column;
}

function quote(name: string): string {
  return `"${name}"`;
}

/** Value of a column as it came in a JSON row; what is no list or number stays as it is. */
export function decodeValue({ kind }: Column, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (kind === "real") return Number(value);
  if (kind !== "list") return value;
  if (value === "[]") return [];
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Value of a column as `write` takes it. */
export function encodeValue({ kind }: Column, value: unknown): unknown {
  if (value === undefined) return null;
  return kind === "list" ? JSON.stringify(value) : value;
}
