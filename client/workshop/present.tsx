/** The window for the hall: one scene, large, moved by keys, a remote, a finger or the bar at the lower edge. */
import {
  Airplay,
  ChevronLeft,
  ChevronRight,
  Expand,
  Minimize2,
  MonitorOff,
  QrCode,
  X,
} from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { StoryResult } from "../../server/contract/stories.ts";
import { useAnswer } from "../api.ts";
import { useWords } from "../records/words.ts";
import { goTo, linkTo } from "../state/place.ts";
import { writeView } from "../state/url.ts";
import { FIRST_VIEW } from "../state/view.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { showNotice } from "../ui/notice.tsx";
import { OfflineNote, useOfflineAnswers } from "./offline-answers.tsx";
import { QrOverlay } from "./qr-overlay.tsx";
import { SceneView } from "./scene-view.tsx";
import {
  Loaded,
  NoScenes,
  useHeldView,
  useKeptAnswers,
  usePrefetch,
  useShowTitle,
} from "./show-frame.tsx";
import { lastStep } from "./show-state.ts";
import { ShowPlace } from "./steps-bar.tsx";
import { useFullScreen } from "./use-full-screen.ts";
import { useShow, useShowKeys, useSwipe } from "./use-show.ts";
import { inLanguage } from "./words.ts";

const BAR_MS = 2_500;

export function Present({ storyId }: { storyId: string }) {
  const { say } = useWords("workshop");
  const answer = useAnswer("story", [["id", storyId]]);
  // What is presented does not change under the speaker's hands: a reload brings the newer one.
  const first = useRef<StoryResult | undefined>(undefined);
  first.current ??= answer.data;
  const leave = <Button onPress={() => leaveTo(storyId, null)}>{say("toStories")}</Button>;
  return (
    <Loaded answer={{ ...answer, data: first.current }} action={leave}>
      {(kept) =>
        kept.story.scenes.length === 0 ? <NoScenes action={leave} /> : <Hall kept={kept} />
      }
    </Loaded>
  );
}

function Hall({ kept }: { kept: StoryResult }) {
  const { say, language } = useWords("workshop");
  const { id, story, missing } = kept;
  const show = useShow(story, id);
  const { state, move } = show;
  const [isQrOpen, setQrOpen] = useState(false);
  const full = useFullScreen();
  const offline = useOfflineAnswers(id);
  const bar = useBar();
  const scene = story.scenes[state.scene];
  useHeldView();
  usePrefetch(story, state.scene);
  useKeptAnswers(story, offline === "partial");
  useShowTitle(inLanguage(story.title, language));

  const channel = show.channel;
  const openSpeaker = useCallback(() => {
    const opened = window.open(
      linkTo({ kind: "speaker", story: id }, window.location.search),
      "querblick-speaker",
      "popup,width=1100,height=720",
    );
    if (opened) channel?.addWindow(opened);
    else showNotice(say("popupBlocked"));
  }, [id, channel, say]);
  const { isFull, toggle } = full;
  const sceneId = scene?.id ?? null;
  const stepBack = useCallback(() => {
    if (isQrOpen) setQrOpen(false);
    else leaveTo(id, sceneId);
  }, [isQrOpen, id, sceneId]);
  const keys = useMemo(
    () => ({
      f: toggle,
      q: () => setQrOpen((isOpen) => !isOpen),
      s: openSpeaker,
      Escape: stepBack,
    }),
    [toggle, openSpeaker, stepBack],
  );
  useShowKeys(move, keys);
  const swipe = useSwipe(move);
  if (!scene) return null;
  const steps = lastStep(story, state.scene) + 1;
  return (
    <main
      className={`show ${bar.isShown ? "" : "show--quiet"}`}
      onPointerMove={bar.wake}
      {...swipe}
    >
      <SceneView
        story={story}
        scene={scene}
        step={state.step}
        missing={missing}
        isPresenting
        onShown={markShown}
      />
      <p className="visually-hidden" aria-live="polite">
        {say("announced", {
          number: state.scene + 1,
          count: story.scenes.length,
          title: inLanguage(scene.title, language),
          step: state.step + 1,
          steps,
        })}
      </p>
      <nav className="show__bar" aria-label={say("bar")} onFocus={bar.wake}>
        <IconButton
          label={say("previous")}
          shortcut="←"
          icon={<ChevronLeft aria-hidden />}
          onPress={() => move({ to: "previous" })}
        />
        <ShowPlace story={story} state={state} />
        <IconButton
          label={say("next")}
          shortcut="→"
          icon={<ChevronRight aria-hidden />}
          onPress={() => move({ to: "next" })}
        />
        <IconButton
          label={say("black")}
          shortcut="B"
          icon={<MonitorOff aria-hidden />}
          onPress={() => move({ to: "black" })}
        />
        <IconButton
          label={say("speakerWindow")}
          shortcut="S"
          icon={<Airplay aria-hidden />}
          onPress={openSpeaker}
        />
        <IconButton
          label={say("qr")}
          shortcut="Q"
          icon={<QrCode aria-hidden />}
          onPress={() => setQrOpen(true)}
        />
        <IconButton
          label={say(isFull ? "leaveFull" : "full")}
          shortcut="F"
          icon={isFull ? <Minimize2 aria-hidden /> : <Expand aria-hidden />}
          onPress={toggle}
        />
        <OfflineNote state={offline} />
        <IconButton
          label={say("leave")}
          shortcut="Esc"
          icon={<X aria-hidden />}
          onPress={() => leaveTo(id, scene.id)}
        />
      </nav>
      {isQrOpen ? (
        <QrOverlay kept={kept} place={state.scene} onClose={() => setQrOpen(false)} />
      ) : null}
      {state.isBlack ? (
        <button
          type="button"
          className="show__black"
          aria-label={say("blackOff")}
          onClick={() => move({ to: "black" })}
        />
      ) : null}
    </main>
  );
}

/** Notes in the page's timeline that the picture of a scene is on the screen. */
function markShown(scene: string): void {
  performance.clearMarks("scene-shown");
  performance.mark("scene-shown", { detail: scene });
}

/** Back to where the story is worked on, at the scene that was up. */
function leaveTo(story: string, scene: string | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  const view = { ...FIRST_VIEW, page: "stories" as const, stories: { story, scene } };
  goTo({ kind: "app" }, writeView(view));
}

/** The bar and the pointer go when nothing moves for a while. */
function useBar() {
  const [isShown, setShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wake = useCallback(() => {
    setShown(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(false), BAR_MS);
  }, []);
  useEffect(() => {
    wake();
    return () => clearTimeout(timer.current);
  }, [wake]);
  return { isShown, wake };
}
