/** The thread that holds the search index. It lets go of the processor now and then while it indexes a large change. */
import { setImmediate } from "node:timers/promises";
import { freeMemory } from "./free-memory.ts";
import type { SearchAnswer, SearchQuestion } from "./messages.ts";
import { SearchCorpus } from "./search-corpus.ts";
import { answerQuestions } from "./worker-link.ts";

const STEPS_AT_ONCE = 500;

const corpus = new SearchCorpus();
let serial = 0;

answerQuestions<SearchQuestion, SearchAnswer>(async (question) => {
  if (question.kind === "query") {
    return { kind: "found", serial, finding: corpus.query(question.text, question.limit) };
  }
  const start = performance.now();
  const steps = corpus.update(question.build);
  let step = steps.next();
  for (let count = 1; !step.done; count += 1) {
    if (count % STEPS_AT_ONCE === 0) await setImmediate();
    step = steps.next();
  }
  serial = question.serial;
  if (step.value > STEPS_AT_ONCE) setTimeout(freeMemory, 0);
  return { kind: "indexed", changed: step.value, indexMs: performance.now() - start };
});
