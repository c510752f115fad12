/** A story for reading, at its own address or inside another page: no notes, nothing to change. */
import { ExternalLink, List } from "lucide-react";
import { useMemo } from "react";
import type { SharedResult } from "../../server/contract/stories.ts";
import { isWithoutService, useAnswer } from "../api.ts";
import { FileNote } from "../features/frame/file-note.tsx";
import { LANGUAGES } from "../i18n/language.ts";
import { setLanguage } from "../i18n/setup.ts";
import { useWords } from "../records/words.ts";
import { goTo, linkTo } from "../state/place.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { SceneView } from "./scene-view.tsx";
import { Loaded, NoScenes, useHeldView, usePrefetch, useShowTitle } from "./show-frame.tsx";
import { StepsBar } from "./steps-bar.tsx";
import { useFullScreen } from "./use-full-screen.ts";
import { useShow, useShowKeys, useSwipe } from "./use-show.ts";
import { inLanguage } from "./words.ts";

export function Shared({ token, isEmbedded }: { token: string; isEmbedded: boolean }) {
  const answer = useAnswer("shared", [["token", token]]);
  return (
    <Loaded answer={answer}>
      {(shared) =>
        shared.story.scenes.length === 0 ? (
          <NoScenes />
        ) : (
          <Reader shared={shared} token={token} isEmbedded={isEmbedded} />
        )
      }
    </Loaded>
  );
}

interface ReaderProps {
  shared: SharedResult;
  token: string;
  isEmbedded: boolean;
}

function Reader({ shared, token, isEmbedded }: ReaderProps) {
  const { say, language } = useWords("workshop");
  const { story, missing } = shared;
  const { state, move } = useShow(story, null);
  const { toggle } = useFullScreen();
  const scene = story.scenes[state.scene];
  useHeldView();
  usePrefetch(story, state.scene);
  useShowTitle(inLanguage(story.title, language));
  const keys = useMemo(() => ({ f: toggle }), [toggle]);
  useShowKeys(move, keys);
  const swipe = useSwipe(move);
  if (!scene) return null;
  return (
    <main className="show show--reading" {...swipe}>
      <h1 className="visually-hidden">{inLanguage(story.title, language)}</h1>
      <SceneView
        story={story}
        scene={scene}
        step={state.step}
        missing={missing}
        isPresenting={false}
      />
      <nav className="show__bar" aria-label={say("bar")}>
        <StepsBar story={story} state={state} move={move} />
        <MenuButton
          label={say("scenes")}
          placement="top start"
          button={<IconButton label={say("scenes")} icon={<List aria-hidden />} />}
          actions={story.scenes.map((one, place) => ({
            id: one.id,
            label: `${place + 1}  ${inLanguage(one.title, language)}`,
            run: () => move({ to: "scene", scene: place }),
          }))}
        />
        <span className="show__gap" />
        <FileNote />
        <SegmentedControl
          label={say("language")}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        {isEmbedded ? (
          <a
            className="button button--plain"
            href={linkTo({ kind: "shared", token, isEmbedded: false }, `?scene=${state.scene + 1}`)}
            target="_blank"
            rel="noreferrer"
          >
            <ExternalLink aria-hidden />
            {say("openAlone")}
          </a>
        ) : isWithoutService() ? (
          <Button onPress={() => goTo({ kind: "app" }, scene.view)}>{say("exploreHere")}</Button>
        ) : null}
      </nav>
    </main>
  );
}
