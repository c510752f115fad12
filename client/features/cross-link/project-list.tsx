/** Joint projects: short name, title, years, who takes part and as what, and the page at CORDIS. */
import { useState } from "react";
import type { ProjectRef } from "../../../server/contract/actor.ts";
import { formatNumber } from "../../i18n/format.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { roleInWords } from "../../records/role-in-words.ts";
import { useWords } from "../../records/words.ts";
import { Link } from "../../ui/link.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ShortList } from "../../ui/short-list.tsx";
import { chooseProjects, PROJECT_ORDERS, type ProjectOrder, projectYears } from "./projects.ts";

/** From this number on there is a search field. */
const SEARCH_FROM = 12;

export function ProjectList({ projects }: { projects: readonly ProjectRef[] }) {
  const { say, language } = useWords("cross-link");
  const [order, setOrder] = useState<ProjectOrder>("newest");
  const [search, setSearch] = useState("");
  if (projects.length === 0) return <p className="cross-link-panel__note">{say("noProjects")}</p>;
  const shown = chooseProjects(projects, order, search, language);
  return (
    <>
      {projects.length > 3 ? (
        <SegmentedControl
          label={say("sortBy")}
          value={order}
          onChange={setOrder}
          options={PROJECT_ORDERS.map((value) => ({ value, label: say(`sort.${value}`) }))}
        />
      ) : null}
      {projects.length > SEARCH_FROM ? (
        <SearchField label={say("search")} value={search} onChange={setSearch} />
      ) : null}
      {shown.length === 0 ? (
        <p className="cross-link-panel__note">{say("noHits", { text: search })}</p>
      ) : (
        <ShortList
          items={shown}
          keyOf={(project) => project.id}
          showAll={say("records:showAll", { n: formatNumber(shown.length, language) })}
          showLess={say("records:showLess")}
          className="cross-link-panel__projects"
        >
          {(project) => <Project project={project} />}
        </ShortList>
      )}
    </>
  );
}

function Project({ project }: { project: ProjectRef }) {
  const { say, language } = useWords("cross-link");
  const meta = [project.programme, projectYears(project) ?? say("records:periodUnknown")];
  return (
    <li className="cross-link-panel__project">
      <p className="cross-link-panel__acronym">
        {project.url === null ? project.acronym : <Link href={project.url}>{project.acronym}</Link>}
        <span className="cross-link-panel__years">
          {meta.filter((part) => part !== null).join(" · ")}
        </span>
      </p>
      {project.title === null ? (
        <p className="cross-link-panel__note">{say("titleUnknown")}</p>
      ) : (
        <p {...(language === "en" ? {} : { lang: "en" })}>{project.title}</p>
      )}
      <ShortList
        items={project.participants}
        keyOf={(participant) => participant.id}
        first={6}
        showAll={say("records:showAll", { n: formatNumber(project.participants.length, language) })}
        showLess={say("records:showLess")}
      >
        {(participant) => (
          <li className="cross-link-panel__participant">
            <ActorLink actor={participant} />
            {participant.role === null ? null : (
              <span className="cross-link-panel__role">{roleInWords(participant.role, say)}</span>
            )}
          </li>
        )}
      </ShortList>
    </li>
  );
}
