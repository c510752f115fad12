/**
 * A scene as the hall sees it: its picture, matrix, list or page, its caption and the legend. Everything is sized by the
 * height that there is, so that the last row reads it.
 */
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type {
  Arrangement,
  MissingActor,
  SceneRecord,
  Story,
} from "../../server/contract/stories.ts";
import { ActorPanel } from "../features/actor/panel.tsx";
import { CrossLinkPanel } from "../features/cross-link/panel.tsx";
import { GroupPanel } from "../features/group/panel.tsx";
import { MatrixView } from "../features/matrix/matrix.tsx";
import { OpportunityMap } from "../features/opportunities/map.tsx";
import { OpportunitiesTable } from "../features/opportunities/table.tsx";
import { PathsTable } from "../features/paths/table.tsx";
import { TableView } from "../features/table/table.tsx";
import { KeptPlaces } from "../graph-ui/use-force-scene.ts";
import { PairFormOfScene } from "../graph-ui/use-pair-scene.ts";
import { Markdown } from "../handout/markdown-view.tsx";
import { actorName } from "../i18n/localised.ts";
import { useWords } from "../records/words.ts";
import { readView } from "../state/url.ts";
import type { Panel, View } from "../state/view.ts";
import { ShownView } from "../state/view-store.ts";
import { ScenePicture } from "./scene-picture.tsx";
import { useSize } from "./use-size.ts";
import { inLanguage } from "./words.ts";
import "./scene-view.css";

/** Height at which a page is read at its own size. */
const DESK_HEIGHT_PX = 760;
/** Share of the height that a name in the picture has. */
const LABEL_SHARE = 0.0245;
const LABEL_PX = { least: 11, presenting: 20, most: 44 } as const;

interface SceneViewProps {
  story: Story;
  scene: SceneRecord;
  step: number;
  missing: readonly MissingActor[];
  /** On the wall: names of at least 20 px. */
  isPresenting: boolean;
  onShown?: ((sceneId: string) => void) | undefined;
}

export function SceneView(props: SceneViewProps) {
  const { story, scene, isPresenting } = props;
  const { say, language } = useWords("workshop");
  const [box, size] = useSize();
  const view = useMemo(() => readView(scene.view), [scene.view]);
  const arrangement =
    scene.arrangement === null ? null : (story.arrangements[scene.arrangement] ?? null);
  const places = usePlaces(arrangement);
  const caption = inLanguage(scene.caption, language);
  const missing = props.missing.filter((one) => one.scene === scene.id);
  const least = isPresenting ? LABEL_PX.presenting : LABEL_PX.least;
  const unitPx = Math.min(size.height, size.width * 0.625);
  const labelSizePx = Math.round(Math.min(LABEL_PX.most, Math.max(least, unitPx * LABEL_SHARE)));
  const zoom = Math.max(isPresenting ? 1.2 : 0.7, unitPx / DESK_HEIGHT_PX);
  return (
    <article className="scene" ref={box} data-scene={scene.id}>
      <h2 className="scene__title">{inLanguage(scene.title, language)}</h2>
      {size.height > 0 ? (
        <ShownView.Provider value={view}>
          <KeptPlaces.Provider value={places}>
            <PairFormOfScene.Provider value={size.width < 600 ? null : "wide"}>
              <div className="scene__body">
                <div className="scene__main">
                  <Main
                    {...props}
                    view={view}
                    arrangement={arrangement}
                    labelSizePx={labelSizePx}
                    zoom={zoom}
                  />
                </div>
                {view.panel ? (
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
                  <div className="scene__aside" tabIndex={0}>
                    <div inert style={{ zoom: zoom * 0.92 }}>
                      <PanelContent panel={view.panel} />
                    </div>
                  </div>
                ) : null}
              </div>
            </PairFormOfScene.Provider>
          </KeptPlaces.Provider>
        </ShownView.Provider>
      ) : (
        <div className="scene__body" />
      )}
      {caption.trim() === "" && missing.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        <div className="scene__caption" tabIndex={0}>
          <Markdown text={caption} />
          {missing.length > 0 ? (
            <p className="scene__missing">
              {say("gone", {
                count: missing.length,
                names: missing.map((one) => actorName(one, language)).join(", "),
              })}
            </p>
          ) : null}
        </div>
      )}
    </article>
  );
}

interface MainProps extends SceneViewProps {
  view: View;
  arrangement: Arrangement | null;
  labelSizePx: number;
  zoom: number;
}

/** The picture, or the page that stands in its place. */
function Main({ view, scene, arrangement, step, labelSizePx, zoom, onShown }: MainProps) {
  const { page, mode, opportunities } = view;
  const isMap = page === "opportunities" && opportunities.pair === null;
  if (mode === "picture" && !isMap) {
    return (
      <ScenePicture
        record={scene}
        arrangement={arrangement}
        step={step}
        labelSizePx={labelSizePx}
        onShown={onShown}
      />
    );
  }
  return (
    <FittedPage key={scene.id} zoom={zoom}>
      <Document view={view} />
    </FittedPage>
  );
}

/** A grid of groups is shown in its whole width where its numbers stay readable then; downwards it scrolls. */
const LEAST_ZOOM = 0.7;
/** Beside the grid, in its own pixels. */
const GRID_MARGIN_PX = 32;

/** A page of the explorer at a size that can be read from afar. */
function FittedPage({ zoom, children }: { zoom: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(zoom);
  useEffect(() => {
    const [outer, inner] = [box.current, page.current];
    if (!outer || !inner) return;
    const fit = () => {
      const grid = inner.querySelector<HTMLElement>(".heat-map");
      const share = grid ? outer.clientWidth / (grid.offsetWidth + GRID_MARGIN_PX) : zoom;
      setFitting(Math.min(zoom, Math.max(LEAST_ZOOM, share)));
    };
    const resized = new ResizeObserver(fit);
    resized.observe(outer);
    resized.observe(inner);
    return () => resized.disconnect();
  }, [zoom]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <div className="scene__document" tabIndex={0} ref={box}>
      <div className="scene__page" inert style={{ zoom: fitting }} ref={page}>
        {children}
      </div>
    </div>
  );
}

function Document({ view: { page, mode } }: { view: View }) {
  if (page === "paths") return <PathsTable />;
  if (page === "opportunities")
    return mode === "table" ? <OpportunitiesTable /> : <OpportunityMap />;
  return mode === "matrix" ? <MatrixView /> : <TableView />;
}

function PanelContent({ panel }: { panel: Panel }) {
  if (panel.kind === "actor") return <ActorPanel key={panel.id} id={panel.id} />;
  if (panel.kind === "group") return <GroupPanel key={panel.id} id={panel.id} />;
  return <CrossLinkPanel key={`${panel.a}~${panel.b}`} a={panel.a} b={panel.b} />;
}

function usePlaces(arrangement: Arrangement | null) {
  return useMemo(
    () =>
      arrangement &&
      new Map(
        arrangement.ids.map((id, row) => [
          id,
          { x: arrangement.x[row] ?? 0, y: arrangement.y[row] ?? 0 },
        ]),
      ),
    [arrangement],
  );
}
