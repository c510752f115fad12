/**
 * The painter in plain SVG, for browsers without WebGL. Everything in the plane lies in one group that the camera
 * transforms; widths, icons and names are in px and follow the zoom.
 */
import { toScreen } from "./camera.ts";
import {
  type DrawEdge,
  type DrawNode,
  type Frame,
  ICON_RADIUS_PX,
  type Painter,
  radiusPx,
} from "./frame.ts";
import {
  BROKER_GAP_PX,
  BROKER_WIDTH_PX,
  beadsOf,
  edgeLookOf,
  FOCUS_DASH_PX,
  iconSizePx,
  lookOf,
  MARK_WIDTH_PX,
  markRadiusPx,
  ribbonsFirst,
} from "./look.ts";
import { KIND_MARKS, PICTURE_COLOURS } from "./palette.ts";
import { createElement, KeyedLayer, setAttributes } from "./svg-elements.ts";
import { createWritingLayer } from "./svg-writing.ts";

export function createSvgPainter(element: HTMLElement): Painter {
  const root = createElement("svg");
  setAttributes(root, { width: "100%", height: "100%", "aria-hidden": "true" });
  const plane = group(root);
  const containers = new KeyedLayer(group(plane), makeDisc);
  const ribbons = new KeyedLayer(group(plane), makeRibbon);
  const discs = new KeyedLayer(group(plane), makeDisc);
  const writing = createWritingLayer(group(root));
  element.append(root);
  let lastZoom = 0;

  return {
    technique: "svg",
    paint(frame) {
      const { camera, size, changed } = frame;
      const { zoom } = camera;
      setAttributes(plane, {
        transform: `translate(${size.width / 2 - camera.x * zoom} ${size.height / 2 - camera.y * zoom}) scale(${zoom})`,
      });
      if (changed.members) {
        containers.keep(frame.nodes.filter((draw) => draw.container).map(keyOf));
        discs.keep(frame.nodes.filter((draw) => !draw.container).map(keyOf));
        ribbons.keep(ribbonsFirst(frame.edges).map((draw) => draw.edge.id));
      }
      if (changed.members || changed.shape || changed.style || zoom !== lastZoom) {
        for (const draw of frame.edges) paintEdge(ribbons.get(draw.edge.id), draw, frame);
        for (const draw of frame.nodes) {
          paintDisc((draw.container ? containers : discs).get(draw.node.id), draw, frame);
        }
        lastZoom = zoom;
      }
      paintIconPlaces(discs, frame);
      writing.paint(frame);
    },
    dispose: () => root.remove(),
  };
}

const keyOf = (draw: DrawNode) => draw.node.id;

function group(parent: SVGElement): SVGElement {
  const made = createElement("g");
  parent.append(made);
  return made;
}

interface Disc {
  root: SVGElement;
  circle: SVGElement;
  ring: SVGElement;
  broker: SVGElement | null;
  icon: SVGElement;
}

function makeDisc(): Disc {
  const root = createElement("g");
  const circle = createElement("circle");
  const ring = createElement("circle");
  const icon = createElement("path");
  setAttributes(circle, { "vector-effect": "non-scaling-stroke" });
  setAttributes(ring, { fill: "none", "vector-effect": "non-scaling-stroke" });
  setAttributes(icon, {
    fill: "none",
    "stroke-width": 2.1,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  root.append(circle, ring, icon);
  return { root, circle, ring, broker: null, icon };
}

function paintDisc(disc: Disc, draw: DrawNode, frame: Frame): void {
  const { root, circle, ring, icon } = disc;
  const { zoom } = frame.camera;
  const look = lookOf(draw, frame.theme);
  const rPx = radiusPx(draw, zoom);
  const ringPx = Math.min(look.ringPx, rPx * 0.4);
  setAttributes(root, { opacity: draw.alpha, "data-id": draw.node.id });
  setAttributes(circle, {
    cx: draw.x,
    cy: draw.y,
    // The ring lies inside the border, as in the WebGL picture.
    r: (rPx - ringPx / 2) / zoom,
    fill: look.fill,
    stroke: look.ring,
    "stroke-width": ringPx,
  });
  const isMarked = draw.selected || draw.focused;
  const colours = PICTURE_COLOURS[frame.theme];
  setAttributes(ring, { display: isMarked ? "inline" : "none" });
  if (isMarked) {
    setAttributes(ring, {
      cx: draw.x,
      cy: draw.y,
      r: (rPx + markRadiusPx(draw)) / zoom,
      stroke: draw.selected ? colours.accent : colours.ink,
      "stroke-width": draw.selected ? MARK_WIDTH_PX : 2,
      "stroke-dasharray": draw.selected ? "none" : FOCUS_DASH_PX.join(" "),
    });
  }
  paintBroker(disc, draw, frame);
  setAttributes(icon, { display: hasIcon(draw, rPx) ? "inline" : "none" });
  if (hasIcon(draw, rPx)) {
    setAttributes(icon, { d: KIND_MARKS[draw.node.kind].path, stroke: look.icon });
  }
}

function paintBroker(disc: Disc, draw: DrawNode, { camera, theme }: Frame): void {
  if (draw.node.mark !== "broker") {
    disc.broker?.remove();
    disc.broker = null;
    return;
  }
  if (disc.broker === null) {
    disc.broker = createElement("circle");
    setAttributes(disc.broker, { fill: "none", "vector-effect": "non-scaling-stroke" });
    disc.root.append(disc.broker);
  }
  const rPx = radiusPx(draw, camera.zoom);
  setAttributes(disc.broker, {
    cx: draw.x,
    cy: draw.y,
    r: (rPx + BROKER_GAP_PX + BROKER_WIDTH_PX / 2) / camera.zoom,
    stroke: PICTURE_COLOURS[theme].ink,
    "stroke-width": BROKER_WIDTH_PX,
  });
}

function hasIcon(draw: DrawNode, rPx: number): boolean {
  return !draw.container && rPx >= ICON_RADIUS_PX;
}

/** Where a name stands inside a disc, the icon stands above it: that changes with the names. */
function paintIconPlaces(discs: KeyedLayer<Disc>, frame: Frame): void {
  const { camera, size } = frame;
  const inside = new Map(
    frame.labels.filter((label) => label.place === "inside").map((label) => [label.id, label]),
  );
  for (const draw of frame.nodes) {
    const rPx = radiusPx(draw, camera.zoom);
    if (!hasIcon(draw, rPx)) continue;
    const sizePx = iconSizePx(draw, rPx);
    const label = inside.get(draw.node.id);
    const middlePx = toScreen(camera, size, draw.x, draw.y).y;
    const upPx = label ? middlePx - (label.y - sizePx * 0.5 - 2) : 0;
    const scale = sizePx / 24 / camera.zoom;
    const x = draw.x - sizePx / 2 / camera.zoom;
    const y = draw.y - (sizePx / 2 + upPx) / camera.zoom;
    setAttributes(discs.get(draw.node.id).icon, {
      transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`,
    });
  }
}

interface Ribbon {
  root: SVGElement;
  band: SVGElement;
  core: SVGElement | null;
}

function makeRibbon(): Ribbon {
  const root = createElement("g");
  const band = createElement("path");
  setAttributes(band, { fill: "none", "vector-effect": "non-scaling-stroke" });
  root.append(band);
  return { root, band, core: null };
}

function paintEdge(ribbon: Ribbon, draw: DrawEdge, frame: Frame): void {
  const { x1, y1, cx, cy, x2, y2 } = draw.curve;
  const points = [x1, y1, cx, cy, x2, y2].map((value) => Math.round(value * 100) / 100);
  const look = edgeLookOf(draw, frame.theme, frame.camera.zoom);
  const d = `M${points[0]} ${points[1]}Q${points[2]} ${points[3]} ${points[4]} ${points[5]}`;
  setAttributes(ribbon.band, {
    d,
    stroke: look.colour,
    "stroke-opacity": look.alpha,
    "stroke-width": look.widthPx,
    "stroke-dasharray": look.dashPx.length === 0 ? "none" : look.dashPx.join(" "),
    "stroke-linecap": look.cap,
  });
  if (look.corePx === 0) {
    ribbon.core?.remove();
    ribbon.core = null;
    return;
  }
  if (ribbon.core === null) {
    ribbon.core = createElement("path");
    setAttributes(ribbon.core, {
      fill: "none",
      "vector-effect": "non-scaling-stroke",
      "stroke-linecap": "round",
    });
    ribbon.root.append(ribbon.core);
  }
  setAttributes(ribbon.core, {
    d,
    stroke: look.coreColour,
    "stroke-opacity": look.coreAlpha,
    "stroke-width": look.corePx,
    "stroke-dasharray": beadsOf(look.corePx).join(" "),
  });
}
