/** The legend as shapes: an entry for what is in the picture, and for nothing else. */
import { createInstance } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { legendEntries } from "../../../../client/drawing/legend.ts";
import { reachOf } from "../../../../client/drawing/shapes.ts";
import { legendTexts } from "../../../../client/features/legend/texts.ts";
import type { Scene } from "../../../../client/graph/scene.ts";
import type { LegendWords } from "../../../../client/graph-ui/legend-entries.ts";
import { LEGEND_BOX } from "../../../../client/handout/sheet.ts";
import { vocabularyTexts } from "../../../../client/i18n/vocabulary-texts.ts";
import { node, ribbon, scene } from "../graph/fixtures.ts";

let t: LegendWords;

beforeAll(async () => {
  const i18n = createInstance();
  const de = { legend: legendTexts.de, vocabulary: vocabularyTexts.de };
  await i18n.init({ lng: "de", resources: { de } });
  t = i18n.getFixedT("de", ["legend", "vocabulary"]);
});

const entriesOf = (picture: Scene, fadedBy: "filters" | "path" = "filters") =>
  legendEntries(picture, { sizeOf: "members", fadedBy, theme: "light" }, t);
const textsOf = (...input: Parameters<typeof entriesOf>) =>
  entriesOf(...input).map(({ text }) => text);

const all = scene(
  [
    node("a", { kind: "cluster" }),
    node("b", { kind: "hub", faded: true }),
    node("c", { kind: "company", role: "actor", mark: "broker" }),
  ],
  [
    ribbon("a", "b", { bridges: 2 }),
    ribbon("a", "c", { role: "link", pattern: "dashed" }),
    ribbon("b", "c", { role: "link", pattern: "solid" }),
    ribbon("c", "a", { role: "link" }),
    ribbon("c", "b", { role: "link", strong: true }),
    ribbon("c", "d", { role: "membership" }),
  ],
);

describe("a legend", () => {
  test("has the kinds in their order, then the discs and lines that there are", () => {
    expect(textsOf(all)).toEqual([
      ...["Hubs", "Cluster", "Unternehmen", "Fläche: Mitglieder", "Band: was schon erfasst ist"],
      ...["Kern: gemeinsame Mitglieder", "vorgeschlagen", "vermittelt", "gehört zu beiden"],
      ...["Verbindung zwischen Akteuren", "gewählter Weg", "gehört zur Gruppe"],
      "blass: passt nicht zu den Filtern",
    ]);
    expect(textsOf(scene([node("a")]))).toEqual(["Hubs", "Fläche: Mitglieder"]);
    expect(textsOf(scene([]))).toEqual([]);
  });

  test("beside a lit path, the pale rest is not explained", () => {
    const lit = scene([
      node("a", { role: "actor", strong: true, kind: "company" }),
      node("b", { faded: true }),
    ]);
    expect(textsOf(lit, "path")).toEqual(["Unternehmen", "blass: nicht auf dem Weg"]);
    expect(textsOf(lit)).toContain("Hubs");
  });

  test("all shapes lie in their box", () => {
    for (const { shapes } of entriesOf(all)) {
      expect(shapes.length).toBeGreaterThan(0);
      for (const shape of shapes) {
        // The ends of a line are flat or round; half a width more is not drawn at flat ones.
        const { x, y, width, height } = reachOf(
          shape.shape === "curve" ? { ...shape, strokePx: 0 } : shape,
        );
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.5);
        expect(x + width).toBeLessThanOrEqual(LEGEND_BOX.width + 0.5);
        expect(y + height).toBeLessThanOrEqual(LEGEND_BOX.height + 0.5);
      }
    }
  });
});
