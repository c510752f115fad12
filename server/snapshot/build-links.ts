/** Links of a snapshot: raw rows → checked columns, numbered in the order of the ids, and who has which. */
import { CONFIDENCES, LINK_TYPES } from "../contract/vocabulary.ts";
import { ID_FORM, isId, type LinkRows, shown, type ValueChecks } from "./build-rows.ts";
import { u32 } from "./cells.ts";
import { accumulate, sortedById, stringColumn, uint8Column, uint32Column } from "./columns.ts";
import { at, type Rows, type SnapshotData } from "./snapshot.ts";

const MISSING = -1;
const TYPE_NUMBERS = new Map<unknown, number>(LINK_TYPES.map((type, number) => [type, number]));
const CONFIDENCE_NUMBERS = new Map<unknown, number>(
  CONFIDENCES.map((confidence, number) => [confidence, number]),
);

export function buildLinks(
  rows: LinkRows,
  actorNumbers: ReadonlyMap<unknown, number>,
  checks: ValueChecks,
): SnapshotData["links"] {
  const ids = rows.id.map((id) => (isId(id) ? id : ""));
  const sources = rows.source.map((id) => actorNumbers.get(id) ?? MISSING);
  const targets = rows.target.map((id) => actorNumbers.get(id) ?? MISSING);
  const usable: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    const misfit = misfitOf(rows, i, ids[i] !== "", at(sources, i), at(targets, i));
    if (misfit === null) usable.push(i);
    else checks.report(ids[i] || (rows.row[i] ?? ""), misfit);
  }
  let last = "";
  const order = sortedById(usable, ids, rows.row).filter((i) => {
    const id = ids[i] as string;
    if (id !== last) {
      last = id;
      return true;
    }
    checks.report(id, `link id: occurs more than once (${rows.row[i]} is left out)`);
    return false;
  });
  const count = order.length;
  const links = {
    count,
    id: stringColumn(order.map((i) => ids[i] as string)),
    source: uint32Column(count),
    target: uint32Column(count),
    type: uint8Column(count),
    confidence: uint8Column(count),
    since: uint32Column(count),
    until: uint32Column(count),
  };
  order.forEach((i, link) => {
    const id = ids[i] as string;
    links.source[link] = at(sources, i);
    links.target[link] = at(targets, i);
    links.type[link] = TYPE_NUMBERS.get(rows.type[i]) as number;
    links.confidence[link] = CONFIDENCE_NUMBERS.get(rows.confidence[i]) as number;
    links.since[link] = checks.date(id, "since", rows.since[i]);
    links.until[link] = checks.date(id, "until", rows.until[i]);
  });
  return links;
}

/** Why the link cannot get in, `null` when it can. */
function misfitOf(
  rows: LinkRows,
  i: number,
  hasId: boolean,
  source: number,
  target: number,
): string | null {
  if (!hasId) return `link id: expected ${ID_FORM} (got ${shown(rows.id[i])})`;
  if (source === MISSING) return `source: there is no actor ${shown(rows.source[i])}`;
  if (target === MISSING) return `target: there is no actor ${shown(rows.target[i])}`;
  if (source === target) return `source, target: ${shown(rows.source[i])} is linked to itself`;
  if (!TYPE_NUMBERS.has(rows.type[i])) {
    return `type: expected one of ${LINK_TYPES.join(", ")} (got ${shown(rows.type[i])})`;
  }
  return CONFIDENCE_NUMBERS.has(rows.confidence[i])
    ? null
    : `confidence: expected one of ${CONFIDENCES.join(", ")} (got ${shown(rows.confidence[i])})`;
}

/** Link numbers of each actor in both directions, ascending. */
export function incidenceOf(actorCount: number, links: SnapshotData["links"]): Rows {
  const offsets = uint32Column(actorCount + 1);
  for (let link = 0; link < links.count; link += 1) {
    offsets[u32(links.source, link) + 1] = u32(offsets, u32(links.source, link) + 1) + 1;
    offsets[u32(links.target, link) + 1] = u32(offsets, u32(links.target, link) + 1) + 1;
  }
  const values = uint32Column(accumulate(offsets));
  const next = offsets.slice();
  for (let link = 0; link < links.count; link += 1) {
    for (const actor of [u32(links.source, link), u32(links.target, link)]) {
      const position = u32(next, actor);
      values[position] = link;
      next[actor] = position + 1;
    }
  }
  return { offsets, values };
}
