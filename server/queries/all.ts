/**
 * Every question by its name in the contract's table; a missing one does not compile. They run in the service and, in
 * a file without one, in the browser.
 */
import type { EndpointName } from "../contract/api.ts";
import { actor } from "./actor.ts";
import { actors } from "./actors.ts";
import { brokers } from "./brokers.ts";
import { connect } from "./connect.ts";
import type { Query } from "./context.ts";
import { crossLinks } from "./cross-links.ts";
import { facets } from "./facets.ts";
import { graph } from "./graph.ts";
import { group } from "./group.ts";
import { groups } from "./groups.ts";
import { health } from "./health.ts";
import { judgements } from "./judgements.ts";
import { matrix } from "./matrix.ts";
import { neighbours } from "./neighbours.ts";
import { opportunities } from "./opportunities.ts";
import { opportunity } from "./opportunity.ts";
import { overview } from "./overview.ts";
import { partners } from "./partners.ts";
import { paths } from "./paths.ts";
import { quality } from "./quality.ts";
import { shared } from "./shared.ts";
import { sources } from "./sources.ts";
import { stories } from "./stories.ts";
import { story } from "./story.ts";

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
  paths,
  connect,
  opportunities,
  opportunity,
  partners,
  brokers,
  quality,
  judgements,
  sources,
  stories,
  story,
  shared,
  facets,
};
