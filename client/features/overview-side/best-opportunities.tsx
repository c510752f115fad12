/** The three best opportunities among what the overview shows that nobody dismissed, each with the first reason. */
import { useAnswer } from "../../api.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { judgementOf, useJudgements } from "../../records/judgements.ts";
import { opportunitiesParameters } from "../../records/opportunities-question.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords } from "../../records/words.ts";
import { WorkProgress } from "../../records/work-progress.tsx";
import { FIRST_OPPORTUNITIES, type OpportunitiesView } from "../../state/view.ts";
import { setOpportunities, useView } from "../../state/view-store.ts";
import { TextButton } from "../../ui/button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { Loading } from "../../ui/states.tsx";

const SHOWN = 3;

/** Asked when the overview is there: the first picture does not wait for it. */
export function BestOpportunities() {
  const { say, language } = useWords("overview-side");
  const { filters, groupKinds } = useView();
  const { groups, topics, states } = filters;
  const asked: OpportunitiesView = {
    ...FIRST_OPPORTUNITIES,
    kinds: groupKinds,
    groups,
    topics,
    states,
  };
  const { data, isError, failureReason, refetch } = useAnswer(
    "opportunities",
    opportunitiesParameters(asked),
  );
  const judgements = useJudgements();
  const best = data?.opportunities
    .filter(({ a, b }) => judgementOf(judgements, a.id, b.id)?.verdict !== "dismissed")
    .slice(0, SHOWN);
  return (
    <PanelSection
      title={say("opportunities")}
      aside={
        <TextButton onPress={() => setOpportunities(asked)}>{say("allOpportunities")}</TextButton>
      }
    >
      {isError ? (
        <p className="overview-side__text" role="alert">
          {say("opportunitiesFailed")}{" "}
          <TextButton onPress={() => refetch()}>{say("ui:retry")}</TextButton>
        </p>
      ) : null}
      {best === undefined && !isError ? (
        <>
          <WorkProgress error={failureReason} />
          <Loading label={say("opportunities:loading")} lines={3} />
        </>
      ) : null}
      {best?.length === 0 ? <p className="overview-side__text">{say("noOpportunity")}</p> : null}
      <ol className="overview-side__opportunities" aria-label={say("opportunities")}>
        {best?.map(({ a, b, reasons }) => (
          <li key={`${a.id}~${b.id}`}>
            <TextButton
              className="overview-side__opportunity"
              onPress={() => setOpportunities({ ...asked, pair: { a: a.id, b: b.id } })}
            >
              {actorName(a, language)} × {actorName(b, language)}
            </TextButton>
            <p className="overview-side__text">
              {reasons[0] ? pickText(reasons[0], language)?.text : null}
            </p>
          </li>
        ))}
      </ol>
      {best && best.length > 0 ? <QualityNote /> : null}
    </PanelSection>
  );
}
