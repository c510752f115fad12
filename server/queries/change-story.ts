/** What can be done with stories: keep, remove, share. Each says what it replaces, so that nobody's change is lost. */
import { randomBytes, randomUUID } from "node:crypto";
import type { StoryRecord } from "../contract/records.ts";
import type { KeptStory, MissingActor, Story, StorySharing } from "../contract/stories.ts";
import { LONGEST_STORY } from "../contract/story-words.ts";
import { StoreConflict } from "../store/store.ts";
import {
  type Action,
  ConflictingStory,
  type Context,
  InvalidRequest,
  UnknownStory,
} from "./context.ts";
import { missingOf, openStory, recordOf } from "./kept-stories.ts";

const MOST_NAMED = 10;

export const keepStory: Action<"keepStory"> = async (context, body, signal) => {
  const missing = await missingOf(context, body.story, signal);
  if (missing.length > 0 && !body.allowsMissing) throw unknownActors(missing);
  checkLength(body.story);
  const id = body.id ?? randomUUID();
  const before = await find(context, id, signal);
  const edition = before?.kept?.edition ?? null;
  // What cannot be read cannot be replaced knowingly: it has no edition.
  if (before && !before.kept) throw new UnknownStory(id);
  if (edition !== body.replaces) throw conflict(before?.kept ?? null);
  const kept: KeptStory = {
    story: body.story,
    edition: (edition ?? 0) + 1,
    changedAt: new Date().toISOString(),
    sharing: before?.kept?.sharing ?? null,
  };
  await write(context, { keep: recordOf(id, kept) }, before?.record ?? null, signal);
  return { id, ...kept, missing };
};

export const removeStory: Action<"removeStory"> = async (context, { id, replaces }, signal) => {
  const before = await find(context, id, signal);
  if (!before) throw new UnknownStory(id);
  if (before.kept && before.kept.edition !== replaces) throw conflict(before.kept);
  await write(context, { remove: id }, before.record, signal);
  return { id };
};

/** The address is no part of the story: giving it or taking it back makes no new edition. */
export const shareStory: Action<"shareStory"> = async (context, body, signal) => {
  const embedOrigins = originsOf(body.embedOrigins);
  const before = await find(context, body.id, signal);
  if (!before?.kept) throw new UnknownStory(body.id);
  const token = before.kept.sharing?.token ?? randomBytes(16).toString("base64url");
  const sharing: StorySharing | null = body.isShared ? { token, embedOrigins } : null;
  const kept = { ...before.kept, sharing };
  await write(context, { keep: recordOf(body.id, kept) }, before.record, signal);
  return { sharing };
};

function checkLength(story: Story): void {
  const { length } = JSON.stringify(story);
  if (length <= LONGEST_STORY) return;
  const detail = `expected at most ${LONGEST_STORY} characters (got ${length})`;
  throw new InvalidRequest([{ parameter: "story", detail }]);
}

async function find(
  { store }: Context,
  id: string,
  signal: AbortSignal,
): Promise<{ record: StoryRecord; kept: KeptStory | null } | null> {
  const record = (await store.stories(signal)).find((one) => one.id === id);
  return record ? { record, kept: openStory(record).kept } : null;
}

async function write(
  { store }: Context,
  change: Parameters<Context["store"]["keepStory"]>[0],
  before: StoryRecord | null,
  signal: AbortSignal,
): Promise<void> {
  try {
    await store.keepStory(change, before?.content ?? null, signal);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    throw new ConflictingStory("The story was changed by somebody else at the same moment.");
  }
}

function conflict(kept: KeptStory | null): ConflictingStory {
  return new ConflictingStory(
    kept === null
      ? "The story that this one should replace has been removed meanwhile."
      : `The story was changed meanwhile, at ${kept.changedAt}; its edition is ${kept.edition}.`,
  );
}

function unknownActors(missing: readonly MissingActor[]): InvalidRequest {
  const ids = [...new Set(missing.map(({ id }) => id))];
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  const named = ids.slice(0, MOST_NAMED).map((id) => JSON.stringify(id.slice(0, 80)));
  const detail = `expected actors of this graph (got ${named.join(", ")}${more})`;
  return new InvalidRequest([{ parameter: "story.scenes", detail }]);
}

/** Each as the browser writes an origin; what is none is refused by its place. */
function originsOf(texts: readonly string[]): string[] {
  return texts.map((text, place) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isPage = url !== null && ["http:", "https:"].includes(url.protocol);
    if (
      isPage &&
      url.pathname === "/" &&
      url.search === "" &&
      url.hash === "" &&
      url.username === ""
    ) {
      return url.origin;
    }
    const detail = `expected scheme and host, like https://example.org (got ${JSON.stringify(text)})`;
    throw new InvalidRequest([{ parameter: `embedOrigins.${place}`, detail }]);
  });
}
