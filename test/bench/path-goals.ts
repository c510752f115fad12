/** Goals 1 to 3 of the paths and the limit of the route, beside what was measured. */

import type { ServiceTimes } from "./path-service.ts";
import type { OwnTimes, ReferenceTimes } from "./path-times.ts";

export interface PathSet {
  name: "horizon" | "large";
  title: string;
  counts: { actors: number; links: number; hops: number };
  buildMs: number;
  own: OwnTimes;
  references: ReferenceTimes[];
  service: ServiceTimes | null;
}

export interface PathGoal {
  what: string;
  isLeast: boolean;
  limit: number;
  unit: "×" | "ms";
  /** Null when it was not measured. */
  value: number | null;
  isReached: boolean | null;
}

export function goalsOf(sets: readonly PathSet[]): PathGoal[] {
  const large = sets.find(({ name }) => name === "large");
  const ratio = (name: string, k: number) =>
    large?.references.find((each) => each.name === name && each.k === k && each.isSame)?.ratio;
  const own = large?.own.k;
  const goals: Omit<PathGoal, "isReached">[] = [
    least("1: one path, large, against graphology", 50, ratio("graphology", 1)),
    least("1: one path, large, against igraph", 100, ratio("igraph", 1)),
    least("2: k = 10, large, against igraph, equal costs", 1_000, ratio("igraph", 10)),
    least("2: k = 10, large, against networkx, equal costs", 700, ratio("networkx", 10)),
    most("3: k = 10 against our one path", 12, "×", own && own[10].medianMs / own[1].medianMs),
    most("3: p95 ÷ median, k = 10", 4, "×", own && own[10].p95Ms / own[10].medianMs),
    most("3: k = 50 against k = 10", 5, "×", own && own[50].medianMs / own[10].medianMs),
    ...sets.map(({ name, service }) =>
      most(`/api/paths over loopback, k = 10, ${name}, p95`, 50, "ms", service?.paths.p95Ms),
    ),
  ];
  return goals.map((goal) => {
    const { value, limit, isLeast } = goal;
    const isReached = value === null ? null : isLeast ? value >= limit : value <= limit;
    return { ...goal, isReached };
  });
}

function least(what: string, limit: number, value: number | undefined) {
  return { what, isLeast: true, limit, unit: "×" as const, value: value ?? null };
}

function most(what: string, limit: number, unit: PathGoal["unit"], value: number | undefined) {
  return { what, isLeast: false, limit, unit, value: value ?? null };
}
