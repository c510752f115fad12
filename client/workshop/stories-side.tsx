/** Beside the scene: the story's title, its scenes in order, and the words of the chosen one. */
import { useState } from "react";
import { LONGEST_CAPTION, LONGEST_TITLE } from "../../server/contract/story-words.ts";
import { LANGUAGES, type Language } from "../i18n/language.ts";
import { useWords } from "../records/words.ts";
import { useView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { SceneForm } from "./scene-form.tsx";
import { SceneList } from "./scene-list.tsx";
import { useEditorState } from "./story-editor.ts";
import { type OpenedStory, useChosenScene, useOpenedStory } from "./use-story.ts";
import { WordsField } from "./words-field.tsx";
import "./stories.css";

export function StoriesSide() {
  const { story } = useView().stories;
  return story === null ? null : <Side key={story} />;
}

function Side() {
  const { data } = useOpenedStory();
  return data ? <OpenedSide {...data} /> : null;
}

function OpenedSide({ editor, kept }: OpenedStory) {
  const { say, language } = useWords("workshop");
  const [written, setWritten] = useState<Language>(language);
  const { story, status } = useEditorState(editor);
  const scene = useChosenScene(story.scenes);
  return (
    <div className="stories-side">
      {status === "conflict" || status === "failed" ? <Trouble editor={editor} /> : null}
      <SegmentedControl
        label={say("edit.language")}
        value={written}
        onChange={setWritten}
        options={LANGUAGES.map((value) => ({
          value,
          label: value === "de" ? "Deutsch" : "English",
        }))}
      />
      <WordsField
        label={say("edit.title")}
        value={story.title}
        written={written}
        longest={LONGEST_TITLE}
        onChange={(title) => editor.change({ ...story, title }, `title.${written}`)}
      />
      <WordsField
        label={say("edit.subtitle")}
        value={story.subtitle}
        written={written}
        longest={LONGEST_CAPTION}
        rows={2}
        onChange={(subtitle) => editor.change({ ...story, subtitle }, `subtitle.${written}`)}
      />
      <SceneList editor={editor} chosen={scene} missing={kept.missing} />
      {scene ? (
        <SceneForm
          key={scene.id}
          editor={editor}
          scene={scene}
          written={written}
          missing={kept.missing.filter((one) => one.scene === scene.id)}
        />
      ) : null}
    </div>
  );
}

function Trouble({ editor }: Pick<OpenedStory, "editor">) {
  const { say } = useWords("workshop");
  const { status } = useEditorState(editor);
  if (status === "failed") {
    return (
      <div className="stories-side__trouble" role="alert">
        <p>{say("edit.failedText")}</p>
        <Button variant="primary" onPress={() => void editor.insist()}>
          {say("edit.retry")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stories-side__trouble" role="alert">
      <strong>{say("edit.conflictTitle")}</strong>
      <p>{say("edit.conflictText")}</p>
      <div className="workshop-dialog__acts">
        <Button variant="primary" onPress={() => void editor.insist()}>
          {say("edit.keepMine")}
        </Button>
        <Button onPress={() => void editor.takeTheirs()}>{say("edit.takeTheirs")}</Button>
      </div>
    </div>
  );
}
