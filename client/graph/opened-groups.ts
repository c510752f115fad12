/**
 * Where the groups of the overview lie when some of them are opened: an opened group holds its members at their
 * places, what grows makes room for itself, and what moves takes along all that lies in it.
 */
import type { GroupResult, OverviewGroup, OverviewResult } from "../../server/contract/explore.ts";
import { takeApart } from "../layout/take-apart.ts";
import type { Circle } from "./geometry.ts";
import { circleAround, enclosingCircle, spreadAround } from "./spread.ts";

export const ACTOR_RADIUS = 12.5;
/** The answer leaves room for the actors; this leaves room for names too. */
const WIDEN = 1.5;
const ACTOR_GAP = 6;
const HULL_MARGIN = 14;
const NESTED_MARGIN = 9;
const SIBLING_GAP = 12;

export interface PlacedMember extends Circle {
  member: GroupResult["members"][number];
  /** The opened group, or the group nested in it through which the actor belongs. */
  parent: string;
}

export interface PlacedGroup extends Circle {
  group: OverviewGroup;
  /** Drawn as a hull: opened, or nested in an opened one. */
  isOpen: boolean;
}

export interface OpenedLayout {
  groups: Map<string, PlacedGroup>;
  members: Map<string, PlacedMember>;
}

export function layOutOpened(
  overview: OverviewResult,
  opened: readonly GroupResult[],
): OpenedLayout {
  const groups = new Map<string, PlacedGroup>();
  for (const group of overview.groups) {
    groups.set(group.id, { group, x: group.x, y: group.y, r: group.r, isOpen: false });
  }
  const layout: OpenedLayout = { groups, members: new Map() };
  for (const result of opened) {
    const home = groups.get(result.group.id);
    if (!home || home.isOpen) continue;
    openGroup(layout, home, result);
    makeRoom(layout, home);
  }
  return layout;
}

function openGroup(layout: OpenedLayout, home: PlacedGroup, result: GroupResult): void {
  const { x, y } = home.group;
  const inner = descendants(layout, home.group.id);
  const placed: Circle[] = [];
  const actors: PlacedMember[] = [];
  for (const member of result.members) {
    // The answer's places are around the group's place in the overview; it may have moved since.
    const at = {
      x: (member.x - x) * WIDEN + home.x,
      y: (member.y - y) * WIDEN + home.y,
      r: ACTOR_RADIUS,
    };
    const nested = layout.groups.get(member.id);
    if (nested && inner.has(member.id)) {
      Object.assign(nested, { x: at.x, y: at.y });
      placed.push(nested);
    } else if (!nested && !layout.members.has(member.id)) {
      const via = member.via !== null && inner.has(member.via) ? member.via : home.group.id;
      const actor = { ...at, member, parent: via };
      layout.members.set(member.id, actor);
      placed.push(actor);
      actors.push(actor);
    }
  }
  apart(actors);
  // Innermost first, so that the outer ones hold them.
  for (const id of [...inner].reverse()) {
    const nested = layout.groups.get(id);
    if (!nested) continue;
    const held = heldBy(layout, id);
    if (held.length === 0) continue;
    const tight = enclosingCircle(held);
    Object.assign(nested, { ...tight, r: tight.r + NESTED_MARGIN, isOpen: true });
    placed.push(nested);
  }
  home.isOpen = true;
  if (placed.length === 0) return;
  // The hull stays where the disc was: its content moves into its middle.
  const tight = enclosingCircle(placed);
  for (const circle of new Set(placed)) {
    Object.assign(circle, { x: circle.x - tight.x + home.x, y: circle.y - tight.y + home.y });
  }
  home.r = Math.max(home.r, tight.r + HULL_MARGIN);
}

/** Wider places may still be too close for these discs. */
function apart(actors: readonly PlacedMember[]): void {
  const columns = {
    x: Float64Array.from(actors, ({ x }) => x),
    y: Float64Array.from(actors, ({ y }) => y),
    r: Float32Array.from(actors, ({ r }) => r),
    fixed: new Uint8Array(actors.length),
  };
  for (const _ of takeApart(columns, ACTOR_GAP));
  actors.forEach((actor, row) => {
    Object.assign(actor, { x: columns.x[row] ?? actor.x, y: columns.y[row] ?? actor.y });
  });
}

/** Siblings give way, then the parent grows around them, and so on outwards. */
function makeRoom(layout: OpenedLayout, grown: PlacedGroup): void {
  const parentId = grown.group.parent;
  const siblings = [...layout.groups.values()].filter(
    (other) => other !== grown && other.group.parent === parentId,
  );
  const moved = spreadAround(grown, siblings, parentId === null ? undefined : SIBLING_GAP);
  siblings.forEach((sibling, index) => {
    const to = moved[index];
    if (to) moveWithAllInIt(layout, sibling, to.x - sibling.x, to.y - sibling.y);
  });
  const parent = parentId === null ? undefined : layout.groups.get(parentId);
  if (!parent) return;
  const held = heldBy(layout, parent.group.id);
  parent.r = Math.max(parent.r, circleAround(parent, held, HULL_MARGIN).r);
  makeRoom(layout, parent);
}

function moveWithAllInIt(layout: OpenedLayout, group: PlacedGroup, dx: number, dy: number): void {
  const ids = descendants(layout, group.group.id).add(group.group.id);
  for (const id of ids) {
    const inner = layout.groups.get(id);
    if (inner) Object.assign(inner, { x: inner.x + dx, y: inner.y + dy });
  }
  for (const member of layout.members.values()) {
    if (ids.has(member.parent)) Object.assign(member, { x: member.x + dx, y: member.y + dy });
  }
}

function heldBy(layout: OpenedLayout, id: string): Circle[] {
  return [
    ...[...layout.groups.values()].filter((other) => other.group.parent === id),
    ...[...layout.members.values()].filter((member) => member.parent === id),
  ];
}

/** Outermost first. */
function descendants(layout: OpenedLayout, id: string): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const { group } of layout.groups.values()) {
      if (group.parent !== next || found.has(group.id) || group.id === id) continue;
      found.add(group.id);
      waiting.push(group.id);
    }
  }
  return found;
}
