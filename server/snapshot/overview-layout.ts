/**
 * Where everything lies in the overview's plane (CSS pixels of a picture of about 1200 × 800, y grows
 * downwards, labels hang below their disc). Pure and deterministic: the same graph gives the same picture.
 */
import { ACTOR_KINDS, OVERVIEW_KINDS } from "../contract/vocabulary.ts";
import { i32, u8 } from "./cells.ts";
import { layoutActors } from "./layout-actors.ts";
import { type Disc, layoutGroups } from "./layout-groups.ts";
import { Snapshot, type SnapshotData } from "./snapshot.ts";

/** The snapshot before it has a layout. */
export type LayoutInput = Omit<SnapshotData, "actors" | "groups"> & {
  actors: Omit<SnapshotData["actors"], "x" | "y">;
  groups: Omit<SnapshotData["groups"], "radius">;
};

/** `x`, `y` by actor number, `radius` by group number. */
export interface OverviewLayout {
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
}

const PLANE = { width: 1170, height: 820 };
/** Groups of the other kinds stand to the right of the overview. */
const SIDE_PLANE = { width: 760, height: 800 };
const SIDE_GAP = 140;

const OVERVIEW = new Set(OVERVIEW_KINDS.map((kind) => ACTOR_KINDS.indexOf(kind)));

export function layoutOverview(input: LayoutInput): OverviewLayout {
  const x = new Float64Array(input.actors.count);
  const y = new Float64Array(input.actors.count);
  const radius = new Float64Array(input.groups.count);
  const snapshot = new Snapshot({
    ...input,
    actors: { ...input.actors, x, y },
    groups: { ...input.groups, radius },
  });
  const kindOf = (group: number) => u8(input.actors.kind, snapshot.groupActor(group));
  const all = Array.from({ length: input.groups.count }, (_, group) => group);
  const main = layoutGroups(snapshot, {
    groups: all.filter((group) => OVERVIEW.has(kindOf(group))),
    familyOf: (group) => i32(input.groups.family, group),
    plane: PLANE,
    isPlain: false,
  });
  const side = layoutGroups(snapshot, {
    groups: all.filter((group) => !OVERVIEW.has(kindOf(group))),
    familyOf: kindOf,
    plane: SIDE_PLANE,
    isPlain: true,
  });
  const write = (discs: readonly Disc[], dx: number) => {
    for (const disc of discs) {
      const actor = snapshot.groupActor(disc.group);
      x[actor] = disc.x + dx;
      y[actor] = disc.y;
      radius[disc.group] = disc.r;
    }
  };
  write(main.discs, 0);
  const width = side.bounds.right - side.bounds.left;
  write(side.discs, main.bounds.right + SIDE_GAP + width / 2);
  layoutActors(snapshot, x, y, {
    ...main.bounds,
    right: side.discs.length > 0 ? main.bounds.right + SIDE_GAP + width : main.bounds.right,
    bottom: Math.max(main.bounds.bottom, side.bounds.bottom),
  });
  return { x, y, radius };
}
