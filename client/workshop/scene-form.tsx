/** What is said about one scene, how it is revealed, and what became of those whom it names. */
import { PencilRuler } from "lucide-react";
import { Checkbox } from "react-aria-components";
import type { MissingActor, SceneRecord } from "../../server/contract/stories.ts";
import {
  LONGEST_CAPTION,
  LONGEST_SPEAKER_NOTES,
  LONGEST_TITLE,
  SCENE_PARTS,
  type ScenePart,
} from "../../server/contract/story-words.ts";
import type { Language } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";
import { useWords } from "../records/words.ts";
import { setRetake } from "../state/retake.ts";
import { readView } from "../state/url.ts";
import type { View } from "../state/view.ts";
import { setView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { changeScene, replaceActor } from "./story-changes.ts";
import type { StoryEditor } from "./story-editor.ts";
import { WordsField } from "./words-field.tsx";

interface SceneFormProps {
  editor: StoryEditor;
  scene: SceneRecord;
  written: Language;
  missing: readonly MissingActor[];
}

export function SceneForm({ editor, scene, written, missing }: SceneFormProps) {
  const { say } = useWords("workshop");
  const change = (patch: Partial<SceneRecord>, field: string | null = null) =>
    editor.change(
      changeScene(editor.state().story, scene.id, patch),
      field && `${scene.id}.${field}.${written}`,
    );
  return (
    <section className="scene-form" aria-label={say("now")}>
      {missing.map((one) => (
        <Gone key={one.id} editor={editor} gone={one} />
      ))}
      <WordsField
        label={say("edit.title")}
        value={scene.title}
        written={written}
        longest={LONGEST_TITLE}
        onChange={(title) => change({ title }, "title")}
      />
      <WordsField
        label={say("edit.caption")}
        hint={say("edit.captionHint")}
        value={scene.caption}
        written={written}
        longest={LONGEST_CAPTION}
        rows={4}
        onChange={(caption) => change({ caption }, "caption")}
      />
      <WordsField
        label={say("notes")}
        hint={say("edit.notesHint")}
        value={scene.notes}
        written={written}
        longest={LONGEST_SPEAKER_NOTES}
        rows={6}
        onChange={(notes) => change({ notes }, "notes")}
      />
      <Steps scene={scene} onChange={(steps) => change({ steps })} />
      <Button
        icon={<PencilRuler aria-hidden />}
        onPress={() => {
          void editor.flush();
          setRetake({ story: editor.id, scene: scene.id });
          setView(readView(scene.view));
        }}
      >
        {say("edit.changeView")}
      </Button>
      <p className="words-field__hint">{say("edit.changeViewHint")}</p>
    </section>
  );
}

interface StepsProps {
  scene: SceneRecord;
  onChange: (steps: ScenePart[][]) => void;
}

/** Ticked parts appear one after the other; all others are there from the start. */
function Steps({ scene, onChange }: StepsProps) {
  const { say } = useWords("workshop");
  const parts = partsOfView(readView(scene.view));
  // The first step is what is there from the start.
  const later = new Set(scene.steps.slice(1).flat());
  const toggle = (part: ScenePart, isLater: boolean) => {
    const chosen = SCENE_PARTS.filter((one) => (one === part ? isLater : later.has(one)));
    // The first part is no choice: something has to be there from the start.
    const first = parts.filter((one) => !chosen.includes(one));
    onChange(chosen.length === 0 ? [] : [first, ...chosen.map((one) => [one])]);
  };
  if (parts.length < 2) return <p className="words-field__hint">{say("edit.stepsNone")}</p>;
  return (
    <fieldset className="scene-form__steps">
      <legend className="words-field__label">{say("edit.steps")}</legend>
      {parts.slice(1).map((part) => (
        <Checkbox
          key={part}
          className="scene-form__step"
          isSelected={later.has(part)}
          onChange={(isSelected) => toggle(part, isSelected)}
        >
          <span className="scene-form__box" aria-hidden />
          {say(`edit.part.${part}`)}
        </Checkbox>
      ))}
      <p className="words-field__hint">{say("edit.stepsHint")}</p>
    </fieldset>
  );
}

/** What the picture of a view is made of; nothing where there is no picture. */
function partsOfView({ page, mode, opportunities, open, layout }: View): readonly ScenePart[] {
  if (page === "opportunities") {
    return opportunities.pair ? ["groups", "links", "bridges", "missing", "brokers"] : [];
  }
  if (mode !== "picture") return [];
  if (page === "paths") return ["actors", "links"];
  return layout === "groups" && open.length === 0
    ? ["groups", "links"]
    : ["groups", "actors", "links"];
}

function Gone({ editor, gone }: { editor: StoryEditor; gone: MissingActor }) {
  const { say, language } = useWords("workshop");
  const replace = (other: MissingActor["nearest"][number]) =>
    editor.change(replaceActor(editor.state().story, gone.scene, gone.id, other));
  return (
    <div className="stories-side__trouble" role="alert">
      <p>{say("gone", { count: 1, names: actorName(gone, language) })}</p>
      <p>{say(gone.nearest.length > 0 ? "goneNearest" : "goneNone")}</p>
      <div className="workshop-dialog__acts">
        {gone.nearest.map((other) => (
          <Button key={other.id} onPress={() => replace(other)}>
            {say("goneReplace", { name: actorName(other, language) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
