/** A change as one Neo4j transaction. What somebody else added to a node or relationship stays. */
import { setImmediate } from "node:timers/promises";
import neo4j, { type ManagedTransaction } from "neo4j-driver";
import type { ActorRecord, LinkRecord } from "../contract/records.ts";
import type { ChangeTransaction } from "./apply-change.ts";
import { fromProperties, KIND_LABELS, kindLabel, toProperties } from "./neo4j-values.ts";
import {
  type AnyRecord,
  canonical,
  keyOf,
  type TableName,
  type TableRecords,
} from "./record-tables.ts";
import { statement } from "./statements.ts";
import { SCHEMA_VERSION } from "./store.ts";

/** A stored link. A relationship cannot change its type and ends (`place`): it is replaced. */
interface StoredLink {
  element: string;
  place: string;
}

/** What the lookups have found: ids of actors, links by id. */
interface Found {
  actors: Set<string>;
  links: Map<string, StoredLink>;
}

export function neo4jTransaction(
  tx: ManagedTransaction,
  progress: () => void,
  signal: AbortSignal | undefined,
): ChangeTransaction {
  const found: Found = { actors: new Set(), links: new Map() };
  let counts: AnyRecord | undefined;
  const run = async (name: string, parameters: Record<string, unknown>): Promise<AnyRecord[]> => {
    const { records } = await tx.run(statement(name), parameters);
    progress();
    return records.map((record) => record.toObject());
  };
  /** Rows of a `read/…` statement; what is found is remembered for the writing. */
  const look = async (name: string, wanted: readonly string[]): Promise<AnyRecord[]> => {
    const rows = await run(name, { ids: wanted });
    for (const row of rows) {
      const id = String(row.id);
      if (name === "read/actors") found.actors.add(id);
      if (name === "read/links") {
        found.links.set(id, { element: String(row.row), place: placeOf(row) });
      }
    }
    return rows;
  };
  const ids = async (name: string, wanted: readonly string[]): Promise<string[]> =>
    (await look(name, wanted)).map(({ id }) => String(id));

  return {
    lockRevision: async () => {
      const [meta] = await run("write/lock-meta", { schemaVersion: neo4j.int(SCHEMA_VERSION) });
      return Number(meta?.revision ?? 0);
    },
    isEmpty: async (name) => {
      counts ??= (await run("read/counts", {}))[0] ?? {};
      return counts[name] === 0;
    },
    stored: async (name, records) => {
      const rows =
        name === "referenceCounts"
          ? await run("read/all-reference-counts", {})
          : await look(
              `read/${name}`,
              records.map((record) => keyOf(name, record)),
            );
      return new Map(
        rows.map((row) => {
          const record = toStoredRecord(name, row);
          return [keyOf(name, record), canonical(name, record)];
        }),
      );
    },
    existing: async (name, wanted) => new Set(await ids(`read/${name}`, wanted)),
    linksOf: (actors) => ids("read/link-ids-of-actors", actors),
    referrers: (name, wanted) =>
      ids(name === "sources" ? "read/source-referrers" : "read/topic-referrers", wanted),
    write: async (name, records) => {
      for (const [query, rows] of writes(name, records, found)) {
        if (rows.length > 0) await run(query, { rows, kindLabels: KIND_LABELS });
      }
    },
    remove: async (name, wanted) => {
      const parameters =
        name === "links"
          ? { elements: wanted.flatMap((id) => found.links.get(id)?.element ?? []) }
          : { ids: wanted };
      await run(`write/remove-${name}`, parameters);
    },
    record: async ({ revision, by, what, touched }) => {
      const at = new Date().toISOString();
      const ids = touched && { touchedActors: touched.actors, touchedLinks: touched.links };
      await run("write/record-change", {
        entry: { revision: neo4j.int(revision), at, by, what, ...ids },
      });
    },
    checkpoint: async () => {
      signal?.throwIfAborted();
      await setImmediate();
    },
  };
}

/** A row of `read/<table>` as a record, unchecked. */
export function toStoredRecord(name: TableName, row: AnyRecord): AnyRecord {
  const properties = fromProperties((row.properties ?? {}) as AnyRecord);
  if (name !== "links") return properties;
  return { ...properties, source: row.source, target: row.target, type: row.type };
}

function placeOf({ type, source, target }: AnyRecord): string {
  return JSON.stringify([type, source, target]);
}

/** The statements that write these records, with their rows. */
function writes<N extends TableName>(
  name: N,
  records: readonly TableRecords[N][],
  found: Found,
): [query: string, rows: unknown[]][] {
  switch (name) {
    case "actors":
      return actorWrites(records as readonly ActorRecord[], found);
    case "links":
      return linkWrites(records as readonly LinkRecord[], found);
    case "referenceCounts":
      return [["write/reference-counts", records.map((record) => toProperties(name, record))]];
    default:
      return [
        [
          `write/${name}`,
          records.map((record) => ({
            id: keyOf(name, record),
            properties: toProperties(name, record),
          })),
        ],
      ];
  }
}

function actorWrites(
  actors: readonly ActorRecord[],
  found: Found,
): [query: string, rows: unknown[]][] {
  const created: unknown[] = [];
  const updated: unknown[] = [];
  for (const actor of actors) {
    const row = {
      id: actor.id,
      label: kindLabel(actor.kind),
      properties: toProperties("actors", actor),
    };
    (found.actors.has(actor.id) ? updated : created).push(row);
  }
  return [
    ["write/actors-create", created],
    ["write/actors-update", updated],
  ];
}

function linkWrites(
  links: readonly LinkRecord[],
  found: Found,
): [query: string, rows: unknown[]][] {
  const created: unknown[] = [];
  const updated: unknown[] = [];
  const moved: unknown[] = [];
  for (const link of links) {
    const { id, source, target, type } = link;
    const properties = toProperties("links", link, ["source", "target", "type"]);
    const stored = found.links.get(id);
    if (stored === undefined) created.push({ source, target, type, properties });
    else if (stored.place === placeOf(link)) updated.push({ element: stored.element, properties });
    else moved.push({ element: stored.element, source, target, type, properties });
  }
  return [
    ["write/links-create", created],
    ["write/links-update", updated],
    ["write/links-move", moved],
  ];
}
