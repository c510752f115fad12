/** Constraints and indexes of Neo4j, created where they do not exist; a newer schema is refused. */
import neo4j from "neo4j-driver";
import type { Neo4jConnection } from "./neo4j-connection.ts";
import { statement, statementNames } from "./statements.ts";
import { SCHEMA_VERSION, StoreError, StoreUnavailable } from "./store.ts";

const AWAIT_INDEXES_S = 300;
/** Run once without ids: a cold server plans them for up to a second, which no visitor shall wait for. */
const PLANNED_AHEAD = ["read/actors", "read/links", "read/sources", "read/actor-columns-by-id"];

/** What `read/meta` answers. */
export interface Meta {
  revision: number;
  schemaVersion: number;
  sources: number;
  /** For example `5.26.30`. */
  version: string;
}

export async function readMeta(connection: Neo4jConnection, signal?: AbortSignal): Promise<Meta> {
  const { records, summary } = await connection.execute(
    "READ",
    (tx) => tx.run(statement("read/meta")),
    signal,
  );
  const record = records[0];
  return {
    revision: Number(record?.get("revision") ?? 0),
    schemaVersion: Number(record?.get("schemaVersion") ?? SCHEMA_VERSION),
    sources: Number(record?.get("sources") ?? 0),
    version: summary.server.agent?.replace(/^Neo4j\//, "") ?? "unknown",
  };
}

export async function prepareSchema(connection: Neo4jConnection): Promise<void> {
  const { schemaVersion } = await readMeta(connection);
  if (schemaVersion > SCHEMA_VERSION) {
    throw new StoreError(
      `neo4j: the graph has schema version ${schemaVersion}, this program knows up to ${SCHEMA_VERSION}; use a newer program or another database`,
    );
  }
  for (const name of statementNames("schema")) await create(connection, name);
  await connection.execute("READ", (tx) =>
    tx.run("CALL db.awaitIndexes($seconds)", { seconds: neo4j.int(AWAIT_INDEXES_S) }),
  );
  for (const name of PLANNED_AHEAD) {
    await connection.execute("READ", (tx) => tx.run(statement(name), { ids: [] }));
  }
}

/**
 * A graph that somebody else filled may hold an id twice, have an index of its own there, or be open for reading only:
 * then it is served without this constraint or index.
 */
async function create(connection: Neo4jConnection, name: string): Promise<void> {
  try {
    await connection.execute("WRITE", (tx) => tx.run(statement(name)));
  } catch (error) {
    if (error instanceof StoreUnavailable || !isTolerable(error)) throw error;
  }
}

function isTolerable(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return (
    code.startsWith("Neo.ClientError.Schema.") ||
    code.startsWith("Neo.DatabaseError.Schema.") ||
    code === "Neo.ClientError.Security.Forbidden"
  );
}
