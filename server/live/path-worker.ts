/** Searches paths off the event loop; keeps the graphs of ties that were asked for last. */
import { PathSearch, type WalkedLinks } from "../snapshot/path-search.ts";
import { Snapshot } from "../snapshot/snapshot.ts";
import type { TieParameters } from "../snapshot/tie-model.ts";
import type { PathQuestion, PathReply } from "./path-messages.ts";
import { answerQuestions } from "./worker-link.ts";

/** Graphs of ties kept for requests with the same parameters. */
const KEPT_SEARCHES = 4;

class Cancelled extends Error {}

let snapshot: Snapshot | undefined;
const searches = new Map<string, PathSearch>();

function searchFor(parameters: TieParameters, links: WalkedLinks, check: () => void): PathSearch {
  if (!snapshot) throw new Error("expected a snapshot before the first question");
  const key = JSON.stringify([
    { ...parameters, kappa: 0 },
    links.types?.join(),
    links.year,
    links.confidence,
  ]);
  const search = searches.get(key) ?? new PathSearch(snapshot, parameters, links, check);
  searches.delete(key);
  searches.set(key, search);
  for (const old of searches.keys()) {
    if (searches.size <= KEPT_SEARCHES) break;
    searches.delete(old);
  }
  return search;
}

function checkOf(cancel: Int32Array): () => void {
  return () => {
    if (Atomics.load(cancel, 0) !== 0) throw new Cancelled();
  };
}

function answer(question: PathQuestion): PathReply {
  if (question.kind === "snapshot") {
    snapshot = new Snapshot(question.data);
    searches.clear();
    return { kind: "ready" };
  }
  const check = checkOf(question.cancel);
  try {
    check();
    const { parameters, links } = question.request;
    const search = searchFor(parameters, links, check);
    check();
    if (question.kind === "paths") {
      return { kind: "paths", answer: search.paths(question.request, check) };
    }
    const { ends, passed } = question.request;
    const found = search.connect(ends, passed, check);
    return {
      kind: "connect",
      answer: {
        tree: found && { cost: found.tree.cost, hops: found.hops },
        apart: found ? [] : search.apart(ends[0] ?? -1, ends.slice(1), passed),
      },
    };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

answerQuestions(answer);
