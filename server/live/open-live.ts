/**
 * Follows the store: asks for its revision, has the worker build the next snapshot and hands it out when it is
 * whole. While the database is away the last snapshot goes on serving, and following resumes by itself.
 */
import type { OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type { ConnectRequest, PathRequest } from "../snapshot/path-search.ts";
import { Snapshot } from "../snapshot/snapshot.ts";
import { StoreUnavailable } from "../store/store.ts";
import type { Live, LiveOptions } from "./live.ts";
import type { SnapshotAnswer, SnapshotQuestion, SnapshotWorkerInput } from "./messages.ts";
import { OpportunityClient } from "./opportunity-client.ts";
import { PathClient } from "./path-client.ts";
import { SearchClient } from "./search-client.ts";
import { WorkerLink } from "./worker-link.ts";

const DEFAULT_POLL_MS = 1_000;
/** Longest pause after failures that are not the database's absence. */
const MAX_PAUSE_MS = 30_000;
/** How long a worker may take to close its connection. */
const CLOSE_LIMIT_MS = 2_000;

/** Resolves after the first attempt; without a snapshot if the database is away. */
export async function openLive(options: LiveOptions): Promise<Live> {
  const follower = new Follower(options);
  await follower.start();
  return follower;
}

class Follower implements Live {
  readonly #options: LiveOptions;
  readonly #search: SearchClient;
  readonly #paths = new PathClient();
  readonly #opportunities: OpportunityClient;
  readonly #listeners = new Set<(revision: number) => void>();
  readonly #startedAt = performance.now();
  #link: WorkerLink<SnapshotQuestion, SnapshotAnswer> | undefined;
  #snapshot: Snapshot | undefined;
  #running: Promise<number> | undefined;
  #queued: Promise<number> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #isReachable = false;
  #version: string | null = null;
  #schemaVersion: number | null = null;
  #failures = 0;
  #lastFailure: string | undefined;
  #lastRejected = "";

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#search = new SearchClient(options.log);
    this.#opportunities = new OpportunityClient(options.store);
  }

  async start(): Promise<void> {
    await this.#poll();
  }

  snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  status() {
    return {
      storeReachable: this.#isReachable,
      storeVersion: this.#version,
      storeSchemaVersion: this.#schemaVersion,
      uptimeSeconds: (performance.now() - this.#startedAt) / 1_000,
      warnings: this.#lastFailure === undefined ? [] : [this.#lastFailure],
    };
  }

  search(snapshot: Snapshot, text: string, signal: AbortSignal) {
    return this.#search.search(snapshot, text, signal);
  }

  paths(snapshot: Snapshot, request: PathRequest, signal: AbortSignal) {
    return this.#paths.paths(snapshot, request, signal);
  }

  connect(snapshot: Snapshot, request: ConnectRequest, signal: AbortSignal) {
    return this.#paths.connect(snapshot, request, signal);
  }

  opportunities<K extends keyof OpportunityRequests>(
    snapshot: Snapshot,
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ) {
    return this.#opportunities.ask(snapshot, kind, request, signal);
  }

  /** One attempt runs and at most one waits behind it, which all later callers share. */
  refresh(): Promise<number> {
    if (!this.#running) return this.#begin(true);
    this.#queued ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#queued = undefined;
        return this.#begin(true);
      });
    return this.#queued;
  }

  onRevision(listener: (revision: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    const link = this.#link;
    if (link && !link.isDead) {
      const closed = link.ask({ kind: "close" }).catch(() => {});
      const limit = AbortSignal.timeout(CLOSE_LIMIT_MS);
      await Promise.race([
        closed,
        new Promise((resolve) => limit.addEventListener("abort", resolve, { once: true })),
      ]);
      await link.terminate();
    }
    await this.#search.close();
    await this.#paths.close();
    await this.#opportunities.close();
  }

  #begin(isAsked: boolean): Promise<number> {
    this.#running = this.#follow(isAsked).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #poll(): Promise<void> {
    const { pollMs = DEFAULT_POLL_MS } = this.#options;
    await (this.#queued ?? this.#running ?? this.#begin(false)).catch(() => {});
    if (this.#isClosed) return;
    const pauseMs = Math.min(pollMs * 2 ** this.#failures, Math.max(pollMs, MAX_PAUSE_MS));
    this.#timer = setTimeout(() => void this.#poll(), pauseMs);
    this.#timer.unref();
  }

  /**
   * Resolves to the revision that is visible then. A graph filled by somebody else stays at revision 0, so what
   * changed in it is only seen by reading it again: when asked to.
   */
  async #follow(isAsked: boolean): Promise<number> {
    try {
      const revision = await this.#askRevision();
      if (this.#snapshot?.revision === revision && !(isAsked && revision === 0)) {
        this.#noteSuccess();
        return revision;
      }
      const visible = await this.#build(revision === 0);
      this.#noteSuccess();
      return visible;
    } catch (error) {
      if (!this.#isClosed) this.#noteFailure(error);
      throw error;
    }
  }

  async #askRevision(): Promise<number> {
    const { store, log } = this.#options;
    if (this.#isReachable) return store.revision();
    const { engine, version, schemaVersion, revision } = await store.info();
    this.#version = version;
    this.#schemaVersion = schemaVersion;
    this.#isReachable = true;
    log.info({ engine, version, revision }, "the database answers");
    return revision;
  }

  async #build(isWhole: boolean): Promise<number> {
    const answer = await this.#worker().ask({ kind: "follow", isWhole });
    if (answer.kind !== "built") {
      return this.#snapshot ? this.#snapshot.revision : this.#build(true);
    }
    const { data } = answer.build;
    this.#snapshot = new Snapshot(data);
    this.#search.index(answer.build);
    this.#opportunities.prepare(this.#snapshot);
    this.#options.log.info(
      {
        revision: data.revision,
        actors: data.actors.count,
        links: data.links.count,
        isWhole: answer.isWhole,
        readMs: Math.round(answer.readMs),
        buildMs: Math.round(answer.buildMs),
      },
      "new snapshot",
    );
    this.#logRejected();
    for (const listener of [...this.#listeners]) listener(data.revision);
    return data.revision;
  }

  #worker(): WorkerLink<SnapshotQuestion, SnapshotAnswer> {
    if (this.#link && !this.#link.isDead) return this.#link;
    const input: SnapshotWorkerInput = { location: this.#options.location };
    this.#link = new WorkerLink("snapshot-worker", input);
    return this.#link;
  }

  #logRejected(): void {
    const { rejected = [], rejectedTotal = 0 } = this.#snapshot?.data ?? {};
    const text = JSON.stringify([rejected, rejectedTotal]);
    if (rejectedTotal > 0 && text !== this.#lastRejected) {
      this.#options.log.warn(
        { rejected, rejectedTotal },
        "rows of the database do not fit the model and are left out",
      );
    }
    this.#lastRejected = text;
  }

  #noteSuccess(): void {
    this.#failures = 0;
    this.#lastFailure = undefined;
  }

  #noteFailure(error: unknown): void {
    const { log } = this.#options;
    if (error instanceof StoreUnavailable) {
      if (this.#isReachable || this.#lastFailure === undefined) {
        log.warn({ err: error }, "the database does not answer; the last snapshot goes on serving");
      }
      this.#isReachable = false;
    } else {
      this.#failures += 1;
      log.warn({ err: error }, "the snapshot could not follow the database");
    }
    this.#lastFailure = error instanceof Error ? error.message : String(error);
  }
}
