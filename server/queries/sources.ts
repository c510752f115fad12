/** Where the links of a picture come from: sources with the number of links that rest on them. */
import { u8, u32 } from "../snapshot/cells.ts";
import { linkRoles, PARTICIPATION } from "../snapshot/link-roles.ts";
import type { Selection } from "../snapshot/selection.ts";
import { at, type Snapshot } from "../snapshot/snapshot.ts";
import { breathe } from "./breathe.ts";
import type { Query } from "./context.ts";
import { evidenceOf } from "./hydrate.ts";
import { findActor } from "./path-request.ts";
import { selectBy } from "./resolve-filters.ts";

/** Links whose records are read; beyond it the answer says so. */
const MOST_READ = 20_000;
const CHUNK = 1_000;
const MOST_LISTED = 200;

export const sources: Query<"sources"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { between, ...filters } = query;
  const { selection } = await selectBy(context, filters, signal);
  const links = passing(snapshot, selection, between ?? null);
  const read = spread(links);
  const counts = new Map<string, number>();
  for (let start = 0; start < read.length; start += CHUNK) {
    const ids = read.slice(start, start + CHUNK).map((link) => snapshot.linkId(link));
    for (const record of await context.store.links(ids, signal)) {
      for (const id of record.sourceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    await breathe(signal);
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const listed = ranked.slice(0, MOST_LISTED);
  const records = new Map(
    (
      await context.store.sources(
        listed.map(([id]) => id),
        signal,
      )
    ).map((one) => [one.id, one]),
  );
  const details = { source: (id: string) => records.get(id) };
  return {
    revision: snapshot.revision,
    sources: listed.flatMap(([id, count]) =>
      evidenceOf(details, [id]).map((source) => ({ ...source, links: count })),
    ),
    links: { read: read.length, total: links.length },
    omitted: ranked.length - listed.length,
  };
};

function passing(
  snapshot: Snapshot,
  selection: Selection,
  between: readonly string[] | null,
): number[] {
  const { source, target, count } = snapshot.data.links;
  const isWanted = between && membersOf(snapshot, between);
  const roles = linkRoles(snapshot);
  const found: number[] = [];
  const inProject = new Map<number, number[]>();
  for (let link = 0; link < count; link += 1) {
    const from = u32(source, link);
    const to = u32(target, link);
    const isParticipation = (u8(roles, link) & PARTICIPATION) !== 0;
    if (isParticipation ? selection.participations[link] !== 1 : selection.links[link] !== 1) {
      continue;
    }
    if (isWanted === null) found.push(link);
    else if (isWanted[from] !== 1) continue;
    else if (isWanted[to] === 1) found.push(link);
    else if (isParticipation) {
      const others = inProject.get(to);
      if (others) others.push(link);
      else inProject.set(to, [link]);
    }
  }
  for (const joint of inProject.values()) if (joint.length > 1) found.push(...joint);
  return found.sort((a, b) => a - b);
}

function membersOf(snapshot: Snapshot, ids: readonly string[]): Uint8Array {
  const mask = new Uint8Array(snapshot.actorCount);
  for (const id of ids) mask[findActor(snapshot, id)] = 1;
  return mask;
}

/** As many as are read, evenly over all. */
function spread(links: readonly number[]): number[] {
  if (links.length <= MOST_READ) return [...links];
  const step = links.length / MOST_READ;
  return Array.from({ length: MOST_READ }, (_, place) => at(links, Math.floor(place * step)));
}
