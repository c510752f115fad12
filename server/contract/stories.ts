/**
 * Workshop stories: titled lists of scenes. A scene keeps a view of the explorer as its address says it, with camera,
 * arrangement, caption and speaker notes. Captions and notes are Markdown. Stories are kept beside the graph: a change
 * of one changes no fact.
 */
import { z } from "zod";
import { actorRef, evidence } from "./actor.ts";
import { filterShape, list } from "./filters.ts";
import {
  LONGEST_CAPTION,
  LONGEST_SPEAKER_NOTES,
  LONGEST_TITLE,
  MOST_SCENES,
  SCENE_PARTS,
  STORY_FORMAT,
  STORY_VERSION,
} from "./story-words.ts";

/** Without what no database keeps: NUL, and halves of a character. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .overwrite((value) => value.replace(/[\p{Surrogate}\0]/gu, ""));
/** The same in both languages; "" = not written. */
const bilingual = (longest: number) => z.strictObject({ de: text(longest), en: text(longest) });
const id = z.string().min(1).max(500);
/** A coordinate of the picture's plane. */
const coordinate = z.number().min(-1e6).max(1e6);

export const sceneRecord = z.strictObject({
  /** Unique in the story. */
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, "lower-case letters, digits and hyphens"),
  title: bilingual(LONGEST_TITLE),
  caption: bilingual(LONGEST_CAPTION),
  notes: bilingual(LONGEST_SPEAKER_NOTES),
  /** The view: the query of the page's address, `?page=paths&from=…`; "" = the first view. */
  view: z
    .string()
    .max(8_000)
    .regex(/^(?:\?.*)?$/s, "the query of an address: empty, or beginning with ?"),
  /** Middle and size of what of the plane is in view at least; `null` = everything. */
  camera: z
    .strictObject({
      x: coordinate,
      y: coordinate,
      width: z.number().min(1).max(1e6),
      height: z.number().min(1).max(1e6),
    })
    .nullable(),
  /** Number in `arrangements`; `null` = as the layout has it today. */
  arrangement: z.number().int().min(0).nullable(),
  /** What is revealed at the first step, the second …; empty = everything at once. What no step names is there from the start. */
  steps: z.array(z.array(z.enum(SCENE_PARTS)).min(1)).max(SCENE_PARTS.length),
  /** Who the view names, so that someone who is gone can still be said by name. */
  names: z.array(z.strictObject({ id, name: text(500), nameEn: text(500).nullable() })).max(500),
});
export type SceneRecord = z.infer<typeof sceneRecord>;

/** Where everything drawn stood: columns of one length. Shared by scenes that look alike. */
export const arrangement = z
  .strictObject({
    ids: z.array(id).max(20_000),
    x: z.array(coordinate).max(20_000),
    y: z.array(coordinate).max(20_000),
  })
  .refine(
    ({ ids, x, y }) => ids.length === x.length && ids.length === y.length,
    "ids, x and y of the same length",
  );
export type Arrangement = z.infer<typeof arrangement>;

export const story = z
  .strictObject({
    format: z.literal(STORY_FORMAT),
    version: z.literal(STORY_VERSION, {
      error: ({ input }) =>
        typeof input === "number" && input > STORY_VERSION
          ? `version ${STORY_VERSION}: it was made by a newer Querblick`
          : `version ${STORY_VERSION}`,
    }),
    title: bilingual(LONGEST_TITLE),
    subtitle: bilingual(LONGEST_CAPTION),
    arrangements: z.array(arrangement).max(MOST_SCENES),
    scenes: z.array(sceneRecord).max(MOST_SCENES),
  })
  .superRefine(({ scenes, arrangements }, context) => {
    const seen = new Set<string>();
    scenes.forEach((scene, index) => {
      if (seen.has(scene.id)) {
        context.addIssue({
          code: "custom",
          path: ["scenes", index, "id"],
          message: `expected another id than the scenes before (got ${JSON.stringify(scene.id)} again)`,
        });
      }
      seen.add(scene.id);
      if (scene.arrangement !== null && scene.arrangement >= arrangements.length) {
        context.addIssue({
          code: "custom",
          path: ["scenes", index, "arrangement"],
          message: `expected one of the ${arrangements.length} arrangements (got ${scene.arrangement})`,
        });
      }
    });
  });
export type Story = z.infer<typeof story>;

/** How others may see a story: the token of its read-only address, and the pages that may embed it. */
export const storySharing = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** `https://example.org`; empty = nowhere. */
  embedOrigins: z.array(z.string().max(300)).max(20),
});
export type StorySharing = z.infer<typeof storySharing>;

/** A story as it is kept: the store's `content`. */
export const keptStory = z.object({
  story,
  /** Grows by one with every change. */
  edition: z.number().int().min(1),
  /** ISO 8601 instant of the last change. */
  changedAt: z.string(),
  sharing: storySharing.nullable(),
});
export type KeptStory = z.infer<typeof keptStory>;

/** Named by a scene's view and not in the graph any more; who comes nearest by name, best first. */
export const missingActor = z.object({
  scene: z.string(),
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  nearest: z.array(actorRef).max(3),
});
export type MissingActor = z.infer<typeof missingActor>;

const storyId = z.strictObject({ id: z.string().min(1).max(200).describe("Id of the story.") });

// ---- GET /api/stories
export const storiesQuery = z.strictObject({});
export const storiesResult = z.object({
  /** The last changed first. */
  stories: z.array(
    z.object({
      id: z.string(),
      title: bilingual(LONGEST_TITLE),
      subtitle: bilingual(LONGEST_CAPTION),
      scenes: z.number().int().min(0),
      edition: z.number().int().min(1),
      changedAt: z.string(),
      isShared: z.boolean(),
    }),
  ),
  /** Kept, but not readable by this program, with the reason. */
  unreadable: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
});
export type StoriesResult = z.infer<typeof storiesResult>;

// ---- GET /api/stories/:id
export const storyParams = storyId;
export const storyQuery = z.strictObject({});
export const storyResult = keptStory.extend({
  id: z.string(),
  missing: z.array(missingActor),
});
export type StoryResult = z.infer<typeof storyResult>;

// ---- GET /api/shared/:token
export const sharedParams = z.strictObject({
  token: z.string().min(1).max(200).describe("Token of the read-only address."),
});
export const sharedQuery = z.strictObject({});
/** Without speaker notes, origins and edition. */
export const sharedResult = z.object({
  id: z.string(),
  story,
  changedAt: z.string(),
  missing: z.array(missingActor),
});
export type SharedResult = z.infer<typeof sharedResult>;

// ---- POST /api/stories
export const keepStoryBody = z.strictObject({
  /** `null` = a new one. */
  id: z.string().min(1).max(200).nullable(),
  story,
  /** `edition` of the story that this one replaces, `null` for none (a new one, or one that was removed): a change by somebody else is not lost. */
  replaces: z.number().int().min(1).nullable(),
  /** Takes a story whose scenes name actors that are not in the graph; refused otherwise. */
  allowsMissing: z.boolean().default(false),
});
export const keepStoryResult = storyResult;

// ---- POST /api/stories/remove
export const removeStoryBody = z.strictObject({
  id: z.string().min(1).max(200),
  replaces: z.number().int().min(1),
});
export const removeStoryResult = z.object({ id: z.string() });

// ---- POST /api/stories/share
export const shareStoryBody = z.strictObject({
  id: z.string().min(1).max(200),
  /** `false` takes the address back: the old one is dead for good. */
  isShared: z.boolean(),
  /** Pages that may embed it: scheme, host and port. */
  embedOrigins: z.array(z.string().max(300)).max(20),
});
export const shareStoryResult = z.object({ sharing: storySharing.nullable() });

// ---- GET /api/sources
export const sourcesQuery = z.strictObject({
  ...filterShape,
  between: list(z.string().min(1).max(200), 400)
    .optional()
    .describe(
      "Ids of actors: only links among them, and their participations in projects that two of them share.",
    ),
});
export const sourcesResult = z.object({
  revision: z.number().int(),
  /** Where the links come from, the one that most rest on first; at most 200. */
  sources: z.array(evidence.extend({ links: z.number().int().min(1) })),
  /** Links that were looked at, and how many there are. */
  links: z.object({ read: z.number().int().min(0), total: z.number().int().min(0) }),
  omitted: z.number().int().min(0),
});
export type SourcesResult = z.infer<typeof sourcesResult>;
