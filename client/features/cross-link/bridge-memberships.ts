/** How an actor that belongs to both sides belongs to each of them. */
import type { CrossLinksResult } from "../../../server/contract/explore.ts";
import { actorName } from "../../i18n/localised.ts";
import { membershipWords, type NamedActor } from "../../records/membership-words.ts";
import type { Words } from "../../records/words.ts";

/** Two rows of words, each beginning with the group's name. */
export function bridgeMemberships(
  { a, b }: CrossLinksResult,
  bridge: CrossLinksResult["bridges"][number],
  groups: readonly NamedActor[],
  words: Words,
): [string, ...string[]][] {
  const sides = [
    { group: a, membership: bridge.inA },
    { group: b, membership: bridge.inB },
  ];
  return sides.map(({ group, membership }) => [
    actorName(group, words.language),
    ...(membership === null
      ? [words.say("cross-link:itself")]
      : membershipWords(membership, [a, b, ...groups], words)),
  ]);
}
