/** The scenes in their order: chosen by click and arrow keys, moved by drag, by its keys, and by Alt and an arrow. */

import {
  Copy,
  EllipsisVertical,
  GripVertical,
  MoveDown,
  MoveUp,
  Trash2,
  TriangleAlert,
} from "lucide-react";
import type { KeyboardEvent } from "react";
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from "react-aria-components";
import type { MissingActor, SceneRecord } from "../../server/contract/stories.ts";
import { useWords } from "../records/words.ts";
import { IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { newSceneId } from "./capture.ts";
import { duplicateScene, moveScene, moveScenes, removeScene } from "./story-changes.ts";
import { type StoryEditor, useEditorState } from "./story-editor.ts";
import { chooseScene } from "./use-story.ts";
import { inLanguage } from "./words.ts";

interface SceneListProps {
  editor: StoryEditor;
  chosen: SceneRecord | null;
  missing: readonly MissingActor[];
}

export function SceneList({ editor, chosen, missing }: SceneListProps) {
  const { say, language } = useWords("workshop");
  const { id: storyId, story } = useEditorState(editor);
  const titleOf = (scene: SceneRecord) => inLanguage(scene.title, language) || say("untitled");
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const scene = story.scenes.find(({ id }) => id === key);
        return { "text/plain": scene ? titleOf(scene) : "" };
      }),
    onReorder: ({ keys, target }) => {
      const ids = new Set([...keys].map(String));
      editor.change(moveScenes(story, ids, String(target.key), target.dropPosition === "after"));
    },
  });
  const act = useSceneActs(editor);
  const moveByKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined || !chosen) return;
    event.preventDefault();
    event.stopPropagation();
    act.move(chosen.id, by);
  };
  return (
    <section className="scene-list" aria-label={say("edit.scenes")} onKeyDownCapture={moveByKey}>
      <h3 className="words-field__label">{say("edit.scenes")}</h3>
      <GridList
        className="scene-list__grid"
        aria-label={say("edit.scenes")}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) chooseScene(storyId, String(key));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {story.scenes.map((scene, place) => (
          <GridListItem
            key={scene.id}
            id={scene.id}
            textValue={titleOf(scene)}
            className="scene-list__item"
          >
            <AriaButton
              slot="drag"
              className="scene-list__grip"
              aria-label={say("edit.drag", { title: titleOf(scene) })}
            >
              <GripVertical aria-hidden />
            </AriaButton>
            <span className="scene-list__number">{place + 1}</span>
            <span className="scene-list__title">{titleOf(scene)}</span>
            {missing.some((one) => one.scene === scene.id) ? (
              <TriangleAlert className="scene-list__gone" aria-label={say("goneTitle")} />
            ) : null}
            <MenuButton
              label={say("edit.moreOf", { title: titleOf(scene) })}
              button={
                <IconButton
                  label={say("edit.moreOf", { title: titleOf(scene) })}
                  icon={<EllipsisVertical aria-hidden />}
                />
              }
              actions={[
                {
                  id: "up",
                  label: say("edit.up"),
                  shortcut: "Alt ↑",
                  icon: <MoveUp aria-hidden />,
                  run: () => act.move(scene.id, -1),
                },
                {
                  id: "down",
                  label: say("edit.down"),
                  shortcut: "Alt ↓",
                  icon: <MoveDown aria-hidden />,
                  run: () => act.move(scene.id, 1),
                },
                {
                  id: "copy",
                  label: say("edit.duplicate"),
                  icon: <Copy aria-hidden />,
                  run: () => act.copy(scene.id),
                },
                {
                  id: "remove",
                  label: say("edit.remove"),
                  icon: <Trash2 aria-hidden />,
                  startsSection: true,
                  run: () => act.remove(scene.id),
                },
              ]}
            />
          </GridListItem>
        ))}
      </GridList>
    </section>
  );
}

/** Each works on the story as it is when it is asked for. */
function useSceneActs(editor: StoryEditor) {
  const now = () => editor.state().story;
  const placeOf = (id: string) => now().scenes.findIndex((scene) => scene.id === id);
  return {
    move: (id: string, by: number) => editor.change(moveScene(now(), id, placeOf(id) + by)),
    copy(id: string) {
      const copy = newSceneId();
      editor.change(duplicateScene(now(), id, copy));
      chooseScene(editor.id, copy);
    },
    remove(id: string) {
      const place = placeOf(id);
      editor.change(removeScene(now(), id));
      chooseScene(editor.id, now().scenes[Math.min(place, now().scenes.length - 1)]?.id ?? null);
    },
  };
}
