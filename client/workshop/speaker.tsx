/** The speaker's own window, on the second screen: this scene and the next, the notes, the clock. */
import { MonitorOff, RotateCcw } from "lucide-react";
import { useEffect, useState } from "react";
import type { Story, StoryResult } from "../../server/contract/stories.ts";
import { useAnswer } from "../api.ts";
import { Markdown } from "../handout/markdown-view.tsx";
import { useWords } from "../records/words.ts";
import { Button } from "../ui/button.tsx";
import { OfflineNote, useOfflineAnswers } from "./offline-answers.tsx";
import { SceneView } from "./scene-view.tsx";
import {
  Loaded,
  NoScenes,
  useHeldView,
  useKeptAnswers,
  usePrefetch,
  useShowTitle,
} from "./show-frame.tsx";
import { moved, type ShowState } from "./show-state.ts";
import { StepsBar } from "./steps-bar.tsx";
import { useShow, useShowKeys } from "./use-show.ts";
import { inLanguage } from "./words.ts";

const NO_KEYS = {};

export function Speaker({ storyId }: { storyId: string }) {
  const answer = useAnswer("story", [["id", storyId]]);
  return (
    <Loaded answer={answer}>
      {(kept) => (kept.story.scenes.length === 0 ? <NoScenes /> : <Desk kept={kept} />)}
    </Loaded>
  );
}

function Desk({ kept }: { kept: StoryResult }) {
  const { say, language } = useWords("workshop");
  const { id, story, missing } = kept;
  const { state, move } = useShow(story, id);
  useHeldView();
  usePrefetch(story, state.scene);
  const offline = useOfflineAnswers(id);
  useKeptAnswers(story, offline === "partial");
  useShowKeys(move, NO_KEYS);
  useShowTitle(say("speakerTitle", { title: inLanguage(story.title, language) }));
  const scene = story.scenes[state.scene];
  if (!scene) return null;
  const notes = inLanguage(scene.notes, language);
  const next = nextOf(state, story);
  const upcoming = next && story.scenes[next.scene];
  return (
    <main className="speaker">
      <header className="speaker__head">
        <h1 className="speaker__title">{inLanguage(story.title, language)}</h1>
        <Clock startedAtMs={state.startedAtMs} onStart={(atMs) => move({ to: "start", atMs })} />
      </header>
      <section className="speaker__now" aria-label={say("now")}>
        <SceneView
          story={story}
          scene={scene}
          step={state.step}
          missing={missing}
          isPresenting={false}
        />
        {state.isBlack ? <p className="speaker__black">{say("isBlack")}</p> : null}
      </section>
      <section className="speaker__next" aria-label={say("nextScene")}>
        <h2 className="speaker__label">{say(upcoming ? "nextScene" : "lastScene")}</h2>
        {upcoming && next ? (
          <div className="speaker__preview" inert>
            <SceneView
              story={story}
              scene={{ ...upcoming, caption: { de: "", en: "" } }}
              step={next.step}
              missing={[]}
              isPresenting={false}
            />
          </div>
        ) : null}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="speaker__notes" aria-label={say("notes")} tabIndex={0}>
        <h2 className="speaker__label">{say("notes")}</h2>
        {notes.trim() === "" ? (
          <p className="speaker__none">{say("noNotes")}</p>
        ) : (
          <Markdown text={notes} />
        )}
      </section>
      <nav className="speaker__bar" aria-label={say("bar")}>
        <StepsBar story={story} state={state} move={move} />
        <Button icon={<MonitorOff aria-hidden />} onPress={() => move({ to: "black" })}>
          {say(state.isBlack ? "blackOff" : "black")}
        </Button>
        <OfflineNote state={offline} />
      </nav>
    </main>
  );
}

/** Where "next" leads; `null` at the end. */
function nextOf(state: ShowState, story: Story): ShowState | null {
  const next = moved({ ...state, isBlack: false }, { to: "next" }, story);
  return next.scene === state.scene && next.step === state.step ? null : next;
}

interface ClockProps {
  startedAtMs: number | null;
  onStart: (atMs: number) => void;
}

/** The time of day, and how long it has been since the speaker began. */
function Clock({ startedAtMs, onStart }: ClockProps) {
  const { say, language } = useWords("workshop");
  const nowMs = useNow();
  const time = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  }).format(nowMs);
  const seconds = startedAtMs === null ? 0 : Math.max(0, Math.floor((nowMs - startedAtMs) / 1_000));
  const two = (value: number) => String(value).padStart(2, "0");
  return (
    <div className="speaker__clock" role="timer">
      <span className="speaker__time">{time}</span>
      <span className="speaker__elapsed">
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </span>
      <Button icon={<RotateCcw aria-hidden />} onPress={() => onStart(Date.now())}>
        {say(startedAtMs === null ? "startClock" : "restartClock")}
      </Button>
    </div>
  );
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
