/**
 * The narrow door to the database. SQLite and Neo4j stand behind it; one contract suite (`test/contract`)
 * proves both. No operation returns half a result: it resolves whole or rejects with a StoreError.
 */
import type { JudgementRecord } from "../contract/judgements.ts";
import type {
  ActorRecord,
  LinkRecord,
  ReferenceCountRecord,
  SourceRecord,
  StoryRecord,
  TopicRecord,
} from "../contract/records.ts";
import type { StoryChange } from "./story-keeping.ts";

/** Grows when an older program would misread or harm what a newer one keeps; one more table or label is neither. */
export const SCHEMA_VERSION = 1;
/** Journal entries that one call of `changesSince` answers at most. */
export const MAX_CHANGES = 1_000;

export interface StoreInfo {
  engine: "sqlite" | "neo4j";
  /** Version of the database engine, for example `3.45.1` or `5.26.30`. */
  version: string;
  schemaVersion: number;
  /** Grows by one with every applied change; 0 for a graph that was filled by somebody else. */
  revision: number;
}

/** One atomic change: everything in it lands, or nothing. Removing an actor removes its links. */
export interface Change {
  /** Who changed it, shown in the journal. */
  by: string;
  /** What was done, in one sentence. */
  what: string;
  /** Refuse with `StoreConflict` unless the store is at this revision. */
  ifRevision?: number;
  upsert?: {
    sources?: SourceRecord[];
    topics?: TopicRecord[];
    actors?: ActorRecord[];
    links?: LinkRecord[];
    referenceCounts?: ReferenceCountRecord[];
    stories?: StoryRecord[];
  };
  remove?: {
    actors?: string[];
    links?: string[];
    sources?: string[];
    topics?: string[];
    stories?: string[];
  };
}

/** `changed` counts records that really differ; 0 leaves revision and journal untouched. */
export interface ApplyResult {
  revision: number;
  changed: number;
}

export interface ChangeEntry {
  revision: number;
  /** ISO 8601 instant. */
  at: string;
  by: string;
  what: string;
  /**
   * Ids touched (also the links that went with a removed actor), so that a follower can read only these; absent
   * when there were more than 10,000.
   */
  touched?: { actors: string[]; links: string[] };
}

/**
 * The graph as columns, in batches of a few thousand rows; every array of a batch has the same length.
 * `null` = not known. Values come as they lie in the database, unchecked: whoever builds a snapshot checks
 * them and lists what does not fit (a graph filled by somebody else is served too).
 */
export type ColumnBatch =
  | {
      table: "actors";
      id: unknown[];
      name: unknown[];
      nameEn: unknown[];
      aliases: unknown[];
      kind: unknown[];
      city: unknown[];
      state: unknown[];
      country: unknown[];
      lat: unknown[];
      lon: unknown[];
      founded: unknown[];
      topics: unknown[];
      start: unknown[];
      end: unknown[];
      programme: unknown[];
      programmePart: unknown[];
      participants: unknown[];
      participantsDe: unknown[];
      /** The database's own name of the row, for messages about rows without a usable id. */
      row: string[];
    }
  | {
      table: "links";
      id: unknown[];
      source: unknown[];
      target: unknown[];
      type: unknown[];
      since: unknown[];
      until: unknown[];
      confidence: unknown[];
      row: string[];
    }
  | {
      table: "topics";
      id: unknown[];
      nameDe: unknown[];
      nameEn: unknown[];
      broader: unknown[];
      row: string[];
    }
  /** First batch of every stream: the revision and number of sources that the rest belongs to (one read transaction). */
  | { table: "meta"; revision: number; sources: number };

export interface Store {
  readonly engine: "sqlite" | "neo4j";
  /** Asks the database; rejects with StoreUnavailable within 5 s when it is away. */
  info(signal?: AbortSignal): Promise<StoreInfo>;
  revision(signal?: AbortSignal): Promise<number>;
  /**
   * All columns, or those of the given actors and links only (the delta after a change); the topics come whole
   * either way.
   */
  loadColumns(
    only?: { actors: readonly string[]; links: readonly string[] },
    signal?: AbortSignal,
  ): AsyncIterable<ColumnBatch>;
  /** Records in the order of `ids`; unknown ids are left out. The same for links and sources. */
  actors(ids: readonly string[], signal?: AbortSignal): Promise<ActorRecord[]>;
  links(ids: readonly string[], signal?: AbortSignal): Promise<LinkRecord[]>;
  sources(ids: readonly string[], signal?: AbortSignal): Promise<SourceRecord[]>;
  referenceCounts(signal?: AbortSignal): Promise<ReferenceCountRecord[]>;
  stories(signal?: AbortSignal): Promise<StoryRecord[]>;
  /**
   * Keeps or removes one story; it says nothing about the graph, so neither revision nor journal. Rejects with
   * `StoreConflict` when `replaces` is not the kept `content` (`null` for none).
   */
  keepStory(change: StoryChange, replaces: string | null, signal?: AbortSignal): Promise<void>;
  /** The last changed first. */
  judgements(signal?: AbortSignal): Promise<JudgementRecord[]>;
  /**
   * Keeps what somebody said to a suggestion, or removes it when nothing is left of it; changes no fact, so neither
   * revision nor journal. Rejects with `StoreConflict` when the kept one is not the one of `replaces` (its
   * `changedAt`, `null` for none).
   */
  judge(record: JudgementRecord, replaces: string | null, signal?: AbortSignal): Promise<void>;
  apply(change: Change, signal?: AbortSignal): Promise<ApplyResult>;
  /** Journal entries with a revision greater than the given one, oldest first, at most 1,000. */
  changesSince(revision: number, signal?: AbortSignal): Promise<ChangeEntry[]>;
  close(): Promise<void>;
}

/** How to open a store; plain data, so that a worker can open its own connection. */
export type StoreLocation =
  | { engine: "sqlite"; file: string }
  | { engine: "neo4j"; uri: string; username: string; password: string; database?: string };

export class StoreError extends Error {
  override name = "StoreError";
}
/** The database cannot be reached or did not answer in time. */
export class StoreUnavailable extends StoreError {
  override name = "StoreUnavailable";
}
/** The change does not fit what is stored: a link to a missing actor, or another revision than expected. */
export class StoreConflict extends StoreError {
  override name = "StoreConflict";
}
