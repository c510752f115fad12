/**
 * What lies below the discs in the WebGL picture: hulls, discs that hold others, ribbons, steps of paths; on a 2D
 * canvas.
 */
import { toScreen } from "./camera.ts";
import { type DrawEdge, type DrawNode, type Frame, radiusPx } from "./frame.ts";
import { beadsOf, edgeLookOf, lookOf } from "./look.ts";

export function paintGround(context: CanvasRenderingContext2D, frame: Frame): void {
  for (const draw of frame.nodes) if (draw.container) paintContainer(context, frame, draw);
  for (const draw of frame.edges) {
    if (isPainted(draw) && !draw.edge.strong) paintRibbon(context, frame, draw);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** The chosen path, to be painted over everything pale: the graphics card's pale lines are opaque. */
export function paintChosenPath(context: CanvasRenderingContext2D, frame: Frame): void {
  for (const draw of frame.edges) if (draw.edge.strong) paintRibbon(context, frame, draw);
  context.globalAlpha = 1;
}

/** Lines whose width in px matters: the rest is left to the graphics card. */
export function isPainted({ edge }: DrawEdge): boolean {
  return edge.role === "ribbon" || edge.hint !== undefined;
}

function paintContainer(context: CanvasRenderingContext2D, frame: Frame, draw: DrawNode): void {
  const at = toScreen(frame.camera, frame.size, draw.x, draw.y);
  const look = lookOf(draw, frame.theme);
  context.globalAlpha = draw.alpha;
  context.beginPath();
  context.arc(at.x, at.y, radiusPx(draw, frame.camera.zoom), 0, Math.PI * 2);
  context.fillStyle = look.fill;
  context.fill();
  context.strokeStyle = look.ring;
  context.lineWidth = look.ringPx;
  context.stroke();
}

function paintRibbon(context: CanvasRenderingContext2D, frame: Frame, draw: DrawEdge): void {
  const { camera, size } = frame;
  const { curve } = draw;
  const look = edgeLookOf(draw, frame.theme, camera.zoom);
  const start = toScreen(camera, size, curve.x1, curve.y1);
  const middle = toScreen(camera, size, curve.cx, curve.cy);
  const end = toScreen(camera, size, curve.x2, curve.y2);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(middle.x, middle.y, end.x, end.y);
  context.lineCap = look.cap;
  context.setLineDash([...look.dashPx]);
  context.globalAlpha = look.alpha;
  context.strokeStyle = look.colour;
  context.lineWidth = look.widthPx;
  context.stroke();
  if (look.corePx === 0) return;
  context.lineCap = "round";
  context.setLineDash(beadsOf(look.corePx));
  context.globalAlpha = look.coreAlpha;
  context.strokeStyle = look.coreColour;
  context.lineWidth = look.corePx;
  context.stroke();
}
