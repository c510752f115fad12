/** Everything that is said about one pair of groups. */
import { ratioInterval } from "./expectation.ts";
import { actorEvidence, groupTopics } from "./opportunity-evidence.ts";
import type { ExpectedPair, OpportunityModel } from "./opportunity-model.ts";
import type { ScoredPair } from "./opportunity-pairs.ts";
import type { RankedPair } from "./opportunity-ranking.ts";
import type { Opportunity } from "./opportunity-requests.ts";
import type { Check } from "./opportunity-work.ts";

export const BROKERS_SHOWN = 5;

/** `pairs`: those shown, and how many there are. */
export function wholeOpportunity(
  model: OpportunityModel,
  { groupA, groupB }: { groupA: number; groupB: number },
  ranked: RankedPair<ExpectedPair>,
  pairs: { shown: readonly ScoredPair[]; all: number },
  hubPenalty: number,
  check: Check,
): Opportunity {
  const sides = model.sides(groupA, groupB);
  const scores = model.pairs(hubPenalty, check);
  const { a: _a, b: _b, ...numbers } = ranked;
  const explained = pairs.shown.map((pair) => {
    check();
    return { ...pair, ...actorEvidence(model, scores, pair.x, pair.y) };
  });
  const [first] = pairs.shown;
  const introducer = first && model.pairBrokers(first.x, first.y, 1, 0, false)[0]?.actor;
  return {
    groupA,
    groupB,
    ...numbers,
    interval: ratioInterval(ranked.observed, ranked.expected),
    carrier: model.breadth(sides).carrier,
    bridges: model.bridges(groupA, groupB),
    topics: groupTopics(model, groupA, groupB, sides),
    pairs: explained,
    omittedPairs: pairs.all - pairs.shown.length,
    introducer: introducer ?? -1,
    brokers: model.groupBrokers(sides, BROKERS_SHOWN, 0, false, []),
    membersA: sides.a.length,
    membersB: sides.b.length,
  };
}

/** Those who get together oftener than chance. */
export const promising = (pairs: readonly ScoredPair[]): ScoredPair[] =>
  pairs.filter(({ lift }) => lift.class !== "base");
