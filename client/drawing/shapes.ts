/** Moving and scaling shapes, where they reach, and how their texts stand. */
import type { Rectangle } from "../graph/rectangle-grid.ts";
import type { Drawing, DrawingItem, Words } from "./drawing.ts";

/** Width of an icon's lines, in its square of 24 units. */
export const ICON_STROKE_UNITS = 2.1;
export const ICON_FIELD_UNITS = 24;
/** From the middle of a line down to its baseline, as share of the size: half of the height of capitals. */
const BASELINE_SHARE = 0.36;
/** Outline behind the letters, as share of their size. */
const HALO_SHARE = 3.5 / 12;

/** Height of the baseline of a line. */
export function baselineOf({ y, sizePx, lineHeight }: Words, line: number): number {
  return y + sizePx * (lineHeight * (line + 0.5) + BASELINE_SHARE);
}

/** Width of the line that makes the halo; half of it lies inside the letters. */
export function haloWidthPx({ sizePx }: Words): number {
  return sizePx * HALO_SHARE;
}

export function moved<T extends DrawingItem>(item: T, dx: number, dy: number): T {
  if (item.shape === "curve") {
    const { x1, y1, cx, cy, x2, y2 } = item;
    const at = { x1: x1 + dx, y1: y1 + dy, cx: cx + dx, cy: cy + dy, x2: x2 + dx, y2: y2 + dy };
    return { ...item, ...at };
  }
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/** With everything that has a size: lines, dashes and letters too. */
export function scaled(item: DrawingItem, factor: number): DrawingItem {
  const at = <K extends string>(of: Record<K, number>, ...keys: K[]) =>
    Object.fromEntries(keys.map((key) => [key, of[key] * factor])) as Record<K, number>;
  switch (item.shape) {
    case "disc":
      return {
        ...item,
        ...at(item, "x", "y", "r", "strokePx"),
        dashPx: item.dashPx.map((px) => px * factor),
      };
    case "curve":
      return {
        ...item,
        ...at(item, "x1", "y1", "cx", "cy", "x2", "y2", "strokePx"),
        dashPx: item.dashPx.map((px) => px * factor),
      };
    case "icon":
      return { ...item, ...at(item, "x", "y", "sizePx") };
    case "words":
      return { ...item, ...at(item, "x", "y", "sizePx", "widthPx") };
    case "box":
      return { ...item, ...at(item, "x", "y", "width", "height", "radiusPx", "strokePx") };
  }
}

export function scaledDrawing(drawing: Drawing, factor: number): Drawing {
  return {
    ...drawing,
    width: drawing.width * factor,
    height: drawing.height * factor,
    items: drawing.items.map((item) => scaled(item, factor)),
  };
}

/** The rectangle that an item lies in; for a curve it may be somewhat larger than the curve. */
export function reachOf(item: DrawingItem): Rectangle {
  switch (item.shape) {
    case "disc": {
      const reach = item.r + (item.stroke === null ? 0 : item.strokePx / 2);
      return { x: item.x - reach, y: item.y - reach, width: 2 * reach, height: 2 * reach };
    }
    case "curve": {
      const half = item.strokePx / 2;
      const left = Math.min(item.x1, item.cx, item.x2) - half;
      const top = Math.min(item.y1, item.cy, item.y2) - half;
      const right = Math.max(item.x1, item.cx, item.x2) + half;
      const bottom = Math.max(item.y1, item.cy, item.y2) + half;
      return { x: left, y: top, width: right - left, height: bottom - top };
    }
    case "icon":
      return { x: item.x, y: item.y, width: item.sizePx, height: item.sizePx };
    case "words": {
      const share = { left: 0, center: 0.5, right: 1 }[item.align];
      const height = item.lines.length * item.sizePx * item.lineHeight;
      return { x: item.x - item.widthPx * share, y: item.y, width: item.widthPx, height };
    }
    case "box":
      return { x: item.x, y: item.y, width: item.width, height: item.height };
  }
}
