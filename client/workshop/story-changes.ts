/** What can be done to a story, each as a new one: nothing is changed in place, so that undo is the story before. */
import type { Arrangement, SceneRecord, Story } from "../../server/contract/stories.ts";
import { LONGEST_STORY } from "../../server/contract/story-words.ts";

/** A scene with the arrangement that it stands for. */
export interface CapturedScene {
  scene: SceneRecord;
  arrangement: Arrangement | null;
}

/** @param after id of the scene that it follows; `null` = at the end */
export function addScene(story: Story, captured: CapturedScene, after: string | null): Story {
  const place = after === null ? -1 : story.scenes.findIndex(({ id }) => id === after);
  const at = place < 0 ? story.scenes.length : place + 1;
  const { arrangements, number } = withArrangement(story.arrangements, captured.arrangement);
  const scene = { ...captured.scene, arrangement: number };
  const added = { ...story, arrangements, scenes: story.scenes.toSpliced(at, 0, scene) };
  // Where everything stood has no room any more: the scene is kept as the layout draws it.
  return number !== null && !fits(added)
    ? addScene(story, { ...captured, arrangement: null }, after)
    : added;
}

function fits(story: Story): boolean {
  return JSON.stringify(story).length <= LONGEST_STORY;
}

export function changeScene(story: Story, id: string, patch: Partial<SceneRecord>): Story {
  return {
    ...story,
    scenes: story.scenes.map((scene) => (scene.id === id ? { ...scene, ...patch } : scene)),
  };
}

/** The present view in place of the scene's, its words stay. */
export function retakeScene(story: Story, id: string, captured: CapturedScene): Story {
  const { view, camera, names } = captured.scene;
  const { arrangements, number } = withArrangement(story.arrangements, captured.arrangement);
  const retaken = tidy(
    changeScene({ ...story, arrangements }, id, { view, camera, names, arrangement: number }),
  );
  return number !== null && !fits(retaken)
    ? retakeScene(story, id, { ...captured, arrangement: null })
    : retaken;
}

/** @param newId of the copy, which follows */
export function duplicateScene(story: Story, id: string, newId: string): Story {
  const at = story.scenes.findIndex((scene) => scene.id === id);
  const scene = story.scenes[at];
  if (!scene) return story;
  return { ...story, scenes: story.scenes.toSpliced(at + 1, 0, { ...scene, id: newId }) };
}

export function removeScene(story: Story, id: string): Story {
  return tidy({ ...story, scenes: story.scenes.filter((scene) => scene.id !== id) });
}

/** @param to place in the list, 0 = first; beyond the ends it is the end */
export function moveScene(story: Story, id: string, to: number): Story {
  const from = story.scenes.findIndex((scene) => scene.id === id);
  const scene = story.scenes[from];
  const at = Math.max(0, Math.min(story.scenes.length - 1, to));
  if (!scene || at === from) return story;
  return { ...story, scenes: story.scenes.toSpliced(from, 1).toSpliced(at, 0, scene) };
}

/** Moves several, in their order, before or after a scene. */
export function moveScenes(
  story: Story,
  ids: ReadonlySet<string>,
  target: string,
  isAfter: boolean,
): Story {
  const moved = story.scenes.filter(({ id }) => ids.has(id));
  const rest = story.scenes.filter(({ id }) => !ids.has(id));
  const place = rest.findIndex(({ id }) => id === target);
  if (moved.length === 0 || place < 0) return story;
  return { ...story, scenes: rest.toSpliced(isAfter ? place + 1 : place, 0, ...moved) };
}

/** Another actor for one that is gone, wherever the scene names it. */
export function replaceActor(
  story: Story,
  sceneId: string,
  goneId: string,
  other: { id: string; name: string; nameEn: string | null },
): Story {
  const scene = story.scenes.find(({ id }) => id === sceneId);
  if (!scene) return story;
  const names = scene.names.filter(({ id }) => id !== goneId && id !== other.id);
  return changeScene(story, sceneId, {
    view: renamedIn(scene.view, goneId, other.id),
    names: [...names, { id: other.id, name: other.name, nameEn: other.nameEn }],
  });
}

/** Ids stand in an address as whole words between these marks. */
const MARKS = /([=,:~&])/;

function renamedIn(view: string, from: string, to: string): string {
  return view
    .split(MARKS)
    .map((part) => (decoded(part) === from ? encodeURIComponent(to) : part))
    .join("");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The same arrangement is kept once. */
function withArrangement(
  arrangements: readonly Arrangement[],
  wanted: Arrangement | null,
): { arrangements: Arrangement[]; number: number | null } {
  if (wanted === null) return { arrangements: [...arrangements], number: null };
  const known = arrangements.findIndex((one) => isSame(one, wanted));
  return known >= 0
    ? { arrangements: [...arrangements], number: known }
    : { arrangements: [...arrangements, wanted], number: arrangements.length };
}

function isSame(one: Arrangement, other: Arrangement): boolean {
  return (
    one.ids.length === other.ids.length &&
    one.ids.every(
      (id, i) => id === other.ids[i] && one.x[i] === other.x[i] && one.y[i] === other.y[i],
    )
  );
}

/** Drops arrangements that no scene stands for. */
function tidy(story: Story): Story {
  const used = [...new Set(story.scenes.map(({ arrangement }) => arrangement))].filter(
    (number) => number !== null,
  );
  used.sort((a, b) => a - b);
  const place = new Map(used.map((number, index) => [number, index]));
  return {
    ...story,
    arrangements: used.flatMap((number) => story.arrangements[number] ?? []),
    scenes: story.scenes.map((scene) => ({
      ...scene,
      arrangement: scene.arrangement === null ? null : (place.get(scene.arrangement) ?? null),
    })),
  };
}
