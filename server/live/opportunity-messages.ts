/** What is said between the service and its worker for opportunities. */
import type { ReferenceCountRecord } from "../contract/records.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import type { SnapshotData } from "../snapshot/snapshot.ts";

export type OpportunityKind = keyof OpportunityRequests;

/** One question of each kind; `cancel[0]` is set to 1 when nobody waits for the answer any more. */
export type OpportunityAsked = {
  [K in OpportunityKind]: { kind: K; request: OpportunityRequests[K]; cancel: Int32Array };
}[OpportunityKind];

export type OpportunityQuestion =
  | { kind: "snapshot"; data: SnapshotData; referenceCounts: ReferenceCountRecord[] }
  | OpportunityAsked;

export type OpportunityReply =
  | { kind: "ready" }
  | { kind: "cancelled" }
  | { [K in OpportunityKind]: { kind: K; answer: OpportunityAnswers[K] } }[OpportunityKind];
