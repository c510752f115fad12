/** What links two sides, in one sentence with its counts. */
import type { CrossLinksResult } from "../../../server/contract/explore.ts";
import { isGroupKind } from "../../../server/contract/vocabulary.ts";
import { formatList } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import type { Words } from "../../records/words.ts";

/** Shared members are spoken of only where a group is one of the two: an actor has none. */
export function crossLinkSentence(
  result: CrossLinksResult,
  { say, language }: Words,
  isFiltered: boolean,
): string {
  const names = { a: actorName(result.a, language), b: actorName(result.b, language) };
  const kinds = [
    { name: "links", words: "records:directLinks" },
    { name: "projects", words: "common:count.projects" },
    { name: "bridges", words: "common:count.bridges" },
  ] as const;
  const spoken = kinds.filter(({ name }) => name !== "bridges" || hasGroup(result));
  const there = spoken.filter(({ name }) => result.counts[name] > 0);
  const missing = spoken.filter(({ name }) => result.counts[name] === 0);
  if (there.length === 0)
    return say(`cross-link:${isFiltered ? "nothingPasses" : "nothing"}`, names);
  const sentences = [
    say("cross-link:sentence", {
      ...names,
      parts: formatList(
        there.map(({ name, words }) => say(words, { count: result.counts[name] })),
        language,
      ),
    }),
    ...(missing.length > 0
      ? [
          say("cross-link:sentenceNone", {
            parts: formatList(
              missing.map(({ name }) => say(`cross-link:noneOf.${name}`)),
              language,
            ),
          }),
        ]
      : []),
  ];
  return sentences.join(" ");
}

export function hasGroup({ a, b }: Pick<CrossLinksResult, "a" | "b">): boolean {
  return isGroupKind(a.kind) || isGroupKind(b.kind);
}

/** „2 direkte Verbindungen, 13 gemeinsame Projekte“ that the answer left out; empty when nothing is. */
export function omittedParts({ omitted }: CrossLinksResult, { say }: Words): string[] {
  return [
    ["records:directLinks", omitted.links] as const,
    ["common:count.projects", omitted.projects] as const,
    ["common:count.bridges", omitted.bridges] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(key, { count }));
}
