/**
 * The records as the store keeps them, with the names of the graph model. The seed loader and both stores
 * parse with these schemas; a property that is not known is absent, never "" or 0.
 */
import { z } from "zod";
import { ACTOR_KINDS, CONFIDENCES, idPattern, LINK_TYPES } from "./vocabulary.ts";

export const id = z
  .string()
  .regex(idPattern, "an id of lower-case letters, digits, '-', '_' or '.'");

/** ISO 8601 of any precision: `2017`, `2016-11` or `2019-04-01`; the calendar day must exist. */
export const isoDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: "a date like 2017, 2016-11 or 2019-04-01",
    abort: true,
  })
  .refine(
    (text) => text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text,
    "a day that exists in the calendar",
  );

const text = z.string().min(1).max(10_000);
const ids = z.array(id).max(200);

export const actorRecord = z.strictObject({
  id,
  name: text,
  nameEn: text.optional(),
  aliases: z.array(text).max(100),
  kind: z.enum(ACTOR_KINDS),
  city: text.optional(),
  state: text.optional(),
  country: text.optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  founded: isoDate.optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  /** Ids of the legal entity, with the register as prefix: `PIC:999995214`, `ROR:…`, `CORDIS:633053`. */
  legalIds: z.array(text).max(50),
  topics: ids,
  descriptionDe: text.optional(),
  descriptionEn: text.optional(),
  sourceIds: ids,
  /** The following are known for projects only. Start and end of the project. */
  start: isoDate.optional(),
  end: isoDate.optional(),
  programme: text.optional(),
  programmePart: text.optional(),
  fundingScheme: text.optional(),
  /** Number of participants of all countries; absent where only the German ones are known. */
  participants: z.number().int().min(1).optional(),
  participantsDe: z.number().int().min(1).optional(),
});
export type ActorRecord = z.infer<typeof actorRecord>;

export const linkRecord = z.strictObject({
  id,
  source: id,
  target: id,
  type: z.enum(LINK_TYPES),
  /** Known from; absent = start not known. */
  since: isoDate.optional(),
  /** Ended; absent = no end known, which does not mean still active. */
  until: isoDate.optional(),
  noteDe: text.optional(),
  noteEn: text.optional(),
  /** Role of the participant in a project, for example `coordinator`. */
  role: text.optional(),
  sourceIds: ids,
  confidence: z.enum(CONFIDENCES),
});
export type LinkRecord = z.infer<typeof linkRecord>;

export const sourceRecord = z.strictObject({
  id,
  title: text,
  publisher: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  date: isoDate.optional(),
  retrieved: isoDate.optional(),
});
export type SourceRecord = z.infer<typeof sourceRecord>;

export const topicRecord = z.strictObject({
  id,
  nameDe: text,
  nameEn: text,
  /** The broader topic, if there is one; no cycles. */
  broader: id.optional(),
});
export type TopicRecord = z.infer<typeof topicRecord>;

/** One stratum of the population behind an expectation: how many projects of this kind there were. */
export const referenceCountRecord = z.strictObject({
  /** Which population: all multi-partner projects with a German participant, or all countries. */
  population: z.enum(["germany", "all"]),
  programme: text,
  topic: text,
  sizeClass: text,
  year: z.number().int().min(1900).max(2200),
  projects: z.number().int().min(0),
});
export type ReferenceCountRecord = z.infer<typeof referenceCountRecord>;

/** Of a story with what is kept around it, in characters. */
export const LONGEST_KEPT_STORY = 1_100_000;

/** A saved workshop story; its content is opaque to the store. */
export const storyRecord = z.strictObject({
  id,
  title: text,
  content: z.string().max(LONGEST_KEPT_STORY),
});
export type StoryRecord = z.infer<typeof storyRecord>;
