/**
 * Asking the service: one typed function, its problems as errors, and a hook on TanStack Query that caches,
 * cancels what is no longer wanted and keeps the last answer on the screen while the next one comes.
 */
import {
  keepPreviousData,
  queryOptions,
  type UseQueryResult,
  useQuery,
} from "@tanstack/react-query";
import type {
  ActionName,
  ActionResultOf,
  BodyOf,
  EndpointName,
  ResultOf,
} from "../server/contract/api.ts";
import type { Problem, Progress } from "../server/contract/problem.ts";

const PATHS: Record<EndpointName, string> = {
  health: "/api/health",
  graph: "/api/graph",
  overview: "/api/overview",
  actors: "/api/actors",
  actor: "/api/actors/:id",
  neighbours: "/api/actors/:id/neighbours",
  groups: "/api/groups",
  group: "/api/groups/:id",
  crossLinks: "/api/cross-links",
  matrix: "/api/matrix",
  paths: "/api/paths",
  connect: "/api/connect",
  opportunities: "/api/opportunities",
  opportunity: "/api/opportunities/:a/:b",
  partners: "/api/actors/:id/partners",
  brokers: "/api/brokers",
  quality: "/api/quality",
  judgements: "/api/judgements",
  facets: "/api/facets",
  sources: "/api/sources",
  stories: "/api/stories",
  story: "/api/stories/:id",
  shared: "/api/shared/:token",
};

const ACTION_PATHS: Record<ActionName, string> = {
  judge: "/api/judgements",
  keepStory: "/api/stories",
  removeStory: "/api/stories/remove",
  shareStory: "/api/stories/share",
};

const PATIENCE_S = 3;
/** A service that is far away can be gone without saying so. */
const PATIENCE_WITH_LOCAL_MS = 2_500;

export type Parameters = readonly (readonly [string, string])[];

/** The service answered with a problem; switch on `problem.type`, never on its text. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** How far the work is, where it goes on; `null` for every other failure. */
export function progressIn(error: unknown): Progress | null {
  return error instanceof ProblemError ? (error.problem.progress ?? null) : null;
}

/** No answer at all: the service is away or the network is. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

/** Answers without the service: over the whole graph in the browser. */
export interface LocalAnswers {
  ask<N extends EndpointName>(
    name: N,
    parameters: Parameters,
    signal?: AbortSignal,
  ): Promise<ResultOf<N>>;
}

let local: { answers: LocalAnswers; isAlone: boolean } | null = null;

/**
 * @param answers who answers where the service does not; `null` = nobody
 * @param isAlone there is no service: it is never asked
 */
export function answerLocally(answers: LocalAnswers | null, isAlone = false): void {
  local = answers && { answers, isAlone };
}

/** Nothing can be changed: there is no service. */
export function isWithoutService(): boolean {
  return local?.isAlone ?? false;
}

/** Parameters that the route names (`:id`, `:a`) fill their places in it; the others are the query. */
export async function ask<N extends EndpointName>(
  name: N,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<ResultOf<N>> {
  if (local?.isAlone) return local.answers.ask(name, parameters, signal);
  if (local === null) return askService(name, parameters, signal);
  const patience = AbortSignal.timeout(PATIENCE_WITH_LOCAL_MS);
  try {
    const both = signal ? AbortSignal.any([signal, patience]) : patience;
    return await askService(name, parameters, both);
  } catch (error) {
    const isAway = error instanceof NoAnswer || patience.aborted;
    if (!isAway || signal?.aborted) throw error;
    return local.answers.ask(name, parameters, signal);
  }
}

async function askService<N extends EndpointName>(
  name: N,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<ResultOf<N>> {
  const values = new Map(parameters);
  const path = PATHS[name].replaceAll(/:(\w+)/g, (place, key: string) => {
    const value = values.get(key);
    values.delete(key);
    return value === undefined ? place : encodeURIComponent(value);
  });
  const search = new URLSearchParams([...values]).toString();
  const address = path + (search ? `?${search}` : "");
  // Long work goes on and says how far it is; the same question joins it.
  const headers = { accept: "application/json", prefer: `wait=${PATIENCE_S}` };
  const request = { headers, ...(signal ? { signal } : {}) };
  // The service checks every answer against the same contract in its own tests.
  return (await fetchJson(address, request)) as ResultOf<N>;
}

/** Has the service do something. */
export async function tell<N extends ActionName>(
  name: N,
  body: BodyOf<N>,
): Promise<ActionResultOf<N>> {
  if (local?.isAlone) throw new NoAnswer(`No service for ${ACTION_PATHS[name]}`);
  return (await fetchJson(ACTION_PATHS[name], {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  })) as ActionResultOf<N>;
}

/** @throws `NoAnswer`, `ProblemError` */
export async function fetchJson(address: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new NoAnswer(`No answer from ${address}`, { cause: error });
  }
  if (response.ok) return response.json();
  throw new ProblemError(await readProblem(response));
}

async function readProblem(response: Response): Promise<Problem> {
  const fallback = { type: "about:blank", title: response.statusText, status: response.status };
  if (!response.headers.get("content-type")?.includes("json")) return fallback;
  return (await response.json()) as Problem;
}

/** A question as TanStack Query takes it: the same key wherever the same is asked. */
export function question<N extends EndpointName>(name: N, parameters: Parameters) {
  return queryOptions({
    queryKey: [name, parameters],
    queryFn: ({ signal }) => ask(name, parameters, signal),
  });
}

/** `enabled: false` asks nothing. A new question keeps the old answer on the screen until its own is there. */
export function useAnswer<N extends EndpointName>(
  name: N,
  parameters: Parameters,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<ResultOf<N>> {
  return useQuery({
    queryKey: [name, parameters],
    queryFn: ({ signal }) => ask(name, parameters, signal),
    enabled: options.enabled ?? true,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
  });
}
