/** Every endpoint: its route, what it takes and what it answers. The route table, the API document and the client walk this. */
import type { z } from "zod";
import { actorPage } from "./actor.ts";
import * as explore from "./explore.ts";

const { actorParams } = explore;

export const api = {
  health: {
    path: "/api/health",
    summary: "State of the service, its database and its snapshot",
    query: explore.healthQuery,
    result: explore.healthResult,
  },
  graph: {
    path: "/api/graph",
    summary: "The filtered graph for drawing, as columns",
    query: explore.graphQuery,
    result: explore.graphResult,
  },
  overview: {
    path: "/api/overview",
    summary: "Groups with size, topics and position, and the cross-links between them",
    query: explore.overviewQuery,
    result: explore.overviewResult,
  },
  actors: {
    path: "/api/actors",
    summary: "Search for actors",
    query: explore.actorsQuery,
    result: explore.actorsResult,
  },
  actor: {
    path: "/api/actors/:id",
    summary: "One actor with its groups and its links, each with evidence",
    params: actorParams,
    query: explore.actorQuery,
    result: actorPage,
  },
  neighbours: {
    path: "/api/actors/:id/neighbours",
    summary: "The neighbourhood of an actor",
    params: actorParams,
    query: explore.neighboursQuery,
    result: explore.neighboursResult,
  },
  groups: {
    path: "/api/groups",
    summary: "All groups",
    query: explore.groupsQuery,
    result: explore.groupsResult,
  },
  group: {
    path: "/api/groups/:id",
    summary: "One group with members, bridges, links inside and outside",
    params: actorParams,
    query: explore.groupQuery,
    result: explore.groupResult,
  },
  crossLinks: {
    path: "/api/cross-links",
    summary: "What links two groups: links, joint projects and bridges, with evidence",
    query: explore.crossLinksQuery,
    result: explore.crossLinksResult,
  },
  matrix: {
    path: "/api/matrix",
    summary: "Group × group counts of links, joint projects and shared members",
    query: explore.matrixQuery,
    result: explore.matrixResult,
  },
  facets: {
    path: "/api/facets",
    summary: "Values of each filter with counts",
    query: explore.facetsQuery,
    result: explore.facetsResult,
  },
} as const;

export type Api = typeof api;
export type EndpointName = keyof Api;
/** What a handler gets: parsed query, and the path's parameters where it has some. */
export type QueryOf<N extends EndpointName> = z.output<Api[N]["query"]> &
  (Api[N] extends { params: infer P extends z.ZodType } ? z.output<P> : unknown);
export type ResultOf<N extends EndpointName> = z.output<Api[N]["result"]>;
