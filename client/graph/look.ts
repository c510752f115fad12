/** How each thing looks, in one place for both painters: fills, rings, widths and text styles. */
import { mix } from "./colour.ts";
import type { DrawEdge, DrawNode } from "./frame.ts";
import { widthAtZoom } from "./geometry.ts";
import type { PlacedLabel } from "./label-layout.ts";
import { kindColour, PICTURE_COLOURS, type PictureColours, type Theme } from "./palette.ts";

export interface NodeLook {
  fill: string;
  ring: string;
  ringPx: number;
  icon: string;
}

export function lookOf({ node, container, hovered }: DrawNode, theme: Theme): NodeLook {
  const colours = PICTURE_COLOURS[theme];
  const colour = kindColour(node.kind, theme);
  if (node.role === "actor") {
    return {
      fill: colour,
      ring: colours.background,
      ringPx: 1.5,
      icon: colours.background,
    };
  }
  const tint = container ? colours.hullTint : colours.discTint;
  return {
    fill: mix(colours.background, colour, hovered ? tint + 0.08 : tint),
    ring: container ? mix(colours.background, colour, 0.6) : colour,
    ringPx: container ? 1.5 : 2,
    icon: colour,
  };
}

/** The icon as share of the radius, and how far above the middle it stands. */
export function iconSizePx(draw: DrawNode, radiusPx: number): number {
  if (draw.node.role === "actor") return Math.min(radiusPx * 1.25, 26);
  return Math.min(radiusPx * 0.95, 30);
}

/** Ring around what is selected or focused, outside the disc. */
export const MARK_GAP_PX = 3;
export const MARK_WIDTH_PX = 3;
export const FOCUS_DASH_PX = [5, 4];
/** Second ring around who could introduce others; what is selected has its ring outside of it. */
export const BROKER_GAP_PX = 2.5;
export const BROKER_WIDTH_PX = 2;

/** How far that ring reaches beyond the disc; 0 without. */
export function borderPx({ node }: DrawNode): number {
  return node.mark === "broker" ? BROKER_GAP_PX + BROKER_WIDTH_PX : 0;
}

/** From the border of a disc to the middle of the ring of selection or focus. */
export function markRadiusPx(draw: DrawNode): number {
  return borderPx(draw) + MARK_GAP_PX + MARK_WIDTH_PX / 2;
}
export const HALO_WIDTH_PX = 3.5;
export const LABEL_WEIGHT = 520;
export const STRONG_WEIGHT = 650;

export interface EdgeLook {
  colour: string;
  alpha: number;
  widthPx: number;
  /** Line for the actors in both groups; 0 for none. */
  coreColour: string;
  coreAlpha: number;
  corePx: number;
  /** Lengths of dash and gap; empty for a line without. */
  dashPx: readonly number[];
  cap: "butt" | "round";
}

const DASHES = { dashed: [9, 6], dotted: [0.01, 5], solid: [] } as const;
const PLAIN = { dashPx: [], cap: "butt" } as const;

export function edgeLookOf(draw: DrawEdge, theme: Theme, zoom: number): EdgeLook {
  const colours = PICTURE_COLOURS[theme];
  const isMarked = draw.selected || draw.hovered;
  const widthPx = widthAtZoom(draw.widthPx, zoom);
  if (draw.edge.pattern !== undefined) {
    const { pattern } = draw.edge;
    return {
      colour: isMarked || pattern === "dashed" ? colours.accent : colours.ribbon,
      alpha: draw.alpha,
      widthPx: isMarked ? widthPx + 1.4 : widthPx,
      coreColour: colours.core,
      coreAlpha: 0,
      corePx: 0,
      dashPx: DASHES[pattern],
      cap: pattern === "dotted" ? "round" : "butt",
    };
  }
  if (draw.edge.role !== "ribbon") {
    const colour = draw.edge.role === "link" ? colours.link : colours.membership;
    return {
      colour: isMarked || draw.edge.strong ? colours.accent : colour,
      alpha: draw.alpha,
      widthPx: draw.edge.strong
        ? Math.min(4.5, Math.max(3.2, widthPx))
        : isMarked
          ? Math.max(2.5, widthPx)
          : widthPx,
      coreColour: colour,
      coreAlpha: 0,
      corePx: 0,
      ...PLAIN,
    };
  }
  const core = widthPx * draw.coreShare;
  return {
    colour: isMarked ? colours.accent : colours.ribbon,
    alpha: (isMarked ? 0.75 : ribbonAlpha(draw, colours)) * draw.alpha,
    widthPx: isMarked ? Math.max(3, widthPx) : widthPx,
    coreColour: colours.core,
    coreAlpha: coreAlpha(draw, colours) * draw.alpha,
    corePx: core > 0 ? Math.max(1.5, core) : 0,
    ...PLAIN,
  };
}

/** Ribbons lie below links, in every picture. */
export function ribbonsFirst(edges: readonly DrawEdge[]): DrawEdge[] {
  const rank = (draw: DrawEdge) => (draw.edge.role === "ribbon" ? 0 : 1);
  return [...edges].sort((a, b) => rank(a) - rank(b));
}

/** Weak ribbons step back, so that the strong ones can be followed; lit ones and those with words come forward. */
function ribbonAlpha({ edge, strength, lit }: DrawEdge, colours: PictureColours): number {
  const { weak, strong } = colours.ribbonAlpha;
  return lit || edge.text !== undefined ? strong : weak + (strong - weak) * strength ** 2;
}

/** Beads of weak ribbons are fainter still: hundreds of small dots would be all that one sees. */
function coreAlpha({ strength, lit }: DrawEdge, colours: PictureColours): number {
  return lit ? colours.coreAlpha : colours.coreAlpha * (0.3 + 0.7 * strength ** 2);
}

/** Beads: round caps make dots of a dash without length. Wide cores get longer gaps. */
export function beadsOf(corePx: number): [number, number] {
  return [0.01, Math.max(4.5, corePx * 1.9)];
}

/** Lines of a name stand flush with the disc they are beside. */
export function anchorOf(label: PlacedLabel): { x: number; align: "left" | "center" | "right" } {
  if (label.place === "right") return { x: label.x + 1, align: "left" };
  if (label.place === "left") return { x: label.x + label.width - 1, align: "right" };
  return { x: label.x + label.width / 2, align: "center" };
}
