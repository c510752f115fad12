/** The middle of the page Stories: all stories, or the scene that is worked on, as the hall will see it. */
import { useEffect, useRef } from "react";
import { useWords } from "../records/words.ts";
import { FIRST_VIEW } from "../state/view.ts";
import { setView, useView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";
import { SceneView } from "./scene-view.tsx";
import { Loaded } from "./show-frame.tsx";
import { lastStep } from "./show-state.ts";
import { useEditorState } from "./story-editor.ts";
import { StoryList } from "./story-list.tsx";
import "./stories.css";
import { type OpenedStory, openStory, useChosenScene, useOpenedStory } from "./use-story.ts";

export function StoriesMain() {
  const { story } = useView().stories;
  return story === null ? <StoryList /> : <OpenedScene key={story} />;
}

function OpenedScene() {
  const { say } = useWords("workshop");
  const answer = useOpenedStory();
  return (
    <Loaded
      answer={answer}
      action={<Button onPress={() => openStory(null)}>{say("edit.all")}</Button>}
    >
      {(opened) => <Preview {...opened} />}
    </Loaded>
  );
}

function Preview({ editor, kept }: OpenedStory) {
  const { say } = useWords("workshop");
  const { story } = useEditorState(editor);
  const scene = useChosenScene(story.scenes);
  const box = useRef<HTMLDivElement>(null);
  useUndoKeys(editor);
  if (!scene) {
    return (
      <EmptyState
        title={say("noScenesTitle")}
        text={say("noScenesText")}
        action={
          <Button variant="primary" onPress={() => setView({ ...FIRST_VIEW })}>
            {say("edit.addFirst")}
          </Button>
        }
      />
    );
  }
  const place = story.scenes.indexOf(scene);
  return (
    <div className="story-preview" ref={box}>
      <SceneView
        story={story}
        scene={scene}
        step={lastStep(story, place)}
        missing={kept.missing}
        isPresenting={false}
      />
    </div>
  );
}

/** ⌘Z and ⌘⇧Z (or Ctrl+Y) undo changes of the story, in fields too: what is typed is a change of it. */
function useUndoKeys(editor: OpenedStory["editor"]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) editor.undo();
      else if (key === "y" || (key === "z" && event.shiftKey)) editor.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [editor]);
}
