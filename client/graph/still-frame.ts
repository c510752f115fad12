/** A scene as one frame, without a page: what the picture shows when nothing moves and nobody points at anything. */
import { boundsOf, fitCamera, type Size } from "./camera.ts";
import { FIT_MARGINS } from "./camera-man.ts";
import type { Frame } from "./frame.ts";
import { lightOf, neighbourhoodsOf } from "./highlight.ts";
import { Motion } from "./motion.ts";
import type { Theme } from "./palette.ts";
import type { CameraState, PictureSelection, Scene } from "./scene.ts";
import { styleScene } from "./styling.ts";
import { type Measure, remember } from "./text-lines.ts";
import { write } from "./writing.ts";

/** A part of the plane: its middle and its size. */
export interface PlanePart {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface StillFrameOptions {
  size: Size;
  /** What must be in view at least; not given or `null`: everything, with room for names around it. */
  camera?: PlanePart | null;
  selection: PictureSelection;
  theme: Theme;
  labelSizePx: number;
  labels: "auto" | "all" | "none";
  /** Width of a text in px at a size of 12 px. */
  measure: Measure;
  fontFamily: string;
}

export function stillFrame(scene: Scene, options: StillFrameOptions): Frame {
  const { size, selection, theme, labelSizePx, labels: mode, fontFamily } = options;
  const camera = options.camera
    ? cameraOver(options.camera, size)
    : fitCamera(scene.frame ?? boundsOf(scene.nodes), size, scene.margins ?? FIT_MARGINS);
  const motion = new Motion();
  motion.setScene(scene, null);
  const light = lightOf(neighbourhoodsOf(scene), selection, null);
  styleScene(motion, light, { selection, focus: null, hover: null });
  const { nodes, edges } = motion;
  const { labels, pills } = write({
    nodes,
    edges,
    camera,
    size,
    mode,
    sizePx: labelSizePx,
    measure: remember((text) => (options.measure(text) * labelSizePx) / 12),
    light,
    restingLight: light,
    isPointed: false,
  });
  const changed = { members: true, shape: true, style: true };
  return { camera, size, theme, nodes, edges, labels, pills, labelSizePx, fontFamily, changed };
}

/**
 * The camera with which the whole part of the plane is in view, as large as it can be.
 *
 * @throws RangeError when the part has no width or no height.
 */
export function cameraOver({ x, y, width, height }: PlanePart, size: Size): CameraState {
  if (!(width > 0 && height > 0)) {
    throw new RangeError(`Camera: expected a part of the plane, got ${width} × ${height}`);
  }
  return { x, y, zoom: Math.min(size.width / width, size.height / height) };
}
