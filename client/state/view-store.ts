/** The view, one store outside React. A change makes a browser history entry, so that "back" always works. */
import { createContext, useContext, useSyncExternalStore } from "react";
import { pushSearch, readAddress, replaceSearch } from "./address.ts";
import { readView, writeView } from "./url.ts";
import {
  changePaths,
  FIRST_VIEW,
  isSameQuestion,
  type OpportunitiesView,
  type PathsView,
  type View,
  type ViewFilters,
} from "./view.ts";

let view: View = FIRST_VIEW;
const listeners = new Set<() => void>();

function publish(next: View): void {
  view = next;
  for (const listener of listeners) listener();
}

/** Read the address once and follow the browser's back and forward. Returns the function that ends it. */
export function startView(): () => void {
  const follow = () => publish(readView(readAddress().search));
  follow();
  window.addEventListener("popstate", follow);
  return () => window.removeEventListener("popstate", follow);
}

export function getView(): View {
  return view;
}

let isHeld = false;

/** While a story is shown, no click changes the view: its scenes do. Returns the function that ends it. */
export function holdView(): () => void {
  isHeld = true;
  return () => {
    isHeld = false;
  };
}

/** Only the overview shows these. */
const OF_EXPLORE = ["layout", "evidence", "groupKinds", "filters", "open", "centre"] as const;

/**
 * Change the view; a change of what only the overview shows leads there. `replace` keeps the present history entry: for typing in a field, not for clicks.
 * A change that changes nothing makes no entry.
 */
export function setView(patch: Partial<View>, options: { replace?: boolean } = {}): void {
  if (isHeld) return;
  const page = OF_EXPLORE.some((name) => name in patch) ? { page: "explore" as const } : {};
  const next = { ...view, ...page, ...patch };
  const address = writeView(next);
  if (address === writeView(view)) return;
  if (options.replace) replaceSearch(address);
  else pushSearch(address, { depth: historyDepth() + 1 });
  publish(next);
}

export function setFilters(patch: Partial<ViewFilters>, options: { replace?: boolean } = {}): void {
  setView({ filters: { ...view.filters, ...patch } }, options);
}

/** Change the question about paths, or which of its answers is looked at. New answers come before an open panel. */
export function setPaths(patch: Partial<PathsView>, options: { replace?: boolean } = {}): void {
  const paths = changePaths(view.paths, patch);
  setView(isSameQuestion(patch) ? { paths } : { paths, panel: null }, options);
}

/** Change the question about opportunities, or which pair is looked at; leads to their page. */
export function setOpportunities(
  patch: Partial<OpportunitiesView>,
  options: { replace?: boolean } = {},
): void {
  const opportunities = { ...view.opportunities, ...patch };
  setView({ page: "opportunities", opportunities, panel: null }, options);
}

/** How many entries this page has put into the history: 0 when "back" would leave it. */
export function historyDepth(): number {
  const state: unknown = window.history.state;
  if (typeof state !== "object" || state === null || !("depth" in state)) return 0;
  return typeof state.depth === "number" ? state.depth : 0;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A scene of a story says what is shown inside of it, whatever the address says. `null` = the address. */
export const ShownView = createContext<View | null>(null);

export function useView(): View {
  const shown = useContext(ShownView);
  const view = useSyncExternalStore(subscribe, getView);
  return shown ?? view;
}
