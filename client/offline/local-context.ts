/**
 * What every question gets in a page without a service: the snapshot and its searches, built from the package by the
 * service's own code, all in the page's thread.
 */
import type { OfflinePackage } from "../../server/contract/offline-words.ts";
import { HttpProblem } from "../../server/http/problems.ts";
import { GraphReader } from "../../server/live/graph-reader.ts";
import { PathSearches } from "../../server/live/path-searches.ts";
import { SearchCorpus } from "../../server/live/search-corpus.ts";
import { hitsOf, MOST_HITS } from "../../server/live/search-hits.ts";
import { SearchTexts } from "../../server/live/search-texts.ts";
import { breathe } from "../../server/queries/breathe.ts";
import type { Context } from "../../server/queries/context.ts";
import { type Build, buildWithAliases } from "../../server/snapshot/build.ts";
import type {
  OpportunityAnswers,
  OpportunityRequests,
} from "../../server/snapshot/opportunity-requests.ts";
import { OpportunitySearch } from "../../server/snapshot/opportunity-search.ts";
import { Snapshot } from "../../server/snapshot/snapshot.ts";
import { packageStore } from "./memory-store.ts";

const SLICE_MS = 8;
const LONGEST_MS = 10_000;
/** Answers about opportunities that are kept. */
const KEPT_ANSWERS = 64;

export async function localContext(pack: OfflinePackage): Promise<Context> {
  const start = performance.now();
  const store = packageStore(pack);
  const reading = await new GraphReader(store).read(true);
  if (reading === undefined) throw new Error("package: expected a graph (got none)");
  const build = buildWithAliases(reading.rows, reading.meta);
  const snapshot = new Snapshot(build.data);
  const paths = new PathSearches(snapshot);
  return {
    snapshot,
    store,
    search: searchIn(build, snapshot),
    paths: async (request, signal) => paths.paths(request, checkOf(signal)),
    connect: async (request, signal) => paths.connect(request, checkOf(signal)),
    opportunities: opportunitiesOn(snapshot, pack),
    quality: async () => pack.quality,
    status: () => ({
      storeReachable: false,
      storeVersion: null,
      storeSchemaVersion: null,
      uptimeSeconds: (performance.now() - start) / 1_000,
      warnings: [],
    }),
  };
}

/** Called now and then by long work: ends it when nobody waits any more, or when the page stood still for too long. */
function checkOf(signal: AbortSignal): () => void {
  const start = performance.now();
  return () => {
    signal.throwIfAborted();
    if (performance.now() - start < LONGEST_MS) return;
    const detail = `expected an answer within ${LONGEST_MS / 1_000} s (got none); ask for less`;
    throw new HttpProblem("query-timeout", detail);
  };
}

/** The index is filled bit by bit from the start; a search waits for it. */
function searchIn(build: Build, snapshot: Snapshot): Context["search"] {
  const corpus = new SearchCorpus();
  const texts = new SearchTexts(build);
  const filled = fill(corpus, build);
  return async (text, signal) => {
    await filled;
    signal.throwIfAborted();
    return hitsOf(corpus.query(text, MOST_HITS), texts, snapshot);
  };
}

async function fill(corpus: SearchCorpus, build: Build): Promise<void> {
  const { signal } = new AbortController();
  let start = performance.now();
  for (const _ of corpus.update(build)) {
    if (performance.now() - start < SLICE_MS) continue;
    await breathe(signal);
    start = performance.now();
  }
}

function opportunitiesOn(
  snapshot: Snapshot,
  { referenceCounts }: OfflinePackage,
): Context["opportunities"] {
  let search: OpportunitySearch | undefined;
  const answers = new Map<string, unknown>();
  return async <K extends keyof OpportunityRequests>(
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ): Promise<OpportunityAnswers[K]> => {
    const key = JSON.stringify([kind, request]);
    const known = answers.get(key);
    // The kind in the key names the answer's type.
    if (known !== undefined) return known as OpportunityAnswers[K];
    search ??= new OpportunitySearch(snapshot, referenceCounts, checkOf(signal));
    const answer = search.answer(kind, request, checkOf(signal));
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
