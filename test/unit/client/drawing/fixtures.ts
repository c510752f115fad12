/** Scenes, sheets and words for pages, with everything that a test does not care about filled in. */
import { drawScene } from "../../../../client/drawing/draw-scene.ts";
import type { DrawingItem } from "../../../../client/drawing/drawing.ts";
import type { MeasureText } from "../../../../client/drawing/measure.ts";
import type { Scene } from "../../../../client/graph/scene.ts";
import type { StillFrameOptions } from "../../../../client/graph/still-frame.ts";
import type { HandOut, Sheet, TextBlock } from "../../../../client/handout/sheet.ts";
import { measure, node, ribbon, scene, seeded } from "../graph/fixtures.ts";

/** Bold letters are wider. */
export const measureText: MeasureText = (text, { weight = 650 } = {}) =>
  Array.from(text).length * (weight > 500 ? 6.9 : 6.3);

export const words: HandOut["words"] = {
  sources: "Quellen",
  moreSources: (count) => `und ${count} weitere`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  filters: "Filter",
  legend: "Legende",
  moreRows: (count) => `und ${count} weitere Zeilen`,
};

export function still(more: Partial<StillFrameOptions> = {}): StillFrameOptions {
  return {
    size: { width: 1200, height: 800 },
    selection: { nodes: [], edge: null },
    theme: "light",
    labelSizePx: 12,
    labels: "auto",
    measure,
    fontFamily: "Inter",
    ...more,
  };
}

/** Groups in a grid, with ribbons of which some have a core. */
export function groupScene(count: number, seed = 5): Scene {
  const random = seeded(seed);
  const columns = Math.ceil(Math.sqrt(count));
  const nodes = Array.from({ length: count }, (_, index) =>
    node(`g${index}`, {
      x: (index % columns) * 130,
      y: Math.floor(index / columns) * 130,
      r: 8 + random() * 30,
      label: `Gruppe mit langem Namen ${index}`,
      short: `G${index}`,
      weight: index,
    }),
  );
  const ribbons = Array.from({ length: count }, (_, index) =>
    ribbon(`g${index}`, `g${(index * 7 + 3) % count}`, {
      id: `r${index}`,
      count: index + 2,
      bridges: index % 3,
    }),
  );
  return scene(
    nodes,
    ribbons.filter(({ source, target }) => source !== target),
  );
}

export function paragraph(text: string, more: Partial<TextBlock> = {}): TextBlock {
  return { runs: [{ text }], level: 0, mark: "", ...more };
}

export function sheet(more: Partial<Sheet> = {}): Sheet {
  return {
    language: "de",
    title: "Wer mit wem arbeitet",
    caption: [],
    notes: [],
    draw: null,
    table: null,
    aside: [],
    legend: [],
    filters: "",
    status: "12 Gruppen",
    made: "Stand 22.11.2026, Fassung 17",
    sources: [],
    sourcesOmitted: 0,
    ...more,
  };
}

export function drawOf(picture: Scene): NonNullable<Sheet["draw"]> {
  return ({ width, height, labelSizePx }) =>
    drawScene(picture, still({ size: { width, height }, labelSizePx, measure: measureText }));
}

export function countOf(items: readonly DrawingItem[], of: DrawingItem["meaning"]["of"]): number {
  return items.filter(({ meaning }) => meaning.of === of).length;
}

/** Everything that is written, one line each. */
export function textsOf(items: readonly DrawingItem[]): string[] {
  return items.flatMap((item) => (item.shape === "words" ? item.lines : []));
}
