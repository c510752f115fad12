/** Searches paths off the event loop. */
import { Snapshot } from "../snapshot/snapshot.ts";
import type { PathQuestion, PathReply } from "./path-messages.ts";
import { PathSearches } from "./path-searches.ts";
import { answerQuestions } from "./worker-link.ts";

class Cancelled extends Error {}

let searches: PathSearches | undefined;

function checkOf(cancel: Int32Array): () => void {
  return () => {
    if (Atomics.load(cancel, 0) !== 0) throw new Cancelled();
  };
}

function answer(question: PathQuestion): PathReply {
  if (question.kind === "snapshot") {
    searches = new PathSearches(new Snapshot(question.data));
    return { kind: "ready" };
  }
  if (!searches) throw new Error("expected a snapshot before the first question");
  const check = checkOf(question.cancel);
  try {
    check();
    return question.kind === "paths"
      ? { kind: "paths", answer: searches.paths(question.request, check) }
      : { kind: "connect", answer: searches.connect(question.request, check) };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

answerQuestions(answer);
