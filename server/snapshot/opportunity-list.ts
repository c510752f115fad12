/** The ranked list of group pairs, and the pairs with related topics of which too little is expected to tell. */
import { u32 } from "./cells.ts";
import { ENOUGH_EXPECTED } from "./expectation.ts";
import { relatedTopics } from "./opportunity-evidence.ts";
import type { ExpectedPair, OpportunityModel } from "./opportunity-model.ts";
import {
  diverse,
  feasibilityOf,
  MOST_PER_ACTOR,
  PAIRS_SHOWN,
  type ScoredPair,
} from "./opportunity-pairs.ts";
import { isOpportunity, mostSpecific, rankPairs } from "./opportunity-ranking.ts";
import type { ListAnswer, ListRequest, RelatedPair } from "./opportunity-requests.ts";
import { promising, wholeOpportunity } from "./opportunity-whole.ts";
import type { Check, Report } from "./opportunity-work.ts";
import { at, row } from "./snapshot.ts";

/** Of all actors with ties, this share counts as well connected: shown at most three times in a list of lists. */
const HUB_SHARE = 0.1;

/** @param expected all pairs of the request's groups that are no structure */
export function listOpportunities(
  model: OpportunityModel,
  expected: readonly ExpectedPair[],
  request: ListRequest,
  check: Check,
  report: Report,
): ListAnswer {
  const { groups, chosen, hubPenalty, limit } = request;
  const isFrame = groups.map((group) => model.isFrame[group] === 1);
  const all = expected.filter(
    ({ a, b }) =>
      !isFrame[a] && !isFrame[b] && (chosen === null || chosen[a] === 1 || chosen[b] === 1),
  );
  const innerOf = nesting(model, groups);
  const pairsOf = pairSearch(model, request, check);
  const candidates = mostSpecific(
    all.filter(isOpportunity),
    ({ expected: n }) => n,
    innerOf,
    groups.length,
  );
  let measured = 0;
  let searched = 0;
  const { ranked, total } = rankPairs(
    candidates,
    {
      breadth: ({ a, b }) => {
        check();
        report("breadth", measured / candidates.length);
        measured += 1;
        return model.breadth(model.sides(at(groups, a), at(groups, b))).breadth;
      },
      feasibility: (pair) => {
        // At least the shown ones are asked for, mostly few more.
        report("pairs", searched / (Math.max(searched, limit) + 1));
        searched += 1;
        return feasibilityOf(pairsOf(pair));
      },
    },
    request,
  );
  const shown = hubLimit(model);
  const opportunities = ranked.map((pair, i) => {
    report("evidence", i / ranked.length);
    const pairs = promising(pairsOf(pair));
    const sides = { groupA: at(groups, pair.a), groupB: at(groups, pair.b) };
    const chosenPairs = { shown: shown(pairs), all: pairs.length };
    return wholeOpportunity(model, sides, pair, chosenPairs, hubPenalty, check);
  });
  const topics = relatedTopics(model, groups);
  const related = mostSpecific(
    relatedPairs(groups, all, topics.cosine, check),
    ({ cosine }) => cosine,
    innerOf,
    groups.length,
  );
  return {
    opportunities,
    related: related
      .slice(0, request.relatedLimit)
      .map((pair) => ({ ...pair, shared: topics.shared(pair.a, pair.b) })),
    total: { opportunities: total, related: related.length, pairs: all.length },
    coverage: model.coverage,
    population: model.columns.population,
  };
}

type Places = Pick<ExpectedPair, "a" | "b">;

/** The best pairs of actors of two groups, each two searched once. */
function pairSearch(
  model: OpportunityModel,
  { groups, hubPenalty }: ListRequest,
  check: Check,
): (pair: Places) => ScoredPair[] {
  const found = new Map<number, ScoredPair[]>();
  return ({ a, b }) => {
    const cell = a * groups.length + b;
    const sides = () => model.sides(at(groups, a), at(groups, b));
    const pairs = found.get(cell) ?? model.scoredPairs(sides(), hubPenalty, check);
    found.set(cell, pairs);
    return pairs;
  };
}

/** Pairs of which too little is expected to tell anything, by how alike their topics are. */
function relatedPairs(
  groups: readonly number[],
  all: readonly ExpectedPair[],
  cosineOf: (a: number, b: number) => number,
  check: Check,
): Omit<RelatedPair, "shared">[] {
  const found: Omit<RelatedPair, "shared">[] = [];
  for (const { a, b, observed, expected, variance, basis } of all) {
    if (expected >= ENOUGH_EXPECTED || observed > 0) continue;
    check();
    const cosine = cosineOf(a, b);
    if (!(cosine > 0)) continue;
    const [groupA, groupB] = [at(groups, a), at(groups, b)];
    found.push({ a, b, groupA, groupB, observed, expected, variance, basis, cosine });
  }
  return found.sort(
    (one, two) => two.cosine - one.cosine || one.groupA - two.groupA || one.groupB - two.groupB,
  );
}

/** By position: the position itself, and those of the groups nested in its group. */
function nesting(
  model: OpportunityModel,
  groups: readonly number[],
): (place: number) => readonly number[] {
  const { ancestors } = model.snapshot.data.groups;
  const position = new Map(groups.map((group, place) => [group, place]));
  const inner = groups.map((_, place) => [place]);
  groups.forEach((group, place) => {
    for (const outer of row(ancestors, group)) inner[position.get(outer) ?? -1]?.push(place);
  });
  return (place) => inner[place] ?? [];
}

/** Takes five pairs of each list; a well-connected actor at most three times in all lists together. */
function hubLimit(model: OpportunityModel): (pairs: readonly ScoredPair[]) => ScoredPair[] {
  const hubs = findHubs(model);
  const times = new Map<number, number>();
  const isFree = (actor: number) => hubs[actor] !== 1 || (times.get(actor) ?? 0) < MOST_PER_ACTOR;
  return (pairs) =>
    diverse(pairs, PAIRS_SHOWN, MOST_PER_ACTOR, ({ x, y }) => {
      if (!isFree(x) || !isFree(y)) return false;
      for (const actor of [x, y]) times.set(actor, (times.get(actor) ?? 0) + 1);
      return true;
    });
}

function findHubs(model: OpportunityModel): Uint8Array {
  const { offsets } = model.columns.ties;
  const degree = (actor: number) => u32(offsets, actor + 1) - u32(offsets, actor);
  const tied = Array.from({ length: offsets.length - 1 }, (_, actor) => actor)
    .filter((actor) => degree(actor) > 0)
    .sort((a, b) => degree(b) - degree(a) || a - b);
  const hubs = new Uint8Array(offsets.length - 1);
  for (const actor of tied.slice(0, Math.ceil(tied.length * HUB_SHARE))) hubs[actor] = 1;
  return hubs;
}
