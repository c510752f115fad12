/** How a few actors are connected: the cheapest tree that joins them. */
import type { Query } from "./context.ts";
import { loadHops, pathHop } from "./path-hops.ts";
import { connectEnds, passedActors, tieParameters, walkedLinks } from "./path-request.ts";
import { actorRef } from "./refs.ts";

export const connect: Query<"connect"> = async (context, query, signal) => {
  const { snapshot } = context;
  const ends = connectEnds(snapshot, query);
  const { tree, apart } = await context.connect(
    {
      ends,
      parameters: tieParameters(query, new Date()),
      links: walkedLinks(query),
      passed: passedActors(snapshot, query),
    },
    signal,
  );
  const details = await loadHops(context, tree?.hops ?? [], signal);
  const others = (tree?.hops ?? []).flatMap(({ from, to }) => [from, to]);
  return {
    revision: snapshot.revision,
    tree: tree && {
      cost: tree.cost,
      actors: [...new Set([...ends, ...others])].map((actor) => actorRef(snapshot, actor)),
      hops: tree.hops.map((hop) => pathHop(snapshot, details, hop)),
    },
    apart: apart.map((actor) => actorRef(snapshot, actor)),
  };
};
