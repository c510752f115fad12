/** All stories, the last changed first. */
import type { StoriesResult } from "../contract/stories.ts";
import { breathe } from "./breathe.ts";
import type { Query } from "./context.ts";
import { openStory } from "./kept-stories.ts";

export const stories: Query<"stories"> = async ({ store }, _query, signal) => {
  const result: StoriesResult = { stories: [], unreadable: [] };
  for (const record of await store.stories(signal)) {
    const { kept, reason } = openStory(record);
    if (kept === null) result.unreadable.push({ id: record.id, title: record.title, reason });
    else {
      const { story, edition, changedAt, sharing } = kept;
      result.stories.push({
        id: record.id,
        title: story.title,
        subtitle: story.subtitle,
        scenes: story.scenes.length,
        edition,
        changedAt,
        isShared: sharing !== null,
      });
    }
    await breathe(signal);
  }
  result.stories.sort(
    (one, other) =>
      Date.parse(other.changedAt) - Date.parse(one.changedAt) || (one.id < other.id ? -1 : 1),
  );
  return result;
};
