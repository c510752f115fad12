/** A story from a file: read, checked by the service, and taken whole or not at all. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Story } from "../../server/contract/stories.ts";
import { LONGEST_STORY } from "../../server/contract/story-words.ts";
import { ProblemError, tell } from "../api.ts";
import { formatDecimal } from "../i18n/format.ts";
import { useWords } from "../records/words.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { showNotice } from "../ui/notice.tsx";
import { openStory } from "./use-story.ts";
import { inLanguage } from "./words.ts";

const MEGABYTE = 1_000_000;

export interface FileProblem {
  text: string;
  /** Place, expected and got, one a line. */
  details: readonly string[];
  /** Could be taken with scenes that say who is gone. */
  story: Story | null;
}

export function useStoryFile() {
  const { say, language } = useWords("workshop");
  const client = useQueryClient();
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const keep = async (story: Story, allowsMissing: boolean) => {
    try {
      const kept = await tell("keepStory", { id: null, story, replaces: null, allowsMissing });
      setProblem(null);
      void client.invalidateQueries({ queryKey: ["stories"] });
      showNotice(say("file.taken", { title: inLanguage(kept.story.title, language) }));
      openStory(kept.id);
    } catch (error) {
      setProblem(problemOf(error, story, say));
    }
  };
  return {
    problem,
    close: () => setProblem(null),
    takeAnyway: (story: Story) => void keep(story, true),
    async take(file: File): Promise<void> {
      // Not even read: a file of this size is no story, and reading it would stop the page.
      if (file.size > LONGEST_STORY) {
        const [size, most] = [file.size, LONGEST_STORY].map((bytes) =>
          formatDecimal(bytes / MEGABYTE, language),
        );
        setProblem({ text: say("file.tooLarge", { size, most }), details: [], story: null });
        return;
      }
      let raw: unknown;
      try {
        raw = JSON.parse(await file.text());
      } catch (error) {
        const details = error instanceof Error ? [error.message] : [];
        setProblem({ text: say("file.noJson"), details, story: null });
        return;
      }
      // What it is made of is the service's to check.
      await keep(raw as Story, false);
    },
  };
}

function problemOf(error: unknown, story: Story, say: (key: string) => string): FileProblem {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const isMissing =
    errors.length > 0 && errors.every(({ parameter }) => parameter === "story.scenes");
  const details = errors.map(({ parameter, detail }) => `${parameter}: ${detail}`);
  return {
    text: say(isMissing ? "file.missing" : "file.invalid"),
    details:
      details.length > 0 ? details : [error instanceof Error ? error.message : String(error)],
    story: isMissing ? story : null,
  };
}

interface FileProblemDialogProps {
  problem: FileProblem | null;
  onClose: () => void;
  onTake: (story: Story) => void;
}

export function FileProblemDialog({ problem, onClose, onTake }: FileProblemDialogProps) {
  const { say } = useWords("workshop");
  const story = problem?.story ?? null;
  return (
    <Dialog
      title={say("file.problem")}
      isOpen={problem !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {problem ? (
        <div className="workshop-dialog" role="alert">
          <p>{problem.text}</p>
          {problem.details.length > 0 ? (
            <pre className="workshop-dialog__details">{problem.details.join("\n")}</pre>
          ) : null}
          <div className="workshop-dialog__acts">
            {story ? (
              <Button variant="primary" onPress={() => onTake(story)}>
                {say("file.takeAnyway")}
              </Button>
            ) : null}
            <Button onPress={onClose}>{say("file.cancel")}</Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
