/** Who could introduce two actors or two groups to each other. */
import type { Sentence } from "../contract/opportunities.ts";
import { InvalidRequest, type Query } from "./context.ts";
import { brokerView } from "./opportunity-people.ts";
import { findActor } from "./path-request.ts";
import { actorRef } from "./refs.ts";

export const brokers: Query<"brokers"> = async (context, query, signal) => {
  const { snapshot } = context;
  const [a, b] = [findActor(snapshot, query.a), findActor(snapshot, query.b)];
  if (a === b) {
    const detail = `expected another actor than a (got ${JSON.stringify(query.b)} for both)`;
    throw new InvalidRequest([{ parameter: "b", detail }]);
  }
  const { limit, beta } = query;
  const withUmbrellas = query.umbrellas === "include";
  const found = await context.opportunities(
    "brokers",
    { a, b, limit, beta, withUmbrellas },
    signal,
  );
  return {
    revision: snapshot.revision,
    a: actorRef(snapshot, a),
    b: actorRef(snapshot, b),
    brokers: found.map((broker) => brokerView(snapshot, broker, a, b)),
    notes: found.length > 0 ? [PLAUSIBLE] : [NOBODY],
  };
};

const PLAUSIBLE: Sentence = {
  de: "Wer eine Einführung machen könnte, nicht wer sie machen wird: fünf Vorschläge sind besser als einer.",
  en: "Who could make the introduction, not who will: five suggestions are better than one.",
};

const NOBODY: Sentence = {
  de: "Niemand mit erfassten Verbindungen zu beiden Seiten; Wege über mehrere Schritte zeigt die Wegesuche.",
  en: "Nobody with recorded ties to both sides; the path search shows routes over several steps.",
};
