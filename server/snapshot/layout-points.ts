/**
 * Who lies beside whom in a family's rectangle: places on a grid, shared out so that what links them to each other
 * and to the outside is short. Sizes come later, so that a group that grows keeps its neighbours.
 */

export interface Point {
  x: number;
  y: number;
}

export interface Anchor extends Point {
  affinity: number;
}

export interface PointTask {
  width: number;
  height: number;
  /** Symmetric, by position; 0 = nothing in common. */
  affinity: readonly (readonly number[])[];
  /** What each point is linked with outside the rectangle, in its coordinates. */
  anchors: readonly (readonly Anchor[])[];
}

const MAX_SWAP_ROUNDS = 12;
/** Share of the length of all that links two points by which a swap has to shorten it. */
const WORTH_A_SWAP = 0.02;

/** `start` are points of an earlier arrangement, in place of a grid in the given order. */
export function arrangePoints(task: PointTask, start?: readonly Point[]): Point[] {
  const points = start ? start.map((point) => ({ ...point })) : grid(task);
  swapToShorten(task, points);
  return points;
}

/** Rows of almost equal length over the whole rectangle. */
function grid({ affinity, width, height }: PointTask): Point[] {
  const count = affinity.length;
  const rows = Math.min(count, Math.max(1, Math.round(Math.sqrt((count * height) / width))));
  return Array.from({ length: rows }, (_, row) => {
    const columns = Math.floor(((row + 1) * count) / rows) - Math.floor((row * count) / rows);
    return Array.from({ length: columns }, (_, column) => ({
      x: ((column + 0.5) / columns) * width,
      y: ((row + 0.5) / rows) * height,
    }));
  }).flat();
}

/** Swaps two places while that clearly shortens what links them. */
function swapToShorten({ affinity, anchors }: PointTask, points: Point[]): void {
  const costAt = (i: number, place: Point, except: number) => {
    let cost = 0;
    for (const anchor of anchors[i] ?? []) {
      cost += anchor.affinity * length(anchor.x - place.x, anchor.y - place.y);
    }
    points.forEach((other, j) => {
      if (j === i || j === except) return;
      cost += (affinity[i]?.[j] ?? 0) * length(other.x - place.x, other.y - place.y);
    });
    return cost;
  };
  for (let round = 0; round < MAX_SWAP_ROUNDS; round += 1) {
    let isBetter = false;
    for (let i = 0; i < points.length; i += 1) {
      for (let j = i + 1; j < points.length; j += 1) {
        const [one, two] = [points[i], points[j]];
        if (!one || !two) continue;
        const now = costAt(i, one, j) + costAt(j, two, i);
        const then = costAt(i, two, j) + costAt(j, one, i);
        if (then > now * (1 - WORTH_A_SWAP)) continue;
        points[i] = two;
        points[j] = one;
        isBetter = true;
      }
    }
    if (!isBetter) return;
  }
}

function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
