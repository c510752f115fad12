/** The ranked pairs as cards, those that were dismissed at the end, and those of which too little is known. */

import type {
  OpportunitiesResult,
  OpportunityView,
} from "../../../server/contract/opportunities.ts";
import { OPPORTUNITY_SORTS } from "../../../server/contract/opportunity-words.ts";
import { useAnswer } from "../../api.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { judgementOf, useJudgements } from "../../records/judgements.ts";
import { opportunitiesParameters } from "../../records/opportunities-question.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords } from "../../records/words.ts";
import { FIRST_OPPORTUNITIES } from "../../state/view.ts";
import { setOpportunities, useView } from "../../state/view-store.ts";
import { Button, TextButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { listAsText } from "./as-text.ts";
import { OpportunityCard } from "./card.tsx";

export function OpportunityList() {
  const { say } = useWords("opportunities");
  const answer = useAnswer("opportunities", opportunitiesParameters(useView().opportunities));
  return (
    <>
      <h2 className="opportunities-side__title">{say("title")}</h2>
      <ListSwitch />
      <Answered answer={answer} loading={say("loading")}>
        {(result) => <List result={result} />}
      </Answered>
    </>
  );
}

/** Which pairs come first: most missing, or only those without anything recorded. */
export function ListSwitch() {
  const { say } = useWords("opportunities");
  return (
    <SegmentedControl
      label={say("list")}
      className="opportunities-side__which"
      value={useView().opportunities.list}
      onChange={(list) => setOpportunities({ list })}
      options={OPPORTUNITY_SORTS.map((value) => ({ value, label: say(`listName.${value}`) }))}
    />
  );
}

function List({ result }: { result: OpportunitiesResult }) {
  const words = useWords("opportunities");
  const { say } = words;
  const judgements = useJudgements();
  const isDismissed = ({ a, b }: OpportunityView) =>
    judgementOf(judgements, a.id, b.id)?.verdict === "dismissed";
  const { opportunities, omitted } = result;
  const ranked = opportunities.map((opportunity, index) => ({ opportunity, rank: index + 1 }));
  const open = ranked.filter(({ opportunity }) => !isDismissed(opportunity));
  const dismissed = ranked.filter(({ opportunity }) => isDismissed(opportunity));
  return (
    <>
      <p className="opportunities-side__text">{say("lead", { count: result.compared })}</p>
      <QualityNote />
      {ranked.length === 0 ? <Nothing /> : null}
      {open.length > 0 ? <Cards ranked={open} label={say("results")} /> : null}
      {omitted.opportunities > 0 ? (
        <p className="opportunities-side__text">{say("more", { count: omitted.opportunities })}</p>
      ) : null}
      {dismissed.length > 0 ? (
        <details className="opportunities-side__fold">
          <summary>
            {say("dismissedTitle")} ({dismissed.length})
          </summary>
          <Cards ranked={dismissed} label={say("dismissedTitle")} />
        </details>
      ) : null}
      {opportunities.length > 0 ? (
        <div className="opportunities-side__acts">
          <CopyButton
            text={() => listAsText(result, words, window.location.href)}
            label={say("copy")}
            copied={say("records:copied")}
            failed={say("records:copyFailed")}
          />
        </div>
      ) : null}
      <Low result={result} />
      <DataNotes notes={result.notes} />
    </>
  );
}

interface CardsProps {
  ranked: readonly { opportunity: OpportunityView; rank: number }[];
  label: string;
}

function Cards({ ranked, label }: CardsProps) {
  return (
    <ol className="opportunities-side__cards" aria-label={label}>
      {ranked.map(({ opportunity, rank }) => (
        <OpportunityCard
          key={`${opportunity.a.id}~${opportunity.b.id}`}
          opportunity={opportunity}
          rank={rank}
        />
      ))}
    </ol>
  );
}

function Nothing() {
  const { say } = useWords("opportunities");
  return (
    <EmptyState
      title={say("emptyTitle")}
      text={say("emptyText")}
      action={
        <Button onPress={() => setOpportunities(FIRST_OPPORTUNITIES)}>{say("emptyReset")}</Button>
      }
    />
  );
}

/** Pairs of which too little is expected, folded away: why they are not among the opportunities. */
function Low({ result: { related, omitted } }: { result: OpportunitiesResult }) {
  const { say, language } = useWords("opportunities");
  if (related.length === 0) return null;
  return (
    <details className="opportunities-side__fold">
      <summary>{say("low")}</summary>
      <p>{say("lowText")}</p>
      <ul>
        {related.map(({ a, b, reasons }) => (
          <li key={`${a.id}~${b.id}`} className="opportunities-side__low">
            <TextButton onPress={() => setOpportunities({ pair: { a: a.id, b: b.id } })}>
              {actorName(a, language)} × {actorName(b, language)}
            </TextButton>
            <span> {reasons.map((reason) => pickText(reason, language)?.text).join(" ")}</span>
          </li>
        ))}
      </ul>
      {omitted.related > 0 ? <p>{say("lowMore", { count: omitted.related })}</p> : null}
    </details>
  );
}

export function DataNotes({ notes }: Pick<OpportunitiesResult, "notes">) {
  const { say, language } = useWords("opportunities");
  if (notes.length === 0) return null;
  return (
    <details className="opportunities-side__fold">
      <summary>{say("dataNotes")}</summary>
      {notes.map((note) => (
        <p key={note.de}>{pickText(note, language)?.text}</p>
      ))}
    </details>
  );
}
