/** The neighbourhood of an actor. A joint project is a step too, unless projects themselves are asked for. */
import { u32 } from "../snapshot/cells.ts";
import { PROJECT_KIND } from "../snapshot/link-roles.ts";
import { findNeighbourhood } from "../snapshot/neighbourhood.ts";
import { type Query, UnknownActor } from "./context.ts";
import { actorSummary, countsByType, graphLink } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_LINKS = 10_000;

export const neighbours: Query<"neighbours"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { id, depth, limit, ...filters } = query;
  const centre = snapshot.findActor(id);
  if (centre < 0) throw new UnknownActor(id);
  const selected = await selectBy(context, filters, signal, centre);
  const found = findNeighbourhood(
    snapshot,
    selected.selection,
    centre,
    { depth, actors: limit, links: MAX_LINKS },
    selected.filters.kinds?.[PROJECT_KIND] !== 1,
  );
  const degrees = new Map<number, number>();
  const { source, target } = snapshot.data.links;
  for (const link of found.links) {
    for (const actor of [u32(source, link), u32(target, link)]) {
      degrees.set(actor, (degrees.get(actor) ?? 0) + 1);
    }
  }
  return {
    revision: snapshot.revision,
    actors: found.actors.map((neighbour) => ({
      ...actorSummary(snapshot, neighbour.actor),
      depth: neighbour.depth,
      degree: degrees.get(neighbour.actor) ?? 0,
      projects: neighbour.projects,
    })),
    links: found.links.map((link) => graphLink(snapshot, link)),
    omitted: {
      actors: found.omitted.actors,
      links: found.omitted.links,
      types: countsByType((type) => u32(found.omitted.byType, type)),
    },
  };
};
