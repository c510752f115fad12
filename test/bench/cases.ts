/** The requests of each route, and where it makes sense the same question in Cypher. A route without does not compile. */
import { readFileSync } from "node:fs";
import type { EndpointName } from "../../server/contract/api.ts";
import { ACTOR_KINDS, OVERVIEW_KINDS } from "../../server/contract/vocabulary.ts";
import { statement } from "../../server/store/statements.ts";
import { pick } from "./measure.ts";
import {
  addressOf,
  aFilter,
  aLinkFilter,
  anActor,
  aSearch,
  type Filter,
  isLinkFilter,
  parametersOf,
  type Sample,
  twoOf,
} from "./sample.ts";

export interface BenchRequest {
  address: string;
  /** Parameters of the statement; absent where this request has no counterpart. */
  parameters?: Record<string, unknown>;
}

export interface Case {
  name: string;
  make(sample: Sample, random: () => number): BenchRequest;
  /** Whether the data have what the requests need. */
  fits?(sample: Sample): boolean;
  cypher?: { name: string; text: string; remark: string };
}

const SEARCH_LIMIT = 20;
const NEIGHBOUR_LIMIT = 50;
const LIST_LIMIT = 100;
/** Rows that a question about all pairs of groups may answer: the service's own bound. */
const PAIR_LIMIT = 2_000;
const OWN_STATEMENTS = new URL("./cypher/", import.meta.url);
const overviewKinds = [...OVERVIEW_KINDS];
const actorKinds = ACTOR_KINDS.filter((kind) => kind !== "project");

export const cases = {
  health: [{ name: "health", make: () => ({ address: "/api/health" }) }],
  graph: [
    {
      name: "graph, 5,000 actors",
      make: (sample, random) => ({
        address: `/api/graph${addressOf({ ...aFilter(sample, random) })}`,
      }),
    },
  ],
  overview: [
    {
      name: "overview",
      make: (sample, random) => pairsOfGroups("/api/overview", aFilter(sample, random)),
      cypher: question("cross-links", "without positions, sizes and totals"),
    },
  ],
  actors: [
    {
      name: "search",
      make: (sample, random) => {
        const q = aSearch(sample, random);
        return {
          address: `/api/actors${addressOf({ q, limit: SEARCH_LIMIT })}`,
          parameters: { text: luceneOf(q), kinds: actorKinds },
        };
      },
      cypher: own("search", "full-text index of names; without places, topics and total"),
    },
    {
      name: "search, filtered",
      make: (sample, random) => {
        const filter = { ...aFilter(sample, random), q: aSearch(sample, random) };
        return { address: `/api/actors${addressOf({ ...filter, limit: SEARCH_LIMIT })}` };
      },
    },
  ],
  actor: [
    {
      name: "actor page",
      make: (sample, random) => {
        const id = anActor(sample, random);
        return { address: `/api/actors/${id}`, parameters: { id } };
      },
      cypher: own("actor-page", ""),
    },
  ],
  neighbours: [1, 2, 3].map((depth) => ({
    name: `neighbours, depth ${depth}`,
    make: (sample, random) => {
      const actor = anActor(sample, random);
      const filter = aLinkFilter(random);
      const search = addressOf({ ...filter, depth, limit: NEIGHBOUR_LIMIT });
      return {
        address: `/api/actors/${actor}/neighbours${search}`,
        parameters: { actor, depth, limit: NEIGHBOUR_LIMIT, ...parametersOf(filter) },
      };
    },
    cypher: question("neighbourhood", "without links, ranking and what was left out"),
  })),
  groups: [
    {
      name: "groups",
      make: (sample, random) => ({
        address: `/api/groups${addressOf({ ...aFilter(sample, random) })}`,
      }),
    },
  ],
  group: [
    {
      name: "group page",
      make: ({ groups }, random) => {
        const search = addressOf({ ...aLinkFilter(random) });
        return { address: `/api/groups/${pick(groups, random)}${search}` };
      },
    },
  ],
  crossLinks: [
    {
      name: "cross-links of two groups",
      make: ({ overviewGroups }, random) => between(twoOf(overviewGroups, random), random),
      cypher: question("cross-links-between", "without evidence and memberships"),
    },
    {
      name: "joint projects of two actors",
      fits: ({ partners }) => partners.length > 0,
      make: ({ partners }, random) => between(pick(partners, random), random),
      cypher: question("joint-projects", "without direct links"),
    },
  ],
  matrix: [
    {
      name: "matrix",
      make: (sample, random) => pairsOfGroups("/api/matrix", aFilter(sample, random)),
      cypher: question("group-matrix", ""),
    },
  ],
  paths: [
    {
      name: "paths, five of two actors",
      make: (sample, random) => {
        const [from, to] = twoOf([...sample.busiest, anActor(sample, random)], random);
        return { address: `/api/paths${addressOf({ from, to })}` };
      },
    },
    {
      name: "paths, fewest hops",
      make: ({ actors }, random) => {
        const [from, to] = twoOf(actors, random);
        return { address: `/api/paths${addressOf({ from, to, mode: "fewest-hops" })}` };
      },
    },
  ],
  connect: [
    {
      name: "connect, three to five actors",
      make: ({ busiest }, random) => {
        const count = 3 + Math.floor(random() * 3);
        const first = Math.floor(random() * busiest.length);
        const ids = Array.from(
          { length: count },
          (_, i) => busiest[(first + i * 7) % busiest.length],
        );
        return { address: `/api/connect${addressOf({ ids })}` };
      },
    },
  ],
  opportunities: [
    {
      name: "opportunities",
      make: (_sample, random) => ({
        address: `/api/opportunities${addressOf({ limit: 10 + Math.floor(random() * 10) })}`,
      }),
    },
  ],
  opportunity: [
    {
      name: "one opportunity",
      make: ({ overviewGroups }, random) => {
        const [a, b] = twoOf(overviewGroups, random);
        return { address: `/api/opportunities/${a}/${b}` };
      },
    },
  ],
  partners: [
    {
      name: "partners of one actor",
      make: (sample, random) => ({ address: `/api/actors/${anActor(sample, random)}/partners` }),
    },
  ],
  brokers: [
    {
      name: "brokers of two actors",
      make: ({ busiest }, random) => {
        const [a, b] = twoOf(busiest, random);
        return { address: `/api/brokers${addressOf({ a, b })}` };
      },
    },
  ],
  quality: [{ name: "quality", make: () => ({ address: "/api/quality" }) }],
  judgements: [{ name: "judgements", make: () => ({ address: "/api/judgements" }) }],
  sources: [
    {
      name: "sources of a picture",
      make: (sample, random) => ({
        address: `/api/sources${addressOf({ ...aFilter(sample, random) })}`,
      }),
    },
  ],
  stories: [{ name: "stories", make: () => ({ address: "/api/stories" }) }],
  // `npm run bench:workshop` makes the stories that it measures.
  story: [],
  shared: [],
  facets: [
    {
      name: "facets",
      make: (sample, random) => ({
        address: `/api/facets${addressOf({ ...aFilter(sample, random) })}`,
      }),
    },
  ],
} satisfies Record<EndpointName, Case[]>;

function question(name: string, remark: string): NonNullable<Case["cypher"]> {
  return { name: `questions/${name}`, text: statement(`questions/${name}`), remark };
}

/** A statement that only the bench asks. */
function own(name: string, remark: string): NonNullable<Case["cypher"]> {
  const text = readFileSync(new URL(`${name}.cypher`, OWN_STATEMENTS), "utf8");
  return { name: `bench/${name}`, text, remark };
}

function pairsOfGroups(route: string, filter: Filter): BenchRequest {
  const address = `${route}${addressOf({ ...filter })}`;
  if (!isLinkFilter(filter)) return { address };
  return {
    address,
    parameters: { kinds: overviewKinds, limit: PAIR_LIMIT, ...parametersOf(filter) },
  };
}

function between([a, b]: [string, string], random: () => number): BenchRequest {
  const filter = aLinkFilter(random);
  return {
    address: `/api/cross-links${addressOf({ a, b, ...filter, limit: LIST_LIMIT })}`,
    parameters: { a, b, limit: LIST_LIMIT, ...parametersOf(filter) },
  };
}

/** Each word as a prefix or with one typo, all of them found: what the service's search does. */
function luceneOf(text: string): string {
  return text
    .toLowerCase()
    .split(" ")
    .map((word) => `(${word}* OR ${word}~1)`)
    .join(" AND ");
}
