/** Says something to a suggestion, or takes it back. */
import type { JudgementRecord } from "../contract/judgements.ts";
import { isEmptyJudgement } from "../store/judging.ts";
import { StoreConflict } from "../store/store.ts";
import { type Action, ConflictingJudgement, type Context, InvalidRequest } from "./context.ts";
import { findActor } from "./path-request.ts";

const LAST_INSTANT_MS = Date.UTC(9999, 11, 31);

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
  return { judgement: isEmptyJudgement(record) ? null : record };
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

/**
 * Now; a millisecond after the replaced one where the clock is not beyond it, so that the two differ. What no clock
 * has said is passed over: it replaces nothing.
 */
function later(replaced: string | null): string {
  const now = Date.now();
  const before = replaced === null ? Number.NaN : Date.parse(replaced);
  return new Date(before >= now && before < LAST_INSTANT_MS ? before + 1 : now).toISOString();
}
