/** Makes the renderer once for its container and turns what is clicked into changes of the view. */
import { type RefObject, useEffect, useRef } from "react";
import { createPicture } from "../graph/renderer.ts";
import type { Picture, SceneNode } from "../graph/scene.ts";
import { REDUCED_MOTION, useMedia } from "../state/media.ts";
import { getTheme, useTheme } from "../state/theme.ts";
import { setView } from "../state/view-store.ts";
import { openNode, selectEdge, selectNode } from "./acts.ts";
import { type Described, describeEdge, describeNode } from "./describe.ts";
import { Tip } from "./tip.ts";

export interface NodeMenuPlace {
  node: SceneNode;
  /** CSS pixels of the container. */
  x: number;
  y: number;
}

interface PictureHooks {
  container: RefObject<HTMLDivElement | null>;
  /** What is drawn now, for the events that come later. */
  described: RefObject<Described>;
  labels: "auto" | "all" | "none";
  labelSizePx: number;
  onMenu: (place: NodeMenuPlace) => void;
  /** The keyboard goes on from what was clicked. */
  onClicked: (id: string) => void;
}

export function usePicture(hooks: PictureHooks): RefObject<Picture | null> {
  const { container, described, labels, labelSizePx } = hooks;
  const picture = useRef<Picture | null>(null);
  const latest = useRef(hooks);
  latest.current = hooks;
  const theme = useTheme();
  const isMotionReduced = useMedia(REDUCED_MOTION);

  useEffect(() => {
    const box = container.current;
    if (!box) return;
    const tip = new Tip(box);
    const nodeOf = (id: string) => described.current.scene.nodes.find((node) => node.id === id);
    const edgeOf = (id: string) => described.current.scene.edges.find((edge) => edge.id === id);
    const made = createPicture(
      box,
      {
        onSelectNode(id, isAdditive) {
          const node = nodeOf(id);
          latest.current.onClicked(id);
          if (node) selectNode(node, isAdditive);
        },
        onSelectEdge(id) {
          const edge = edgeOf(id);
          if (edge) selectEdge(edge, described.current.scene);
        },
        onOpenNode(id) {
          const node = nodeOf(id);
          if (node) openNode(node);
        },
        onClear: () => setView({ panel: null }),
        onHover(target) {
          const node = target?.kind === "node" ? nodeOf(target.id) : null;
          const edge = target?.kind === "edge" ? edgeOf(target.id) : null;
          if (target && node) tip.show(describeNode(node, described.current), target.x, target.y);
          else if (target && edge) {
            tip.show(describeEdge(edge, described.current), target.x, target.y);
          } else tip.hide();
        },
        onContextMenu(id, x, y) {
          const node = nodeOf(id);
          tip.hide();
          if (node) latest.current.onMenu({ node, x, y });
        },
      },
      {
        theme: getTheme(),
        reducedMotion: window.matchMedia(REDUCED_MOTION).matches,
        labelSizePx: latest.current.labelSizePx,
        labels: latest.current.labels,
      },
    );
    picture.current = made;
    box.dataset.technique = made.technique;
    return () => {
      made.dispose();
      tip.dispose();
      picture.current = null;
    };
  }, [container, described]);

  useEffect(() => picture.current?.setTheme(theme), [theme]);
  useEffect(() => picture.current?.setLabels(labels), [labels]);
  useEffect(() => picture.current?.setLabelSize(labelSizePx), [labelSizePx]);
  useEffect(() => picture.current?.setReducedMotion(isMotionReduced), [isMotionReduced]);
  return picture;
}
