/** Search for actors; without a text all that pass the filters, best connected first. */
import type { ActorsResult } from "../contract/explore.ts";
import { u32 } from "../snapshot/cells.ts";
import { projectsOf } from "../snapshot/projects.ts";
import { rankActors } from "../snapshot/ranking.ts";
import type { Query } from "./context.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { actorSummary } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

type Match = ActorsResult["actors"][number]["match"];

export const actors: Query<"actors"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { limit, cursor, ...question } = query;
  const offset = readCursor(cursor, question);
  // The text finds actors; how connected they are is counted among all that pass the other filters.
  const { q = "", ...others } = question;
  const hits = q.trim() === "" ? null : await context.search(q.trim(), signal);
  const { selection } = await selectBy(context, others, signal);
  const ranking = rankActors(snapshot, selection);
  const entry = (actor: number, match: Match) => ({
    ...actorSummary(snapshot, actor),
    match,
    degree: u32(ranking.degree, actor),
    projects: projectsOf(snapshot, selection, actor).length,
  });
  const found = hits?.filter(({ actor }) => selection.actors[actor] === 1);
  const total = found?.length ?? ranking.actors.length;
  const end = offset + limit;
  return {
    revision: snapshot.revision,
    actors: found
      ? found.slice(offset, end).map(({ actor, match }) => entry(actor, match))
      : Array.from(ranking.actors.subarray(offset, end), (actor) => entry(actor, null)),
    total,
    cursor: end < total ? writeCursor(end, question) : null,
  };
};
