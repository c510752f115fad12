/** Who holds the camera: where it is, where it flies to, and whether it still shows the whole picture. */
import {
  type Bounds,
  between,
  clampZoom,
  easeOut,
  fitCamera,
  keepNear,
  type Margins,
  panBy,
  revealCamera,
  type Size,
  zoomAt,
} from "./camera.ts";
import type { Circle } from "./geometry.ts";
import { MOTION_MS } from "./motion.ts";
import type { CameraState } from "./scene.ts";

/** Room for names around what is framed. */
export const FIT_MARGINS: Margins = { left: 60, right: 60, top: 30, bottom: 56 };
const REVEAL_MARGIN_PX = 48;

export class CameraMan {
  now: CameraState = { x: 0, y: 0, zoom: 1 };
  bounds: Bounds | null = null;
  margins = FIT_MARGINS;
  size: Size;
  /** The camera shows everything and nobody has moved it: it follows the size of the container. */
  isHome = true;
  #flight: { from: CameraState; to: CameraState; startedMs: number } | null = null;

  constructor(size: Size) {
    this.size = size;
  }

  /** Where it is or is flying to. */
  goal(): CameraState {
    return { ...(this.#flight?.to ?? this.now) };
  }

  home(): CameraState {
    return this.around(this.bounds);
  }

  around(bounds: Bounds | null): CameraState {
    return fitCamera(bounds, this.size, this.margins);
  }

  panned(dx: number, dy: number): CameraState {
    return panBy(this.now, dx, dy);
  }

  zoomed(factor: number, x: number, y: number): CameraState {
    return zoomAt(this.goal(), this.size, factor, x, y, this.home().zoom);
  }

  clamped(camera: CameraState): CameraState {
    return { ...camera, zoom: clampZoom(camera.zoom, this.home().zoom) };
  }

  /** `null` when the circle is in view already. */
  revealing(circle: Circle): CameraState | null {
    const from = this.goal();
    const to = revealCamera(from, this.size, circle, REVEAL_MARGIN_PX);
    return to.x === from.x && to.y === from.y ? null : to;
  }

  /** By hand. */
  steer(camera: CameraState): void {
    this.jump(keepNear(camera, this.bounds));
    this.isHome = false;
  }

  jump(camera: CameraState): void {
    this.#flight = null;
    this.now = camera;
  }

  fly(to: CameraState, nowMs: number): void {
    this.#flight = { from: this.now, to, startedMs: nowMs };
  }

  /** Returns whether it moved. */
  step(nowMs: number): boolean {
    if (this.#flight === null) return false;
    const { from, to, startedMs } = this.#flight;
    const t = Math.min(1, Math.max(0, (nowMs - startedMs) / MOTION_MS));
    if (t >= 1) this.jump(to);
    else this.now = between(from, to, easeOut(t));
    return true;
  }

  /** End a flight at its goal. */
  land(): void {
    this.jump(this.goal());
  }
}
