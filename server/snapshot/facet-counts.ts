/** How many actors and links each filter value would leave, if it were chosen in place of that filter's present values. */
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../contract/vocabulary.ts";
import { i32, u8, u32 } from "./cells.ts";
import { membersOfAny, type ResolvedFilters, select, selectActors } from "./selection.ts";
import { aliveIn, at, row, type Snapshot } from "./snapshot.ts";

/** By kind, topic number, position in `states` and `cities`, and group number. */
export interface ActorFacets {
  kinds: Uint32Array;
  topics: Uint32Array;
  states: Uint32Array;
  cities: Uint32Array;
  groups: Uint32Array;
}

/** By link type and confidence. */
export interface LinkFacets {
  types: Uint32Array;
  confidence: Uint32Array;
}

export interface YearCount {
  year: number;
  /** Links alive then. */
  count: number;
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;
const EVERY_KIND = new Uint8Array(ACTOR_KINDS.length).fill(1);

export function countActorFacets(snapshot: Snapshot, filters: ResolvedFilters): ActorFacets {
  const { actors, states, cities, topics } = snapshot.data;
  const chosen = select(snapshot, filters);
  const without = (filter: "topics" | "states" | "cities" | "groups"): Uint8Array =>
    filters[filter] === null
      ? chosen.actors
      : selectActors(snapshot, { ...filters, [filter]: null }, chosen.memberships);
  const ofAnyKind = selectActors(snapshot, { ...filters, kinds: EVERY_KIND }, chosen.memberships);
  return {
    kinds: countColumn(ofAnyKind, actors.kind, ACTOR_KINDS.length),
    topics: countTopics(snapshot, without("topics"), topics.length),
    states: countColumn(without("states"), actors.state, states.length),
    cities: countColumn(without("cities"), actors.city, cities.length),
    groups: countGroups(snapshot, without("groups"), chosen.memberships),
  };
}

export function countLinkFacets(snapshot: Snapshot, filters: ResolvedFilters): LinkFacets {
  const { type } = snapshot.data.links;
  return {
    types: countColumn(
      select(snapshot, { ...filters, types: null }).links,
      type,
      LINK_TYPES.length,
    ),
    confidence: countConfidence(snapshot, filters),
  };
}

/** Links at least as sure. Where groups are chosen, who belongs to them depends on it too. */
function countConfidence(snapshot: Snapshot, filters: ResolvedFilters): Uint32Array {
  if (filters.groups !== null) {
    return Uint32Array.from(CONFIDENCES, (_, confidence) => {
      const { links } = select(snapshot, { ...filters, confidence });
      return links.reduce((total, passes) => total + passes, 0);
    });
  }
  const anySure = select(snapshot, { ...filters, confidence: null }).links;
  const counts = countColumn(anySure, snapshot.data.links.confidence, CONFIDENCES.length);
  let total = 0;
  return counts.map((count) => {
    total += count;
    return total;
  });
}

function countColumn(mask: Uint8Array, column: ArrayLike<number>, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 1) counts[at(column, row)] = u32(counts, at(column, row)) + 1;
  }
  return counts;
}

/** An actor counts for its topics and for every broader one, once each. */
function countTopics(snapshot: Snapshot, mask: Uint8Array, size: number): Uint32Array {
  const { topics, actors } = snapshot.data;
  const counts = new Uint32Array(size);
  const lastActor = new Int32Array(size).fill(-1);
  for (let actor = 0; actor < mask.length; actor += 1) {
    if (mask[actor] !== 1) continue;
    for (const own of row(actors.topics, actor)) {
      let topic = own;
      while (topic >= 0 && lastActor[topic] !== actor) {
        lastActor[topic] = actor;
        counts[topic] = u32(counts, topic) + 1;
        topic = topics[topic]?.broader ?? -1;
      }
    }
  }
  return counts;
}

function countGroups(snapshot: Snapshot, mask: Uint8Array, memberships: Uint8Array): Uint32Array {
  const { members } = snapshot.data.groups;
  const counts = new Uint32Array(snapshot.groupCount);
  const seen = new Int32Array(snapshot.actorCount).fill(-1);
  for (let group = 0; group < snapshot.groupCount; group += 1) {
    const itself = snapshot.groupActor(group);
    seen[itself] = group;
    let count = u8(mask, itself);
    for (
      let entry = u32(members.offsets, group);
      entry < u32(members.offsets, group + 1);
      entry += 1
    ) {
      const actor = u32(members.actor, entry);
      if (seen[actor] === group || memberships[u32(members.link, entry)] !== 1) continue;
      seen[actor] = group;
      count += u8(mask, actor);
    }
    counts[group] = count;
  }
  return counts;
}

/** Years from the earliest to the latest date that is known of the links that pass without a year. */
export function countYears(snapshot: Snapshot, filters: ResolvedFilters): YearCount[] {
  const { since, until, source, target } = snapshot.data.links;
  const timeless = select(snapshot, { ...filters, year: null });
  const candidates: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let link = 0; link < timeless.links.length; link += 1) {
    if (timeless.links[link] !== 1) continue;
    candidates.push(link);
    for (const date of [u32(since, link), u32(until, link)]) {
      if (date === 0) continue;
      const year = Math.min(LATEST_YEAR, Math.max(EARLIEST_YEAR, Math.floor(date / 10_000)));
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  const years: YearCount[] = [];
  if (filters.groups === null) {
    return countAliveByYear(snapshot, candidates, first, last);
  }
  for (let year = first; year <= last; year += 1) {
    const inGroups = membersOfAny(
      snapshot,
      filters.groups,
      (link) =>
        timeless.memberships[link] === 1 && aliveIn(year, u32(since, link), u32(until, link)),
    );
    let count = 0;
    for (const link of candidates) {
      if (inGroups[u32(source, link)] !== 1 || inGroups[u32(target, link)] !== 1) continue;
      if (aliveIn(year, u32(since, link), u32(until, link))) count += 1;
    }
    years.push({ year, count });
  }
  return years;
}

function countAliveByYear(
  snapshot: Snapshot,
  candidates: readonly number[],
  first: number,
  last: number,
): YearCount[] {
  if (first > last) return [];
  const { since, until } = snapshot.data.links;
  const changes = new Int32Array(last - first + 2);
  for (const link of candidates) {
    const start = u32(since, link) === 0 ? first : Math.floor(u32(since, link) / 10_000);
    const end = u32(until, link) === 0 ? last : Math.floor(u32(until, link) / 10_000);
    const from = Math.max(first, start);
    const to = Math.min(last, end);
    if (from > to) continue;
    changes[from - first] = i32(changes, from - first) + 1;
    changes[to - first + 1] = i32(changes, to - first + 1) - 1;
  }
  let alive = 0;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    alive += i32(changes, index);
    return { year: first + index, count: alive };
  });
}
