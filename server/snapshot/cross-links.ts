/**
 * Cross-links between all pairs of a choice of groups: links by type, joint projects and bridges, in one walk
 * over links, projects and actors. A pair that is structure (nested, succession) is never counted.
 */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { u8, u32 } from "./cells.ts";
import { buildExtents, type Extents, structurePairs } from "./extents.ts";
import { linkRoles, NOT_COUNTED, PROJECT_KIND } from "./link-roles.ts";
import { forEachProject } from "./projects.ts";
import type { Selection } from "./selection.ts";
import type { Snapshot } from "./snapshot.ts";

/** Square tables, filled at a · n + b for positions a < b. */
export interface CrossLinkTable {
  /** Number of groups, n. */
  size: number;
  links: Uint32Array;
  projects: Uint32Array;
  bridges: Uint32Array;
  /** Links of one type, by index into LINK_TYPES; `undefined` for a type that does not occur. */
  byType: (Uint32Array | undefined)[];
}

type PairExtents = Extents & { isStructure: Uint8Array };

export function countCrossLinks(
  snapshot: Snapshot,
  selection: Selection,
  groups: readonly number[],
): CrossLinkTable {
  const size = groups.length;
  const table: CrossLinkTable = {
    size,
    links: new Uint32Array(size * size),
    projects: new Uint32Array(size * size),
    bridges: new Uint32Array(size * size),
    byType: LINK_TYPES.map(() => undefined),
  };
  const extents = {
    ...buildExtents(snapshot, selection, groups),
    isStructure: structurePairs(snapshot, groups),
  };
  countBridges(snapshot, selection, extents, table.bridges);
  countLinks(snapshot, selection, extents, table);
  countProjects(snapshot, selection, extents, table.projects);
  return table;
}

function countBridges(
  snapshot: Snapshot,
  selection: Selection,
  { ofActor, isStructure, groups }: PairExtents,
  bridges: Uint32Array,
): void {
  const size = groups.length;
  const { kind } = snapshot.data.actors;
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    const start = u32(ofActor.offsets, actor);
    const end = u32(ofActor.offsets, actor + 1);
    if (end - start < 2 || selection.actors[actor] !== 1 || kind[actor] === PROJECT_KIND) continue;
    for (let i = start; i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const cell = u32(ofActor.values, i) * size + u32(ofActor.values, j);
        if (isStructure[cell] !== 1) bridges[cell] = u32(bridges, cell) + 1;
      }
    }
  }
}

function countLinks(
  snapshot: Snapshot,
  selection: Selection,
  { ofActor, isStructure, groups }: PairExtents,
  table: CrossLinkTable,
): void {
  const size = groups.length;
  const { links } = snapshot.data;
  const roles = linkRoles(snapshot);
  const { offsets, values } = ofActor;
  for (let link = 0; link < links.count; link += 1) {
    if (selection.links[link] !== 1 || (u8(roles, link) & NOT_COUNTED) !== 0) continue;
    const source = u32(links.source, link);
    const target = u32(links.target, link);
    const [fromSource, toSource] = [u32(offsets, source), u32(offsets, source + 1)];
    const [fromTarget, toTarget] = [u32(offsets, target), u32(offsets, target + 1)];
    for (let i = fromSource; i < toSource; i += 1) {
      const a = u32(values, i);
      if (holds(values, fromTarget, toTarget, a)) continue;
      for (let j = fromTarget; j < toTarget; j += 1) {
        const b = u32(values, j);
        if (holds(values, fromSource, toSource, b)) continue;
        const cell = a < b ? a * size + b : b * size + a;
        if (isStructure[cell] === 1) continue;
        const type = u8(links.type, link);
        table.byType[type] ??= new Uint32Array(size * size);
        const ofType = table.byType[type];
        table.links[cell] = u32(table.links, cell) + 1;
        ofType[cell] = u32(ofType, cell) + 1;
      }
    }
  }
}

function holds(values: Uint32Array, start: number, end: number, wanted: number): boolean {
  for (let i = start; i < end; i += 1) if (values[i] === wanted) return true;
  return false;
}

/**
 * A project counts for (a, b) when some participant is in a only and another in b only: when neither group's
 * participants include all of the other's.
 */
function countProjects(
  snapshot: Snapshot,
  selection: Selection,
  { ofActor, isStructure, groups }: PairExtents,
  projects: Uint32Array,
): void {
  const size = groups.length;
  const { offsets, values } = ofActor;
  const inGroup = new Uint32Array(size);
  const inBoth = new Uint32Array(size * size);
  const present = new Uint32Array(size);
  forEachProject(snapshot, selection, (participants, count) => {
    if (count < 2) return;
    let presentCount = 0;
    for (let p = 0; p < count; p += 1) {
      const actor = u32(participants, p);
      const end = u32(offsets, actor + 1);
      for (let i = u32(offsets, actor); i < end; i += 1) {
        const a = u32(values, i);
        if (inGroup[a] === 0) {
          present[presentCount] = a;
          presentCount += 1;
        }
        inGroup[a] = u32(inGroup, a) + 1;
        // Positions ascend within a row, so that a < b.
        for (let j = i + 1; j < end; j += 1) {
          const cell = a * size + u32(values, j);
          inBoth[cell] = u32(inBoth, cell) + 1;
        }
      }
    }
    for (let i = 0; i < presentCount; i += 1) {
      for (let j = 0; j < presentCount; j += 1) {
        const [a, b] = [u32(present, i), u32(present, j)];
        if (a >= b) continue;
        const cell = a * size + b;
        const both = u32(inBoth, cell);
        inBoth[cell] = 0;
        if (both < u32(inGroup, a) && both < u32(inGroup, b) && isStructure[cell] !== 1) {
          projects[cell] = u32(projects, cell) + 1;
        }
      }
    }
    for (let i = 0; i < presentCount; i += 1) inGroup[u32(present, i)] = 0;
  });
}
