/**
 * Pointer, wheel and touch on the picture, the same for both renderers: drag moves, wheel and pinch zoom, a click
 * that did not move is a click. Keys are not handled here.
 */
export interface GestureEvents {
  onPan(dx: number, dy: number): void;
  onZoom(factor: number, x: number, y: number): void;
  onClick(x: number, y: number, additive: boolean): void;
  onDoubleClick(x: number, y: number): void;
  onContextMenu(x: number, y: number): boolean;
  /** `null`: the pointer has left. */
  onPoint(at: { x: number; y: number } | null): void;
}

/** A pointer that moved less than this has clicked. */
const CLICK_TOLERANCE_PX = 5;
const WHEEL_STEP = 0.0016;
const PINCH_STEP = 0.01;
const LINE_PX = 16;

/** Returns the function that ends it. Positions are CSS pixels of the element. */
export function listenToGestures(element: HTMLElement, events: GestureEvents): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const pointers = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number } | null = null;
  let isDragging = false;

  const at = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const point = at(event);
    pointers.set(event.pointerId, point);
    start = pointers.size === 1 ? point : null;
    isDragging = pointers.size > 1;
  };

  const onMove = (event: PointerEvent) => {
    const point = at(event);
    const last = pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType !== "touch") events.onPoint(point);
      return;
    }
    if (!isDragging && start !== null) {
      if (Math.hypot(point.x - start.x, point.y - start.y) < CLICK_TOLERANCE_PX) return;
      isDragging = true;
      events.onPoint(null);
      element.setPointerCapture(event.pointerId);
      element.style.cursor = "grabbing";
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, point);
    if (other) {
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const after = Math.hypot(point.x - other.x, point.y - other.y);
      if (before > 0 && after > 0) {
        events.onZoom(after / before, (point.x + other.x) / 2, (point.y + other.y) / 2);
      }
      events.onPan((point.x - last.x) / 2, (point.y - last.y) / 2);
    } else events.onPan(point.x - last.x, point.y - last.y);
  };

  const onUp = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) return;
    element.style.cursor = "";
    const point = at(event);
    if (!isDragging && event.type === "pointerup") {
      events.onClick(point.x, point.y, event.shiftKey || event.ctrlKey || event.metaKey);
    }
    isDragging = false;
    start = null;
  };

  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const delta =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
    const point = at(event);
    const step = event.ctrlKey ? PINCH_STEP : WHEEL_STEP;
    events.onZoom(Math.exp(-Math.max(-240, Math.min(240, delta)) * step), point.x, point.y);
  };

  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", onUp, { signal });
  element.addEventListener("pointerleave", () => pointers.size === 0 && events.onPoint(null), {
    signal,
  });
  element.addEventListener("wheel", onWheel, { signal, passive: false });
  element.addEventListener(
    "dblclick",
    (event) => {
      const point = at(event);
      events.onDoubleClick(point.x, point.y);
    },
    { signal },
  );
  element.addEventListener(
    "contextmenu",
    (event) => {
      const point = at(event);
      if (events.onContextMenu(point.x, point.y)) event.preventDefault();
    },
    { signal },
  );
  return () => ending.abort();
}
