/** The question about paths; whoever asks it the same way (picture, list, table) shares one answer. */
import type { PathsResult, PathView } from "../../server/contract/paths.ts";
import type { Parameters } from "../api.ts";
import { limitEntries } from "../state/paths-url.ts";
import type { PathsView } from "../state/view.ts";

/** `null` while an end is missing, or both are the same. */
export function pathsParameters(paths: PathsView): Parameters | null {
  const { from, to } = paths;
  if (paths.task !== "path" || from === null || to === null || from === to) return null;
  return [
    ["from", from],
    ["to", to],
    ["k", String(paths.k)],
    ["mode", paths.prefer],
    ["maxHops", String(paths.maxHops)],
    ...(paths.ends === "members" ? [["ends", "members"] as const] : []),
    ...(paths.via === null ? [] : [["via", paths.via] as const]),
    ...limitEntries(paths),
  ];
}

/** `null` while there are fewer than two. */
export function connectParameters(paths: PathsView): Parameters | null {
  if (paths.task !== "connect" || paths.ids.length < 2) return null;
  return [["ids", paths.ids.join(",")], ...limitEntries(paths)];
}

/** What a path is: its actors in their order. */
export function pathIds({ actors }: Pick<PathView, "actors">): string[] {
  return actors.map(({ id }) => id);
}

/** Place of the path with these actors; `null` when it is not among them. */
export function pathAt(paths: readonly PathView[], ids: readonly string[]): number | null {
  const key = ids.join(",");
  const found = paths.findIndex((path) => pathIds(path).join(",") === key);
  return found < 0 ? null : found;
}

/** The chosen path, else the first one; `null` when none was found. */
export function chosenAt(
  { paths }: Pick<PathsResult, "paths">,
  { chosen }: Pick<PathsView, "chosen">,
): number | null {
  return pathAt(paths, chosen) ?? (paths.length > 0 ? 0 : null);
}
