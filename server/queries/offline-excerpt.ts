/**
 * The part of a large graph that goes along into a page without a service: who the story names, all groups, the
 * members of the named ones, everybody next to the named actors, and the projects that these share.
 */
import { u32 } from "../snapshot/cells.ts";
import { linkRoles, PARTICIPATION } from "../snapshot/link-roles.ts";
import { row, type Snapshot } from "../snapshot/snapshot.ts";
import { breathe } from "./breathe.ts";

export interface ExcerptLimits {
  actors: number;
  links: number;
}

export interface Excerpt {
  actors: string[];
  links: string[];
}

const SLICE_MS = 8;

/**
 * `null` where the whole graph is within the limits. Always the same for the same snapshot.
 * @param named actor numbers, the most important first
 */
export async function excerptOf(
  snapshot: Snapshot,
  named: readonly number[],
  limits: ExcerptLimits,
  signal: AbortSignal,
): Promise<Excerpt | null> {
  if (snapshot.actorCount <= limits.actors && snapshot.linkCount <= limits.links) return null;
  const kept = new Kept(snapshot, limits);
  let start = performance.now();
  for (const ring of rings(snapshot, named, kept)) {
    for (const actor of ring) {
      kept.add(actor);
      if (performance.now() - start < SLICE_MS) continue;
      await breathe(signal);
      start = performance.now();
    }
  }
  return {
    actors: kept.actors.map((actor) => snapshot.actorId(actor)),
    links: kept.links.map((link) => snapshot.linkId(link)),
  };
}

/** From the most to the least important; a later ring sees what is kept of those before. */
function* rings(
  snapshot: Snapshot,
  named: readonly number[],
  kept: Kept,
): Generator<Iterable<number>> {
  yield named;
  yield snapshot.data.groups.actor;
  for (const actor of named) yield membersOf(snapshot, actor);
  for (const actor of named) {
    yield Array.from(snapshot.linksOf(actor), (link) => snapshot.otherEnd(link, actor));
  }
  yield sharedProjects(snapshot, [...kept.actors]);
}

function membersOf(snapshot: Snapshot, actor: number): Iterable<number> {
  const group = snapshot.groupOf(actor);
  if (group < 0) return [];
  const { offsets, actor: values } = snapshot.data.groups.members;
  return row({ offsets, values }, group);
}

/** Projects in which at least two of the actors take part. */
function* sharedProjects(snapshot: Snapshot, actors: readonly number[]): Generator<number> {
  const roles = linkRoles(snapshot);
  const first = new Map<number, number>();
  for (const actor of actors) {
    for (const link of snapshot.linksOf(actor)) {
      if (((roles[link] ?? 0) & PARTICIPATION) === 0) continue;
      const project = u32(snapshot.data.links.target, link);
      if (project === actor) continue;
      const other = first.get(project);
      if (other === undefined) first.set(project, actor);
      else if (other !== actor) yield project;
    }
  }
}

/** Actors in the order in which they came, with all links among them, up to the limits. */
class Kept {
  readonly actors: number[] = [];
  readonly links: number[] = [];
  readonly #snapshot: Snapshot;
  readonly #limits: ExcerptLimits;
  readonly #isKept: Uint8Array;

  constructor(snapshot: Snapshot, limits: ExcerptLimits) {
    this.#snapshot = snapshot;
    this.#limits = limits;
    this.#isKept = new Uint8Array(snapshot.actorCount);
  }

  /** Leaves out whoever has no room with the own links: half of them would be a wrong picture. */
  add(actor: number): void {
    if (this.#isKept[actor] === 1 || this.actors.length >= this.#limits.actors) return;
    const links = this.#snapshot
      .linksOf(actor)
      .filter((link) => this.#isKept[this.#snapshot.otherEnd(link, actor)] === 1);
    if (this.links.length + links.length > this.#limits.links) return;
    this.#isKept[actor] = 1;
    this.actors.push(actor);
    for (const link of links) this.links.push(link);
  }
}
