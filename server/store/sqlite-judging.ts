/** Judgements in SQLite: read whole, written one by one on the worker's writing connection. */
import type Database from "libsql";
import type { JudgementRecord } from "../contract/judgements.ts";
import { checkReplaced, isEmptyJudgement, toJudgements } from "./judging.ts";
import { callJson, retryBusy, type Statements } from "./sqlite-database.ts";

const ALL = `SELECT json_group_array(json_object(
  'a', a, 'b', b, 'verdict', verdict, 'reason', reason, 'note', note, 'changedAt', changedAt))
  FROM judgements`;
const KEPT = "SELECT changedAt FROM judgements WHERE a = ? AND b = ?";
const REMOVE = "DELETE FROM judgements WHERE a = ? AND b = ?";
const WRITE = `INSERT INTO judgements
  SELECT value ->> 'a', value ->> 'b', value ->> 'verdict', value ->> 'reason', value ->> 'note',
    value ->> 'changedAt' FROM json_each(?) WHERE true
  ON CONFLICT (a, b) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason,
    note = excluded.note, changedAt = excluded.changedAt`;

export function readJudgements(statements: Statements): JudgementRecord[] {
  return toJudgements(callJson(statements.get(ALL)) as unknown[]);
}

export async function judgeInSqlite(
  db: Database.Database,
  statements: Statements,
  record: JudgementRecord,
  replaces: string | null,
  checkCancelled: () => void,
): Promise<void> {
  await retryBusy(() => db.exec("BEGIN IMMEDIATE"), checkCancelled);
  try {
    const key = [record.a, record.b];
    const [kept = null] = (statements.get(KEPT).raw().get(key) as [string] | undefined) ?? [];
    checkReplaced(kept, replaces);
    if (isEmptyJudgement(record)) statements.get(REMOVE).run(key);
    else statements.get(WRITE).run([JSON.stringify([record])]);
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
