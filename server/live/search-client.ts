/**
 * The asking side of the search. One question is in the worker at a time and the others wait here, so that an
 * aborted one costs nothing; a worker that died is started again with the newest build.
 */
import type { Build } from "../snapshot/build.ts";
import type { SearchHit } from "../snapshot/search-hit.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { LiveOptions } from "./live.ts";
import type { SearchAnswer, SearchQuestion } from "./messages.ts";
import { hitsOf, MOST_HITS } from "./search-hits.ts";
import { SearchTexts } from "./search-texts.ts";
import { WorkerDied, WorkerLink } from "./worker-link.ts";

const KEPT_BUILDS = 4;

export class SearchClient {
  readonly #log: LiveOptions["log"];
  #link: WorkerLink<SearchQuestion, SearchAnswer> | undefined;
  #build: Build | undefined;
  /** Texts of the last builds by their number: an answer can be older than the newest one. */
  readonly #texts = new Map<number, SearchTexts>();
  #serial = 0;
  #isClosed = false;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(log: LiveOptions["log"]) {
    this.#log = log;
  }

  /** Has the index follow; questions asked from now on are answered from this build or a newer one. */
  index(build: Build): void {
    this.#build = build;
    this.#serial += 1;
    this.#texts.set(this.#serial, new SearchTexts(build));
    this.#texts.delete(this.#serial - KEPT_BUILDS);
    if (this.#link && !this.#link.isDead) this.#send(this.#link, build);
    else this.#running();
  }

  async search(snapshot: Snapshot, text: string, signal: AbortSignal): Promise<SearchHit[]> {
    const answer = await this.#inTurn(signal, () => this.#ask(text));
    const texts = answer.kind === "found" ? this.#texts.get(answer.serial) : undefined;
    if (answer.kind !== "found" || !texts) {
      throw new Error(`search: expected hits in a build of late (got ${answer.kind})`);
    }
    return hitsOf(answer.finding, texts, snapshot);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#link?.terminate();
  }

  /** A worker that dies over the question is asked once more, in its next life. */
  async #ask(text: string): Promise<SearchAnswer> {
    const question: SearchQuestion = { kind: "query", text, limit: MOST_HITS };
    try {
      return await this.#running().ask(question);
    } catch (error) {
      if (!(error instanceof WorkerDied) || this.#isClosed) throw error;
      return this.#running().ask(question);
    }
  }

  #running(): WorkerLink<SearchQuestion, SearchAnswer> {
    if (this.#link && !this.#link.isDead) return this.#link;
    const link = new WorkerLink<SearchQuestion, SearchAnswer>(
      "search-worker",
      undefined,
      (error) => {
        if (!this.#isClosed) this.#log.warn({ err: error }, "the search starts again");
      },
    );
    this.#link = link;
    if (this.#build) this.#send(link, this.#build);
    return link;
  }

  #send(link: WorkerLink<SearchQuestion, SearchAnswer>, build: Build): void {
    link.ask({ kind: "index", serial: this.#serial, build }).then(
      (answer) => {
        if (answer.kind === "indexed" && answer.changed > 0) {
          const { changed, indexMs } = answer;
          this.#log.info({ changed, indexMs: Math.round(indexMs) }, "search index follows");
        }
      },
      (error: unknown) => {
        if (!(error instanceof WorkerDied)) {
          this.#log.warn({ err: error }, "the search index did not follow");
        }
      },
    );
  }

  /** Waits for the questions before, unless the signal aborts first. */
  #inTurn<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason);
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort, { once: true });
      this.#lastTurn = this.#lastTurn.then(async () => {
        if (signal.aborted) return;
        try {
          resolve(await ask());
        } catch (error) {
          reject(error);
        } finally {
          signal.removeEventListener("abort", abort);
        }
      });
    });
  }
}
