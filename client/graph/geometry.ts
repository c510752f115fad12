/** Ribbons as gentle curves between the borders of two discs: shape, thickness, distance, points on them. */

export interface Circle {
  x: number;
  y: number;
  r: number;
}

/** Start, control point and end of a quadratic curve. */
export interface Curve {
  x1: number;
  y1: number;
  cx: number;
  cy: number;
  x2: number;
  y2: number;
}

/** Height of the bend as a share of the length. */
const BEND = 0.06;
const MAX_BEND = 44;
const MIN_WIDTH_PX = 1.5;
const MAX_WIDTH_PX = 14;
/** Where all counts are small, the largest is not drawn as thick as it could be. */
const LEAST_LARGEST = 12;

/**
 * The bend always lies to the same side seen from the smaller id, so that a pair has one shape whichever way round
 * it is given. `bend` 0 is a straight line; `rise` is the height of the bend where it does not follow from the length.
 */
export function ribbonCurve(
  a: Circle,
  b: Circle,
  { bend = 1, rise }: { bend?: number; rise?: number | undefined } = {},
): Curve {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return { x1: a.x, y1: a.y, cx: a.x, cy: a.y, x2: b.x, y2: b.y };
  const [ux, uy] = [dx / length, dy / length];
  // The gap between the borders, or for discs in each other the way between the middles.
  const gap = length - a.r - b.r;
  const from = gap > 0 ? a.r : 0;
  const span = gap > 0 ? gap : length;
  const height = rise ?? Math.min(length * BEND, MAX_BEND, span * 0.5) * bend;
  // A quadratic curve passes half-way between its chord and its control point.
  const cx = a.x + ux * (from + span / 2) - uy * height * 2;
  const cy = a.y + uy * (from + span / 2) + ux * height * 2;
  const start = towards(a, cx, cy);
  const end = towards(b, cx, cy);
  return { x1: start.x, y1: start.y, cx, cy, x2: end.x, y2: end.y };
}

function towards(circle: Circle, x: number, y: number): { x: number; y: number } {
  const distance = Math.hypot(x - circle.x, y - circle.y);
  const share = distance === 0 ? 0 : Math.min(circle.r / distance, 0.98);
  return { x: circle.x + (x - circle.x) * share, y: circle.y + (y - circle.y) * share };
}

export function pointOn(curve: Curve, t: number): { x: number; y: number } {
  const u = 1 - t;
  return {
    x: u * u * curve.x1 + 2 * u * t * curve.cx + t * t * curve.x2,
    y: u * u * curve.y1 + 2 * u * t * curve.cy + t * t * curve.y2,
  };
}

export function lengthOf(curve: Curve): number {
  let length = 0;
  let last = { x: curve.x1, y: curve.y1 };
  for (let step = 1; step <= 8; step++) {
    const next = pointOn(curve, step / 8);
    length += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return length;
}

/** Distance from a point to the curve, taken as twelve straight pieces. */
export function distanceTo(curve: Curve, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let last = { x: curve.x1, y: curve.y1 };
  for (let step = 1; step <= 12; step++) {
    const next = pointOn(curve, step / 12);
    nearest = Math.min(nearest, distanceToSegment(last, next, x, y));
    last = next;
  }
  return nearest;
}

function distanceToSegment(
  a: { x: number; y: number },
  b: { x: number; y: number },
  x: number,
  y: number,
): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / square));
  return Math.hypot(x - a.x - dx * t, y - a.y - dy * t);
}

/** How strong a count is among those of a scene: 0 for one, 1 for the largest; by its square root. */
export function strengthOf(count: number, largest: number): number {
  const most = Math.sqrt(Math.max(largest, LEAST_LARGEST));
  return Math.min(1, Math.max(0, (Math.sqrt(count) - 1) / (most - 1)));
}

/** Thickness of a ribbon at zoom 1. */
export function ribbonWidthPx(strength: number): number {
  return MIN_WIDTH_PX + (MAX_WIDTH_PX - MIN_WIDTH_PX) * strength;
}

/** Ribbons grow more slowly than the plane when one zooms in. */
export function widthAtZoom(widthPx: number, zoom: number): number {
  return Math.max(1, widthPx * Math.min(2.4, Math.max(0.5, zoom ** 0.75)));
}
