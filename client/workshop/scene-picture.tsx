/**
 * The picture of a scene: looked at, not worked with. Moves from scene to scene, reveals step by step, and answers to
 * the pointer with the camera alone.
 */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Arrangement, SceneRecord } from "../../server/contract/stories.ts";
import { arranged, cameraOf, framedAs } from "../graph/arrangement.ts";
import { createPicture } from "../graph/renderer.ts";
import { revealed } from "../graph/reveal.ts";
import type { Picture, PictureEvents, Scene } from "../graph/scene.ts";
import { selectionOf } from "../graph-ui/acts.ts";
import { type SceneState, useScene } from "../graph-ui/use-scene.ts";
import { useWords } from "../records/words.ts";
import { REDUCED_MOTION, useMedia } from "../state/media.ts";
import { useTheme } from "../state/theme.ts";
import { useView } from "../state/view-store.ts";
import { Loading } from "../ui/states.tsx";
import { LegendStrip } from "./legend-strip.tsx";

/** Size of names that the margins of pictures are made for. */
const DESK_LABEL_PX = 14;
const NOTHING: Scene = { nodes: [], edges: [] };
const NO_EVENTS: PictureEvents = {
  onSelectNode: () => undefined,
  onSelectEdge: () => undefined,
  onOpenNode: () => undefined,
  onClear: () => undefined,
};

export interface ScenePictureProps {
  record: SceneRecord;
  arrangement: Arrangement | null;
  /** Of the scene's steps, 0 = the first. */
  step: number;
  labelSizePx: number;
  /** Called when the picture of this scene is on the screen. */
  onShown?: ((sceneId: string) => void) | undefined;
}

export function ScenePicture(props: ScenePictureProps) {
  const { record, arrangement, step, labelSizePx } = props;
  const { t } = useTranslation("graph-ui");
  const view = useView();
  const sceneState = useScene();
  const { scene } = sceneState;
  const container = useRef<HTMLDivElement>(null);
  const picture = useMadePicture(container, labelSizePx);

  const whole = useMemo(() => scene && arranged(scene, arrangement), [scene, arrangement]);
  const shown = useMemo(
    () =>
      whole &&
      framedAs(
        revealed(whole, record.steps, step),
        whole,
        Math.sqrt(Math.max(1, labelSizePx / DESK_LABEL_PX)),
      ),
    [whole, record.steps, step, labelSizePx],
  );
  const { camera } = record;
  // Once for each scene and its data: a step forward leaves a camera that was moved by hand.
  const aimed = useRef<{ record: string; whole: Scene; picture: Picture } | null>(null);
  const onShown = useRef(props.onShown);
  onShown.current = props.onShown;
  useEffect(() => {
    const box = container.current;
    if (!shown || !whole || !picture || !box) return;
    const isFirst = aimed.current === null;
    picture.setScene(shown, { animate: true });
    const { current } = aimed;
    const isAimed =
      current?.record === record.id && current.whole === whole && current.picture === picture;
    if (!isAimed) aim(picture, camera, box, !isFirst);
    aimed.current = { record: record.id, whole, picture };
    // The frame after the one that draws it.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => onShown.current?.(record.id)),
    );
    return () => cancelAnimationFrame(frame);
  }, [shown, whole, record.id, camera, picture]);
  useEffect(() => {
    const box = container.current;
    if (!box || !picture || !camera) return;
    let { clientWidth, clientHeight } = box;
    const resized = new ResizeObserver(() => {
      // Told once at the beginning too, when the camera may be on its way.
      if (box.clientWidth === clientWidth && box.clientHeight === clientHeight) return;
      ({ clientWidth, clientHeight } = box);
      if (aimed.current) aim(picture, camera, box, false);
    });
    resized.observe(box);
    return () => resized.disconnect();
  }, [camera, picture]);

  const selection = useMemo(() => selectionOf(view, shown ?? NOTHING), [view, shown]);
  useEffect(() => picture?.setSelection(selection), [selection, picture]);

  return (
    <div className="scene-picture">
      <div className="scene-picture__canvas" ref={container} role="img" aria-label={t("name")}>
        <NotThere {...sceneState} />
      </div>
      {whole && whole.nodes.length > 0 ? (
        <LegendStrip scene={whole} view={view} facts={sceneState.facts} />
      ) : null}
    </div>
  );
}

/** Nothing to press: the hall cannot, and the speaker has other things to do. */
function NotThere({ scene, state }: SceneState) {
  const { say } = useWords("workshop");
  if (scene && scene.nodes.length > 0) return null;
  return (
    <div className="scene-picture__state">
      {state === "waiting" ? (
        <Loading lines={0} label={say("loading")} />
      ) : (
        <p>{say(state === "failed" ? "sceneFailed" : "sceneEmpty")}</p>
      )}
    </div>
  );
}

function aim(
  picture: Picture,
  camera: SceneRecord["camera"],
  box: HTMLElement,
  animate: boolean,
): void {
  if (camera === null) picture.frame(animate);
  else {
    const size = { width: box.clientWidth, height: box.clientHeight };
    picture.setCamera(cameraOf(camera, size), { animate });
  }
}

/** Made once for its container, as soon as that has a size; theme, movement and size of names follow. */
function useMadePicture(
  container: RefObject<HTMLDivElement | null>,
  labelSizePx: number,
): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const theme = useTheme();
  const isMotionReduced = useMedia(REDUCED_MOTION);
  const first = useRef({ theme, reducedMotion: isMotionReduced, labelSizePx });
  useEffect(() => {
    const box = container.current;
    if (!box) return;
    let made: Picture | null = null;
    const make = () => {
      if (made !== null || box.clientWidth === 0 || box.clientHeight === 0) return;
      const options = { ...first.current, labels: "auto", isPointable: false } as const;
      made = createPicture(box, NO_EVENTS, options);
      box.dataset.technique = made.technique;
      setPicture(made);
    };
    const resized = new ResizeObserver(make);
    resized.observe(box);
    make();
    return () => {
      resized.disconnect();
      made?.dispose();
      setPicture(null);
    };
  }, [container]);
  useEffect(() => picture?.setTheme(theme), [picture, theme]);
  useEffect(() => picture?.setLabelSize(labelSizePx), [picture, labelSizePx]);
  useEffect(() => picture?.setReducedMotion(isMotionReduced), [picture, isMotionReduced]);
  return picture;
}
