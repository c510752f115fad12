/** The closed vocabulary and the limits of judgements; imports nothing, like the other vocabularies. */

export const VERDICTS = ["accepted", "dismissed"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Longest reason and longest note, in characters. */
export const LONGEST_REASON = 500;
export const LONGEST_NOTE = 4_000;
