/** The actors that belong to most groups, out of the graph's answer. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { GraphResult } from "../../../server/contract/explore.ts";
import { ACTOR_KINDS, type GroupKind, isGroupKind } from "../../../server/contract/vocabulary.ts";

export interface BridgingActor {
  actor: ActorRef;
  /** Number of groups of the given kinds that it belongs to directly. */
  groups: number;
}

/** At most `limit`, most groups first; only actors in two or more, and no groups themselves. */
export function bridgingActors(
  graph: GraphResult,
  kinds: readonly GroupKind[],
  limit: number,
): BridgingActor[] {
  const { actors } = graph;
  const kindOf = (row: number) => ACTOR_KINDS[actors.kind[row] ?? -1];
  const rows = actors.id.flatMap((id, row) => {
    const kind = kindOf(row);
    if (kind === undefined || isGroupKind(kind)) return [];
    const groups = (actors.groups[row] ?? []).filter((group) =>
      kinds.some((wanted) => wanted === kindOf(group)),
    ).length;
    if (groups < 2) return [];
    const actor = { id, kind, name: actors.name[row] ?? id, nameEn: actors.nameEn[row] ?? null };
    return [{ actor, groups, degree: actors.degree[row] ?? 0 }];
  });
  return rows
    .sort((left, right) => right.groups - left.groups || right.degree - left.degree)
    .slice(0, limit)
    .map(({ actor, groups }) => ({ actor, groups }));
}
