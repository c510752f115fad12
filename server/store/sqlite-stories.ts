/** A story kept or removed in SQLite, beside the graph: on the worker's writing connection, without a revision. */
import type Database from "libsql";
import { TABLES } from "./record-tables.ts";
import { decodeRow, retryBusy, type Statements } from "./sqlite-database.ts";
import { encodeValue } from "./sqlite-schema.ts";
import { checkStoryReplaced, type StoryChange, storyIdOf } from "./story-keeping.ts";

export async function keepStoryInSqlite(
  db: Database.Database,
  statements: Statements,
  change: StoryChange,
  replaces: string | null,
  checkCancelled: () => void,
): Promise<void> {
  await retryBusy(() => db.exec("BEGIN IMMEDIATE"), checkCancelled);
  try {
    const id = storyIdOf(change);
    const [row] = statements.byIds("stories", [id]);
    const kept = row === undefined ? null : decodeRow("stories", row).content;
    checkStoryReplaced(id, typeof kept === "string" ? kept : null, replaces);
    if ("remove" in change)
      statements.get(statements.sql.stories.remove).run([JSON.stringify([id])]);
    else {
      const record: Readonly<Record<string, unknown>> = change.keep;
      const values = TABLES.stories.columns.map((column) =>
        encodeValue(column, record[column.name]),
      );
      statements.get(statements.sql.stories.write).run([JSON.stringify([values])]);
    }
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
