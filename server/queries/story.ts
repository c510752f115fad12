/** One story with its scenes, and who of them is gone. */
import { type Query, UnknownStory } from "./context.ts";
import { missingOf, openStory } from "./kept-stories.ts";

export const story: Query<"story"> = async (context, { id }, signal) => {
  const record = (await context.store.stories(signal)).find((one) => one.id === id);
  const opened = record && openStory(record);
  if (!opened?.kept) throw new UnknownStory(id);
  const missing = await missingOf(context, opened.kept.story, signal);
  return { id, ...opened.kept, missing };
};
