/**
 * Making room for what has grown: everything else moves straight away from it, all by the same length. So nothing
 * that was apart comes to overlap, neighbours stay neighbours, and taking the growth back takes all back.
 */
import type { Circle } from "./geometry.ts";

/** Room between a hull and the discs around it: one line of a name. */
export const SPREAD_GAP = 22;

/** The circles (those that lie outside of `grown` before it grew), in the same order, moved. */
export function spreadAround(grown: Circle, others: readonly Circle[], gap = SPREAD_GAP): Circle[] {
  let push = 0;
  for (const other of others) {
    const distance = Math.hypot(other.x - grown.x, other.y - grown.y);
    push = Math.max(push, grown.r + other.r + gap - distance);
  }
  return others.map((other) => {
    const dx = other.x - grown.x;
    const dy = other.y - grown.y;
    const distance = Math.hypot(dx, dy);
    // In the very middle there is no direction: to the right.
    const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
    return { x: other.x + ux * push, y: other.y + uy * push, r: other.r };
  });
}

/** The smallest circle around `middle` that holds the others with a margin. */
export function circleAround(
  middle: { x: number; y: number },
  held: readonly Circle[],
  margin: number,
): Circle {
  const reach = (circle: Circle) => Math.hypot(circle.x - middle.x, circle.y - middle.y) + circle.r;
  return { ...middle, r: held.reduce((most, circle) => Math.max(most, reach(circle)), 0) + margin };
}

/** Nearly the smallest circle around all: towards the farthest one, in ever shorter steps (Bădoiu and Clarkson). */
export function enclosingCircle(circles: readonly Circle[]): Circle {
  const [first] = circles;
  if (!first) return { x: 0, y: 0, r: 0 };
  let { x, y } = first;
  for (let step = 1; step <= ENCLOSING_STEPS; step++) {
    const far = farthest(x, y, circles);
    const distance = Math.hypot(far.x - x, far.y - y);
    if (distance === 0) break;
    // The farthest point of the farthest circle.
    const reach = (distance + far.r) / distance / (step + 1);
    x += (far.x - x) * reach;
    y += (far.y - y) * reach;
  }
  return circleAround({ x, y }, circles, 0);
}

const ENCLOSING_STEPS = 400;

function farthest(x: number, y: number, circles: readonly Circle[]): Circle {
  let best: Circle = { x, y, r: 0 };
  let most = Number.NEGATIVE_INFINITY;
  for (const circle of circles) {
    const reach = Math.hypot(circle.x - x, circle.y - y) + circle.r;
    if (reach > most) {
      best = circle;
      most = reach;
    }
  }
  return best;
}
