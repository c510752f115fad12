/** The groups of some kinds that a picture or a matrix shows, and their cross-links as the wire says them. */
import type { CrossLinkCount } from "../contract/explore.ts";
import { ACTOR_KINDS, type GroupKind } from "../contract/vocabulary.ts";
import type { CrossLinkTable } from "../snapshot/cross-links.ts";
import { at, type Snapshot } from "../snapshot/snapshot.ts";
import { countsByType } from "./refs.ts";

const MAX_GROUPS = 600;

/** Group numbers, the largest first (ties by id), at most 600; `total` counts all of these kinds. */
export function groupsOfKinds(
  snapshot: Snapshot,
  kinds: readonly GroupKind[],
): { groups: number[]; total: number } {
  const { size } = snapshot.data.groups;
  const wanted = new Set(kinds.map((kind) => ACTOR_KINDS.indexOf(kind)));
  const all = Array.from({ length: snapshot.groupCount }, (_, group) => group).filter((group) =>
    wanted.has(at(snapshot.data.actors.kind, snapshot.groupActor(group))),
  );
  all.sort((a, b) => at(size, b) - at(size, a) || a - b);
  return { groups: all.slice(0, MAX_GROUPS), total: all.length };
}

/** A pair of positions a < b of a table with something in it, strongest first; ties by position. */
export function strongestPairs(table: CrossLinkTable): { a: number; b: number; cell: number }[] {
  const strength = (cell: number) =>
    at(table.links, cell) + at(table.projects, cell) + at(table.bridges, cell);
  const pairs: { a: number; b: number; cell: number }[] = [];
  for (let a = 0; a < table.size; a += 1) {
    for (let b = a + 1; b < table.size; b += 1) {
      const cell = a * table.size + b;
      if (strength(cell) > 0) pairs.push({ a, b, cell });
    }
  }
  return pairs.sort((one, two) => strength(two.cell) - strength(one.cell) || one.cell - two.cell);
}

export function cellCounts(table: CrossLinkTable, cell: number): Omit<CrossLinkCount, "a" | "b"> {
  return {
    links: at(table.links, cell),
    projects: at(table.projects, cell),
    bridges: at(table.bridges, cell),
    types: countsByType((type) => table.byType[type]?.[cell] ?? 0),
  };
}
