/** The question behind the picture by groups; whoever asks it the same way shares one answer. */
import type { Parameters } from "../api.ts";
import { filterEntries } from "../state/url.ts";
import type { View } from "../state/view.ts";

export function overviewParameters(view: View): Parameters {
  return [...filterEntries(view.filters), ["groupKinds", view.groupKinds.join(",")]];
}
