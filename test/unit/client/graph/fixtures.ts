/** Small answers of the service and small scenes, with everything that a test does not care about filled in. */
import type { DrawEdge, DrawNode } from "../../../../client/graph/frame.ts";
import { ribbonCurve } from "../../../../client/graph/geometry.ts";
import type { Scene, SceneEdge, SceneNode } from "../../../../client/graph/scene.ts";
import type {
  GroupResult,
  OverviewGroup,
  OverviewResult,
} from "../../../../server/contract/explore.ts";

export function node(id: string, more: Partial<SceneNode> = {}): SceneNode {
  return {
    id,
    x: 0,
    y: 0,
    r: 10,
    label: id,
    short: null,
    kind: "hub",
    role: "disc",
    parent: null,
    weight: 1,
    faded: false,
    ...more,
  };
}

export function ribbon(source: string, target: string, more: Partial<SceneEdge> = {}): SceneEdge {
  return {
    id: `${source}~${target}`,
    source,
    target,
    role: "ribbon",
    count: 1,
    bridges: 0,
    type: null,
    faded: false,
    ...more,
  };
}

export function scene(nodes: SceneNode[], edges: SceneEdge[] = []): Scene {
  return { nodes, edges };
}

export function drawn(sceneNode: SceneNode, more: Partial<DrawNode> = {}): DrawNode {
  return {
    node: sceneNode,
    x: sceneNode.x,
    y: sceneNode.y,
    r: sceneNode.r,
    alpha: 1,
    container: false,
    depth: 0,
    selected: false,
    focused: false,
    hovered: false,
    ...more,
  };
}

export function drawnEdge(edge: SceneEdge, from: SceneNode, to: SceneNode): DrawEdge {
  return {
    edge,
    curve: ribbonCurve(from, to),
    strength: 0,
    widthPx: 2,
    coreShare: 0,
    alpha: 1,
    selected: false,
    hovered: false,
    lit: false,
  };
}

export function overviewGroup(id: string, more: Partial<OverviewGroup> = {}): OverviewGroup {
  return {
    id,
    name: `Gruppe ${id}`,
    nameEn: null,
    kind: "hub",
    city: null,
    state: null,
    short: null,
    topics: [],
    size: 3,
    total: 3,
    x: 0,
    y: 0,
    r: 20,
    parent: null,
    family: null,
    ...more,
  };
}

export function overviewOf(
  groups: OverviewGroup[],
  pairs: [a: string, b: string, links: number, projects: number, bridges: number][] = [],
): OverviewResult {
  return {
    revision: 1,
    groups,
    families: [],
    crossLinks: pairs.map(([a, b, links, projects, bridges]) => ({
      a,
      b,
      links,
      projects,
      bridges,
      types: {},
    })),
    shown: { actors: 0, links: 0 },
    total: { actors: 0, links: 0, groups: groups.length },
    omitted: { groups: 0, crossLinks: 0 },
  };
}

type Member = GroupResult["members"][number];

export function member(id: string, x: number, y: number, via: string | null = null): Member {
  return {
    id,
    name: `Akteur ${id}`,
    nameEn: `Actor ${id}`,
    kind: "company",
    city: null,
    state: null,
    type: "MEMBER_OF",
    since: null,
    until: null,
    via,
    x,
    y,
  };
}

export function groupResult(
  id: string,
  members: Member[],
  more: Partial<Pick<GroupResult, "carriers" | "inside">> = {},
): GroupResult {
  return {
    revision: 1,
    group: {
      ...{ id, name: id, nameEn: null, kind: "hub", city: null, state: null, aliases: [] },
      ...{ country: null, lat: null, lon: null, founded: null, website: null, legalIds: [] },
      ...{ topics: [], description: { de: null, en: null }, sources: [], start: null },
      ...{ end: null, programme: null },
    },
    parents: [],
    nested: [],
    members,
    bridges: [],
    own: [],
    inside: [],
    outside: [],
    carriers: [],
    projects: 0,
    omitted: { members: 0, bridges: 0, own: 0, inside: 0, outside: 0, carriers: 0 },
    ...more,
  };
}

/** Every character is 6.5 px wide: close to the typeface at 12 px. */
export const measure = (text: string): number => text.length * 6.5;

/** Mulberry32: the same numbers for the same seed, on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
