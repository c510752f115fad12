/** Who is best connected: by links, then by projects, then by number (which is the order of ids). */
import { f64, u32 } from "./cells.ts";
import type { Selection } from "./selection.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Ranking {
  /** Actors that pass, best connected first. */
  actors: Uint32Array;
  /** Selected links of each actor, by actor number. */
  degree: Uint32Array;
  /** Participations in projects that count, by actor number. */
  projects: Uint32Array;
}

const cache = new WeakMap<Selection, Ranking>();

/** Made once for a selection. */
export function rankActors(snapshot: Snapshot, selection: Selection): Ranking {
  const known = cache.get(selection);
  if (known) return known;
  const ranking = rank(snapshot, selection);
  cache.set(selection, ranking);
  return ranking;
}

// One float64 holds the whole sort key exactly (14 + 14 + 25 = 53 bits); typed arrays sort numbers natively,
// ten times faster than through a comparison function. Counts beyond the field rank as equal.
const COUNT_LIMIT = 2 ** 14 - 1;
const ACTOR_LIMIT = 2 ** 25;

function rank(snapshot: Snapshot, selection: Selection): Ranking {
  const { links } = snapshot.data;
  const degree = new Uint32Array(snapshot.actorCount);
  const projects = new Uint32Array(snapshot.actorCount);
  for (let link = 0; link < links.count; link += 1) {
    const source = u32(links.source, link);
    if (selection.participations[link] === 1) projects[source] = u32(projects, source) + 1;
    if (selection.links[link] !== 1) continue;
    const target = u32(links.target, link);
    degree[source] = u32(degree, source) + 1;
    degree[target] = u32(degree, target) + 1;
  }
  const keys = new Float64Array(snapshot.actorCount);
  let count = 0;
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (selection.actors[actor] !== 1) continue;
    const byLinks = COUNT_LIMIT - Math.min(COUNT_LIMIT, u32(degree, actor));
    const byProjects = COUNT_LIMIT - Math.min(COUNT_LIMIT, u32(projects, actor));
    keys[count] = (byLinks * (COUNT_LIMIT + 1) + byProjects) * ACTOR_LIMIT + actor;
    count += 1;
  }
  keys.subarray(0, count).sort();
  const actors = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) actors[i] = f64(keys, i) % ACTOR_LIMIT;
  return { actors, degree, projects };
}
