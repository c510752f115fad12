/** The rows of the database as the building worker keeps them, so that a change costs only what it touched. */
import type { GraphRows } from "../snapshot/build-rows.ts";
import { sortedById } from "../snapshot/columns.ts";
import type { ColumnBatch } from "../store/store.ts";

export type RowBatch = Exclude<ColumnBatch, { table: "meta" }>;

export function emptyRows(): GraphRows {
  return {
    actors: {
      id: [],
      name: [],
      nameEn: [],
      aliases: [],
      kind: [],
      city: [],
      state: [],
      country: [],
      lat: [],
      lon: [],
      topics: [],
      start: [],
      end: [],
      programme: [],
      programmePart: [],
      participants: [],
      participantsDe: [],
      row: [],
    },
    links: {
      id: [],
      source: [],
      target: [],
      type: [],
      since: [],
      until: [],
      confidence: [],
      row: [],
    },
    topics: { id: [], nameDe: [], nameEn: [], broader: [], row: [] },
  };
}

/** Adds the rows of a batch, in place. */
export function appendBatch(rows: GraphRows, batch: RowBatch): void {
  const source: Readonly<Record<string, unknown>> = batch;
  for (const [name, column] of Object.entries<unknown[]>({ ...rows[batch.table] })) {
    const values = source[name];
    if (!Array.isArray(values)) {
      throw new Error(`rows: expected a column ${name} in a batch of ${batch.table} (got none)`);
    }
    for (const value of values) column.push(value);
  }
}

/** The rows without those of the touched ids, and without any topic: topics always come whole. */
export function withoutTouched(
  rows: GraphRows,
  touched: { actors: ReadonlySet<unknown>; links: ReadonlySet<unknown> },
): GraphRows {
  return {
    actors: without(rows.actors, touched.actors),
    links: without(rows.links, touched.links),
    topics: emptyRows().topics,
  };
}

function without<T extends { id: unknown[] }>(table: T, ids: ReadonlySet<unknown>): T {
  const kept: number[] = [];
  table.id.forEach((id, index) => {
    if (!ids.has(id)) kept.push(index);
  });
  const columns = Object.entries<unknown[]>({ ...table }).map(([name, column]) => [
    name,
    kept.map((index) => column[index]),
  ]);
  return Object.fromEntries(columns) as T;
}

/**
 * The same rows in the order of their ids, with equal texts held once: they stay in memory, and every build walks
 * them in this order.
 */
export function compacted(rows: GraphRows): GraphRows {
  const pool = new Map<unknown, unknown>();
  return {
    actors: sortedAndShared(rows.actors, pool),
    links: sortedAndShared(rows.links, pool),
    topics: rows.topics,
  };
}

function sortedAndShared<T extends { id: unknown[]; row: string[] }>(
  table: T,
  pool: Map<unknown, unknown>,
): T {
  const ids = table.id.map((id) => (typeof id === "string" ? id : ""));
  const order = sortedById([...ids.keys()], ids, table.row);
  const share = (value: unknown) => {
    if (typeof value !== "string") return value;
    const known = pool.get(value);
    if (known === undefined) pool.set(value, value);
    return known ?? value;
  };
  const columns = Object.entries<unknown[]>({ ...table }).map(([name, column]) => [
    name,
    // Names and rows are nearly all different.
    name === "name" || name === "row"
      ? order.map((index) => column[index])
      : order.map((index) => share(column[index])),
  ]);
  return Object.fromEntries(columns) as T;
}
