/** What the SQLite store and its worker say to each other. Every request has an id; it gets exactly one response. */
import type { JudgementRecord } from "../contract/judgements.ts";
import type { StreamTable, TableName } from "./record-tables.ts";
import type { Change } from "./store.ts";
import type { StoryChange } from "./story-keeping.ts";

export type Question =
  | { kind: "info" }
  | { kind: "revision" }
  | { kind: "records"; table: TableName; ids: readonly string[] }
  | { kind: "all"; table: TableName }
  | { kind: "changesSince"; revision: number }
  | { kind: "apply"; change: Change }
  | { kind: "keepStory"; change: StoryChange; replaces: string | null }
  | { kind: "judgements" }
  | { kind: "judge"; record: JudgementRecord; replaces: string | null }
  /** Begins a read transaction of its own; answers the stream's number. */
  | { kind: "load"; only?: { actors: readonly string[]; links: readonly string[] } }
  /** Answers the stream's next batch, `null` at its end. */
  | { kind: "next"; stream: number }
  | { kind: "endStream"; stream: number }
  | { kind: "close" };

export type Request = { id: number } & (Question | { kind: "cancel" });

export type ErrorName = "StoreError" | "StoreUnavailable" | "StoreConflict" | "Cancelled";

export type Response =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: { name: ErrorName; message: string; stack?: string } };

/** The columns as JSON texts: the thread that wants them parses them, while the worker reads on. */
export type RawBatch =
  | { table: "meta"; revision: number; sources: number }
  | { table: StreamTable; columns: string[]; rowIds: string };

export interface WorkerInput {
  file: string;
}
