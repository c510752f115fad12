/**
 * View ↔ address, by hand and forgiving: what the address does not say or says wrongly is the default.
 * Filters are written as the service takes them, so an address and a request read alike.
 */
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  GROUP_KINDS,
  LINK_TYPES,
  type LinkType,
} from "../../server/contract/vocabulary.ts";
import { list, oneOf, readYear, words } from "./address-words.ts";
import { opportunityEntries, readOpportunities } from "./opportunities-url.ts";
import { pathEntries, readPaths } from "./paths-url.ts";
import { FIRST_VIEW, type Panel, type View, type ViewFilters } from "./view.ts";

const PAGES = ["explore", "paths", "opportunities", "stories"] as const;
const MODES = ["picture", "table", "matrix"] as const;
const LAYOUTS = ["groups", "force", "radial"] as const;
const EVIDENCE = ["all", "links", "projects", "shared"] as const;

/** `?mode=table&kinds=hub,cluster&panel=actor:tum`; an empty string for the first view. */
export function writeView(view: View): string {
  const entries: [string, string][] = [];
  const put = (name: string, value: string, standard: string) => {
    if (value !== standard) entries.push([name, value]);
  };
  put("page", view.page, FIRST_VIEW.page);
  put("mode", view.mode, FIRST_VIEW.mode);
  // Each page says only what it shows.
  if (view.page === "paths") entries.push(...pathEntries(view.paths));
  else if (view.page === "opportunities") entries.push(...opportunityEntries(view.opportunities));
  else if (view.page === "stories") {
    put("story", view.stories.story ?? "", "");
    put("scene", view.stories.scene ?? "", "");
  } else putExplore(view, put, entries);
  put("panel", view.panel === null ? "" : writePanel(view.panel), "");
  put("sort", view.sort, "");
  if (entries.length === 0) return "";
  // Commas and colons are legal in a query and keep the address readable.
  const text = entries.map(([name, value]) => `${name}=${encode(value)}`).join("&");
  return `?${text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%7E", "~")}`;
}

function putExplore(
  view: View,
  put: (name: string, value: string, standard: string) => void,
  entries: [string, string][],
): void {
  put("layout", view.layout, FIRST_VIEW.layout);
  put("evidence", view.evidence, FIRST_VIEW.evidence);
  put("groupKinds", view.groupKinds.join(","), FIRST_VIEW.groupKinds.join(","));
  entries.push(...filterEntries(view.filters));
  put("open", view.open.join(","), "");
  put("centre", view.centre ?? "", "");
}

/** Half a character, as a cut text can end with, has no place in an address. */
function encode(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, ""));
}

/** The filters as parameters of a request; only those that are set. */
export function filterEntries(filters: ViewFilters): [string, string][] {
  const entries: [string, string][] = [
    ["kinds", filters.kinds.join(",")],
    ["types", filters.types.join(",")],
    ["groups", filters.groups.join(",")],
    ["topics", filters.topics.join(",")],
    ["states", filters.states.join(",")],
    ["cities", filters.cities.join(",")],
    ["year", filters.year === null ? "" : String(filters.year)],
    ["confidence", filters.confidence ?? ""],
    ["q", filters.q],
  ];
  return entries.filter(([, value]) => value !== "");
}

export function readView(search: string): View {
  const params = new URLSearchParams(search);
  const page = oneOf(params, "page", PAGES, FIRST_VIEW.page);
  const mode = oneOf(params, "mode", MODES, FIRST_VIEW.mode);
  const shown = {
    page,
    // Only the overview has a matrix beside its picture.
    mode: page !== "explore" && mode === "matrix" ? FIRST_VIEW.mode : mode,
    panel: readPanel(params.get("panel") ?? ""),
    sort: params.get("sort") ?? "",
  };
  const pages = {
    explore: () => readExplore(params),
    paths: () => ({ paths: readPaths(params) }),
    opportunities: () => ({ opportunities: readOpportunities(params) }),
    stories: () => ({
      stories: { story: params.get("story") || null, scene: params.get("scene") || null },
    }),
  };
  return { ...FIRST_VIEW, ...shown, ...pages[page]() };
}

function readExplore(params: URLSearchParams): Partial<View> {
  const groupKinds = list(params, "groupKinds", GROUP_KINDS);
  return {
    layout: oneOf(params, "layout", LAYOUTS, FIRST_VIEW.layout),
    evidence: oneOf(params, "evidence", EVIDENCE, FIRST_VIEW.evidence),
    groupKinds: groupKinds.length > 0 ? groupKinds : FIRST_VIEW.groupKinds,
    filters: readFilters(params),
    open: words(params, "open"),
    centre: params.get("centre") || null,
  };
}

function readFilters(params: URLSearchParams): ViewFilters {
  return {
    kinds: list<ActorKind>(params, "kinds", ACTOR_KINDS),
    types: list<LinkType>(params, "types", LINK_TYPES),
    groups: words(params, "groups"),
    topics: words(params, "topics"),
    states: words(params, "states"),
    cities: words(params, "cities"),
    year: readYear(params),
    confidence: oneOf<Confidence | "">(params, "confidence", CONFIDENCES, "") || null,
    q: (params.get("q") ?? "").slice(0, 200).replace(/\p{Surrogate}/gu, ""),
  };
}

function writePanel(panel: Panel): string {
  return panel.kind === "cross-link"
    ? `cross-link:${panel.a}~${panel.b}`
    : `${panel.kind}:${panel.id}`;
}

function readPanel(text: string): Panel | null {
  const colon = text.indexOf(":");
  const kind = text.slice(0, colon);
  const id = text.slice(colon + 1);
  if (colon < 0 || id === "") return null;
  if (kind === "actor" || kind === "group") return { kind, id };
  const [a, b] = id.split("~");
  return kind === "cross-link" && a && b ? { kind, a, b } : null;
}
