/** A page of any size: everything is on it, inside its margins, and no text lies on another. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Words } from "../../../../client/drawing/drawing.ts";
import { bodySizePx, composePage } from "../../../../client/drawing/page.ts";
import { reachOf } from "../../../../client/drawing/shapes.ts";
import { overlaps, type Rectangle } from "../../../../client/graph/rectangle-grid.ts";
import type { Sheet } from "../../../../client/handout/sheet.ts";
import { drawOf, groupScene, measureText, paragraph, sheet, textsOf, words } from "./fixtures.ts";

const SCREEN = { width: 1600, height: 900 };
const PAPER = { width: 1240, height: 1754 };
const picture = drawOf(groupScene(25));

const pageOf = (more: Partial<Sheet>, size = SCREEN) =>
  composePage(sheet(more), words, size, measureText);

/** Rounding of sums is no overlap. */
function shrunk({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + 0.02, y: y + 0.02, width: width - 0.04, height: height - 0.04 };
}

function wordsOn(page: ReturnType<typeof composePage>): Words[] {
  return page.items.filter((item) => item.shape === "words");
}

function source(index: number) {
  const title = `Jahresbericht ${2000 + index}`;
  return {
    title,
    publisher: "Ministerium",
    date: `${2000 + index}`,
    url: `https://example.org/${index}`,
  };
}

describe("a page", () => {
  test("has title, caption, legend, filters, counts, date and sources", () => {
    const page = pageOf({
      draw: picture,
      caption: [paragraph("Was man sieht.")],
      aside: [paragraph("Was daneben steht.")],
      legend: [{ shapes: [], text: "Hubs" }],
      filters: "nur Sachsen",
      sources: [source(1)],
    });
    const texts = textsOf(page.items);
    for (const text of [
      "Wer mit wem arbeitet",
      "Was man sieht.",
      "Was daneben steht.",
      "Legende",
      "Hubs",
      "Filter: nur Sachsen",
      "12 Gruppen · Stand 22.11.2026, Fassung 17",
      "Quellen: [1] Jahresbericht 2001, Ministerium, 2001, https://example.org/1",
    ]) {
      expect(texts).toContain(text);
    }
  });

  test("the caption can be read from the last row, the picture has most of the room", () => {
    const page = pageOf({ draw: picture, caption: [paragraph("Was man sieht.")] });
    const caption = wordsOn(page).find(({ lines }) => lines[0] === "Was man sieht.");
    expect(caption?.sizePx).toBeGreaterThanOrEqual(SCREEN.height / 45);
    expect(bodySizePx({ width: 4000, height: 3000 })).toBeCloseTo(3000 / 45);
  });

  test("of many sources as many as fit, and how many there are besides", () => {
    const texts = (size: typeof SCREEN) =>
      textsOf(
        pageOf(
          {
            draw: picture,
            sources: Array.from({ length: 40 }, (_, i) => source(i)),
            sourcesOmitted: 3,
          },
          size,
        ).items,
      ).join(" ");
    for (const size of [SCREEN, PAPER]) {
      const shown = texts(size).match(/\[\d+\]/gu) ?? [];
      expect(shown.length).toBeGreaterThan(3);
      expect(texts(size)).toContain(`; und ${43 - shown.length} weitere`);
      expect(texts(size)).not.toContain("https");
    }
  });

  test("text that is too long ends in an ellipsis", () => {
    const long = "Immer noch ein Satz mehr. ".repeat(200);
    const lines = textsOf(pageOf({ draw: picture, caption: [paragraph(long)] }).items);
    expect(lines.filter((line) => line.endsWith("…"))).toHaveLength(1);
  });

  test("bold words stand in the line, right after what is before them", () => {
    const runs = [{ text: "Das ist " }, { text: "wichtig", bold: true }, { text: "." }];
    const caption = [{ runs, level: 0, mark: "" }];
    const line = wordsOn(pageOf({ caption })).slice(0, 3);
    expect(line.map(({ lines, weight, follows }) => [lines[0], weight, follows])).toEqual([
      ["Das ist", 400, undefined],
      ["wichtig", 650, " "],
      [".", 400, ""],
    ]);
    const [usual, bold, end] = line.map(reachOf);
    expect((bold?.x ?? 0) - (usual?.x ?? 0)).toBeCloseTo((20 / 12) * 6.3 * 8);
    expect((end?.x ?? 0) - (bold?.x ?? 0)).toBeCloseTo((20 / 12) * 6.9 * 7);
  });

  test("lists are indented behind their marks", () => {
    const caption = [
      paragraph("Aufzählung", { level: 1, mark: "•" }),
      paragraph("tiefer", { level: 2, mark: "1." }),
    ];
    const at = Object.fromEntries(
      wordsOn(pageOf({ caption })).map(({ lines, x }) => [lines[0], x]),
    );
    expect(at["•"]).toBeLessThan(at.Aufzählung ?? 0);
    expect(at["1."]).toBeGreaterThan(at["•"] ?? 0);
    expect(at.tiefer).toBeGreaterThan(at["1."] ?? 0);
  });

  test("a picture that sticks out of its room is covered before the texts are written", () => {
    const far = { width: 2000, height: 100, background: "#fbfcfd" };
    const disc = { shape: "disc", fill: "#ff0000", stroke: null, strokePx: 0, dashPx: [] } as const;
    const page = pageOf({
      draw: () => ({
        ...far,
        items: [{ ...disc, meaning: { of: "node" }, alpha: 1, x: 0, y: 0, r: 900 }],
      }),
    });
    const covers = page.items.filter(
      (item) => item.shape === "box" && item.fill === page.background,
    );
    expect(covers).toHaveLength(3);
    const isTitle = (item: (typeof page.items)[number]) =>
      item.shape === "words" && item.lines[0] === "Wer mit wem arbeitet";
    expect(page.items.findIndex(isTitle)).toBeGreaterThan(
      page.items.findLastIndex((item) => covers.includes(item)),
    );
  });
});

const text = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 24 }), { maxLength: 60 })
  .map((parts) => parts.join(" "));
const blocks = fc.array(
  fc.record({
    runs: fc.array(fc.record({ text, bold: fc.boolean() }), { maxLength: 4 }),
    level: fc.nat(3),
    mark: fc.constantFrom("", "•", "12."),
    isHeading: fc.boolean(),
  }),
  { maxLength: 6 },
);
const row = fc.array(text, { minLength: 3, maxLength: 3 });
const anySheet = fc.record({
  title: text,
  caption: blocks,
  aside: blocks,
  filters: text,
  status: text,
  made: text,
  sourcesOmitted: fc.nat(20),
  draw: fc.constantFrom(picture, null),
  legend: fc.array(
    text.map((entry) => ({ shapes: [], text: entry })),
    { maxLength: 25 },
  ),
  sources: fc.array(
    fc.record({
      title: text,
      publisher: fc.option(text),
      date: fc.option(text),
      url: fc.option(text),
    }),
    { maxLength: 20 },
  ),
  table: fc.option(
    fc.record({
      columns: fc.constant([
        { name: "Name", align: "left" },
        { name: "Thema", align: "left" },
        { name: "Zahl", align: "right" },
      ] as const),
      rows: fc.array(row, { maxLength: 40 }),
      omitted: fc.nat(5),
    }),
  ),
});
const anySize = fc.oneof(
  fc.constantFrom(
    { width: 800, height: 450 },
    { width: 4000, height: 3000 },
    { width: 450, height: 800 },
    { width: 1000, height: 1000 },
  ),
  fc.record({
    width: fc.integer({ min: 800, max: 4000 }),
    height: fc.integer({ min: 450, max: 3000 }),
  }),
);

test("whatever is on a page of whatever size, texts lie apart and inside its margins", () => {
  fc.assert(
    fc.property(anySheet, anySize, (more, size) => {
      const page = pageOf(more, size);
      const margin = 1.8 * bodySizePx(size);
      const boxes = wordsOn(page).map((item) => ({ item, box: shrunk(reachOf(item)) }));
      for (const { item, box } of boxes) {
        const isInside =
          box.x >= margin &&
          box.y >= margin &&
          box.x + box.width <= size.width - margin &&
          box.y + box.height <= size.height - margin;
        expect(isInside, `inside: ${item.lines.join(" / ")}`).toBe(true);
      }
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const both = `${one.item.lines.join(" / ")} × ${other.item.lines.join(" / ")}`;
          expect(overlaps(one.box, other.box), both).toBe(false);
        }
      }
    }),
    { seed: 23, numRuns: 60 },
  );
});
