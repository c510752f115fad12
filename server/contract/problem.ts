/** RFC 9457 problem details: the closed list of problems that the service answers with. */
import { z } from "zod";
import { judgementRecord } from "./judgements.ts";

/** Short name → status and title. On the wire `type` is `/problems/<short name>`. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request is not valid" },
  "unknown-actor": { status: 404, title: "There is no such actor" },
  "unknown-story": { status: 404, title: "There is no such story" },
  "no-such-endpoint": { status: 404, title: "There is no such address" },
  "cross-site": { status: 403, title: "Only pages of this service may change something" },
  "method-not-allowed": { status: 405, title: "This address does not take this method" },
  conflict: { status: 409, title: "Somebody else was quicker" },
  "payload-too-large": { status: 413, title: "The request is too large" },
  "unsupported-media-type": { status: 415, title: "The content type is not supported" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "store-unavailable": { status: 503, title: "The database does not answer" },
  "query-timeout": { status: 504, title: "The question took too long" },
} as const;
export type ProblemName = keyof typeof PROBLEMS;

const progress = z.object({
  /** 1 … `steps`; 0 before it is its turn. */
  step: z.number().int().min(0),
  steps: z.number().int().min(1),
  /** Of the step. */
  share: z.number().min(0).max(1),
});
export type Progress = z.infer<typeof progress>;

export const problem = z.object({
  /** `/problems/<name>` of the closed list, or `about:blank` for an internal error. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** Path of the request. */
  instance: z.string().optional(),
  /** One entry for each wrong parameter: what was expected and what came. */
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
  /** With a timeout of work that goes on: how far it is; asked again, the same question joins it. */
  progress: progress.optional(),
  /** With a conflict: what is kept now, `null` when it is gone. */
  current: judgementRecord.nullable().optional(),
});
export type Problem = z.infer<typeof problem>;
