/** Opens the store that a location names. */
import { openNeo4j } from "./neo4j.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store, StoreLocation } from "./store.ts";

/** Creates what is missing (file, tables, constraints, indexes); rejects with a StoreError when it cannot be used. */
export function openStore(location: StoreLocation): Promise<Store> {
  return location.engine === "sqlite" ? openSqlite(location.file) : openNeo4j(location);
}
