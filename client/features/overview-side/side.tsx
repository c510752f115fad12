/** Beside the picture while nothing is chosen: what is seen, what is strongest, and where to go from here. */
import type { OverviewResult } from "../../../server/contract/explore.ts";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { overviewParameters } from "../../records/overview-question.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { pairPanel } from "../../records/panel-of.ts";
import { ResetFilters } from "../../records/reset-filters.tsx";
import { strongest } from "../../records/strength.ts";
import { largest, StrengthRow } from "../../records/strength-row.tsx";
import { useWords } from "../../records/words.ts";
import { filterEntries } from "../../state/url.ts";
import { filterCount } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";
import { PanelSection } from "../../ui/panel-section.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { BestOpportunities } from "./best-opportunities.tsx";
import { bridgingActors } from "./bridging-actors.ts";
import "./side.css";

const PAIRS_SHOWN = 10;
const ACTORS_SHOWN = 8;
/** Enough for every actor of a regional ecosystem, and small enough for a large one. */
const ACTORS_ASKED = 400;

export function OverviewSide() {
  const { say } = useWords("overview-side");
  const answer = useAnswer("overview", overviewParameters(useView()));
  return (
    <div className="overview-side">
      <h2 className="overview-side__title">{say("title")}</h2>
      <Answered answer={answer} loading={say("loading")}>
        {(overview) => (
          <>
            <Lead overview={overview} />
            <BestOpportunities />
            <Strongest overview={overview} />
            <BridgingActors />
          </>
        )}
      </Answered>
      <PanelSection title={say("hintTitle")}>
        <p className="overview-side__text">{say("hint")}</p>
      </PanelSection>
    </div>
  );
}

function Lead({ overview }: { overview: OverviewResult }) {
  const { say, language } = useWords("overview-side");
  const { filters } = useView();
  const isFiltered = filterCount(filters) > 0;
  const groups = overview.groups.filter((group) => !isFiltered || group.size > 0).length;
  const isEmpty = isFiltered && groups === 0 && overview.shown.actors === 0;
  const crossLinks = overview.crossLinks.length + overview.omitted.crossLinks;
  return (
    <div className="overview-side__lead">
      <p>
        {isEmpty
          ? say("leadEmpty")
          : say("lead", {
              groups: say("common:count.groups", { count: groups }),
              actors: say("common:count.actors", { count: overview.shown.actors }),
            })}{" "}
        {crossLinks > 0 ? say("leadLinks", { count: crossLinks }) : null}
        {crossLinks === 0 && !isEmpty ? say(isFiltered ? "leadNonePasses" : "leadNone") : null}
      </p>
      {isFiltered ? (
        <p className="overview-side__text">
          {say("filtered", {
            shown: formatNumber(overview.shown.actors, language),
            total: formatNumber(overview.total.actors, language),
          })}
        </p>
      ) : null}
    </div>
  );
}

function Strongest({ overview }: { overview: OverviewResult }) {
  const { say, language } = useWords("overview-side");
  const { evidence } = useView();
  const groups = new Map(overview.groups.map((group) => [group.id, group]));
  const rows = strongest(
    overview.crossLinks.flatMap(({ a, b, links, projects, bridges }) => {
      const [first, second] = [groups.get(a), groups.get(b)];
      return first && second ? [{ a: first, b: second, links, projects, shared: bridges }] : [];
    }),
    evidence,
  ).slice(0, PAIRS_SHOWN);
  const max = largest(rows, evidence);
  return (
    <PanelSection title={say("strongest")}>
      {rows.length === 0 ? (
        <EmptyState title={say("noneTitle")} text={say("noneText")} action={<ResetFilters />} />
      ) : (
        <>
          <p className="overview-side__text">{say(`countedBy.${evidence}`)}</p>
          <ul className="overview-side__pairs">
            {rows.map((row) => (
              <StrengthRow
                key={`${row.a.id}~${row.b.id}`}
                panel={pairPanel(row.a.id, row.b.id)}
                strength={row}
                evidence={evidence}
                max={max}
              >
                {[row.a, row.b].map((group) => (
                  <span key={group.id} className="strength-row__name">
                    <KindMark kind={group.kind} size={16} />
                    {actorName(group, language)}
                  </span>
                ))}
              </StrengthRow>
            ))}
          </ul>
        </>
      )}
    </PanelSection>
  );
}

function BridgingActors() {
  const { say, language } = useWords("overview-side");
  const { filters, groupKinds } = useView();
  const { data } = useAnswer("graph", [...filterEntries(filters), ["limit", String(ACTORS_ASKED)]]);
  const rows = data ? bridgingActors(data, groupKinds, ACTORS_SHOWN) : [];
  if (data === undefined || rows.length === 0) return null;
  return (
    <PanelSection title={say("bridges")}>
      <p className="overview-side__text">
        {say("bridgesLead")}
        {data.omitted.actors > 0
          ? ` ${say("bridgesPart", { n: formatNumber(ACTORS_ASKED, language) })}`
          : null}
      </p>
      <ul className="overview-side__actors">
        {rows.map(({ actor, groups }) => (
          <li key={actor.id} className="overview-side__actor">
            <ActorLink actor={actor} />
            <span className="overview-side__count">{say("inGroups", { count: groups })}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
