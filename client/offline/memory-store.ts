/**
 * The store of a page that has no service: answers from the package what a database answers elsewhere. Nothing can be
 * written into it.
 */
import type { Columns, OfflinePackage, PackedTable } from "../../server/contract/offline-words.ts";
import type { ActorRecord, LinkRecord } from "../../server/contract/records.ts";
import { TABLES } from "../../server/store/record-tables.ts";
import {
  type ColumnBatch,
  SCHEMA_VERSION,
  type Store,
  StoreUnavailable,
} from "../../server/store/store.ts";

export function packageStore(pack: OfflinePackage): Store {
  const actors = recordReader<ActorRecord>("actors", pack.actors);
  const links = recordReader<LinkRecord>("links", pack.links);
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const { engine, revision } = pack;
  return {
    engine,
    info: async () => ({ engine, version: "", schemaVersion: SCHEMA_VERSION, revision }),
    revision: async () => revision,
    loadColumns: (only) => batches(pack, only),
    actors: async (ids) => actors(ids),
    links: async (ids) => links(ids),
    sources: async (ids) => ids.flatMap((id) => sources.get(id) ?? []),
    referenceCounts: async () => pack.referenceCounts,
    stories: async () => pack.stories,
    judgements: async () => [],
    changesSince: async () => [],
    keepStory: refuse,
    judge: refuse,
    apply: refuse,
    close: async () => {},
  };
}

async function refuse(): Promise<never> {
  throw new StoreUnavailable("package: expected only questions (got a change)");
}

/** The graph as a database streams it; the package is small enough for one batch a table. */
async function* batches(
  pack: OfflinePackage,
  only: { actors: readonly string[]; links: readonly string[] } | undefined,
): AsyncGenerator<ColumnBatch, void> {
  yield { table: "meta", revision: pack.revision, sources: pack.total.sources };
  yield* batch("topics", pack.topics, undefined);
  yield* batch("actors", pack.actors.rows, only?.actors);
  yield* batch("links", pack.links.rows, only?.links);
}

/** None for a table without rows: it has no columns either. */
function* batch(
  table: "topics" | "actors" | "links",
  columns: Columns,
  only: readonly string[] | undefined,
): Generator<ColumnBatch, void> {
  const { id } = columns;
  if (id === undefined) return;
  const wanted = only && new Set<unknown>(only);
  const chosen = Object.entries(columns).map(([name, values]) => [
    name,
    wanted ? values.filter((_, row) => wanted.has(id[row])) : values,
  ]);
  // The service packs the columns of its own batches.
  yield { table, ...Object.fromEntries(chosen) } as ColumnBatch;
}

function recordReader<R>(
  name: "actors" | "links",
  { rows, details, withoutRecord }: PackedTable,
): (ids: readonly string[]) => R[] {
  const without = new Set(withoutRecord);
  const rowOf = new Map<unknown, number>();
  rows.id?.forEach((id, row) => {
    if (!without.has(row)) rowOf.set(id, row);
  });
  const columns = TABLES[name].columns.map((column) => ({
    ...column,
    values: rows[column.name] ?? details[column.name] ?? [],
  }));
  const read = (row: number) => {
    const record: Record<string, unknown> = {};
    for (const { name: property, kind, values } of columns) {
      const value = values[row] ?? null;
      if (value !== null) record[property] = value;
      else if (kind === "list") record[property] = [];
    }
    // The service has checked every record that it packs.
    return record as R;
  };
  return (ids) =>
    ids.flatMap((id) => {
      const row = rowOf.get(id);
      return row === undefined ? [] : read(row);
    });
}
