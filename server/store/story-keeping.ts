/** What both databases do alike when a story is kept or removed beside the graph. */
import type { StoryRecord } from "../contract/records.ts";
import { StoreConflict } from "./store.ts";

/** A story as it shall be kept from now on, or the id of one that goes. */
export type StoryChange = { keep: StoryRecord } | { remove: string };

export function storyIdOf(change: StoryChange): string {
  return "keep" in change ? change.keep.id : change.remove;
}

/** @param kept `content` of the kept one, `null` when there is none */
export function checkStoryReplaced(id: string, kept: string | null, replaces: string | null): void {
  if (kept === replaces) return;
  const came = replaces === null ? "none" : "another one";
  throw new StoreConflict(
    `story ${id}: expected to replace ${kept === null ? "none" : "the kept one"} (got ${came})`,
  );
}
