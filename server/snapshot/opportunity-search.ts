/**
 * The questions about opportunities on one snapshot: the ranked list of group pairs, one pair, partners of one actor,
 * brokers, and the expectation of all pairs. Numbers in, numbers out; runs in a worker and keeps what it made.
 */
import type { ReferenceCountRecord } from "../contract/records.ts";
import { OVERVIEW_KINDS } from "../contract/vocabulary.ts";
import type { Broker } from "./brokerage.ts";
import { f64, u32 } from "./cells.ts";
import { ENOUGH_EXPECTED, ratioInterval } from "./expectation.ts";
import { actorEvidence, groupTopics, relatedTopics } from "./opportunity-evidence.ts";
import { type ExpectedPair, OpportunityModel } from "./opportunity-model.ts";
import {
  diverse,
  feasibilityOf,
  MOST_PER_ACTOR,
  PAIRS_SHOWN,
  type ScoredPair,
} from "./opportunity-pairs.ts";
import { isOpportunity, mostSpecific, type RankedPair, rankPairs } from "./opportunity-ranking.ts";
import type {
  BrokersRequest,
  ExpectationsAnswer,
  ExpectationsRequest,
  ListAnswer,
  ListRequest,
  Opportunity,
  OpportunityAnswers,
  OpportunityRequests,
  PairAnswer,
  PairRequest,
  PartnersAnswer,
  PartnersRequest,
  RelatedPair,
} from "./opportunity-requests.ts";
import { at, row, type Snapshot } from "./snapshot.ts";

export const BROKERS_SHOWN = 5;
/** Of all actors with ties, this share counts as well connected: shown at most three times in a list of lists. */
const HUB_SHARE = 0.1;

type Check = () => void;
type Questions = {
  [K in keyof OpportunityRequests]: (
    request: OpportunityRequests[K],
    check: Check,
  ) => OpportunityAnswers[K];
};

export class OpportunitySearch {
  readonly model: OpportunityModel;
  readonly #expected = new Map<string, ExpectedPair[]>();
  #hubs: Uint8Array | undefined;

  constructor(snapshot: Snapshot, referenceCounts: readonly ReferenceCountRecord[]) {
    this.model = new OpportunityModel(snapshot, referenceCounts);
  }

  /** The question of one kind. */
  answer<K extends keyof OpportunityRequests>(
    kind: K,
    request: OpportunityRequests[K],
    check: Check,
  ): OpportunityAnswers[K] {
    return this.#questions[kind](request, check);
  }

  readonly #questions: Questions = {
    list: (request, check) => this.list(request, check),
    pair: (request, check) => this.pair(request, check),
    partners: (request, check) => this.partners(request, check),
    brokers: (request) => this.brokers(request),
    expectations: (request, check) => this.#mostExpected(request, check),
  };

  /** All pairs of the groups that are no structure, in the order of their positions. */
  expectations(groups: readonly number[], check: Check): ExpectedPair[] {
    const key = groups.join();
    const known = this.#expected.get(key);
    if (known) return known;
    const found = this.model.expectations(groups, check);
    if (this.#expected.size >= KEPT_TABLES) this.#expected.clear();
    this.#expected.set(key, found);
    return found;
  }

  #mostExpected({ groups, least, limit }: ExpectationsRequest, check: Check): ExpectationsAnswer {
    const telling = this.expectations(groups, check)
      .filter(({ expected }) => expected >= least)
      .sort((one, two) => two.expected - one.expected || one.a - two.a || one.b - two.b);
    return { pairs: telling.slice(0, limit), total: telling.length };
  }

  list(request: ListRequest, check: Check): ListAnswer {
    const { groups, chosen, hubPenalty } = request;
    const isFrame = groups.map((group) => this.model.isFrame[group] === 1);
    const all = this.expectations(groups, check).filter(
      ({ a, b }) =>
        !isFrame[a] && !isFrame[b] && (chosen === null || chosen[a] === 1 || chosen[b] === 1),
    );
    const sidesOf = ({ a, b }: ExpectedPair) => this.model.sides(at(groups, a), at(groups, b));
    const scored = new Map<ExpectedPair, ScoredPair[]>();
    const pairsOf = (pair: ExpectedPair): ScoredPair[] => {
      const pairs = scored.get(pair) ?? this.model.scoredPairs(sidesOf(pair), hubPenalty, check);
      scored.set(pair, pairs);
      return pairs;
    };
    const innerOf = this.#nesting(groups);
    const { ranked, total } = rankPairs(
      mostSpecific(all.filter(isOpportunity), ({ expected }) => expected, innerOf),
      {
        breadth: (pair) => this.model.breadth(sidesOf(pair)).breadth,
        feasibility: (pair) => feasibilityOf(pairsOf(pair)),
      },
      request,
    );
    const byPlace = new Map(all.map((pair) => [pair.a * groups.length + pair.b, pair]));
    const shown = this.#hubLimit();
    const opportunities = ranked.map((pair) => {
      const known = byPlace.get(pair.a * groups.length + pair.b);
      const pairs = known ? promising(pairsOf(known)) : [];
      return this.#opportunity(
        { groupA: at(groups, pair.a), groupB: at(groups, pair.b) },
        pair,
        { shown: shown(pairs), all: pairs.length },
        hubPenalty,
        check,
      );
    });
    const topics = relatedTopics(this.model, groups);
    const related = mostSpecific(
      this.#related(groups, all, topics.cosine),
      ({ cosine }) => cosine,
      innerOf,
    );
    return {
      opportunities,
      related: related
        .slice(0, request.relatedLimit)
        .map((pair) => ({ ...pair, shared: topics.shared(pair.a, pair.b) })),
      total: { opportunities: total, related: related.length, pairs: all.length },
      coverage: this.model.coverage,
      population: this.model.columns.population,
    };
  }

  pair({ groupA, groupB, hubPenalty }: PairRequest, check: Check): PairAnswer {
    const { snapshot, columns, coverage } = this.model;
    const expectation = this.model.expectPair(groupA, groupB);
    const sides = this.model.sides(groupA, groupB);
    const pairs = this.model.scoredPairs(sides, hubPenalty, check);
    const { breadth } = this.model.breadth(sides);
    const feasibility = feasibilityOf(pairs);
    const open = promising(pairs);
    const [ranked] = rankPairs(
      [expectation],
      { breadth: () => breadth, feasibility: () => feasibility },
      { limit: 1, sort: "missing" },
    ).ranked;
    return {
      structure: snapshot.structure(groupA, groupB),
      opportunity: this.#opportunity(
        { groupA, groupB },
        ranked ?? { ...expectation, breadth, feasibility, rank: 0 },
        { shown: diverse(open, PAIRS_SHOWN, MOST_PER_ACTOR), all: open.length },
        hubPenalty,
        check,
      ),
      coverage,
      population: columns.population,
    };
  }

  partners({ actor, scope, limit, hubPenalty }: PartnersRequest, check: Check): PartnersAnswer {
    const model = this.model.pairs(hubPenalty, check);
    const excluded = this.model.rules.excludedFor(actor);
    const own = new Set(scope === "all" ? [] : this.#drawnGroupsOf(actor));
    const open: number[] = [];
    excluded.forEach((no, other) => {
      if (no === 1 || this.#drawnGroupsOf(other).some((group) => own.has(group))) return;
      open.push(other);
    });
    const scores = new Float64Array(excluded.length);
    model.score(actor, Uint32Array.from(open), scores);
    open.sort((one, two) => f64(scores, two) - f64(scores, one) || one - two);
    const partners = open.slice(0, limit).map((y) => {
      const score = f64(scores, y);
      const pair = { x: actor, y, score, lift: model.lift(score) };
      return { ...pair, ...actorEvidence(this.model, model, actor, y) };
    });
    return { partners, total: open.length, coverage: this.model.coverage };
  }

  /** Between two actors; a group stands for its members. */
  brokers({ a, b, limit, beta, withUmbrellas }: BrokersRequest): Broker[] {
    const { snapshot } = this.model;
    const [groupA, groupB] = [snapshot.groupOf(a), snapshot.groupOf(b)];
    if (groupA < 0 && groupB < 0) return this.model.pairBrokers(a, b, limit, beta, withUmbrellas);
    const sides = this.model.sidesOf(a, b);
    return this.model.groupBrokers(sides, limit, beta, withUmbrellas, [a, b]);
  }

  /** Groups that are drawn and are more than a frame around others. */
  #drawnGroupsOf(actor: number): number[] {
    const { snapshot, isFrame } = this.model;
    return [...snapshot.groupsOf(actor)].filter((group) => {
      const kind = snapshot.actorKind(snapshot.groupActor(group));
      return isFrame[group] !== 1 && OVERVIEW_KINDS.some((drawn) => drawn === kind);
    });
  }

  #opportunity(
    { groupA, groupB }: { groupA: number; groupB: number },
    ranked: RankedPair<ExpectedPair>,
    pairs: { shown: readonly ScoredPair[]; all: number },
    hubPenalty: number,
    check: Check,
  ): Opportunity {
    const sides = this.model.sides(groupA, groupB);
    const model = this.model.pairs(hubPenalty, check);
    const { a: _a, b: _b, ...numbers } = ranked;
    return {
      groupA,
      groupB,
      ...numbers,
      interval: ratioInterval(ranked.observed, ranked.expected),
      carrier: this.model.breadth(sides).carrier,
      bridges: this.model.bridges(groupA, groupB),
      topics: groupTopics(this.model, groupA, groupB, sides),
      pairs: pairs.shown.map((pair) => ({
        ...pair,
        ...actorEvidence(this.model, model, pair.x, pair.y),
      })),
      omittedPairs: pairs.all - pairs.shown.length,
      introducer: this.#introducer(pairs.shown[0]),
      brokers: this.model.groupBrokers(sides, BROKERS_SHOWN, 0, false, []),
      membersA: sides.a.length,
      membersB: sides.b.length,
    };
  }

  #introducer(pair: ScoredPair | undefined): number {
    if (!pair) return -1;
    return this.model.pairBrokers(pair.x, pair.y, 1, 0, false)[0]?.actor ?? -1;
  }

  /** Pairs of which too little is expected to tell anything, by how alike their topics are. */
  #related(
    groups: readonly number[],
    all: readonly ExpectedPair[],
    cosineOf: (a: number, b: number) => number,
  ): Omit<RelatedPair, "shared">[] {
    const found: Omit<RelatedPair, "shared">[] = [];
    for (const { a, b, observed, expected, variance, basis } of all) {
      if (expected >= ENOUGH_EXPECTED || observed > 0) continue;
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
  #nesting(groups: readonly number[]): (place: number) => readonly number[] {
    const { ancestors } = this.model.snapshot.data.groups;
    const position = new Map(groups.map((group, place) => [group, place]));
    const inner = groups.map((_, place) => [place]);
    groups.forEach((group, place) => {
      for (const outer of row(ancestors, group)) inner[position.get(outer) ?? -1]?.push(place);
    });
    return (place) => inner[place] ?? [];
  }

  /** Takes five pairs of each list; a well-connected actor at most three times in all lists together. */
  #hubLimit(): (pairs: readonly ScoredPair[]) => ScoredPair[] {
    this.#hubs ??= this.#findHubs();
    const hubs = this.#hubs;
    const times = new Map<number, number>();
    return (pairs) => {
      const isFree = (actor: number) =>
        hubs[actor] !== 1 || (times.get(actor) ?? 0) < MOST_PER_ACTOR;
      const shown = diverse(pairs, PAIRS_SHOWN, MOST_PER_ACTOR, ({ x, y }) => {
        if (!isFree(x) || !isFree(y)) return false;
        for (const actor of [x, y]) times.set(actor, (times.get(actor) ?? 0) + 1);
        return true;
      });
      return shown;
    };
  }

  #findHubs(): Uint8Array {
    const { offsets } = this.model.columns.ties;
    const degree = (actor: number) => u32(offsets, actor + 1) - u32(offsets, actor);
    const tied = Array.from({ length: offsets.length - 1 }, (_, actor) => actor)
      .filter((actor) => degree(actor) > 0)
      .sort((a, b) => degree(b) - degree(a) || a - b);
    const hubs = new Uint8Array(offsets.length - 1);
    for (const actor of tied.slice(0, Math.ceil(tied.length * HUB_SHARE))) hubs[actor] = 1;
    return hubs;
  }
}

const promising = (pairs: readonly ScoredPair[]) =>
  pairs.filter(({ lift }) => lift.class !== "base");

/** Choices of groups of which the expectation is kept. */
const KEPT_TABLES = 4;
