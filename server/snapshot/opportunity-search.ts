/**
 * The questions about opportunities on one snapshot: the ranked list of group pairs, one pair, partners of one actor,
 * brokers, and the expectation of all pairs. Numbers in, numbers out; runs in a worker and keeps what it made.
 */
import type { ReferenceCountRecord } from "../contract/records.ts";
import { OVERVIEW_KINDS } from "../contract/vocabulary.ts";
import type { Broker } from "./brokerage.ts";
import type { Block } from "./opportunity-bounds.ts";
import { actorEvidence } from "./opportunity-evidence.ts";
import { listOpportunities } from "./opportunity-list.ts";
import { type ExpectedPair, OpportunityModel } from "./opportunity-model.ts";
import { diverse, feasibilityOf, MOST_PER_ACTOR, PAIRS_SHOWN } from "./opportunity-pairs.ts";
import { rankPairs } from "./opportunity-ranking.ts";
import type {
  BrokersRequest,
  ExpectationsAnswer,
  ExpectationsRequest,
  ListAnswer,
  ListRequest,
  OpportunityAnswers,
  OpportunityRequests,
  PairAnswer,
  PairRequest,
  PartnersAnswer,
  PartnersRequest,
} from "./opportunity-requests.ts";
import { promising, wholeOpportunity } from "./opportunity-whole.ts";
import { type Check, type Report, UNREPORTED } from "./opportunity-work.ts";
import type { PairModel } from "./pair-scores.ts";
import { row, type Snapshot } from "./snapshot.ts";

type Questions = {
  [K in keyof OpportunityRequests]: (
    request: OpportunityRequests[K],
    check: Check,
    report: Report,
  ) => OpportunityAnswers[K];
};

/** Choices of groups of which the expectation is kept. */
const KEPT_TABLES = 4;

export class OpportunitySearch {
  readonly model: OpportunityModel;
  readonly #expected = new Map<string, ExpectedPair[]>();
  readonly #blocks = new WeakMap<PairModel, Block[]>();

  constructor(
    snapshot: Snapshot,
    referenceCounts: readonly ReferenceCountRecord[],
    check: Check = () => {},
  ) {
    this.model = new OpportunityModel(snapshot, referenceCounts, check);
  }

  /** The question of one kind. */
  answer<K extends keyof OpportunityRequests>(
    kind: K,
    request: OpportunityRequests[K],
    check: Check,
    report: Report = UNREPORTED,
  ): OpportunityAnswers[K] {
    return this.#questions[kind](request, check, report);
  }

  readonly #questions: Questions = {
    list: (request, check, report) => this.list(request, check, report),
    pair: (request, check, report) => this.pair(request, check, report),
    partners: (request, check) => this.partners(request, check),
    brokers: (request) => this.brokers(request),
    expectations: (request, check) => this.#mostExpected(request, check),
  };

  /** Makes beforehand what every question needs. */
  warmUp(check: Check): void {
    this.#blocksOf(this.model.pairs(0, check));
    check();
    this.model.proximity();
  }

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

  list(request: ListRequest, check: Check, report: Report = UNREPORTED): ListAnswer {
    report("model", 0);
    this.model.pairs(request.hubPenalty, check);
    report("expectations", 0);
    const expected = this.expectations(request.groups, check);
    return listOpportunities(this.model, expected, request, check, report);
  }

  pair(
    { groupA, groupB, hubPenalty }: PairRequest,
    check: Check,
    report: Report = UNREPORTED,
  ): PairAnswer {
    const { snapshot, columns, coverage } = this.model;
    report("model", 0);
    this.model.pairs(hubPenalty, check);
    report("pairs", 0);
    const expectation = this.model.expectPair(groupA, groupB);
    const sides = this.model.sides(groupA, groupB);
    const pairs = this.model.scoredPairs(sides, hubPenalty, check);
    report("evidence", 0);
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
      opportunity: wholeOpportunity(
        this.model,
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
    const isOut = this.model.rules.excludedFor(actor).slice();
    if (scope === "other-groups") {
      for (const group of this.#drawnGroupsOf(actor)) {
        for (const member of row(this.model.members, group)) isOut[member] = 1;
      }
    }
    const best = model.best(actor, this.#blocksOf(model), isOut, limit);
    const partners = best.map(({ y, score }) => {
      check();
      const pair = { x: actor, y, score, lift: model.lift(score) };
      return { ...pair, ...actorEvidence(this.model, model, actor, y) };
    });
    return {
      partners,
      total: isOut.reduce((open, out) => open - out, isOut.length),
      coverage: this.model.coverage,
    };
  }

  /** Everybody who may be proposed, made once for a model. */
  #blocksOf(model: PairModel): Block[] {
    const known = this.#blocks.get(model);
    if (known) return known;
    const { partners } = this.model.rules;
    const all = Uint32Array.from(partners.keys()).filter((actor) => partners[actor] === 1);
    const blocks = model.bounds.blocksOf(model.bounds.promisingFirst(all, all).actors);
    this.#blocks.set(model, blocks);
    return blocks;
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
}
