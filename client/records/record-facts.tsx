/** Description and facts of an actor or a group; a topic sets the filter, an id leads to its register. */
import type { ReactNode } from "react";
import type { ActorFacts } from "../../server/contract/actor.ts";
import { formatDate, formatPeriod } from "../i18n/format.ts";
import { pickText } from "../i18n/localised.ts";
import { getView, setFilters, useView } from "../state/view-store.ts";
import { Chip } from "../ui/chip.tsx";
import { ContentText } from "../ui/content-text.tsx";
import { Link } from "../ui/link.tsx";
import { placeOf } from "./actor-words.ts";
import { EvidenceList } from "./evidence.tsx";
import { readLegalId } from "./legal-id.ts";
import { useWords } from "./words.ts";
import "./record-facts.css";

export function RecordFacts({ actor }: { actor: ActorFacts }) {
  const { say, language } = useWords("records");
  const description = pickText(actor.description, language);
  const isProject = actor.kind === "project";
  const unknown = <span className="record-facts__unknown">{say("common:unknown")}</span>;
  return (
    <div className="record-facts">
      {description ? (
        <p className="record-facts__description">
          <ContentText picked={description} />
        </p>
      ) : null}
      <dl className="record-facts__list">
        {isProject ? (
          <>
            <Fact name={say("period")}>
              {formatPeriod(actor.start, actor.end, language) ?? unknown}
            </Fact>
            <Fact name={say("programme")}>{actor.programme ?? unknown}</Fact>
          </>
        ) : (
          <>
            <Fact name={say("founded")}>
              {actor.founded ? formatDate(actor.founded, language) : unknown}
            </Fact>
            <Fact name={say("place")}>{placeOf(actor) ?? unknown}</Fact>
          </>
        )}
        <Fact name={say("topics")}>
          {actor.topics.length === 0 ? unknown : <Topics topics={actor.topics} />}
        </Fact>
        {actor.legalIds.length === 0 ? null : (
          <Fact name={say(isProject ? "projectIds" : "legalIds")}>
            <ul className="record-facts__ids">
              {actor.legalIds.map((id) => (
                <LegalIdItem key={id} text={id} />
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <details className="record-facts__sources">
        <summary>{say("sources", { count: actor.sources.length })}</summary>
        <EvidenceList sources={actor.sources} />
      </details>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="record-facts__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Topics({ topics }: { topics: ActorFacts["topics"] }) {
  const { language } = useWords("records");
  const chosen = useView().filters.topics;
  const toggle = (id: string) => {
    const present = getView().filters.topics;
    setFilters({
      topics: present.includes(id) ? present.filter((other) => other !== id) : [...present, id],
    });
  };
  return (
    <div className="record-facts__topics">
      {topics.map((topic) => (
        <Chip
          key={topic.id}
          name={pickText(topic.name, language)?.text ?? topic.id}
          isSelected={chosen.includes(topic.id)}
          onPress={() => toggle(topic.id)}
        />
      ))}
    </div>
  );
}

function LegalIdItem({ text }: { text: string }) {
  const { register, value, url } = readLegalId(text);
  return (
    <li>
      {register ? `${register} ` : null}
      {url === null ? value : <Link href={url}>{value}</Link>}
    </li>
  );
}
