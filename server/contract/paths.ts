/** Queries and results of collaboration paths and of joining a few actors. Every number of the model is in the answer. */
import { z } from "zod";
import { actorRef, linkBetween, localised, projectRef } from "./actor.ts";
import { integer } from "./filters.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "./vocabulary.ts";

export const PATH_MODES = ["informative", "diverse", "fewest-hops"] as const;
export type PathMode = (typeof PATH_MODES)[number];

const id = z.string().min(1).max(500);
const count = z.number().int().min(0);
const ids = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(id).min(1).max(100));
const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(item).min(1));

/** A decimal number in the address. */
const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}(\.\d{1,6})?$/, `a number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** What paths may go over; the same for both questions. */
const constraints = {
  types: list(z.enum(LINK_TYPES)).optional().describe("Only over links of these types."),
  notKinds: list(z.enum(ACTOR_KINDS))
    .optional()
    .describe("Not through actors of these kinds; the ends may be of them."),
  notVia: ids.optional().describe("Not through these actors."),
  year: integer(1900, 2200)
    .optional()
    .describe(
      "Over links that were alive in this year; an unknown start or end never excludes one.",
    ),
  confidence: z.enum(CONFIDENCES).optional().describe("Over links at least this sure."),
  kappa: decimal(0, 2)
    .optional()
    .describe(
      'κ: how much dearer well-connected actors are ("less obvious contacts"). Default 0; 0.25 is a good second try.',
    ),
  lambda: decimal(0, 10)
    .optional()
    .describe("λ: weight of a tie's weakness in the cost of a hop. Default 1."),
  thetaFunding: decimal(0.01, 10).optional().describe("θ of funding and supporting. Default 0.3."),
  halfLife: decimal(0.1, 100)
    .optional()
    .describe("h: years after which a joint project counts half. Default 4."),
  occasionLimit: integer(2, 1_000)
    .optional()
    .describe(
      "Projects with more participants are stops, not ties between all of them. Default 50.",
    ),
};

export const pathsQuery = z.strictObject({
  from: id.describe(
    "Id of an actor that is no project, or of a group; `ends` says what a group stands for.",
  ),
  to: id.describe("Id of the other end, as `from`."),
  k: integer(1, 50).default(5).describe("How many paths. Default 5."),
  mode: z
    .enum(PATH_MODES)
    .default("informative")
    .describe("The cheapest paths, cheap ones that differ, or those over the fewest links."),
  maxHops: integer(1, 10).default(6).describe("Longest path, in hops. Default 6."),
  ends: z
    .enum(["members", "actor"])
    .default("actor")
    .describe(
      "`members`: a group at an end stands for its members too, and each pair has its best path; `actor`: for itself.",
    ),
  via: id.optional().describe("Only through this group and its members."),
  ...constraints,
});

export type PathsQuery = z.output<typeof pathsQuery>;

/** Why a hop is there: what it rests on. */
export const pathHop = z.object({
  from: z.string(),
  to: z.string(),
  cost: z.number(),
  /** Tie strength w; `null` for one side of a stop. */
  strength: z.number().nullable(),
  /** The hop is one side of a stop: an actor that gathers many (hub, network, funder), and how many. */
  umbrella: actorRef.extend({ gathers: count }).nullable(),
  reason: localised,
  /** Direct links of the two; at most 20. */
  links: z.array(linkBetween),
  /** Joint projects of the two, newest first; at most 20. */
  projects: z.array(projectRef),
  omitted: z.object({ links: count, projects: count }),
});

export type PathHop = z.infer<typeof pathHop>;

export const pathView = z.object({
  cost: z.number(),
  actors: z.array(actorRef),
  hops: z.array(pathHop),
  /** Passes no stop: every introduction is by somebody who worked with both. */
  informative: z.boolean(),
  /** Why this path, against the one with the fewest hops. */
  because: localised,
});
export type PathView = z.infer<typeof pathView>;

export const RELAXATIONS = [
  "maxHops",
  "notKinds",
  "notVia",
  "types",
  "confidence",
  "year",
  "via",
  "all",
] as const;

export const pathsResult = z.object({
  revision: z.number().int(),
  from: actorRef,
  to: actorRef,
  mode: z.enum(PATH_MODES),
  paths: z.array(pathView),
  /** There are more paths than were asked for. */
  truncated: z.boolean(),
  /**
   * When there is none: what would have to be given up for one to be found, and the number of hops it has then.
   * `all`: every limit together.
   */
  relax: z.array(z.object({ parameter: z.enum(RELAXATIONS), hops: count, advice: localised })),
});
export type PathsResult = z.infer<typeof pathsResult>;

export const connectQuery = z.strictObject({
  ids: z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(id))
    .refine((list) => list.length >= 2 && list.length <= 8, "2 to 8 different ids")
    .describe("Ids of two to eight actors."),
  ...constraints,
});

export type ConnectQuery = z.output<typeof connectQuery>;

export const connectResult = z.object({
  revision: z.number().int(),
  /** The cheapest tree that joins them; `null` when they are not all connected. */
  tree: z
    .object({ cost: z.number(), actors: z.array(actorRef), hops: z.array(pathHop) })
    .nullable(),
  /** Those that cannot be reached from the first one. */
  apart: z.array(actorRef),
});
export type ConnectResult = z.infer<typeof connectResult>;
