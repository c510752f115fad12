/** A frame of the picture as shapes: the same look and the same order as the painter in SVG. */
import { toScreen } from "../graph/camera.ts";
import {
  type DrawEdge,
  type DrawLabel,
  type DrawNode,
  type Frame,
  ICON_RADIUS_PX,
  radiusPx,
} from "../graph/frame.ts";
import { LINE_HEIGHT } from "../graph/label-layout.ts";
import {
  anchorOf,
  BROKER_GAP_PX,
  BROKER_WIDTH_PX,
  beadsOf,
  edgeLookOf,
  FOCUS_DASH_PX,
  iconSizePx,
  LABEL_WEIGHT,
  lookOf,
  MARK_WIDTH_PX,
  markRadiusPx,
  ribbonsFirst,
  STRONG_WEIGHT,
} from "../graph/look.ts";
import { KIND_MARKS, PICTURE_COLOURS } from "../graph/palette.ts";
import type { PlacedPill } from "../graph/pill-layout.ts";
import { overlaps } from "../graph/rectangle-grid.ts";
import type { Box, Curve, Disc, Drawing, DrawingItem, Icon, Meaning, Words } from "./drawing.ts";
import { reachOf } from "./shapes.ts";

/** What lies wholly outside of the frame is left out. */
export function drawingOf(frame: Frame): Drawing {
  const { width, height } = frame.size;
  const inside = new Map(
    frame.labels.filter(({ place }) => place === "inside").map((label) => [label.id, label]),
  );
  const names = new Map(frame.nodes.map(({ node }) => [node.id, node.label]));
  const items = [
    ...frame.nodes.filter(({ container }) => container).flatMap((draw) => nodeItems(draw, frame)),
    ...ribbonsFirst(frame.edges).flatMap((draw) => edgeItems(draw, frame, names)),
    ...frame.nodes
      .filter(({ container }) => !container)
      .flatMap((draw) => nodeItems(draw, frame, inside.get(draw.node.id))),
    ...frame.labels.map((label) => labelItem(label, frame, names)),
    ...frame.pills.flatMap((pill) => pillItems(pill, frame)),
  ];
  const whole = { x: 0, y: 0, width, height };
  return {
    width,
    height,
    background: PICTURE_COLOURS[frame.theme].background,
    items: items.filter((item) => overlaps(reachOf(item), whole)),
  };
}

/** The disc, its rings and its icon; a name inside the disc moves the icon up. */
function nodeItems(draw: DrawNode, frame: Frame, inside?: DrawLabel): DrawingItem[] {
  const { node, alpha } = draw;
  const { camera, size, theme } = frame;
  const at = toScreen(camera, size, draw.x, draw.y);
  const rPx = radiusPx(draw, camera.zoom);
  const look = lookOf(draw, theme);
  const ringPx = Math.min(look.ringPx, rPx * 0.4);
  const mark: Meaning = { of: "mark", id: node.id };
  const disc: Disc = {
    shape: "disc",
    meaning: { of: "node", id: node.id, name: node.label },
    alpha,
    ...at,
    // The ring lies inside the border.
    r: rPx - ringPx / 2,
    fill: look.fill,
    stroke: look.ring,
    strokePx: ringPx,
    dashPx: [],
  };
  const rings = ringsOf(draw, rPx, frame).map(
    (ring): Disc => ({ shape: "disc", meaning: mark, alpha, ...at, fill: null, ...ring }),
  );
  if (draw.container || rPx < ICON_RADIUS_PX) return [disc, ...rings];
  const sizePx = iconSizePx(draw, rPx);
  const middle = inside ? inside.y - sizePx * 0.5 - 2 : at.y;
  const icon: Icon = {
    shape: "icon",
    meaning: mark,
    alpha,
    d: KIND_MARKS[node.kind].path,
    x: at.x - sizePx / 2,
    y: middle - sizePx / 2,
    sizePx,
    stroke: look.icon,
  };
  return [disc, ...rings, icon];
}

/** Of selection, focus and broker. */
function ringsOf(draw: DrawNode, rPx: number, { theme }: Frame) {
  const { ink, accent } = PICTURE_COLOURS[theme];
  const rings: Pick<Disc, "r" | "stroke" | "strokePx" | "dashPx">[] = [];
  const r = rPx + markRadiusPx(draw);
  if (draw.selected) rings.push({ r, stroke: accent, strokePx: MARK_WIDTH_PX, dashPx: [] });
  else if (draw.focused) rings.push({ r, stroke: ink, strokePx: 2, dashPx: FOCUS_DASH_PX });
  if (draw.node.mark === "broker") {
    const broker = rPx + BROKER_GAP_PX + BROKER_WIDTH_PX / 2;
    rings.push({ r: broker, stroke: ink, strokePx: BROKER_WIDTH_PX, dashPx: [] });
  }
  return rings;
}

/** The line, and on a ribbon the beads of its core. */
function edgeItems(
  draw: DrawEdge,
  { camera, size, theme }: Frame,
  names: ReadonlyMap<string, string>,
): DrawingItem[] {
  const { edge, curve } = draw;
  const look = edgeLookOf(draw, theme, camera.zoom);
  const start = toScreen(camera, size, curve.x1, curve.y1);
  const middle = toScreen(camera, size, curve.cx, curve.cy);
  const end = toScreen(camera, size, curve.x2, curve.y2);
  const line: Curve = {
    shape: "curve",
    meaning: {
      of: "edge",
      id: edge.id,
      name: `${names.get(edge.source)} – ${names.get(edge.target)}`,
    },
    alpha: look.alpha,
    x1: start.x,
    y1: start.y,
    cx: middle.x,
    cy: middle.y,
    x2: end.x,
    y2: end.y,
    stroke: look.colour,
    strokePx: look.widthPx,
    dashPx: look.dashPx,
    cap: look.cap,
  };
  if (look.corePx === 0) return [line];
  const core: Curve = {
    ...line,
    meaning: { of: "mark", id: edge.id },
    alpha: look.coreAlpha,
    stroke: look.coreColour,
    strokePx: look.corePx,
    dashPx: beadsOf(look.corePx),
    cap: "round",
  };
  return [line, core];
}

function labelItem(
  label: DrawLabel,
  { theme, labelSizePx }: Frame,
  names: ReadonlyMap<string, string>,
): DrawingItem {
  const { ink, background } = PICTURE_COLOURS[theme];
  return {
    shape: "words",
    meaning: { of: "label", id: label.id, name: names.get(label.id) ?? label.id },
    alpha: label.alpha,
    lines: label.lines,
    ...anchorOf(label),
    y: label.y,
    sizePx: labelSizePx,
    lineHeight: LINE_HEIGHT,
    weight: label.strong ? STRONG_WEIGHT : LABEL_WEIGHT,
    fill: ink,
    halo: label.place === "inside" ? null : background,
    // The layout leaves a pixel on each side.
    widthPx: label.width - 2,
  };
}

function pillItems(pill: PlacedPill, { theme, labelSizePx }: Frame): DrawingItem[] {
  const colours = PICTURE_COLOURS[theme];
  const { id, text, strong, x, y, width, height } = pill;
  const box: Box = {
    shape: "box",
    meaning: { of: "mark", id },
    alpha: 1,
    x,
    y,
    width,
    height,
    radiusPx: height / 2,
    fill: strong ? colours.accent : colours.pill,
    stroke: strong ? colours.accent : colours.pillBorder,
    strokePx: 1,
  };
  const words: Words = {
    shape: "words",
    meaning: { of: "number", id },
    alpha: 1,
    lines: [text],
    x: x + width / 2,
    y: y + (height - labelSizePx * LINE_HEIGHT) / 2,
    align: "center",
    sizePx: labelSizePx,
    lineHeight: LINE_HEIGHT,
    weight: STRONG_WEIGHT,
    fill: strong ? colours.background : colours.inkSoft,
    halo: null,
    widthPx: width - labelSizePx * 0.9,
  };
  return [box, words];
}
