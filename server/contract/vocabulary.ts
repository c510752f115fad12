/**
 * The closed vocabularies of the graph model. Everything that names a kind or a type reads it here, the client
 * too: this file imports nothing, so it brings no schema library into the browser.
 */

/** Kinds of actor, in the order in which lists and legends show them. */
export const ACTOR_KINDS = [
  "hub",
  "cluster",
  "house_of",
  "consortium",
  "initiative",
  "accelerator",
  "competence_centre",
  "company",
  "startup",
  "university",
  "research_institute",
  "investor",
  "public_body",
  "association",
  "project",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A group is an actor that gathers others. */
export const GROUP_KINDS = [
  "hub",
  "cluster",
  "house_of",
  "consortium",
  "initiative",
  "accelerator",
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export function isGroupKind(kind: ActorKind): kind is GroupKind {
  return GROUP_KINDS.some((group) => group === kind);
}

/** The kinds that the overview draws unless it is asked for others. */
export const OVERVIEW_KINDS = [
  "hub",
  "cluster",
  "house_of",
] as const satisfies readonly GroupKind[];

export const LINK_TYPES = [
  "MEMBER_OF",
  "PARTNER_OF",
  "PART_OF",
  "SUPPORTS",
  "FUNDS",
  "INVESTED_IN",
  "OPERATES",
  "LOCATED_AT",
  "PARTICIPATES_IN",
  "COLLABORATES_WITH",
  "SPIN_OFF_OF",
  "SUCCESSOR_OF",
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** Link types that put an actor into a group, when the target is of a group kind. */
export const MEMBERSHIP_TYPES = [
  "MEMBER_OF",
  "PARTNER_OF",
  "PART_OF",
  "PARTICIPATES_IN",
] as const satisfies readonly LinkType[];

/** How sure a link is, surest first: said in a founding document, read in a public record, general knowledge. */
export const CONFIDENCES = ["stated", "public_record", "general_knowledge"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A readable slug: lower-case letters, digits and single hyphens or dots, at most 120 characters. */
export const idPattern = /^[a-z0-9](?:[a-z0-9._-]{0,118}[a-z0-9])?$/;
