/** A group's page as text for an e-mail. */
import type { GroupResult } from "../../../server/contract/explore.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { placeOf } from "../../records/actor-words.ts";
import { membershipWords } from "../../records/membership-words.ts";
import { strengthParts } from "../../records/strength.ts";
import { bullet, linkBetweenLines, paragraphs } from "../../records/text-lines.ts";
import type { Words } from "../../records/words.ts";
import { memberSections } from "./member-sections.ts";

/** `address` is that of the view and ends the text. */
export function groupAsText(
  page: GroupResult,
  words: Words,
  address: string,
  isFiltered: boolean,
): string {
  const { say, language } = words;
  const { group, omitted } = page;
  const description = pickText(group.description, language);
  const place = placeOf(group) ?? say("common:unknown");
  const name = (actor: { name: string; nameEn: string | null }) => actorName(actor, language);
  return paragraphs([
    [
      name(group),
      `${say(`vocabulary:kind.${group.kind}`, { count: 1 })}, ${place}`,
      ...(description ? [description.text] : []),
      ...(group.website ? [`${say("records:website")}: ${group.website}`] : []),
    ],
    isFiltered ? [say("records:filtered")] : [],
    list(say("group:parents"), page.parents.map(name)),
    list(say("group:nested"), page.nested.map(name)),
    list(
      say("group:outside"),
      page.outside.map(
        ({ group: other, links, projects, bridges }) =>
          `${name(other)}: ${strengthParts({ links, projects, shared: bridges }, say).join(", ")}`,
      ),
      leftOut(omitted.outside),
    ),
    ...memberSections(page.members, "kind", "", language).map((section) =>
      list(
        say(`vocabulary:kind.${section.kind}`, { count: section.members.length }),
        section.members.map((member) =>
          [name(member), ...membershipWords(member, page.nested, words)].join(", "),
        ),
      ),
    ),
    leftOut(omitted.members),
    list(
      say("group:bridges"),
      page.bridges.map(({ actor, groups }) => `${name(actor)}: ${groups.map(name).join(", ")}`),
      leftOut(omitted.bridges),
    ),
    linkList(say("group:inside"), page.inside, omitted.inside),
    linkList(say("group:own"), page.own, omitted.own),
    [say("records:linkToPage", { address })],
  ]);

  function leftOut(count: number): string[] {
    return count > 0 ? [say("records:leftOut", { count })] : [];
  }

  function linkList(title: string, links: GroupResult["own"], count: number): string[] {
    if (links.length === 0) return [];
    const lines = links.flatMap((link) => linkBetweenLines(link, words));
    return [`${title}:`, ...lines, ...leftOut(count)];
  }
}

function list(title: string, items: readonly string[], rest: readonly string[] = []): string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map(bullet), ...rest];
}
