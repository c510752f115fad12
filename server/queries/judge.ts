/** Says something to a suggestion, or takes it back. */
import type { JudgementRecord } from "../contract/judgements.ts";
import { StoreConflict } from "../store/store.ts";
import { type Action, ConflictingJudgement, type Context, InvalidRequest } from "./context.ts";
import { findActor } from "./path-request.ts";

export const judge: Action<"judge"> = async (context, body, signal) => {
  const { verdict, replaces } = body;
  const [a, b] = pairOf(context, body.a, body.b);
  const record: JudgementRecord = {
    a,
    b,
    verdict,
    reason: body.reason || null,
    note: body.note || null,
    changedAt: later(replaces),
  };
  try {
    await context.store.judge(record, replaces, signal);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    const kept = await context.store.judgements(signal);
    throw new ConflictingJudgement(kept.find((one) => one.a === a && one.b === b) ?? null);
  }
  const isEmpty = verdict === null && record.reason === null && record.note === null;
  return { judgement: isEmpty ? null : record };
};

/** Two groups, or two others; in the order of their ids, so that the pair has one judgement. */
function pairOf({ snapshot }: Context, first: string, second: string): [string, string] {
  if (first === second) {
    const detail = `expected another actor than a (got ${JSON.stringify(second)} for both)`;
    throw new InvalidRequest([{ parameter: "b", detail }]);
  }
  const isGroup = [first, second].map((id) => snapshot.groupOf(findActor(snapshot, id)) >= 0);
  if (isGroup[0] !== isGroup[1]) {
    const detail = "expected two groups or two actors that are none (got one of each)";
    throw new InvalidRequest([{ parameter: "b", detail }]);
  }
  return first < second ? [first, second] : [second, first];
}

/** Now; within the same millisecond as the replaced one a millisecond later, so that the two differ. */
function later(replaced: string | null): string {
  const now = new Date();
  const before = replaced === null ? Number.NaN : Date.parse(replaced);
  return new Date(before >= now.getTime() ? before + 1 : now.getTime()).toISOString();
}
