/** Where a statement comes from, one click away: how sure it is in words, and each source with its page. */
import { ChevronDown } from "lucide-react";
import { Fragment, type ReactNode, useId, useState } from "react";
import type { Evidence } from "../../server/contract/actor.ts";
import type { Confidence } from "../../server/contract/vocabulary.ts";
import { formatDate } from "../i18n/format.ts";
import { TextButton } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { useWords } from "./words.ts";
import "./evidence.css";

export function EvidenceList({ sources }: { sources: readonly Evidence[] }) {
  const { say, language } = useWords("records");
  if (sources.length === 0) return <p className="evidence__meta">{say("noSource")}</p>;
  return (
    <ul className="evidence__sources">
      {sources.map((source) => (
        <li key={source.id} className="evidence__source">
          {source.url === null ? source.title : <Link href={source.url}>{source.title}</Link>}
          <span className="evidence__meta">
            {[
              source.publisher ?? say("publisherUnknown"),
              source.date === null
                ? say("publishedUnknown")
                : say("published", { date: formatDate(source.date, language) }),
              source.retrieved === null
                ? null
                : say("retrieved", { date: formatDate(source.retrieved, language) }),
              source.url === null ? say("noPage") : null,
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface StatementProps {
  /** The statement itself. */
  children: ReactNode;
  /** Period, note, role: what stands before the confidence, already in words. */
  details: readonly ReactNode[];
  confidence: Confidence;
  sources: readonly Evidence[];
  /** The statement in plain words, for the button's name. */
  what: string;
}

/** One statement (a `<li>`), with the words for how sure it is as the button that opens its sources. */
export function Statement({ children, details, confidence, sources, what }: StatementProps) {
  const { say } = useWords("records");
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const sure = say(`vocabulary:confidence.${confidence}`);
  return (
    <li className="statement">
      <div className="statement__main">{children}</div>
      <div className="statement__details">
        {details.map((detail, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed places in one line
          <Fragment key={index}>{detail} · </Fragment>
        ))}
        <TextButton
          className={`statement__evidence ${confidence === "general_knowledge" ? "statement__evidence--unsure" : ""}`}
          aria-expanded={isOpen}
          {...(isOpen ? { "aria-controls": id } : {})}
          aria-label={say("evidenceOf", { sure, what })}
          onPress={() => setIsOpen(!isOpen)}
        >
          {sure}
          <ChevronDown aria-hidden />
        </TextButton>
      </div>
      {isOpen ? (
        <div className="evidence" id={id}>
          <p className="evidence__meaning">{say(`vocabulary:confidenceMeaning.${confidence}`)}</p>
          <EvidenceList sources={sources} />
        </div>
      ) : null}
    </li>
  );
}
