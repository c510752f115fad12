/** One running SQLite worker as seen from the thread that asks it. */
import type { Worker } from "node:worker_threads";
import { startWorker, workerUrl } from "../worker.ts";
import type { ErrorName, Question, Request, Response, WorkerInput } from "./sqlite-messages.ts";
import { StoreConflict, StoreError, StoreUnavailable } from "./store.ts";

interface Call {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export class SqliteLink {
  readonly worker: Worker;
  readonly #file: string;
  readonly #calls = new Map<number, Call>();
  #lastId = 0;
  #death: StoreUnavailable | undefined;

  constructor(file: string) {
    this.#file = file;
    const input: WorkerInput = { file };
    this.worker = startWorker(workerUrl("sqlite-worker", import.meta.url), input);
    this.worker.on("message", (response: Response) => this.#receive(response));
    this.worker.on("error", (error) => this.#die(error));
    this.worker.on("exit", (code) => this.#die(new Error(`the worker ended with code ${code}`)));
  }

  get isDead(): boolean {
    return this.#death !== undefined;
  }

  /** Rejects at once when the signal aborts; the worker stops at its next step. */
  ask(question: Question, signal?: AbortSignal): Promise<unknown> {
    return this.send(question, signal).answer;
  }

  /**
   * Like `ask`, with the request's number.
   * @param waits an aborted request is still answered by the worker: done or cancelled, never unknown
   */
  send(
    question: Question,
    signal?: AbortSignal,
    waits = false,
  ): { id: number; answer: Promise<unknown> } {
    this.#lastId += 1;
    const id = this.#lastId;
    if (signal?.aborted) return { id, answer: Promise.reject(signal.reason) };
    if (this.#death) return { id, answer: Promise.reject(this.#death) };
    const answer = new Promise<unknown>((resolve, reject) => {
      const abort = () => {
        this.#post({ id, kind: "cancel" });
        if (!waits) finish(() => reject(signal?.reason));
      };
      const finish = (settle: () => void) => {
        signal?.removeEventListener("abort", abort);
        this.#calls.delete(id);
        settle();
      };
      this.#calls.set(id, {
        resolve: (value) => finish(() => resolve(value)),
        reject: (error) =>
          finish(() => reject(error instanceof CancelledByUs ? signal?.reason : error)),
      });
      signal?.addEventListener("abort", abort, { once: true });
    });
    this.#post({ id, ...question });
    return { id, answer };
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  #post(request: Request): void {
    this.worker.postMessage(request);
  }

  #receive(response: Response): void {
    const call = this.#calls.get(response.id);
    if (!call) return;
    if (response.ok) call.resolve(response.value);
    else call.reject(toError(response.error));
  }

  #die(cause: unknown): void {
    const reason = cause instanceof Error ? cause.message : String(cause);
    this.#death ??= new StoreUnavailable(`sqlite: the worker of ${this.#file} died: ${reason}`, {
      cause,
    });
    for (const call of [...this.#calls.values()]) call.reject(this.#death);
  }
}

class CancelledByUs extends Error {}

function toError({ name, message, stack }: { name: ErrorName; message: string; stack?: string }) {
  switch (name) {
    case "Cancelled":
      return new CancelledByUs(message);
    case "StoreConflict":
      return new StoreConflict(message);
    case "StoreUnavailable":
      return new StoreUnavailable(message);
    case "StoreError":
      return new StoreError(message, { cause: stack });
  }
}
