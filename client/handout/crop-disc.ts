/** The part of a disc that lies in the picture, as corners: PowerPoint has no frame that would hide the rest. */
import type { Disc } from "../drawing/drawing.ts";

/** A disc that stands out less than this stays a disc. */
const TOLERANCE_PX = 24;
const CORNERS = 120;

interface Corner {
  x: number;
  y: number;
}

/** `null` where the disc lies inside, or nearly; no corners where it lies outside. */
export function discInside(
  { x, y, r }: Disc,
  { width, height }: { width: number; height: number },
): Corner[] | null {
  const out = Math.max(r - x, r - y, x + r - width, y + r - height);
  if (out <= TOLERANCE_PX) return null;
  const circle = Array.from({ length: CORNERS }, (_, index): Corner => {
    const angle = (index / CORNERS) * 2 * Math.PI;
    return { x: x + r * Math.cos(angle), y: y + r * Math.sin(angle) };
  });
  const left = cut(circle, (corner) => corner.x);
  const right = cut(left, (corner) => width - corner.x);
  const top = cut(right, (corner) => corner.y);
  return cut(top, (corner) => height - corner.y);
}

/** What of a convex shape lies on the side where `inside` is not negative. */
function cut(corners: readonly Corner[], inside: (corner: Corner) => number): Corner[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [inside(corner), inside(next)];
    const kept = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    const border = {
      x: corner.x + (next.x - corner.x) * share,
      y: corner.y + (next.y - corner.y) * share,
    };
    return [...kept, border];
  });
}
