/** What lies above the discs in the WebGL picture: icons, rings of selection and focus, numbers, names. */
import { toScreen } from "./camera.ts";
import { type DrawLabel, type DrawNode, type Frame, ICON_RADIUS_PX, radiusPx } from "./frame.ts";
import { LINE_HEIGHT } from "./label-layout.ts";
import {
  anchorOf,
  BROKER_GAP_PX,
  BROKER_WIDTH_PX,
  FOCUS_DASH_PX,
  HALO_WIDTH_PX,
  iconSizePx,
  LABEL_WEIGHT,
  lookOf,
  MARK_WIDTH_PX,
  markRadiusPx,
  STRONG_WEIGHT,
} from "./look.ts";
import { KIND_MARKS, PICTURE_COLOURS } from "./palette.ts";
import type { PlacedPill } from "./pill-layout.ts";

const ICON_FIELD = 24;
const icons = new Map<string, Path2D>();

export function paintOverlay(context: CanvasRenderingContext2D, frame: Frame): void {
  const insideLabelled = new Map(
    frame.labels.filter((label) => label.place === "inside").map((label) => [label.id, label]),
  );
  for (const draw of frame.nodes) paintMarks(context, frame, draw, insideLabelled);
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.textBaseline = "middle";
  for (const label of frame.labels) paintLabel(context, frame, label);
  for (const pill of frame.pills) paintPill(context, frame, pill);
  context.globalAlpha = 1;
}

function paintMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  draw: DrawNode,
  insideLabelled: ReadonlyMap<string, DrawLabel>,
): void {
  const r = radiusPx(draw, frame.camera.zoom);
  const isMarked = draw.selected || draw.focused;
  const hasIcon = r >= ICON_RADIUS_PX && !draw.container;
  const isBroker = draw.node.mark === "broker";
  if (!isMarked && !hasIcon && !isBroker) return;
  const at = toScreen(frame.camera, frame.size, draw.x, draw.y);
  const { width, height } = frame.size;
  if (at.x + r < 0 || at.x - r > width || at.y + r < 0 || at.y - r > height) return;
  context.globalAlpha = draw.alpha;
  const colours = PICTURE_COLOURS[frame.theme];
  if (isBroker) {
    context.beginPath();
    context.arc(at.x, at.y, r + BROKER_GAP_PX + BROKER_WIDTH_PX / 2, 0, Math.PI * 2);
    context.setLineDash([]);
    context.strokeStyle = colours.ink;
    context.lineWidth = BROKER_WIDTH_PX;
    context.stroke();
  }
  if (isMarked) {
    context.beginPath();
    context.arc(at.x, at.y, r + markRadiusPx(draw), 0, Math.PI * 2);
    context.setLineDash(draw.selected ? [] : FOCUS_DASH_PX);
    context.strokeStyle = draw.selected ? colours.accent : colours.ink;
    context.lineWidth = draw.selected ? MARK_WIDTH_PX : 2;
    context.stroke();
  }
  if (!hasIcon) return;
  const label = insideLabelled.get(draw.node.id);
  const size = iconSizePx(draw, r);
  const y = label ? label.y - size * 0.5 - 2 : at.y;
  paintIcon(context, frame, draw, at.x, y, size);
}

function paintIcon(
  context: CanvasRenderingContext2D,
  frame: Frame,
  draw: DrawNode,
  x: number,
  y: number,
  sizePx: number,
): void {
  const { path } = KIND_MARKS[draw.node.kind];
  let icon = icons.get(path);
  if (!icon) {
    icon = new Path2D(path);
    icons.set(path, icon);
  }
  context.save();
  context.translate(x - sizePx / 2, y - sizePx / 2);
  context.scale(sizePx / ICON_FIELD, sizePx / ICON_FIELD);
  context.strokeStyle = lookOf(draw, frame.theme).icon;
  context.lineWidth = 2.1;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.setLineDash([]);
  context.stroke(icon);
  context.restore();
}

function paintLabel(context: CanvasRenderingContext2D, frame: Frame, label: DrawLabel): void {
  const colours = PICTURE_COLOURS[frame.theme];
  const lineHeight = frame.labelSizePx * LINE_HEIGHT;
  context.font = `${label.strong ? STRONG_WEIGHT : LABEL_WEIGHT} ${frame.labelSizePx}px ${frame.fontFamily}`;
  context.globalAlpha = label.alpha;
  label.lines.forEach((line, index) => {
    const { x, align } = anchorOf(label);
    context.textAlign = align;
    const y = label.y + lineHeight * (index + 0.5);
    if (label.place !== "inside") {
      context.lineJoin = "round";
      context.lineWidth = HALO_WIDTH_PX;
      context.strokeStyle = colours.background;
      context.strokeText(line, x, y);
    }
    context.fillStyle = colours.ink;
    context.fillText(line, x, y);
  });
}

function paintPill(context: CanvasRenderingContext2D, frame: Frame, pill: PlacedPill): void {
  const colours = PICTURE_COLOURS[frame.theme];
  context.textAlign = "center";
  context.globalAlpha = 1;
  context.beginPath();
  context.roundRect(pill.x, pill.y, pill.width, pill.height, pill.height / 2);
  context.fillStyle = pill.strong ? colours.accent : colours.pill;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = pill.strong ? colours.accent : colours.pillBorder;
  context.stroke();
  context.font = `${STRONG_WEIGHT} ${frame.labelSizePx}px ${frame.fontFamily}`;
  context.fillStyle = pill.strong ? colours.background : colours.inkSoft;
  context.fillText(pill.text, pill.x + pill.width / 2, pill.y + pill.height / 2 + 0.5);
}
