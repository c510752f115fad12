/**
 * Memberships, derived here and nowhere else: from the link's type and the kind of its target. Groups nest by
 * PART_OF; what belongs to a nested group belongs to those around it too. A foreign graph may nest in circles.
 */
import {
  ACTOR_KINDS,
  GROUP_KINDS,
  LINK_TYPES,
  MEMBERSHIP_TYPES,
  OVERVIEW_KINDS,
} from "../contract/vocabulary.ts";
import { i32, u8, u32 } from "./cells.ts";
import { accumulate, int32Column, rowsFrom, uint32Column, uint32From } from "./columns.ts";
import { type Rows, row, type SnapshotData } from "./snapshot.ts";

type Groups = Omit<SnapshotData["groups"], "radius">;

const GROUP_KIND_NUMBERS = new Set(GROUP_KINDS.map((kind) => ACTOR_KINDS.indexOf(kind)));
const OVERVIEW_KIND_NUMBERS = new Set(OVERVIEW_KINDS.map((kind) => ACTOR_KINDS.indexOf(kind)));
const MEMBERSHIP_TYPE_NUMBERS = new Set(MEMBERSHIP_TYPES.map((type) => LINK_TYPES.indexOf(type)));
const PART_OF = LINK_TYPES.indexOf("PART_OF");
const SUCCESSOR_OF = LINK_TYPES.indexOf("SUCCESSOR_OF");

/** Everything about groups but their radius, which the layout sets. */
export function deriveGroups(kind: Uint8Array, links: SnapshotData["links"]): Groups {
  const { actor, ofActor } = numberGroups(kind);
  const count = actor.length;
  const nesting = nestingOf(count, ofActor, links);
  const ancestors = rowsFrom(nesting.parents.map((_, group) => around(nesting.parents, group)));
  const members = membersOf(actor, ofActor, nesting.children, links);
  const { ofMember, size } = countMembers(kind.length, members);
  const kindOf = (group: number) => u8(kind, u32(actor, group));
  return {
    count,
    actor,
    ofActor,
    members,
    ofMember,
    ancestors,
    relatives: relativesOf(count, ofActor, links),
    parent: drawnParents(count, ancestors, kindOf),
    family: familiesOf(count, ancestors, kindOf),
    size,
  };
}

function numberGroups(kind: Uint8Array): { actor: Uint32Array; ofActor: Int32Array } {
  const actors: number[] = [];
  const ofActor = int32Column(kind.length);
  kind.forEach((number, actor) => {
    const isGroup = GROUP_KIND_NUMBERS.has(number);
    ofActor[actor] = isGroup ? actors.length : -1;
    if (isGroup) actors.push(actor);
  });
  return { actor: uint32From(actors), ofActor };
}

/** Direct parents and children of each group by PART_OF, ascending. */
function nestingOf(
  count: number,
  ofActor: Int32Array,
  links: SnapshotData["links"],
): { parents: number[][]; children: number[][] } {
  const parents: number[][] = Array.from({ length: count }, () => []);
  const children: number[][] = Array.from({ length: count }, () => []);
  for (let link = 0; link < links.count; link += 1) {
    if (links.type[link] !== PART_OF) continue;
    const inner = i32(ofActor, u32(links.source, link));
    const outer = i32(ofActor, u32(links.target, link));
    if (inner < 0 || outer < 0) continue;
    if (!parents[inner]?.includes(outer)) parents[inner]?.push(outer);
    if (!children[outer]?.includes(inner)) children[outer]?.push(inner);
  }
  for (const list of [...parents, ...children]) list.sort((a, b) => a - b);
  return { parents, children };
}

/** All that can be reached from a group, nearest first, without the group itself. */
function around(neighbours: readonly (readonly number[])[], start: number): number[] {
  const seen = new Set([start]);
  const found: number[] = [];
  let ring: readonly number[] = [start];
  while (ring.length > 0) {
    const next = new Set(ring.flatMap((group) => neighbours[group] ?? []));
    ring = [...next].filter((group) => !seen.has(group)).sort((a, b) => a - b);
    for (const group of ring) seen.add(group);
    found.push(...ring);
  }
  return found;
}

/** Direct memberships first, then those through nested groups; by actor, nearest nested group, link. */
function membersOf(
  groupActor: Uint32Array,
  ofActor: Int32Array,
  children: readonly (readonly number[])[],
  links: SnapshotData["links"],
): Groups["members"] {
  const direct: number[][] = children.map(() => []);
  for (let link = 0; link < links.count; link += 1) {
    const group = i32(ofActor, u32(links.target, link));
    if (group >= 0 && MEMBERSHIP_TYPE_NUMBERS.has(u8(links.type, link))) direct[group]?.push(link);
  }
  const actors: number[] = [];
  const viaLinks: number[] = [];
  const vias: number[] = [];
  const offsets = uint32Column(children.length + 1);
  for (let group = 0; group < children.length; group += 1) {
    const self = u32(groupActor, group);
    const own = (direct[group] ?? []).map((link) => ({ link, via: -1 }));
    const inherited = around(children, group).flatMap((via) =>
      (direct[via] ?? []).map((link) => ({ link, via })),
    );
    for (const entries of [own, inherited]) {
      // The sort is stable: within an actor the order stays nearest group first, then link number.
      entries.sort((a, b) => u32(links.source, a.link) - u32(links.source, b.link));
      for (const { link, via } of entries) {
        const member = u32(links.source, link);
        if (member === self) continue;
        actors.push(member);
        viaLinks.push(link);
        vias.push(via);
      }
    }
    offsets[group + 1] = actors.length;
  }
  const via = int32Column(vias.length);
  via.set(vias);
  return { offsets, actor: uint32From(actors), link: uint32From(viaLinks), via };
}

function countMembers(
  actorCount: number,
  members: Groups["members"],
): { ofMember: Rows; size: Uint32Array } {
  const count = members.offsets.length - 1;
  const size = uint32Column(count);
  const offsets = uint32Column(actorCount + 1);
  const distinct: Uint32Array[] = [];
  for (let group = 0; group < count; group += 1) {
    const actors = new Set(
      members.actor.subarray(members.offsets[group], members.offsets[group + 1]),
    );
    distinct.push(Uint32Array.from(actors));
    size[group] = actors.size;
    for (const actor of actors) offsets[actor + 1] = u32(offsets, actor + 1) + 1;
  }
  const values = uint32Column(accumulate(offsets));
  const next = offsets.slice();
  distinct.forEach((actors, group) => {
    for (const actor of actors) {
      const position = u32(next, actor);
      values[position] = group;
      next[actor] = position + 1;
    }
  });
  return { ofMember: { offsets, values }, size };
}

/** The other groups of each chain of successors, ascending. */
function relativesOf(count: number, ofActor: Int32Array, links: SnapshotData["links"]): Rows {
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (let link = 0; link < links.count; link += 1) {
    if (links.type[link] !== SUCCESSOR_OF) continue;
    const successor = i32(ofActor, u32(links.source, link));
    const predecessor = i32(ofActor, u32(links.target, link));
    if (successor < 0 || predecessor < 0) continue;
    neighbours[successor]?.push(predecessor);
    neighbours[predecessor]?.push(successor);
  }
  return rowsFrom(neighbours.map((_, group) => around(neighbours, group).sort((a, b) => a - b)));
}

/** Nearest ancestor of the same kind; where groups nest in a circle, one of them stays outside. */
function drawnParents(
  count: number,
  ancestors: Rows,
  kindOf: (group: number) => number,
): Int32Array {
  const parent = int32Column(count).fill(-1);
  const leadsTo = (start: number, wanted: number) => {
    let group = start;
    while (group >= 0 && group !== wanted) group = i32(parent, group);
    return group === wanted;
  };
  for (let group = 0; group < count; group += 1) {
    parent[group] =
      row(ancestors, group).find(
        (other) => kindOf(other) === kindOf(group) && !leadsTo(other, group),
      ) ?? -1;
  }
  return parent;
}

function familiesOf(count: number, ancestors: Rows, kindOf: (group: number) => number): Int32Array {
  const family = int32Column(count);
  for (let group = 0; group < count; group += 1) {
    family[group] =
      row(ancestors, group).find((other) => !OVERVIEW_KIND_NUMBERS.has(kindOf(other))) ?? -1;
  }
  return family;
}
