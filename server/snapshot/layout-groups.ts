/** Lays out a choice of groups: nested ones inside their parents, families as regions, linked ones near each other. */
import { i32, u32 } from "./cells.ts";
import { countCrossLinks } from "./cross-links.ts";
import { extentOfShape, type Nested, packInside, type Shape } from "./layout-boxes.ts";
import { labelSize } from "./layout-labels.ts";
import { type Placement, placeInRectangle, placeInRows } from "./layout-place.ts";
import { arrangePoints, type Point } from "./layout-points.ts";
import { cutPlane, fitPlan, planRegions, type Region, sizeOfPlan } from "./layout-regions.ts";
import { selectAll } from "./selection.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Disc {
  group: number;
  x: number;
  y: number;
  r: number;
}

export interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Item extends Shape {
  group: number;
  nested: Nested<Item>[];
}

/** Smallest radius of a disc. */
const MIN_RADIUS = 9;
/** Radius of a group with one member: the picture is filled by choosing it between these. */
const MIN_UNIT = 5;
const MAX_UNIT = 15;
/** Share of the plane that discs with their labels and the room around them take. */
const FILL = 0.68;
const ROOM = 22;
const REGION_GAP = 64;
/** For the plan, areas are rounded to powers of this: growth moves a border seldom. */
const AREA_STEP = 1.25;
/** How often the families are arranged, each time seen from where the others came to lie. */
const PASSES = 3;
/** How often a family tries to do with less room. */
const MAX_SHRINKS = 12;
/** Above this many, pairs of groups are too many to look at: rows. */
const MAX_FORCED = 120;
const UNIT: Region = { x: 0, y: 0, width: 1, height: 1 };
/** A family needs this many groups to get a region of its own. */
const MIN_FAMILY = 2;

export interface LayoutTask {
  groups: readonly number[];
  /** Any number for a group, -1 for none. */
  familyOf: (group: number) => number;
  plane: { width: number; height: number };
  /** Rows in the order of ids, for what is seldom looked at: cheap. */
  isPlain: boolean;
}

/** Discs around the origin, and what they take of the plane with their labels. */
export function layoutGroups(
  snapshot: Snapshot,
  { groups, familyOf, plane, isPlain }: LayoutTask,
): { discs: Disc[]; bounds: Bounds } {
  if (groups.length === 0) return { discs: [], bounds: { left: 0, right: 0, top: 0, bottom: 0 } };
  const items = itemsToFill(snapshot, groups, plane.width * plane.height * FILL);
  const families = familiesOf(items, familyOf);
  const affinity = affinities(snapshot, groups, items);
  const areas = families.map((family) => sum(family, (item) => areaOf(items[item])));
  const between = (a: number, b: number) =>
    sum(families[a] ?? [], (i) => sum(families[b] ?? [], (j) => affinity[i]?.[j] ?? 0));
  const ratio = plane.width / plane.height;
  const coarse = areas.map((area) => AREA_STEP ** Math.round(Math.log(area) / Math.log(AREA_STEP)));
  const plan = planRegions(coarse, between, ratio);
  const width = Math.sqrt((sum(areas, (area) => area) / FILL) * ratio);
  const whole = { x: 0, y: 0, width, height: width / ratio };
  const rooms = cutPlane(plan, areas, whole).map((room) => ({
    ...room,
    width: Math.max(1, room.width - REGION_GAP),
    height: Math.max(1, room.height - REGION_GAP),
  }));
  const isInRows = families.map((family) => isPlain || family.length > MAX_FORCED);
  const wishes = arrange(
    families,
    affinity,
    cutPlane(plan, coarse, { ...plane, x: 0, y: 0 }),
    isInRows,
  );
  const placed = families.map((family, index) => {
    const room = rooms[index] ?? whole;
    const shapes = family.flatMap((item) => items[item] ?? []);
    const places = wishes[index] ?? [];
    if (isInRows[index]) return trim(shapes, placeInRows(shapes, room.width));
    return trim(
      shapes,
      placeInRectangle({
        shapes,
        wishes: places.map(({ x, y }) => ({ x: x * room.width, y: y * room.height })),
        width: room.width,
        height: room.height,
        maxShrinks: MAX_SHRINKS,
      }),
    );
  });
  const size = sizeOfPlan(plan, placed, REGION_GAP);
  const bounds = {
    left: -size.width / 2,
    right: size.width / 2,
    top: -size.height / 2,
    bottom: size.height / 2,
  };
  const regions = fitPlan(plan, placed, REGION_GAP, { x: bounds.left, y: bounds.top, ...size });
  const discs: Disc[] = [];
  families.forEach((family, index) => {
    const region = regions[index];
    const placement = placed[index];
    family.forEach((item, position) => {
      const x = (region?.x ?? 0) + (placement?.x[position] ?? 0);
      const y = (region?.y ?? 0) + (placement?.y[position] ?? 0);
      collectDiscs(items[item], x, y, discs);
    });
  });
  return { discs, bounds };
}

/**
 * Who lies where in each family's region, as shares of its width and height: first seen from the middles of the
 * other regions, then from where their groups came to lie.
 */
function arrange(
  families: readonly (readonly number[])[],
  affinity: readonly (readonly number[])[],
  regions: readonly Region[],
  isInRows: readonly boolean[],
): Point[][] {
  const centres = new Map<number, Point>();
  families.forEach((family, index) => {
    const { x, y, width, height } = regions[index] ?? UNIT;
    for (const item of family) centres.set(item, { x: x + width / 2, y: y + height / 2 });
  });
  let arranged: (Point[] | undefined)[] = families.map(() => undefined);
  for (let pass = 0; pass < PASSES; pass += 1) {
    arranged = families.map((family, index) => {
      if (isInRows[index]) return undefined;
      const region = regions[index] ?? UNIT;
      const others = [...centres.keys()].filter((item) => !family.includes(item));
      const anchors = family.map((i) =>
        others.map((j) => {
          const { x, y } = centres.get(j) ?? UNIT;
          return { x: x - region.x, y: y - region.y, affinity: affinity[i]?.[j] ?? 0 };
        }),
      );
      const inFamily = family.map((i) => family.map((j) => affinity[i]?.[j] ?? 0));
      const { width, height } = region;
      return arrangePoints({ width, height, affinity: inFamily, anchors }, arranged[index]);
    });
    families.forEach((family, index) => {
      const region = regions[index] ?? UNIT;
      family.forEach((item, position) => {
        const point = arranged[index]?.[position];
        if (point) centres.set(item, { x: region.x + point.x, y: region.y + point.y });
      });
    });
  }
  return arranged.map((points, index) => {
    const { width, height } = regions[index] ?? UNIT;
    return (points ?? []).map(({ x, y }) => ({ x: x / width, y: y / height }));
  });
}

/** Items for the unit radius with which they take the wanted area, as far as the limits allow. */
function itemsToFill(snapshot: Snapshot, groups: readonly number[], wanted: number): Item[] {
  const areaFor = (unit: number) =>
    buildItems(snapshot, groups, unit).reduce((all, item) => all + areaOf(item), 0);
  let least = MIN_UNIT;
  let most = MAX_UNIT;
  for (let step = 0; step < 6; step += 1) {
    const middle = (least + most) / 2;
    if (areaFor(middle) > wanted) most = middle;
    else least = middle;
  }
  // In steps of a quarter, so that one more member somewhere leaves all other discs as they are.
  return buildItems(snapshot, groups, Math.round(least * 4) / 4);
}

/** Top-level items with the nested ones inside, by group number. */
function buildItems(snapshot: Snapshot, groups: readonly number[], unit: number): Item[] {
  const { parent, size } = snapshot.data.groups;
  const children = new Map<number, number[]>();
  const chosen = new Set(groups);
  for (const group of [...groups].sort((a, b) => a - b)) {
    let outer = i32(parent, group);
    while (outer >= 0 && !chosen.has(outer)) outer = i32(parent, outer);
    children.set(outer, [...(children.get(outer) ?? []), group]);
  }
  const build = (group: number): Item => {
    const actor = snapshot.groupActor(group);
    const name = snapshot.actorName(actor);
    const label = labelSize(name, snapshot.actorNameEn(actor), snapshot.actorShort(actor));
    const own = Math.max(MIN_RADIUS, unit * Math.sqrt(u32(size, group)));
    const inner = (children.get(group) ?? []).map(build);
    if (inner.length === 0) return { group, r: own, label, nested: [] };
    const packed = packInside(inner);
    return { group, r: Math.max(own, packed.r), label, nested: packed.nested };
  };
  return (children.get(-1) ?? []).map(build);
}

function areaOf(item: Item | undefined): number {
  if (!item) return 0;
  const { left, right, top, bottom } = extentOfShape(item);
  return (left + right + ROOM) * (top + bottom + ROOM);
}

/** Positions of items by family, the largest families first; what is alone in its family joins those without one. */
function familiesOf(items: readonly Item[], familyOf: (group: number) => number): number[][] {
  const byFamily = new Map<number, number[]>();
  items.forEach(({ group }, position) => {
    const family = familyOf(group);
    byFamily.set(family, [...(byFamily.get(family) ?? []), position]);
  });
  const rest = byFamily.get(-1) ?? [];
  byFamily.delete(-1);
  const regions: number[][] = [];
  for (const [, members] of [...byFamily].sort(([a], [b]) => a - b)) {
    if (members.length < MIN_FAMILY) rest.push(...members);
    else regions.push(members);
  }
  if (rest.length > 0) regions.push(rest.sort((a, b) => a - b));
  return regions;
}

/**
 * How much two items, with all that is nested in them, have in common: the logarithm of what is counted, in
 * steps of a half, so that one more link seldom changes anything.
 */
function affinities(
  snapshot: Snapshot,
  groups: readonly number[],
  items: readonly Item[],
): number[][] {
  const itemOf = new Map<number, number>();
  const note = (item: Item, position: number) => {
    itemOf.set(item.group, position);
    for (const { shape } of item.nested) note(shape, position);
  };
  items.forEach(note);
  const table = countCrossLinks(snapshot, selectAll(snapshot), groups);
  const counts: number[][] = items.map(() => items.map(() => 0));
  groups.forEach((groupA, a) => {
    groups.forEach((groupB, b) => {
      const [i, j] = [itemOf.get(groupA) ?? 0, itemOf.get(groupB) ?? 0];
      if (a >= b || i === j) return;
      const cell = a * table.size + b;
      const count =
        2 * u32(table.bridges, cell) + 2 * u32(table.links, cell) + u32(table.projects, cell) / 2;
      for (const [one, two] of [
        [i, j],
        [j, i],
      ] as const) {
        const row = counts[one];
        if (row) row[two] = (row[two] ?? 0) + count;
      }
    });
  });
  return counts.map((row) => row.map((count) => Math.round(2 * Math.log1p(count)) / 2));
}

/** The same placement with the empty margin cut off. */
function trim(items: readonly Item[], { x, y }: Placement): Placement {
  const extents = items.map(extentOfShape);
  const left = Math.min(...extents.map((extent, i) => (x[i] ?? 0) - extent.left));
  const top = Math.min(...extents.map((extent, i) => (y[i] ?? 0) - extent.top));
  return {
    x: x.map((value) => value - left),
    y: y.map((value) => value - top),
    width: Math.max(...extents.map((extent, i) => (x[i] ?? 0) + extent.right)) - left,
    height: Math.max(...extents.map((extent, i) => (y[i] ?? 0) + extent.bottom)) - top,
  };
}

function collectDiscs(item: Item | undefined, x: number, y: number, discs: Disc[]): void {
  if (!item) return;
  discs.push({ group: item.group, x, y, r: item.r });
  for (const { shape, dx, dy } of item.nested) collectDiscs(shape, x + dx, y + dy, discs);
}

function sum(values: readonly number[], of: (value: number) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
