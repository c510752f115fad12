/** What one group has in common with every other group, and which of its members carry it. */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { buildExtents, type Extents } from "./extents.ts";
import { linkRoles, NOT_COUNTED, PROJECT_KIND } from "./link-roles.ts";
import { forEachProject, projectIndex } from "./projects.ts";
import type { Selection } from "./selection.ts";
import { at, row, type Snapshot } from "./snapshot.ts";

export interface GroupTie {
  group: number;
  links: number;
  projects: number;
  bridges: number;
  /** Links by index into LINK_TYPES. */
  byType: Uint32Array;
}

/** The part of a tie that one member (or the group itself) carries. */
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

/** Ties to all other groups that are not structure, by group number; carriers by actor and group number. */
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

/** Counts joint projects; row p of the result holds the counted groups of project p's outside participants. */
function countProjects(view: View, ties: GroupTie[]): Map<number, number[]> {
  const { snapshot, selection, extents, isInside, isCounted } = view;
  const insideOf = new Uint32Array(snapshot.groupCount);
  const isPresent = new Uint8Array(snapshot.groupCount);
  const outside = new Map<number, number[]>();
  forEachProject(snapshot, selection, (participants, count, project) => {
    let insiders = 0;
    for (let i = 0; i < count; i += 1) insiders += at(isInside, at(participants, i));
    if (insiders === 0 || insiders === count) return;
    const others: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const actor = at(participants, i);
      for (const other of row(extents.ofActor, actor)) {
        if (isInside[actor] === 1) insideOf[other] = at(insideOf, other) + 1;
        else if (isCounted[other] === 1 && isPresent[other] === 0) {
          isPresent[other] = 1;
          others.push(other);
        }
      }
    }
    // Somebody inside has to be without the other group.
    for (const other of others) {
      const tie = ties[other];
      if (tie && at(insideOf, other) < insiders) tie.projects += 1;
      isPresent[other] = 0;
    }
    for (let i = 0; i < count; i += 1) {
      for (const other of row(extents.ofActor, at(participants, i))) insideOf[other] = 0;
    }
    if (others.length > 0) outside.set(project, others);
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
      tie.byType[at(type, link)] = at(tie.byType, at(type, link)) + 1;
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
    if (selection.links[link] !== 1 || (at(roles, link) & NOT_COUNTED) !== 0) continue;
    const partner = snapshot.otherEnd(link, actor);
    if (isInside[partner] === 1) continue;
    for (const other of row(extents.ofActor, partner)) {
      if (isCounted[other] === 1 && !own.includes(other)) visit(other, link);
    }
  }
}

function carriersOf(view: View, outside: ReadonlyMap<number, readonly number[]>): Carrier[] {
  const { snapshot, selection, extents, inside, isCounted } = view;
  const { projects, ofActor } = projectIndex(snapshot);
  const carriers: Carrier[] = [];
  const links = new Uint32Array(snapshot.groupCount);
  const joint = new Uint32Array(snapshot.groupCount);
  for (const actor of inside) {
    const own = row(extents.ofActor, actor);
    forEachCrossLink(view, actor, (other) => {
      links[other] = at(links, other) + 1;
    });
    let last = -1;
    for (let i = at(ofActor.offsets, actor); i < at(ofActor.offsets, actor + 1); i += 1) {
      const project = at(projects, at(ofActor.project, i));
      if (project === last || selection.participations[at(ofActor.link, i)] !== 1) continue;
      last = project;
      for (const other of outside.get(project) ?? []) joint[other] = at(joint, other) + 1;
    }
    for (let other = 0; other < snapshot.groupCount; other += 1) {
      const isOwn = own.includes(other);
      const bridge = isOwn && isCounted[other] === 1 && isBridge(view, actor);
      const shared = isOwn ? 0 : at(joint, other);
      if (bridge || shared > 0 || at(links, other) > 0) {
        carriers.push({ actor, group: other, links: at(links, other), projects: shared, bridge });
      }
      links[other] = 0;
      joint[other] = 0;
    }
  }
  return carriers;
}
