/**
 * What people say to suggestions: a pair of groups that should meet, or two actors suggested to each other, accepted
 * or dismissed with a reason, and a note. A judgement changes no fact and no ranking; it is kept beside them.
 */
import { z } from "zod";
import { LONGEST_NOTE, LONGEST_REASON, VERDICTS } from "./judgement-words.ts";

const id = z.string().min(1).max(500);
/** Without what no database keeps: NUL, and halves of a character. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((value) => value.replace(/[\p{Surrogate}\0]/gu, "").trim());

export const judgementRecord = z.object({
  /** Ids of two groups or of two actors; the order of the two does not matter, `a` is the smaller text. */
  a: id,
  b: id,
  verdict: z.enum(VERDICTS).nullable(),
  /** Why it was dismissed or accepted. */
  reason: z.string().max(LONGEST_REASON).nullable(),
  note: z.string().max(LONGEST_NOTE).nullable(),
  /** ISO 8601 instant of the last change. */
  changedAt: z.string(),
});
export type JudgementRecord = z.infer<typeof judgementRecord>;

// ---- GET /api/judgements
export const judgementsQuery = z.strictObject({});
export const judgementsResult = z.object({
  /** The last changed first, at most 1,000. */
  judgements: z.array(judgementRecord),
  /** Kept but not listed: those beyond the limit, and those about an actor that is gone (listed again when it is back). */
  omitted: z.number().int().min(0),
});
export type JudgementsResult = z.infer<typeof judgementsResult>;

// ---- POST /api/judgements
export const judgeBody = z.strictObject({
  a: id,
  b: id,
  verdict: z.enum(VERDICTS).nullable(),
  reason: text(LONGEST_REASON).nullable(),
  note: text(LONGEST_NOTE).nullable(),
  /** `changedAt` of the judgement that this one replaces, `null` for none: a change by somebody else is not lost. */
  replaces: z.string().nullable(),
});
export type JudgeBody = z.output<typeof judgeBody>;
export const judgeResult = z.object({
  /** As it is kept now; `null` when nothing is left of it: no verdict, no reason, no note. */
  judgement: judgementRecord.nullable(),
});
export type JudgeResult = z.infer<typeof judgeResult>;
