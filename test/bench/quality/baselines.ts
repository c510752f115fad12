/** What paths are compared with: distances over the links as they stand, without any model of ties. */
import { at, type Snapshot } from "../../../server/snapshot/snapshot.ts";
import type { TieGraph } from "../../../server/snapshot/ties.ts";

/** Every link is one hop; actors of `without` are left out. */
export function hopGraph(snapshot: Snapshot, without: ReadonlySet<number> = new Set()): TieGraph {
  const offsets = new Uint32Array(snapshot.actorCount + 1);
  const targets: number[] = [];
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (!without.has(actor)) {
      const others = new Set<number>();
      for (const link of snapshot.linksOf(actor)) others.add(snapshot.otherEnd(link, actor));
      for (const other of [...others].sort((a, b) => a - b)) {
        if (!without.has(other)) targets.push(other);
      }
    }
    offsets[actor + 1] = targets.length;
  }
  return {
    offsets,
    targets: Uint32Array.from(targets),
    costs: new Float64Array(targets.length).fill(1),
  };
}

/** A hop costs 1, and passing an actor ½ ln of its degree: half of it at each of its two hops. */
export function degreeGraph(hops: TieGraph): TieGraph {
  const { offsets, targets } = hops;
  const costs = new Float64Array(targets.length);
  for (let actor = 0; actor < offsets.length - 1; actor += 1) {
    for (let arc = at(offsets, actor); arc < at(offsets, actor + 1); arc += 1) {
      costs[arc] = 1 + endShare(hops, actor) + endShare(hops, at(targets, arc));
    }
  }
  return { offsets, targets, costs };
}

/** What `degreeGraph` charges for an actor at the end of a path. */
export function endShare({ offsets }: TieGraph, actor: number): number {
  return Math.log(Math.max(1, at(offsets, actor + 1) - at(offsets, actor))) / 4;
}
