/** Errors of any room → RFC 9457 problem details. Nothing of an unexpected error leaves the service. */
import type { Response } from "express";
import { PROBLEMS, type Problem, type ProblemName } from "../contract/problem.ts";
import { InvalidRequest, UnknownActor } from "../queries/context.ts";
import { StoreError } from "../store/store.ts";

/** Seconds after which asking again makes sense while the database is away. */
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
  if (error instanceof UnknownActor) {
    return { body: body("unknown-actor", error.message, instance), headers: {} };
  }
  if (error instanceof StoreError) {
    return {
      body: body("store-unavailable", "The database does not answer at the moment.", instance),
      headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
    };
  }
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
