/**
 * The picture in the page: hands the renderer scene, selection and names, and lays menu, states, legend and status
 * line around it. Hover never enters React.
 */
import {
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import {
  LABEL_MODES,
  type LabelMode,
  StatusLine,
  ZOOM_STEP,
} from "./features/frame/status-line.tsx";
import { useShortcuts } from "./features/keys/shortcuts.ts";
import { Legend } from "./features/legend/legend.tsx";
import type { Picture, Scene } from "./graph/scene.ts";
import { selectionOf } from "./graph-ui/acts.ts";
import type { Described } from "./graph-ui/describe.ts";
import { NodeMenu } from "./graph-ui/node-menu.tsx";
import { setStageNow } from "./graph-ui/stage-now.ts";
import { StageState } from "./graph-ui/stage-state.tsx";
import { statusWords } from "./graph-ui/status-words.ts";
import { type NodeMenuPlace, usePicture } from "./graph-ui/use-picture.ts";
import { useReveal } from "./graph-ui/use-reveal.ts";
import { type SceneFacts, useScene } from "./graph-ui/use-scene.ts";
import { walkOf } from "./graph-ui/use-walk.ts";
import { useLanguage } from "./i18n/language.ts";
import { NARROW, TIGHT, useMedia } from "./state/media.ts";
import { setPreferences, usePreferences } from "./state/preferences.ts";
import type { View } from "./state/view.ts";
import { useView } from "./state/view-store.ts";
import "./stage.css";

const LABEL_SIZE_PX = { usual: 12, pair: 14, large: 17 } as const;
/** A whole screen of a projector. */
const LARGE = "(min-width: 1700px) and (min-height: 900px)";
const NOTHING: Scene = { nodes: [], edges: [] };

export interface StageHandle {
  /** Brings the actor into view; where it is not drawn, opens its group or puts it in the middle. */
  reveal: (id: string) => void;
}

export function Stage({ ref }: { ref: Ref<StageHandle> }) {
  const { t } = useTranslation(["graph-ui", "common", "vocabulary"]);
  const { t: say } = useTranslation(["frame", "common", "vocabulary"]);
  const language = useLanguage();
  const view = useView();
  const sceneState = useScene();
  const { scene, facts } = sceneState;
  const [labels, setLabels] = useState<LabelMode>("auto");
  const [menu, setMenu] = useState<NodeMenuPlace | null>(null);
  const legend = useLegend();

  const container = useRef<HTMLDivElement>(null);
  const announcement = useRef<HTMLParagraphElement>(null);
  const current = useRef<string | null>(null);
  const isExplored = view.page === "explore";
  const described = useRef<Described>({
    scene: NOTHING,
    overview: null,
    fadesByFilter: isExplored,
    t,
  });
  described.current = {
    scene: scene ?? described.current.scene,
    overview: facts?.layout === "groups" ? facts.overview : null,
    fadesByFilter: isExplored,
    t,
  };
  const labelSizePx = useLabelSize(view.page === "opportunities");
  const picture = usePicture({
    container,
    described,
    labels,
    labelSizePx,
    onMenu: setMenu,
    onClicked: (id) => {
      current.current = id;
    },
  });
  const acts = usePictureActs(picture, setLabels);
  const walk = walkOf({ picture, described, current, announcement, acts, onMenu: setMenu });
  const reveal = useReveal(picture, described);
  useImperativeHandle(ref, () => ({ reveal: reveal.reveal }));

  const { onScene } = reveal;
  const showScene = useRef(onScene);
  showScene.current = onScene;
  // Another layout is another picture: it is framed anew, while a filter or an opened group keeps the camera.
  const frame = frameOf(view, facts);
  const framed = useRef(frame);
  useEffect(() => {
    if (!scene || !picture.current) return;
    picture.current.setScene(scene, { animate: true });
    if (framed.current !== frame) picture.current.fit();
    framed.current = frame;
    showScene.current(scene);
    markFirstPicture();
  }, [scene, frame, picture]);

  const selection = useMemo(() => selectionOf(view, scene ?? NOTHING), [view, scene]);
  useEffect(() => picture.current?.setSelection(selection), [selection, picture]);

  useStageNow(picture, container, scene, facts);

  const words = facts ? statusWords(facts, view, say, language) : null;
  return (
    <div className="stage">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture to walk in, no fieldset */}
      <div
        className="stage__picture"
        ref={container}
        role="group"
        aria-label={t("name")}
        aria-describedby="stage-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop, walked with arrow keys
        tabIndex={0}
        {...walk}
      >
        <StageState {...sceneState} />
        {menu ? (
          <NodeMenu
            {...menu}
            nameOf={(id) => scene?.nodes.find((node) => node.id === id)?.label ?? null}
            onClose={() => setMenu(null)}
          />
        ) : null}
      </div>
      <p id="stage-keys" className="visually-hidden">
        {t(view.page === "opportunities" ? "pairKeys" : "keys")}
      </p>
      <p ref={announcement} className="visually-hidden" aria-live="polite" />
      {legend.isOpen && scene && scene.nodes.length > 0 ? (
        <Legend
          scene={scene}
          sizeOf={isExplored && view.layout === "groups" ? "members" : "links"}
          fadedBy={isExplored ? "filters" : "path"}
        />
      ) : null}
      <StatusLine
        parts={words?.parts ?? [t(sceneState.state === "waiting" ? "loading" : "nothing")]}
        reasons={words?.reasons ?? []}
        isCut={words?.isCut ?? false}
        hiddenLabels={() => picture.current?.labels().hidden ?? 0}
        labels={labels}
        onLabels={setLabels}
        onZoom={(factor) => picture.current?.zoomBy(factor)}
        onFit={() => picture.current?.fit()}
        legend={legend}
      />
    </div>
  );
}

/** Says what is on the screen to who keeps it. */
function useStageNow(
  picture: RefObject<Picture | null>,
  container: RefObject<HTMLDivElement | null>,
  scene: Scene | null,
  facts: SceneFacts | null,
): void {
  const now = useRef({ scene, facts });
  now.current = { scene, facts };
  useEffect(
    () =>
      setStageNow(() => {
        const { scene, facts } = now.current;
        const box = container.current;
        if (!scene || !picture.current || !box) return null;
        const size = { width: box.clientWidth, height: box.clientHeight };
        return { picture: picture.current, size, scene, facts };
      }),
    [picture, container],
  );
}

/** What the camera was framed for. */
function frameOf(view: View, facts: SceneFacts | null): string {
  if (facts?.layout === "paths") {
    const { from, to, ids, chosen } = view.paths;
    const path = facts.isAlone ? "" : chosen.join();
    return `paths ${facts.found} ${facts.isAlone} ${from} ${to} ${ids.join()} ${path}`;
  }
  if (facts?.layout === "pair") {
    const { a, b } = facts.answer.opportunity;
    return `pair ${a.id} ${b.id}`;
  }
  const centre = view.layout === "radial" ? view.centre : "";
  return `${view.layout} ${centre} ${view.groupKinds.join()}`;
}

let isPictureMarked = false;

/** Notes in the page's timeline, once, that the first picture is on the screen: the frame after the one that drew it. */
function markFirstPicture(): void {
  if (isPictureMarked) return;
  isPictureMarked = true;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("first-picture")));
}

/** Keys that act on the picture; they work everywhere on the page, and in the picture even when letters are off. */
function usePictureActs(
  picture: RefObject<Picture | null>,
  setLabels: (change: (mode: LabelMode) => LabelMode) => void,
): Readonly<Record<string, () => void>> {
  const acts = useMemo(() => {
    const zoomIn = () => picture.current?.zoomBy(ZOOM_STEP);
    const zoomOut = () => picture.current?.zoomBy(1 / ZOOM_STEP);
    return {
      f: () => picture.current?.fit(),
      l: () => setLabels((mode) => LABEL_MODES[(LABEL_MODES.indexOf(mode) + 1) % 3] ?? "auto"),
      "+": zoomIn,
      "=": zoomIn,
      "-": zoomOut,
    };
  }, [picture, setLabels]);
  useShortcuts(acts);
  return acts;
}

/** A pair of groups is looked at from afar, and there is room for larger names. */
function useLabelSize(isPair: boolean): number {
  const isTight = useMedia(TIGHT);
  const isLarge = useMedia(LARGE);
  if (!isPair || isTight) return LABEL_SIZE_PX.usual;
  return isLarge ? LABEL_SIZE_PX.large : LABEL_SIZE_PX.pair;
}

/** Open where there is room for it, unless the person decided. */
function useLegend(): { isOpen: boolean; toggle: () => void } {
  const { isLegendOpen } = usePreferences();
  const isNarrow = useMedia(NARROW);
  const isOpen = isLegendOpen ?? !isNarrow;
  return { isOpen, toggle: () => setPreferences({ isLegendOpen: !isOpen }) };
}
