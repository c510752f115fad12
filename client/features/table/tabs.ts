/** Which table is shown and how it is sorted, both in the one word of the address: `pairs:-links`, `-size`. */
import type { Layout } from "../../state/view.ts";

export const TABS = ["groups", "pairs", "actors", "neighbours"] as const;
export type Tab = (typeof TABS)[number];

/** The table that says the same as the picture in this layout. */
export function standardTab(layout: Layout): Tab {
  return layout === "groups" ? "groups" : layout === "force" ? "actors" : "neighbours";
}

export function readTab(sort: string, layout: Layout): { tab: Tab; order: string } {
  const colon = sort.indexOf(":");
  const named = TABS.find((tab) => colon > 0 && tab === sort.slice(0, colon));
  return { tab: named ?? standardTab(layout), order: sort.slice(colon + 1) };
}

export function writeTab(tab: Tab, order: string, layout: Layout): string {
  return tab === standardTab(layout) ? order : `${tab}:${order}`;
}
