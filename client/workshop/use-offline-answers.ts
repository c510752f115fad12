/** While a story is presented, the whole graph is fetched once: from then on the service may go away. */
import { useEffect, useState } from "react";
import { answerLocally, isWithoutService } from "../api.ts";
import { loadEngine } from "../offline/engine-loader.ts";

/** `loading`: the service is needed still; `ready`: it may go; `unready`: it could not be fetched. */
export type OfflineState = "loading" | "ready" | "unready";

export function useOfflineAnswers(storyId: string): OfflineState {
  const [state, setState] = useState<OfflineState>(isWithoutService() ? "ready" : "loading");
  useEffect(() => {
    if (isWithoutService()) return;
    const stopped = new AbortController();
    loadEngine(storyId, stopped.signal).then(
      (answers) => {
        if (stopped.signal.aborted) return;
        answerLocally(answers);
        setState("ready");
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
