/** The asking side of the path search. An aborted question ends in the worker too, at its next check. */
import type {
  ConnectAnswer,
  ConnectRequest,
  PathAnswer,
  PathRequest,
} from "../snapshot/path-search.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { PathQuestion, PathReply } from "./path-messages.ts";
import { WorkerLink } from "./worker-link.ts";

export class PathClient {
  #link: WorkerLink<PathQuestion, PathReply> | undefined;
  /** The snapshot that the worker has. */
  #snapshot: Snapshot | undefined;

  async paths(snapshot: Snapshot, request: PathRequest, signal: AbortSignal): Promise<PathAnswer> {
    const reply = await this.#ask(snapshot, signal, (cancel) => ({
      kind: "paths",
      request,
      cancel,
    }));
    if (reply.kind === "paths") return reply.answer;
    throw unexpected(reply);
  }

  async connect(
    snapshot: Snapshot,
    request: ConnectRequest,
    signal: AbortSignal,
  ): Promise<ConnectAnswer> {
    const reply = await this.#ask(snapshot, signal, (cancel) => ({
      kind: "connect",
      request,
      cancel,
    }));
    if (reply.kind === "connect") return reply.answer;
    throw unexpected(reply);
  }

  async close(): Promise<void> {
    await this.#link?.terminate();
  }

  async #ask(
    snapshot: Snapshot,
    signal: AbortSignal,
    question: (cancel: Int32Array) => PathQuestion,
  ): Promise<PathReply> {
    signal.throwIfAborted();
    const link = this.#running();
    if (this.#snapshot !== snapshot) {
      this.#snapshot = snapshot;
      // Answered before what is asked next: the worker takes one question after the other.
      link.ask({ kind: "snapshot", data: snapshot.data }).catch(() => {
        if (this.#snapshot === snapshot) this.#snapshot = undefined;
      });
    }
    const cancel = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const abort = () => void Atomics.store(cancel, 0, 1);
    signal.addEventListener("abort", abort, { once: true });
    try {
      const reply = await link.ask(question(cancel));
      signal.throwIfAborted();
      return reply;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  #running(): WorkerLink<PathQuestion, PathReply> {
    if (this.#link && !this.#link.isDead) return this.#link;
    this.#snapshot = undefined;
    this.#link = new WorkerLink("path-worker", undefined);
    return this.#link;
  }
}

function unexpected(reply: PathReply): Error {
  return new Error(`paths: expected an answer (got ${reply.kind})`);
}
