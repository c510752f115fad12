/** The groups of some kinds that a picture or a matrix shows, and their cross-links as the wire says them. */
import type { CrossLinkCount } from "../contract/explore.ts";
import { ACTOR_KINDS, type GroupKind } from "../contract/vocabulary.ts";
import { u8, u32 } from "../snapshot/cells.ts";
import type { CrossLinkTable } from "../snapshot/cross-links.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
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
    wanted.has(u8(snapshot.data.actors.kind, snapshot.groupActor(group))),
  );
  all.sort((a, b) => u32(size, b) - u32(size, a) || a - b);
  return { groups: all.slice(0, MAX_GROUPS), total: all.length };
}

/** A pair of positions a < b of a table with something in it, strongest first; ties by position. */
export function strongestPairs(table: CrossLinkTable): { a: number; b: number; cell: number }[] {
  const strength = (cell: number) =>
    u32(table.links, cell) + u32(table.projects, cell) + u32(table.bridges, cell);
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
    links: u32(table.links, cell),
    projects: u32(table.projects, cell),
    bridges: u32(table.bridges, cell),
    types: countsByType((type) => table.byType[type]?.[cell] ?? 0),
  };
}
