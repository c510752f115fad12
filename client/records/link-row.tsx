/** One link in words: as seen from the actor of the page, or between two named actors. */
import type { LinkBetween, LinkView } from "../../server/contract/actor.ts";
import { formatPeriod } from "../i18n/format.ts";
import { actorName, pickText } from "../i18n/localised.ts";
import { ContentText } from "../ui/content-text.tsx";
import { Statement } from "./evidence.tsx";
import { ActorLink } from "./panel-link.tsx";
import { roleInWords } from "./role-in-words.ts";
import { useWords, type Words } from "./words.ts";
import "./link-row.css";

/** Under a heading that says type and direction: the other actor alone. */
export function LinkRow({ link, subject }: { link: LinkView; subject: string }) {
  const words = useWords("records");
  const what = words.say("link", {
    from: subject,
    verb: words.say(`vocabulary:type.${link.type}.${link.direction}`),
    to: actorName(link.other, words.language),
  });
  return (
    <Statement
      details={linkDetails(link, words)}
      confidence={link.confidence}
      sources={link.sources}
      what={what}
    >
      <ActorLink actor={link.other} />
    </Statement>
  );
}

/** A whole sentence: both actors and what links them. */
export function LinkBetweenRow({ link }: { link: LinkBetween }) {
  const words = useWords("records");
  const verb = words.say(`vocabulary:type.${link.type}.out`);
  const what = words.say("link", {
    from: actorName(link.from, words.language),
    verb,
    to: actorName(link.to, words.language),
  });
  return (
    <Statement
      details={linkDetails(link, words)}
      confidence={link.confidence}
      sources={link.sources}
      what={what}
    >
      <span className="link-row__sentence">
        <ActorLink actor={link.from} />
        <span className="link-row__verb">{verb}</span>
        <ActorLink actor={link.to} />
      </span>
    </Statement>
  );
}

function linkDetails(link: Omit<LinkBetween, "from" | "to">, { say, language }: Words) {
  const note = pickText(link.note, language);
  return [
    formatPeriod(link.since, link.until, language) ?? say("periodUnknown"),
    ...(link.role ? [roleInWords(link.role, say)] : []),
    ...(note ? [<ContentText key="note" picked={note} />] : []),
  ];
}
