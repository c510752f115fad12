/**
 * The actors around one actor by depth. A link is a step; so is a joint project, unless projects are shown as
 * places of their own.
 */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { f64, u8, u32 } from "./cells.ts";
import { participantsOf, projectIndex } from "./projects.ts";
import type { Selection } from "./selection.ts";
import { at, type Snapshot } from "./snapshot.ts";

export interface Neighbour {
  actor: number;
  depth: number;
  /** Links to actors one step nearer in, and projects together with one of them. */
  links: number;
  projects: number;
}

export interface Neighbourhood {
  /** The centre first, then by depth, then best connected to the nearer ones, then by number; bounded. */
  actors: Neighbour[];
  /** Links among these, ascending; bounded. */
  links: number[];
  omitted: { actors: number; links: number; byType: Uint32Array };
}

export interface NeighbourhoodBounds {
  depth: number;
  /** Actors beside the centre. */
  actors: number;
  links: number;
}

interface Reached {
  /** In the order in which they were reached. */
  actors: number[];
  /** By actor number; -1 = not reached. */
  depth: Int8Array;
  links: Uint32Array;
  projects: Uint32Array;
}

/** `selection` must let the centre pass. */
export function findNeighbourhood(
  snapshot: Snapshot,
  selection: Selection,
  centre: number,
  bounds: NeighbourhoodBounds,
  isThroughProjects: boolean,
): Neighbourhood {
  const reached: Reached = {
    actors: [centre],
    depth: new Int8Array(snapshot.actorCount).fill(-1),
    links: new Uint32Array(snapshot.actorCount),
    projects: new Uint32Array(snapshot.actorCount),
  };
  reached.depth[centre] = 0;
  const seenProjects = new Uint8Array(projectIndex(snapshot).projects.length);
  let start = 0;
  for (let depth = 1; depth <= bounds.depth; depth += 1) {
    const frontier = reached.actors.slice(start);
    start = reached.actors.length;
    stepOverLinks(snapshot, selection, frontier, depth, reached);
    if (isThroughProjects) {
      stepOverProjects(snapshot, selection, frontier, depth, reached, seenProjects);
    }
  }
  return cut(snapshot, selection, reached, bounds);
}

/** Whether the actor lies at this depth, now or already. */
function reach(reached: Reached, actor: number, depth: number): boolean {
  if (at(reached.depth, actor) < 0) {
    reached.depth[actor] = depth;
    reached.actors.push(actor);
  }
  return reached.depth[actor] === depth;
}

function stepOverLinks(
  snapshot: Snapshot,
  selection: Selection,
  frontier: readonly number[],
  depth: number,
  reached: Reached,
): void {
  const { offsets, values } = snapshot.data.incidence;
  for (const actor of frontier) {
    for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) {
      const link = u32(values, i);
      if (selection.links[link] !== 1) continue;
      const other = snapshot.otherEnd(link, actor);
      if (reach(reached, other, depth)) reached.links[other] = u32(reached.links, other) + 1;
    }
  }
}

function stepOverProjects(
  snapshot: Snapshot,
  selection: Selection,
  frontier: readonly number[],
  depth: number,
  reached: Reached,
  seen: Uint8Array,
): void {
  const { projects, ofActor, ofProject } = projectIndex(snapshot);
  for (const actor of frontier) {
    for (let i = u32(ofActor.offsets, actor); i < u32(ofActor.offsets, actor + 1); i += 1) {
      const position = u32(ofActor.project, i);
      if (seen[position] === 1 || selection.participations[u32(ofActor.link, i)] !== 1) continue;
      seen[position] = 1;
      // The centre has its projects with anybody; nobody is nearer in than it is.
      if (depth === 1 && participantsOf(snapshot, selection, u32(projects, position)).length > 1) {
        reached.projects[actor] = u32(reached.projects, actor) + 1;
      }
      let last = -1;
      for (
        let j = u32(ofProject.offsets, position);
        j < u32(ofProject.offsets, position + 1);
        j += 1
      ) {
        const other = u32(ofProject.actor, j);
        if (other === last || selection.participations[u32(ofProject.link, j)] !== 1) continue;
        last = other;
        if (!reach(reached, other, depth)) continue;
        reached.projects[other] = u32(reached.projects, other) + 1;
      }
    }
  }
}

const STRENGTH_LIMIT = 2 ** 24 - 1;
const ACTOR_LIMIT = 2 ** 26;

/** Sorted by one exact float64 each (2 + 24 + 26 bits), which typed arrays do natively. */
function ranked({ actors, depth, links, projects }: Reached): Uint32Array {
  const keys = new Float64Array(actors.length);
  actors.forEach((actor, i) => {
    const strength = Math.min(STRENGTH_LIMIT, u32(links, actor) + u32(projects, actor));
    const rank = at(depth, actor) * (STRENGTH_LIMIT + 1) + (STRENGTH_LIMIT - strength);
    keys[i] = rank * ACTOR_LIMIT + actor;
  });
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) order[i] = f64(keys, i) % ACTOR_LIMIT;
  return order;
}

function cut(
  snapshot: Snapshot,
  selection: Selection,
  reached: Reached,
  bounds: NeighbourhoodBounds,
): Neighbourhood {
  const order = ranked(reached);
  const shown = order.subarray(0, bounds.actors + 1);
  const isShown = new Uint8Array(snapshot.actorCount);
  for (const actor of shown) isShown[actor] = 1;
  const { source, target, type, count } = snapshot.data.links;
  const links: number[] = [];
  const byType = new Uint32Array(LINK_TYPES.length);
  let omittedLinks = 0;
  for (let link = 0; link < count; link += 1) {
    if (selection.links[link] !== 1) continue;
    const [one, two] = [u32(source, link), u32(target, link)];
    if (at(reached.depth, one) < 0 || at(reached.depth, two) < 0) continue;
    const isDrawn = isShown[one] === 1 && isShown[two] === 1;
    if (isDrawn && links.length < bounds.links) links.push(link);
    else {
      omittedLinks += 1;
      byType[u8(type, link)] = u32(byType, u8(type, link)) + 1;
    }
  }
  return {
    actors: Array.from(shown, (actor) => ({
      actor,
      depth: at(reached.depth, actor),
      links: u32(reached.links, actor),
      projects: u32(reached.projects, actor),
    })),
    links,
    omitted: { actors: order.length - shown.length, links: omittedLinks, byType },
  };
}
