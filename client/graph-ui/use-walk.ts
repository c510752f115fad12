/**
 * The keyboard in the picture: one tab stop, arrow keys go from point to point, Enter opens. What it is on is
 * ringed in the picture and said through a live region.
 */
import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import type { Picture, SceneNode } from "../graph/scene.ts";
import { pickActor } from "../state/pick.ts";
import { getView, setView } from "../state/view-store.ts";
import { openNode, panelOf } from "./acts.ts";
import { type Described, describeNode } from "./describe.ts";
import type { NodeMenuPlace } from "./use-picture.ts";
import { type Direction, directionOf, nextPlace, type Place } from "./walk.ts";

interface WalkOptions {
  picture: RefObject<Picture | null>;
  described: RefObject<Described>;
  /** Id of the node that the keyboard is on. */
  current: RefObject<string | null>;
  announcement: RefObject<HTMLElement | null>;
  /** Single letters that act on the picture. */
  acts: Readonly<Record<string, () => void>>;
  onMenu: (place: NodeMenuPlace) => void;
}

export interface Walk {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: () => void;
}

export function walkOf(options: WalkOptions): Walk {
  const { picture, described, current, announcement, acts, onMenu } = options;

  const goTo = (node: SceneNode) => {
    current.current = node.id;
    picture.current?.setFocus({ kind: "node", id: node.id });
    picture.current?.reveal(node.id);
    const { title, lines } = describeNode(node, described.current);
    if (announcement.current) announcement.current.textContent = [title, ...lines].join(", ");
  };

  const enter = (node: SceneNode) => {
    if (pickActor(node.id)) return;
    const { panel } = getView();
    const isShown = panel && panel.kind !== "cross-link" && panel.id === node.id;
    if (isShown) openNode(node);
    else setView({ panel: panelOf(node) });
  };

  return {
    onKeyDown(event) {
      const node = currentNode(described.current.scene.nodes, current.current);
      if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = directionOf(event.key);
      const act = acts[event.key.toLowerCase()];
      if (direction) {
        const next = nextNode(picture.current, described.current.scene.nodes, node, direction);
        if (next) goTo(next);
      } else if (event.key === "Enter") enter(node);
      else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
        const at = picture.current?.screenPosition(node.id);
        if (at) onMenu({ node, x: at.x, y: at.y });
      } else if (act) act();
      else return;
      event.preventDefault();
    },
    onFocus(event) {
      const isOwn = event.target === event.currentTarget && event.target.matches(":focus-visible");
      const node = isOwn && currentNode(described.current.scene.nodes, current.current);
      if (node) goTo(node);
    },
    onBlur: () => picture.current?.setFocus(null),
  };
}

/** Where the keyboard was, else what the panel shows, else the largest. */
function currentNode(nodes: readonly SceneNode[], id: string | null): SceneNode | null {
  const { panel } = getView();
  const shown = panel && panel.kind !== "cross-link" ? panel.id : null;
  const known = [id, shown].flatMap((one) => nodes.find((node) => node.id === one) ?? []);
  return known[0] ?? nodes.toSorted((a, b) => b.weight - a.weight)[0] ?? null;
}

function nextNode(
  picture: Picture | null,
  nodes: readonly SceneNode[],
  from: SceneNode,
  direction: Direction,
): SceneNode | null {
  const places = nodes.flatMap(({ id }): Place[] => {
    const at = picture?.screenPosition(id);
    return at ? [{ id, x: at.x, y: at.y }] : [];
  });
  const start = places.find(({ id }) => id === from.id);
  const next = start ? nextPlace(places, start, direction) : null;
  return nodes.find(({ id }) => id === next?.id) ?? null;
}
