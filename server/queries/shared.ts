/** A story at its read-only address: as the hall sees it, without the speaker's notes. */
import type { KeptStory, SharedResult, Story } from "../contract/stories.ts";
import type { Store } from "../store/store.ts";
import { breathe } from "./breathe.ts";
import { type Context, type Query, UnknownStory } from "./context.ts";
import { missingOf, openStory } from "./kept-stories.ts";

const NO_NOTES = { de: "", en: "" };

export const shared: Query<"shared"> = async (context, { token }, signal) => {
  const found = await findShared(context.store, token, signal);
  if (!found) throw new UnknownStory(token);
  return readOnly(context, found, signal);
};

/** As others see a story. */
export async function readOnly(
  context: Context,
  { id, kept }: { id: string; kept: KeptStory },
  signal: AbortSignal,
): Promise<SharedResult> {
  return {
    id,
    story: withoutNotes(kept.story),
    changedAt: kept.changedAt,
    missing: await missingOf(context, kept.story, signal),
  };
}

export function withoutNotes(story: Story): Story {
  return { ...story, scenes: story.scenes.map((scene) => ({ ...scene, notes: NO_NOTES })) };
}

/** The story that is shared with this token. */
export async function findShared(
  store: Store,
  token: string,
  signal: AbortSignal,
): Promise<{ id: string; kept: KeptStory } | null> {
  for (const record of await store.stories(signal)) {
    // Looked for as text first: a story is up to two megabytes.
    if (!record.content.includes(token)) continue;
    const { kept } = openStory(record);
    if (kept?.sharing?.token === token) return { id: record.id, kept };
    await breathe(signal);
  }
  return null;
}
