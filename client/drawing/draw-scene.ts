/** A scene as shapes for a picture of any size: lines, icons and margins keep their proportion to the names. */

import type { Scene } from "../graph/scene.ts";
import { type StillFrameOptions, stillFrame } from "../graph/still-frame.ts";
import type { Drawing } from "./drawing.ts";
import { drawingOf } from "./from-frame.ts";
import { scaledDrawing } from "./shapes.ts";

/** Size of the names on a screen that lines, icons and margins are made for. */
const SCREEN_LABEL_PX = 13;

/** As `stillFrame`, but a picture of twice the size with names of twice the size is the same picture, enlarged. */
export function drawScene(scene: Scene, options: StillFrameOptions): Drawing {
  const factor = options.labelSizePx / SCREEN_LABEL_PX;
  const size = { width: options.size.width / factor, height: options.size.height / factor };
  const frame = stillFrame(scene, { ...options, size, labelSizePx: SCREEN_LABEL_PX });
  return scaledDrawing(drawingOf(frame), factor);
}
