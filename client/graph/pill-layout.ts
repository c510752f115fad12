/** The numbers on ribbons: in the middle of the ribbon, or a little along it, where nothing else is. */
import { type Curve, pointOn } from "./geometry.ts";
import { type Rectangle, RectangleGrid } from "./rectangle-grid.ts";
import type { Measure } from "./text-lines.ts";

export interface PillRequest {
  id: string;
  text: string;
  /** In px of the container. */
  curve: Curve;
  /** Hovered, focused or selected: shown even where it covers something. */
  forced: boolean;
}

export interface PlacedPill extends Rectangle {
  id: string;
  text: string;
  strong: boolean;
}

export interface PillLayoutOptions {
  sizePx: number;
  measure: Measure;
  labels: readonly Rectangle[];
  /** In px. */
  discs: readonly { id: string; x: number; y: number; r: number }[];
  width: number;
  height: number;
}

/** Along the ribbon, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** Requests in order of importance. */
export function layoutPills(
  requests: readonly PillRequest[],
  options: PillLayoutOptions,
): PlacedPill[] {
  const taken = new RectangleGrid();
  for (const label of options.labels) taken.add(label, "");
  for (const { id, x, y, r } of options.discs) {
    taken.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, id);
  }
  const pills: PlacedPill[] = [];
  for (const request of requests) {
    const boxes = PLACES.map((t) => boxAt(request, t, options));
    const isOnScreen = (box: Rectangle) =>
      box.x > 0 &&
      box.y > 0 &&
      box.x + box.width < options.width &&
      box.y + box.height < options.height;
    const box =
      boxes.find((candidate) => isOnScreen(candidate) && !taken.hits(candidate, null)) ??
      (request.forced ? (boxes.find(isOnScreen) ?? boxes[0]) : undefined);
    if (!box) continue;
    taken.add(box, request.id);
    pills.push(box);
  }
  return pills;
}

function boxAt(request: PillRequest, t: number, options: PillLayoutOptions): PlacedPill {
  const at = pointOn(request.curve, t);
  const height = Math.round(options.sizePx * 1.5);
  const width = Math.max(height, Math.ceil(options.measure(request.text) + options.sizePx * 0.9));
  return {
    id: request.id,
    text: request.text,
    strong: request.forced,
    x: at.x - width / 2,
    y: at.y - height / 2,
    width,
    height,
  };
}
