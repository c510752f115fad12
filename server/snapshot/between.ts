/** What makes up the cross-link between two actors or groups, one by one: links, joint projects and bridges. */
import { u8 } from "./cells.ts";
import { extentOf } from "./extents.ts";
import { linkRoles, NOT_COUNTED, PROJECT_KIND } from "./link-roles.ts";
import { participantsOf, projectsOf } from "./projects.ts";
import type { Selection } from "./selection.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Between {
  /** Link numbers, ascending. */
  links: number[];
  /** Projects ascending, each with its participants from either side. */
  projects: { project: number; participants: number[] }[];
  /** Actors that belong to both, ascending. */
  bridges: number[];
}

/** Each of the two stands for its extent when it is a group, else for itself. */
export function findBetween(
  snapshot: Snapshot,
  selection: Selection,
  actorA: number,
  actorB: number,
): Between {
  const inA = extentOf(snapshot, selection, actorA);
  const inB = extentOf(snapshot, selection, actorB);
  const roles = linkRoles(snapshot);
  const { kind } = snapshot.data.actors;
  const links: number[] = [];
  const bridges: number[] = [];
  const candidates = new Set<number>();
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (inA[actor] !== 1) continue;
    if (inB[actor] === 1) {
      if (selection.actors[actor] === 1 && kind[actor] !== PROJECT_KIND) bridges.push(actor);
      continue;
    }
    for (const link of snapshot.linksOf(actor)) {
      if (selection.links[link] !== 1 || (u8(roles, link) & NOT_COUNTED) !== 0) continue;
      const other = snapshot.otherEnd(link, actor);
      if (inB[other] === 1 && inA[other] !== 1) links.push(link);
    }
    for (const project of projectsOf(snapshot, selection, actor)) candidates.add(project);
  }
  const projects: Between["projects"] = [];
  for (const project of [...candidates].sort((a, b) => a - b)) {
    const everyone = participantsOf(snapshot, selection, project);
    if (everyone.some((actor) => inB[actor] === 1 && inA[actor] !== 1)) {
      const participants = everyone.filter((actor) => inA[actor] === 1 || inB[actor] === 1);
      projects.push({ project, participants });
    }
  }
  return { links: links.sort((a, b) => a - b), projects, bridges };
}
