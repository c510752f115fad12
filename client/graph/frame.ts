/** What a painter is given: the scene as it is at this moment, in drawing order, with everything decided. */

import type { Size } from "./camera.ts";
import type { Curve } from "./geometry.ts";
import type { PlacedLabel } from "./label-layout.ts";
import type { Theme } from "./palette.ts";
import type { PlacedPill } from "./pill-layout.ts";
import type { CameraState, SceneEdge, SceneNode } from "./scene.ts";

export interface DrawNode {
  node: SceneNode;
  /** Position and radius at this moment of a movement, in units of the plane. */
  x: number;
  y: number;
  r: number;
  alpha: number;
  /** A hull, or a disc with discs in it: drawn below the ribbons. */
  container: boolean;
  /** Nodes above it in the nesting. */
  depth: number;
  selected: boolean;
  focused: boolean;
  hovered: boolean;
}

export interface DrawEdge {
  edge: SceneEdge;
  curve: Curve;
  /** 0 to 1 by count; weak ribbons are paler too. */
  strength: number;
  /** At zoom 1. */
  widthPx: number;
  /** Share of `widthPx` that stands for actors in both groups. */
  coreShare: number;
  alpha: number;
  selected: boolean;
  hovered: boolean;
  /** Something is lit, and this is of it. */
  lit: boolean;
}

export interface DrawLabel extends PlacedLabel {
  alpha: number;
  strong: boolean;
}

export interface Frame {
  camera: CameraState;
  size: Size;
  theme: Theme;
  /** Back to front. */
  nodes: readonly DrawNode[];
  edges: readonly DrawEdge[];
  labels: readonly DrawLabel[];
  pills: readonly PlacedPill[];
  labelSizePx: number;
  fontFamily: string;
  /** What is new since the last frame; a camera or label change alone leaves all three false. */
  changed: { members: boolean; shape: boolean; style: boolean };
}

/** Draws frames into its container; knows nothing of scenes, selection or events. */
export interface Painter {
  readonly technique: "webgl" | "svg";
  paint(frame: Frame): void;
  dispose(): void;
}

/** Icons appear from this radius on. */
export const ICON_RADIUS_PX = 9;
/** Nothing is drawn smaller than this. */
export const MIN_RADIUS_PX = 2.2;

export function radiusPx(draw: { r: number }, zoom: number): number {
  return Math.max(MIN_RADIUS_PX, draw.r * zoom);
}
