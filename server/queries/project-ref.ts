/** A joint project as an answer shows it, with those of the looked-at actors that take part. */
import type { ProjectRef } from "../contract/actor.ts";
import { u32 } from "../snapshot/cells.ts";
import { dateText, type Snapshot } from "../snapshot/snapshot.ts";
import type { Details } from "./hydrate.ts";
import { actorRef } from "./refs.ts";

const COORDINATOR = "coordinator";

/** `participations` are the links by which they take part; coordinators come first. */
export function projectRef(
  snapshot: Snapshot,
  details: Details,
  project: number,
  participations: readonly number[],
): ProjectRef {
  const { start, end } = snapshot.data.actors;
  const record = details.actor(project);
  const roles = new Map<number, string | null>();
  for (const link of participations) {
    const actor = snapshot.otherEnd(link, project);
    const role = details.link(link)?.role ?? null;
    if (!roles.has(actor) || role === COORDINATOR) roles.set(actor, role);
  }
  return {
    id: snapshot.actorId(project),
    acronym: snapshot.actorName(project),
    title: record?.descriptionEn ?? record?.descriptionDe ?? null,
    start: dateText(u32(start, project)),
    end: dateText(u32(end, project)),
    programme: record?.programme ?? null,
    url: record?.website ?? null,
    participants: [...roles]
      .sort(
        ([one, roleOfOne], [two, roleOfTwo]) =>
          Number(roleOfTwo === COORDINATOR) - Number(roleOfOne === COORDINATOR) || one - two,
      )
      .map(([actor, role]) => ({ ...actorRef(snapshot, actor), role })),
  };
}
