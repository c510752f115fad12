/** Handing a story out: as what, in which language, with progress and a way to stop. */

import { useQueryClient } from "@tanstack/react-query";
import { Download, FileCode2, FileJson2, FileText, Presentation } from "lucide-react";
import { type ReactElement, useRef, useState } from "react";
import { question } from "../api.ts";
import { LANGUAGES, type Language } from "../i18n/language.ts";
import { useWords } from "../records/words.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { showNotice } from "../ui/notice.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { fileName, saveFile } from "./save-file.ts";
import type { StoryEditor } from "./story-editor.ts";
import { inLanguage } from "./words.ts";
import { type StoryFormat, writeStory } from "./write-story.ts";

const FORMATS: readonly { id: StoryFormat; key: string; icon: ReactElement }[] = [
  { id: "pptx", key: "asPptx", icon: <Presentation aria-hidden /> },
  { id: "pdf", key: "asPdf", icon: <FileText aria-hidden /> },
  { id: "html", key: "asHtml", icon: <FileCode2 aria-hidden /> },
  { id: "json", key: "asJson", icon: <FileJson2 aria-hidden /> },
];
const ENDINGS = { pptx: "pptx", pdf: "pdf", html: "html", json: "querblick.json" } as const;

export function HandOutMenu({ editor }: { editor: StoryEditor }) {
  const { say } = useWords("workshop");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Download aria-hidden />} onPress={() => setOpen(true)}>
        {say("edit.handOut")}
      </Button>
      <Dialog title={say("handOut.title")} isOpen={isOpen} onOpenChange={setOpen}>
        <HandOutForm editor={editor} />
      </Dialog>
    </>
  );
}

function HandOutForm({ editor }: { editor: StoryEditor }) {
  const words = useWords("workshop");
  const { say } = words;
  const [language, setLanguage] = useState<Language>(words.language);
  const work = useStoryWork(editor, language);
  return (
    <div className="workshop-dialog">
      <SegmentedControl
        label={say("handOut.language")}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({
          value,
          label: value === "de" ? "Deutsch" : "English",
        }))}
      />
      <ul className="hand-out__formats">
        {FORMATS.map(({ id, key, icon }) => (
          <li key={id}>
            <Button icon={icon} isDisabled={work.running !== null} onPress={() => work.start(id)}>
              {say(`handOut.${key}`)}
            </Button>
            <span className="workshop-dialog__hint">{say(`handOut.${key}Hint`)}</span>
          </li>
        ))}
      </ul>
      <WorkLine work={work} />
    </div>
  );
}

export interface FileWork {
  running: { done: number; all: number } | null;
  problem: string | null;
  cancel: () => void;
}

/** How far it is, and the way to stop it. */
export function WorkLine({ work }: { work: FileWork }) {
  const { say } = useWords("workshop");
  const { running, problem } = work;
  return (
    <>
      {running ? (
        <div className="hand-out__work" role="status">
          <progress
            max={Math.max(1, running.all)}
            value={running.done}
            aria-label={say("handOut.title")}
          />
          <span>
            {running.all === 0
              ? say("handOut.preparing")
              : say("handOut.working", { done: Math.floor(running.done), all: running.all })}
          </span>
          <Button onPress={work.cancel}>{say("handOut.cancel")}</Button>
        </div>
      ) : null}
      {problem ? (
        <p className="workshop-dialog__error" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** One piece of work at a time; what is cancelled writes nothing. */
export function useFileWork() {
  const { say } = useWords("workshop");
  const [running, setRunning] = useState<FileWork["running"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const run = async (
    name: string,
    work: (signal: AbortSignal, onProgress: (done: number, all: number) => void) => Promise<Blob>,
  ) => {
    const own = new AbortController();
    stop.current = own;
    setProblem(null);
    setRunning({ done: 0, all: 0 });
    try {
      const file = await work(own.signal, (done, all) => setRunning({ done, all }));
      own.signal.throwIfAborted();
      saveFile(file, name);
      showNotice(say("handOut.done", { name }));
    } catch (error) {
      if (own.signal.aborted) showNotice(say("handOut.cancelled"));
      else {
        const reason = error instanceof Error ? error.message : String(error);
        setProblem(say("handOut.failed", { reason }));
      }
    } finally {
      setRunning(null);
    }
  };
  return { running, problem, run, cancel: () => stop.current?.abort() };
}

function useStoryWork(editor: StoryEditor, language: Language) {
  const { say } = useWords("workshop");
  const client = useQueryClient();
  const work = useFileWork();
  return {
    ...work,
    start(format: StoryFormat) {
      const { story } = editor.state();
      const title = inLanguage(story.title, language) || say("untitled");
      void work.run(fileName(title, ENDINGS[format]), async (signal, onProgress) => {
        // The file of the service holds what is kept.
        await editor.flush();
        const asked = question("story", [["id", editor.id]]);
        const { missing } = await client.fetchQuery({ ...asked, staleTime: 0 });
        const half = story.scenes.length;
        let made = 0;
        return writeStory(format, {
          id: editor.id,
          story,
          missing,
          language,
          signal,
          // First the sheets are made, then they are written: half of the way each.
          onProgress: (done, all) => {
            if (all === 2 * half) made = done / 2;
            onProgress(
              all === 2 * half ? made : half / 2 + (done / Math.max(1, all)) * (half / 2),
              half,
            );
          },
        });
      });
    },
  };
}
