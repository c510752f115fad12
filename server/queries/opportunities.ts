/** Which groups should meet: pairs with fewer joint projects than expected, ranked, each with its reasons. */
import { u32 } from "../snapshot/cells.ts";

import type { ResolvedFilters } from "../snapshot/selection.ts";
import { row, type Snapshot } from "../snapshot/snapshot.ts";
import type { Query } from "./context.ts";
import { groupsOfKinds } from "./drawn-groups.ts";
import { dataNotes } from "./opportunity-notes.ts";
import { opportunityView } from "./opportunity-view.ts";
import { relatedReason } from "./opportunity-words.ts";
import { actorRef, topicName } from "./refs.ts";
import { resolveFilters } from "./resolve-filters.ts";

export const opportunities: Query<"opportunities"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { kinds, sort, limit, hubPenalty, groups: ids, topics, states } = query;
  const wanted = { groups: ids, topics, states };
  const filters = resolveFilters(snapshot, withoutUnset(wanted), null);
  const { groups } = groupsOfKinds(snapshot, kinds);
  const isAll = filters.groups === null && filters.topics === null && filters.states === null;
  const answer = await context.opportunities(
    "list",
    {
      groups,
      chosen: isAll ? null : Uint8Array.from(groups, (group) => passes(snapshot, group, filters)),
      sort,
      limit,
      relatedLimit: limit,
      hubPenalty,
    },
    signal,
  );
  return {
    revision: snapshot.revision,
    coverage: answer.coverage,
    population: answer.population,
    notes: dataNotes(answer),
    opportunities: answer.opportunities.map((found) => opportunityView(snapshot, found)),
    related: answer.related.map((pair) => ({
      a: actorRef(snapshot, snapshot.groupActor(pair.groupA)),
      b: actorRef(snapshot, snapshot.groupActor(pair.groupB)),
      observed: pair.observed,
      expected: pair.expected,
      basis: pair.basis,
      cosine: pair.cosine,
      topics: pair.shared.map((topic) => topicName(snapshot, topic)),
      reasons: relatedReason(snapshot, pair),
    })),
    compared: answer.total.pairs,
    omitted: {
      opportunities: answer.total.opportunities - answer.opportunities.length,
      related: answer.total.related - answer.related.length,
    },
  };
};

/** 1 for a group that is one of the asked ones, with the asked topics, in the asked states. */
function passes(snapshot: Snapshot, group: number, filters: ResolvedFilters): 0 | 1 {
  const actor = snapshot.groupActor(group);
  const { topics, state } = snapshot.data.actors;
  const isAsked = filters.groups?.includes(group) ?? true;
  const hasTopic =
    filters.topics === null || row(topics, actor).some((topic) => filters.topics?.[topic] === 1);
  const isThere = filters.states === null || filters.states[u32(state, actor)] === 1;
  return isAsked && hasTopic && isThere ? 1 : 0;
}

function withoutUnset<T extends Record<string, string[] | undefined>>(
  wanted: T,
): { [K in keyof T]?: string[] } {
  const set: { [K in keyof T]?: string[] } = {};
  for (const key in wanted) {
    const value = wanted[key];
    if (value !== undefined) set[key] = value;
  }
  return set;
}
