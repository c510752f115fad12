/** Giving up limits: what the service advises where there is no path, and all of them at once. Pure. */
import type { PathsResult } from "../../../server/contract/paths.ts";
import { HOPS_RANGE } from "../../state/paths-url.ts";
import { NO_PATH_LIMITS, type PathsView } from "../../state/view.ts";

type Advice = Pick<PathsResult["relax"][number], "parameter" | "hops">;

/** The change that follows an advice. */
export function relaxed({ parameter, hops }: Advice): Partial<PathsView> {
  const maxHops = Math.min(HOPS_RANGE[1], Math.max(HOPS_RANGE[0], hops));
  switch (parameter) {
    case "maxHops":
      return { maxHops };
    case "notKinds":
    case "notVia":
    case "types":
      return { [parameter]: [] };
    case "via":
    case "year":
    case "confidence":
      return { [parameter]: null };
    case "all":
      // The dial makes contacts dearer and excludes nobody.
      return {
        types: [],
        notKinds: [],
        notVia: [],
        year: null,
        confidence: null,
        via: null,
        maxHops: HOPS_RANGE[1],
      };
  }
}

/** Everything that limits or weighs, as on the first visit. */
export const NO_LIMITS: Partial<PathsView> = { ...NO_PATH_LIMITS, via: null, ends: "actor" };

/** Number of settings behind "more settings" that are in force. */
export function limitCount(paths: PathsView): number {
  return [
    paths.types.length > 0,
    paths.notKinds.length > 0,
    paths.notVia.length > 0,
    paths.year !== null,
    paths.confidence !== null,
    paths.kappa > 0,
    paths.task === "path" && paths.via !== null,
    paths.task === "path" && paths.ends === "members",
  ].filter(Boolean).length;
}
