/**
 * The asking side of opportunities. The same question on the same snapshot is worked out once, for all who wait; when
 * nobody has waited for it for a while, it ends in the worker too, at its next check.
 */
import type { Progress } from "../contract/problem.ts";
import type { ReferenceCountRecord } from "../contract/records.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Store } from "../store/store.ts";
import {
  cancel,
  newControl,
  type OpportunityAsked,
  type OpportunityKind,
  type OpportunityQuestion,
  type OpportunityReply,
  progressOf,
} from "./opportunity-messages.ts";
import { Unfinished } from "./unfinished.ts";
import { WorkerLink } from "./worker-link.ts";

/** So long the work goes on when nobody waits for it. */
const PATIENCE_MS = 60_000;
/** Snapshots of up to so many actors are made ready before the first question, when no newer one came for so long. */
const WARM_ACTORS = 20_000;
const WARM_AFTER_MS = 1_000;

interface Work {
  reply: Promise<OpportunityReply>;
  control: Int32Array;
  waiting: number;
  patience: NodeJS.Timeout | undefined;
}

export class OpportunityClient {
  readonly #store: Pick<Store, "referenceCounts">;
  readonly #patienceMs: number;
  #link: WorkerLink<OpportunityQuestion, OpportunityReply> | undefined;
  /** The snapshot that the worker has, and what is asked about it. */
  #snapshot: Snapshot | undefined;
  #works = new Map<string, Work>();
  readonly #counts = new WeakMap<Snapshot, Promise<ReferenceCountRecord[]>>();
  #warmTimer: NodeJS.Timeout | undefined;
  #warmControl = newControl();
  #isClosed = false;

  constructor(store: Pick<Store, "referenceCounts">, patienceMs = PATIENCE_MS) {
    this.#store = store;
    this.#patienceMs = patienceMs;
  }

  /** Rejects with `Unfinished` when aborted: the work goes on for a while. */
  async ask<K extends OpportunityKind>(
    snapshot: Snapshot,
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ): Promise<OpportunityAnswers[K]> {
    signal.throwIfAborted();
    const referenceCounts = await this.#countsOf(snapshot);
    signal.throwIfAborted();
    const link = this.#ready(snapshot, referenceCounts);
    const work = this.#join(link, kind, request);
    const reply = await this.#waitFor(work, signal);
    if (reply.kind === kind && "answer" in reply) return reply.answer as OpportunityAnswers[K];
    throw new Error(`opportunities: expected an answer to ${kind} (got ${reply.kind})`);
  }

  /**
   * Reads the reference population beforehand, so that a database that goes away is not missed, and has the model of
   * a small snapshot made once no newer one follows.
   */
  prepare(snapshot: Snapshot): void {
    const counts = this.#countsOf(snapshot);
    counts.catch(() => {});
    clearTimeout(this.#warmTimer);
    cancel(this.#warmControl);
    if (snapshot.actorCount > WARM_ACTORS) return;
    const warm = async () => {
      const referenceCounts = await counts;
      if (this.#isClosed) return;
      const link = this.#ready(snapshot, referenceCounts);
      this.#warmControl = newControl();
      await link.ask({ kind: "warm", control: this.#warmControl });
    };
    this.#warmTimer = setTimeout(() => warm().catch(() => {}), WARM_AFTER_MS).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#warmTimer);
    for (const { patience } of this.#works.values()) clearTimeout(patience);
    await this.#link?.terminate();
  }

  /** The reference population, read once for a snapshot. */
  #countsOf(snapshot: Snapshot): Promise<ReferenceCountRecord[]> {
    const known = this.#counts.get(snapshot);
    if (known) return known;
    const counts = this.#store.referenceCounts();
    this.#counts.set(snapshot, counts);
    counts.catch(() => this.#counts.delete(snapshot));
    return counts;
  }

  /** A worker that has the snapshot or is about to get it. */
  #ready(snapshot: Snapshot, referenceCounts: ReferenceCountRecord[]) {
    if (this.#isClosed) throw new Error("opportunities: expected a service that is not closing");
    if (!this.#link || this.#link.isDead) {
      this.#forget();
      this.#link = new WorkerLink("opportunity-worker", undefined);
    }
    const link = this.#link;
    if (this.#snapshot !== snapshot) {
      this.#forget();
      this.#snapshot = snapshot;
      // Answered before what is asked next: the worker takes one question after the other.
      link.ask({ kind: "snapshot", data: snapshot.data, referenceCounts }).catch(() => {
        if (this.#snapshot === snapshot) this.#snapshot = undefined;
      });
    }
    return link;
  }

  /** What nobody waits for ends; nobody new joins the rest. */
  #forget(): void {
    for (const { waiting, patience, control } of this.#works.values()) {
      clearTimeout(patience);
      if (waiting === 0) cancel(control);
    }
    this.#works = new Map();
    this.#snapshot = undefined;
  }

  #join<K extends OpportunityKind>(
    link: WorkerLink<OpportunityQuestion, OpportunityReply>,
    kind: K,
    request: OpportunityRequests[K],
  ): Work {
    const key = JSON.stringify([kind, request]);
    const works = this.#works;
    const running = works.get(key);
    if (running) return running;
    const control = newControl();
    // The kind names the request's type; TypeScript cannot follow it through the union.
    const reply = link.ask({ kind, request, control } as OpportunityAsked);
    const work: Work = { reply, control, waiting: 0, patience: undefined };
    works.set(key, work);
    const end = () => {
      clearTimeout(work.patience);
      if (works.get(key) === work) works.delete(key);
    };
    reply.then(end, end);
    return work;
  }

  async #waitFor(work: Work, signal: AbortSignal): Promise<OpportunityReply> {
    work.waiting += 1;
    clearTimeout(work.patience);
    let stop = () => {};
    const aborted = new Promise<never>((_resolve, reject) => {
      stop = () => {
        const progress = progressOf(work.control);
        reject(new Unfinished(words(progress), progress));
      };
      signal.addEventListener("abort", stop, { once: true });
    });
    try {
      return await Promise.race([work.reply, aborted]);
    } finally {
      signal.removeEventListener("abort", stop);
      work.waiting -= 1;
      if (signal.aborted && work.waiting === 0) this.#loseInterest(work);
    }
  }

  #loseInterest(work: Work): void {
    const works = this.#works;
    const end = () => {
      cancel(work.control);
      for (const [key, other] of works) if (other === work) works.delete(key);
    };
    // Of an older snapshot nobody can ask again.
    if (![...works.values()].includes(work)) end();
    else work.patience = setTimeout(end, this.#patienceMs).unref();
  }
}

function words({ step, steps, share }: Progress): string {
  const state =
    step === 0
      ? "it waits for its turn"
      : `step ${step} of ${steps}, ${Math.floor(100 * share)} % of it done`;
  return `The answer is still being worked out (${state}); ask again to get it.`;
}
