/**
 * The picture without its paint: scene, movement, selection, light, camera, names and gestures, the same for WebGL
 * and SVG. Hands a finished frame to a painter at most once an animation frame. Hover never leaves this room except
 * through `onHover`.
 */
import { boundsOf, type Size, toScreen } from "./camera.ts";
import { CameraMan, FIT_MARGINS } from "./camera-man.ts";
import { type Frame, type Painter, radiusPx } from "./frame.ts";
import { pointOn } from "./geometry.ts";
import { listenToGestures } from "./gestures.ts";
import { lightOf, type Neighbourhoods, neighbourhoodsOf, type Target } from "./highlight.ts";
import { hitTest } from "./hit.ts";
import { Motion } from "./motion.ts";
import type { Theme } from "./palette.ts";
import type {
  CameraState,
  Picture,
  PictureEvents,
  PictureOptions,
  PictureSelection,
  Scene,
} from "./scene.ts";
import { styleScene } from "./styling.ts";
import { type Measure, remember } from "./text-lines.ts";
import { type Writing, write } from "./writing.ts";

/** Two clicks on one node within this time open it, even when the picture has moved between them. */
const DOUBLE_CLICK_MS = 500;

export interface Surface {
  element: HTMLElement;
  measure: Measure;
  fontFamily: string;
}

export class PictureCore implements Picture {
  readonly #events: PictureEvents;
  readonly #surface: Surface;
  readonly #measure: Measure & { forget(): void };
  readonly #motion = new Motion();
  readonly #endings: (() => void)[] = [];
  #painter: Painter;
  readonly #camera: CameraMan;
  #near: Neighbourhoods = neighbourhoodsOf({ nodes: [], edges: [] });
  #theme: Theme;
  #labelMode: "auto" | "all" | "none";
  #labelSizePx: number;
  #isMotionReduced: boolean;
  readonly #isPointable: boolean;
  #selection: PictureSelection = { nodes: [], edge: null };
  #focus: Target | null = null;
  #hover: Target | null = null;
  #lastClick: { id: string | null; atMs: number } = { id: null, atMs: 0 };
  #changed = { members: true, shape: true, style: true };
  #writing: Writing | null = null;
  #counts = "";
  #request: number | null = null;

  constructor(
    surface: Surface,
    events: PictureEvents,
    options: PictureOptions,
    painter: Painter,
    onEnd: () => void,
  ) {
    this.#surface = surface;
    this.#events = events;
    this.#painter = painter;
    this.#theme = options.theme;
    this.#labelMode = options.labels;
    this.#labelSizePx = options.labelSizePx;
    this.#isMotionReduced = options.reducedMotion;
    this.#isPointable = options.isPointable ?? true;
    this.#camera = new CameraMan(sizeOf(surface.element));
    this.#measure = remember((text) => (surface.measure(text) * this.#labelSizePx) / 12);
    this.#endings.push(onEnd);
    this.#listen();
  }

  get technique(): "webgl" | "svg" {
    return this.#painter.technique;
  }

  /** Go on with another painter, for example when the graphics context is lost. */
  setPainter(painter: Painter): void {
    this.#painter.dispose();
    this.#painter = painter;
    this.#changed = { members: true, shape: true, style: true };
    this.#refresh();
  }

  setScene(scene: Scene, options: { animate: boolean }): void {
    const isFirst = this.#motion.nodes.length === 0;
    const isAnimated = options.animate && !this.#isMotionReduced && !isFirst;
    this.#motion.setScene(scene, isAnimated ? performance.now() : null);
    this.#near = neighbourhoodsOf(scene);
    this.#camera.bounds = scene.frame ?? boundsOf(scene.nodes);
    this.#camera.margins = scene.margins ?? FIT_MARGINS;
    if (this.#hover && !this.#exists(this.#hover)) this.#point(null);
    this.#changed = { members: true, shape: true, style: true };
    this.#restyle();
    if (this.#camera.isHome) this.#flyTo(this.#camera.home(), isAnimated);
    this.#refresh();
  }

  setSelection(selection: PictureSelection): void {
    this.#selection = selection;
    this.#restyle();
  }

  setFocus(target: Target | null): void {
    this.#focus = target;
    this.#restyle();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#restyle();
  }

  setLabels(mode: "auto" | "all" | "none"): void {
    this.#labelMode = mode;
    this.#refresh();
  }

  setLabelSize(px: number): void {
    this.#labelSizePx = px;
    this.#measure.forget();
    this.#refresh();
  }

  setReducedMotion(reduced: boolean): void {
    this.#isMotionReduced = reduced;
    if (!reduced) return;
    this.#camera.land();
    this.#motion.finish();
    this.#changed.shape = true;
    this.#restyle();
  }

  fit(): void {
    const visible = this.#motion.nodes.filter((draw) => !draw.node.faded);
    const isAll = visible.length === 0 || visible.length === this.#motion.nodes.length;
    const bounds = boundsOf(visible.map((draw) => draw.node));
    this.#flyTo(isAll ? this.#camera.home() : this.#camera.around(bounds), true);
    this.#camera.isHome = isAll;
  }

  frame(animate: boolean): void {
    this.#flyTo(this.#camera.home(), animate);
    this.#camera.isHome = true;
  }

  camera(): CameraState {
    return this.#camera.goal();
  }

  isFramed(): boolean {
    return this.#camera.isHome;
  }

  setCamera(camera: CameraState, options: { animate: boolean } = { animate: false }): void {
    this.#flyTo(this.#camera.clamped(camera), options.animate);
    this.#camera.isHome = false;
  }

  zoomBy(factor: number): void {
    const { width, height } = this.#camera.size;
    this.#flyTo(this.#camera.zoomed(factor, width / 2, height / 2), true);
    this.#camera.isHome = false;
  }

  reveal(id: string): void {
    const draw = this.#motion.byId.get(id);
    const to = draw && this.#camera.revealing(draw.node);
    if (!to) return;
    this.#flyTo(to, true);
    this.#camera.isHome = false;
  }

  labels(): { drawn: number; hidden: number } {
    const { labels, hidden } = this.#write();
    return { drawn: labels.length, hidden };
  }

  screenPosition(id: string): { x: number; y: number; r: number } | null {
    const draw = this.#motion.byId.get(id);
    if (!draw) return null;
    const at = toScreen(this.#camera.now, this.#camera.size, draw.x, draw.y);
    return { ...at, r: radiusPx(draw, this.#camera.now.zoom) };
  }

  edgePosition(id: string): { x: number; y: number } | null {
    const draw = this.#motion.edgeById.get(id);
    if (!draw) return null;
    const middle = pointOn(draw.curve, 0.5);
    return toScreen(this.#camera.now, this.#camera.size, middle.x, middle.y);
  }

  dispose(): void {
    if (this.#request !== null) cancelAnimationFrame(this.#request);
    this.#painter.dispose();
    for (const end of this.#endings) end();
  }

  #listen(): void {
    const { element } = this.#surface;
    const resized = new ResizeObserver(() => this.#resize());
    resized.observe(element);
    this.#endings.push(() => resized.disconnect());
    const onFonts = () => {
      this.#measure.forget();
      this.#refresh();
    };
    document.fonts.addEventListener("loadingdone", onFonts);
    this.#endings.push(() => document.fonts.removeEventListener("loadingdone", onFonts));
    this.#endings.push(
      listenToGestures(element, {
        onPan: (dx, dy) => this.#steer(this.#camera.panned(dx, dy)),
        onZoom: (factor, x, y) => this.#steer(this.#camera.zoomed(factor, x, y)),
        onClick: (x, y, additive) => this.#click(x, y, additive),
        onDoubleClick: () => this.#doubleClick(),
        onContextMenu: (x, y) => this.#contextMenu(x, y),
        onPoint: (at) => this.#pointAt(at),
      }),
    );
  }

  #resize(): void {
    const size = sizeOf(this.#surface.element);
    if (size.width === 0 || size.height === 0) return;
    const { width, height } = this.#camera.size;
    if (size.width === width && size.height === height) return;
    this.#camera.size = size;
    if (this.#camera.isHome) this.#flyTo(this.#camera.home(), false);
    else for (const id of this.#selection.nodes.slice(0, 1)) this.reveal(id);
    // Painted at once: a resized canvas is empty until then.
    this.#writing = null;
    this.#paint(performance.now());
  }

  #steer(camera: CameraState): void {
    this.#camera.steer(camera);
    this.#refresh();
  }

  #flyTo(to: CameraState, isAnimated: boolean): void {
    if (isAnimated && !this.#isMotionReduced) this.#camera.fly(to, performance.now());
    else this.#camera.jump(to);
    this.#refresh();
  }

  #hit(x: number, y: number): Target | null {
    return hitTest(this.#frame(), x, y);
  }

  #click(x: number, y: number, additive: boolean): void {
    if (!this.#isPointable) return;
    const target = this.#hit(x, y);
    const isNode = target?.kind === "node";
    const nowMs = performance.now();
    const isSecond = nowMs - this.#lastClick.atMs < DOUBLE_CLICK_MS;
    // Between two clicks a panel may have opened and moved the picture: the first one counts.
    if (!isSecond) this.#lastClick = { id: isNode ? target.id : null, atMs: nowMs };
    else if (this.#lastClick.id !== null && !additive) return;
    if (target === null) this.#events.onClear();
    else if (isNode) this.#events.onSelectNode(target.id, additive);
    else this.#events.onSelectEdge(target.id);
  }

  #doubleClick(): void {
    if (this.#lastClick.id !== null) this.#events.onOpenNode(this.#lastClick.id);
    this.#lastClick = { id: null, atMs: 0 };
  }

  #contextMenu(x: number, y: number): boolean {
    const target = this.#isPointable ? this.#hit(x, y) : null;
    if (target?.kind !== "node" || !this.#events.onContextMenu) return false;
    this.#events.onContextMenu(target.id, x, y);
    return true;
  }

  #pointAt(at: { x: number; y: number } | null): void {
    if (!this.#isPointable) return;
    const target = at && this.#hit(at.x, at.y);
    this.#surface.element.style.cursor = target ? "pointer" : "";
    this.#point(target);
    this.#events.onHover?.(target && at ? { ...target, ...at } : null);
  }

  #point(target: Target | null): void {
    if (target?.id === this.#hover?.id && target?.kind === this.#hover?.kind) return;
    this.#hover = target;
    this.#restyle();
  }

  #exists(target: Target): boolean {
    return target.kind === "node"
      ? this.#motion.byId.has(target.id)
      : this.#motion.edgeById.has(target.id);
  }

  /** Who is lit, selected, focused: written onto the drawn nodes and edges. */
  #restyle(): void {
    const light = lightOf(this.#near, this.#selection, this.#hover ?? this.#focus);
    styleScene(this.#motion, light, {
      selection: this.#selection,
      focus: this.#focus,
      hover: this.#hover,
    });
    this.#changed.style = true;
    this.#refresh();
  }

  #refresh(): void {
    this.#writing = null;
    this.#request ??= requestAnimationFrame((nowMs) => {
      this.#request = null;
      this.#paint(nowMs);
    });
  }

  #paint(nowMs: number): void {
    if (this.#motion.step(nowMs)) {
      this.#changed.shape = true;
      this.#restyle();
    }
    if (this.#camera.step(nowMs)) this.#refresh();
    this.#painter.paint(this.#frame());
    this.#changed = { members: false, shape: false, style: false };
    const counts = this.labels();
    const text = `${counts.drawn} ${counts.hidden}`;
    if (text !== this.#counts) this.#events.onLabels?.(counts);
    this.#counts = text;
  }

  #write(): Writing {
    const pointed = this.#hover ?? this.#focus;
    this.#writing ??= write({
      nodes: this.#motion.nodes,
      edges: this.#motion.edges,
      camera: this.#camera.now,
      size: this.#camera.size,
      mode: this.#labelMode,
      sizePx: this.#labelSizePx,
      measure: this.#measure,
      light: lightOf(this.#near, this.#selection, pointed),
      restingLight: lightOf(this.#near, this.#selection, null),
      isPointed: pointed !== null,
    });
    return this.#writing;
  }

  #frame(): Frame {
    const { labels, pills } = this.#write();
    return {
      camera: this.#camera.now,
      size: this.#camera.size,
      theme: this.#theme,
      nodes: this.#motion.nodes,
      edges: this.#motion.edges,
      labels,
      pills,
      labelSizePx: this.#labelSizePx,
      fontFamily: this.#surface.fontFamily,
      changed: this.#changed,
    };
  }
}

function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}
