/** Walking the picture with arrow keys: which of the drawn points lies next in a direction. */

export interface Place {
  id: string;
  /** CSS pixels, y downwards. */
  x: number;
  y: number;
}

export type Direction = "up" | "down" | "left" | "right";

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export function directionOf(key: string): Direction | null {
  return ARROWS[key] ?? null;
}

/** How much a step aside counts against a step ahead. */
const ASIDE = 2;

/**
 * The nearest place within 60° of the direction; where there is none, the nearest of those that lie ahead at all;
 * `null` at the edge of the picture.
 */
export function nextPlace(
  places: readonly Place[],
  from: Place,
  direction: Direction,
): Place | null {
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (place.id === from.id) continue;
    const cost = stepCost(place.x - from.x, place.y - from.y, direction);
    if (cost < bestCost || (cost === bestCost && best !== null && place.id < best.id)) {
      best = place;
      bestCost = cost;
    }
  }
  return bestCost === Number.POSITIVE_INFINITY ? null : best;
}

function stepCost(dx: number, dy: number, direction: Direction): number {
  const ahead = { up: -dy, down: dy, left: -dx, right: dx }[direction];
  const aside = Math.abs(direction === "up" || direction === "down" ? dx : dy);
  if (ahead <= 0.5) return Number.POSITIVE_INFINITY;
  const isWide = aside > ahead * Math.sqrt(3);
  return ahead + aside * ASIDE + (isWide ? 1e6 : 0);
}
