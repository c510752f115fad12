/** Who works together in which project: the participations that count under a selection. */
import { i32, u8, u32 } from "./cells.ts";
import { linkRoles, PARTICIPATION, PROJECT_KIND } from "./link-roles.ts";
import type { Selection } from "./selection.ts";
import { at, type Snapshot, type SnapshotData } from "./snapshot.ts";

type Counted = Pick<Selection, "participations">;

/** Participations from both sides, ascending by actor; parallel ones stand next to each other. */
export interface ProjectIndex {
  /** Actor numbers of all projects, ascending. */
  projects: Uint32Array;
  /** Row p: participants of `projects[p]`, and the links by which they take part. */
  ofProject: { offsets: Uint32Array; actor: Uint32Array; link: Uint32Array };
  /** Row a: positions in `projects` of those in which actor a takes part. */
  ofActor: { offsets: Uint32Array; project: Uint32Array; link: Uint32Array };
  /** Position in `projects` of an actor, -1 for one that is no project. */
  positionOf: Int32Array;
}

const cache = new WeakMap<SnapshotData, ProjectIndex>();

/** Made once for a snapshot. */
export function projectIndex(snapshot: Snapshot): ProjectIndex {
  const known = cache.get(snapshot.data);
  if (known) return known;
  const index = buildIndex(snapshot);
  cache.set(snapshot.data, index);
  return index;
}

/** Every project with the distinct participants that count (the first `count` of the array, which is used again). */
export function forEachProject(
  snapshot: Snapshot,
  { participations }: Counted,
  visit: (participants: Uint32Array, count: number, project: number) => void,
): void {
  const { projects, ofProject } = projectIndex(snapshot);
  let participants = new Uint32Array(64);
  for (let p = 0; p < projects.length; p += 1) {
    const start = u32(ofProject.offsets, p);
    const end = u32(ofProject.offsets, p + 1);
    if (end - start > participants.length) participants = new Uint32Array(2 * (end - start));
    let count = 0;
    for (let i = start; i < end; i += 1) {
      if (participations[u32(ofProject.link, i)] !== 1) continue;
      const actor = u32(ofProject.actor, i);
      if (count > 0 && participants[count - 1] === actor) continue;
      participants[count] = actor;
      count += 1;
    }
    if (count > 0) visit(participants, count, u32(projects, p));
  }
}

/** Distinct participants of a project whose participation counts, ascending. */
export function participantsOf(
  snapshot: Snapshot,
  { participations }: Counted,
  project: number,
): number[] {
  const { positionOf, ofProject } = projectIndex(snapshot);
  const participants: number[] = [];
  const p = i32(positionOf, project);
  if (p < 0) return participants;
  for (let i = u32(ofProject.offsets, p); i < u32(ofProject.offsets, p + 1); i += 1) {
    const actor = u32(ofProject.actor, i);
    const counts = participations[u32(ofProject.link, i)] === 1;
    if (counts && participants.at(-1) !== actor) participants.push(actor);
  }
  return participants;
}

/** Distinct projects in which the actor's participation counts, ascending. */
export function projectsOf(
  snapshot: Snapshot,
  { participations }: Counted,
  actor: number,
): number[] {
  const { projects, ofActor } = projectIndex(snapshot);
  const found: number[] = [];
  for (let i = u32(ofActor.offsets, actor); i < u32(ofActor.offsets, actor + 1); i += 1) {
    const project = u32(projects, u32(ofActor.project, i));
    const counts = participations[u32(ofActor.link, i)] === 1;
    if (counts && found.at(-1) !== project) found.push(project);
  }
  return found;
}

function buildIndex(snapshot: Snapshot): ProjectIndex {
  const { actors, links } = snapshot.data;
  const positionOf = new Int32Array(actors.count).fill(-1);
  let projectCount = 0;
  for (let actor = 0; actor < actors.count; actor += 1) {
    if (actors.kind[actor] !== PROJECT_KIND) continue;
    positionOf[actor] = projectCount;
    projectCount += 1;
  }
  const projects = new Uint32Array(projectCount);
  positionOf.forEach((position, actor) => {
    if (position >= 0) projects[position] = actor;
  });
  const roles = linkRoles(snapshot);
  const participations = new Uint32Array(links.count);
  let count = 0;
  for (let link = 0; link < links.count; link += 1) {
    if ((u8(roles, link) & PARTICIPATION) === 0) continue;
    participations[count] = link;
    count += 1;
  }
  const projectAt = gather(links.target, positionOf);
  // Three counting sorts, each stable: by actor, that order by project, and that again by actor.
  const byActor = sortInto(participations.subarray(0, count), links.source, actors.count);
  const byProject = sortInto(byActor.link, projectAt, projectCount);
  const byActorAgain = sortInto(byProject.link, links.source, actors.count);
  return {
    projects,
    positionOf,
    ofProject: { ...byProject, actor: gather(byProject.link, links.source) },
    ofActor: { ...byActorAgain, project: gather(byActorAgain.link, projectAt) },
  };
}

/** The values at the given places. */
function gather(places: Uint32Array, values: ArrayLike<number>): Uint32Array {
  const gathered = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) gathered[i] = at(values, u32(places, i));
  return gathered;
}

/** Stable counting sort of links into rows; `rowOf` is by link. */
function sortInto(
  links: Uint32Array,
  rowOf: Uint32Array,
  rows: number,
): { offsets: Uint32Array; link: Uint32Array } {
  const offsets = new Uint32Array(rows + 1);
  for (let i = 0; i < links.length; i += 1) {
    const next = u32(rowOf, u32(links, i)) + 1;
    offsets[next] = u32(offsets, next) + 1;
  }
  for (let i = 0; i < rows; i += 1) offsets[i + 1] = u32(offsets, i + 1) + u32(offsets, i);
  const next = offsets.slice();
  const link = new Uint32Array(links.length);
  for (let i = 0; i < links.length; i += 1) {
    const row = u32(rowOf, u32(links, i));
    const slot = u32(next, row);
    link[slot] = u32(links, i);
    next[row] = slot + 1;
  }
  return { offsets, link };
}
