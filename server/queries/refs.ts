/** Short forms of actors and links, from the columns of the snapshot alone. */
import type { ActorRef, ActorSummary, Localised, Membership } from "../contract/actor.ts";
import type { NeighboursResult } from "../contract/explore.ts";
import { LINK_TYPES, type LinkType } from "../contract/vocabulary.ts";
import { u32 } from "../snapshot/cells.ts";
import type { MembershipEntry } from "../snapshot/memberships.ts";
import { dateText, row, type Snapshot } from "../snapshot/snapshot.ts";

export function actorRef(snapshot: Snapshot, actor: number): ActorRef {
  return {
    id: snapshot.actorId(actor),
    name: snapshot.actorName(actor),
    nameEn: snapshot.actorNameEn(actor),
    kind: snapshot.actorKind(actor),
  };
}

export function actorSummary(snapshot: Snapshot, actor: number): ActorSummary {
  return {
    ...actorRef(snapshot, actor),
    city: snapshot.actorCity(actor),
    state: snapshot.actorState(actor),
  };
}

export function topicName(snapshot: Snapshot, topic: number): { id: string; name: Localised } {
  const entry = snapshot.data.topics[topic];
  if (!entry) throw new RangeError(`topic number ${topic} of ${snapshot.data.topics.length}`);
  return { id: entry.id, name: { de: entry.nameDe || null, en: entry.nameEn || null } };
}

export function topicIds(snapshot: Snapshot, actor: number): string[] {
  return Array.from(
    row(snapshot.data.actors.topics, actor),
    (topic) => topicName(snapshot, topic).id,
  );
}

export function linkDates(
  snapshot: Snapshot,
  link: number,
): { since: string | null; until: string | null } {
  const { since, until } = snapshot.data.links;
  return { since: dateText(u32(since, link)), until: dateText(u32(until, link)) };
}

export function graphLink(snapshot: Snapshot, link: number): NeighboursResult["links"][number] {
  const { source, target } = snapshot.data.links;
  return {
    id: snapshot.linkId(link),
    source: snapshot.actorId(u32(source, link)),
    target: snapshot.actorId(u32(target, link)),
    type: snapshot.linkType(link),
    ...linkDates(snapshot, link),
    confidence: snapshot.linkConfidence(link),
  };
}

/** Why an actor belongs to a group, without naming the group. */
export function membershipReason(
  snapshot: Snapshot,
  { link, via }: MembershipEntry,
): Pick<Membership, "type" | "since" | "until" | "via"> {
  return {
    type: snapshot.linkType(link),
    ...linkDates(snapshot, link),
    via: via < 0 ? null : snapshot.actorId(snapshot.groupActor(via)),
  };
}

export function membershipOf(snapshot: Snapshot, entry: MembershipEntry): Membership {
  return {
    ...actorRef(snapshot, snapshot.groupActor(entry.group)),
    ...membershipReason(snapshot, entry),
  };
}

/** Counts by link type, types that do not occur left out. */
export function countsByType(count: (type: number) => number): Partial<Record<LinkType, number>> {
  return Object.fromEntries(
    LINK_TYPES.map((type, index) => [type, count(index)] as const).filter(([, n]) => n > 0),
  );
}
