/** What one group has in common with every other group, and which of its members carry it. */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { u8, u32 } from "./cells.ts";
import { buildExtents, type Extents } from "./extents.ts";
import { linkRoles, NOT_COUNTED, PROJECT_KIND } from "./link-roles.ts";
import { forEachProject, projectIndex } from "./projects.ts";
import type { Selection } from "./selection.ts";
import { row, type Snapshot } from "./snapshot.ts";

export interface GroupTie {
  group: number;
  links: number;
  projects: number;
  bridges: number;
  /** Links by index into LINK_TYPES. */
  byType: Uint32Array;
}

/** The part of a tie that one member (or the group itself) carries; a bridge carries nothing else. */
export interface Carrier {
  actor: number;
  group: number;
  links: number;
  projects: number;
  bridge: boolean;
}

interface View {
  snapshot: Snapshot;
  selection: Selection;
  extents: Extents;
  /** Actors of the group's extent, ascending, and the same as a mask. */
  inside: number[];
  isInside: Uint8Array;
  /** 1 for the other groups that are no structure with this one. */
  isCounted: Uint8Array;
}

/** Ties to all other groups that are not structure, by group number; carriers by actor number. */
export function findGroupTies(
  snapshot: Snapshot,
  selection: Selection,
  group: number,
): { ties: GroupTie[]; carriers: Carrier[] } {
  const view = viewOf(snapshot, selection, group);
  const ties = Array.from({ length: snapshot.groupCount }, (_, other) => ({
    group: other,
    links: 0,
    projects: 0,
    bridges: 0,
    byType: new Uint32Array(LINK_TYPES.length),
  }));
  const outside = countProjects(view, ties);
  const carriers = carriersOf(view, outside);
  countLinksAndBridges(view, ties);
  return {
    ties: ties.filter(({ links, projects, bridges }) => links + projects + bridges > 0),
    carriers,
  };
}

function viewOf(snapshot: Snapshot, selection: Selection, group: number): View {
  const count = snapshot.groupCount;
  const everyGroup = Array.from({ length: count }, (_, other) => other);
  const extents = buildExtents(snapshot, selection, everyGroup);
  const inside: number[] = [];
  const isInside = new Uint8Array(snapshot.actorCount);
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    const { offsets } = extents.ofActor;
    if (offsets[actor] === offsets[actor + 1]) continue;
    if (!row(extents.ofActor, actor).includes(group)) continue;
    inside.push(actor);
    isInside[actor] = 1;
  }
  const isCounted = Uint8Array.from(everyGroup, (other) =>
    other === group || snapshot.structure(group, other) !== null ? 0 : 1,
  );
  return { snapshot, selection, extents, inside, isInside, isCounted };
}

/** Groups of a project's participants from outside, by the project's actor number. */
type OutsideGroups = readonly (readonly number[] | undefined)[];

function countProjects(view: View, ties: GroupTie[]): OutsideGroups {
  const { snapshot, selection, extents, isInside, isCounted } = view;
  const insideOf = new Uint32Array(snapshot.groupCount);
  const isPresent = new Uint8Array(snapshot.groupCount);
  const outside: (number[] | undefined)[] = new Array(snapshot.actorCount);
  const { offsets, values } = extents.ofActor;
  forEachProject(snapshot, selection, (participants, count, project) => {
    let insiders = 0;
    for (let i = 0; i < count; i += 1) insiders += u8(isInside, u32(participants, i));
    if (insiders === 0 || insiders === count) return;
    const others: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const actor = u32(participants, i);
      for (let j = u32(offsets, actor); j < u32(offsets, actor + 1); j += 1) {
        const other = u32(values, j);
        if (isInside[actor] === 1) insideOf[other] = u32(insideOf, other) + 1;
        else if (isCounted[other] === 1 && isPresent[other] === 0) {
          isPresent[other] = 1;
          others.push(other);
        }
      }
    }
    // Somebody inside has to be without the other group.
    for (const other of others) {
      const tie = ties[other];
      if (tie && u32(insideOf, other) < insiders) tie.projects += 1;
      isPresent[other] = 0;
    }
    for (let i = 0; i < count; i += 1) {
      const actor = u32(participants, i);
      for (let j = u32(offsets, actor); j < u32(offsets, actor + 1); j += 1)
        insideOf[u32(values, j)] = 0;
    }
    if (others.length > 0) outside[project] = others;
  });
  return outside;
}

function countLinksAndBridges(view: View, ties: GroupTie[]): void {
  const { snapshot, extents, inside, isCounted } = view;
  const { type } = snapshot.data.links;
  for (const actor of inside) {
    if (isBridge(view, actor)) {
      for (const other of row(extents.ofActor, actor)) {
        const tie = ties[other];
        if (tie && isCounted[other] === 1) tie.bridges += 1;
      }
    }
    forEachCrossLink(view, actor, (other, link) => {
      const tie = ties[other];
      if (!tie) return;
      tie.links += 1;
      tie.byType[u8(type, link)] = u32(tie.byType, u8(type, link)) + 1;
    });
  }
}

function isBridge({ snapshot, selection }: View, actor: number): boolean {
  return selection.actors[actor] === 1 && snapshot.data.actors.kind[actor] !== PROJECT_KIND;
}

/** Every counted link of an actor inside, once for each group that its other end belongs to. */
function forEachCrossLink(
  { snapshot, selection, extents, isInside, isCounted }: View,
  actor: number,
  visit: (other: number, link: number) => void,
): void {
  const roles = linkRoles(snapshot);
  const own = row(extents.ofActor, actor);
  for (const link of snapshot.linksOf(actor)) {
    if (selection.links[link] !== 1 || (u8(roles, link) & NOT_COUNTED) !== 0) continue;
    const partner = snapshot.otherEnd(link, actor);
    if (isInside[partner] === 1) continue;
    for (const other of row(extents.ofActor, partner)) {
      if (isCounted[other] === 1 && !own.includes(other)) visit(other, link);
    }
  }
}

function carriersOf(view: View, outside: OutsideGroups): Carrier[] {
  const { snapshot, selection, extents, inside, isCounted } = view;
  const { projects, ofActor } = projectIndex(snapshot);
  const carriers: Carrier[] = [];
  const links = new Uint32Array(snapshot.groupCount);
  const joint = new Uint32Array(snapshot.groupCount);
  for (const actor of inside) {
    const own = row(extents.ofActor, actor);
    const touched: number[] = [];
    forEachCrossLink(view, actor, (other) => {
      if (links[other] === 0) touched.push(other);
      links[other] = u32(links, other) + 1;
    });
    let last = -1;
    for (let i = u32(ofActor.offsets, actor); i < u32(ofActor.offsets, actor + 1); i += 1) {
      const project = u32(projects, u32(ofActor.project, i));
      if (project === last || selection.participations[u32(ofActor.link, i)] !== 1) continue;
      last = project;
      const others = outside[project];
      if (!others) continue;
      for (const other of others) {
        if (joint[other] === 0 && links[other] === 0) touched.push(other);
        joint[other] = u32(joint, other) + 1;
      }
    }
    if (isBridge(view, actor)) {
      for (const group of own) {
        if (isCounted[group] === 1) {
          carriers.push({ actor, group, links: 0, projects: 0, bridge: true });
        }
      }
    }
    for (const group of touched) {
      if (!own.includes(group)) {
        const carried = { links: u32(links, group), projects: u32(joint, group) };
        carriers.push({ actor, group, ...carried, bridge: false });
      }
      links[group] = 0;
      joint[group] = 0;
    }
  }
  return carriers;
}
