/** Building blocks of what "copy as text" gives: plain lines that survive an e-mail. */
import type { Evidence, LinkBetween, LinkView } from "../../server/contract/actor.ts";
import { formatPeriod } from "../i18n/format.ts";
import { actorName, pickText } from "../i18n/localised.ts";
import type { Words } from "./words.ts";

type Statement = Pick<
  LinkView,
  "type" | "since" | "until" | "note" | "role" | "confidence" | "sources"
>;

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

export function bullet(text: string): string {
  return `– ${text}`;
}

/** `– SAP SE, seit 2017, Gesellschafter`, and below it the evidence. */
export function linkLines(link: LinkView, words: Words): string[] {
  return [
    bullet([actorName(link.other, words.language), ...details(link, words)].join(", ")),
    evidenceLine(link, words),
  ];
}

/** `– SAP SE fördert Innovation Hub, seit 2017`, and below it the evidence. */
export function linkBetweenLines(link: LinkBetween, words: Words): string[] {
  const sentence = words.say("records:link", {
    from: actorName(link.from, words.language),
    verb: words.say(`vocabulary:type.${link.type}.out`),
    to: actorName(link.to, words.language),
  });
  return [bullet([sentence, ...details(link, words)].join(", ")), evidenceLine(link, words)];
}

export function evidenceLine(
  statement: Pick<Statement, "confidence" | "sources">,
  { say }: Words,
): string {
  const sources = statement.sources.map(sourceText).join("; ");
  return `  ${say("records:evidenceLine", {
    sources: sources === "" ? say("records:noSource") : sources,
    sure: say(`vocabulary:confidence.${statement.confidence}`),
  })}`;
}

function sourceText(source: Evidence): string {
  return [source.title, source.publisher, source.url].filter((part) => part !== null).join(", ");
}

function details(statement: Statement, { say, language }: Words): string[] {
  const note = pickText(statement.note, language);
  return [
    formatPeriod(statement.since, statement.until, language) ?? say("records:periodUnknown"),
    ...(note ? [note.text] : []),
  ];
}
