/** The question about opportunities; whoever asks it the same way (map, list, picture) shares one answer. */
import type { Parameters } from "../api.ts";
import type { OpportunitiesView } from "../state/view.ts";

/** Puts well-connected actors back, and stays a forecast (`hubPenalty`). */
const LESS_OBVIOUS = "0.25";

export function opportunitiesParameters(asked: OpportunitiesView): Parameters {
  return [
    ["kinds", asked.kinds.join(",")],
    ...listed("groups", asked.groups),
    ...listed("topics", asked.topics),
    ...listed("states", asked.states),
    ["sort", asked.list],
    ...penalty(asked),
  ];
}

/** `null` while no pair is looked at. */
export function opportunityParameters(asked: OpportunitiesView): Parameters | null {
  const { pair } = asked;
  if (pair === null || pair.a === pair.b) return null;
  return [["a", pair.a], ["b", pair.b], ...penalty(asked)];
}

function listed(name: string, ids: readonly string[]): [string, string][] {
  return ids.length === 0 ? [] : [[name, ids.join(",")]];
}

function penalty({ isLessObvious }: OpportunitiesView): [string, string][] {
  return isLessObvious ? [["hubPenalty", LESS_OBVIOUS]] : [];
}
