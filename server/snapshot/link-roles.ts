/**
 * What a link is to the picture: a membership, structure between groups, a participation in a project, or a
 * link that counts between actors. Derived here once for every algorithm.
 */
import { ACTOR_KINDS, LINK_TYPES, MEMBERSHIP_TYPES } from "../contract/vocabulary.ts";
import { i32, u8, u32 } from "./cells.ts";
import type { Snapshot, SnapshotData } from "./snapshot.ts";

/** Flags; a link with none of them is one that counts as link between actors. */
export const MEMBERSHIP = 1;
/** PART_OF and SUCCESSOR_OF. */
export const STRUCTURE = 2;
/** PARTICIPATES_IN a project. */
export const PARTICIPATION = 4;
/** One end is a project. */
export const TOUCHES_PROJECT = 8;
/** Links with one of these are never counted as links between actors of two groups. */
export const NOT_COUNTED = MEMBERSHIP | STRUCTURE | PARTICIPATION;

export const PROJECT_KIND = ACTOR_KINDS.indexOf("project");
const PARTICIPATES_IN = LINK_TYPES.indexOf("PARTICIPATES_IN");
const PART_OF = LINK_TYPES.indexOf("PART_OF");
const SUCCESSOR_OF = LINK_TYPES.indexOf("SUCCESSOR_OF");
const IS_MEMBERSHIP_TYPE = Uint8Array.from(LINK_TYPES, (type) =>
  MEMBERSHIP_TYPES.some((membership) => membership === type) ? 1 : 0,
);

const cache = new WeakMap<SnapshotData, Uint8Array>();

/** Flags of each link. */
export function linkRoles(snapshot: Snapshot): Uint8Array {
  const known = cache.get(snapshot.data);
  if (known) return known;
  const { links, actors, groups } = snapshot.data;
  const roles = new Uint8Array(links.count);
  for (let link = 0; link < links.count; link += 1) {
    const type = u8(links.type, link);
    const target = u32(links.target, link);
    let role = 0;
    if (u8(IS_MEMBERSHIP_TYPE, type) === 1 && i32(groups.ofActor, target) >= 0) role |= MEMBERSHIP;
    if (type === PART_OF || type === SUCCESSOR_OF) role |= STRUCTURE;
    const isTargetProject = u8(actors.kind, target) === PROJECT_KIND;
    if (type === PARTICIPATES_IN && isTargetProject) role |= PARTICIPATION;
    if (isTargetProject || u8(actors.kind, u32(links.source, link)) === PROJECT_KIND) {
      role |= TOUCHES_PROJECT;
    }
    roles[link] = role;
  }
  cache.set(snapshot.data, roles);
  return roles;
}
