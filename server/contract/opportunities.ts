/**
 * Queries and results of opportunities: groups with fewer joint projects than expected, who of them could work
 * together, who could introduce them. "None recorded" is never "none". Every number of the model is in the answer.
 */
import { z } from "zod";
import { actorRef, localised } from "./actor.ts";
import { integer } from "./filters.ts";
import {
  BROKER_ROLES,
  LIFT_CLASSES,
  OPPORTUNITY_CLASSES,
  OPPORTUNITY_SORTS,
  PAIR_TERMS,
  PARTNER_SCOPES,
} from "./opportunity-words.ts";
import { pathView } from "./paths.ts";
import { GROUP_KINDS } from "./vocabulary.ts";

const revision = z.number().int();
const count = z.number().int().min(0);
const id = z.string().min(1).max(500);
const words = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(item).min(1).max(100));
const word = z.string().min(1).max(200);

/** A decimal number in the address. */
const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}(\.\d{1,6})?$/, `a number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const hubPenalty = decimal(0, 2)
  .default(0)
  .describe(
    "λ: how much well-connected actors are put back among the suggested pairs. 0.25 makes them less obvious; beyond 0.5 it is no forecast any more.",
  );

/** A sentence in both languages. */
const sentence = z.object({ de: z.string(), en: z.string() });
export type Sentence = z.infer<typeof sentence>;
const topic = z.object({ id: z.string(), name: localised });

/** O, E and what follows from them. */
const expectation = {
  /** Joint projects (links where `basis` says so) recorded between members of one and members of the other only. */
  observed: count,
  /** What would be expected from the activity in the same topics and sizes alone. */
  expected: z.number(),
  /** r = (O + 8) / (E + 8). */
  ratio: z.number(),
  /** E · (1 − r), 0 at least: joint projects missing, cautiously counted. */
  gap: z.number(),
  class: z.enum(OPPORTUNITY_CLASSES),
  /** What was counted: joint projects, or links where one side has no project recorded. */
  basis: z.enum(["projects", "links"]),
};

/** One suggested pair of actors. */
export const suggestedPair = z.object({
  x: actorRef,
  y: actorRef,
  /** S(x,y); only its order means something. */
  score: z.number(),
  lift: z.enum(LIFT_CLASSES),
  /** How many times oftener than random pairs such pairs got together where it was measured. */
  times: z.number(),
  reasons: z.array(sentence),
  /** Raw value and z of each term; `null` value: could not be computed and counts as its mean. */
  terms: z.array(
    z.object({ term: z.enum(PAIR_TERMS), value: z.number().nullable(), z: z.number() }),
  ),
  missing: z.array(z.enum(PAIR_TERMS)),
  /** Common partners in all, and the least connected ones. */
  commonPartners: count,
  partners: z.array(actorRef),
  topics: z.array(topic),
  distanceKm: z.number().nullable(),
  /** Joint projects expected by chance. */
  expected: z.number().nullable(),
});
export type SuggestedPair = z.infer<typeof suggestedPair>;

const brokerSide = z.object({
  /** r: recent tie strength with the side. */
  strength: z.number(),
  /** Actors of the side that it has ties with, and joint projects and links with them. */
  partners: count,
  joint: count,
  /** Whom of the side it works with most. */
  closest: actorRef.nullable(),
});

export const brokerView = z.object({
  actor: actorRef,
  score: z.number(),
  /** Of both, of the first, of the second, of neither. */
  role: z.enum(BROKER_ROLES),
  a: brokerSide,
  b: brokerSide,
  /** Geometric mean of its topic cosines with both sides. */
  topicFit: z.number().nullable(),
  reasons: z.array(sentence),
});
export type BrokerView = z.infer<typeof brokerView>;

const complementary = topic.extend({
  /** 0–100: the share of related topics that the receiving group already works on. */
  density: z.number(),
});

export const opportunityView = z.object({
  a: actorRef,
  b: actorRef,
  ...expectation,
  /** 5 % and 95 % of the ratio: Gamma(O + 8, E + 8). */
  interval: z.tuple([z.number(), z.number()]),
  /** Standard deviation of the number of joint projects under the model. */
  deviation: z.number(),
  /** Effective number of members that carry the expectation, the smaller of the two sides. */
  breadth: z.number(),
  /** 0–1: mean lift of the five best pairs as a share of the highest. */
  feasibility: z.number(),
  /** gap × min(1, max(0, breadth − 1)) × feasibility. */
  rank: z.number(),
  /** Members of one group only. */
  members: z.object({ a: count, b: count }),
  /** Three, the most important first. */
  reasons: z.array(sentence),
  /** What limits the statement. */
  notes: z.array(sentence),
  topics: z.object({
    shared: z.array(topic),
    /** What the one has and the other is close to. */
    fromA: z.array(complementary),
    fromB: z.array(complementary),
  }),
  /** Actors that belong to both; at most 20. */
  bridges: z.array(actorRef),
  pairs: z.array(suggestedPair),
  brokers: z.array(brokerView),
  question: sentence,
  omitted: z.object({ bridges: count, pairs: count }),
});
export type OpportunityView = z.infer<typeof opportunityView>;

const basis = {
  /** Share of the groups' members with a recorded tie; below 0.7 indirect ties count more. */
  coverage: z.number(),
  /** Where the number of possible projects comes from: a reference population, or the data alone. */
  population: z.enum(["reference", "data"]),
  /** What limits all statements alike. */
  notes: z.array(sentence),
};

// ---- /api/opportunities
export const opportunitiesQuery = z.strictObject({
  kinds: words(z.enum(GROUP_KINDS))
    .default(["hub", "cluster", "house_of"])
    .describe("Kinds of group to compare."),
  groups: words(word)
    .optional()
    .describe("Ids of groups: one of the two has to be one of them. So for topics and states."),
  topics: words(word).optional().describe("Topic ids; narrower topics pass too."),
  states: words(word).optional().describe("Names of states as `/api/facets` lists them."),
  sort: z
    .enum(OPPORTUNITY_SORTS)
    .default("missing")
    .describe("`missing`: most missing first. `nothing-yet`: only pairs without a joint project."),
  limit: integer(1, 100).default(20).describe("At most so many entries in each list."),
  hubPenalty,
});
export type OpportunitiesQuery = z.output<typeof opportunitiesQuery>;

export const opportunitiesResult = z.object({
  revision,
  ...basis,
  opportunities: z.array(opportunityView),
  /** Pairs of which too little is expected to tell anything, by how alike their topics are. */
  related: z.array(
    z.object({
      a: actorRef,
      b: actorRef,
      observed: count,
      expected: z.number(),
      basis: z.enum(["projects", "links"]),
      cosine: z.number(),
      topics: z.array(topic),
      reasons: z.array(sentence),
    }),
  ),
  /** Pairs of groups looked at. */
  compared: count,
  omitted: z.object({ opportunities: count, related: count }),
});
export type OpportunitiesResult = z.infer<typeof opportunitiesResult>;

// ---- /api/opportunities/:a/:b
export const opportunityParams = z.strictObject({
  a: id.describe("Id of a group."),
  b: id.describe("Id of the other group."),
});
export const opportunityQuery = z.strictObject({ hubPenalty });
export const opportunityResult = z.object({
  revision,
  ...basis,
  /** Why the pair is not proposed, where it is not: one is nested in the other or follows it. */
  structure: z.enum(["nested", "succession"]).nullable(),
  opportunity: opportunityView,
  /** For each suggested pair the most informative path; `null` where there is none. */
  paths: z.array(z.object({ x: z.string(), y: z.string(), path: pathView.nullable() })),
});
export type OpportunityResult = z.infer<typeof opportunityResult>;

// ---- /api/actors/:id/partners
export const partnersQuery = z.strictObject({
  scope: z
    .enum(PARTNER_SCOPES)
    .default("other-groups")
    .describe("`other-groups`: only actors that share no group with this one."),
  limit: integer(1, 100).default(10).describe("At most so many partners."),
  hubPenalty,
});
export const partnersResult = z.object({
  revision,
  actor: actorRef,
  scope: z.enum(PARTNER_SCOPES),
  coverage: z.number(),
  partners: z.array(suggestedPair.omit({ x: true, y: true }).extend({ actor: actorRef })),
  notes: z.array(sentence),
  omitted: count,
});
export type PartnersResult = z.infer<typeof partnersResult>;

// ---- /api/brokers
export const brokersQuery = z.strictObject({
  a: id.describe("Id of an actor or a group."),
  b: id.describe("Id of the other actor or group."),
  limit: integer(1, 50).default(5).describe("At most so many brokers."),
  beta: decimal(0, 2)
    .default(0)
    .describe("β: how much well-connected brokers are put back. 0.25 is a good second try."),
  umbrellas: z
    .enum(["exclude", "include"])
    .default("exclude")
    .describe("Whether groups, associations, public bodies and funders may be proposed too."),
});
export const brokersResult = z.object({
  revision,
  a: actorRef,
  b: actorRef,
  brokers: z.array(brokerView),
  notes: z.array(sentence),
});
export type BrokersResult = z.infer<typeof brokersResult>;

// ---- part of /api/matrix
export const matrixExpectations = z.object({
  /** Without any filter; pairs of which at least 0.05 is expected, a before b in the order of the matrix. */
  pairs: z.array(z.object({ a: z.string(), b: z.string(), ...expectation })),
  omitted: count,
});

// ---- /api/quality
const metric = z.object({
  id: z.string(),
  name: localised,
  value: z.number(),
  /** The gate that the bench holds the value to, and what simple methods reach. */
  gate: z.number().nullable(),
  baseline: z.object({ name: localised, value: z.number() }).nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
/** What the quality bench writes to `server/quality.json`. */
export const qualityFile = z.object({
  /** ISO 8601 day. */
  date: z.string(),
  data: localised,
  split: localised,
  /** How it was measured. */
  url: z.string().nullable(),
  summary: sentence,
  metrics: z.array(metric),
});
export const qualityQuery = z.strictObject({});
export const qualityResult = z.object({
  revision,
  /** `null`: not measured yet. */
  measured: qualityFile.nullable(),
  summary: sentence,
});
export type QualityResult = z.infer<typeof qualityResult>;
