/** Makes the picture: WebGL where the browser has it, the same as SVG where it has not or loses it. */
import { canvasMeasure } from "../drawing/measure.ts";
import { PictureCore, type Surface } from "./picture-core.ts";
import type { Picture, PictureEvents, PictureOptions } from "./scene.ts";
import { createSvgPainter } from "./svg-picture.ts";
import { createWebglPainter } from "./webgl-picture.ts";

let isWebglThere: boolean | null = null;

/** Asked once: making and dropping a context is not free. */
export function hasWebGl(): boolean {
  if (isWebglThere !== null) return isWebglThere;
  const context = document.createElement("canvas").getContext("webgl2");
  isWebglThere = context !== null;
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return isWebglThere;
}

/** `container` has a size and is positioned; it is the picture's alone until `dispose`. */
export function createPicture(
  container: HTMLElement,
  events: PictureEvents,
  options: PictureOptions,
): Picture {
  const element = document.createElement("div");
  Object.assign(element.style, {
    position: "absolute",
    inset: "0",
    overflow: "hidden",
    touchAction: "none",
    userSelect: "none",
  });
  element.setAttribute("aria-hidden", "true");
  container.append(element);
  const surface = surfaceOf(element);
  const technique = options.technique ?? (hasWebGl() ? "webgl" : "svg");
  const picture: PictureCore = new PictureCore(
    surface,
    events,
    options,
    technique === "svg"
      ? createSvgPainter(element)
      : createWebglPainter(element, () => picture.setPainter(createSvgPainter(element))),
    () => element.remove(),
  );
  return picture;
}

function surfaceOf(element: HTMLElement): Surface {
  const { fontFamily } = getComputedStyle(element);
  return { element, fontFamily, measure: canvasMeasure(fontFamily) };
}
