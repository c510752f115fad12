/**
 * Walks the contract's table of endpoints: parse → question → JSON, with a deadline, an AbortSignal that ends
 * the work when the client goes away, and an ETag that changes with the snapshot.
 */
import { createHash, randomBytes } from "node:crypto";
import { type Request, type Response, Router } from "express";
import { api, type EndpointName, type QueryOf } from "../contract/api.ts";
import type { HealthResult } from "../contract/explore.ts";
import type { Live } from "../live/live.ts";
import { readQuality } from "../live/quality-file.ts";
import { Unfinished } from "../live/unfinished.ts";
import { queries } from "../queries/all.ts";
import type { Context } from "../queries/context.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Store } from "../store/store.ts";
import { toJson } from "./json.ts";
import { parseParameters, parsePath, readQuery } from "./parameters.ts";
import { HttpProblem, starting } from "./problems.ts";

export interface EndpointOptions {
  live: Live;
  store: Store;
  requestTimeoutMs: number;
}

export const endpointNames = Object.keys(api) as EndpointName[];

/** One handler for each endpoint of the contract. */
export function endpoints(options: EndpointOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const tagOf = snapshotTags();
  for (const name of endpointNames) {
    router.get(api[name].path, (request, response) =>
      answer(name, options, tagOf, request, response),
    );
  }
  return router;
}

async function answer<N extends EndpointName>(
  name: N,
  options: EndpointOptions,
  tagOf: (snapshot: Snapshot) => string,
  request: Request,
  response: Response,
): Promise<void> {
  const query = parseRequest(name, request);
  const snapshot = options.live.snapshot();
  if (!snapshot) {
    if (name !== "health") throw starting();
    response.set("Cache-Control", "no-store").json(startingHealth(options));
    return;
  }
  if (name === "health" || "isLive" in api[name]) response.set("Cache-Control", "no-store");
  else {
    // The tag names the snapshot, not only its revision: a graph that others fill keeps revision 0.
    const hash = createHash("sha256").update(request.originalUrl).digest("base64url").slice(0, 12);
    response.set({ "Cache-Control": "no-cache", ETag: `W/"${tagOf(snapshot)}-${hash}"` });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
  }
  const endpoint = api[name];
  const limitMs = "deadlineMs" in endpoint ? endpoint.deadlineMs : options.requestTimeoutMs;
  const deadlineMs = "goesOn" in endpoint ? Math.min(limitMs, patienceOf(request)) : limitMs;
  const bytes = await withDeadline(deadlineMs, response, async (signal) => {
    const result = await queries[name](contextOf(options, snapshot), query, signal);
    return toJson(result, signal);
  });
  if (bytes) response.set("Content-Type", "application/json; charset=utf-8").send(bytes);
}

/** How long the client wants to wait at most (`Prefer: wait=4`, RFC 7240), ms; for work that goes on meanwhile. */
function patienceOf(request: Request): number {
  const [, seconds] =
    /(?:^|[,;\s])wait=(\d{1,3})(?=$|[,;\s])/.exec(request.get("prefer") ?? "") ?? [];
  return seconds === undefined ? Number.POSITIVE_INFINITY : 1_000 * Number(seconds);
}

function parseRequest<N extends EndpointName>(name: N, request: Request): QueryOf<N> {
  const endpoint = api[name];
  const question = request.originalUrl.indexOf("?");
  const search = question < 0 ? "" : request.originalUrl.slice(question + 1);
  const raw = readQuery(search, Object.keys(endpoint.query.shape));
  const query = parseParameters(endpoint.query, raw);
  const params = "params" in endpoint ? parsePath(endpoint.params, request.params) : {};
  // The table pairs each name with its schemas; TypeScript cannot follow a name through a union of schemas.
  return { ...query, ...params } as QueryOf<N>;
}

export function contextOf({ live, store }: EndpointOptions, snapshot: Snapshot): Context {
  return {
    snapshot,
    store,
    search: (text, signal) => live.search(snapshot, text, signal),
    status: () => live.status(),
    paths: (request, signal) => live.paths(snapshot, request, signal),
    connect: (request, signal) => live.connect(snapshot, request, signal),
    opportunities: (kind, request, signal) => live.opportunities(snapshot, kind, request, signal),
    quality: readQuality,
  };
}

/** Undefined when the client went away: nobody is left to answer. */
export async function withDeadline<T>(
  timeoutMs: number,
  response: Response,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const { signal } = controller;
  const timeout = new HttpProblem(
    "query-timeout",
    `The answer was not ready within ${timeoutMs / 1000} s; ask for less, for example with more filters.`,
  );
  const timer = setTimeout(() => controller.abort(timeout), timeoutMs);
  const leave = () => controller.abort(new ClientGone());
  response.once("close", leave);
  const aborted = new Promise<never>((_resolve, reject) => {
    // A moment later, so that work that goes on can say how far it is.
    signal.addEventListener("abort", () => setImmediate(reject, signal.reason), { once: true });
  });
  try {
    return await Promise.race([work(signal), aborted]);
  } catch (error) {
    if (signal.aborted && signal.reason instanceof ClientGone) return undefined;
    throw signal.aborted && !(error instanceof Unfinished) ? timeout : error;
  } finally {
    clearTimeout(timer);
    response.off("close", leave);
  }
}

class ClientGone extends Error {
  override name = "AbortError";
}

/** A text for each snapshot: its revision, and which reading of it this is. */
function snapshotTags(): (snapshot: Snapshot) => string {
  const tags = new WeakMap<Snapshot, string>();
  return (snapshot) => {
    const known = tags.get(snapshot);
    if (known) return known;
    const tag = `${snapshot.revision}-${randomBytes(6).toString("base64url")}`;
    tags.set(snapshot, tag);
    return tag;
  };
}

function startingHealth({ live, store }: EndpointOptions): HealthResult {
  const status = live.status();
  return {
    status: "starting",
    store: {
      engine: store.engine,
      version: status.storeVersion,
      reachable: status.storeReachable,
      schemaVersion: status.storeSchemaVersion,
    },
    revision: 0,
    counts: { actors: 0, links: 0, sources: 0, topics: 0, groups: 0, projects: 0 },
    uptimeSeconds: status.uptimeSeconds,
    rejected: [],
    rejectedTotal: 0,
    warnings: status.warnings,
  };
}
