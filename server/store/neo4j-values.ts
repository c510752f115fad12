/** Values between Neo4j and our records: whole numbers, dates, labels. */
import neo4j from "neo4j-driver";
import { ACTOR_KINDS, type ActorKind } from "../contract/vocabulary.ts";
import { type AnyRecord, TABLES, type TableName } from "./record-tables.ts";

/** `house_of` → `HouseOf`: the second label of an actor. */
export function kindLabel(kind: ActorKind): string {
  return kind
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

export const KIND_LABELS: readonly string[] = ACTOR_KINDS.map(kindLabel);

/** All properties of a record that the contract names; `null` removes one in `SET n += properties`. */
export function toProperties(
  table: TableName,
  record: AnyRecord,
  without: readonly string[] = [],
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const { name, kind } of TABLES[table].columns) {
    if (without.includes(name)) continue;
    const value = record[name] ?? null;
    properties[name] = kind === "integer" && typeof value === "number" ? neo4j.int(value) : value;
  }
  return properties;
}

/** Somebody else's graph may hold dates as Neo4j's own types: they become their ISO text. */
export function fromNeo4j(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.some(isObject) ? value.map(fromNeo4j) : value;
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) {
    return value.toString();
  }
  return value;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

export function fromProperties(properties: AnyRecord): AnyRecord {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, fromNeo4j(value)]),
  );
}
