/** What makes up the link between two groups or two actors: who belongs to both, who knows whom, who works together. */
import { Route } from "lucide-react";
import { useState } from "react";
import type { CrossLinksResult } from "../../../server/contract/explore.ts";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { FilterNote, type PanelFilters, usePanelFilters } from "../../records/filter-note.tsx";
import { LinkBetweenRow } from "../../records/link-row.tsx";
import type { NamedActor } from "../../records/membership-words.ts";
import { PanelLink } from "../../records/panel-link.tsx";
import { findPath, panelOf } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { ShortList } from "../../ui/short-list.tsx";
import { crossLinkAsText } from "./as-text.ts";
import { BridgeList } from "./bridges.tsx";
import { ProjectList } from "./project-list.tsx";
import { crossLinkSentence, hasGroup, omittedParts } from "./sentence.ts";
import "./panel.css";

const FIRST_LIMIT = 100;
const MOST = 500;

export function CrossLinkPanel({ a, b }: { a: string; b: string }) {
  const { say } = useWords("cross-link");
  const filters = usePanelFilters();
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const answer = useAnswer("crossLinks", [
    ["a", a],
    ["b", b],
    ["limit", String(limit)],
    ...filters.parameters,
  ]);
  return (
    <article className="cross-link-panel">
      <Answered answer={answer} loading={say("loading")}>
        {(result) => (
          <Page
            result={result}
            filters={filters}
            {...(limit < MOST ? { loadMore: () => setLimit(MOST) } : {})}
          />
        )}
      </Answered>
    </article>
  );
}

interface PageProps {
  result: CrossLinksResult;
  filters: PanelFilters;
  loadMore?: () => void;
}

function Page({ result, filters, loadMore }: PageProps) {
  const words = useWords("cross-link");
  const { say, language } = words;
  const { counts } = result;
  const left = omittedParts(result, words);
  const groups = useViaGroups(result);
  const isNarrowed = filters.isFiltered && !filters.isLifted;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <Head result={result} groups={groups} isNarrowed={isNarrowed} />
      <FilterNote filters={filters} />
      <p className="cross-link-panel__sentence">{crossLinkSentence(result, words, isNarrowed)}</p>
      {result.structure === null ? null : (
        <p className="cross-link-panel__structure">{say(result.structure)}</p>
      )}
      <details className="cross-link-panel__how">
        <summary>{say("how")}</summary>
        <p>{say("linksMeaning")}</p>
        <p>{say("projectsMeaning")}</p>
        {hasGroup(result) ? <p>{say("sharedMeaning")}</p> : null}
      </details>
      {hasGroup(result) ? (
        <PanelSection title={say("bridges")} count={number(counts.bridges)}>
          <BridgeList result={result} groups={groups} />
        </PanelSection>
      ) : null}
      <PanelSection title={say("links")} count={number(counts.links)}>
        {result.links.length === 0 ? (
          <p className="cross-link-panel__note">{say("noLinks")}</p>
        ) : (
          <ShortList
            items={result.links}
            keyOf={(link) => link.id}
            showAll={say("records:showAll", { n: number(result.links.length) })}
            showLess={say("records:showLess")}
          >
            {(link) => <LinkBetweenRow link={link} />}
          </ShortList>
        )}
      </PanelSection>
      <PanelSection title={say("projects")} count={number(counts.projects)}>
        <ProjectList projects={result.projects} />
      </PanelSection>
      {left.length > 0 ? (
        <div className="cross-link-panel__omitted">
          <p>{say("omittedSentence", { parts: left.join(", ") })}</p>
          {loadMore ? <Button onPress={loadMore}>{say("showMore")}</Button> : null}
        </div>
      ) : null}
    </>
  );
}

/** Names of the nested groups; asked for only where one leads to a membership. */
function useViaGroups({ bridges }: CrossLinksResult): readonly NamedActor[] {
  const isNeeded = bridges.some(({ inA, inB }) => inA?.via || inB?.via);
  return useAnswer("groups", [["limit", "1000"]], { enabled: isNeeded }).data?.groups ?? [];
}

interface HeadProps {
  result: CrossLinksResult;
  groups: readonly NamedActor[];
  /** Filters are in force. */
  isNarrowed: boolean;
}

function Head({ result, groups, isNarrowed }: HeadProps) {
  const words = useWords("cross-link");
  const { say } = words;
  return (
    <header className="cross-link-panel__head">
      <h2 className="cross-link-panel__title">
        <Side actor={result.a} />
        <span className="cross-link-panel__times">
          <span aria-hidden>×</span>
          <span className="visually-hidden"> {say("and")} </span>
        </span>
        <Side actor={result.b} />
      </h2>
      <div className="cross-link-panel__actions">
        <Button icon={<Route aria-hidden />} onPress={() => findPath(result.a.id, result.b.id)}>
          {say("records:findPath")}
        </Button>
        <CopyButton
          variant="plain"
          text={() => crossLinkAsText(result, groups, words, window.location.href, isNarrowed)}
          label={say("records:copyText")}
          copied={say("records:copied")}
          failed={say("records:copyFailed")}
        />
      </div>
    </header>
  );
}

function Side({ actor }: { actor: CrossLinksResult["a"] }) {
  const { language } = useWords("cross-link");
  return (
    <PanelLink panel={panelOf(actor)} className="cross-link-panel__side">
      <KindMark kind={actor.kind} />
      <span>{actorName(actor, language)}</span>
    </PanelLink>
  );
}
