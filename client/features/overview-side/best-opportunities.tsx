/** The three best opportunities among what the overview shows, each with the first reason. */
import { useAnswer } from "../../api.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { opportunitiesParameters } from "../../records/opportunities-question.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords } from "../../records/words.ts";
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
  const { data, isError } = useAnswer("opportunities", opportunitiesParameters(asked));
  if (isError) return null;
  return (
    <PanelSection
      title={say("opportunities")}
      aside={
        <TextButton onPress={() => setOpportunities(asked)}>{say("allOpportunities")}</TextButton>
      }
    >
      {data === undefined ? <Loading label={say("opportunities:loading")} lines={3} /> : null}
      {data?.opportunities.length === 0 ? (
        <p className="overview-side__text">{say("noOpportunity")}</p>
      ) : null}
      <ol className="overview-side__opportunities" aria-label={say("opportunities")}>
        {data?.opportunities.slice(0, SHOWN).map(({ a, b, reasons }) => (
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
      {data && data.opportunities.length > 0 ? <QualityNote /> : null}
    </PanelSection>
  );
}
