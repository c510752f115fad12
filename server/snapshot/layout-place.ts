/**
 * Gives the groups of one family their room in a rectangle: no disc or label over another, neighbours stay
 * neighbours, the rest of the room is shared out evenly.
 */
import { type Extent, extentOfShape, type Shape, separation } from "./layout-boxes.ts";
import type { Point } from "./layout-points.ts";

export interface PlaceTask {
  shapes: readonly Shape[];
  /** Where each would like to be. */
  wishes: readonly Point[];
  width: number;
  height: number;
  /** How often to try a smaller rectangle. */
  maxShrinks: number;
}

export interface Placement {
  x: number[];
  y: number[];
  width: number;
  height: number;
}

/** Between two discs or labels. */
const GAP = 16;
/** Room that neighbours give each other where there is any. */
const SOFT_GAP = 46;
const SETTLE_STEPS = 90;
const RESOLVE_STEPS = 40;
const MAX_GROWTHS = 120;

export function placeInRectangle(task: PlaceTask): Placement {
  const extents = task.shapes.map(extentOfShape);
  const state: Placement = {
    x: task.wishes.map(({ x }) => x),
    y: task.wishes.map(({ y }) => y),
    width: Math.max(task.width, ...extents.map(({ left, right }) => left + right)),
    height: Math.max(task.height, ...extents.map(({ top, bottom }) => top + bottom)),
  };
  settle(task, extents, state);
  for (let growth = 0; growth < MAX_GROWTHS; growth += 1) {
    if (resolveOverlaps(task, extents, state)) break;
    scale(state, 1.02);
  }
  return compact(task, extents, state);
}

/** Shelves from left to right in the given order. */
export function placeInRows(shapes: readonly Shape[], width: number): Placement {
  const x: number[] = [];
  const y: number[] = [];
  let left = 0;
  let top = 0;
  let height = 0;
  let widest = 0;
  for (const shape of shapes) {
    const extent = extentOfShape(shape);
    if (left > 0 && left + extent.left + extent.right > width) {
      left = 0;
      top += height + GAP;
      height = 0;
    }
    x.push(left + extent.left);
    y.push(top + extent.top);
    left += extent.left + extent.right + GAP;
    height = Math.max(height, extent.top + extent.bottom);
    widest = Math.max(widest, left - GAP);
  }
  return { x, y, width: Math.max(width, widest), height: top + height };
}

/** Takes back what room the shapes do not need. */
function compact(task: PlaceTask, extents: readonly Extent[], placed: Placement): Placement {
  let best = placed;
  for (let step = 0; step < task.maxShrinks; step += 1) {
    const tighter = { ...best, x: [...best.x], y: [...best.y] };
    scale(tighter, 0.98);
    if (!resolveOverlaps(task, extents, tighter)) break;
    best = tighter;
  }
  return best;
}

/** Lets the shapes take their room little by little, so that neighbours stay neighbours. */
function settle(task: PlaceTask, extents: readonly Extent[], state: Placement): void {
  for (let step = 0; step < SETTLE_STEPS; step += 1) {
    const share = Math.min(1, (step + 1) / (SETTLE_STEPS * 0.6));
    pushApart(task.shapes, state, SOFT_GAP * share, 0.12 * share);
    pushApart(task.shapes, state, GAP * share, 0.5 * share);
    keepInside(extents, state);
  }
}

/** Whether no two shapes overlap in the end. */
function resolveOverlaps(
  { shapes }: PlaceTask,
  extents: readonly Extent[],
  state: Placement,
): boolean {
  for (let step = 0; step < RESOLVE_STEPS; step += 1) {
    const deepest = pushApart(shapes, state, GAP, 0.55);
    keepInside(extents, state);
    if (deepest < 0.5) return true;
  }
  return false;
}

/** One sweep over all pairs; returns the deepest overlap that it met. */
function pushApart(
  shapes: readonly Shape[],
  { x, y }: Placement,
  gap: number,
  strength: number,
): number {
  let deepest = 0;
  for (let i = 0; i < shapes.length; i += 1) {
    const a = shapes[i];
    for (let j = i + 1; a && j < shapes.length; j += 1) {
      const b = shapes[j];
      if (!b) continue;
      const push = separation(a, b, get(x, j) - get(x, i), get(y, j) - get(y, i), gap);
      if (!push) continue;
      deepest = Math.max(deepest, Math.abs(push.x) + Math.abs(push.y));
      // The larger one gives way less.
      const shareOfB = (a.r + 20) / (a.r + b.r + 40);
      x[i] = get(x, i) - push.x * strength * (1 - shareOfB) * 2;
      y[i] = get(y, i) - push.y * strength * (1 - shareOfB) * 2;
      x[j] = get(x, j) + push.x * strength * shareOfB * 2;
      y[j] = get(y, j) + push.y * strength * shareOfB * 2;
    }
  }
  return deepest;
}

function keepInside(extents: readonly Extent[], { x, y, width, height }: Placement): void {
  extents.forEach(({ left, right, top, bottom }, i) => {
    x[i] = clamp(get(x, i), left, width - right);
    y[i] = clamp(get(y, i), top, height - bottom);
  });
}

function scale(state: Placement, factor: number): void {
  state.width *= factor;
  state.height *= factor;
  state.x = state.x.map((value) => value * factor);
  state.y = state.y.map((value) => value * factor);
}

function get(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
