/** Both ends of a conversation with a worker: questions with a number, each answered once. */
import { basename } from "node:path";
import { type MessagePort, parentPort, type Worker } from "node:worker_threads";
import { StoreUnavailable } from "../store/store.ts";
import { startWorker, workerUrl } from "../worker.ts";
import type { Answered, Asked } from "./messages.ts";

export class WorkerDied extends Error {
  override name = "WorkerDied";
}

interface Call<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** The asking end. A worker that dies rejects what it was asked; it is not started again here. */
export class WorkerLink<Question, Answer> {
  readonly #name: string;
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call<Answer>>();
  #lastId = 0;
  #death: WorkerDied | undefined;

  /** @param worker name of a worker of this folder, or where another one lies */
  constructor(
    worker: string | URL,
    workerData?: unknown,
    onDeath: (error: WorkerDied) => void = () => {},
  ) {
    const url = typeof worker === "string" ? workerUrl(worker, import.meta.url) : worker;
    const name = basename(url.pathname).replace(/\.\w+$/, "");
    this.#name = name;
    this.#worker = startWorker(url, workerData);
    const die = (reason: string, cause?: unknown) => {
      if (this.#death) return;
      this.#death = new WorkerDied(`${name}: the worker died: ${reason}`, { cause });
      for (const call of [...this.#calls.values()]) call.reject(this.#death);
      this.#calls.clear();
      onDeath(this.#death);
    };
    this.#worker.on("message", (message: Answered<Answer>) => this.#receive(message));
    this.#worker.on("error", (error) => die(error.message, error));
    this.#worker.on("exit", (code) => die(`it ended with code ${code}`));
  }

  get isDead(): boolean {
    return this.#death !== undefined;
  }

  ask(question: Question): Promise<Answer> {
    if (this.#death) return Promise.reject(this.#death);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#worker.postMessage({ ...question, id });
    });
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #receive(message: Answered<Answer>): void {
    const call = this.#calls.get(message.id);
    this.#calls.delete(message.id);
    if (message.ok) call?.resolve(message.answer);
    else if (message.isUnavailable) call?.reject(new StoreUnavailable(message.message));
    else call?.reject(new Error(`${this.#name}: ${message.message}`));
  }
}

/** The answering end: questions are answered one after the other, in the order in which they came. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  if (!parentPort) throw new Error("worker: expected to run in a worker thread");
  const port: MessagePort = parentPort;
  let last: Promise<void> = Promise.resolve();
  port.on("message", (asked: Asked<Question>) => {
    last = last.then(async () => {
      port.postMessage(await answered(asked, answer));
    });
  });
}

async function answered<Question, Answer>(
  asked: Asked<Question>,
  answer: (question: Question) => Answer | Promise<Answer>,
): Promise<Answered<Answer>> {
  const { id } = asked;
  try {
    return { id, ok: true, answer: await answer(asked) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, ok: false, message, isUnavailable: error instanceof StoreUnavailable };
  }
}
