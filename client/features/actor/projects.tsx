/** How many EU projects, and with whom most often; a row opens what links the two. */
import type { ActorPage } from "../../../server/contract/actor.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { PanelLink } from "../../records/panel-link.tsx";
import { pairPanel } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";
import { StackedBar } from "../../ui/stacked-bar.tsx";

export function JointProjects({ page, subject }: { page: ActorPage; subject: string }) {
  const { say, language } = useWords("actor");
  const { total, partners, omittedPartners } = page.projects;
  if (total === 0) return <p className="actor-panel__note">{say("noProjects")}</p>;
  const most = partners[0]?.projects ?? 1;
  return (
    <>
      <p className="actor-panel__lead">
        {say("projectsTotal", { count: total })}{" "}
        {say(partners.length === 0 ? "noPartners" : "partners")}
      </p>
      <ShortList
        items={partners}
        keyOf={({ other }) => other.id}
        showAll={say("records:showAll", { n: formatNumber(partners.length, language) })}
        showLess={say("records:showLess")}
      >
        {({ other, projects }) => (
          <li>
            <PanelLink panel={pairPanel(page.actor.id, other.id)} className="actor-panel__partner">
              <span className="actor-panel__partner-name">
                <KindMark kind={other.kind} />
                {actorName(other, language)}
              </span>
              <StackedBar parts={[0, projects]} max={most} />
              <span className="actor-panel__partner-count" aria-hidden>
                {formatNumber(projects, language)}
              </span>
              <span className="visually-hidden">
                : {say("common:count.projects", { count: projects })}.{" "}
                {say("records:openPair", { a: subject, b: actorName(other, language) })}
              </span>
            </PanelLink>
          </li>
        )}
      </ShortList>
      {omittedPartners > 0 ? (
        <p className="actor-panel__note">{say("morePartners", { count: omittedPartners })}</p>
      ) : null}
    </>
  );
}
