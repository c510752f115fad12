/** Queries and results of the explorer's questions (issue Explorer). Every list is bounded and says what it left out. */
import { z } from "zod";
import {
  actorFacts,
  actorRef,
  actorSummary,
  linkBetween,
  localised,
  membership,
  projectRef,
} from "./actor.ts";
import { filterShape, integer } from "./filters.ts";
import { matrixExpectations } from "./opportunities.ts";
import { CONFIDENCES, GROUP_KINDS, LINK_TYPES } from "./vocabulary.ts";

const revision = z.number().int();
const count = z.number().int().min(0);

// ---- /api/health
export const healthQuery = z.strictObject({});
export const healthResult = z.object({
  /** `ok`; `degraded` while the database is away and the snapshot answers alone; `starting` before the first snapshot. */
  status: z.enum(["ok", "degraded", "starting"]),
  store: z.object({
    engine: z.enum(["sqlite", "neo4j"]),
    version: z.string().nullable(),
    reachable: z.boolean(),
    schemaVersion: z.number().int().nullable(),
  }),
  revision,
  counts: z.object({
    actors: count,
    links: count,
    sources: count,
    topics: count,
    groups: count,
    projects: count,
  }),
  uptimeSeconds: z.number(),
  /** What lies in the database and does not fit the model: at most 100 entries; `rejectedTotal` counts all. */
  rejected: z.array(z.object({ id: z.string(), reason: z.string() })),
  rejectedTotal: count,
  warnings: z.array(z.string()),
});
export type HealthResult = z.infer<typeof healthResult>;

// ---- /api/graph
export const graphQuery = z.strictObject({
  ...filterShape,
  limit: integer(1, 50_000)
    .default(5_000)
    .describe("At most so many actors, the most connected first."),
});
export const graphResult = z.object({
  revision,
  /** Columns of equal length. */
  actors: z.object({
    id: z.array(z.string()),
    name: z.array(z.string()),
    nameEn: z.array(z.string().nullable()),
    /** The shortest alias, for a place too small for the name. */
    short: z.array(z.string().nullable()),
    /** Index into ACTOR_KINDS. */
    kind: z.array(z.number().int()),
    city: z.array(z.string().nullable()),
    state: z.array(z.string().nullable()),
    /** Number of links in the filtered graph. */
    degree: z.array(count),
    /** Position in the overview's plane, stable for a revision. */
    x: z.array(z.number()),
    y: z.array(z.number()),
    /** Row numbers (of this table) of the groups that the actor belongs to directly. */
    groups: z.array(z.array(z.number().int())),
  }),
  links: z.object({
    id: z.array(z.string()),
    /** Row numbers in `actors`. */
    source: z.array(z.number().int()),
    target: z.array(z.number().int()),
    /** Index into LINK_TYPES. */
    type: z.array(z.number().int()),
    /** Index into CONFIDENCES. */
    confidence: z.array(z.number().int()),
    since: z.array(z.string().nullable()),
    until: z.array(z.string().nullable()),
  }),
  total: z.object({ actors: count, links: count }),
  omitted: z.object({ actors: count, links: count }),
});
export type GraphResult = z.infer<typeof graphResult>;

// ---- /api/overview
const groupKinds = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(z.enum(GROUP_KINDS)).min(1));

export const overviewQuery = z.strictObject({
  ...filterShape,
  groupKinds: groupKinds
    .default(["hub", "cluster", "house_of"])
    .describe("Kinds of group to draw."),
});
export const overviewGroup = actorSummary.extend({
  short: z.string().nullable(),
  topics: z.array(z.string()),
  /** Members (direct or through a nested group) that pass the filters. */
  size: count,
  /** Members without any filter. */
  total: count,
  x: z.number(),
  y: z.number(),
  /** Radius in the units of x and y; area grows with `total`; a parent is large enough to hold its nested groups. */
  r: z.number(),
  /** The drawn group that this one is nested in. */
  parent: z.string().nullable(),
  /** Id of the umbrella (initiative) whose groups lie together, `null` for none. */
  family: z.string().nullable(),
});
export type OverviewGroup = z.infer<typeof overviewGroup>;
export const crossLinkCount = z.object({
  a: z.string(),
  b: z.string(),
  /** Links with one end in a only and one end in b only, without memberships, nesting and succession. */
  links: count,
  /** Projects with a participant from a only and one from b only. */
  projects: count,
  /** Actors that belong to both. */
  bridges: count,
  /** `links` by type. */
  types: z.partialRecord(z.enum(LINK_TYPES), count),
});
export type CrossLinkCount = z.infer<typeof crossLinkCount>;
export const overviewResult = z.object({
  revision,
  groups: z.array(overviewGroup),
  families: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() })),
  /** Pairs with at least one link, project or bridge, strongest first; at most 2,000. */
  crossLinks: z.array(crossLinkCount),
  /** Actors and links that pass the filters, and how many there are without. Projects and participations not counted in. */
  shown: z.object({ actors: count, links: count }),
  total: z.object({ actors: count, links: count, groups: count }),
  omitted: z.object({ groups: count, crossLinks: count }),
});
export type OverviewResult = z.infer<typeof overviewResult>;

// ---- /api/actors
export const actorsQuery = z.strictObject({
  ...filterShape,
  limit: integer(1, 200).default(20).describe("At most so many actors."),
  cursor: z
    .string()
    .max(200)
    .optional()
    .describe("Where to go on: `cursor` of the previous answer."),
});
export const actorsResult = z.object({
  revision,
  actors: z.array(
    actorSummary.extend({
      /** Where the text was found and the matching part; `null` when nothing was searched. */
      match: z
        .object({
          field: z.enum(["name", "nameEn", "alias", "city", "topic"]),
          text: z.string(),
          /** Start and end (exclusive) in `text` of each matching part. */
          ranges: z.array(z.tuple([count, count])),
        })
        .nullable(),
      degree: count,
      projects: count,
    }),
  ),
  total: count,
  cursor: z.string().nullable(),
});
export type ActorsResult = z.infer<typeof actorsResult>;

// ---- /api/actors/:id
export const actorParams = z.strictObject({
  id: z.string().min(1).max(500).describe("Id of the actor."),
});
export const actorQuery = z.strictObject({});

// ---- /api/actors/:id/neighbours
export const neighboursQuery = z.strictObject({
  ...filterShape,
  depth: integer(1, 3).default(1).describe("Number of links to follow from the actor."),
  limit: integer(1, 1_000).default(50).describe("At most so many neighbours."),
});
export const graphLink = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  type: z.enum(LINK_TYPES),
  since: z.string().nullable(),
  until: z.string().nullable(),
  confidence: z.enum(CONFIDENCES),
});
export const neighboursResult = z.object({
  revision,
  /** The actor itself first (depth 0), then the nearest and best connected to it. */
  actors: z.array(
    actorSummary.extend({
      depth: count,
      /** Links to actors of this answer. */
      degree: count,
      projects: count,
    }),
  ),
  links: z.array(graphLink),
  /** What the limit cut off: actors, and links to them by type. */
  omitted: z.object({
    actors: count,
    links: count,
    types: z.partialRecord(z.enum(LINK_TYPES), count),
  }),
});
export type NeighboursResult = z.infer<typeof neighboursResult>;

// ---- /api/groups
export const groupsQuery = z.strictObject({
  ...filterShape,
  groupKinds: groupKinds.optional().describe("Kinds of group to list; all when not given."),
  limit: integer(1, 1_000).default(500).describe("At most so many groups."),
});
export const groupsResult = z.object({
  revision,
  groups: z.array(
    actorSummary.extend({
      topics: z.array(z.string()),
      size: count,
      parent: z.string().nullable(),
      family: z.string().nullable(),
    }),
  ),
  total: count,
  omitted: count,
});
export type GroupsResult = z.infer<typeof groupsResult>;

// ---- /api/groups/:id
export const groupQuery = z.strictObject({
  ...filterShape,
  limit: integer(1, 1_000).default(300).describe("At most so many entries in each list."),
});
export const groupResult = z.object({
  revision,
  group: actorFacts,
  /** The groups that it is nested in, and those nested in it. */
  parents: z.array(actorRef),
  nested: z.array(actorRef),
  members: z.array(
    actorSummary.extend({
      type: membership.shape.type,
      since: z.string().nullable(),
      until: z.string().nullable(),
      via: z.string().nullable(),
      /** Position near the group's disc, stable for a revision. */
      x: z.number(),
      y: z.number(),
    }),
  ),
  /** Members that also belong to other groups, and to which. */
  bridges: z.array(z.object({ actor: actorRef, groups: z.array(actorRef) })),
  /** Links of the group itself that are not memberships (operators, funders, partners hubs …). */
  own: z.array(linkBetween),
  /** Links between members. */
  inside: z.array(linkBetween),
  /** Other groups it is linked with, strongest first. */
  outside: z.array(crossLinkCount.omit({ a: true, b: true }).extend({ group: actorRef })),
  /**
   * Which members carry the cross-links to which other group of an overview kind: links and projects of the
   * member with actors of that group, `bridge` when it belongs to both. Strongest first; at most 1,000.
   */
  carriers: z.array(
    z.object({
      actor: z.string(),
      group: z.string(),
      links: count,
      projects: count,
      bridge: z.boolean(),
    }),
  ),
  /** Projects in which two or more members work together. */
  projects: count,
  omitted: z.object({
    members: count,
    bridges: count,
    own: count,
    inside: count,
    outside: count,
    carriers: count,
  }),
});
export type GroupResult = z.infer<typeof groupResult>;

// ---- /api/cross-links
export const crossLinksQuery = z.strictObject({
  ...filterShape,
  a: z.string().min(1).max(500).describe("Id of a group; a plain actor stands for itself."),
  b: z.string().min(1).max(500).describe("Id of the other group or actor."),
  limit: integer(1, 500).default(100).describe("At most so many entries in each list."),
});
export const crossLinksResult = z.object({
  revision,
  a: actorSummary,
  b: actorSummary,
  /** Why the pair is not counted as a cross-link, where it is not. */
  structure: z.enum(["nested", "succession"]).nullable(),
  links: z.array(linkBetween),
  projects: z.array(projectRef),
  /** Actors that belong to both, and by what membership; `null` for a or b itself. */
  bridges: z.array(actorSummary.extend({ inA: membership.nullable(), inB: membership.nullable() })),
  counts: z.object({ links: count, projects: count, bridges: count }),
  omitted: z.object({ links: count, projects: count, bridges: count }),
});
export type CrossLinksResult = z.infer<typeof crossLinksResult>;

// ---- /api/matrix
export const matrixQuery = z.strictObject({
  ...filterShape,
  kind: groupKinds
    .default(["hub", "cluster", "house_of"])
    .describe("Kinds of group in rows and columns."),
});
export const matrixResult = z.object({
  revision,
  groups: z.array(actorRef.extend({ short: z.string().nullable(), size: count })),
  /** Pairs that are not all zero, a < b in the order of `groups`. */
  cells: z.array(
    z.object({ a: z.string(), b: z.string(), links: count, projects: count, shared: count }),
  ),
  /** Joint projects recorded and expected. */
  expectations: matrixExpectations,
  omitted: z.object({ groups: count, cells: count }),
});
export type MatrixResult = z.infer<typeof matrixResult>;

// ---- /api/facets
export const facetsQuery = z.strictObject(filterShape);
const facet = z.array(z.object({ value: z.string(), count }));
export const facetsResult = z.object({
  revision,
  /** Number of actors for each value, if that value were chosen in place of the filter's present ones. */
  kinds: facet,
  topics: z.array(z.object({ value: z.string(), name: localised, count })),
  states: facet,
  cities: facet,
  groups: z.array(actorRef.extend({ value: z.string(), count })),
  /** Number of links. */
  types: facet,
  confidence: facet,
  years: z.array(z.object({ value: z.number().int(), count })),
  omitted: z.object({ cities: count, topics: count, groups: count }),
});
export type FacetsResult = z.infer<typeof facetsResult>;
