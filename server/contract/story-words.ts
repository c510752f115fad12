/** The words of stories that the client needs too; without the schema library. */
import type { Story } from "./stories.ts";

export const STORY_FORMAT = "querblick-story";
/** Grows when an older program would misread a file of a newer one. */
export const STORY_VERSION = 1;

/** What a scene can reveal one after the other, in the order in which it makes sense. */
export const SCENE_PARTS = [
  /** Groups as discs and hulls. */
  "groups",
  /** Actors inside opened groups, around an actor, or on a path. */
  "actors",
  /** Actors that belong to both groups, and what they are on. */
  "bridges",
  /** What is recorded: ribbons, links, hops. */
  "links",
  /** Suggested and not there yet. */
  "missing",
  /** Who could introduce. */
  "brokers",
] as const;
export type ScenePart = (typeof SCENE_PARTS)[number];

export const LONGEST_TITLE = 200;
export const LONGEST_CAPTION = 2_000;
export const LONGEST_SPEAKER_NOTES = 10_000;
export const MOST_SCENES = 200;
/** Of a story as it is sent and kept, in characters of its JSON: five pictures of 5,000 actors that stand differently. */
export const LONGEST_STORY = 1_000_000;

export const EMPTY_STORY: Story = {
  format: STORY_FORMAT,
  version: STORY_VERSION,
  title: { de: "", en: "" },
  subtitle: { de: "", en: "" },
  arrangements: [],
  scenes: [],
};
