/** What every question gets: the snapshot of this moment, the search over it, and the store for the details. */
import type {
  ActionName,
  ActionResultOf,
  EndpointName,
  ParsedBodyOf,
  QueryOf,
  ResultOf,
} from "../contract/api.ts";
import type { JudgementRecord } from "../contract/judgements.ts";
import type { QualityResult } from "../contract/opportunities.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type {
  ConnectAnswer,
  ConnectRequest,
  PathAnswer,
  PathRequest,
} from "../snapshot/path-search.ts";
import type { SearchHit } from "../snapshot/search-hit.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Store } from "../store/store.ts";

export interface ServiceStatus {
  storeReachable: boolean;
  storeVersion: string | null;
  storeSchemaVersion: number | null;
  uptimeSeconds: number;
  warnings: string[];
}

export interface Context {
  /** Immutable; one question works on one revision from start to end. */
  snapshot: Snapshot;
  store: Store;
  /** Actors found by a text, best first, as dense actor numbers of `snapshot`. */
  search(text: string, signal: AbortSignal): Promise<SearchHit[]>;
  status(): ServiceStatus;
  /** Collaboration paths on `snapshot`, searched in a worker; an abort ends the search. */
  paths(request: PathRequest, signal: AbortSignal): Promise<PathAnswer>;
  connect(request: ConnectRequest, signal: AbortSignal): Promise<ConnectAnswer>;
  /** Opportunities on `snapshot`, worked out in a worker; an abort ends the work. */
  opportunities<K extends keyof OpportunityRequests>(
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ): Promise<OpportunityAnswers[K]>;
  /** How good the rankings are; `null`: not measured. */
  quality(signal: AbortSignal): Promise<QualityResult["measured"]>;
}

export type Query<N extends EndpointName> = (
  context: Context,
  query: QueryOf<N>,
  signal: AbortSignal,
) => Promise<ResultOf<N>>;

export type Action<N extends ActionName> = (
  context: Context,
  body: ParsedBodyOf<N>,
  signal: AbortSignal,
) => Promise<ActionResultOf<N>>;

/** Somebody else judged meanwhile; nothing was changed. */
export class ConflictingJudgement extends Error {
  override name = "ConflictingJudgement";
  readonly current: JudgementRecord | null;
  constructor(current: JudgementRecord | null) {
    super(
      current === null
        ? "The judgement that this one should replace has been taken back meanwhile."
        : `Another judgement was kept at ${current.changedAt}; say replaces: that instant to replace it.`,
    );
    this.current = current;
  }
}

/** Somebody else changed or removed the story meanwhile; nothing was changed. */
export class ConflictingStory extends Error {
  override name = "ConflictingStory";
}

/** No story with this id, or no shared one with this token. */
export class UnknownStory extends Error {
  override name = "UnknownStory";
  constructor(name: string) {
    super(`There is no story at ${JSON.stringify(name.slice(0, 120))}.`);
  }
}

/** A parameter that has the right form but names something that does not exist or does not fit. */
export class InvalidRequest extends Error {
  override name = "InvalidRequest";
  readonly errors: { parameter: string; detail: string }[];
  constructor(errors: { parameter: string; detail: string }[]) {
    super(errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join("; "));
    this.errors = errors;
  }
}

export class UnknownActor extends Error {
  override name = "UnknownActor";
  readonly id: string;
  constructor(id: string) {
    super(`There is no actor with the id ${JSON.stringify(id.slice(0, 120))}.`);
    this.id = id;
  }
}
