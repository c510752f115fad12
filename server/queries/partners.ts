/** With whom one actor could work: suggested partners, each explained. */
import type { Sentence } from "../contract/opportunities.ts";
import { GOOD_COVERAGE } from "../snapshot/pair-scores.ts";
import { InvalidRequest, type Query } from "./context.ts";
import { coverageNote } from "./opportunity-notes.ts";
import { suggestedPair } from "./opportunity-people.ts";
import { findActor } from "./path-request.ts";
import { actorRef } from "./refs.ts";

export const partners: Query<"partners"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { id, scope, limit, hubPenalty } = query;
  const actor = findActor(snapshot, id);
  if (snapshot.groupOf(actor) >= 0 || snapshot.isProject(actor)) {
    const detail = `expected the id of an actor that is no group and no project (got ${JSON.stringify(id)}); for groups ask /api/opportunities?groups=`;
    throw new InvalidRequest([{ parameter: "id", detail }]);
  }
  const request = { actor, scope, limit, hubPenalty };
  const answer = await context.opportunities("partners", request, signal);
  const notes: Sentence[] = [NONE_RECORDED];
  if (answer.coverage < GOOD_COVERAGE) notes.push(coverageNote(answer.coverage));
  return {
    revision: snapshot.revision,
    actor: actorRef(snapshot, actor),
    scope,
    coverage: answer.coverage,
    partners: answer.partners.map((pair) => {
      const { x: _x, y, ...rest } = suggestedPair(snapshot, pair);
      return { actor: y, ...rest };
    }),
    notes,
    omitted: answer.total - answer.partners.length,
  };
};

const NONE_RECORDED: Sentence = {
  de: "Vorgeschlagen ist, mit wem keine Verbindung erfasst ist; das heißt nicht, dass es keine gibt.",
  en: "Suggested is with whom no link is recorded, which does not mean that there is none.",
};
