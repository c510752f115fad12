/** From the filters of a request to numbers of the snapshot; a value that does not exist is refused by name. */
import type { Filters } from "../contract/filters.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../contract/vocabulary.ts";
import type { SearchHit } from "../snapshot/search-hit.ts";
import { type ResolvedFilters, type Selection, select, selectAll } from "../snapshot/selection.ts";
import type { Snapshot, TopicEntry } from "../snapshot/snapshot.ts";
import { type Context, InvalidRequest } from "./context.ts";
import { nearest } from "./nearest.ts";

type Wrong = { parameter: string; detail: string };

/** `hits` are the actors that the search found for `q`; `null` when there is no text. */
export function resolveFilters(
  snapshot: Snapshot,
  filters: Filters,
  hits: readonly SearchHit[] | null,
): ResolvedFilters {
  const wrong: Wrong[] = [];
  const { states, cities, topics } = snapshot.data;
  const resolved: ResolvedFilters = {
    kinds: filters.kinds ? maskOf(filters.kinds, ACTOR_KINDS) : null,
    types: filters.types ? maskOf(filters.types, LINK_TYPES) : null,
    groups: filters.groups ? resolveGroups(snapshot, filters.groups, wrong) : null,
    topics: filters.topics ? resolveTopics(topics, filters.topics, wrong) : null,
    states: filters.states
      ? resolveWords("states", "a state", filters.states, states, wrong)
      : null,
    cities: filters.cities ? resolveWords("cities", "a city", filters.cities, cities, wrong) : null,
    year: filters.year ?? null,
    confidence: filters.confidence ? CONFIDENCES.indexOf(filters.confidence) : null,
    found: hits === null ? null : maskOfHits(snapshot, hits),
  };
  if (wrong.length > 0) throw new InvalidRequest(wrong);
  return resolved;
}

export interface Selected {
  filters: ResolvedFilters;
  selection: Selection;
  /** Best first; `null` when nothing was searched. */
  hits: SearchHit[] | null;
}

/** Searches where the filters have a text, resolves them and selects. `always` as in `select`. */
export async function selectBy(
  context: Context,
  filters: Filters,
  signal: AbortSignal,
  always = -1,
): Promise<Selected> {
  const text = filters.q?.trim() ?? "";
  const hits = text === "" ? null : await context.search(text, signal);
  signal.throwIfAborted();
  const resolved = resolveFilters(context.snapshot, filters, hits);
  const isEverything = Object.values(resolved).every((value) => value === null);
  const selection =
    isEverything && always < 0
      ? selectAll(context.snapshot)
      : select(context.snapshot, resolved, always);
  return { filters: resolved, selection, hits };
}

function maskOf<T extends string>(values: readonly T[], vocabulary: readonly T[]): Uint8Array {
  return Uint8Array.from(vocabulary, (word) => (values.includes(word) ? 1 : 0));
}

function maskOfHits(snapshot: Snapshot, hits: readonly SearchHit[]): Uint8Array {
  const mask = new Uint8Array(snapshot.actorCount);
  for (const { actor } of hits) mask[actor] = 1;
  return mask;
}

function resolveGroups(snapshot: Snapshot, ids: readonly string[], wrong: Wrong[]): number[] {
  return ids.flatMap((id) => {
    const actor = snapshot.findActor(id);
    const group = actor < 0 ? -1 : snapshot.groupOf(actor);
    if (group >= 0) return group;
    const groupIds = Array.from(snapshot.data.groups.actor, (each) => snapshot.actorId(each));
    wrong.push(unknownValue("groups", "the id of a group", id, groupIds));
    return [];
  });
}

/** The chosen topics and everything narrower. */
function resolveTopics(
  topics: readonly TopicEntry[],
  ids: readonly string[],
  wrong: Wrong[],
): Uint8Array {
  const known = topics.map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) wrong.push(unknownValue("topics", "the id of a topic", id, known));
  }
  return Uint8Array.from(topics, (start) => {
    const seen = new Set<TopicEntry>();
    let topic: TopicEntry | undefined = start;
    while (topic && !seen.has(topic)) {
      if (ids.includes(topic.id)) return 1;
      seen.add(topic);
      topic = topics[topic.broader];
    }
    return 0;
  });
}

function resolveWords(
  parameter: string,
  expected: string,
  values: readonly string[],
  column: readonly string[],
  wrong: Wrong[],
): Uint8Array {
  for (const value of values) {
    if (value !== "" && column.includes(value)) continue;
    wrong.push(unknownValue(parameter, `${expected} of this graph`, value, column));
  }
  return Uint8Array.from(column, (word) => (word !== "" && values.includes(word) ? 1 : 0));
}

function unknownValue(
  parameter: string,
  expected: string,
  value: string,
  candidates: readonly string[],
): Wrong {
  const near = nearest(value, candidates).map((text) => JSON.stringify(text));
  const hint = near.length > 0 ? `, for example ${near.join(", ")}` : "";
  return {
    parameter,
    detail: `expected ${expected}${hint} (got ${JSON.stringify(value.slice(0, 80))})`,
  };
}
