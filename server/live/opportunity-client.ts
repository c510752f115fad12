/** The asking side of opportunities. An aborted question ends in the worker too, at its next check. */
import type { ReferenceCountRecord } from "../contract/records.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Store } from "../store/store.ts";
import type {
  OpportunityAsked,
  OpportunityKind,
  OpportunityQuestion,
  OpportunityReply,
} from "./opportunity-messages.ts";
import { WorkerLink } from "./worker-link.ts";

export class OpportunityClient {
  readonly #store: Pick<Store, "referenceCounts">;
  #link: WorkerLink<OpportunityQuestion, OpportunityReply> | undefined;
  /** The snapshot that the worker has. */
  #snapshot: Snapshot | undefined;
  readonly #counts = new WeakMap<Snapshot, Promise<ReferenceCountRecord[]>>();
  #isClosed = false;

  constructor(store: Pick<Store, "referenceCounts">) {
    this.#store = store;
  }

  async ask<K extends OpportunityKind>(
    snapshot: Snapshot,
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ): Promise<OpportunityAnswers[K]> {
    signal.throwIfAborted();
    const referenceCounts = await this.#countsOf(snapshot);
    signal.throwIfAborted();
    const link = this.#running();
    if (this.#snapshot !== snapshot) {
      this.#snapshot = snapshot;
      // Answered before what is asked next: the worker takes one question after the other.
      link.ask({ kind: "snapshot", data: snapshot.data, referenceCounts }).catch(() => {
        if (this.#snapshot === snapshot) this.#snapshot = undefined;
      });
    }
    const cancel = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const abort = () => void Atomics.store(cancel, 0, 1);
    signal.addEventListener("abort", abort, { once: true });
    try {
      // The kind names the request's and the answer's type; TypeScript cannot follow it through the union.
      const asked = { kind, request, cancel } as OpportunityAsked;
      const reply = await link.ask(asked);
      signal.throwIfAborted();
      if (reply.kind === kind && "answer" in reply) return reply.answer as OpportunityAnswers[K];
      throw new Error(`opportunities: expected an answer to ${kind} (got ${reply.kind})`);
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Reads the reference population beforehand, so that a database that goes away is not missed. */
  prepare(snapshot: Snapshot): void {
    this.#countsOf(snapshot).catch(() => {});
  }

  async close(): Promise<void> {
    this.#isClosed = true;
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

  #running(): WorkerLink<OpportunityQuestion, OpportunityReply> {
    if (this.#isClosed) throw new Error("opportunities: expected a service that is not closing");
    if (this.#link && !this.#link.isDead) return this.#link;
    this.#snapshot = undefined;
    this.#link = new WorkerLink("opportunity-worker", undefined);
    return this.#link;
  }
}
