/** Whom a view names: its actors and groups, each once. */
import type { View } from "../state/view.ts";

export function namedIds(view: View): string[] {
  const { page, panel, paths, opportunities } = view;
  const ids: (string | null)[] = [];
  if (panel?.kind === "cross-link") ids.push(panel.a, panel.b);
  else if (panel) ids.push(panel.id);
  if (page === "explore") {
    ids.push(...view.open, ...view.filters.groups);
    if (view.layout === "radial") ids.push(view.centre);
  }
  if (page === "paths") {
    ids.push(paths.via, ...paths.notVia);
    if (paths.task === "connect") ids.push(...paths.ids);
    else ids.push(paths.from, paths.to, ...paths.chosen, ...paths.compared);
  }
  if (page === "opportunities") {
    ids.push(...opportunities.groups);
    if (opportunities.pair) ids.push(opportunities.pair.a, opportunities.pair.b);
  }
  return [...new Set(ids.filter((id) => id !== null && id !== ""))] as string[];
}
