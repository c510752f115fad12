/** "Add this view as a scene": into the story that was worked on last, or into a new one. */
import type { QueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { EMPTY_STORY, MOST_SCENES } from "../../server/contract/story-words.ts";
import { ProblemError, tell } from "../api.ts";
import { toLanguage } from "../i18n/language.ts";
import { currentStory, setCurrentStory } from "../state/current-story.ts";
import { getRetake, setRetake } from "../state/retake.ts";
import { getView, setView } from "../state/view-store.ts";
import { showNotice } from "../ui/notice.tsx";
import { captureScene } from "./capture.ts";
import { addScene, removeScene, retakeScene } from "./story-changes.ts";
import { editorFor, openEditor, type StoryEditor } from "./story-editor.ts";
import { inLanguage, textIn } from "./words.ts";

export async function keepView(client: QueryClient): Promise<void> {
  const language = toLanguage(i18next.language) ?? "de";
  const say = (key: string, values: Record<string, unknown> = {}) => textIn(language, key, values);
  try {
    const captured = await captureScene(getView(), client);
    const editor = (await lastEditor(client)) ?? (await newEditor(client));
    const { story } = editor.state();
    if (story.scenes.length >= MOST_SCENES) {
      showNotice(say("tooManyScenes", { count: MOST_SCENES }));
      return;
    }
    editor.change(addScene(story, captured, null));
    await editor.flush();
    const { status, story: kept } = editor.state();
    if (status !== "kept") throw new Error(`the story is ${status}`);
    const title = inLanguage(kept.title, language) || say("untitled");
    const { id } = captured.scene;
    showNotice(say("sceneAdded", { number: kept.scenes.length, title }), [
      {
        label: say("openStory"),
        run: () =>
          setView({ page: "stories", stories: { story: editor.id, scene: id }, panel: null }),
      },
      {
        label: say("undo"),
        run: () => editor.change(removeScene(editor.state().story, id)),
      },
    ]);
  } catch {
    showNotice(say("sceneNotAdded"));
  }
}

/** The present view in place of the scene's that is being changed; leads back to the story. */
export async function retakeView(client: QueryClient): Promise<void> {
  const retake = getRetake();
  if (!retake) return;
  const language = toLanguage(i18next.language) ?? "de";
  try {
    const captured = await captureScene(getView(), client);
    const editor = await openEditor(retake.story, client);
    const { story } = editor.state();
    const scene = story.scenes.find(({ id }) => id === retake.scene);
    setRetake(null);
    if (!scene) {
      await keepView(client);
      return;
    }
    editor.change(retakeScene(story, scene.id, captured));
    await editor.flush();
    const title = inLanguage(scene.title, language) || textIn(language, "untitled");
    setView({ page: "stories", stories: { story: editor.id, scene: scene.id }, panel: null });
    showNotice(textIn(language, "sceneRetaken", { title }));
  } catch {
    showNotice(textIn(language, "sceneNotAdded"));
  }
}

/** `null` where there is none, or it is gone. */
async function lastEditor(client: QueryClient): Promise<StoryEditor | null> {
  const id = currentStory();
  if (id === null) return null;
  try {
    return await openEditor(id, client);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

async function newEditor(client: QueryClient): Promise<StoryEditor> {
  const title = { de: textIn("de", "newStory"), en: textIn("en", "newStory") };
  const kept = await tell("keepStory", {
    id: null,
    story: { ...EMPTY_STORY, title },
    replaces: null,
  });
  setCurrentStory(kept.id);
  void client.invalidateQueries({ queryKey: ["stories"] });
  return editorFor(kept, client);
}
