/** A worker for tests: echoes, fails as a store does, or dies. */
import { answerQuestions } from "../../../server/live/worker-link.ts";
import { StoreUnavailable } from "../../../server/store/store.ts";

answerQuestions<{ kind: string }, { echo: string }>((question) => {
  if (question.kind === "die") process.exit(3);
  if (question.kind === "crash") {
    queueMicrotask(() => {
      throw new Error("out of luck");
    });
  }
  if (question.kind === "away") throw new StoreUnavailable("the store is away");
  if (question.kind === "fail") throw new Error("wrong");
  return { echo: question.kind };
});
