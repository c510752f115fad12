/** Revealing a picture step by step: which part of it each node and each line belongs to. */
import type { ScenePart } from "../../server/contract/story-words.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";

export interface Parts {
  nodes: ReadonlyMap<string, ScenePart>;
  edges: ReadonlyMap<string, ScenePart>;
}

const OF_PATTERN = { dashed: "missing", dotted: "brokers", solid: "bridges" } as const;

/** Lines by their pattern; an actor by the lines that it is on, who introduces and who belongs to both first. */
export function partsOf({ nodes, edges }: Scene): Parts {
  const edgeParts = new Map<string, ScenePart>();
  const touched = new Map<string, Set<ScenePart>>();
  for (const edge of edges) {
    const part = partOfEdge(edge);
    edgeParts.set(edge.id, part);
    for (const end of [edge.source, edge.target]) {
      const parts = touched.get(end) ?? new Set();
      touched.set(end, parts.add(part));
    }
  }
  return {
    nodes: new Map(nodes.map((node) => [node.id, partOfNode(node, touched.get(node.id))])),
    edges: edgeParts,
  };
}

function partOfEdge(edge: SceneEdge): ScenePart {
  return edge.pattern === undefined ? "links" : OF_PATTERN[edge.pattern];
}

function partOfNode(node: SceneNode, touched: ReadonlySet<ScenePart> | undefined): ScenePart {
  if (node.role !== "actor") return "groups";
  if (touched?.has("bridges")) return "bridges";
  // Who is suggested and could introduce too comes with the suggestion, and gets its ring later.
  if (touched?.has("missing")) return "missing";
  return node.mark === "broker" ? "brokers" : "actors";
}

/** The parts that the picture has, in the order in which they can be revealed. */
export function presentParts(parts: Parts, order: readonly ScenePart[]): ScenePart[] {
  const present = new Set([...parts.nodes.values(), ...parts.edges.values()]);
  return order.filter((part) => present.has(part));
}

/**
 * @param steps what comes at each step; what none of them names is there from the start
 * @param step 0 … `steps.length - 1`
 */
export function revealed(
  scene: Scene,
  steps: readonly (readonly ScenePart[])[],
  step: number,
): Scene {
  const hidden = new Set(steps.slice(step + 1).flat());
  if (hidden.size === 0) return scene;
  const parts = partsOf(scene);
  const nodes = scene.nodes
    .filter(({ id }) => !hidden.has(parts.nodes.get(id) ?? "groups"))
    .map((node) => (node.mark === "broker" && hidden.has("brokers") ? unmarked(node) : node));
  const drawn = new Set(nodes.map(({ id }) => id));
  const edges = scene.edges.filter(
    (edge) =>
      !hidden.has(parts.edges.get(edge.id) ?? "links") &&
      drawn.has(edge.source) &&
      drawn.has(edge.target),
  );
  return { ...scene, nodes, edges };
}

function unmarked({ mark: _, ...node }: SceneNode): SceneNode {
  return node;
}
