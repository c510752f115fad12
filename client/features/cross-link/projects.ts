/** Joint projects searched and sorted. */
import type { ProjectRef } from "../../../server/contract/actor.ts";
import { sortRows } from "../../ui/sort-rows.ts";

export const PROJECT_ORDERS = ["newest", "oldest", "name"] as const;
export type ProjectOrder = (typeof PROJECT_ORDERS)[number];

/** `search` is looked for in acronym, title and programme; case does not count. */
export function chooseProjects(
  projects: readonly ProjectRef[],
  order: ProjectOrder,
  search: string,
  language: string,
): ProjectRef[] {
  const wanted = search.trim().toLowerCase();
  const found = projects.filter(({ acronym, title, programme }) =>
    [acronym, title, programme].some((text) => text?.toLowerCase().includes(wanted)),
  );
  return order === "name"
    ? sortRows(found, ({ acronym }) => acronym, false, language)
    : sortRows(found, ({ start }) => start, order === "newest", language);
}

/** `2016–2019`: the years are what one remembers of a project; `null` when neither is known. */
export function projectYears({ start, end }: Pick<ProjectRef, "start" | "end">): string | null {
  const years = [start, end].map((date) => date?.slice(0, 4) ?? null);
  const [from, to] = years;
  if (from && to) return from === to ? from : `${from}–${to}`;
  return from ? `${from}–` : to ? `–${to}` : null;
}
