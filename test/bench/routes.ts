/** Asks each route of the built service over loopback, and then the same in turn with Neo4j. */
import type { Driver } from "neo4j-driver";
import { api, type EndpointName } from "../../server/contract/api.ts";
import { type BenchRequest, type Case, cases } from "./cases.ts";
import { type CypherLimits, CypherPeer } from "./cypher.ts";
import { type HttpClient, openHttp } from "./http-client.ts";
import { median, seededRandom, timingOf } from "./measure.ts";
import type { CypherResult, RouteResult } from "./result.ts";
import type { Sample } from "./sample.ts";
import type { WatchedService } from "./watched-service.ts";

export interface RouteOptions {
  requests: number;
  warmUp: number;
  driver: Driver | null;
  limits: CypherLimits;
  say(line: string): void;
}

interface Measured {
  address: string;
  ms: number;
  /** Until it was unpacked and parsed too: what the driver of Neo4j hands over. */
  parsedMs: number;
  bytes: number;
  wireBytes: number;
}

const SEED = 20_261_125;

export async function measureRoutes(
  watched: WatchedService,
  sample: Sample,
  options: RouteOptions,
): Promise<RouteResult[]> {
  const http = openHttp(watched.service.address);
  const known = await knownPaths(http);
  const results: RouteResult[] = [];
  for (const name of Object.keys(api) as EndpointName[]) {
    const endpoint = api[name].path;
    const list: Case[] = cases[name];
    for (const each of list) {
      if (each.fits && !each.fits(sample)) continue;
      if (!known.has(endpoint.replaceAll(/:(\w+)/g, "{$1}"))) {
        const failed = "the built service does not know this route";
        results.push({ ...unmeasured, name: each.name, endpoint, failed });
        continue;
      }
      const result = await measureCase(watched, http, each, endpoint, sample, options).catch(
        (error: unknown) => failure(each, endpoint, error),
      );
      results.push(result);
      options.say(`${each.name}: ${result.failed ?? `${result.timing?.medianMs.toFixed(1)} ms`}`);
    }
  }
  http.close();
  return results;
}

const unmeasured = {
  timing: null,
  slowest: "",
  bytes: { median: 0, max: 0, wireMedian: 0, wireMax: 0 },
  eventLoopMaxMs: null,
  peakBytes: null,
  cypher: null,
} satisfies Partial<RouteResult>;

/** A route that does not answer is a result; the others are still measured. */
function failure({ name }: Case, endpoint: string, error: unknown): RouteResult {
  if (!(error instanceof UnexpectedAnswer)) throw error;
  return { ...unmeasured, name, endpoint, failed: error.message };
}

class UnexpectedAnswer extends Error {
  override name = "UnexpectedAnswer";
}

async function measureCase(
  watched: WatchedService,
  http: HttpClient,
  each: Case,
  endpoint: string,
  sample: Sample,
  options: RouteOptions,
): Promise<RouteResult> {
  const random = seededRandom(SEED);
  const make = () => each.make(sample, random);
  for (const { address } of Array.from({ length: options.warmUp }, make)) await ask(http, address);
  await watched.delayMs();
  const measured: Measured[] = [];
  for (const { address } of Array.from({ length: options.requests }, make)) {
    measured.push(await ask(http, address));
  }
  const eventLoopMaxMs = await watched.delayMs();
  const bytes = measured.map((answer) => answer.bytes);
  const wireBytes = measured.map((answer) => answer.wireBytes);
  return {
    name: each.name,
    endpoint,
    timing: timingOf(measured.map(({ ms }) => ms)),
    failed: null,
    slowest: measured.reduce((most, answer) => (answer.ms > most.ms ? answer : most)).address,
    bytes: {
      median: median(bytes),
      max: Math.max(...bytes),
      wireMedian: median(wireBytes),
      wireMax: Math.max(...wireBytes),
    },
    eventLoopMaxMs,
    peakBytes: watched.memory()?.peakBytes ?? null,
    cypher: await measureCypher(http, each, make, options),
  };
}

/** Apart from the times of the service alone, because Neo4j takes the processor: each request to one, then the other. */
async function measureCypher(
  http: HttpClient,
  { cypher }: Case,
  make: () => BenchRequest,
  { requests, warmUp, driver, limits }: RouteOptions,
): Promise<CypherResult | null> {
  if (!driver || !cypher) return null;
  const peer = new CypherPeer(driver, cypher.text, limits);
  for (const { parameters } of Array.from({ length: warmUp }, make)) {
    if (parameters) await peer.warmUp(parameters);
  }
  for (const { address, parameters } of Array.from({ length: requests }, make)) {
    if (peer.isStopped) break;
    if (parameters) await peer.ask(parameters, (await ask(http, address)).parsedMs);
  }
  return peer.result(cypher.name, cypher.remark);
}

async function ask(http: HttpClient, address: string): Promise<Measured> {
  const start = performance.now();
  const answer = await http.get(address);
  const body = answer.body();
  if (answer.status !== 200) {
    throw new UnexpectedAnswer(
      `${address}: expected 200 (got ${answer.status}: ${body.toString("utf8").slice(0, 300)})`,
    );
  }
  JSON.parse(body.toString("utf8"));
  const parsedMs = performance.now() - start;
  const { ms, wireBytes } = answer;
  return { address, ms, parsedMs, bytes: body.length, wireBytes };
}

/** What the built service answers, which may be older than the contract in the tree. */
async function knownPaths(http: HttpClient): Promise<Set<string>> {
  const answer = await http.get("/api/openapi.json");
  const { paths } = JSON.parse(answer.body().toString("utf8")) as { paths: object };
  return new Set(Object.keys(paths));
}
