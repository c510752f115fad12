/** The closed vocabularies of opportunities; imports nothing, like the other vocabulary. */

/** O against E, from nothing to say to nothing missing. */
export const OPPORTUNITY_CLASSES = [
  "too-little-data",
  "none-yet",
  "clearly-less",
  "somewhat-less",
  "as-expected",
] as const;
export type OpportunityClass = (typeof OPPORTUNITY_CLASSES)[number];

export const OPPORTUNITY_SORTS = ["missing", "nothing-yet"] as const;
export type OpportunitySort = (typeof OPPORTUNITY_SORTS)[number];

export const LIFT_CLASSES = ["very-high", "high", "raised", "base"] as const;
export type LiftClass = (typeof LIFT_CLASSES)[number];

/** Terms of a pair score: RA, L3, E, T, G. */
export const PAIR_TERMS = ["partners", "indirect", "expected", "topics", "distance"] as const;
export type PairTerm = (typeof PAIR_TERMS)[number];

/**
 * `bridge`: belongs to both. `representative`: of the first group, speaks for it to the second. `gatekeeper`: of
 * the second, lets the first in. `liaison`: of neither.
 */
export const BROKER_ROLES = ["bridge", "representative", "gatekeeper", "liaison"] as const;
export type BrokerRole = (typeof BROKER_ROLES)[number];

export const PARTNER_SCOPES = ["other-groups", "all"] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];
