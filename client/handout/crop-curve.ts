/** The parts of a curve that lie in the picture: PowerPoint has no frame that would hide the others. */
import type { Curve } from "../drawing/drawing.ts";

export interface CurvePiece {
  x1: number;
  y1: number;
  cx: number;
  cy: number;
  x2: number;
  y2: number;
}

/** Whole where it lies inside, several pieces where it leaves the picture and comes back, none where it only passes by. */
export function piecesInside(
  curve: Curve,
  { width, height }: { width: number; height: number },
): CurvePiece[] {
  const { x1, y1, cx, cy, x2, y2 } = curve;
  const isIn = (x: number, y: number) => x >= 0 && x <= width && y >= 0 && y <= height;
  // A curve never leaves the triangle of its three points.
  if (isIn(x1, y1) && isIn(cx, cy) && isIn(x2, y2)) return [{ x1, y1, cx, cy, x2, y2 }];
  const cuts = [
    0,
    ...crossings(x1, cx, x2, 0),
    ...crossings(x1, cx, x2, width),
    ...crossings(y1, cy, y2, 0),
    ...crossings(y1, cy, y2, height),
    1,
  ].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    const middle = (from + to) / 2;
    const isInside = to > from && isIn(at(x1, cx, x2, middle), at(y1, cy, y2, middle));
    return isInside ? [piece(curve, from, to)] : [];
  });
}

/** Where a quadratic curve in one direction has that value, strictly between its ends. */
function crossings(from: number, control: number, to: number, value: number): number[] {
  const a = from - 2 * control + to;
  const b = 2 * (control - from);
  const c = from - value;
  const isLine = Math.abs(a) < 1e-9;
  const root = Math.sqrt(b * b - 4 * a * c);
  const found = isLine ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return found.filter((t) => t > 0 && t < 1);
}

function at(from: number, control: number, to: number, t: number): number {
  return (1 - t) ** 2 * from + 2 * (1 - t) * t * control + t ** 2 * to;
}

function piece({ x1, y1, cx, cy, x2, y2 }: CurvePiece, from: number, to: number): CurvePiece {
  const control = (a: number, b: number, c: number) =>
    (1 - from) * ((1 - to) * a + to * b) + from * ((1 - to) * b + to * c);
  return {
    x1: at(x1, cx, x2, from),
    y1: at(y1, cy, y2, from),
    cx: control(x1, cx, x2),
    cy: control(y1, cy, y2),
    x2: at(x1, cx, x2, to),
    y2: at(y1, cy, y2, to),
  };
}
