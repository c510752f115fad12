/** Every question by its name in the contract's table; a missing one does not compile. */
import type { EndpointName } from "../contract/api.ts";
import { actor } from "./actor.ts";
import { actors } from "./actors.ts";
import type { Query } from "./context.ts";
import { crossLinks } from "./cross-links.ts";
import { facets } from "./facets.ts";
import { graph } from "./graph.ts";
import { group } from "./group.ts";
import { groups } from "./groups.ts";
import { health } from "./health.ts";
import { matrix } from "./matrix.ts";
import { neighbours } from "./neighbours.ts";
import { overview } from "./overview.ts";

export const queries: { [N in EndpointName]: Query<N> } = {
  health,
  graph,
  overview,
  actors,
  actor,
  neighbours,
  groups,
  group,
  crossLinks,
  matrix,
  facets,
};
