/**
 * Where names are written: below their disc or, where that is taken, elsewhere beside it; never one over another.
 * Pure: pixels in, pixels out; the caller measures text.
 */
import { type Rectangle, RectangleGrid } from "./rectangle-grid.ts";
import { breakLines, type Measure } from "./text-lines.ts";

export interface LabelRequest {
  id: string;
  /** Disc in px of the container. */
  x: number;
  y: number;
  r: number;
  label: string;
  short: string | null;
  /** Higher is placed first; within one rank the larger weight. */
  rank: number;
  weight: number;
  /** Shown at any price: selected, focused, the largest. */
  forced: boolean;
  /** Where the name is tried first. */
  side: "below" | "above" | "right" | "left";
  /** Holds others: there is room for a wider name. */
  container: boolean;
  /** May take the place inside its disc when the name fits there. */
  inside: boolean;
  /** A line of its own below the name. */
  note?: string;
  /** Room for a line of the name in px; as much as anywhere when not given. */
  roomPx?: number;
}

export interface PlacedLabel extends Rectangle {
  id: string;
  lines: string[];
  place: Place;
}
export type Place = "below" | "above" | "right" | "left" | "inside" | "aside";

export interface LabelLayoutOptions {
  width: number;
  height: number;
  sizePx: number;
  measure: Measure;
  /** Discs that no name should cover, in px. */
  obstacles: readonly { id: string; x: number; y: number; r: number }[];
  /** Most labels to draw, forced ones not counted. */
  limit: number;
  /** Places of an earlier layout that are kept where they still fit: hovering moves no name. */
  pinned?: ReadonlyMap<string, PlacedLabel>;
}

/** Width of the room that the overview's layout leaves below a disc, for names of 12 px. */
export const LABEL_WIDTH_PX = 112;
export const LINE_HEIGHT = 1.25;
/** A disc at least this large on the screen may carry its name inside. */
export const INSIDE_RADIUS_PX = 46;
const GAP_PX = 4;
const WIDER = 1.6;
const SIDES = ["below", "above", "right", "left"] as const;
/** Share of a disc's radius that other names keep clear of. */
const CORE_SHARE = 0.72;

export function layoutLabels(
  requests: readonly LabelRequest[],
  options: LabelLayoutOptions,
): { placed: PlacedLabel[]; hidden: number } {
  const taken = new RectangleGrid();
  const discs = new RectangleGrid();
  for (const disc of options.obstacles) {
    const core = Math.max(3, disc.r * CORE_SHARE);
    discs.add({ x: disc.x - core, y: disc.y - core, width: 2 * core, height: 2 * core }, disc.id);
  }
  const placed: PlacedLabel[] = [];
  let hidden = 0;
  let free = options.limit;
  const order = [...requests].sort(
    (a, b) => b.rank - a.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  for (const request of order) {
    if (!isOnScreen(request, options)) continue;
    const label = request.forced || free > 0 ? placeOne(request, options, taken, discs) : null;
    if (label === null) {
      hidden++;
      continue;
    }
    if (!request.forced) free--;
    taken.add(label, label.id);
    placed.push(label);
  }
  return { placed, hidden };
}

function isOnScreen(request: LabelRequest, { width, height }: LabelLayoutOptions): boolean {
  const { x, y, r } = request;
  return x + r > 0 && x - r < width && y + r > 0 && y - r < height;
}

function placeOne(
  request: LabelRequest,
  options: LabelLayoutOptions,
  taken: RectangleGrid,
  discs: RectangleGrid,
): PlacedLabel | null {
  const isFree = (label: PlacedLabel) => !taken.hits(label, null);
  const isClear = (label: PlacedLabel) =>
    isInside(label, options) && isFree(label) && !discs.hits(label, request.id);
  const pinned = options.pinned?.get(request.id);
  if (pinned && isFree(pinned)) return pinned;
  const candidates = candidatesOf(request, options);
  const best = candidates.find(isClear);
  if (best || !request.forced) return best ?? null;
  const moved = asideOf(candidates, request, options);
  return (
    moved.find(isClear) ??
    [...candidates, ...moved].map((label) => pushInside(label, options)).find(isFree) ??
    null
  );
}

/** All places to try, the best first: the whole name all round, then the alias all round. */
function candidatesOf(request: LabelRequest, options: LabelLayoutOptions): PlacedLabel[] {
  const { measure, sizePx } = options;
  const room = request.roomPx ?? LABEL_WIDTH_PX * (sizePx / 12);
  const candidates: PlacedLabel[] = [];
  const texts = request.short === null ? [request.label] : [request.label, request.short];
  const wide = request.container ? Math.max(room, request.r * 1.8) : room;
  if (request.inside && request.r >= INSIDE_RADIUS_PX) {
    for (const text of texts) {
      const lines = breakLines(text, request.r * 1.62, measure);
      if (lines) candidates.push(boxOf(request, lines, "inside", options));
    }
  }
  const places: Place[] = [request.side, ...SIDES.filter((side) => side !== request.side)];
  const addAllRound = (text: string, width: number, orOneLine: boolean) => {
    const lines = breakLines(text, width, measure) ?? (orOneLine ? [text] : null);
    if (lines) for (const place of places) candidates.push(boxOf(request, lines, place, options));
  };
  for (const text of texts) addAllRound(text, wide, false);
  // Names that do not break well, where there happens to be room for them.
  for (const text of texts) addAllRound(text, wide * WIDER, request.forced);
  return candidates;
}

function boxOf(
  request: LabelRequest,
  nameLines: string[],
  place: Place,
  { measure, sizePx }: LabelLayoutOptions,
): PlacedLabel {
  const lines = request.note === undefined ? nameLines : [...nameLines, request.note];
  const width = Math.ceil(Math.max(...lines.map(measure))) + 2;
  const height = Math.ceil(lines.length * sizePx * LINE_HEIGHT);
  const { x, y, r } = request;
  const left = { below: x - width / 2, above: x - width / 2, inside: x - width / 2, aside: x };
  const top = { below: y + r + GAP_PX, above: y - r - GAP_PX - height, inside: y, aside: y };
  // Inside, the kind's icon stands above the name.
  if (place === "inside") top.inside = y - height / 2 + Math.min(12, r * 0.16);
  if (place === "right" || place === "left") {
    return {
      id: request.id,
      lines,
      place,
      x: place === "right" ? x + r + GAP_PX + 2 : x - r - GAP_PX - 2 - width,
      y: y - height / 2,
      width,
      height,
    };
  }
  return { id: request.id, lines, place, x: left[place], y: top[place], width, height };
}

/** For those that must be shown: ever further away, in eight directions. */
function asideOf(
  candidates: readonly PlacedLabel[],
  request: LabelRequest,
  options: LabelLayoutOptions,
): PlacedLabel[] {
  const model = candidates.find((label) => label.place !== "inside") ?? candidates[0];
  if (!model) return [];
  const moved: PlacedLabel[] = [];
  for (let ring = 1; ring <= 6; ring++) {
    for (let step = 0; step < 8; step++) {
      const angle = Math.PI / 2 + (step * Math.PI) / 4;
      const away = request.r + model.height / 2 + ring * options.sizePx * LINE_HEIGHT;
      moved.push({
        ...model,
        place: "aside",
        x: request.x + Math.cos(angle) * (away + model.width / 3) - model.width / 2,
        y: request.y + Math.sin(angle) * away - model.height / 2,
      });
    }
  }
  return moved;
}

function isInside(label: Rectangle, { width, height }: LabelLayoutOptions): boolean {
  return (
    label.x >= 2 &&
    label.y >= 2 &&
    label.x + label.width <= width - 2 &&
    label.y + label.height <= height - 2
  );
}

function pushInside(label: PlacedLabel, { width, height }: LabelLayoutOptions): PlacedLabel {
  return {
    ...label,
    x: Math.max(2, Math.min(label.x, width - 2 - label.width)),
    y: Math.max(2, Math.min(label.y, height - 2 - label.height)),
  };
}
