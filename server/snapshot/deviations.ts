/** The classes that the k cheapest paths are split into (Lawler 1972), and the queue that they wait in. */
import { compareNodes } from "./path.ts";

/** A class of paths: those that begin with `root` and do not go on to one of `banned`. */
export interface Deviation {
  root: number[];
  rootCost: number;
  banned: readonly number[];
  /** Cost of its best path; a lower bound as long as `path` is null. */
  cost: number;
  path: number[] | null;
}

export class DeviationQueue {
  readonly #items: Deviation[] = [];

  /** Null: an empty class. */
  push(deviation: Deviation | null): void {
    if (deviation === null) return;
    const items = this.#items;
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(deviation, items[middle] as Deviation)) high = middle;
      else low = middle + 1;
    }
    items.splice(low, 0, deviation);
  }

  shift(): Deviation | undefined {
    return this.#items.shift();
  }
}

/** By cost; a bound before a path of the same cost, as it may hide one that comes first; then by actors' numbers. */
function isBefore(a: Deviation, b: Deviation): boolean {
  const difference = a.cost - b.cost;
  if (difference !== 0) return difference < 0;
  if (a.path === null || b.path === null) return a.path === null && b.path !== null;
  return compareNodes(a.path, b.path) < 0;
}

/** The classes that are left of one when its best path is taken out: one for each actor that a path can leave it at. */
export function split(
  { root, rootCost, banned }: Deviation,
  path: readonly number[],
  hop: (from: number, to: number) => number,
): Pick<Deviation, "root" | "rootCost" | "banned">[] {
  const classes: Pick<Deviation, "root" | "rootCost" | "banned">[] = [];
  let cost = rootCost;
  for (let i = root.length - 1; i < path.length - 1; i += 1) {
    const [here, following] = [path[i] as number, path[i + 1] as number];
    const isSpur = i === root.length - 1;
    classes.push({
      root: path.slice(0, i + 1),
      rootCost: cost,
      banned: isSpur ? [...banned, following] : [following],
    });
    cost += hop(here, following);
  }
  return classes;
}
