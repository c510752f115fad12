/** How an actor belongs to a group, in words: „Partnerschaft“, „seit 2017“, „über Digital Hub Munich“. */
import type { ActorRef, Membership } from "../../server/contract/actor.ts";
import { formatPeriod } from "../i18n/format.ts";
import { actorName } from "../i18n/localised.ts";
import type { Words } from "./words.ts";

export type NamedActor = Pick<ActorRef, "id" | "name" | "nameEn">;

/** `groups` are those in which the nested group's name is looked up; an unknown one is named by its id. */
export function membershipWords(
  membership: Pick<Membership, "type" | "since" | "until" | "via">,
  groups: readonly NamedActor[],
  { say, language }: Words,
): string[] {
  const words = [
    say(`vocabulary:type.${membership.type}.noun`, { count: 1 }),
    formatPeriod(membership.since, membership.until, language) ?? say("records:periodUnknown"),
  ];
  if (membership.via === null) return words;
  const via = groups.find((group) => group.id === membership.via);
  return [...words, say("records:via", { group: via ? actorName(via, language) : membership.via })];
}
