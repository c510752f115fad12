/** Everything about one pair of groups, and how each two suggested actors are connected so far. */
import { pathsQuery } from "../contract/paths.ts";
import { type Context, InvalidRequest, type Query } from "./context.ts";
import { dataNotes } from "./opportunity-notes.ts";
import { opportunityView } from "./opportunity-view.ts";
import { findActor } from "./path-request.ts";
import { paths } from "./paths.ts";

export const opportunity: Query<"opportunity"> = async (context, query, signal) => {
  const { snapshot } = context;
  const [a, b] = [groupOf(context, "a", query.a), groupOf(context, "b", query.b)];
  if (a === b) {
    const detail = `expected another group than a (got ${JSON.stringify(query.b)} for both)`;
    throw new InvalidRequest([{ parameter: "b", detail }]);
  }
  const { hubPenalty } = query;
  const answer = await context.opportunities("pair", { groupA: a, groupB: b, hubPenalty }, signal);
  const view = opportunityView(snapshot, answer.opportunity, answer.structure);
  const found = [];
  for (const { x, y } of view.pairs) {
    const asked = pathsQuery.parse({ from: x.id, to: y.id, k: "1" });
    const [path = null] = (await paths(context, asked, signal)).paths;
    found.push({ x: x.id, y: y.id, path });
  }
  return {
    revision: snapshot.revision,
    coverage: answer.coverage,
    population: answer.population,
    notes: dataNotes(answer),
    structure: answer.structure,
    opportunity: view,
    paths: found,
  };
};

function groupOf({ snapshot }: Context, parameter: "a" | "b", id: string): number {
  const group = snapshot.groupOf(findActor(snapshot, id));
  if (group >= 0) return group;
  const detail = `expected the id of a group (got ${JSON.stringify(id)}); for actors ask /api/brokers or /api/actors/:id/partners`;
  throw new InvalidRequest([{ parameter, detail }]);
}
