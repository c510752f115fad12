/** The page: frame around the picture, the table or the matrix, and the one panel at the side. */
import { lazy, type RefObject, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isWithoutService } from "./api.ts";
import { ActorPanel } from "./features/actor/panel.tsx";
import { CrossLinkPanel } from "./features/cross-link/panel.tsx";
import { FilterBar } from "./features/filters/filter-bar.tsx";
import { Rail } from "./features/frame/rail.tsx";
import { Side } from "./features/frame/side.tsx";
import { Tools } from "./features/frame/tools.tsx";
import { TopBar } from "./features/frame/top-bar.tsx";
import { GroupPanel } from "./features/group/panel.tsx";
import { commandKey, KeysDialog } from "./features/keys/dialog.tsx";
import { useShortcuts } from "./features/keys/shortcuts.ts";
import { MatrixView } from "./features/matrix/matrix.tsx";
import { OpportunitiesBar } from "./features/opportunities/bar.tsx";
import { OpportunityMap } from "./features/opportunities/map.tsx";
import { OpportunitiesSide } from "./features/opportunities/side.tsx";
import { OpportunitiesTable } from "./features/opportunities/table.tsx";
import { OverviewSide } from "./features/overview-side/side.tsx";
import { SearchBox } from "./features/search/search-box.tsx";
import { TableView } from "./features/table/table.tsx";
import { LOCALES, useLanguage } from "./i18n/language.ts";
import { connectParameters, pathsParameters } from "./records/paths-question.ts";
import { Stage, type StageHandle } from "./stage.tsx";
import { NARROW, TIGHT, useMedia } from "./state/media.ts";
import { getPick, setPick } from "./state/pick.ts";
import { setPreferences, usePreferences } from "./state/preferences.ts";
import { changePaths, FIRST_VIEW, type Page, type Panel, type View } from "./state/view.ts";
import { getView, historyDepth, setOpportunities, setView, useView } from "./state/view-store.ts";
import { useTitle } from "./title.ts";
import { Notices } from "./ui/notice.tsx";
import { Loading } from "./ui/states.tsx";
import "./app.css";

/** Paths and stories come when somebody asks for them: the first page does without. */
const PathsBar = lazy(() =>
  import("./features/paths/bar.tsx").then((part) => ({ default: part.PathsBar })),
);
const PathsSide = lazy(() =>
  import("./features/paths/side.tsx").then((part) => ({ default: part.PathsSide })),
);
const PathsTable = lazy(() =>
  import("./features/paths/table.tsx").then((part) => ({ default: part.PathsTable })),
);
const StoriesBar = lazy(() =>
  import("./workshop/stories-bar.tsx").then((part) => ({ default: part.StoriesBar })),
);
const StoriesMain = lazy(() =>
  import("./workshop/stories-main.tsx").then((part) => ({ default: part.StoriesMain })),
);
const StoriesSide = lazy(() =>
  import("./workshop/stories-side.tsx").then((part) => ({ default: part.StoriesSide })),
);

export function App() {
  const { t } = useTranslation(["frame", "common", "paths", "opportunities"]);
  const language = useLanguage();
  const view = useView();
  const { page, panel } = view;
  const [isKeysOpen, setKeysOpen] = useState(false);
  const stage = useRef<StageHandle>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const isNarrow = useMedia(NARROW);
  const side = useSide();
  useTitle(view);

  const stepBack = useCallback(() => {
    const view = getView();
    if (view.panel) {
      const isInside = document.activeElement?.closest(".side") !== null;
      setView({ panel: null });
      if (isInside) main.current?.focus();
    } else if (getPick() !== null) setPick(null);
    else if (view.page === "explore" && view.open.length > 0)
      setView({ open: view.open.slice(0, -1) });
    else if (view.page === "opportunities" && view.opportunities.pair !== null)
      setOpportunities({ pair: null });
  }, []);
  const shortcuts = useMemo(() => {
    const search = () => searchInput.current?.focus();
    return {
      "/": search,
      "command+k": search,
      "?": () => setKeysOpen(true),
      Escape: stepBack,
    };
  }, [stepBack]);
  useShortcuts(shortcuts);

  return (
    <I18nProvider locale={LOCALES[language]}>
      <div className={`app app--${page} ${isNarrow && panel ? "app--sheet" : ""}`}>
        <a className="app__skip" href="#main">
          {t("skip")}
        </a>
        <Rail current={page} onOpen={openPage} onKeys={() => setKeysOpen(true)} />
        <div className="app__middle">
          <TopBar
            search={
              <SearchBox
                input={searchInput}
                shortcut={commandKey()}
                onReveal={(id) => stage.current?.reveal(id)}
              />
            }
            canKeep={page !== "stories" && !isWithoutService()}
            side={panel || page !== "explore" ? null : { isOpen: side.isOpen, toggle: side.toggle }}
          />
          <div className="app__controls">
            <Controls page={page} />
          </div>
          <main id="main" className="app__main" ref={main} tabIndex={-1}>
            <h1 className="visually-hidden">{t("common:product")}</h1>
            <Content view={view} stage={stage} isNarrow={isNarrow} />
          </main>
        </div>
        {panel ? (
          <Side
            title={t(`panelOf.${panel.kind}`)}
            subject={subjectOf(panel)}
            onBack={historyDepth() > 0 ? () => window.history.back() : undefined}
            onClose={stepBack}
          >
            <PanelContent panel={panel} />
          </Side>
        ) : page === "paths" ? (
          <Side title={t("paths:results")} subject={questionOf(view)}>
            <Suspense>
              <PathsSide />
            </Suspense>
          </Side>
        ) : page === "opportunities" ? (
          isNarrow && view.opportunities.pair === null ? null : (
            <Side title={t("opportunities:results")} subject={questionOf(view)}>
              <OpportunitiesSide />
            </Side>
          )
        ) : page === "stories" ? (
          view.stories.story === null ? null : (
            <Side title={t("stories")} subject={questionOf(view)}>
              <Suspense>
                <StoriesSide />
              </Suspense>
            </Side>
          )
        ) : side.isOpen ? (
          <Side title={t("side")} subject="overview">
            <OverviewSide />
          </Side>
        ) : null}
      </div>
      <KeysDialog isOpen={isKeysOpen} onOpenChange={setKeysOpen} />
      <Notices />
    </I18nProvider>
  );
}

function Controls({ page }: { page: Page }) {
  if (page === "opportunities") return <OpportunitiesBar />;
  if (page === "paths" || page === "stories") {
    return <Suspense>{page === "paths" ? <PathsBar /> : <StoriesBar />}</Suspense>;
  }
  return (
    <div className="app__controls-row">
      <FilterBar />
      <Tools />
    </div>
  );
}

interface ContentProps {
  view: View;
  stage: RefObject<StageHandle | null>;
  isNarrow: boolean;
}

/** Picture, table or matrix, as the page has them. */
function Content({ view, stage, isNarrow }: ContentProps) {
  const { page, mode, opportunities } = view;
  if (page === "paths") {
    if (mode !== "table") return <Stage ref={stage} />;
    return (
      <Suspense fallback={<Loading lines={0} />}>
        <PathsTable />
      </Suspense>
    );
  }
  if (page === "opportunities") {
    if (opportunities.pair) return <Stage ref={stage} />;
    if (mode === "table") return <OpportunitiesTable />;
    // Beside a map there is no room for the list on a phone, and it is the list that one reads.
    return isNarrow ? <OpportunitiesSide /> : <OpportunityMap />;
  }
  if (page === "stories") {
    return (
      <Suspense fallback={<Loading lines={0} />}>
        <StoriesMain />
      </Suspense>
    );
  }
  if (mode === "matrix") return <MatrixView />;
  return mode === "table" ? <TableView /> : <Stage ref={stage} />;
}

/** To another area and back, what was asked there stays; the overview's own entry starts it afresh. */
function openPage(page: Page): void {
  const view = getView();
  setPick(null);
  if (page === "paths") {
    const { panel, paths } = view;
    const shown = panel && panel.kind !== "cross-link" && view.page !== page ? panel.id : null;
    const isNew = paths.task === "path" && paths.from === null && shown !== null;
    setView({
      page,
      mode: "picture",
      sort: "",
      panel: null,
      paths: isNew ? changePaths(paths, { from: shown }) : paths,
    });
  } else if (page === "opportunities") {
    // Its own entry leads from a pair back to all of them.
    const { opportunities } = view;
    const next = view.page === page ? { ...opportunities, pair: null } : opportunities;
    setView({ page, mode: "picture", sort: "", panel: null, opportunities: next });
  } else if (page === "stories") {
    // Its own entry leads from a story back to all of them.
    const stories = view.page === page ? FIRST_VIEW.stories : view.stories;
    setView({ page, mode: "picture", sort: "", panel: null, stories });
  } else if (view.page !== "explore") {
    setView({ page, mode: "picture", sort: "", panel: null });
  } else {
    const { paths, opportunities, stories } = view;
    setView({ ...FIRST_VIEW, paths, opportunities, stories });
  }
}

/** Open unless the person folded it away, or the window is too tight to have it from the start. */
function useSide(): { isOpen: boolean; toggle: () => void } {
  const { isSideOpen } = usePreferences();
  const isTight = useMedia(TIGHT);
  const isOpen = isSideOpen ?? !isTight;
  return { isOpen, toggle: () => setPreferences({ isSideOpen: !isOpen }) };
}

function PanelContent({ panel }: { panel: Panel }) {
  // A key each: another subject starts with its lists folded and scrolled to the top.
  const key = subjectOf(panel);
  if (panel.kind === "actor") return <ActorPanel key={key} id={panel.id} />;
  if (panel.kind === "group") return <GroupPanel key={key} id={panel.id} />;
  return <CrossLinkPanel key={key} a={panel.a} b={panel.b} />;
}

/** Another one scrolls the results to the top, and keeps the keyboard there when the pressed button goes. */
function questionOf({ page, paths, opportunities, stories }: View): string {
  if (page === "stories") return stories.story ?? "";
  if (page === "opportunities") return JSON.stringify(opportunities.pair);
  return JSON.stringify(pathsParameters(paths) ?? connectParameters(paths));
}

function subjectOf(panel: Panel): string {
  return panel.kind === "cross-link" ? `${panel.a}~${panel.b}` : `${panel.kind}:${panel.id}`;
}
