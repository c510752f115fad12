/** A judgement as one Neo4j transaction. Aborts before its last step; then the end is awaited: the answer is the truth. */
import type { ManagedTransaction } from "neo4j-driver";
import type { JudgementRecord } from "../contract/judgements.ts";
import { checkReplaced, isEmptyJudgement } from "./judging.ts";
import { statement } from "./statements.ts";

export async function judgeInNeo4j(
  tx: ManagedTransaction,
  record: JudgementRecord,
  replaces: string | null,
  signal?: AbortSignal,
): Promise<void> {
  const { a, b, ...properties } = record;
  const { records } = await tx.run(statement("write/lock-judgement"), { a, b });
  const kept: unknown = records[0]?.get("changedAt");
  checkReplaced(typeof kept === "string" ? kept : null, replaces);
  signal?.throwIfAborted();
  if (isEmptyJudgement(record)) await tx.run(statement("write/remove-judgement"), { a, b });
  else await tx.run(statement("write/judgement"), { a, b, properties });
}
