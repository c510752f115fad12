/** How far long work is, while it goes on and is asked for again. */
import { progressIn } from "../api.ts";
import { formatNumber } from "../i18n/format.ts";
import { useWords } from "./words.ts";
import "./work-progress.css";

/** Nothing for any other reason why there is no answer yet. */
export function WorkProgress({ error }: { error: unknown }) {
  const { say, language } = useWords("records");
  const progress = progressIn(error);
  if (progress === null) return null;
  const { step, steps, share } = progress;
  const done = Math.max(0, step - 1 + share) / steps;
  return (
    <div className="work-progress" role="status">
      <p>
        {step === 0
          ? say("progress.waiting")
          : say("progress.step", {
              step: formatNumber(step, language),
              steps: formatNumber(steps, language),
              percent: formatNumber(Math.floor(100 * share), language),
            })}
      </p>
      <progress value={done} aria-label={say("progress.name")} />
    </div>
  );
}
