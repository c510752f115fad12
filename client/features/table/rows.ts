/** What the tables show: the overview's answer as rows of groups and of pairs. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { OverviewGroup, OverviewResult } from "../../../server/contract/explore.ts";

export interface GroupRow {
  group: OverviewGroup;
  /** Number of other groups it is linked with: at all, and by each kind of evidence. */
  linked: { all: number; links: number; projects: number; shared: number };
}

export interface PairRow {
  a: ActorRef;
  b: ActorRef;
  links: number;
  projects: number;
  shared: number;
}

/** While filters are set, groups without a member that passes are left out, as the picture fades them. */
export function groupRows(overview: OverviewResult, isFiltered: boolean): GroupRow[] {
  const rows = new Map<string, GroupRow>();
  for (const group of overview.groups) {
    if (isFiltered && group.size === 0) continue;
    rows.set(group.id, { group, linked: { all: 0, links: 0, projects: 0, shared: 0 } });
  }
  for (const { a, b, links, projects, bridges } of overview.crossLinks) {
    for (const id of [a, b]) {
      const linked = rows.get(id)?.linked;
      if (!linked) continue;
      linked.all += 1;
      if (links > 0) linked.links += 1;
      if (projects > 0) linked.projects += 1;
      if (bridges > 0) linked.shared += 1;
    }
  }
  return [...rows.values()];
}

/** Strongest first, as the answer has them. */
export function pairRows(overview: OverviewResult): PairRow[] {
  const groups = new Map(overview.groups.map((group) => [group.id, group]));
  return overview.crossLinks.flatMap(({ a, b, links, projects, bridges }) => {
    const [first, second] = [groups.get(a), groups.get(b)];
    return first && second ? [{ a: first, b: second, links, projects, shared: bridges }] : [];
  });
}
