/** Errors of any room → RFC 9457 problem details. Nothing of an unexpected error leaves the service. */
import type { Response } from "express";
import { PROBLEMS, type Problem, type ProblemName } from "../contract/problem.ts";
import { Unfinished } from "../live/unfinished.ts";
import {
  ConflictingJudgement,
  ConflictingStory,
  InvalidRequest,
  UnknownActor,
  UnknownStory,
} from "../queries/context.ts";
import { StoreError } from "../store/store.ts";

/** Seconds after which asking again makes sense while the database is away or the work goes on. */
const RETRY_AFTER_SECONDS = 2;
const LONGEST_INSTANCE = 300;

/** A problem of the closed list that arises in this room. */
export class HttpProblem extends Error {
  override name = "HttpProblem";
  readonly problem: ProblemName;
  readonly headers: Record<string, string>;
  constructor(problem: ProblemName, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.problem = problem;
    this.headers = headers;
  }
}

export interface ProblemAnswer {
  body: Problem;
  headers: Record<string, string>;
}

/** @param path path of the request, without its query */
export function toProblem(error: unknown, path: string): ProblemAnswer {
  const instance = path.slice(0, LONGEST_INSTANCE);
  if (error instanceof HttpProblem) {
    return { body: body(error.problem, error.message, instance), headers: error.headers };
  }
  if (error instanceof InvalidRequest) {
    return {
      body: { ...body("invalid-request", error.message, instance), errors: error.errors },
      headers: {},
    };
  }
  if (error instanceof ConflictingJudgement) {
    return {
      body: { ...body("conflict", error.message, instance), current: error.current },
      headers: {},
    };
  }
  if (error instanceof Unfinished) {
    return {
      body: { ...body("query-timeout", error.message, instance), progress: error.progress },
      headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
    };
  }
  if (error instanceof ConflictingStory) {
    return { body: body("conflict", error.message, instance), headers: {} };
  }
  if (error instanceof UnknownStory) {
    return { body: body("unknown-story", error.message, instance), headers: {} };
  }
  if (error instanceof UnknownActor) {
    return { body: body("unknown-actor", error.message, instance), headers: {} };
  }
  if (error instanceof StoreError) {
    return {
      body: body("store-unavailable", "The database does not answer at the moment.", instance),
      headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
    };
  }
  const refused = refusedBody(error);
  if (refused) return { body: body(refused.problem, refused.message, instance), headers: {} };
  // Express itself refuses a path whose percent-encoding is broken.
  if (error instanceof URIError) {
    const detail = "path: expected well-formed percent-encoded UTF-8 (got something else)";
    return { body: body("invalid-request", detail, instance), headers: {} };
  }
  return {
    body: { type: "about:blank", title: "Internal Server Error", status: 500, instance },
    headers: {},
  };
}

/** What Express's reader of bodies says, by the type of its error. */
function refusedBody(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error && "type" in error && "status" in error)) return undefined;
  switch (error.status) {
    case 413:
      return new HttpProblem(
        "payload-too-large",
        `body: expected at most ${limitOf(error)} (got more)`,
      );
    case 415:
      return new HttpProblem("unsupported-media-type", `body: ${error.message}`);
    case 400:
      return new HttpProblem(
        "invalid-request",
        "body: expected a JSON object (got something else)",
      );
    default:
      return undefined;
  }
}

function limitOf(error: Error): string {
  const bytes = "limit" in error ? Number(error.limit) : 0;
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1024} KiB`;
}

/** No snapshot yet: the service is up, the graph is not. */
export function starting(): HttpProblem {
  return new HttpProblem(
    "store-unavailable",
    "The graph has not been read from the database yet.",
    { "Retry-After": String(RETRY_AFTER_SECONDS) },
  );
}

export function sendProblem(response: Response, { body, headers }: ProblemAnswer): void {
  response.removeHeader("ETag");
  response
    .status(body.status)
    .set({ "Cache-Control": "no-store", ...headers, "Content-Type": "application/problem+json" })
    .send(Buffer.from(JSON.stringify(body)));
}

function body(name: ProblemName, detail: string, instance: string): Problem {
  const { status, title } = PROBLEMS[name];
  return { type: `/problems/${name}`, title, status, detail, instance };
}
