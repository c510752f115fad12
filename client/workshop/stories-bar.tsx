/** Above the scene that is worked on: back to all stories, undo, present, hand out, share. */
import { ArrowLeft, Play, Redo2, Share2, Undo2 } from "lucide-react";
import { useState } from "react";
import { commandKey } from "../features/keys/dialog.tsx";
import { useWords } from "../records/words.ts";
import { useView } from "../state/view-store.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { HandOutMenu } from "./hand-out-menu.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { useEditorState } from "./story-editor.ts";
import { present } from "./story-list.tsx";
import { type OpenedStory, openStory, useChosenScene, useOpenedStory } from "./use-story.ts";
import { inLanguage } from "./words.ts";

export function StoriesBar() {
  const { story } = useView().stories;
  return story === null ? null : <Bar key={story} />;
}

function Bar() {
  const { data } = useOpenedStory();
  return data ? <OpenedBar {...data} /> : null;
}

function OpenedBar({ editor, kept }: OpenedStory) {
  const { say, language } = useWords("workshop");
  const { story, status, canUndo, canRedo } = useEditorState(editor);
  const scene = useChosenScene(story.scenes);
  const [isShareOpen, setShareOpen] = useState(false);
  const start = () => {
    void editor.flush();
    present(editor.id, scene ? story.scenes.indexOf(scene) : 0);
  };
  return (
    <div className="stories-bar">
      <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => openStory(null)}>
        {say("edit.all")}
      </Button>
      <strong className="stories-bar__title">
        {inLanguage(story.title, language) || say("untitled")}
      </strong>
      <span className="stories-bar__status" data-status={status} role="status">
        {say(`edit.status.${status}`)}
      </span>
      <IconButton
        label={say("undo")}
        shortcut={commandKey("Z")}
        icon={<Undo2 aria-hidden />}
        isDisabled={!canUndo}
        onPress={() => editor.undo()}
      />
      <IconButton
        label={say("redo")}
        shortcut={commandKey("Y")}
        icon={<Redo2 aria-hidden />}
        isDisabled={!canRedo}
        onPress={() => editor.redo()}
      />
      <Button icon={<Share2 aria-hidden />} onPress={() => setShareOpen(true)}>
        {say("edit.share")}
      </Button>
      <HandOutMenu editor={editor} />
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        isDisabled={story.scenes.length === 0}
        onPress={start}
      >
        {say("edit.present")}
      </Button>
      <ShareDialog kept={kept} isOpen={isShareOpen} onOpenChange={setShareOpen} />
    </div>
  );
}
