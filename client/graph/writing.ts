/** Which names and numbers a frame shows, and where: the requests to the two layout kernels. */
import { type Size, toScreen } from "./camera.ts";
import { type DrawEdge, type DrawLabel, type DrawNode, radiusPx } from "./frame.ts";
import type { Curve } from "./geometry.ts";
import { FADED_ALPHA, type Light } from "./highlight.ts";
import { type LabelRequest, layoutLabels, type PlacedLabel } from "./label-layout.ts";
import { borderPx } from "./look.ts";
import { layoutPills, type PillRequest, type PlacedPill } from "./pill-layout.ts";
import type { CameraState } from "./scene.ts";
import type { Measure } from "./text-lines.ts";

export interface WritingInput {
  nodes: readonly DrawNode[];
  edges: readonly DrawEdge[];
  camera: CameraState;
  size: Size;
  mode: "auto" | "all" | "none";
  sizePx: number;
  measure: Measure;
  /** What is lit, with and without what the pointer is on. */
  light: Light | null;
  restingLight: Light | null;
  isPointed: boolean;
}

export interface Writing {
  labels: DrawLabel[];
  pills: PlacedPill[];
  hidden: number;
}

/** Room for one actor's name in a picture full of them. */
const PX_PER_LABEL = 9_000;
/** The largest discs always carry their name. */
const LARGEST_ALWAYS = 5;
const THICKEST_NUMBERED = 10;
const MAX_LIT_NUMBERED = 24;

export function write(input: WritingInput): Writing {
  const screen = new Map<DrawNode, { x: number; y: number; r: number }>();
  for (const draw of input.nodes) {
    const at = toScreen(input.camera, input.size, draw.x, draw.y);
    screen.set(draw, { ...at, r: radiusPx(draw, input.camera.zoom) });
  }
  const discs = [...screen]
    .filter(([draw]) => !draw.container && draw.node.isNamed !== false)
    .filter(([, { x, y, r }]) => isNear(x, y, r, input.size))
    .map(([draw, at]) => ({ id: draw.node.id, ...at }));
  const options = {
    ...input.size,
    sizePx: input.sizePx,
    measure: input.measure,
    obstacles: discs,
    limit:
      input.mode === "all"
        ? Number.POSITIVE_INFINITY
        : Math.round((input.size.width * input.size.height) / PX_PER_LABEL / (input.sizePx / 12)),
  };
  const layout = (light: Light | null, pinned?: ReadonlyMap<string, PlacedLabel>) =>
    layoutLabels(requestsOf(input, screen, light), { ...options, ...(pinned ? { pinned } : {}) });
  let result = layout(input.restingLight);
  if (input.isPointed) {
    result = layout(input.light, new Map(result.placed.map((label) => [label.id, label])));
  }
  const byId = new Map(input.nodes.map((draw) => [draw.node.id, draw]));
  const labels = result.placed.map((label): DrawLabel => {
    const draw = byId.get(label.id);
    const alpha = draw ? draw.alpha : 1;
    const isStrong =
      draw !== undefined &&
      (draw.container || draw.selected || draw.focused || draw.node.strong === true);
    return { ...label, strong: isStrong, alpha: alpha < 1 ? Math.max(alpha, FADED_ALPHA) : 1 };
  });
  const pills = layoutPills(pillRequests(input), {
    ...input.size,
    sizePx: input.sizePx,
    measure: input.measure,
    labels,
    discs,
  });
  return { labels, pills, hidden: result.hidden };
}

function requestsOf(
  input: WritingInput,
  screen: ReadonlyMap<DrawNode, { x: number; y: number; r: number }>,
  light: Light | null,
): LabelRequest[] {
  const requests: LabelRequest[] = [];
  const largest = new Set(
    input.nodes
      .filter((draw) => draw.node.role !== "actor" && !draw.node.faded)
      .sort((a, b) => b.node.weight - a.node.weight)
      .slice(0, LARGEST_ALWAYS),
  );
  for (const [draw, at] of screen) {
    const { node } = draw;
    if (!isNear(at.x, at.y, at.r, input.size)) continue;
    const isMarked = draw.selected || draw.focused || draw.hovered;
    if ((input.mode === "none" || node.isNamed === false) && !isMarked) continue;
    const isLit = light === null ? !node.faded : light.nodes.has(node.id) && !node.faded;
    requests.push({
      id: node.id,
      ...at,
      r: at.r + borderPx(draw),
      label: node.label,
      short: node.short,
      rank: rankOf(draw, isLit, light !== null),
      weight: node.weight + (node.role === "actor" ? 0 : 1_000),
      forced:
        isMarked ||
        node.isNamed === true ||
        (light === null && largest.has(draw)) ||
        (node.role === "hull" && isLit),
      // Below a hull, the ribbons of its actors leave.
      side: node.labelSide ?? (node.role === "hull" ? "above" : "below"),
      container: draw.container,
      inside: node.role === "disc" && !draw.container,
      ...(node.note === undefined ? {} : { note: node.note }),
      ...(node.labelRoom === undefined ? {} : { roomPx: node.labelRoom * input.camera.zoom }),
    });
  }
  return requests;
}

function rankOf(draw: DrawNode, isLit: boolean, isAnythingLit: boolean): number {
  if (draw.selected) return 5;
  if (draw.focused || draw.hovered) return 4;
  if (draw.node.strong) return 3;
  if (isLit) return isAnythingLit ? 3 : 2;
  return 1;
}

/**
 * Words on lines; of the numbers the thickest ribbons, or while something is lit its ribbons; what is pointed at or
 * selected in any case.
 */
function pillRequests(input: WritingInput): PillRequest[] {
  const marked = input.edges.filter((draw) => draw.selected || draw.hovered);
  const numbered = input.mode === "none" ? [] : input.edges.filter(isNumbered(input.light));
  numbered.sort((a, b) => b.edge.count - a.edge.count);
  const most = input.light === null ? THICKEST_NUMBERED : MAX_LIT_NUMBERED;
  const chosen = numbered.filter((draw) => !marked.includes(draw)).slice(0, most);
  const worded = input.edges.filter(isWorded(input)).filter((draw) => !marked.includes(draw));
  return [...marked, ...worded, ...chosen].map((draw) => ({
    id: draw.edge.id,
    text: draw.edge.text ?? String(draw.edge.count),
    curve: onScreen(draw.curve, input),
    forced: marked.includes(draw),
  }));
}

function isNumbered(light: Light | null): (draw: DrawEdge) => boolean {
  return ({ edge }) =>
    edge.role === "ribbon" &&
    edge.text === undefined &&
    !edge.faded &&
    (light === null || light.edges.has(edge.id));
}

function isWorded({ light, mode }: WritingInput): (draw: DrawEdge) => boolean {
  return ({ edge }) =>
    edge.text !== undefined &&
    mode !== "none" &&
    !edge.faded &&
    (light === null || light.edges.has(edge.id));
}

function onScreen(curve: Curve, { camera, size }: WritingInput): Curve {
  const start = toScreen(camera, size, curve.x1, curve.y1);
  const middle = toScreen(camera, size, curve.cx, curve.cy);
  const end = toScreen(camera, size, curve.x2, curve.y2);
  return { x1: start.x, y1: start.y, cx: middle.x, cy: middle.y, x2: end.x, y2: end.y };
}

function isNear(x: number, y: number, r: number, size: Size): boolean {
  return x + r > 0 && x - r < size.width && y + r > 0 && y - r < size.height;
}
