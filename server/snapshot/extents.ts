/** Which of a choice of groups each actor stands for: the groups whose extent (members and the group itself) holds it. */
import { u32 } from "./cells.ts";
import { membersOfAny, type Selection } from "./selection.ts";
import { at, type Rows, type Snapshot } from "./snapshot.ts";

export interface Extents {
  /** The chosen groups, as group numbers; everywhere else a group is its position in this list. */
  groups: readonly number[];
  /** Row a: positions of the groups whose extent holds actor a, ascending. */
  ofActor: Rows;
}

export function buildExtents(
  snapshot: Snapshot,
  selection: Pick<Selection, "memberships">,
  groups: readonly number[],
): Extents {
  const offsets = new Uint32Array(snapshot.actorCount + 1);
  forEachInExtent(snapshot, selection, groups, (actor) => {
    offsets[actor + 1] = u32(offsets, actor + 1) + 1;
  });
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    offsets[actor + 1] = u32(offsets, actor + 1) + u32(offsets, actor);
  }
  const values = new Uint32Array(u32(offsets, snapshot.actorCount));
  const next = offsets.slice();
  forEachInExtent(snapshot, selection, groups, (actor, position) => {
    const slot = u32(next, actor);
    values[slot] = position;
    next[actor] = slot + 1;
  });
  return { groups, ofActor: { offsets, values } };
}

/** The extent of one actor as a mask: a group with its members; any other actor stands for itself. */
export function extentOf(
  snapshot: Snapshot,
  selection: Pick<Selection, "memberships">,
  actor: number,
): Uint8Array {
  const group = snapshot.groupOf(actor);
  if (group >= 0)
    return membersOfAny(snapshot, [group], (link) => selection.memberships[link] === 1);
  const mask = new Uint8Array(snapshot.actorCount);
  mask[actor] = 1;
  return mask;
}

/** Number of distinct members of each chosen group that pass. */
export function countMembers(
  snapshot: Snapshot,
  selection: Selection,
  groups: readonly number[],
): Uint32Array {
  const sizes = new Uint32Array(groups.length);
  forEachInExtent(snapshot, selection, groups, (actor, position) => {
    const isGroupItself = actor === snapshot.groupActor(at(groups, position));
    if (!isGroupItself && selection.actors[actor] === 1) sizes[position] = u32(sizes, position) + 1;
  });
  return sizes;
}

function forEachInExtent(
  snapshot: Snapshot,
  { memberships }: Pick<Selection, "memberships">,
  groups: readonly number[],
  visit: (actor: number, position: number) => void,
): void {
  const { members } = snapshot.data.groups;
  const seen = new Int32Array(snapshot.actorCount).fill(-1);
  groups.forEach((group, position) => {
    const itself = snapshot.groupActor(group);
    seen[itself] = position;
    visit(itself, position);
    for (
      let entry = u32(members.offsets, group);
      entry < u32(members.offsets, group + 1);
      entry += 1
    ) {
      const actor = u32(members.actor, entry);
      if (seen[actor] === position || memberships[u32(members.link, entry)] !== 1) continue;
      seen[actor] = position;
      visit(actor, position);
    }
  });
}

/** 1 at a · n + b where the pair of positions is structure (nested or succession) or a = b. */
export function structurePairs(snapshot: Snapshot, groups: readonly number[]): Uint8Array {
  const size = groups.length;
  const { ancestors, relatives } = snapshot.data.groups;
  const positionOf = new Map(groups.map((group, position) => [group, position]));
  const pairs = new Uint8Array(size * size);
  groups.forEach((group, a) => {
    pairs[a * size + a] = 1;
    for (const rows of [ancestors, relatives]) {
      for (let i = u32(rows.offsets, group); i < u32(rows.offsets, group + 1); i += 1) {
        const b = positionOf.get(u32(rows.values, i));
        if (b === undefined) continue;
        pairs[a * size + b] = 1;
        pairs[b * size + a] = 1;
      }
    }
  });
  return pairs;
}
