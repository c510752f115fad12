/** Everything about one pair of groups, in the order in which one would tell it. */
import { ArrowLeft, Link2 } from "lucide-react";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { OpportunityResult } from "../../../server/contract/opportunities.ts";
import { isWithoutService, useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { actorName, pickText } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { opportunityParameters } from "../../records/opportunities-question.ts";
import { ActorLink, PanelLink } from "../../records/panel-link.tsx";
import { openPanel, pairPanel, panelOf } from "../../records/panel-of.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords } from "../../records/words.ts";
import { setOpportunities, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { pairAsText } from "./as-text.ts";
import { Brokers } from "./brokers.tsx";
import { Verdict } from "./card.tsx";
import { Judge } from "./judge.tsx";
import { DataNotes } from "./list.tsx";
import { MeasuredBar } from "./measured-bar.tsx";
import { Numbers } from "./numbers.tsx";
import { SuggestedPairs } from "./suggested-pairs.tsx";
import { PairTopics } from "./topics.tsx";
import "./pair.css";

export function OpportunityPair({ a, b }: { a: string; b: string }) {
  const { say } = useWords("opportunities");
  const asked = opportunityParameters(useView().opportunities);
  const answer = useAnswer("opportunity", asked ?? [], { enabled: asked !== null, keep: false });
  return (
    <>
      <Button
        variant="quiet"
        className="opportunity-pair__back"
        icon={<ArrowLeft aria-hidden />}
        onPress={() => setOpportunities({ pair: null })}
      >
        {say("backToAll")}
      </Button>
      {a === b ? (
        <EmptyState title={say("samePair")} text={say("samePairText")} />
      ) : (
        <Answered answer={answer} loading={say("loading")}>
          {(result) => <Pair result={result} />}
        </Answered>
      )}
    </>
  );
}

function Pair({ result }: { result: OpportunityResult }) {
  const words = useWords("opportunities");
  const { say, language } = words;
  const { opportunity, structure } = result;
  const { a, b, reasons, notes, bridges, omitted } = opportunity;
  const question = pickText(opportunity.question, language)?.text ?? "";
  return (
    <article className="opportunity-pair">
      <h2 className="opportunity-pair__title">
        <GroupLink group={a} /> <span className="visually-hidden">×</span> <GroupLink group={b} />
      </h2>
      {structure ? (
        <p className="opportunity-pair__text">{say(`structure.${structure}`)}</p>
      ) : (
        <>
          <p className="opportunity-card__class" data-class={opportunity.class}>
            {say(`class.${opportunity.class}`)}
          </p>
          <MeasuredBar observed={opportunity.observed} expected={opportunity.expected} />
        </>
      )}
      <Verdict a={a.id} b={b.id} />
      {structure ? null : (
        <>
          <Sentences title={say("reasons")} sentences={reasons} />
          <QualityNote />
          <Numbers opportunity={opportunity} />
        </>
      )}
      {notes.length > 0 ? <Sentences title={say("notes")} sentences={notes} /> : null}
      <PanelSection title={say("bridges")}>
        {bridges.length === 0 ? <p>{say("bridgesNone")}</p> : null}
        <ul>
          {bridges.map((actor) => (
            <li key={actor.id}>
              <ActorLink actor={actor} />
            </li>
          ))}
        </ul>
        {omitted.bridges > 0 ? <p>{say("bridgesMore", { count: omitted.bridges })}</p> : null}
        <div className="opportunity-pair__acts">
          <Button
            variant="quiet"
            icon={<Link2 aria-hidden />}
            onPress={() => openPanel(pairPanel(a.id, b.id))}
          >
            {say("crossLink")}
          </Button>
        </div>
      </PanelSection>
      <PairTopics opportunity={opportunity} />
      <SuggestedPairs result={result} />
      <Brokers opportunity={opportunity} />
      <PanelSection title={say("question")}>
        <blockquote className="opportunity-pair__question">{question}</blockquote>
        <div className="opportunity-pair__acts">
          <CopyButton
            text={() => question}
            label={say("copyQuestion")}
            copied={say("records:copied")}
            failed={say("records:copyFailed")}
          />
        </div>
      </PanelSection>
      {isWithoutService() ? null : (
        <PanelSection title={say("judge.title")}>
          <Judge a={a} b={b} />
        </PanelSection>
      )}
      <div className="opportunities-side__acts">
        <CopyButton
          text={() => pairAsText(result, words, window.location.href)}
          label={say("copy")}
          copied={say("records:copied")}
          failed={say("records:copyFailed")}
        />
      </div>
      <DataNotes notes={result.notes} />
    </article>
  );
}

/** Its mark and name; the heading says no more than the two names. */
function GroupLink({ group }: { group: ActorRef }) {
  const { language } = useWords("opportunities");
  return (
    <PanelLink panel={panelOf(group)} className="actor-link">
      <KindMark kind={group.kind} />
      <span className="actor-link__name">{actorName(group, language)}</span>
    </PanelLink>
  );
}

interface SentencesProps {
  title: string;
  sentences: readonly { de: string; en: string }[];
}

function Sentences({ title, sentences }: SentencesProps) {
  const { language } = useWords("opportunities");
  return (
    <PanelSection title={title}>
      <ul className="opportunity-pair__sentences">
        {sentences.map((sentence) => (
          <li key={sentence.de}>{pickText(sentence, language)?.text}</li>
        ))}
      </ul>
    </PanelSection>
  );
}
