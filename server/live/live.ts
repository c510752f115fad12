/**
 * Keeps the newest snapshot: follows the store's revision, has a worker read what changed and build the next
 * snapshot while the old one serves, and keeps the search index (in a worker of its own) in step.
 */
import type { ServiceStatus } from "../queries/context.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type {
  ConnectAnswer,
  ConnectRequest,
  PathAnswer,
  PathRequest,
} from "../snapshot/path-search.ts";
import type { SearchHit } from "../snapshot/search-hit.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Store, StoreLocation } from "../store/store.ts";

export interface LiveOptions {
  store: Store;
  /** The same store as plain data: the building worker opens its own connection. */
  location: StoreLocation;
  log: { info(data: object, text: string): void; warn(data: object, text: string): void };
  /** How often to ask the store for its revision. Default 1,000 ms. */
  pollMs?: number;
}

export interface Live {
  /** The newest snapshot; undefined until the first one is built. */
  snapshot(): Snapshot | undefined;
  status(): ServiceStatus;
  search(snapshot: Snapshot, text: string, signal: AbortSignal): Promise<SearchHit[]>;
  paths(snapshot: Snapshot, request: PathRequest, signal: AbortSignal): Promise<PathAnswer>;
  connect(snapshot: Snapshot, request: ConnectRequest, signal: AbortSignal): Promise<ConnectAnswer>;
  opportunities<K extends keyof OpportunityRequests>(
    snapshot: Snapshot,
    kind: K,
    request: OpportunityRequests[K],
    signal: AbortSignal,
  ): Promise<OpportunityAnswers[K]>;
  /**
   * Follow now instead of at the next poll; resolves to the revision that is visible then, rejects when the store
   * is away. A graph that stays at revision 0 (filled by somebody else) is read again as a whole.
   */
  refresh(): Promise<number>;
  /** Called with each new revision. Returns the function that ends it. */
  onRevision(listener: (revision: number) => void): () => void;
  close(): Promise<void>;
}
