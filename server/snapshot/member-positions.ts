/** Where the members of an opened group lie: around its centre, one kind beside the other, nested groups as clusters of their own. */
import { f64, i32, u8, u32 } from "./cells.ts";
import type { Snapshot } from "./snapshot.ts";

/** Distance between neighbouring members, in CSS pixels of the overview's plane: room for the labels of the largest. */
const SPACING = 26;
const CLUSTER_GAP = 22;
/** A phyllotaxis with this step has one point on each hexagon of the spacing's width. */
const STEP = SPACING * 0.525;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export interface MemberPositions {
  /** By actor number; every member, whatever the filters. */
  at: Map<number, { x: number; y: number }>;
  /** Radius around the group's own position that holds them all. */
  radius: number;
}

interface Cluster {
  actors: number[];
  radius: number;
}

export function memberPositions(snapshot: Snapshot, group: number): MemberPositions {
  const { actors } = snapshot.data;
  const centre = snapshot.groupActor(group);
  const [direct, ...nested] = clustersOf(snapshot, group);
  const positions = new Map<number, { x: number; y: number }>();
  const place = (cluster: Cluster, x: number, y: number) => {
    cluster.actors.forEach((actor, index) => {
      const distance = STEP * Math.sqrt(index + 0.5);
      const angle = index * GOLDEN_ANGLE;
      positions.set(actor, {
        x: rounded(f64(actors.x, centre) + x + distance * Math.cos(angle)),
        y: rounded(f64(actors.y, centre) + y + distance * Math.sin(angle)),
      });
    });
  };
  if (!direct) return { at: positions, radius: SPACING };
  place(direct, 0, 0);
  if (nested.length === 0) return { at: positions, radius: direct.radius + SPACING / 2 };
  const largest = Math.max(...nested.map(({ radius }) => radius));
  const ring = ringRadius(direct.radius + largest + CLUSTER_GAP, nested);
  const widths = nested.map((cluster) => angularWidth(ring, cluster));
  const slack = (2 * Math.PI - widths.reduce((sum, width) => sum + width, 0)) / nested.length;
  let angle = Math.PI - (widths[0] ?? 0) / 2;
  nested.forEach((cluster, index) => {
    const width = widths[index] ?? 0;
    const middle = angle + width / 2;
    place(cluster, ring * Math.cos(middle), ring * Math.sin(middle));
    angle += width + slack;
  });
  return { at: positions, radius: ring + largest + SPACING / 2 };
}

/** First those who belong directly, then one cluster for each directly nested group with what comes through it. */
function clustersOf(snapshot: Snapshot, group: number): Cluster[] {
  const { members, ofActor } = snapshot.data.groups;
  const nestedFirst = new Map<number, number>();
  const direct = new Set<number>();
  const inherited = new Map<number, number>();
  for (let i = u32(members.offsets, group); i < u32(members.offsets, group + 1); i += 1) {
    const actor = u32(members.actor, i);
    const via = i32(members.via, i);
    if (via >= 0) {
      if (!direct.has(actor) && !inherited.has(actor)) inherited.set(actor, via);
      continue;
    }
    const own = i32(ofActor, actor);
    if (own >= 0 && snapshot.structure(own, group) === "nested") nestedFirst.set(own, actor);
    else direct.add(actor);
  }
  const clusters = new Map<number, number[]>();
  for (const [nested, actor] of nestedFirst) clusters.set(nested, [actor]);
  const loose = [...direct];
  for (const [actor, via] of inherited) {
    const home = clusters.has(via) ? via : outermost(snapshot, via, clusters);
    const cluster = clusters.get(home);
    if (cluster && !cluster.includes(actor)) cluster.push(actor);
    else if (!cluster) loose.push(actor);
  }
  const sorted = (actors: number[]) => actors.sort(byKind(snapshot));
  return [
    clusterOf(sorted(loose)),
    ...[...clusters.values()].map(([first, ...rest]) =>
      clusterOf([...(first === undefined ? [] : [first]), ...sorted(rest)]),
    ),
  ];
}

/** The directly nested group that a deeper one lies in. */
function outermost(
  snapshot: Snapshot,
  group: number,
  clusters: ReadonlyMap<number, unknown>,
): number {
  for (const candidate of clusters.keys()) {
    if (snapshot.structure(candidate, group) === "nested") return candidate;
  }
  return -1;
}

function byKind(snapshot: Snapshot): (a: number, b: number) => number {
  const { kind } = snapshot.data.actors;
  return (a, b) => u8(kind, a) - u8(kind, b) || a - b;
}

function clusterOf(actors: number[]): Cluster {
  const radius = actors.length === 0 ? 0 : STEP * Math.sqrt(actors.length - 0.5) + SPACING / 2;
  return { actors, radius };
}

function angularWidth(ring: number, cluster: Cluster): number {
  return 2 * Math.asin(Math.min(1, (cluster.radius + CLUSTER_GAP / 2) / ring));
}

/** The smallest ring on which all clusters find room. */
function ringRadius(least: number, clusters: readonly Cluster[]): number {
  let ring = least;
  const width = () => clusters.reduce((sum, cluster) => sum + angularWidth(ring, cluster), 0);
  while (width() > 2 * Math.PI) ring *= 1.05;
  return ring;
}

function rounded(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
