/** A story kept or removed as one Neo4j transaction, beside the graph. Aborts before its last step. */
import type { ManagedTransaction } from "neo4j-driver";
import { statement } from "./statements.ts";
import { checkStoryReplaced, type StoryChange, storyIdOf } from "./story-keeping.ts";

export async function keepStoryInNeo4j(
  tx: ManagedTransaction,
  change: StoryChange,
  replaces: string | null,
  signal?: AbortSignal,
): Promise<void> {
  const id = storyIdOf(change);
  const { records } = await tx.run(statement("write/lock-story"), { id });
  const kept: unknown = records[0]?.get("content");
  checkStoryReplaced(id, typeof kept === "string" ? kept : null, replaces);
  signal?.throwIfAborted();
  if ("remove" in change) await tx.run(statement("write/remove-stories"), { ids: [id] });
  else {
    const { id: _, ...properties } = change.keep;
    await tx.run(statement("write/stories"), { rows: [{ id, properties }] });
  }
}
