/**
 * Every endpoint: its route, what it takes and what it answers. The route table, the API document and the client walk
 * this: `api` holds what is asked (GET), `actions` what is done (POST).
 */
import type { z } from "zod";
import { actorPage } from "./actor.ts";
import * as explore from "./explore.ts";
import * as judgements from "./judgements.ts";
import * as opportunities from "./opportunities.ts";
import * as paths from "./paths.ts";
import * as stories from "./stories.ts";
import { LONGEST_STORY } from "./story-words.ts";

const { actorParams } = explore;

/**
 * `deadlineMs`: longest time for the answer, ms; the service's own where none is given. `goesOn`: what takes longer goes
 * on, says how far it is, and is joined by the same question asked again.
 */
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
  paths: {
    path: "/api/paths",
    summary:
      "Collaboration paths between two actors or groups, each hop with its evidence and its reason",
    query: paths.pathsQuery,
    result: paths.pathsResult,
    deadlineMs: 2_000,
  },
  connect: {
    path: "/api/connect",
    summary: "The cheapest tree that joins two to eight actors",
    query: paths.connectQuery,
    result: paths.connectResult,
    deadlineMs: 2_000,
  },
  opportunities: {
    path: "/api/opportunities",
    summary: "Pairs of groups with fewer joint projects than expected, ranked, each with reasons",
    query: opportunities.opportunitiesQuery,
    result: opportunities.opportunitiesResult,
    deadlineMs: 30_000,
    goesOn: true,
  },
  opportunity: {
    path: "/api/opportunities/:a/:b",
    summary: "Everything about one pair of groups, with paths between the suggested actors",
    params: opportunities.opportunityParams,
    query: opportunities.opportunityQuery,
    result: opportunities.opportunityResult,
    deadlineMs: 30_000,
    goesOn: true,
  },
  partners: {
    path: "/api/actors/:id/partners",
    summary: "Suggested partners of one actor, each explained",
    params: explore.actorParams,
    query: opportunities.partnersQuery,
    result: opportunities.partnersResult,
    deadlineMs: 30_000,
    goesOn: true,
  },
  brokers: {
    path: "/api/brokers",
    summary: "Who could introduce two actors or groups to each other",
    query: opportunities.brokersQuery,
    result: opportunities.brokersResult,
    deadlineMs: 30_000,
    goesOn: true,
  },
  quality: {
    path: "/api/quality",
    summary: "Measured quality of the rankings",
    query: opportunities.qualityQuery,
    result: opportunities.qualityResult,
  },
  judgements: {
    path: "/api/judgements",
    summary: "What people said to suggestions: taken up, dismissed with a reason, noted",
    query: judgements.judgementsQuery,
    result: judgements.judgementsResult,
    /** Read from the database at once, not from the snapshot. */
    isLive: true,
  },
  sources: {
    path: "/api/sources",
    summary: "Where the links of a picture come from, counted",
    query: stories.sourcesQuery,
    result: stories.sourcesResult,
  },
  stories: {
    path: "/api/stories",
    summary: "All workshop stories",
    query: stories.storiesQuery,
    result: stories.storiesResult,
    isLive: true,
  },
  story: {
    path: "/api/stories/:id",
    summary: "One story with its scenes, and who of them is not in the graph any more",
    params: stories.storyParams,
    query: stories.storyQuery,
    result: stories.storyResult,
    isLive: true,
  },
  shared: {
    path: "/api/shared/:token",
    summary: "A story at its read-only address, without the speaker’s notes",
    params: stories.sharedParams,
    query: stories.sharedQuery,
    result: stories.sharedResult,
    isLive: true,
  },
} as const;

export const actions = {
  judge: {
    path: "/api/judgements",
    summary:
      "Says something to a suggestion, or takes it back; refused when somebody else was quicker",
    body: judgements.judgeBody,
    result: judgements.judgeResult,
  },
  keepStory: {
    path: "/api/stories",
    summary: "Keeps a story, new or changed; refused when somebody else was quicker",
    body: stories.keepStoryBody,
    result: stories.keepStoryResult,
    /** Bytes: most characters take one, some four. */
    longestBody: 2 * LONGEST_STORY,
  },
  removeStory: {
    path: "/api/stories/remove",
    summary: "Removes a story; refused when somebody else has changed it meanwhile",
    body: stories.removeStoryBody,
    result: stories.removeStoryResult,
  },
  shareStory: {
    path: "/api/stories/share",
    summary: "Gives a story a read-only address, says who may embed it, or takes the address back",
    body: stories.shareStoryBody,
    result: stories.shareStoryResult,
  },
} as const;

export type Api = typeof api;
export type EndpointName = keyof Api;
/** What a handler gets: parsed query, and the path's parameters where it has some. */
export type QueryOf<N extends EndpointName> = z.output<Api[N]["query"]> &
  (Api[N] extends { params: infer P extends z.ZodType } ? z.output<P> : unknown);
export type ResultOf<N extends EndpointName> = z.output<Api[N]["result"]>;

export type Actions = typeof actions;
export type ActionName = keyof Actions;
/** What a person sends, and what the handler gets of it. */
export type BodyOf<N extends ActionName> = z.input<Actions[N]["body"]>;
export type ParsedBodyOf<N extends ActionName> = z.output<Actions[N]["body"]>;
export type ActionResultOf<N extends ActionName> = z.output<Actions[N]["result"]>;
