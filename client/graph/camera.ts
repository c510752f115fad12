/** The camera: pure arithmetic between the plane (y downwards) and the pixels of the container. */
import type { CameraState } from "./scene.ts";

export interface Size {
  width: number;
  height: number;
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Room in px for labels around what is framed. */
export interface Margins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Nothing smaller than this is framed larger: one actor must not fill the screen. */
const MAX_FIT_ZOOM = 2.4;
/** How far one can go out and in from the framed picture. */
const ZOOM_RANGE = { out: 0.5, in: 16 } as const;

export function toScreen(
  camera: CameraState,
  size: Size,
  x: number,
  y: number,
): { x: number; y: number } {
  return {
    x: size.width / 2 + (x - camera.x) * camera.zoom,
    y: size.height / 2 + (y - camera.y) * camera.zoom,
  };
}

export function toPlane(
  camera: CameraState,
  size: Size,
  x: number,
  y: number,
): { x: number; y: number } {
  return {
    x: camera.x + (x - size.width / 2) / camera.zoom,
    y: camera.y + (y - size.height / 2) / camera.zoom,
  };
}

/** The smallest rectangle around circles; `null` for none. */
export function boundsOf(circles: Iterable<{ x: number; y: number; r: number }>): Bounds | null {
  const bounds = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const { x, y, r } of circles) {
    bounds.left = Math.min(bounds.left, x - r);
    bounds.top = Math.min(bounds.top, y - r);
    bounds.right = Math.max(bounds.right, x + r);
    bounds.bottom = Math.max(bounds.bottom, y + r);
  }
  return bounds.left <= bounds.right ? bounds : null;
}

/** The camera that shows `bounds` with the margins around it. */
export function fitCamera(bounds: Bounds | null, size: Size, margins: Margins): CameraState {
  if (bounds === null) return { x: 0, y: 0, zoom: 1 };
  const roomX = Math.max(40, size.width - margins.left - margins.right);
  const roomY = Math.max(40, size.height - margins.top - margins.bottom);
  const width = Math.max(1, bounds.right - bounds.left);
  const height = Math.max(1, bounds.bottom - bounds.top);
  const zoom = Math.min(MAX_FIT_ZOOM, roomX / width, roomY / height);
  return {
    x: (bounds.left + bounds.right) / 2 + (margins.right - margins.left) / 2 / zoom,
    y: (bounds.top + bounds.bottom) / 2 + (margins.bottom - margins.top) / 2 / zoom,
    zoom,
  };
}

/** Zoom by a factor, holding the plane still under the pixel (x, y). */
export function zoomAt(
  camera: CameraState,
  size: Size,
  factor: number,
  x: number,
  y: number,
  fitZoom: number,
): CameraState {
  const zoom = clampZoom(camera.zoom * factor, fitZoom);
  const held = toPlane(camera, size, x, y);
  return {
    x: held.x - (x - size.width / 2) / zoom,
    y: held.y - (y - size.height / 2) / zoom,
    zoom,
  };
}

export function clampZoom(zoom: number, fitZoom: number): number {
  return Math.min(fitZoom * ZOOM_RANGE.in, Math.max(fitZoom * ZOOM_RANGE.out, zoom));
}

export function panBy(camera: CameraState, dx: number, dy: number): CameraState {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Keep the middle of the container over the things there are: one cannot get lost. */
export function keepNear(camera: CameraState, bounds: Bounds | null): CameraState {
  if (bounds === null) return camera;
  return {
    ...camera,
    x: Math.min(bounds.right, Math.max(bounds.left, camera.x)),
    y: Math.min(bounds.bottom, Math.max(bounds.top, camera.y)),
  };
}

/** The camera moved, not zoomed, until the circle is inside the container with `marginPx` around it. */
export function revealCamera(
  camera: CameraState,
  size: Size,
  circle: { x: number; y: number; r: number },
  marginPx: number,
): CameraState {
  const at = toScreen(camera, size, circle.x, circle.y);
  const r = circle.r * camera.zoom + marginPx;
  const shift = (position: number, length: number) => {
    if (2 * r >= length) return length / 2 - position;
    if (position < r) return r - position;
    return position > length - r ? length - r - position : 0;
  };
  return panBy(camera, shift(at.x, size.width), shift(at.y, size.height));
}

export function between(from: CameraState, to: CameraState, t: number): CameraState {
  return {
    x: from.x + (to.x - from.x) * t,
    y: from.y + (to.y - from.y) * t,
    // Zoom is perceived as a ratio.
    zoom: from.zoom * (to.zoom / from.zoom) ** t,
  };
}

export function easeOut(t: number): number {
  return 1 - (1 - t) ** 3;
}
