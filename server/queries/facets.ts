/** The values of each filter with counts, as if each were chosen in place of the filter's present ones. */
import type { FacetsResult } from "../contract/explore.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../contract/vocabulary.ts";
import { u32 } from "../snapshot/cells.ts";
import { countActorFacets, countLinkFacets, countYears } from "../snapshot/facet-counts.ts";
import { breathe } from "./breathe.ts";
import type { Query } from "./context.ts";
import { actorRef, topicName } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_CITIES = 300;
const MAX_TOPICS = 300;
const MAX_GROUPS = 600;

export const facets: Query<"facets"> = async (context, query, signal): Promise<FacetsResult> => {
  const { snapshot } = context;
  const { filters } = await selectBy(context, query, signal);
  await breathe(signal);
  const counts = countActorFacets(snapshot, filters);
  await breathe(signal);
  const ofLinks = countLinkFacets(snapshot, filters);
  await breathe(signal);
  const years = countYears(snapshot, filters);
  const { data } = snapshot;
  const chosenGroups = new Set(filters.groups ?? []);
  const cities = mostFrequent(
    counts.cities,
    MAX_CITIES,
    (city) => data.cities[city] ?? "",
    (city) => filters.cities?.[city] === 1,
  );
  const topics = mostFrequent(
    counts.topics,
    MAX_TOPICS,
    (topic) => topicName(snapshot, topic).id,
    (topic) => query.topics?.includes(topicName(snapshot, topic).id) === true,
  );
  const groups = mostFrequent(
    counts.groups,
    MAX_GROUPS,
    (group) => snapshot.actorId(snapshot.groupActor(group)),
    (group) => chosenGroups.has(group),
  );
  const states = mostFrequent(
    counts.states,
    data.states.length,
    (state) => data.states[state] ?? "",
    (state) => filters.states?.[state] === 1,
  );
  return {
    revision: snapshot.revision,
    kinds: ofVocabulary(ACTOR_KINDS, counts.kinds, query.kinds),
    types: ofVocabulary(LINK_TYPES, ofLinks.types, query.types),
    confidence: ofVocabulary(CONFIDENCES, ofLinks.confidence, CONFIDENCES),
    topics: topics.listed.map(({ index, count }) => {
      const { id, name } = topicName(snapshot, index);
      return { value: id, name, count };
    }),
    states: states.listed.map(({ value, count }) => ({ value, count })),
    cities: cities.listed.map(({ value, count }) => ({ value, count })),
    groups: groups.listed.map(({ index, value, count }) => ({
      ...actorRef(snapshot, snapshot.groupActor(index)),
      value,
      count,
    })),
    years: years.map(({ year, count }) => ({ value: year, count })),
    omitted: { cities: cities.omitted, topics: topics.omitted, groups: groups.omitted },
  };
};

/** In the vocabulary's order; values without any are left out unless they are chosen. */
function ofVocabulary<T extends string>(
  vocabulary: readonly T[],
  counts: Uint32Array,
  chosen: readonly T[] | undefined,
): { value: T; count: number }[] {
  return vocabulary
    .map((value, index) => ({ value, count: u32(counts, index) }))
    .filter(({ value, count }) => count > 0 || chosen?.includes(value));
}

interface Listed {
  index: number;
  value: string;
  count: number;
}

/** Chosen values first, then the most frequent, ties by value; the empty value (not known) is no choice. */
function mostFrequent(
  counts: Uint32Array,
  limit: number,
  wordOf: (index: number) => string,
  isChosen: (index: number) => boolean,
): { listed: Listed[]; omitted: number } {
  const all: (Listed & { chosen: boolean })[] = [];
  for (let index = 0; index < counts.length; index += 1) {
    const count = u32(counts, index);
    const chosen = isChosen(index);
    if (count === 0 && !chosen) continue;
    const value = wordOf(index);
    if (value !== "") all.push({ index, value, count, chosen });
  }
  all.sort(
    (a, b) =>
      Number(b.chosen) - Number(a.chosen) || b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  return { listed: all.slice(0, limit), omitted: Math.max(0, all.length - limit) };
}
