/** While a story is presented, the whole graph is fetched once: from then on the service may go away. */
import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { answerLocally, isWithoutService } from "../api.ts";
import { loadEngine } from "../offline/engine-loader.ts";
import { packageFacts } from "../offline/package.ts";
import { useWords } from "../records/words.ts";

/**
 * `loading`: the service is needed still; `ready`: it may go; `partial`: it may go, and what is asked beyond the scenes is
 * answered from an excerpt of the graph; `unready`: it could not be fetched.
 */
export type OfflineState = "loading" | "ready" | "partial" | "unready";

export function useOfflineAnswers(storyId: string): OfflineState {
  const [state, setState] = useState<OfflineState>(isWithoutService() ? "ready" : "loading");
  useEffect(() => {
    if (isWithoutService()) return;
    const stopped = new AbortController();
    loadEngine(storyId, stopped.signal).then(
      (answers) => {
        if (stopped.signal.aborted) return;
        answerLocally(answers);
        setState(packageFacts()?.isCut ? "partial" : "ready");
      },
      () => {
        if (!stopped.signal.aborted) setState("unready");
      },
    );
    return () => {
      stopped.abort();
      answerLocally(null);
    };
  }, [storyId]);
  return state;
}

/** Whether the service may go away already. */
export function OfflineNote({ state }: { state: OfflineState }) {
  const { say } = useWords("workshop");
  return (
    <span className="show__offline" data-state={state}>
      <WifiOff aria-hidden />
      {say(`offline.${state}`)}
    </span>
  );
}
