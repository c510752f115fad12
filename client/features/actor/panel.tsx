/** One actor at the side: who it is, where it belongs, what links it with whom, each with its evidence. */
import { Orbit, Route, Table2 } from "lucide-react";
import type { ActorPage } from "../../../server/contract/actor.ts";
import { isGroupKind } from "../../../server/contract/vocabulary.ts";
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { findPath, showAround } from "../../records/panel-of.ts";
import { RecordFacts } from "../../records/record-facts.tsx";
import { RecordHead } from "../../records/record-head.tsx";
import { useWords } from "../../records/words.ts";
import { setView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Link } from "../../ui/link.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { actorAsText } from "./as-text.ts";
import { ActorGroups } from "./groups.tsx";
import { ActorLinks } from "./links.tsx";
import { Neighbours } from "./neighbours.tsx";
import { Partners } from "./partners.tsx";
import { JointProjects } from "./projects.tsx";
import "./panel.css";

export function ActorPanel({ id }: { id: string }) {
  const { say } = useWords("actor");
  const answer = useAnswer("actor", [["id", id]], { keep: false });
  return (
    <article className="actor-panel">
      <Answered answer={answer} loading={say("loading")}>
        {(page) => <Page page={page} />}
      </Answered>
    </article>
  );
}

function Page({ page }: { page: ActorPage }) {
  const { say, language } = useWords("actor");
  const { actor } = page;
  const name = actorName(actor, language);
  const isProject = actor.kind === "project";
  const linkCount = page.links.length + page.omitted;
  return (
    <>
      <RecordHead actor={actor} actions={<Actions page={page} />} />
      <RecordFacts actor={actor} />
      {isProject ? null : (
        <PanelSection title={say("groups")} count={formatNumber(page.groups.length, language)}>
          <ActorGroups groups={page.groups} />
        </PanelSection>
      )}
      <PanelSection title={say("links")} count={formatNumber(linkCount, language)}>
        <ActorLinks page={page} subject={name} />
      </PanelSection>
      {isProject ? null : (
        <PanelSection title={say("projects")} count={formatNumber(page.projects.total, language)}>
          <JointProjects page={page} subject={name} />
        </PanelSection>
      )}
      {isProject || isGroupKind(actor.kind) ? null : <Partners id={actor.id} />}
      <Neighbours id={actor.id} />
    </>
  );
}

function Actions({ page }: { page: ActorPage }) {
  const words = useWords("actor");
  const { say } = words;
  const { actor } = page;
  return (
    <>
      {actor.kind === "project" ? null : (
        <Button icon={<Route aria-hidden />} onPress={() => findPath(actor.id)}>
          {say("records:findPath")}
        </Button>
      )}
      <Button icon={<Orbit aria-hidden />} onPress={() => showAround(actor.id)}>
        {say("records:around")}
      </Button>
      <Button
        icon={<Table2 aria-hidden />}
        onPress={() => setView({ mode: "table", layout: "radial", centre: actor.id, sort: "" })}
      >
        {say("records:inTable")}
      </Button>
      <CopyButton
        text={() => actorAsText(page, words, window.location.href)}
        label={say("records:copyText")}
        copied={say("records:copied")}
        failed={say("records:copyFailed")}
      />
      {actor.website ? (
        <Link href={actor.website} className="actor-panel__website">
          {say("records:website")}
        </Link>
      ) : null}
    </>
  );
}
