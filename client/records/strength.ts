/** How much links two groups, by the evidence that the reader chose to count. */
import type { EvidenceChoice } from "../state/view.ts";
import type { Say } from "./words.ts";

export interface Strength {
  links: number;
  projects: number;
  /** Actors that belong to both. */
  shared: number;
}

export function strengthOf(strength: Strength, evidence: EvidenceChoice): number {
  if (evidence === "all") return strength.links + strength.projects + strength.shared;
  return strength[evidence];
}

/** Those with any of the chosen evidence, strongest first; equal ones keep their order. */
export function strongest<T extends Strength>(pairs: readonly T[], evidence: EvidenceChoice): T[] {
  return pairs
    .filter((pair) => strengthOf(pair, evidence) > 0)
    .sort((left, right) => strengthOf(right, evidence) - strengthOf(left, evidence));
}

/** „3 direkte Verbindungen“, „5 gemeinsame Projekte“ …: only what there is. */
export function strengthParts(strength: Strength, say: Say): string[] {
  const parts: string[] = [];
  if (strength.links > 0) parts.push(say("records:directLinks", { count: strength.links }));
  if (strength.projects > 0) parts.push(say("common:count.projects", { count: strength.projects }));
  if (strength.shared > 0) parts.push(say("common:count.bridges", { count: strength.shared }));
  return parts.length > 0 ? parts : [say("records:none")];
}
