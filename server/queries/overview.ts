/** The first picture: groups with size and position, and the cross-links between them. */
import type { OverviewGroup, OverviewResult } from "../contract/explore.ts";
import type { GroupKind } from "../contract/vocabulary.ts";
import { f64, i32, u8, u32 } from "../snapshot/cells.ts";
import { countCrossLinks } from "../snapshot/cross-links.ts";
import { countMembers } from "../snapshot/extents.ts";
import { linkRoles, PROJECT_KIND, TOUCHES_PROJECT } from "../snapshot/link-roles.ts";
import { type Selection, selectAll } from "../snapshot/selection.ts";
import { at, type Snapshot, type SnapshotData } from "../snapshot/snapshot.ts";
import { breathe } from "./breathe.ts";
import type { Query } from "./context.ts";
import { cellCounts, groupsOfKinds, strongestPairs } from "./drawn-groups.ts";
import { actorRef, actorSummary, topicIds } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_CROSS_LINKS = 2_000;

const unfiltered = new WeakMap<SnapshotData, Map<string, OverviewResult>>();

export const overview: Query<"overview"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { groupKinds, ...filters } = query;
  const { selection } = await selectBy(context, filters, signal);
  if (selection !== selectAll(snapshot)) return describe(snapshot, selection, groupKinds, signal);
  const answers = unfiltered.get(snapshot.data) ?? new Map<string, OverviewResult>();
  unfiltered.set(snapshot.data, answers);
  const key = [...groupKinds].sort().join();
  const answer = answers.get(key) ?? (await describe(snapshot, selection, groupKinds, signal));
  answers.set(key, answer);
  return answer;
};

async function describe(
  snapshot: Snapshot,
  selection: Selection,
  kinds: readonly GroupKind[],
  signal: AbortSignal,
): Promise<OverviewResult> {
  await breathe(signal);
  const { groups, total } = groupsOfKinds(snapshot, kinds);
  const everything = selectAll(snapshot);
  const sizes = countMembers(snapshot, selection, groups);
  const totals = countMembers(snapshot, everything, groups);
  await breathe(signal);
  const table = countCrossLinks(snapshot, selection, groups);
  await breathe(signal);
  const pairs = strongestPairs(table);
  const shownPairs = pairs.slice(0, MAX_CROSS_LINKS);
  const idOf = (position: number) => snapshot.actorId(snapshot.groupActor(at(groups, position)));
  return {
    revision: snapshot.revision,
    groups: groups.map((group, position) => ({
      ...drawnGroup(snapshot, group, new Set(groups)),
      size: u32(sizes, position),
      total: u32(totals, position),
    })),
    families: familiesOf(snapshot, groups),
    crossLinks: shownPairs.map(({ a, b, cell }) => ({
      a: idOf(a),
      b: idOf(b),
      ...cellCounts(table, cell),
    })),
    shown: countWithoutProjects(snapshot, selection),
    total: { ...countWithoutProjects(snapshot, everything), groups: total },
    omitted: { groups: total - groups.length, crossLinks: pairs.length - shownPairs.length },
  };
}

function drawnGroup(
  snapshot: Snapshot,
  group: number,
  drawn: ReadonlySet<number>,
): Omit<OverviewGroup, "size" | "total"> {
  const { actors, groups } = snapshot.data;
  const actor = snapshot.groupActor(group);
  let parent = i32(groups.parent, group);
  while (parent >= 0 && !drawn.has(parent)) parent = i32(groups.parent, parent);
  const family = i32(groups.family, group);
  const idOf = (other: number) => (other < 0 ? null : snapshot.actorId(snapshot.groupActor(other)));
  return {
    ...actorSummary(snapshot, actor),
    short: snapshot.actorShort(actor),
    topics: topicIds(snapshot, actor),
    x: f64(actors.x, actor),
    y: f64(actors.y, actor),
    r: f64(groups.radius, group),
    parent: idOf(parent),
    family: idOf(family),
  };
}

function familiesOf(snapshot: Snapshot, groups: readonly number[]): OverviewResult["families"] {
  const families = new Set(groups.map((group) => i32(snapshot.data.groups.family, group)));
  families.delete(-1);
  return [...families]
    .sort((a, b) => a - b)
    .map((family) => {
      const { id, name, nameEn } = actorRef(snapshot, snapshot.groupActor(family));
      return { id, name, nameEn };
    });
}

function countWithoutProjects(
  snapshot: Snapshot,
  selection: Selection,
): { actors: number; links: number } {
  const { kind } = snapshot.data.actors;
  const roles = linkRoles(snapshot);
  let actors = 0;
  let links = 0;
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (selection.actors[actor] === 1 && kind[actor] !== PROJECT_KIND) actors += 1;
  }
  for (let link = 0; link < snapshot.linkCount; link += 1) {
    if (selection.links[link] === 1 && (u8(roles, link) & TOUCHES_PROJECT) === 0) links += 1;
  }
  return { actors, links };
}
