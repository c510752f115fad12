/** One step: what it rests on, since when, how strong, and its evidence; with ways to do without it. */
import { Ban, ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import type { ActorRef, ProjectRef } from "../../../server/contract/actor.ts";
import type { PathHop } from "../../../server/contract/paths.ts";
import type { LinkType } from "../../../server/contract/vocabulary.ts";
import { formatNumber, formatPeriod } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import {
  hopPeriod,
  hopText,
  hopTypes,
  projectCount,
  strengthLevel,
  strengthWords,
  typeNoun,
} from "../../records/hop-words.ts";
import { LinkBetweenRow } from "../../records/link-row.tsx";
import { PanelLink } from "../../records/panel-link.tsx";
import { pairPanel } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { getView, setPaths } from "../../state/view-store.ts";
import { TextButton } from "../../ui/button.tsx";
import { Link } from "../../ui/link.tsx";
import { ShortList } from "../../ui/short-list.tsx";
import { withoutType } from "./steps.ts";
import { StrengthBar } from "./strength-bar.tsx";
import "./hop-view.css";

interface HopViewProps {
  hop: PathHop;
  /** Of the path or tree, for the names of the two. */
  actors: readonly ActorRef[];
}

export function HopView({ hop, actors }: HopViewProps) {
  const words = useWords("paths");
  const { say, language } = words;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const name = (end: string) => {
    const actor = actors.find((one) => one.id === end);
    return actor ? actorName(actor, language) : end;
  };
  const reason = pickText(hop.reason, language);
  const isTie = strengthLevel(hop) !== null;
  const period = hopPeriod(hop, words, new Date().getFullYear());
  return (
    <div className="hop-view">
      <p className="hop-view__head">
        <StrengthBar hop={hop} />
        <span>
          <span className="hop-view__basis">{hopText(hop, words)}</span>
          {" · "}
          {period ?? say("periodUnknown")}
          {isTie ? null : <span className="visually-hidden">, {strengthWords(hop, words)}</span>}
        </span>
      </p>
      {/* On one side of a circle the sentence is about the circle: it stands once, beside its name. */}
      {isTie && reason ? (
        <p className="hop-view__reason" lang={reason.isOther ? reason.lang : undefined}>
          {reason.text}
        </p>
      ) : null}
      <div className="hop-view__acts">
        <TextButton
          className="hop-view__evidence"
          aria-expanded={isOpen}
          {...(isOpen ? { "aria-controls": id } : {})}
          aria-label={say("evidenceOf", { from: name(hop.from), to: name(hop.to) })}
          onPress={() => setIsOpen(!isOpen)}
        >
          {say("evidence")}
          <ChevronDown aria-hidden />
        </TextButton>
        {hopTypes(hop).map((type) => (
          <WithoutType key={type} type={type} hop={hop} />
        ))}
      </div>
      {isOpen ? (
        <div className="hop-view__box" id={id}>
          <Evidence hop={hop} />
          <PanelLink panel={pairPanel(hop.from, hop.to)} className="hop-view__pair">
            {say("openPair")}
          </PanelLink>
        </div>
      ) : null}
    </div>
  );
}

function WithoutType({ type, hop }: { type: LinkType; hop: PathHop }) {
  const words = useWords("paths");
  const { say } = words;
  const noun =
    type === "PARTICIPATES_IN" && projectCount(hop) > 0
      ? say("withoutProjects")
      : typeNoun(type, 1, words);
  return (
    <TextButton
      className="hop-view__without"
      onPress={() => setPaths({ types: withoutType(getView().paths.types, type) })}
    >
      <Ban aria-hidden />
      {say("withoutType", { name: noun })}
    </TextButton>
  );
}

function Evidence({ hop }: { hop: PathHop }) {
  const { say, language } = useWords("paths");
  const { links, projects, omitted } = hop;
  return (
    <>
      {links.length > 0 ? (
        <ul className="hop-view__links">
          {links.map((link) => (
            <LinkBetweenRow key={link.id} link={link} />
          ))}
        </ul>
      ) : null}
      {omitted.links > 0 ? (
        <p className="hop-view__note">{say("leftOutLinks", { count: omitted.links })}</p>
      ) : null}
      {projects.length > 0 ? (
        <ShortList
          items={projects}
          keyOf={(project) => project.id}
          first={5}
          showAll={say("records:showAll", { n: formatNumber(projects.length, language) })}
          showLess={say("records:showLess")}
          className="hop-view__projects"
        >
          {(project) => <Project project={project} />}
        </ShortList>
      ) : null}
      {omitted.projects > 0 ? (
        <p className="hop-view__note">{say("leftOutProjects", { count: omitted.projects })}</p>
      ) : null}
    </>
  );
}

function Project({ project }: { project: ProjectRef }) {
  const { say, language } = useWords("paths");
  const years = formatPeriod(
    project.start?.slice(0, 4) ?? null,
    project.end?.slice(0, 4) ?? null,
    language,
  );
  const meta = [project.programme, years ?? say("periodUnknown")].filter((part) => part !== null);
  return (
    <li className="hop-view__project">
      <p>
        <span className="visually-hidden">{say("project")}: </span>
        {project.url === null ? project.acronym : <Link href={project.url}>{project.acronym}</Link>}
        <span className="hop-view__meta"> {meta.join(" · ")}</span>
      </p>
      {project.title === null ? (
        <p className="hop-view__note">{say("titleUnknown")}</p>
      ) : (
        <p {...(language === "en" ? {} : { lang: "en" })}>{project.title}</p>
      )}
    </li>
  );
}
