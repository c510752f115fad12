/** One group at the side: what it is, whom it gathers, which other groups it is linked with and by what. */
import { Filter, FilterX, Orbit, Route, Sparkles, Square, SquareStack, Table2 } from "lucide-react";
import type { GroupResult } from "../../../server/contract/explore.ts";
import { GROUP_KINDS } from "../../../server/contract/vocabulary.ts";
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { Answered } from "../../records/answered.tsx";
import { FilterNote, type PanelFilters, usePanelFilters } from "../../records/filter-note.tsx";
import { ActorLink } from "../../records/panel-link.tsx";
import { findPath, showAround, toggleOpen } from "../../records/panel-of.ts";
import { RecordFacts } from "../../records/record-facts.tsx";
import { RecordHead } from "../../records/record-head.tsx";
import { useWords } from "../../records/words.ts";
import { setFilters, setOpportunities, setView, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Link } from "../../ui/link.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { groupAsText } from "./as-text.ts";
import { Bridges } from "./bridges.tsx";
import { LinkList } from "./link-list.tsx";
import { Members } from "./members.tsx";
import { Outside } from "./outside.tsx";
import "./panel.css";

export function GroupPanel({ id }: { id: string }) {
  const { say } = useWords("group");
  const filters = usePanelFilters();
  const answer = useAnswer("group", [["id", id], ...filters.parameters], { keep: false });
  return (
    <article className="group-panel">
      <Answered answer={answer} loading={say("loading")}>
        {(page) => <Page page={page} filters={filters} />}
      </Answered>
    </article>
  );
}

function Page({ page, filters }: { page: GroupResult; filters: PanelFilters }) {
  const { say, language } = useWords("group");
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <RecordHead
        actor={page.group}
        actions={<Actions page={page} isNarrowed={filters.isFiltered && !filters.isLifted} />}
      />
      <FilterNote filters={filters} />
      <RecordFacts actor={page.group} />
      {page.parents.length > 0 ? (
        <PanelSection title={say("parents")}>
          <ActorList actors={page.parents} />
        </PanelSection>
      ) : null}
      {page.nested.length > 0 ? (
        <PanelSection title={say("nested")} count={number(page.nested.length)}>
          <ActorList actors={page.nested} />
        </PanelSection>
      ) : null}
      <PanelSection
        title={say("outside")}
        count={number(page.outside.length + page.omitted.outside)}
      >
        <Outside page={page} />
      </PanelSection>
      <PanelSection
        title={say("members")}
        count={number(page.members.length + page.omitted.members)}
      >
        <Members page={page} />
      </PanelSection>
      <PanelSection
        title={say("bridges")}
        count={number(page.bridges.length + page.omitted.bridges)}
      >
        <Bridges page={page} />
      </PanelSection>
      <PanelSection title={say("inside")} count={number(page.inside.length + page.omitted.inside)}>
        <LinkList links={page.inside} omitted={page.omitted.inside} none={say("noInside")} />
        {page.projects > 0 ? (
          <p className="group-panel__lead">{say("insideProjects", { count: page.projects })}</p>
        ) : null}
      </PanelSection>
      <PanelSection title={say("own")} count={number(page.own.length + page.omitted.own)}>
        <LinkList links={page.own} omitted={page.omitted.own} none={say("noOwn")} />
      </PanelSection>
    </>
  );
}

function ActorList({ actors }: { actors: GroupResult["nested"] }) {
  return (
    <ul className="group-panel__list">
      {actors.map((actor) => (
        <li key={actor.id}>
          <ActorLink actor={actor} />
        </li>
      ))}
    </ul>
  );
}

function Actions({ page, isNarrowed }: { page: GroupResult; isNarrowed: boolean }) {
  const words = useWords("group");
  const { say } = words;
  const view = useView();
  const { id, website } = page.group;
  const isOpen = view.open.includes(id);
  const isOnly = view.filters.groups.length === 1 && view.filters.groups[0] === id;
  return (
    <>
      <Button
        icon={isOpen ? <Square aria-hidden /> : <SquareStack aria-hidden />}
        onPress={() => toggleOpen(id)}
      >
        {say(isOpen ? "close" : "open")}
      </Button>
      <Button
        icon={isOnly ? <FilterX aria-hidden /> : <Filter aria-hidden />}
        onPress={() => setFilters({ groups: isOnly ? [] : [id] })}
      >
        {say(isOnly ? "notOnly" : "only")}
      </Button>
      <Button icon={<Route aria-hidden />} onPress={() => findPath(id)}>
        {say("records:findPath")}
      </Button>
      <Button
        icon={<Sparkles aria-hidden />}
        onPress={() => setOpportunities({ groups: [id], pair: null, kinds: [...GROUP_KINDS] })}
      >
        {say("opportunities")}
      </Button>
      <Button variant="quiet" icon={<Orbit aria-hidden />} onPress={() => showAround(id)}>
        {say("records:around")}
      </Button>
      <Button
        variant="quiet"
        icon={<Table2 aria-hidden />}
        onPress={() =>
          setView({
            mode: "table",
            layout: "force",
            sort: "",
            filters: { ...view.filters, groups: [id] },
          })
        }
      >
        {say("records:inTable")}
      </Button>
      <CopyButton
        text={() => groupAsText(page, words, window.location.href, isNarrowed)}
        label={say("records:copyText")}
        copied={say("records:copied")}
        failed={say("records:copyFailed")}
      />
      {website ? (
        <Link href={website} className="group-panel__website">
          {say("records:website")}
        </Link>
      ) : null}
    </>
  );
}
