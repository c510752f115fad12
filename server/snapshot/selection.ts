/** What passes the filters, as masks over actors and links. The meaning of every filter is written here once. */
import { u8, u32 } from "./cells.ts";
import { linkRoles, MEMBERSHIP, PARTICIPATION, PROJECT_KIND } from "./link-roles.ts";
import { aliveIn, type Snapshot, type SnapshotData } from "./snapshot.ts";

/** Filters with every name replaced by its number; `null` = no such filter. Masks hold 1 for a chosen value. */
export interface ResolvedFilters {
  /** By index into ACTOR_KINDS. */
  kinds: Uint8Array | null;
  /** By index into LINK_TYPES. */
  types: Uint8Array | null;
  /** Group numbers. */
  groups: readonly number[] | null;
  /** By topic number, narrower topics included. */
  topics: Uint8Array | null;
  /** By position in `states` and `cities` of the snapshot. */
  states: Uint8Array | null;
  cities: Uint8Array | null;
  year: number | null;
  /** Index into CONFIDENCES of the least sure that passes. */
  confidence: number | null;
  /** By actor number: those that the search found. */
  found: Uint8Array | null;
}

export const NO_FILTERS: ResolvedFilters = {
  kinds: null,
  types: null,
  groups: null,
  topics: null,
  states: null,
  cities: null,
  year: null,
  confidence: null,
  found: null,
};

export interface Selection {
  /** Actors that pass; projects only where their kind is asked for. */
  actors: Uint8Array;
  /** Links of a chosen type, alive and sure enough, with both ends passing. */
  links: Uint8Array;
  /** Membership links that hold: alive and sure enough, whatever types and actors are chosen. */
  memberships: Uint8Array;
  /** Participations in projects that count: chosen, alive and sure enough, of a participant that passes. */
  participations: Uint8Array;
}

/** `always` is an actor that passes whatever the filters say (the centre of a neighbourhood), -1 for none. */
export function select(snapshot: Snapshot, filters: ResolvedFilters, always = -1): Selection {
  const { links } = snapshot.data;
  const roles = linkRoles(snapshot);
  const memberships = new Uint8Array(links.count);
  const holds = new Uint8Array(links.count);
  const sureness = filters.confidence ?? Number.POSITIVE_INFINITY;
  for (let link = 0; link < links.count; link += 1) {
    const isSure = u8(links.confidence, link) <= sureness;
    if (!isSure || (filters.year !== null && !isAlive(snapshot, link, filters.year))) continue;
    holds[link] = 1;
    if ((u8(roles, link) & MEMBERSHIP) !== 0) memberships[link] = 1;
  }
  const actors = selectActors(snapshot, filters, memberships);
  if (always >= 0) actors[always] = 1;
  const selected = new Uint8Array(links.count);
  const participations = new Uint8Array(links.count);
  for (let link = 0; link < links.count; link += 1) {
    if (u8(holds, link) === 0) continue;
    if (filters.types !== null && filters.types[u8(links.type, link)] !== 1) continue;
    if (actors[u32(links.source, link)] !== 1) continue;
    if ((u8(roles, link) & PARTICIPATION) !== 0) participations[link] = 1;
    if (actors[u32(links.target, link)] === 1) selected[link] = 1;
  }
  return { actors, links: selected, memberships, participations };
}

/** The actors that pass; `memberships` says which membership links hold. */
export function selectActors(
  snapshot: Snapshot,
  filters: ResolvedFilters,
  memberships: Uint8Array,
): Uint8Array {
  const { actors } = snapshot.data;
  const { kinds, topics, states, cities, found, groups } = filters;
  const inGroups =
    groups === null ? null : membersOfAny(snapshot, groups, (link) => memberships[link] === 1);
  const passing = new Uint8Array(actors.count);
  for (let actor = 0; actor < actors.count; actor += 1) {
    const kind = u8(actors.kind, actor);
    const passes =
      (kinds === null ? kind !== PROJECT_KIND : kinds[kind] === 1) &&
      (states === null || states[u32(actors.state, actor)] === 1) &&
      (cities === null || cities[u32(actors.city, actor)] === 1) &&
      (found === null || found[actor] === 1) &&
      (inGroups === null || inGroups[actor] === 1) &&
      (topics === null || hasTopic(snapshot, actor, topics));
    if (passes) passing[actor] = 1;
  }
  return passing;
}

/** The groups and their members, where a membership holds. */
export function membersOfAny(
  snapshot: Snapshot,
  groups: readonly number[],
  holds: (link: number) => boolean,
): Uint8Array {
  const { members } = snapshot.data.groups;
  const mask = new Uint8Array(snapshot.actorCount);
  for (const group of groups) {
    mask[snapshot.groupActor(group)] = 1;
    const end = u32(members.offsets, group + 1);
    for (let entry = u32(members.offsets, group); entry < end; entry += 1) {
      if (holds(u32(members.link, entry))) mask[u32(members.actor, entry)] = 1;
    }
  }
  return mask;
}

const everything = new WeakMap<SnapshotData, Selection>();

/** The selection without any filter, made once for a snapshot. */
export function selectAll(snapshot: Snapshot): Selection {
  const known = everything.get(snapshot.data);
  if (known) return known;
  const selection = select(snapshot, NO_FILTERS);
  everything.set(snapshot.data, selection);
  return selection;
}

function isAlive(snapshot: Snapshot, link: number, year: number): boolean {
  const { since, until } = snapshot.data.links;
  return aliveIn(year, u32(since, link), u32(until, link));
}

function hasTopic(snapshot: Snapshot, actor: number, topics: Uint8Array): boolean {
  const { offsets, values } = snapshot.data.actors.topics;
  for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) {
    if (topics[u32(values, i)] === 1) return true;
  }
  return false;
}
