/**
 * The tables both databases keep, derived from the contract's record schemas: columns, key, and the canonical
 * form in which two versions of a record are compared.
 */
import type { z } from "zod";
import {
  type ActorRecord,
  actorRecord,
  type LinkRecord,
  linkRecord,
  type ReferenceCountRecord,
  referenceCountRecord,
  type SourceRecord,
  type StoryRecord,
  sourceRecord,
  storyRecord,
  type TopicRecord,
  topicRecord,
} from "../contract/records.ts";

/** In the order in which they are written: what is referred to comes first. */
export const TABLE_NAMES = [
  "sources",
  "topics",
  "actors",
  "links",
  "referenceCounts",
  "stories",
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface TableRecords {
  sources: SourceRecord;
  topics: TopicRecord;
  actors: ActorRecord;
  links: LinkRecord;
  referenceCounts: ReferenceCountRecord;
  stories: StoryRecord;
}

export type ColumnKind = "text" | "list" | "real" | "integer";
export interface Column {
  name: string;
  kind: ColumnKind;
}
export interface Table {
  columns: readonly Column[];
  /** Names of the columns that make up the key. */
  key: readonly string[];
  schema: z.ZodObject;
}

/** Columns that are not plain text. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  aliases: "list",
  legalIds: "list",
  topics: "list",
  sourceIds: "list",
  lat: "real",
  lon: "real",
  participants: "integer",
  participantsDe: "integer",
  year: "integer",
  projects: "integer",
};

export const TABLES: Readonly<Record<TableName, Table>> = {
  sources: table(sourceRecord),
  topics: table(topicRecord),
  actors: table(actorRecord),
  links: table(linkRecord),
  referenceCounts: table(referenceCountRecord, [
    "population",
    "programme",
    "topic",
    "sizeClass",
    "year",
  ]),
  stories: table(storyRecord),
};

function table(schema: z.ZodObject, key: readonly string[] = ["id"]): Table {
  return { schema, key, columns: Object.keys(schema.shape).map((name) => column(name)) };
}

export function column(name: string): Column {
  return { name, kind: KINDS[name] ?? "text" };
}

/** Columns of a stream (`ColumnBatch`), which every batch has in this order, and then `row`. */
export const STREAM_COLUMNS = {
  topics: ["id", "nameDe", "nameEn", "broader"],
  actors: [
    "id",
    "name",
    "nameEn",
    "aliases",
    "kind",
    "city",
    "state",
    "country",
    "lat",
    "lon",
    "founded",
    "topics",
    "start",
    "end",
    "programme",
    "programmePart",
    "participants",
    "participantsDe",
  ],
  links: ["id", "source", "target", "type", "since", "until", "confidence"],
} as const;
export type StreamTable = keyof typeof STREAM_COLUMNS;

export type AnyRecord = Readonly<Record<string, unknown>>;

/** Two versions of a record are the same when this text is the same; properties that the contract does not name do not count. */
export function canonical(name: TableName, record: AnyRecord): string {
  return JSON.stringify(TABLES[name].columns.map((column) => record[column.name] ?? null));
}

/** The key as one text: the id, or for a record without one its key columns as JSON. */
export function keyOf(name: TableName, record: AnyRecord): string {
  const { key } = TABLES[name];
  const [only] = key;
  return key.length === 1 && only !== undefined
    ? String(record[only])
    : JSON.stringify(key.map((column) => record[column]));
}

/** Rows border: the record of a stored row, or undefined when the row does not fit the contract. */
export function parseRecord<N extends TableName>(
  name: N,
  row: AnyRecord,
): TableRecords[N] | undefined {
  const known: Record<string, unknown> = {};
  for (const { name: column, kind } of TABLES[name].columns) {
    const value = row[column];
    if (value !== null && value !== undefined) known[column] = value;
    else if (kind === "list") known[column] = [];
  }
  const parsed = TABLES[name].schema.safeParse(known);
  return parsed.success ? (parsed.data as TableRecords[N]) : undefined;
}

/** Half of a surrogate pair cannot be written as UTF-8: both databases would store U+FFFD, so that is what is compared. */
export function toWellFormed<R extends AnyRecord>(record: R): R {
  const json = JSON.stringify(record);
  if (!/\\ud[89a-f]/i.test(json)) return record;
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value,
  ) as R;
}
