/**
 * Everything that is computed once for a snapshot, and the working out of one pair of groups: what is expected, who
 * carries it, who could work with whom, who could introduce them.
 */
import type { ReferenceCountRecord } from "../contract/records.ts";
import { breadthOf, effectiveNumber } from "./breadth.ts";
import { type Broker, type BrokerGroup, groupBrokers, pairBrokers } from "./brokerage.ts";
import { f64, u32 } from "./cells.ts";
import { rowsFrom } from "./columns.ts";
import {
  type Expectation,
  type ExpectationTable,
  expectGroups,
  expectLinks,
  type Judged,
  judge,
} from "./expectation.ts";
import { structurePairs } from "./extents.ts";
import { memberRows, type OpportunityColumns, opportunityColumns } from "./opportunity-columns.ts";
import { type ScoredPair, scorePairs } from "./opportunity-pairs.ts";
import { frames, ProposalRules } from "./opportunity-rules.ts";
import { topicProximity } from "./opportunity-topics.ts";
import {
  DEFAULT_SETTINGS,
  DEFAULT_WEIGHTS,
  GOOD_COVERAGE,
  PairModel,
  SPARSE_WEIGHTS,
} from "./pair-scores.ts";
import { type Rows, row, type Snapshot } from "./snapshot.ts";
import { TIE_RULES } from "./tie-model.ts";

/** What a pair of groups is judged on: joint projects, or links where a side has no project. */
export type Basis = "projects" | "links";

/** A pair of positions a < b in a list of groups. */
export interface ExpectedPair extends Expectation, Judged {
  a: number;
  b: number;
  basis: Basis;
}

export interface Sides {
  /** Members of one group only, ascending. */
  a: Uint32Array;
  b: Uint32Array;
  /** Members of both, the group itself where it is a member of the other. */
  shared: Uint32Array;
}

export class OpportunityModel {
  readonly snapshot: Snapshot;
  readonly columns: OpportunityColumns;
  /** Row g: members of group g. */
  readonly members: Rows;
  /** By group number: 1 for one that only holds others together. */
  readonly isFrame: Uint8Array;
  readonly #models = new Map<number, PairModel>();
  #proximity: Float64Array | undefined;
  #rules: ProposalRules | undefined;
  #covered: number | undefined;

  constructor(
    snapshot: Snapshot,
    referenceCounts: readonly ReferenceCountRecord[],
    check: () => void = () => {},
  ) {
    this.snapshot = snapshot;
    this.columns = opportunityColumns(snapshot, referenceCounts, check);
    this.members = memberRows(
      snapshot,
      Array.from({ length: snapshot.groupCount }, (_, group) => group),
    );
    this.isFrame = frames(snapshot);
  }

  get rules(): ProposalRules {
    const { occasions, ofActor } = this.columns;
    this.#rules ??= new ProposalRules(this.snapshot, occasions, ofActor);
    return this.#rules;
  }

  /** Share of the groups' members that may be proposed and have a recorded tie. */
  get coverage(): number {
    this.#covered ??= this.#coverage();
    return this.#covered;
  }

  get isSparse(): boolean {
    return this.coverage < GOOD_COVERAGE;
  }

  /** Pair scores with the given dial for hubs (λ), made once. */
  pairs(hubPenalty: number, check: () => void): PairModel {
    const known = this.#models.get(hubPenalty);
    if (known) return known;
    const { isSparse } = this;
    const eligible = this.rules.partners.map((may, actor) =>
      may === 1 && this.hasTies(actor) ? 1 : 0,
    );
    const settings = {
      ...DEFAULT_SETTINGS,
      hubPenalty,
      isWeighted: isSparse,
      weights: isSparse ? SPARSE_WEIGHTS : DEFAULT_WEIGHTS,
    };
    const [like] = this.#models.values();
    const model = new PairModel(this.columns.pairs, eligible, settings, check, like);
    if (this.#models.size >= KEPT_MODELS) this.#models.clear();
    this.#models.set(hubPenalty, model);
    return model;
  }

  hasTies(actor: number): boolean {
    const { offsets } = this.columns.ties;
    return u32(offsets, actor) < u32(offsets, actor + 1);
  }

  /** φ between the topics that actors say they work on. */
  proximity(): Float64Array {
    const [own] = this.columns.pairs.spaces;
    if (!own) throw new Error("opportunities: expected a space of the actors' own topics");
    this.#proximity ??= topicProximity(own);
    return this.#proximity;
  }

  sides(groupA: number, groupB: number): Sides {
    return apart(row(this.members, groupA), row(this.members, groupB));
  }

  /** Of two actors: a group stands for its members, any other for itself. */
  sidesOf(actorA: number, actorB: number): Sides {
    const standsFor = (actor: number) => {
      const group = this.snapshot.groupOf(actor);
      return group < 0 ? Uint32Array.of(actor) : row(this.members, group);
    };
    return apart(standsFor(actorA), standsFor(actorB));
  }

  /** Actors of both extents: members of both, and a group that is a member of the other. */
  bridges(groupA: number, groupB: number): number[] {
    const extent = (group: number) =>
      new Set([...row(this.members, group), this.snapshot.groupActor(group)]);
    const inB = extent(groupB);
    return [...extent(groupA)].filter((actor) => inB.has(actor)).sort((a, b) => a - b);
  }

  /** Row i: the members of `groups[i]` and the group itself, ascending. */
  extents(groups: readonly number[]): Rows {
    return rowsFrom(
      groups.map((group) =>
        [...row(this.members, group), this.snapshot.groupActor(group)].sort((a, b) => a - b),
      ),
    );
  }

  /** All pairs of positions a < b that are no structure: by projects, or by links where a side has none. */
  expectations(groups: readonly number[], check: () => void): ExpectedPair[] {
    const { snapshot, columns } = this;
    const size = groups.length;
    const members = memberRows(snapshot, groups);
    const byProjects = expectGroups(columns.occasions, columns.ofActor, members, check);
    const byLinks = byProjects.occasions.includes(0)
      ? expectLinks(columns.links, snapshot.actorCount, this.extents(groups), check)
      : byProjects;
    const isStructure = structurePairs(snapshot, groups);
    const found: ExpectedPair[] = [];
    for (let a = 0; a < size; a += 1) {
      check();
      for (let b = a + 1; b < size; b += 1) {
        const cell = a * size + b;
        if (isStructure[cell] === 1) continue;
        found.push(expectedAt(a, b, byProjects, byLinks));
      }
    }
    return found;
  }

  /** Of two groups, structure or not. */
  expectPair(groupA: number, groupB: number): ExpectedPair {
    const { snapshot, columns } = this;
    const groups = [groupA, groupB];
    return expectedAt(
      0,
      1,
      expectGroups(columns.occasions, columns.ofActor, memberRows(snapshot, groups)),
      expectLinks(columns.links, snapshot.actorCount, this.extents(groups)),
    );
  }

  /** Effective number of members that carry the expectation; the one who carries most of the narrower side, or -1. */
  breadth({ a, b }: Sides): { breadth: number; carrier: number } {
    const { occasions, ofActor } = this.columns;
    const { breadth, ofA, ofB } = breadthOf(occasions, ofActor, a, b);
    const [side, expected] = effectiveNumber(ofA) <= effectiveNumber(ofB) ? [a, ofA] : [b, ofB];
    const most = expected.reduce((best, value, i) => (value > f64(expected, best) ? i : best), 0);
    return { breadth, carrier: breadth > 0 ? u32(side, most) : -1 };
  }

  scoredPairs(sides: Sides, hubPenalty: number, check: () => void): ScoredPair[] {
    return scorePairs(
      this.pairs(hubPenalty, check),
      sides.a,
      sides.b,
      this.rules.partners,
      (actor) => this.rules.excludedFor(actor),
      check,
    );
  }

  /** `ends`: actors that are asked about themselves and introduce nobody. */
  groupBrokers(
    sides: Sides,
    limit: number,
    beta: number,
    withUmbrellas: boolean,
    ends: readonly number[],
  ): Broker[] {
    const allowed = (withUmbrellas ? this.rules.brokersAndUmbrellas : this.rules.brokers).slice();
    for (const end of ends) allowed[end] = 0;
    const group = (members: Uint32Array): BrokerGroup => ({
      members: members.filter((actor) => this.rules.isDefunct[actor] !== 1),
      membershipStrength: TIE_RULES.MEMBER_OF.theta,
    });
    const { ties, pairs } = this.columns;
    return groupBrokers(ties, pairs.spaces, group(sides.a), group(sides.b), sides.shared, {
      allowed,
      limit,
      beta,
    });
  }

  /** Between two actors; nobody of the body or house of one of the two. */
  pairBrokers(x: number, y: number, limit: number, beta: number, withUmbrellas: boolean): Broker[] {
    const { ties, pairs } = this.columns;
    const may = withUmbrellas ? this.rules.brokersAndUmbrellas : this.rules.brokers;
    const allowed = new Uint8Array(may.length);
    // Only partners of x come into question.
    for (const w of row({ offsets: ties.offsets, values: ties.targets }, x)) {
      const isFree = may[w] === 1 && !this.rules.isKin(w, x) && !this.rules.isKin(w, y);
      if (isFree) allowed[w] = 1;
    }
    return pairBrokers(ties, pairs.spaces, x, y, { allowed, limit, beta });
  }

  #coverage(): number {
    let members = 0;
    let tied = 0;
    for (const actor of new Set(this.members.values)) {
      if (this.rules.partners[actor] !== 1) continue;
      members += 1;
      if (this.hasTies(actor)) tied += 1;
    }
    return members === 0 ? 1 : tied / members;
  }
}

/** Both ascending. */
function apart(a: Uint32Array, b: Uint32Array): Sides {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [u32(a, i), u32(b, j)];
    if (x === y) shared.push(x);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  if (shared.length === 0) return { a, b, shared: new Uint32Array() };
  const inBoth = new Set(shared);
  return {
    a: a.filter((actor) => !inBoth.has(actor)),
    b: b.filter((actor) => !inBoth.has(actor)),
    shared: Uint32Array.from(shared),
  };
}

function expectedAt(
  a: number,
  b: number,
  byProjects: ExpectationTable,
  byLinks: Pick<ExpectationTable, "observed" | "expected" | "variance">,
): ExpectedPair {
  const hasProjects = byProjects.occasions[a] !== 0 && byProjects.occasions[b] !== 0;
  const table = hasProjects ? byProjects : byLinks;
  const cell = a * byProjects.size + b;
  const [observed, expected] = [u32(table.observed, cell), f64(table.expected, cell)];
  return {
    a,
    b,
    basis: hasProjects ? "projects" : "links",
    observed,
    expected,
    variance: f64(table.variance, cell),
    ...judge(observed, expected),
  };
}

/** Dials for which pair scores are kept. */
const KEPT_MODELS = 4;
