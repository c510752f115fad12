/** What is lit while something is selected, focused or under the pointer; the rest is shown at 20 %. */
import type { PictureSelection, Scene } from "./scene.ts";

export const FADED_ALPHA = 0.2;

export type Target = { kind: "node" | "edge"; id: string };

export interface Light {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** Who is whose neighbour, and who lies in whom: made once for a scene. */
export interface Neighbourhoods {
  edgesOf: ReadonlyMap<string, readonly string[]>;
  ends: ReadonlyMap<string, readonly [string, string]>;
  parentOf: ReadonlyMap<string, string>;
  childrenOf: ReadonlyMap<string, readonly string[]>;
}

export function neighbourhoodsOf(scene: Scene): Neighbourhoods {
  const edgesOf = new Map<string, string[]>();
  const ends = new Map<string, readonly [string, string]>();
  const parentOf = new Map<string, string>();
  const childrenOf = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, value: string) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const edge of scene.edges) {
    ends.set(edge.id, [edge.source, edge.target]);
    push(edgesOf, edge.source, edge.id);
    push(edgesOf, edge.target, edge.id);
  }
  for (const node of scene.nodes) {
    if (node.parent === null) continue;
    parentOf.set(node.id, node.parent);
    push(childrenOf, node.parent, node.id);
  }
  return { edgesOf, ends, parentOf, childrenOf };
}

/**
 * `null` when nothing is lit, so that nothing fades. What the pointer or the keyboard is on comes before the
 * selection; what is selected stays visible with it.
 */
export function lightOf(
  near: Neighbourhoods,
  selection: PictureSelection,
  pointed: Target | null,
): Light | null {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const lightEdge = (id: string) => {
    const ends = near.ends.get(id);
    if (!ends) return;
    edges.add(id);
    for (const end of ends) nodes.add(end);
  };
  const lightNode = (id: string) => {
    const within = [id, ...descendants(near, id)];
    for (const inner of within) {
      nodes.add(inner);
      for (const edge of near.edgesOf.get(inner) ?? []) lightEdge(edge);
    }
  };
  if (pointed?.kind === "node") lightNode(pointed.id);
  else if (pointed?.kind === "edge") lightEdge(pointed.id);
  else if (selection.fades === false) return null;
  // A chosen ribbon is looked at alone: the other ribbons of its two groups would drown it.
  else if (selection.edge !== null && near.ends.has(selection.edge)) lightEdge(selection.edge);
  else for (const id of selection.nodes) lightNode(id);
  if (nodes.size === 0) return null;
  for (const id of selection.nodes) nodes.add(id);
  for (const id of [...nodes]) {
    for (let up = near.parentOf.get(id); up !== undefined && !nodes.has(up); ) {
      nodes.add(up);
      up = near.parentOf.get(up);
    }
  }
  return { nodes, edges };
}

function descendants(near: Neighbourhoods, id: string): string[] {
  const found: string[] = [];
  const waiting = [...(near.childrenOf.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id || found.includes(next)) continue;
    found.push(next);
    waiting.push(...(near.childrenOf.get(next) ?? []));
  }
  return found;
}
