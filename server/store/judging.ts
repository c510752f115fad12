/** What both databases do alike when a judgement is kept. */
import { type JudgementRecord, judgementRecord } from "../contract/judgements.ts";
import { StoreConflict } from "./store.ts";

/** Whether anything is left to keep. */
export function isEmptyJudgement({ verdict, reason, note }: JudgementRecord): boolean {
  return verdict === null && reason === null && note === null;
}

/** @param kept `changedAt` of the kept one, `null` when there is none */
export function checkReplaced(kept: string | null, replaces: string | null): void {
  if (kept === replaces) return;
  throw new StoreConflict(
    `judgement: expected to replace ${kept ?? "nothing"} (got ${replaces ?? "nothing"})`,
  );
}

/** Rows that are judgements, the last changed first; what somebody else wrote otherwise is left out. */
export function toJudgements(rows: readonly unknown[]): JudgementRecord[] {
  return rows
    .flatMap((row) => judgementRecord.safeParse(row).data ?? [])
    .sort(
      (one, other) =>
        compare(other.changedAt, one.changedAt) ||
        compare(one.a, other.a) ||
        compare(one.b, other.b),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
