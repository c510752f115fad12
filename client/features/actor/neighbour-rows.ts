/** The neighbours in the order of the answer, each with how it is linked with the actor in the middle. */
import type { NeighboursResult } from "../../../server/contract/explore.ts";
import type { LinkType } from "../../../server/contract/vocabulary.ts";

export interface NeighbourRow {
  actor: NeighboursResult["actors"][number];
  /** Each type and direction once; `out`: read from the actor in the middle. */
  verbs: { type: LinkType; direction: "out" | "in" }[];
}

export function neighbourRows(result: NeighboursResult, centre: string): NeighbourRow[] {
  const rows = new Map<string, NeighbourRow>();
  for (const actor of result.actors) {
    if (actor.id !== centre) rows.set(actor.id, { actor, verbs: [] });
  }
  for (const { source, target, type } of result.links) {
    if (source !== centre && target !== centre) continue;
    const direction = source === centre ? "out" : "in";
    const verbs = rows.get(direction === "out" ? target : source)?.verbs;
    const isKnown = verbs?.some((verb) => verb.type === type && verb.direction === direction);
    if (verbs && !isKnown) verbs.push({ type, direction });
  }
  return [...rows.values()];
}
