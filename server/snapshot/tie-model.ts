/**
 * The model of a collaboration tie: what counts as an occasion, as a stop and as a direct tie, and how strong each
 * is. The one table of its numbers; every number can be set per request. Source: Newman, "Scientific collaboration
 * networks II", Phys. Rev. E 64 (2001): strength = Σ 1/(n − 1) over shared occasions; aged and weighted by type here.
 */
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  GROUP_KINDS,
  LINK_TYPES,
  type LinkType,
} from "../contract/vocabulary.ts";

/**
 * `occasion`: both ends of it tie through a shared project. `pair`: the two ends tie directly (n = 2).
 * `gather-target`: the target gathers the sources (members of a hub). `gather-source`: the source gathers the
 * targets (recipients of a funder).
 */
export type TieRole = "occasion" | "pair" | "gather-target" | "gather-source";

export interface TieRule {
  role: TieRole;
  /** θ: weight of this type of link. */
  theta: number;
  /** h: years after which a tie counts half; `Infinity` = does not age. */
  halfLifeYears: number;
}

/**
 * θ and h by link type. Measured for projects and funders (science report 3.7), designed for the others. Projects
 * halve in four years, not in the report's two: on the tuning split that finds more later partners (P@10 .120
 * against .117) over fewer umbrellas (0.8 % against 1.8 %). On the test split umbrellas fall as much, while P@10
 * stays within the sample's noise (.115 against .117); `npm run bench:quality`.
 */
export const TIE_RULES: Record<LinkType, TieRule> = {
  PARTICIPATES_IN: { role: "occasion", theta: 1, halfLifeYears: 4 },
  MEMBER_OF: { role: "gather-target", theta: 0.5, halfLifeYears: Number.POSITIVE_INFINITY },
  PARTNER_OF: { role: "gather-target", theta: 1, halfLifeYears: 4 },
  PART_OF: { role: "gather-target", theta: 0.5, halfLifeYears: Number.POSITIVE_INFINITY },
  LOCATED_AT: { role: "gather-target", theta: 0.5, halfLifeYears: Number.POSITIVE_INFINITY },
  FUNDS: { role: "gather-source", theta: 0.3, halfLifeYears: 4 },
  SUPPORTS: { role: "gather-source", theta: 0.3, halfLifeYears: 4 },
  INVESTED_IN: { role: "pair", theta: 1, halfLifeYears: 4 },
  COLLABORATES_WITH: { role: "pair", theta: 1, halfLifeYears: 4 },
  OPERATES: { role: "pair", theta: 1, halfLifeYears: Number.POSITIVE_INFINITY },
  SPIN_OFF_OF: { role: "pair", theta: 1, halfLifeYears: Number.POSITIVE_INFINITY },
  SUCCESSOR_OF: { role: "pair", theta: 1, halfLifeYears: Number.POSITIVE_INFINITY },
};

/** Factor of a tie by how sure its link is. */
export const CONFIDENCE_FACTORS: Record<Confidence, number> = {
  stated: 1,
  public_record: 1,
  general_knowledge: 0.5,
};

/** Kinds that gather others: they stay stops on a way, because they are who would make the introduction. */
export const STOP_KINDS: readonly ActorKind[] = [...GROUP_KINDS, "association"];

export interface TieParameters {
  /** λ: weight of a tie's weakness in the cost of a hop. */
  lambda: number;
  /** Occasions with more participants are stops, not ties between all their participants. */
  occasionLimit: number;
  /** κ: dearer the better connected an actor is ("less obvious contacts"). */
  kappa: number;
  /** Replaces θ of all gathering by funding and supporting (`null` = the table). */
  thetaFunding: number | null;
  /** Replaces h of projects, years (`null` = the table). */
  projectHalfLifeYears: number | null;
  /** The day that ages are counted to, days since 1970. */
  today: number;
}

export const DEFAULT_PARAMETERS: Omit<TieParameters, "today"> = {
  lambda: 1,
  occasionLimit: 50,
  kappa: 0,
  thetaFunding: null,
  projectHalfLifeYears: null,
};

/** θ and h of every link type as columns, with the request's replacements. */
export function tieColumns(parameters: TieParameters): {
  theta: Float64Array;
  halfLife: Float64Array;
} {
  const rules = LINK_TYPES.map((type) => ({ type, ...TIE_RULES[type] }));
  const isFunding = (type: LinkType) => type === "FUNDS" || type === "SUPPORTS";
  return {
    theta: Float64Array.from(rules, ({ type, theta }) =>
      isFunding(type) ? (parameters.thetaFunding ?? theta) : theta,
    ),
    halfLife: Float64Array.from(rules, ({ role, halfLifeYears }) =>
      role === "occasion" ? (parameters.projectHalfLifeYears ?? halfLifeYears) : halfLifeYears,
    ),
  };
}

export const CONFIDENCE_COLUMN = Float64Array.from(CONFIDENCES, (c) => CONFIDENCE_FACTORS[c]);
export const ROLE_COLUMN: readonly TieRole[] = LINK_TYPES.map((type) => TIE_RULES[type].role);
export const STOP_COLUMN = Uint8Array.from(ACTOR_KINDS, (kind) =>
  STOP_KINDS.includes(kind) ? 1 : 0,
);

/** A tie that old costs hundreds; more would come to nothing, and nothing has no cost. */
const MOST_HALF_LIVES = 900;

/** 2^(−age/h); 1 for a tie that does not age or whose date is not known. */
export function decay(ageYears: number, halfLifeYears: number): number {
  return halfLifeYears === Number.POSITIVE_INFINITY
    ? 1
    : 2 ** -Math.min(MOST_HALF_LIVES, Math.max(0, ageYears) / halfLifeYears);
}

/** Cost of a hop that rests on a tie of strength w: `1 + λ ln(1 + 1/w)`. */
export function hopCost(strength: number, lambda: number): number {
  return 1 + lambda * Math.log1p(1 / strength);
}

/** Cost of one side of a stop that gathers n: `½ (1 + λ ln(1 + (n − 1)/w))`, w = θ · confidence · 2^(−age/h). */
export function sideCost(gathered: number, weight: number, lambda: number): number {
  return 0.5 * (1 + lambda * Math.log1p((gathered - 1) / weight));
}
