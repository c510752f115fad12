/**
 * Works opportunities out off the event loop; keeps the model and the last answers of the snapshot it has. While a long
 * list is worked out, shorter questions are answered in between.
 */
import { type MessagePort, parentPort, receiveMessageOnPort } from "node:worker_threads";
import { OpportunitySearch } from "../snapshot/opportunity-search.ts";
import type { Check } from "../snapshot/opportunity-work.ts";
import { Snapshot } from "../snapshot/snapshot.ts";
import { freeMemory } from "./free-memory.ts";
import type { Answered, Asked } from "./messages.ts";
import {
  isCancelled,
  noteProgress,
  type OpportunityAsked,
  type OpportunityQuestion,
  type OpportunityReply,
} from "./opportunity-messages.ts";

/** Answers kept for the same question on the same snapshot. */
const KEPT_ANSWERS = 64;
/** What building the model left behind is given back after so long without a question. */
const IDLE_MS = 2_000;

class Cancelled extends Error {}

if (!parentPort) throw new Error("worker: expected to run in a worker thread");
const port: MessagePort = parentPort;
const waiting: Asked<OpportunityQuestion>[] = [];
const answers = new Map<string, OpportunityReply>();
let makeSearch: ((check: Check) => OpportunitySearch) | undefined;
let search: OpportunitySearch | undefined;
let idle: NodeJS.Timeout | undefined;

port.on("message", (question: Asked<OpportunityQuestion>) => {
  waiting.push(question);
  clearTimeout(idle);
  const before = search;
  for (let next = waiting.shift(); next; next = waiting.shift()) port.postMessage(replyTo(next));
  if (search !== before) idle = setTimeout(freeMemory, IDLE_MS).unref();
});

/** At once, because nothing leaves a worker from behind an await while a list is worked out. */
function replyTo(question: Asked<OpportunityQuestion>): Answered<OpportunityReply> {
  const { id } = question;
  try {
    return { id, ok: true, answer: answer(question) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, ok: false, message, isUnavailable: false };
  }
}

function answer(question: OpportunityQuestion): OpportunityReply {
  if (question.kind === "snapshot") {
    const { data, referenceCounts } = question;
    makeSearch = (check) => new OpportunitySearch(new Snapshot(data), referenceCounts, check);
    search = undefined;
    answers.clear();
    return { kind: "ready" };
  }
  const check = () => {
    if (isCancelled(question.control)) throw new Cancelled();
  };
  try {
    check();
    if (question.kind !== "warm") return answerAsked(question, check);
    searchOf(check).warmUp(check);
    return { kind: "ready" };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

function searchOf(check: Check): OpportunitySearch {
  if (!makeSearch) throw new Error("expected a snapshot before the first question");
  search ??= makeSearch(check);
  return search;
}

function answerAsked({ kind, request, control }: OpportunityAsked, check: Check): OpportunityReply {
  const key = JSON.stringify([kind, request]);
  const known = answers.get(key);
  if (known) return known;
  noteProgress(control, "model", 0);
  const found = searchOf(check).answer(kind, request, check, (stage, share) => {
    noteProgress(control, stage, share);
    if (kind === "list") answerShort();
  });
  // The kind names the answer's type; TypeScript cannot follow it through the union.
  const reply = { kind, answer: found } as OpportunityReply;
  if (answers.size >= KEPT_ANSWERS) answers.clear();
  answers.set(key, reply);
  return reply;
}

/** What has come meanwhile and is no list, up to the next snapshot. */
function answerShort(): void {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    waiting.push(next.message);
  }
  for (let i = 0; i < waiting.length; ) {
    const question = waiting[i] as Asked<OpportunityQuestion>;
    if (question.kind === "snapshot") return;
    if (question.kind === "list") i += 1;
    else {
      waiting.splice(i, 1);
      port.postMessage(replyTo(question));
    }
  }
}
