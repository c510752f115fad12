/** What is said between the service and its worker for opportunities. */
import type { Progress } from "../contract/problem.ts";
import type { ReferenceCountRecord } from "../contract/records.ts";
import type { OpportunityAnswers, OpportunityRequests } from "../snapshot/opportunity-requests.ts";
import { WORK_STAGES, type WorkStage } from "../snapshot/opportunity-work.ts";
import type { SnapshotData } from "../snapshot/snapshot.ts";

export type OpportunityKind = keyof OpportunityRequests;

/** One question of each kind. */
export type OpportunityAsked = {
  [K in OpportunityKind]: { kind: K; request: OpportunityRequests[K]; control: Int32Array };
}[OpportunityKind];

export type OpportunityQuestion =
  | { kind: "snapshot"; data: SnapshotData; referenceCounts: ReferenceCountRecord[] }
  /** Makes beforehand what every question needs. */
  | { kind: "warm"; control: Int32Array }
  | OpportunityAsked;

export type OpportunityReply =
  | { kind: "ready" }
  | { kind: "cancelled" }
  | { [K in OpportunityKind]: { kind: K; answer: OpportunityAnswers[K] } }[OpportunityKind];

const [CANCELLED, STAGE, SHARE] = [0, 1, 2] as const;
const WHOLE = 1_000;

/** What both sides see of a question while it is worked on: memory that they share. */
export const newControl = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));

export const cancel = (control: Int32Array): void => void Atomics.store(control, CANCELLED, 1);

export const isCancelled = (control: Int32Array): boolean => Atomics.load(control, CANCELLED) !== 0;

export function noteProgress(control: Int32Array, stage: WorkStage, share: number): void {
  Atomics.store(control, STAGE, 1 + WORK_STAGES.indexOf(stage));
  Atomics.store(control, SHARE, Math.floor(WHOLE * share));
}

/** How far a question is. */
export function progressOf(control: Int32Array): Progress {
  const step = Atomics.load(control, STAGE);
  return { step, steps: WORK_STAGES.length, share: Atomics.load(control, SHARE) / WHOLE };
}
