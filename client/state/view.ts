/** What the person is looking at: everything here is in the page's address (`url.ts`), nothing else is. */
import type {
  ActorKind,
  Confidence,
  GroupKind,
  LinkType,
} from "../../server/contract/vocabulary.ts";

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

export interface View {
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

export const FIRST_VIEW: View = {
  mode: "picture",
  layout: "groups",
  evidence: "all",
  groupKinds: ["hub", "cluster", "house_of"],
  filters: NO_FILTERS,
  open: [],
  panel: null,
  centre: null,
  sort: "",
};

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
