/** State of the service, its database and its snapshot. Never asks the database: it must answer when that is away. */
import { PROJECT_KIND } from "../snapshot/link-roles.ts";
import type { Query } from "./context.ts";

export const health: Query<"health"> = async (context) => {
  const { snapshot, store } = context;
  const { storeReachable, storeVersion, storeSchemaVersion, uptimeSeconds, warnings } =
    context.status();
  const { data } = snapshot;
  return {
    status: storeReachable ? "ok" : "degraded",
    store: {
      engine: store.engine,
      version: storeVersion,
      reachable: storeReachable,
      schemaVersion: storeSchemaVersion,
    },
    revision: snapshot.revision,
    counts: {
      actors: snapshot.actorCount,
      links: snapshot.linkCount,
      sources: data.sources,
      topics: data.topics.length,
      groups: snapshot.groupCount,
      projects: data.actors.kind.reduce((sum, kind) => sum + (kind === PROJECT_KIND ? 1 : 0), 0),
    },
    uptimeSeconds,
    rejected: data.rejected,
    rejectedTotal: data.rejectedTotal,
    warnings,
  };
};
