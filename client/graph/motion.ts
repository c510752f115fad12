/** From one scene to the next: who stays moves to its new place, who is new appears there, nothing flies in. */
import { easeOut } from "./camera.ts";
import type { DrawEdge, DrawNode } from "./frame.ts";
import { ribbonCurve, ribbonWidthPx, strengthOf } from "./geometry.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";

export const MOTION_MS = 300;
const PATTERN_WIDTH_PX = { dashed: 2.4, dotted: 2.2, solid: 1.6 } as const;

interface Movement {
  draw: DrawNode;
  from: { x: number; y: number; r: number; enter: number };
}

/** The drawn nodes and edges of a scene, and the movement that leads there. */
export class Motion {
  nodes: DrawNode[] = [];
  edges: DrawEdge[] = [];
  readonly byId = new Map<string, DrawNode>();
  readonly edgeById = new Map<string, DrawEdge>();
  /** 0 to 1 while a node appears. */
  readonly enter = new Map<string, number>();
  #movements: Movement[] = [];
  #startedMs: number | null = null;

  get isMoving(): boolean {
    return this.#startedMs !== null;
  }

  /** `nowMs` null: everything is in its place at once. */
  setScene(scene: Scene, nowMs: number | null): void {
    const parents = new Map(scene.nodes.map((node) => [node.id, node.parent]));
    const holders = new Set(scene.nodes.map((node) => node.parent));
    const before = new Map(this.byId);
    this.byId.clear();
    this.#movements = [];
    this.enter.clear();
    this.nodes = scene.nodes.map((node) => {
      const old = before.get(node.id);
      const draw = drawOf(node, holders.has(node.id), depthOf(node.id, parents));
      this.byId.set(node.id, draw);
      if (nowMs !== null && before.size > 0) {
        const from = old
          ? { x: old.x, y: old.y, r: old.r, enter: 1 }
          : { x: node.x, y: node.y, r: node.r, enter: 0 };
        Object.assign(draw, { x: from.x, y: from.y, r: from.r });
        this.enter.set(node.id, from.enter);
        this.#movements.push({ draw, from });
      }
      return draw;
    });
    this.nodes.sort(backToFront);
    this.#setEdges(scene);
    this.#startedMs = this.#movements.length > 0 ? nowMs : null;
    this.#shape();
  }

  /** Returns whether anything moved. */
  step(nowMs: number): boolean {
    if (this.#startedMs === null) return false;
    const t = Math.min(1, (nowMs - this.#startedMs) / MOTION_MS);
    this.#moveTo(easeOut(Math.max(0, t)));
    if (t >= 1) this.#end();
    return true;
  }

  finish(): void {
    if (this.#startedMs === null) return;
    this.#moveTo(1);
    this.#end();
  }

  #end(): void {
    this.#startedMs = null;
    this.#movements = [];
    this.enter.clear();
  }

  #moveTo(share: number): void {
    for (const { draw, from } of this.#movements) {
      draw.x = from.x + (draw.node.x - from.x) * share;
      draw.y = from.y + (draw.node.y - from.y) * share;
      draw.r = from.r + (draw.node.r - from.r) * share;
      this.enter.set(draw.node.id, from.enter + (1 - from.enter) * share);
    }
    this.#shape();
  }

  #setEdges(scene: Scene): void {
    const ribbons = scene.edges.filter((edge) => edge.role === "ribbon");
    const largest = ribbons.reduce((most, edge) => Math.max(most, edge.count), 0);
    this.edgeById.clear();
    this.edges = [];
    for (const edge of scene.edges) {
      if (!this.byId.has(edge.source) || !this.byId.has(edge.target)) continue;
      const isRibbon = edge.role === "ribbon";
      const strength = isRibbon ? strengthOf(edge.count, largest) : 0;
      const draw: DrawEdge = {
        edge,
        curve: { x1: 0, y1: 0, cx: 0, cy: 0, x2: 0, y2: 0 },
        strength,
        widthPx: isRibbon ? ribbonWidthPx(strength) : lineWidthPx(edge),
        coreShare: edge.count > 0 ? Math.min(1, edge.bridges / edge.count) : 0,
        alpha: 1,
        selected: false,
        hovered: false,
        lit: false,
      };
      this.edges.push(draw);
      this.edgeById.set(edge.id, draw);
    }
    // Thin ribbons lie on thick ones.
    this.edges.sort((a, b) => b.widthPx - a.widthPx || (a.edge.id < b.edge.id ? -1 : 1));
  }

  #shape(): void {
    for (const draw of this.edges) {
      const source = this.byId.get(draw.edge.source);
      const target = this.byId.get(draw.edge.target);
      if (!source || !target) continue;
      const isSwapped = draw.edge.source > draw.edge.target;
      const [a, b] = isSwapped ? [target, source] : [source, target];
      const { role, rise } = draw.edge;
      draw.curve = ribbonCurve(a, b, { bend: role === "ribbon" ? 1 : 0, rise });
    }
  }
}

function lineWidthPx({ role, hint, strong, pattern }: SceneEdge): number {
  if (pattern !== undefined) return PATTERN_WIDTH_PX[pattern];
  if (hint !== undefined) return strong ? 3.2 : 1.4;
  return role === "link" ? 1.4 : 1;
}

function drawOf(node: SceneNode, isHolder: boolean, depth: number): DrawNode {
  return {
    node,
    x: node.x,
    y: node.y,
    r: node.r,
    alpha: 1,
    container: node.role === "hull" || (node.role === "disc" && isHolder),
    depth,
    selected: false,
    focused: false,
    hovered: false,
  };
}

function depthOf(id: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let up = parents.get(id); up && depth < 20; up = parents.get(up)) depth++;
  return depth;
}

function backToFront(a: DrawNode, b: DrawNode): number {
  const layer = (draw: DrawNode) => (draw.container ? 0 : draw.node.role === "disc" ? 1 : 2);
  return (
    layer(a) - layer(b) ||
    a.depth - b.depth ||
    b.node.r - a.node.r ||
    (a.node.id < b.node.id ? -1 : 1)
  );
}
