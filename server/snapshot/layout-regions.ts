/** Shares out the plane among families: rectangles cut from one, strongly linked families beside each other. */

export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A region, or two parts side by side (`row`) or one above the other (`column`). */
export type Plan =
  | { family: number }
  | { axis: "row" | "column"; first: Plan; second: Plan; families: readonly number[] };

/** Up to this many families every way to cut is tried; more are halved in order of their links. */
const MAX_EXHAUSTIVE = 4;
/** A region twice as wide as high costs nothing; beyond, as much as a distance of this share of the plane. */
const SHAPE_WEIGHT = 0.35;

/** The best plan for areas with their mutual affinities, in a plane of the given ratio of width to height. */
export function planRegions(
  areas: readonly number[],
  affinity: (a: number, b: number) => number,
  ratio: number,
): Plan {
  const everything = areas.map((_, family) => family);
  if (areas.length > MAX_EXHAUSTIVE) return halve(chain(everything, affinity), areas, ratio);
  let best: { plan: Plan; cost: number } | undefined;
  for (const plan of allPlans(everything)) {
    const cost = costOf(plan, areas, affinity, ratio);
    if (!best || cost < best.cost - 1e-6) best = { plan, cost };
  }
  return best?.plan ?? { family: 0 };
}

/** Regions by family when the plane is cut in proportion to the areas. */
export function cutPlane(
  plan: Plan,
  areas: readonly number[],
  plane: Region,
  into: Region[] = [],
): Region[] {
  if ("family" in plan) {
    into[plan.family] = plane;
    return into;
  }
  const share = areaOf(plan.first, areas) / areaOf(plan, areas);
  if (plan.axis === "row") {
    const width = plane.width * share;
    cutPlane(plan.first, areas, { ...plane, width }, into);
    const rest = { ...plane, x: plane.x + width, width: plane.width - width };
    return cutPlane(plan.second, areas, rest, into);
  }
  const height = plane.height * share;
  cutPlane(plan.first, areas, { ...plane, height }, into);
  const rest = { ...plane, y: plane.y + height, height: plane.height - height };
  return cutPlane(plan.second, areas, rest, into);
}

/** Size of the whole when every family takes the size that it really needs. */
export function sizeOfPlan(
  plan: Plan,
  sizes: readonly { width: number; height: number }[],
  gap: number,
): { width: number; height: number } {
  if ("family" in plan) {
    const { width, height } = sizes[plan.family] ?? { width: 0, height: 0 };
    return { width, height };
  }
  const first = sizeOfPlan(plan.first, sizes, gap);
  const second = sizeOfPlan(plan.second, sizes, gap);
  return plan.axis === "row"
    ? { width: first.width + gap + second.width, height: Math.max(first.height, second.height) }
    : { width: Math.max(first.width, second.width), height: first.height + gap + second.height };
}

/** Regions by family for their real sizes, each in the middle of its part of `plane`. */
export function fitPlan(
  plan: Plan,
  sizes: readonly { width: number; height: number }[],
  gap: number,
  plane: Region,
  into: Region[] = [],
): Region[] {
  if ("family" in plan) {
    const { width, height } = sizes[plan.family] ?? { width: 0, height: 0 };
    into[plan.family] = {
      x: plane.x + (plane.width - width) / 2,
      y: plane.y + (plane.height - height) / 2,
      width,
      height,
    };
    return into;
  }
  const first = sizeOfPlan(plan.first, sizes, gap);
  const second = sizeOfPlan(plan.second, sizes, gap);
  if (plan.axis === "row") {
    const spare = (plane.width - first.width - gap - second.width) / 2;
    const width = first.width + spare;
    fitPlan(plan.first, sizes, gap, { ...plane, width }, into);
    const x = plane.x + width + gap;
    return fitPlan(plan.second, sizes, gap, { ...plane, x, width: second.width + spare }, into);
  }
  const spare = (plane.height - first.height - gap - second.height) / 2;
  const height = first.height + spare;
  fitPlan(plan.first, sizes, gap, { ...plane, height }, into);
  const y = plane.y + height + gap;
  return fitPlan(plan.second, sizes, gap, { ...plane, y, height: second.height + spare }, into);
}

function familiesIn(plan: Plan): readonly number[] {
  return "family" in plan ? [plan.family] : plan.families;
}

function areaOf(plan: Plan, areas: readonly number[]): number {
  return familiesIn(plan).reduce((sum, family) => sum + (areas[family] ?? 0), 0);
}

function join(axis: "row" | "column", first: Plan, second: Plan): Plan {
  return { axis, first, second, families: [...familiesIn(first), ...familiesIn(second)] };
}

function allPlans(families: readonly number[]): Plan[] {
  const [only] = families;
  if (only === undefined) return [];
  if (families.length === 1) return [{ family: only }];
  const plans: Plan[] = [];
  for (let choice = 1; choice < 2 ** families.length - 1; choice += 1) {
    const inFirst = families.filter((_, i) => (choice >> i) & 1);
    const inSecond = families.filter((_, i) => !((choice >> i) & 1));
    for (const first of allPlans(inFirst)) {
      for (const second of allPlans(inSecond)) {
        plans.push(join("row", first, second), join("column", first, second));
      }
    }
  }
  return plans;
}

/** Length of what links the families, as share of the plane's size, and how far regions are from a good shape. */
function costOf(
  plan: Plan,
  areas: readonly number[],
  affinity: (a: number, b: number) => number,
  ratio: number,
): number {
  const regions = cutPlane(plan, areas, {
    x: 0,
    y: 0,
    width: Math.sqrt(ratio),
    height: 1 / Math.sqrt(ratio),
  });
  let total = 0;
  let linked = 0;
  let shape = 0;
  const totalArea = areas.reduce((sum, area) => sum + area, 0);
  for (const [a, one] of regions.entries()) {
    const wide = Math.log2(one.width / one.height);
    const beyond = Math.max(0, wide - 1, -wide - 0.2);
    shape += (beyond * beyond * (areas[a] ?? 0)) / totalArea;
    for (let b = a + 1; b < regions.length; b += 1) {
      const two = regions[b];
      if (!two) continue;
      const weight = affinity(a, b);
      total += weight;
      linked +=
        weight *
        Math.hypot(
          one.x + one.width / 2 - two.x - two.width / 2,
          one.y + one.height / 2 - two.y - two.height / 2,
        );
    }
  }
  return (total > 0 ? linked / total : 0) + SHAPE_WEIGHT * shape;
}

/** The first family, then always the one that is linked most with those before it. */
function chain(families: readonly number[], affinity: (a: number, b: number) => number): number[] {
  const order: number[] = [];
  const left = new Set(families);
  while (left.size > 0) {
    let next = -1;
    let most = -1;
    for (const candidate of left) {
      const weight = order.reduce((sum, placed) => sum + affinity(placed, candidate), 0);
      if (weight > most) {
        most = weight;
        next = candidate;
      }
    }
    order.push(next);
    left.delete(next);
  }
  return order;
}

function halve(families: readonly number[], areas: readonly number[], ratio: number): Plan {
  const [only] = families;
  if (families.length <= 1) return { family: only ?? 0 };
  const total = families.reduce((sum, family) => sum + (areas[family] ?? 0), 0);
  let cut = 1;
  let share = (areas[families[0] ?? 0] ?? 0) / total;
  while (cut < families.length - 1 && share < 0.5) {
    const next = (areas[families[cut] ?? 0] ?? 0) / total;
    if (share + next - 0.5 > 0.5 - share) break;
    share += next;
    cut += 1;
  }
  const isRow = ratio >= 1;
  const inner = (part: number) => (isRow ? ratio * part : ratio / part);
  return join(
    isRow ? "row" : "column",
    halve(families.slice(0, cut), areas, inner(share)),
    halve(families.slice(cut), areas, inner(1 - share)),
  );
}
