/** Orders for the rows of a matrix of groups: families as blocks, or like beside like. */
import { seriate } from "./seriate.ts";

export const ORDERS = ["family", "similarity"] as const;
export type Order = (typeof ORDERS)[number];

/** What the overview knows of a group's place among the others. */
export interface Kinship {
  id: string;
  family: string | null;
  parent: string | null;
}

/** Above it the similarity order would take too long to compute; the groups stay in the order of the answer. */
const SERIATE_UP_TO = 400;

/** Families as blocks, the largest first, groups without one last; a nested group directly after its parent. */
export function byFamily<G extends { id: string }>(
  groups: readonly G[],
  kinships: readonly Kinship[],
): G[] {
  const kin = new Map(kinships.map((kinship) => [kinship.id, kinship]));
  const known = new Set(groups.map((group) => group.id));
  const blocks = new Map<string, G[]>();
  const nested = new Map<string, G[]>();
  for (const group of groups) {
    const { family, parent } = kin.get(group.id) ?? { family: null, parent: null };
    if (parent !== null && known.has(parent)) push(nested, parent, group);
    else push(blocks, family ?? "", group);
  }
  const seen = new Set<string>();
  const withNested = (group: G): G[] => {
    if (seen.has(group.id)) return [];
    seen.add(group.id);
    return [group, ...(nested.get(group.id) ?? []).flatMap(withNested)];
  };
  return [...blocks]
    .sort(
      ([nameA, a], [nameB, b]) =>
        Number(nameA === "") - Number(nameB === "") ||
        b.length - a.length ||
        (nameA < nameB ? -1 : 1),
    )
    .flatMap(([, members]) => members.flatMap(withNested));
}

/** Groups with similar counts side by side; in the order given where they are too many. */
export function bySimilarity<G>(groups: readonly G[], count: (a: G, b: G) => number): readonly G[] {
  const size = groups.length;
  if (size > SERIATE_UP_TO) return groups;
  const weights = new Float64Array(size * size);
  groups.forEach((a, row) => {
    groups.forEach((b, column) => {
      // The logarithm keeps a hundred joint projects from drowning three direct links.
      if (row !== column) weights[row * size + column] = Math.log1p(count(a, b));
    });
  });
  return seriate(weights, size).flatMap((index) => groups[index] ?? []);
}

function push<G>(map: Map<string, G[]>, key: string, group: G): void {
  const list = map.get(key);
  if (list) list.push(group);
  else map.set(key, [group]);
}
