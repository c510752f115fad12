/** Back, where one is, and on: for who reads and for who speaks. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Story } from "../../server/contract/stories.ts";
import { formatNumber } from "../i18n/format.ts";
import { useWords } from "../records/words.ts";
import { Button } from "../ui/button.tsx";
import { lastStep, type ShowMove, type ShowState } from "./show-state.ts";

interface StepsBarProps {
  story: Story;
  state: ShowState;
  move: (move: ShowMove) => void;
}

export function StepsBar({ story, state, move }: StepsBarProps) {
  const { say } = useWords("workshop");
  return (
    <>
      <Button icon={<ChevronLeft aria-hidden />} onPress={() => move({ to: "previous" })}>
        {say("previous")}
      </Button>
      <ShowPlace story={story} state={state} />
      <Button
        variant="primary"
        icon={<ChevronRight aria-hidden />}
        onPress={() => move({ to: "next" })}
      >
        {say("next")}
      </Button>
    </>
  );
}

/** `3 / 9 · Schritt 2 von 4`. */
export function ShowPlace({ story, state }: Pick<StepsBarProps, "story" | "state">) {
  const { say, language } = useWords("workshop");
  const steps = lastStep(story, state.scene) + 1;
  return (
    <span className="show__place">
      {formatNumber(state.scene + 1, language)} / {formatNumber(story.scenes.length, language)}
      {steps > 1 ? (
        <span className="show__steps"> · {say("stepOf", { step: state.step + 1, steps })}</span>
      ) : null}
    </span>
  );
}
