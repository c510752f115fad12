/** What links two groups or actors, as text for an e-mail. */
import type { ProjectRef } from "../../../server/contract/actor.ts";
import type { CrossLinksResult } from "../../../server/contract/explore.ts";
import { formatPeriod } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import type { NamedActor } from "../../records/membership-words.ts";
import { roleInWords } from "../../records/role-in-words.ts";
import { bullet, linkBetweenLines, paragraphs } from "../../records/text-lines.ts";
import type { Words } from "../../records/words.ts";
import { bridgeMemberships } from "./bridge-memberships.ts";
import { crossLinkSentence, omittedParts } from "./sentence.ts";

/** `groups` name the nested groups that lead to a membership; `address` is that of the view and ends the text. */
export function crossLinkAsText(
  result: CrossLinksResult,
  groups: readonly NamedActor[],
  words: Words,
  address: string,
  isFiltered: boolean,
): string {
  const { say, language } = words;
  const { a, b, links, projects, bridges } = result;
  const left = omittedParts(result, words);
  return paragraphs([
    [`${actorName(a, language)} × ${actorName(b, language)}`],
    [crossLinkSentence(result, words, isFiltered)],
    isFiltered ? [say("records:filtered")] : [],
    result.structure === null ? [] : [say(`cross-link:${result.structure}`)],
    list(
      say("cross-link:bridges"),
      bridges.flatMap((bridge) => [
        bullet(actorName(bridge, language)),
        ...bridgeMemberships(result, bridge, groups, words).map((words) => `  ${words.join(", ")}`),
      ]),
    ),
    list(
      say("cross-link:links"),
      links.flatMap((link) => linkBetweenLines(link, words)),
    ),
    list(
      say("cross-link:projects"),
      projects.flatMap((project) => projectLines(project, words)),
    ),
    left.length > 0 ? [say("cross-link:omittedSentence", { parts: left.join(", ") })] : [],
    [say("records:linkToPage", { address })],
  ]);
}

function projectLines(project: ProjectRef, { say, language }: Words): string[] {
  const period = formatPeriod(project.start, project.end, language) ?? say("records:periodUnknown");
  const title = project.title ?? say("cross-link:titleUnknown");
  const people = project.participants.map((participant) => {
    const name = actorName(participant, language);
    return participant.role === null ? name : `${name} (${roleInWords(participant.role, say)})`;
  });
  return [
    bullet(`${project.acronym}: ${title}, ${period}`),
    ...(people.length > 0 ? [`  ${people.join(", ")}`] : []),
    ...(project.url === null ? [] : [`  ${project.url}`]),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
