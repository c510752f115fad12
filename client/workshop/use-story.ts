/** The story that the address names, as it is worked on. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { SceneRecord, StoryResult } from "../../server/contract/stories.ts";
import { useAnswer } from "../api.ts";
import { setCurrentStory } from "../state/current-story.ts";
import { setView, useView } from "../state/view-store.ts";
import { editorFor, type StoryEditor } from "./story-editor.ts";

export interface OpenedStory {
  editor: StoryEditor;
  kept: StoryResult;
}

export function useOpenedStory() {
  const { story: id } = useView().stories;
  const client = useQueryClient();
  const answer = useAnswer("story", [["id", id ?? ""]], { enabled: id !== null, keep: false });
  const kept = answer.data;
  const editor = useMemo(() => (kept ? editorFor(kept, client) : null), [kept, client]);
  useEffect(() => {
    if (editor) setCurrentStory(editor.id);
  }, [editor]);
  // What was typed last is kept when the story is left; the browser asks before it closes over what is not kept.
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!editor || editor.state().status === "kept") return;
      event.preventDefault();
      void editor.flush();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      void editor?.flush();
    };
  }, [editor]);
  return { ...answer, data: kept && editor ? { editor, kept } : undefined };
}

/** The scene that is worked on: the one of the address, else the first. */
export function useChosenScene(scenes: readonly SceneRecord[]): SceneRecord | null {
  const { scene: id } = useView().stories;
  return scenes.find((scene) => scene.id === id) ?? scenes[0] ?? null;
}

export function chooseScene(story: string, scene: string | null): void {
  setView({ page: "stories", stories: { story, scene } }, { replace: true });
}

export function openStory(story: string | null, scene: string | null = null): void {
  setView({ page: "stories", mode: "picture", stories: { story, scene }, panel: null });
}
