/** Opportunities as text for an e-mail: who, why, over whom, and where it is read. Pure. */
import type {
  OpportunitiesResult,
  OpportunityResult,
  OpportunityView,
} from "../../../server/contract/opportunities.ts";
import { formatList } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { bullet, paragraphs } from "../../records/text-lines.ts";
import type { Words } from "../../records/words.ts";

type Sentence = { de: string; en: string };

/** The list as it is shown, with the first sentence of each pair. */
export function listAsText(
  { opportunities, notes }: Pick<OpportunitiesResult, "opportunities" | "notes">,
  words: Words,
  address: string,
): string {
  const { say } = words;
  return paragraphs([
    [say("opportunities:text.list")],
    ...opportunities.map((opportunity, index) => [
      `${index + 1}. ${names(opportunity, words)}`,
      ...sentences(opportunity.reasons, words),
    ]),
    sentences(notes, words),
    [say("records:linkToPage", { address })],
  ]);
}

/** One pair with its bridges, suggested pairs, brokers and the question. */
export function pairAsText(
  result: Pick<OpportunityResult, "opportunity" | "structure" | "paths" | "notes">,
  words: Words,
  address: string,
): string {
  const { say, language } = words;
  const { opportunity, structure, paths, notes } = result;
  const { a, b, reasons, bridges, pairs, brokers, question } = opportunity;
  const name = (actor: Parameters<typeof actorName>[0]) => actorName(actor, language);
  return paragraphs([
    [
      say("opportunities:text.title", { a: name(a), b: name(b) }),
      ...(structure ? [say(`opportunities:structure.${structure}`)] : sentences(reasons, words)),
      ...sentences(opportunity.notes, words),
    ],
    bridges.length === 0
      ? []
      : [say("opportunities:text.bridges", { names: formatList(bridges.map(name), language) })],
    pairs.length === 0
      ? []
      : [
          say("opportunities:text.pairs"),
          ...pairs.flatMap(({ x, y, reasons: why }) => {
            const path = paths.find((one) => one.x === x.id && one.y === y.id)?.path;
            return [
              bullet(`${name(x)} × ${name(y)}`),
              ...sentences(why, words).map((sentence) => `  ${sentence}`),
              ...(path
                ? [
                    `  ${say("opportunities:route", {
                      path: path.actors.map(name).join(" → "),
                    })}`,
                  ]
                : []),
            ];
          }),
        ],
    brokers.length === 0
      ? []
      : [
          say("opportunities:text.brokers"),
          ...brokers.flatMap(({ actor, reasons: why }) => [
            bullet(name(actor)),
            ...sentences(why, words).map((sentence) => `  ${sentence}`),
          ]),
        ],
    sentences([question], words),
    sentences(notes, words),
    [say("records:linkToPage", { address })],
  ]);
}

function names({ a, b }: OpportunityView, { language }: Words): string {
  return `${actorName(a, language)} × ${actorName(b, language)}`;
}

function sentences(list: readonly Sentence[], { language }: Words): string[] {
  return list.flatMap((sentence) => pickText(sentence, language)?.text ?? []);
}
