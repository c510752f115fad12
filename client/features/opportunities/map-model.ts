/** The map of opportunities as it is drawn: groups in an order, and for each pair what is recorded and expected. */
import type { MatrixResult } from "../../../server/contract/explore.ts";
import { byFamily, bySimilarity, type Kinship, type Order } from "../../records/group-order.ts";
import type { OpportunityMeasure } from "../../state/view.ts";

export type ExpectedPair = MatrixResult["expectations"]["pairs"][number];
export type MapGroup = MatrixResult["groups"][number];

export interface OpportunityMapModel {
  groups: readonly MapGroup[];
  /** `undefined` when too little is expected of the two. The order of the two does not matter. */
  pair: (a: string, b: string) => ExpectedPair | undefined;
  /** Largest value of the measure, rounded; 0 when there is none. */
  max: number;
}

export function opportunityMapModel(
  { groups, expectations }: Pick<MatrixResult, "groups" | "expectations">,
  order: Order,
  measure: OpportunityMeasure,
  kinships: readonly Kinship[],
): OpportunityMapModel {
  const pairs = new Map(expectations.pairs.map((pair) => [keyOf(pair.a, pair.b), pair]));
  const pair = (a: string, b: string) => pairs.get(keyOf(a, b));
  return {
    groups:
      order === "family"
        ? byFamily(groups, kinships)
        : bySimilarity(groups, (a, b) => pair(a.id, b.id)?.expected ?? 0),
    pair,
    max: Math.max(0, ...expectations.pairs.map((one) => shownValue(one, measure))),
  };
}

/** The whole number in a cell; the ratio in per cent. */
export function shownValue(pair: ExpectedPair, measure: OpportunityMeasure): number {
  return Math.round(measure === "ratio" ? 100 * pair.ratio : pair[measure]);
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}
