/** What lies under a pixel: actors and discs, then names, then ribbons and links, then what contains others. */
import { toPlane, toScreen } from "./camera.ts";
import { type DrawEdge, type DrawNode, type Frame, radiusPx } from "./frame.ts";
import { distanceTo, widthAtZoom } from "./geometry.ts";
import type { Target } from "./highlight.ts";

/** A small target is as wide as this radius. */
const MIN_TARGET_RADIUS_PX = 12;
const EDGE_TOLERANCE_PX = 6;

export type HitFrame = Pick<Frame, "camera" | "size" | "nodes" | "edges" | "labels">;

export function hitTest(frame: HitFrame, x: number, y: number): Target | null {
  const disc = nodeAt(frame, x, y, (draw) => !draw.container);
  if (disc) return { kind: "node", id: disc.node.id };
  const label = frame.labels.find(
    (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  if (label) return { kind: "node", id: label.id };
  const edge = edgeAt(frame, x, y);
  if (edge) return { kind: "edge", id: edge.edge.id };
  const container = nodeAt(frame, x, y, (draw) => draw.container);
  return container ? { kind: "node", id: container.node.id } : null;
}

/** The one whose border is nearest inwards; of several discs in each other the innermost. */
function nodeAt(
  frame: HitFrame,
  x: number,
  y: number,
  filter: (draw: DrawNode) => boolean,
): DrawNode | null {
  let best: DrawNode | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const draw of frame.nodes) {
    if (!filter(draw)) continue;
    const at = toScreen(frame.camera, frame.size, draw.x, draw.y);
    const distance = Math.hypot(at.x - x, at.y - y);
    const r = radiusPx(draw, frame.camera.zoom);
    const isHit = draw.container ? distance <= r : distance <= Math.max(r, MIN_TARGET_RADIUS_PX);
    // Inside counts by size, so that the smaller one on top wins; beside it counts by distance.
    const score = distance <= r ? r - 10_000 : distance - r;
    if (isHit && score < bestScore) {
      best = draw;
      bestScore = score;
    }
  }
  return best;
}

function edgeAt(frame: HitFrame, x: number, y: number): DrawEdge | null {
  const { zoom } = frame.camera;
  const at = toPlane(frame.camera, frame.size, x, y);
  let best: DrawEdge | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const draw of frame.edges) {
    if (draw.edge.role === "membership") continue;
    const half = widthAtZoom(draw.widthPx, zoom) / 2;
    const reach = EDGE_TOLERANCE_PX + half;
    if (!isNear(draw, at.x, at.y, reach / zoom)) continue;
    const beside = Math.max(0, distanceTo(draw.curve, at.x, at.y) * zoom - half);
    // Lit ribbons come before faded ones; of two under the pointer the thinner, which lies on top.
    const score = beside + (1 - draw.alpha) * EDGE_TOLERANCE_PX;
    if (beside <= EDGE_TOLERANCE_PX && score <= bestScore) {
      best = draw;
      bestScore = score;
    }
  }
  return best;
}

function isNear({ curve }: DrawEdge, x: number, y: number, reach: number): boolean {
  return (
    x >= Math.min(curve.x1, curve.cx, curve.x2) - reach &&
    x <= Math.max(curve.x1, curve.cx, curve.x2) + reach &&
    y >= Math.min(curve.y1, curve.cy, curve.y2) - reach &&
    y <= Math.max(curve.y1, curve.cy, curve.y2) + reach
  );
}
