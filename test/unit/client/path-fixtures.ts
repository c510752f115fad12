/** Small paths: `pathOf(["a", "b", "c"])` has three actors and two ties. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { PathHop, PathView } from "../../../server/contract/paths.ts";

export function actor(id: string): ActorRef {
  return { id, name: id.toUpperCase(), nameEn: null, kind: "company" };
}

export function hop(from: string, to: string, more: Partial<PathHop> = {}): PathHop {
  return {
    from,
    to,
    cost: 1.5,
    strength: 1,
    umbrella: null,
    reason: { de: `Grund ${from} ${to}`, en: `Reason ${from} ${to}` },
    links: [],
    projects: [],
    omitted: { links: 0, projects: 0 },
    ...more,
  };
}

/** `hops` replaces those with the same ends. */
export function pathOf(ids: readonly string[], hops: readonly PathHop[] = []): PathView {
  const steps = ids.slice(1).map((to, index) => {
    const from = ids[index] ?? "";
    return hops.find((one) => one.from === from && one.to === to) ?? hop(from, to);
  });
  return {
    cost: steps.reduce((sum, { cost }) => sum + cost, 0),
    actors: ids.map(actor),
    hops: steps,
    informative: steps.every(({ strength }) => strength !== null),
    because: { de: "Darum.", en: "That is why." },
  };
}

/** One side of a circle that gathers `gathers`. */
export function side(from: string, to: string, circle: string, gathers: number): PathHop {
  return hop(from, to, {
    strength: null,
    umbrella: { ...actor(circle), gathers },
    reason: { de: `${circle} verbindet ${gathers}.`, en: `${circle} joins ${gathers}.` },
  });
}
