/** Why an actor belongs to a group: its best membership entry (direct before inherited, surest first). */
import { i32, u8, u32 } from "./cells.ts";
import type { Selection } from "./selection.ts";
import type { Snapshot } from "./snapshot.ts";

export interface MembershipEntry {
  group: number;
  link: number;
  /** Number of the nested group that it comes through, -1 for a direct membership. */
  via: number;
}

/** The members of a group whose membership holds, by actor number, each with its best entry. */
export function membersOf(
  snapshot: Snapshot,
  selection: Pick<Selection, "memberships">,
  group: number,
): Map<number, MembershipEntry> {
  const found = new Map<number, MembershipEntry>();
  forEachEntry(snapshot, selection, group, (actor, entry) => {
    const known = found.get(actor);
    if (!known || isBetter(snapshot, entry, known)) found.set(actor, entry);
  });
  return found;
}

/** `undefined` when the actor is no member, or is the group itself. */
export function findMembership(
  snapshot: Snapshot,
  selection: Pick<Selection, "memberships">,
  actor: number,
  group: number,
): MembershipEntry | undefined {
  let best: MembershipEntry | undefined;
  forEachEntry(snapshot, selection, group, (member, entry) => {
    if (member === actor && (!best || isBetter(snapshot, entry, best))) best = entry;
  });
  return best;
}

/** Entries come direct first and then nearest nested group first, so that only sureness has to be compared. */
function isBetter(snapshot: Snapshot, entry: MembershipEntry, known: MembershipEntry): boolean {
  const { confidence } = snapshot.data.links;
  return entry.via === known.via && u8(confidence, entry.link) < u8(confidence, known.link);
}

function forEachEntry(
  snapshot: Snapshot,
  { memberships }: Pick<Selection, "memberships">,
  group: number,
  visit: (actor: number, entry: MembershipEntry) => void,
): void {
  const { members } = snapshot.data.groups;
  const end = u32(members.offsets, group + 1);
  for (let i = u32(members.offsets, group); i < end; i += 1) {
    const link = u32(members.link, i);
    if (memberships[link] !== 1) continue;
    visit(u32(members.actor, i), { group, link, via: i32(members.via, i) });
  }
}
