/** What the live room and its two workers say to each other. */
import type { Build } from "../snapshot/build.ts";
import type { StoreLocation } from "../store/store.ts";
import type { CorpusFinding } from "./search-corpus.ts";

export interface SnapshotWorkerInput {
  location: StoreLocation;
}

export type SnapshotQuestion =
  /** Follow the store; `isWhole` reads everything, whatever the journal says. */
  { kind: "follow"; isWhole: boolean } | { kind: "close" };

export type SnapshotAnswer =
  | { kind: "built"; build: Build; isWhole: boolean; readMs: number; buildMs: number }
  | { kind: "unchanged" }
  | { kind: "closed" };

export type SearchQuestion =
  /** Bring the index to this build; builds are numbered in the order in which they were made. */
  { kind: "index"; serial: number; build: Build } | { kind: "query"; text: string; limit: number };

export type SearchAnswer =
  | { kind: "indexed"; changed: number; indexMs: number }
  /** `serial` says to which build the actor numbers belong. */
  | { kind: "found"; serial: number; finding: CorpusFinding };

export type Asked<Question> = Question & { id: number };
export type Answered<Answer> =
  | { id: number; ok: true; answer: Answer }
  | { id: number; ok: false; message: string; isUnavailable: boolean };
