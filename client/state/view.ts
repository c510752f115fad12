/** What the person is looking at: everything here is in the page's address (`url.ts`), nothing else is. */
import type { OpportunitySort } from "../../server/contract/opportunity-words.ts";
import type { PathMode } from "../../server/contract/paths.ts";
import type {
  ActorKind,
  Confidence,
  GroupKind,
  LinkType,
} from "../../server/contract/vocabulary.ts";

/** The product's areas, as the rail lists them. */
export type Page = "explore" | "paths" | "opportunities" | "stories";
export type Mode = "picture" | "table" | "matrix";
/** By group: the overview and its opened groups; force: all filtered actors; radial: around one actor. */
export type Layout = "groups" | "force" | "radial";
/** What ribbons and their numbers count. */
export type EvidenceChoice = "all" | "links" | "projects" | "shared";

export interface ViewFilters {
  kinds: ActorKind[];
  types: LinkType[];
  groups: string[];
  topics: string[];
  states: string[];
  cities: string[];
  year: number | null;
  confidence: Confidence | null;
  q: string;
}

/** The one panel at the side: what was clicked last. */
export type Panel =
  | { kind: "actor"; id: string }
  | { kind: "group"; id: string }
  | { kind: "cross-link"; a: string; b: string };

/** What a path may go over: for a path between two, and for joining several. */
export interface PathLimits {
  /** Only over links of these types; empty = all. */
  types: LinkType[];
  notKinds: ActorKind[];
  /** Ids of actors that no path leads through. */
  notVia: string[];
  year: number | null;
  confidence: Confidence | null;
  /** The dial "less obvious contacts", 0 to 1. */
  kappa: number;
}

/** The question of the page Paths, and which of its answers is looked at. */
export interface PathsView extends PathLimits {
  /** From one to another, or joining several. */
  task: "path" | "connect";
  from: string | null;
  to: string | null;
  /** Ids of those to join. */
  ids: string[];
  prefer: PathMode;
  k: number;
  maxHops: number;
  /** Only through this group and its members. */
  via: string | null;
  /** A group at an end stands for itself, or for its members too. */
  ends: "actor" | "members";
  /** Ids of the actors of the chosen path, in its order; empty = the first one. */
  chosen: string[];
  /** The same of the path that it is compared with; empty = none. */
  compared: string[];
  /** Drawn alone, or lit in the picture of all actors. */
  isAlone: boolean;
}

/** What the heat map of opportunities shows: O, E, r, or E · (1 − r). */
export type OpportunityMeasure = "observed" | "expected" | "ratio" | "gap";

/** The question of the page Opportunities, and which of its answers is looked at. */
export interface OpportunitiesView {
  /** The two groups that are looked at; `null` = all pairs. */
  pair: { a: string; b: string } | null;
  /** Kinds of group that are compared. */
  kinds: GroupKind[];
  /** One of the two groups has to be one of these, with one of the topics, in one of the states; empty = all. */
  groups: string[];
  topics: string[];
  states: string[];
  list: OpportunitySort;
  measure: OpportunityMeasure;
  /** Order of the heat map. */
  order: "family" | "similarity";
  /** Puts well-connected actors back among the suggested pairs. */
  isLessObvious: boolean;
}

/** Which story is worked on, and which of its scenes; `null` = the list of all, and the first scene. */
export interface StoriesView {
  story: string | null;
  scene: string | null;
}

export interface View {
  page: Page;
  mode: Mode;
  layout: Layout;
  evidence: EvidenceChoice;
  /** Kinds of group in the overview and the matrix. */
  groupKinds: GroupKind[];
  filters: ViewFilters;
  /** Ids of groups that are opened in the picture. */
  open: string[];
  panel: Panel | null;
  /** Actor in the middle of the radial layout. */
  centre: string | null;
  /** Column and direction of the table, for example `name` or `-links`; empty = its own order. */
  sort: string;
  /** In the address on the page Paths only. */
  paths: PathsView;
  /** In the address on the page Opportunities only. */
  opportunities: OpportunitiesView;
  /** In the address on the page Stories only. */
  stories: StoriesView;
}

export const NO_FILTERS: ViewFilters = {
  kinds: [],
  types: [],
  groups: [],
  topics: [],
  states: [],
  cities: [],
  year: null,
  confidence: null,
  q: "",
};

export const NO_PATH_LIMITS: PathLimits = {
  types: [],
  notKinds: [],
  notVia: [],
  year: null,
  confidence: null,
  kappa: 0,
};

export const FIRST_PATHS: PathsView = {
  ...NO_PATH_LIMITS,
  task: "path",
  from: null,
  to: null,
  ids: [],
  prefer: "informative",
  k: 5,
  maxHops: 6,
  via: null,
  ends: "actor",
  chosen: [],
  compared: [],
  isAlone: true,
};

export const FIRST_OPPORTUNITIES: OpportunitiesView = {
  pair: null,
  kinds: ["hub", "cluster", "house_of"],
  groups: [],
  topics: [],
  states: [],
  list: "missing",
  measure: "ratio",
  order: "similarity",
  isLessObvious: false,
};

export const FIRST_VIEW: View = {
  page: "explore",
  mode: "picture",
  layout: "groups",
  evidence: "all",
  groupKinds: ["hub", "cluster", "house_of"],
  filters: NO_FILTERS,
  open: [],
  panel: null,
  centre: null,
  sort: "",
  paths: FIRST_PATHS,
  opportunities: FIRST_OPPORTUNITIES,
  stories: { story: null, scene: null },
};

/** The service joins at most so many. */
export const MAX_CONNECTED = 8;

/** Whether a change only looks at the same answers in another way. */
export function isSameQuestion(patch: Partial<PathsView>): boolean {
  return Object.keys(patch).every((name) => ["chosen", "compared", "isAlone"].includes(name));
}

/** Another question starts with its first answer; another way to look at the answers keeps them. */
export function changePaths(paths: PathsView, patch: Partial<PathsView>): PathsView {
  return { ...paths, ...(isSameQuestion(patch) ? {} : { chosen: [], compared: [] }), ...patch };
}

/** Number of filters that are set, for "Reset" and for the chips. */
export function filterCount(filters: ViewFilters): number {
  const lists = [
    filters.kinds,
    filters.types,
    filters.groups,
    filters.topics,
    filters.states,
    filters.cities,
  ];
  const chosen = lists.reduce((sum, list) => sum + list.length, 0);
  return (
    chosen +
    (filters.year === null ? 0 : 1) +
    (filters.confidence === null ? 0 : 1) +
    (filters.q === "" ? 0 : 1)
  );
}
