/** What the makers of scenes have in common. */
import type { SceneEdge } from "./scene.ts";

/** What ribbons count: everything, direct links, joint projects, or actors in both groups. */
export type Evidence = "all" | "links" | "projects" | "shared";

export interface SceneOptions {
  /** Name in the language of the reader. */
  name(ref: { name: string; nameEn: string | null }): string;
}

/** One identity for a pair, whichever way round. Slugs have no `~`. */
export function pairId(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/** The ids of a pair, or `null`. */
export function pairOf(id: string): [string, string] | null {
  const [a, b, ...rest] = id.split("~");
  return a && b && rest.length === 0 ? [a, b] : null;
}

export function countOf(
  parts: { links: number; projects: number; bridges: number },
  evidence: Evidence,
): { count: number; bridges: number } {
  if (evidence === "links") return { count: parts.links, bridges: 0 };
  if (evidence === "projects") return { count: parts.projects, bridges: 0 };
  if (evidence === "shared") return { count: parts.bridges, bridges: parts.bridges };
  return { count: parts.links + parts.projects + parts.bridges, bridges: parts.bridges };
}

export function edgeOf(
  source: string,
  target: string,
  role: SceneEdge["role"],
  count: number,
  more: Partial<SceneEdge> = {},
): SceneEdge {
  return {
    id: pairId(source, target),
    source,
    target,
    role,
    count,
    bridges: 0,
    type: null,
    faded: false,
    ...more,
  };
}
