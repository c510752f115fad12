/** The matrix as it is drawn: groups in an order, and for each pair its counts. */
import type { MatrixResult } from "../../../server/contract/explore.ts";
import { byFamily, bySimilarity, type Kinship, type Order } from "../../records/group-order.ts";
import { type Strength, strengthOf } from "../../records/strength.ts";
import type { EvidenceChoice } from "../../state/view.ts";

export type MatrixGroup = MatrixResult["groups"][number];

export interface MatrixModel {
  groups: readonly MatrixGroup[];
  /** Largest count of the chosen evidence; 0 when there is none. */
  max: number;
  /** `undefined` when nothing is recorded between the two. The order of the two does not matter. */
  pair: (a: string, b: string) => Strength | undefined;
}

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
          const strength = pair(a.id, b.id);
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

function keyOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}
