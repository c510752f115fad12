/** Where single actors lie: inside the disc of their smallest group, projects among their participants, the rest in rows below. */
import { ACTOR_KINDS, OVERVIEW_KINDS } from "../contract/vocabulary.ts";
import { f64, u8, u32 } from "./cells.ts";
import type { Bounds } from "./layout-groups.ts";
import { PROJECT_KIND } from "./link-roles.ts";
import { participantsOf } from "./projects.ts";
import { selectAll } from "./selection.ts";
import { row, type Snapshot } from "./snapshot.ts";

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Share of a disc's radius that its members use. */
const INNER = 0.84;
const SPACING = 26;
const MARGIN = 70;
const MIN_COLUMNS = 40;
/** How far a project may lie from the middle of its participants. */
const SCATTER = 14;

const OVERVIEW = new Set(OVERVIEW_KINDS.map((kind) => ACTOR_KINDS.indexOf(kind)));

/** Writes the positions of all actors that are no groups; those of groups are there already. */
export function layoutActors(
  snapshot: Snapshot,
  x: Float64Array,
  y: Float64Array,
  bounds: Bounds,
): void {
  const loose = placeMembers(snapshot, x, y);
  placeLoose(snapshot, loose, x, y, bounds);
  placeProjects(snapshot, x, y, bounds);
}

/** Places members in a spiral, one kind after the other; returns the actors without a group. */
function placeMembers(snapshot: Snapshot, x: Float64Array, y: Float64Array): number[] {
  const { kind } = snapshot.data.actors;
  const atHome: number[][] = Array.from({ length: snapshot.groupCount }, () => []);
  const loose: number[] = [];
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (snapshot.groupOf(actor) >= 0 || kind[actor] === PROJECT_KIND) continue;
    const home = homeOf(snapshot, actor);
    if (home < 0) loose.push(actor);
    else atHome[home]?.push(actor);
  }
  atHome.forEach((members, group) => {
    const centre = snapshot.groupActor(group);
    const reach = f64(snapshot.data.groups.radius, group) * INNER;
    members.sort((a, b) => u8(kind, a) - u8(kind, b) || a - b);
    members.forEach((actor, index) => {
      const distance = reach * Math.sqrt((index + 0.5) / members.length);
      x[actor] = f64(x, centre) + distance * Math.cos(index * GOLDEN_ANGLE);
      y[actor] = f64(y, centre) + distance * Math.sin(index * GOLDEN_ANGLE);
    });
  });
  return loose;
}

/** The smallest group of an overview kind, else the smallest of any kind; -1 for none. */
function homeOf(snapshot: Snapshot, actor: number): number {
  const { size } = snapshot.data.groups;
  const { kind } = snapshot.data.actors;
  let home = -1;
  let best = Number.POSITIVE_INFINITY;
  for (const group of row(snapshot.data.groups.ofMember, actor)) {
    const isDrawn = OVERVIEW.has(u8(kind, snapshot.groupActor(group)));
    const rank = u32(size, group) + (isDrawn ? 0 : 2 ** 32);
    if (rank < best) {
      best = rank;
      home = group;
    }
  }
  return home;
}

/** Rows below the picture, every state begins a new one. */
function placeLoose(
  snapshot: Snapshot,
  loose: number[],
  x: Float64Array,
  y: Float64Array,
  bounds: Bounds,
): void {
  const { state } = snapshot.data.actors;
  const { states } = snapshot.data;
  const order = new Map(
    [...states.keys()].sort((a, b) => compare(states[a], states[b])).map((s, i) => [s, i]),
  );
  const rank = (actor: number) => order.get(u32(state, actor)) ?? 0;
  loose.sort((a, b) => rank(a) - rank(b) || a - b);
  const columns = Math.max(MIN_COLUMNS, Math.ceil(Math.sqrt(loose.length * 2)));
  let column = 0;
  let line = 0;
  loose.forEach((actor, index) => {
    const before = loose[index - 1];
    const isNewState = before !== undefined && state[before] !== state[actor];
    if (isNewState || column === columns) {
      column = 0;
      line += 1;
    }
    x[actor] = (bounds.left + bounds.right) / 2 + (column - (columns - 1) / 2) * SPACING;
    y[actor] = bounds.bottom + MARGIN + line * SPACING;
    column += 1;
  });
}

function placeProjects(snapshot: Snapshot, x: Float64Array, y: Float64Array, bounds: Bounds): void {
  const { kind } = snapshot.data.actors;
  const selection = selectAll(snapshot);
  for (let project = 0; project < snapshot.actorCount; project += 1) {
    if (kind[project] !== PROJECT_KIND) continue;
    const participants = participantsOf(snapshot, selection, project);
    let [sumX, sumY] = [0, 0];
    for (const actor of participants) {
      sumX += f64(x, actor);
      sumY += f64(y, actor);
    }
    const count = participants.length;
    const angle = project * GOLDEN_ANGLE;
    const distance = SCATTER * Math.sqrt((project % 97) / 97);
    x[project] = (count > 0 ? sumX / count : bounds.left - MARGIN) + distance * Math.cos(angle);
    y[project] = (count > 0 ? sumY / count : bounds.top - MARGIN) + distance * Math.sin(angle);
  }
}

function compare(a: string | undefined, b: string | undefined): number {
  const [one, two] = [a ?? "", b ?? ""];
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
