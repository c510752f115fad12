/** All stories, each with what can be done with it. */
import { useQueryClient } from "@tanstack/react-query";
import { Copy, EllipsisVertical, FileUp, PencilLine, Play, Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import type { StoriesResult } from "../../server/contract/stories.ts";
import { EMPTY_STORY, LONGEST_TITLE } from "../../server/contract/story-words.ts";
import { isWithoutService, question, tell, useAnswer } from "../api.ts";
import { formatDate } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { useWords } from "../records/words.ts";
import { setCurrentStory } from "../state/current-story.ts";
import { goTo } from "../state/place.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { showNotice } from "../ui/notice.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Loaded } from "./show-frame.tsx";
import { forgetEditor } from "./story-editor.ts";
import { FileProblemDialog, useStoryFile } from "./story-file.tsx";
import { enterFullScreen } from "./use-full-screen.ts";
import { openStory } from "./use-story.ts";
import { inLanguage, textIn } from "./words.ts";

type Listed = StoriesResult["stories"][number];

export function StoryList() {
  const { say } = useWords("workshop");
  const answer = useAnswer("stories", []);
  const acts = useStoryActs();
  const file = useStoryFile();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="story-list" aria-label={say("list.title")}>
      <div className="story-list__head">
        <div>
          <h2 className="story-list__title">{say("list.title")}</h2>
          <p className="story-list__lead">{say("list.lead")}</p>
        </div>
        {isWithoutService() ? null : (
          <div className="story-list__acts">
            <Button icon={<FileUp aria-hidden />} onPress={() => input.current?.click()}>
              {say("list.import")}
            </Button>
            <Button variant="primary" icon={<Plus aria-hidden />} onPress={acts.create}>
              {say("list.create")}
            </Button>
            <input
              ref={input}
              className="visually-hidden"
              type="file"
              accept=".json,application/json"
              aria-label={say("list.import")}
              tabIndex={-1}
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? [];
                if (chosen) void file.take(chosen);
                event.currentTarget.value = "";
              }}
            />
          </div>
        )}
      </div>
      <Loaded answer={answer}>{(result) => <Stories result={result} acts={acts} />}</Loaded>
      <FileProblemDialog problem={file.problem} onClose={file.close} onTake={file.takeAnyway} />
    </section>
  );
}

function Stories({ result, acts }: { result: StoriesResult; acts: StoryActs }) {
  const { say } = useWords("workshop");
  if (result.stories.length === 0 && result.unreadable.length === 0) {
    return <EmptyState title={say("list.emptyTitle")} text={say("list.emptyText")} />;
  }
  return (
    <>
      <ul className="story-list__cards">
        {result.stories.map((story) => (
          <li key={story.id}>
            <StoryCard story={story} acts={acts} />
          </li>
        ))}
      </ul>
      {result.unreadable.map((story) => (
        <p key={story.id} className="story-list__unreadable">
          {say("list.unreadable", { title: story.title, reason: story.reason })}
        </p>
      ))}
    </>
  );
}

function StoryCard({ story, acts }: { story: Listed; acts: StoryActs }) {
  const { say, language } = useWords("workshop");
  const title = inLanguage(story.title, language) || say("untitled");
  const subtitle = inLanguage(story.subtitle, language);
  const facts = [
    say("list.scenes", { count: story.scenes }),
    say("list.changed", { date: formatDate(story.changedAt.slice(0, 10), language) }),
    ...(story.isShared ? [say("list.shared")] : []),
  ];
  return (
    <article className="story-card">
      <h3 className="story-card__title">{title}</h3>
      {subtitle ? <p className="story-card__subtitle">{subtitle}</p> : null}
      <p className="story-card__facts">{facts.join(" · ")}</p>
      <div className="story-card__acts">
        <Button
          variant="primary"
          icon={<Play aria-hidden />}
          isDisabled={story.scenes === 0}
          onPress={() => present(story.id, 0)}
        >
          {say("list.present")}
        </Button>
        {isWithoutService() ? null : (
          <>
            <Button icon={<PencilLine aria-hidden />} onPress={() => openStory(story.id)}>
              {say("list.open")}
            </Button>
            <MenuButton
              label={say("list.more", { title })}
              button={
                <IconButton
                  label={say("list.more", { title })}
                  icon={<EllipsisVertical aria-hidden />}
                />
              }
              actions={[
                {
                  id: "copy",
                  label: say("list.duplicate"),
                  icon: <Copy aria-hidden />,
                  run: () => acts.copy(story, language),
                },
                {
                  id: "remove",
                  label: say("list.remove"),
                  icon: <Trash2 aria-hidden />,
                  run: () => acts.remove(story, title),
                },
              ]}
            />
          </>
        )}
      </div>
    </article>
  );
}

/** In the whole screen: the press that starts it is what the browser wants for that. */
export function present(story: string, scene: number): void {
  if (!isWithoutService()) enterFullScreen();
  goTo({ kind: "present", story }, `?scene=${scene + 1}`);
}

type StoryActs = ReturnType<typeof useStoryActs>;

function useStoryActs() {
  const { say } = useWords("workshop");
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ["stories"] });
  const attempt = (work: () => Promise<void>, failed = say("list.failed")) => {
    work().catch(() => showNotice(failed));
  };
  const read = (id: string) =>
    client.fetchQuery({ ...question("story", [["id", id]]), staleTime: 0 });
  return {
    create: () =>
      attempt(async () => {
        const title = { de: textIn("de", "newStory"), en: textIn("en", "newStory") };
        const story = { ...EMPTY_STORY, title };
        const { id } = await tell("keepStory", { id: null, story, replaces: null });
        void changed();
        openStory(id);
      }),
    copy: ({ id }: Listed, language: Language) =>
      attempt(async () => {
        const { story } = await read(id);
        const copied = (of: Language) =>
          textIn(of, "list.copyOf", { title: inLanguage(story.title, of) }).slice(0, LONGEST_TITLE);
        const title = { de: copied("de"), en: copied("en") };
        const body = { id: null, story: { ...story, title }, replaces: null, allowsMissing: true };
        const kept = await tell("keepStory", body);
        void changed();
        showNotice(inLanguage(kept.story.title, language));
      }),
    remove: ({ id, edition }: Listed, title: string) =>
      attempt(async () => {
        const { story } = await read(id);
        await tell("removeStory", { id, replaces: edition });
        forgetEditor(id);
        client.removeQueries({ queryKey: question("story", [["id", id]]).queryKey });
        void changed();
        const undo = () =>
          attempt(async () => {
            await tell("keepStory", { id, story, replaces: null, allowsMissing: true });
            setCurrentStory(id);
            void changed();
          });
        showNotice(say("list.removed", { title }), [{ label: say("undo"), run: undo }]);
      }, say("list.removeFailed")),
  };
}
