/** An actor's page as text for an e-mail. */
import type { ActorPage } from "../../../server/contract/actor.ts";
import { formatDate } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { otherNames, placeOf } from "../../records/actor-words.ts";
import { groupLinks } from "../../records/group-links.ts";
import { membershipWords } from "../../records/membership-words.ts";
import { bullet, linkLines, paragraphs } from "../../records/text-lines.ts";
import type { Words } from "../../records/words.ts";

/** `address` is that of the view and ends the text. */
export function actorAsText(page: ActorPage, words: Words, address: string): string {
  const { say } = words;
  return paragraphs([
    headLines(page, words),
    page.groups.length === 0
      ? []
      : [
          `${say("actor:groups")}:`,
          ...page.groups.map((group) =>
            bullet(
              [
                actorName(group, words.language),
                ...membershipWords(group, page.groups, words),
              ].join(", "),
            ),
          ),
        ],
    ...groupLinks(page.links).map(({ type, direction, links }) => [
      `${say(`vocabulary:type.${type}.${direction}`)}:`,
      ...links.flatMap((link) => linkLines(link, words)),
    ]),
    projectLines(page, words),
    page.omitted > 0 ? [say("records:leftOut", { count: page.omitted })] : [],
    [say("records:linkToPage", { address })],
  ]);
}

function headLines({ actor }: ActorPage, { say, language }: Words): string[] {
  const names = otherNames(actor, language);
  const place = placeOf(actor) ?? say("common:unknown");
  const topics = actor.topics.map((topic) => pickText(topic.name, language)?.text ?? topic.id);
  const description = pickText(actor.description, language);
  return [
    actorName(actor, language),
    `${say(`vocabulary:kind.${actor.kind}`, { count: 1 })}, ${place}`,
    ...(names.length > 0 ? [say("records:aliases", { names: names.join(" · ") })] : []),
    ...(description ? [description.text] : []),
    ...(actor.founded ? [`${say("records:founded")}: ${formatDate(actor.founded, language)}`] : []),
    ...(topics.length > 0 ? [`${say("records:topics")}: ${topics.join(", ")}`] : []),
    ...(actor.website ? [`${say("records:website")}: ${actor.website}`] : []),
  ];
}

function projectLines({ projects }: ActorPage, { say, language }: Words): string[] {
  if (projects.total === 0) return [];
  return [
    say("actor:projectsTotal", { count: projects.total }),
    ...projects.partners
      .slice(0, 10)
      .map(({ other, projects: count }) =>
        bullet(`${actorName(other, language)}: ${say("common:count.projects", { count })}`),
      ),
  ];
}
