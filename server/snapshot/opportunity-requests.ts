/** What is asked about opportunities and what comes back, as numbers of the snapshot. */
import type { OpportunitySort, PartnerScope } from "../contract/opportunity-words.ts";
import type { Broker } from "./brokerage.ts";
import type { Expectation, Judged } from "./expectation.ts";
import type { ActorEvidence, GroupTopics } from "./opportunity-evidence.ts";
import type { Basis, ExpectedPair } from "./opportunity-model.ts";
import type { ScoredPair } from "./opportunity-pairs.ts";
import type { Structure } from "./snapshot.ts";

export interface ListRequest {
  /** Group numbers. */
  groups: readonly number[];
  /** By position in `groups`: 1 for groups of which one has to be in a pair; `null` = all pairs. */
  chosen: Uint8Array | null;
  sort: OpportunitySort;
  limit: number;
  relatedLimit: number;
  hubPenalty: number;
}

export interface PairRequest {
  groupA: number;
  groupB: number;
  hubPenalty: number;
}

export interface PartnersRequest {
  actor: number;
  scope: PartnerScope;
  limit: number;
  hubPenalty: number;
}

export interface BrokersRequest {
  /** Actor numbers. */
  a: number;
  b: number;
  limit: number;
  beta: number;
  withUmbrellas: boolean;
}

export interface ExpectationsRequest {
  groups: readonly number[];
  /** Only pairs of which at least so much is expected. */
  least: number;
  limit: number;
}

export interface ExpectationsAnswer {
  /** Those with most expected, ties by position. */
  pairs: ExpectedPair[];
  total: number;
}

export interface OpportunityRequests {
  list: ListRequest;
  pair: PairRequest;
  partners: PartnersRequest;
  brokers: BrokersRequest;
  expectations: ExpectationsRequest;
}

export interface OpportunityAnswers {
  list: ListAnswer;
  pair: PairAnswer;
  partners: PartnersAnswer;
  brokers: Broker[];
  expectations: ExpectationsAnswer;
}

export type PairOfActors = ScoredPair & ActorEvidence;

/** Two groups, by number. */
export interface Opportunity extends Expectation, Judged {
  groupA: number;
  groupB: number;
  basis: Basis;
  breadth: number;
  /** Who carries most of the narrower side, -1 for nobody. */
  carrier: number;
  feasibility: number;
  rank: number;
  /** Of the ratio: 5 % and 95 %. */
  interval: [number, number];
  bridges: number[];
  topics: GroupTopics;
  /** Only pairs that get together oftener than chance. */
  pairs: PairOfActors[];
  /** Further ones that are not shown: others of an actor that is shown often enough. */
  omittedPairs: number;
  brokers: Broker[];
  /** Who knows both actors of the first pair best, -1 for nobody. */
  introducer: number;
  /** Sizes of the sides without bridges. */
  membersA: number;
  membersB: number;
}

export interface RelatedPair extends Expectation {
  /** Positions in the request's groups. */
  a: number;
  b: number;
  groupA: number;
  groupB: number;
  basis: Basis;
  cosine: number;
  shared: number[];
}

export interface ListAnswer {
  opportunities: Opportunity[];
  related: RelatedPair[];
  total: { opportunities: number; related: number; pairs: number };
  coverage: number;
  population: "reference" | "data";
}

export interface PairAnswer {
  structure: Structure;
  opportunity: Opportunity;
  coverage: number;
  population: "reference" | "data";
}

export interface PartnersAnswer {
  partners: PairOfActors[];
  total: number;
  coverage: number;
}
