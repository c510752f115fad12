/** The matrix as it is drawn: groups in an order, and for each pair its counts. */
import type { MatrixResult } from "../../../server/contract/explore.ts";
import { type Strength, strengthOf } from "../../records/strength.ts";
import type { EvidenceChoice } from "../../state/view.ts";
import { seriate } from "./seriate.ts";

export type MatrixGroup = MatrixResult["groups"][number];
export const ORDERS = ["family", "similarity"] as const;
export type Order = (typeof ORDERS)[number];

export interface MatrixModel {
  groups: readonly MatrixGroup[];
  /** Largest count of the chosen evidence; 0 when there is none. */
  max: number;
  /** `undefined` when nothing is recorded between the two. The order of the two does not matter. */
  pair: (a: string, b: string) => Strength | undefined;
}

/** What the overview knows of a group's place among the others. */
export interface Kinship {
  id: string;
  family: string | null;
  parent: string | null;
}

/** Above it the similarity order would take too long to compute; the groups stay in the order of the answer. */
const SERIATE_UP_TO = 400;

export function matrixModel(
  result: MatrixResult,
  order: Order,
  evidence: EvidenceChoice,
  kinships: readonly Kinship[],
): MatrixModel {
  const cells = new Map<string, Strength>();
  let max = 0;
  for (const { a, b, ...strength } of result.cells) {
    cells.set(keyOf(a, b), strength);
    max = Math.max(max, strengthOf(strength, evidence));
  }
  const pair = (a: string, b: string) => cells.get(keyOf(a, b));
  const groups =
    order === "family"
      ? byFamily(result.groups, kinships)
      : bySimilarity(result.groups, (a, b) => {
          const strength = pair(a, b);
          return strength ? strengthOf(strength, evidence) : 0;
        });
  return { groups, max, pair };
}

/** While filters are set: without the groups that neither have a passing member nor stand in any pair. */
export function passing(result: MatrixResult): MatrixResult {
  const paired = new Set(result.cells.flatMap(({ a, b }) => [a, b]));
  return {
    ...result,
    groups: result.groups.filter((group) => group.size > 0 || paired.has(group.id)),
  };
}

/** Families as blocks, the largest first, groups without one last; a nested group directly after its parent. */
export function byFamily(
  groups: readonly MatrixGroup[],
  kinships: readonly Kinship[],
): MatrixGroup[] {
  const kin = new Map(kinships.map((kinship) => [kinship.id, kinship]));
  const known = new Set(groups.map((group) => group.id));
  const blocks = new Map<string, MatrixGroup[]>();
  const nested = new Map<string, MatrixGroup[]>();
  for (const group of groups) {
    const { family, parent } = kin.get(group.id) ?? { family: null, parent: null };
    if (parent !== null && known.has(parent)) push(nested, parent, group);
    else push(blocks, family ?? "", group);
  }
  const seen = new Set<string>();
  const withNested = (group: MatrixGroup): MatrixGroup[] => {
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

function bySimilarity(
  groups: readonly MatrixGroup[],
  count: (a: string, b: string) => number,
): readonly MatrixGroup[] {
  const size = groups.length;
  if (size > SERIATE_UP_TO) return groups;
  const weights = new Float64Array(size * size);
  groups.forEach((a, row) => {
    groups.forEach((b, column) => {
      // The logarithm keeps a hundred joint projects from drowning three direct links.
      if (row !== column) weights[row * size + column] = Math.log1p(count(a.id, b.id));
    });
  });
  return seriate(weights, size).flatMap((index) => groups[index] ?? []);
}

function push(map: Map<string, MatrixGroup[]>, key: string, group: MatrixGroup): void {
  const list = map.get(key);
  if (list) list.push(group);
  else map.set(key, [group]);
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}
