/**
 * A group as the layout moves it: a disc with its label hanging below, nested groups packed inside. Distances
 * between two such shapes are exact for the disc and the label, not for a box around both.
 */
import type { LabelSize } from "./layout-labels.ts";

/** Between a disc and its label. */
const LABEL_GAP = 4;
const NESTED_GAP = 8;
const NESTED_PADDING = 7;
/** Up to this many nested groups every way to share them out among rows is tried. */
const MAX_EXHAUSTIVE = 8;

export interface Shape {
  r: number;
  label: LabelSize;
}

export interface Nested<T extends Shape> {
  shape: T;
  /** From the centre of the surrounding disc. */
  dx: number;
  dy: number;
}

export interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far a shape reaches from the centre of its disc. */
export function extentOfShape({ r, label }: Shape): Extent {
  const half = Math.max(r, label.width / 2);
  return { left: half, right: half, top: r, bottom: r + LABEL_GAP + label.height };
}

/** How far b has to move away from a for a gap between them; `null` when it is there. */
export function separation(
  a: Shape,
  b: Shape,
  dx: number,
  dy: number,
  gap: number,
): { x: number; y: number } | null {
  const reachX = Math.max(a.r, a.label.width / 2) + Math.max(b.r, b.label.width / 2) + gap;
  if (dx >= reachX || dx <= -reachX) return null;
  if (dy >= a.r + LABEL_GAP + a.label.height + b.r + gap) return null;
  if (-dy >= b.r + LABEL_GAP + b.label.height + a.r + gap) return null;
  const labelA = labelCentre(a);
  const labelB = labelCentre(b);
  const pushes = [
    circles(dx, dy, a.r + b.r + gap),
    rectangles(
      dx,
      dy + labelB - labelA,
      (a.label.width + b.label.width) / 2 + gap,
      (a.label.height + b.label.height) / 2 + gap / 2,
    ),
    circleToRectangle(dx, dy + labelB, a.r + gap, b.label),
    reversed(circleToRectangle(-dx, labelA - dy, b.r + gap, a.label)),
  ];
  let best: { x: number; y: number } | null = null;
  for (const push of pushes) {
    if (push && (!best || length(push) > length(best))) best = push;
  }
  return best;
}

/** Packs shapes in rows so that the circle around them is smallest; `r` is its radius. */
export function packInside<T extends Shape>(
  shapes: readonly T[],
): { r: number; nested: Nested<T>[] } {
  let best: { r: number; nested: Nested<T>[] } = { r: Number.POSITIVE_INFINITY, nested: [] };
  for (const rows of rowCounts(shapes.length)) {
    const packed = enclose(arrange(shapes, rows));
    if (packed.r < best.r - 0.5) best = packed;
  }
  return best;
}

function labelCentre({ r, label }: Shape): number {
  return r + LABEL_GAP + label.height / 2;
}

function length({ x, y }: { x: number; y: number }): number {
  return Math.sqrt(x * x + y * y);
}

function circles(dx: number, dy: number, least: number): { x: number; y: number } | null {
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= least) return null;
  if (distance < 1e-9) return { x: least, y: 0 };
  const push = (least - distance) / distance;
  return { x: dx * push, y: dy * push };
}

function rectangles(
  dx: number,
  dy: number,
  width: number,
  height: number,
): { x: number; y: number } | null {
  const x = width - Math.abs(dx);
  const y = height - Math.abs(dy);
  if (x <= 0 || y <= 0) return null;
  return x < y ? { x: dx < 0 ? -x : x, y: 0 } : { x: 0, y: dy < 0 ? -y : y };
}

/** The circle lies at the origin, the rectangle's centre at (dx, dy); the push is for the rectangle. */
function circleToRectangle(
  dx: number,
  dy: number,
  radius: number,
  { width, height }: LabelSize,
): { x: number; y: number } | null {
  const nearX = Math.max(dx - width / 2, Math.min(0, dx + width / 2));
  const nearY = Math.max(dy - height / 2, Math.min(0, dy + height / 2));
  if (nearX === 0 && nearY === 0) {
    return rectangles(dx, dy, width / 2 + radius, height / 2 + radius);
  }
  return circles(nearX, nearY, radius);
}

function reversed(push: { x: number; y: number } | null): { x: number; y: number } | null {
  return push && { x: -push.x, y: -push.y };
}

/** Ways to share out n shapes among rows: all of them for few, rows of equal length for many. */
function rowCounts(n: number): number[][] {
  if (n > MAX_EXHAUSTIVE) {
    return Array.from({ length: Math.ceil(Math.sqrt(n)) * 2 }, (_, extra) => {
      const rows = Math.min(n, extra + 1);
      return Array.from(
        { length: rows },
        (_, row) => Math.floor(((row + 1) * n) / rows) - Math.floor((row * n) / rows),
      );
    });
  }
  const all: number[][] = [];
  for (let cuts = 0; cuts < 2 ** (n - 1); cuts += 1) {
    const rows = [1];
    for (let i = 0; i < n - 1; i += 1) {
      if ((cuts >> i) & 1) rows.push(1);
      else rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1;
    }
    all.push(rows);
  }
  return all;
}

function arrange<T extends Shape>(shapes: readonly T[], rows: readonly number[]): Nested<T>[] {
  const nested: Nested<T>[] = [];
  let top = 0;
  let next = 0;
  for (const count of rows) {
    const row = shapes.slice(next, next + count);
    next += count;
    const extents = row.map(extentOfShape);
    const width = extents.reduce((sum, e) => sum + e.left + e.right + NESTED_GAP, -NESTED_GAP);
    const above = Math.max(...extents.map((e) => e.top));
    const below = Math.max(...extents.map((e) => e.bottom));
    let x = -width / 2;
    row.forEach((shape, index) => {
      const { left, right } = extents[index] ?? { left: 0, right: 0 };
      nested.push({ shape, dx: x + left, dy: top + above });
      x += left + right + NESTED_GAP;
    });
    top += above + below + NESTED_GAP;
  }
  return nested;
}

/** Moves the arrangement so that the smallest circle around it has its centre at the origin. */
function enclose<T extends Shape>(nested: Nested<T>[]): { r: number; nested: Nested<T>[] } {
  const points = nested.flatMap(({ shape, dx, dy }) => {
    const half = shape.label.width / 2;
    const bottom = dy + shape.r + LABEL_GAP + shape.label.height;
    return [
      { x: dx, y: dy, r: shape.r },
      { x: dx - half, y: bottom, r: 0 },
      { x: dx + half, y: bottom, r: 0 },
    ];
  });
  let x = 0;
  let y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const reach = (point: { x: number; y: number; r: number }) =>
    Math.sqrt((point.x - x) ** 2 + (point.y - y) ** 2) + point.r;
  for (let step = 2; step < 60; step += 1) {
    const far = points.reduce((most, point) => (reach(point) > reach(most) ? point : most));
    x += (far.x - x) / step;
    y += (far.y - y) / step;
  }
  return {
    r: Math.max(...points.map(reach)) + NESTED_PADDING,
    nested: nested.map((each) => ({ ...each, dx: each.dx - x, dy: each.dy - y })),
  };
}
