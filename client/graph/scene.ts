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
  /** Where its name is tried first; below when not given. */
  labelSide?: "below" | "above" | "right" | "left";
  /** `true`: its name is always shown; `false`: only when it is pointed at, and other names may cover its disc. */
  isNamed?: boolean;
  /** Of the chosen path: its name comes forward. */
  strong?: boolean;
  /** Could introduce others: a second ring. */
  mark?: "broker";
  /** A line of its own below the name. */
  note?: string;
  /** Sentences for the tooltip, one a line. */
  hint?: string;
  /** Room for its name in units of the plane; as much as anywhere when not given. */
  labelRoom?: number;
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
  /** Words written on it. */
  text?: string;
  /** Sentences for the tooltip, one a line. */
  hint?: string;
  /** Of the chosen path: comes forward. */
  strong?: boolean;
  /** `dashed`: suggested; `dotted`: could introduce; `solid`: is so already, as plain as these. */
  pattern?: "dashed" | "dotted" | "solid";
  /** Height of the bend in units of the plane, to the right seen from the smaller id; by its length when not given. */
  rise?: number;
}

export interface Scene {
  nodes: SceneNode[];
  edges: SceneEdge[];
  /** Room in px around it when it is framed; as much as usual when not given. */
  margins?: { left: number; top: number; right: number; bottom: number };
  /** What is framed when it is more than the nodes: those that are not revealed yet. */
  frame?: { left: number; top: number; right: number; bottom: number };
}

export interface PictureEvents {
  /** `additive` with shift or control held. */
  onSelectNode(id: string, additive: boolean): void;
  onSelectEdge(id: string): void;
  onOpenNode(id: string): void;
  onClear(): void;
  /** Hovered or keyboard-focused element; `null` when none. For the tooltip only: never stored in React state. */
  onHover?(target: { kind: "node" | "edge"; id: string; x: number; y: number } | null): void;
  /** CSS pixels of the container, as everywhere here. */
  onContextMenu?(id: string, x: number, y: number): void;
  /** The number of labels drawn or left out has changed. */
  onLabels?(labels: { drawn: number; hidden: number }): void;
}

/** The point of the plane in the middle of the container, and pixels per unit of the plane. */
export interface CameraState {
  x: number;
  y: number;
  zoom: number;
}

export interface PictureSelection {
  nodes: readonly string[];
  edge: string | null;
  /** `false`: marked without fading everything else. Default `true`. */
  fades?: boolean;
}

/** Both renderers implement it; made once for a sized container, changed by its methods, never rebuilt by a render. */
export interface Picture {
  /** May change from `webgl` to `svg` when the browser takes the graphics context away. */
  readonly technique: "webgl" | "svg";
  setScene(scene: Scene, options: { animate: boolean }): void;
  setSelection(selection: PictureSelection): void;
  /** What the keyboard is on: a second ring, and lit like what the pointer is over. */
  setFocus(target: { kind: "node" | "edge"; id: string } | null): void;
  setTheme(theme: "light" | "dark"): void;
  setLabels(mode: "auto" | "all" | "none"): void;
  /** Smallest label size in px: 12 at the desk, 20 when presenting. */
  setLabelSize(px: number): void;
  setReducedMotion(reduced: boolean): void;
  /** Frame everything that is not faded. */
  fit(): void;
  /** Frame everything, and go on following the size of the container. */
  frame(animate: boolean): void;
  camera(): CameraState;
  /** The camera shows everything, and nobody has moved it. */
  isFramed(): boolean;
  /** `animate` is ignored with reduced motion. */
  setCamera(camera: CameraState, options?: { animate: boolean }): void;
  zoomBy(factor: number): void;
  /** Bring a node into view, keeping the zoom where possible. */
  reveal(id: string): void;
  /** Labels drawn and left out at this moment, for the line under the picture. */
  labels(): { drawn: number; hidden: number };
  /** Position of a node in CSS pixels of the container, for tests and the tooltip. */
  screenPosition(id: string): { x: number; y: number; r: number } | null;
  /** Middle of an edge in CSS pixels of the container. */
  edgePosition(id: string): { x: number; y: number } | null;
  dispose(): void;
}

/** Settings a picture is made with; each can be changed later by its method. */
export interface PictureOptions {
  theme: "light" | "dark";
  reducedMotion: boolean;
  labelSizePx: number;
  labels: "auto" | "all" | "none";
  /** Default: WebGL where the browser has it. */
  technique?: "webgl" | "svg";
  /** `false`: nothing answers to the pointer but the camera, as on a projector. Default `true`. */
  isPointable?: boolean;
}
