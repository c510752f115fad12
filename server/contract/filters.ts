/**
 * The filters, the same for every question and for the page's address. A list is written with commas
 * (`kinds=hub,cluster`); values of one filter are alternatives, different filters all have to hold.
 */
import { z } from "zod";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "./vocabulary.ts";

export const list = <T extends z.ZodType<unknown, string>>(item: T, most = 100) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(item).min(1).max(most));

/** An integer in the address; anything but digits is refused. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/, `an integer from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

const word = z.string().min(1).max(200);

export const filterShape = {
  kinds: list(z.enum(ACTOR_KINDS))
    .optional()
    .describe("Kinds of actor to show. Projects are shown only when `project` is asked for here."),
  types: list(z.enum(LINK_TYPES)).optional().describe("Link types to show."),
  groups: list(word)
    .optional()
    .describe("Ids of groups: an actor passes when it is one of them or belongs to one."),
  topics: list(word)
    .optional()
    .describe("Topic ids: an actor passes when it has one of them or a narrower one."),
  states: list(word).optional().describe("Names of states as `/api/facets` lists them."),
  cities: list(word).optional().describe("Names of cities as `/api/facets` lists them."),
  year: integer(1900, 2200)
    .optional()
    .describe(
      "A link passes if it was alive in this year; an unknown start or end never excludes it.",
    ),
  confidence: z.enum(CONFIDENCES).optional().describe("Links at least this sure."),
  q: z.string().max(200).optional().describe("Free text: actors that the search finds."),
};

export const filters = z.strictObject(filterShape);
export type Filters = z.infer<typeof filters>;
