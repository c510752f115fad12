/** The filtered graph for drawing, as columns: the best connected actors and the links among them. */
import type { GraphResult } from "../contract/explore.ts";
import { f64, i32, u8, u32 } from "../snapshot/cells.ts";
import { rankActors } from "../snapshot/ranking.ts";
import type { Selection } from "../snapshot/selection.ts";
import { at, dateText, type Snapshot } from "../snapshot/snapshot.ts";
import { breathe, forEachRow } from "./breathe.ts";
import type { Query } from "./context.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_LINKS = 250_000;
export const graph: Query<"graph"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { limit, ...filters } = query;
  const { selection } = await selectBy(context, filters, signal);
  await breathe(signal);
  const ranking = rankActors(snapshot, selection);
  const shown = ranking.actors.subarray(0, limit);
  await breathe(signal);
  const rowOf = new Int32Array(snapshot.actorCount).fill(-1);
  for (let row = 0; row < shown.length; row += 1) rowOf[u32(shown, row)] = row;
  const groups = directGroups(snapshot, rowOf, selection);
  const actors = await actorColumns(snapshot, shown, ranking.degree, groups, signal);
  const { chosen, total } = linksAmong(snapshot, selection, rowOf);
  const links = await linkColumns(snapshot, chosen, rowOf, signal);
  return {
    revision: snapshot.revision,
    actors,
    links,
    total: { actors: ranking.actors.length, links: total },
    omitted: { actors: ranking.actors.length - shown.length, links: total - chosen.length },
  };
};

async function actorColumns(
  snapshot: Snapshot,
  shown: Uint32Array,
  degree: Uint32Array,
  groups: ReadonlyMap<number, number[]>,
  signal: AbortSignal,
): Promise<GraphResult["actors"]> {
  const { kind, x, y } = snapshot.data.actors;
  const columns: GraphResult["actors"] = {
    id: [],
    name: [],
    nameEn: [],
    short: [],
    kind: [],
    city: [],
    state: [],
    degree: [],
    x: [],
    y: [],
    groups: [],
  };
  await forEachRow(shown.length, signal, (row) => {
    const actor = u32(shown, row);
    columns.id.push(snapshot.actorId(actor));
    columns.name.push(snapshot.actorName(actor));
    columns.nameEn.push(snapshot.actorNameEn(actor));
    columns.short.push(snapshot.actorShort(actor));
    columns.kind.push(u8(kind, actor));
    columns.city.push(snapshot.actorCity(actor));
    columns.state.push(snapshot.actorState(actor));
    columns.degree.push(u32(degree, actor));
    columns.x.push(rounded(f64(x, actor)));
    columns.y.push(rounded(f64(y, actor)));
    columns.groups.push(groups.get(row) ?? []);
  });
  return columns;
}

/** Rows of the groups that each row belongs to directly, ascending. */
function directGroups(
  snapshot: Snapshot,
  rowOf: Int32Array,
  selection: Selection,
): Map<number, number[]> {
  const { members, count } = snapshot.data.groups;
  const found = new Map<number, number[]>();
  for (let group = 0; group < count; group += 1) {
    const groupRow = i32(rowOf, snapshot.groupActor(group));
    if (groupRow < 0) continue;
    const end = u32(members.offsets, group + 1);
    for (let entry = u32(members.offsets, group); entry < end; entry += 1) {
      const row = i32(rowOf, u32(members.actor, entry));
      const isDirect = i32(members.via, entry) < 0;
      if (row < 0 || !isDirect || selection.memberships[u32(members.link, entry)] !== 1) continue;
      const rows = found.get(row);
      if (!rows) found.set(row, [groupRow]);
      else if (!rows.includes(groupRow)) rows.push(groupRow);
    }
  }
  for (const rows of found.values()) rows.sort((a, b) => a - b);
  return found;
}

function linksAmong(
  snapshot: Snapshot,
  selection: Selection,
  rowOf: Int32Array,
): { chosen: number[]; total: number } {
  const { source, target, count } = snapshot.data.links;
  const chosen: number[] = [];
  let total = 0;
  for (let link = 0; link < count; link += 1) {
    if (selection.links[link] !== 1) continue;
    total += 1;
    const isDrawn = i32(rowOf, u32(source, link)) >= 0 && i32(rowOf, u32(target, link)) >= 0;
    if (isDrawn && chosen.length < MAX_LINKS) chosen.push(link);
  }
  return { chosen, total };
}

async function linkColumns(
  snapshot: Snapshot,
  chosen: readonly number[],
  rowOf: Int32Array,
  signal: AbortSignal,
): Promise<GraphResult["links"]> {
  const { links } = snapshot.data;
  const columns: GraphResult["links"] = {
    id: [],
    source: [],
    target: [],
    type: [],
    confidence: [],
    since: [],
    until: [],
  };
  await forEachRow(chosen.length, signal, (row) => {
    const link = at(chosen, row);
    columns.id.push(snapshot.linkId(link));
    columns.source.push(i32(rowOf, u32(links.source, link)));
    columns.target.push(i32(rowOf, u32(links.target, link)));
    columns.type.push(u8(links.type, link));
    columns.confidence.push(u8(links.confidence, link));
    columns.since.push(dateText(u32(links.since, link)));
    columns.until.push(dateText(u32(links.until, link)));
  });
  return columns;
}

function rounded(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
