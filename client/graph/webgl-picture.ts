/**
 * The painter on Sigma: discs and links in WebGL from a graphology graph that is kept in step with the frame; hulls
 * and ribbons on a 2D layer below, names above. Sigma's own mouse handling is off: both techniques share ours.
 */
import { MultiGraph } from "graphology";
import Sigma from "sigma";
import { EdgeRectangleProgram } from "sigma/rendering";
import { isPainted, paintChosenPath, paintGround } from "./canvas-ground.ts";
import { paintOverlay } from "./canvas-overlay.ts";
import { mix } from "./colour.ts";
import { type DiscAttributes, DiscProgram, type LineAttributes } from "./disc-program.ts";
import type { DrawEdge, DrawNode, Frame, Painter } from "./frame.ts";
import { edgeLookOf, lookOf } from "./look.ts";
import { PICTURE_COLOURS } from "./palette.ts";

/** Half the side of the square that Sigma takes for its whole world; any fixed value will do. */
const WORLD = 1_000;
/** Sigma's camera for the whole world. */
const MIDDLE = 0.5;

/** `onLost` is called when the browser takes the graphics context away. */
export function createWebglPainter(element: HTMLElement, onLost: () => void): Painter {
  const graph = new MultiGraph();
  const sigma = new Sigma(graph, element, {
    // A picture that is not shown for a moment, as in a window that is being made, has no size.
    allowInvalidContainer: true,
    stagePadding: 0,
    itemSizesReference: "positions",
    zoomToSizeRatioFunction: (ratio) => ratio,
    minEdgeThickness: 1.6,
    zIndex: true,
    renderLabels: false,
    defaultNodeType: "disc",
    defaultEdgeType: "line",
    nodeProgramClasses: { disc: DiscProgram },
    edgeProgramClasses: { line: EdgeRectangleProgram },
  });
  sigma.setCustomBBox({ x: [-WORLD, WORLD], y: [-WORLD, WORLD] });
  sigma.getMouseCaptor().kill();
  sigma.getTouchCaptor().kill();
  const ground = document.createElement("canvas");
  const names = document.createElement("canvas");
  element.prepend(ground);
  element.append(names);
  const groundContext = contextOf(ground);
  const namesContext = contextOf(names);
  const canvases = Object.values(sigma.getCanvases());
  const onContextLost = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  for (const canvas of canvases) canvas.addEventListener("webglcontextlost", onContextLost);

  return {
    technique: "webgl",
    paint(frame) {
      const { members, shape, style } = frame.changed;
      if (members) dropGone(graph, frame);
      if (members || shape || style) keepInStep(graph, frame);
      pointCamera(sigma, frame);
      if (members || shape || style) sigma.refresh({ schedule: false });
      else
        sigma.refresh({
          schedule: false,
          partialGraph: { nodes: [], edges: [] },
          skipIndexation: true,
        });
      clear(groundContext, frame);
      clear(namesContext, frame);
      paintGround(groundContext, frame);
      paintChosenPath(namesContext, frame);
      paintOverlay(namesContext, frame);
    },
    dispose() {
      for (const canvas of canvases) {
        canvas.removeEventListener("webglcontextlost", onContextLost);
      }
      sigma.kill();
      ground.remove();
      names.remove();
    },
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Picture: expected a 2D canvas from the browser, got none");
  Object.assign(canvas.style, { position: "absolute", inset: "0", width: "100%", height: "100%" });
  return context;
}

/** Empty, and as fine as the screen; one unit is one CSS pixel. */
function clear(context: CanvasRenderingContext2D, { size }: Frame): void {
  const { canvas } = context;
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
}

/** Sigma's camera is a share of the world; ours is the plane in px. (Sigma's settings against panning and zooming would
 * hold for this too; its captors are gone instead.) */
function pointCamera(sigma: Sigma, frame: Frame): void {
  const { camera, size } = frame;
  sigma.getCamera().setState({
    x: MIDDLE + camera.x / (2 * WORLD),
    y: MIDDLE - camera.y / (2 * WORLD),
    ratio: Math.min(size.width, size.height) / (2 * WORLD * camera.zoom),
    angle: 0,
  });
}

const isDisc = (draw: DrawNode) => !draw.container;
/** Sigma's lines grow with the plane; what is as wide as it is read is painted with the ribbons. */
const isLine = (draw: DrawEdge) => !isPainted(draw);

function dropGone(graph: MultiGraph, frame: Frame): void {
  const lines = new Set(frame.edges.filter(isLine).map((draw) => draw.edge.id));
  for (const id of graph.edges()) if (!lines.has(id)) graph.dropEdge(id);
  const kept = new Set(frame.nodes.filter(isDisc).map((draw) => draw.node.id));
  // A line may end at a container, which Sigma has as a disc that cannot be seen.
  for (const draw of frame.edges.filter(isLine)) kept.add(draw.edge.source).add(draw.edge.target);
  for (const id of graph.nodes()) if (!kept.has(id)) graph.dropNode(id);
}

function keepInStep(graph: MultiGraph, frame: Frame): void {
  const ends = new Set<string>();
  for (const draw of frame.edges.filter(isLine)) ends.add(draw.edge.source).add(draw.edge.target);
  frame.nodes.forEach((draw, zIndex) => {
    if (draw.container && !ends.has(draw.node.id)) return;
    const look = lookOf(draw, frame.theme);
    const attributes: DiscAttributes = {
      x: draw.x,
      // Sigma's plane has y upwards.
      y: -draw.y,
      size: draw.container ? 0 : draw.r,
      color: look.fill,
      ring: look.ring,
      ringPx: look.ringPx,
      alpha: draw.container ? 0 : draw.alpha,
      zIndex,
      type: "disc",
    };
    graph.mergeNode(draw.node.id, attributes);
  });
  const { background } = PICTURE_COLOURS[frame.theme];
  for (const draw of frame.edges) {
    if (!isLine(draw)) continue;
    const look = edgeLookOf(draw, frame.theme, 1);
    const attributes: LineAttributes = {
      size: look.widthPx,
      // Sigma's lines do not blend: a faded one is mixed here.
      color: mix(background, look.colour, look.alpha),
      type: "line",
      zIndex: draw.alpha < 1 ? 0 : draw.selected || draw.hovered ? 2 : 1,
    };
    graph.mergeEdgeWithKey(draw.edge.id, draw.edge.source, draw.edge.target, attributes);
  }
}
