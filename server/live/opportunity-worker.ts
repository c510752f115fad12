/** Works opportunities out off the event loop; keeps the model and the last answers of the snapshot it has. */
import { OpportunitySearch } from "../snapshot/opportunity-search.ts";
import { Snapshot } from "../snapshot/snapshot.ts";
import type { OpportunityQuestion, OpportunityReply } from "./opportunity-messages.ts";
import { answerQuestions } from "./worker-link.ts";

/** Answers kept for the same question on the same snapshot. */
const KEPT_ANSWERS = 64;

class Cancelled extends Error {}

let makeSearch: (() => OpportunitySearch) | undefined;
let search: OpportunitySearch | undefined;
const answers = new Map<string, OpportunityReply>();

function checkOf(cancel: Int32Array): () => void {
  return () => {
    if (Atomics.load(cancel, 0) !== 0) throw new Cancelled();
  };
}

function answer(question: OpportunityQuestion): OpportunityReply {
  if (question.kind === "snapshot") {
    const { data, referenceCounts } = question;
    makeSearch = () => new OpportunitySearch(new Snapshot(data), referenceCounts);
    search = undefined;
    answers.clear();
    return { kind: "ready" };
  }
  const key = JSON.stringify([question.kind, question.request]);
  const known = answers.get(key);
  if (known) return known;
  const check = checkOf(question.cancel);
  try {
    check();
    if (!makeSearch) throw new Error("expected a snapshot before the first question");
    search ??= makeSearch();
    const { kind, request } = question;
    // The kind names the answer's type; TypeScript cannot follow it through the union.
    const reply = { kind, answer: search.answer(kind, request, check) } as OpportunityReply;
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    answers.set(key, reply);
    return reply;
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

answerQuestions(answer);
