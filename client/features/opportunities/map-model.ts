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
        : bySimilarity(groups, (a, b) => weight(pair(a.id, b.id))),
    pair,
    max: Math.max(0, ...expectations.pairs.map((one) => shownValue(one, measure))),
  };
}

/** The whole number in a cell; the ratio in per cent, 0 where nothing is recorded, whatever the caution adds. */
export function shownValue(pair: ExpectedPair, measure: OpportunityMeasure): number {
  if (measure !== "ratio") return Math.round(pair[measure]);
  return pair.class === "none-yet" ? 0 : Math.round(100 * pair.ratio);
}

/** Pairs that tell nothing make no likeness: their groups come last. */
function weight(pair: ExpectedPair | undefined): number {
  return pair === undefined || pair.class === "too-little-data" ? 0 : pair.expected;
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}
