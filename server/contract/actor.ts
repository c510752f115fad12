/** What an answer says about actors and links: short forms for lists, and the whole page of one actor. */
import { z } from "zod";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "./vocabulary.ts";

/** A text in both languages; `null` where only the other one exists. */
export const localised = z.object({ de: z.string().nullable(), en: z.string().nullable() });
export type Localised = z.infer<typeof localised>;

export const actorRef = z.object({
  id: z.string(),
  /** The name as the actor writes it (German where it has several). */
  name: z.string(),
  /** The English name, where it differs. */
  nameEn: z.string().nullable(),
  kind: z.enum(ACTOR_KINDS),
});
export type ActorRef = z.infer<typeof actorRef>;

export const actorSummary = actorRef.extend({
  city: z.string().nullable(),
  state: z.string().nullable(),
});
export type ActorSummary = z.infer<typeof actorSummary>;

export const evidence = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  /** Page to read it on; for a project participation the project's own CORDIS page. */
  url: z.string().nullable(),
  date: z.string().nullable(),
  retrieved: z.string().nullable(),
});
export type Evidence = z.infer<typeof evidence>;

/** A link as seen from one actor. */
export const linkView = z.object({
  id: z.string(),
  type: z.enum(LINK_TYPES),
  /** `out`: this actor is the source of the link. */
  direction: z.enum(["out", "in"]),
  other: actorRef,
  since: z.string().nullable(),
  until: z.string().nullable(),
  confidence: z.enum(CONFIDENCES),
  note: localised,
  role: z.string().nullable(),
  sources: z.array(evidence),
});
export type LinkView = z.infer<typeof linkView>;

/** A link between two named actors. */
export const linkBetween = linkView
  .omit({ direction: true, other: true })
  .extend({ from: actorRef, to: actorRef });
export type LinkBetween = z.infer<typeof linkBetween>;

export const projectRef = z.object({
  id: z.string(),
  acronym: z.string(),
  title: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  programme: z.string().nullable(),
  url: z.string().nullable(),
  /** Those of the looked-at actors that take part, coordinators first. */
  participants: z.array(actorRef.extend({ role: z.string().nullable() })),
});
export type ProjectRef = z.infer<typeof projectRef>;

export const membership = actorRef.extend({
  /** Link type that makes the membership; of the nested group where it is inherited. */
  type: z.enum(LINK_TYPES),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The nested group through which the actor belongs to this one; `null` for a direct membership. */
  via: z.string().nullable(),
});
export type Membership = z.infer<typeof membership>;

export const actorFacts = actorSummary.extend({
  aliases: z.array(z.string()),
  country: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  founded: z.string().nullable(),
  website: z.string().nullable(),
  legalIds: z.array(z.string()),
  topics: z.array(z.object({ id: z.string(), name: localised })),
  description: localised,
  sources: z.array(evidence),
  start: z.string().nullable(),
  end: z.string().nullable(),
  programme: z.string().nullable(),
});
export type ActorFacts = z.infer<typeof actorFacts>;

export const actorPage = z.object({
  revision: z.number().int(),
  actor: actorFacts,
  /** Groups that the actor belongs to, direct ones first. */
  groups: z.array(membership),
  /** Links except project participations, most certain and newest first; at most 500. */
  links: z.array(linkView),
  /** Number of projects, and the actors with most joint projects (at most 50). */
  projects: z.object({
    total: z.number().int(),
    partners: z.array(z.object({ other: actorRef, projects: z.number().int() })),
    omittedPartners: z.number().int(),
  }),
  /** Number of links left out. */
  omitted: z.number().int(),
});
export type ActorPage = z.infer<typeof actorPage>;
