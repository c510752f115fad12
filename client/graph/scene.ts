/**
 * What is drawn, independent of who draws it: the WebGL renderer and the SVG fallback take the same scene.
 * Coordinates are those of the overview's plane (`/api/overview` x, y, r); widths are pixels at zoom 1.
 */
import type { ActorKind, LinkType } from "../../server/contract/vocabulary.ts";

export interface SceneNode {
  id: string;
  x: number;
  y: number;
  /** Radius in units of the plane. */
  r: number;
  label: string;
  /** Alias from the data for places where `label` does not fit. */
  short: string | null;
  kind: ActorKind;
  /** A group drawn as disc, an opened group drawn as hull around its members, or an actor. */
  role: "disc" | "hull" | "actor";
  /** Drawn inside this node. */
  parent: string | null;
  /** Members of a group or links of an actor: who is larger gets its label first. */
  weight: number;
  /** Does not pass the filters: stays in place at 20 %. */
  faded: boolean;
}

export interface SceneEdge {
  id: string;
  source: string;
  target: string;
  /** Between groups (counted), between actors (one or more links), or from an actor to its group. */
  role: "ribbon" | "link" | "membership";
  /** The number written on a ribbon, and what its thickness shows. */
  count: number;
  /** Of `count`: actors that belong to both; drawn apart from the rest. */
  bridges: number;
  type: LinkType | null;
  faded: boolean;
}

export interface Scene {
  nodes: SceneNode[];
  edges: SceneEdge[];
}

export interface PictureEvents {
  /** `additive` with shift or control held. */
  onSelectNode(id: string, additive: boolean): void;
  onSelectEdge(id: string): void;
  onOpenNode(id: string): void;
  onClear(): void;
  /** Hovered or keyboard-focused element; `null` when none. For the tooltip only: never stored in React state. */
  onHover?(target: { kind: "node" | "edge"; id: string; x: number; y: number } | null): void;
  onContextMenu?(id: string, x: number, y: number): void;
}

export interface PictureSelection {
  nodes: readonly string[];
  edge: string | null;
}

/** Both renderers implement it; made once for a sized container, changed by its methods, never rebuilt by a render. */
export interface Picture {
  readonly technique: "webgl" | "svg";
  setScene(scene: Scene, options: { animate: boolean }): void;
  setSelection(selection: PictureSelection): void;
  setTheme(theme: "light" | "dark"): void;
  setLabels(mode: "auto" | "all" | "none"): void;
  /** Smallest label size in px: 12 at the desk, 20 when presenting. */
  setLabelSize(px: number): void;
  setReducedMotion(reduced: boolean): void;
  fit(): void;
  zoomBy(factor: number): void;
  /** Bring a node into view, keeping the zoom where possible. */
  reveal(id: string): void;
  /** Labels drawn and left out at this moment, for the line under the picture. */
  labels(): { drawn: number; hidden: number };
  /** Position of a node in CSS pixels of the container, for tests and the tooltip. */
  screenPosition(id: string): { x: number; y: number; r: number } | null;
  dispose(): void;
}
