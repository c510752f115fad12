/** Tables and matrices as shapes: aligned, in two lines at most, and what is missing is said. */
import { describe, expect, test } from "vitest";
import type { Words } from "../../../../client/drawing/drawing.ts";
import {
  drawMatrix,
  type MatrixTable,
  matrixLegend,
  SHADE_SHARES,
} from "../../../../client/drawing/matrix.ts";
import { reachOf } from "../../../../client/drawing/shapes.ts";
import { drawTable, type TableOptions } from "../../../../client/drawing/table.ts";
import { PICTURE_COLOURS } from "../../../../client/graph/palette.ts";
import type { SheetTable } from "../../../../client/handout/sheet.ts";
import { measureText, textsOf, words } from "./fixtures.ts";

const options: TableOptions = {
  measure: measureText,
  theme: "light",
  size: { width: 600, height: 400 },
  sizePx: 12,
  moreRows: words.moreRows,
};

const table = (more: Partial<SheetTable> = {}): SheetTable => ({
  columns: [
    { name: "Gruppe", align: "left" },
    { name: "Zahl", align: "right" },
  ],
  rows: [
    ["Software-Cluster", "9"],
    ["House of IT", "1.234"],
  ],
  omitted: 0,
  ...more,
});

const wordsIn = (drawing: ReturnType<typeof drawTable>): Words[] =>
  drawing.items.filter((item) => item.shape === "words");

describe("a table", () => {
  test("head, rows and numbers that stand below each other", () => {
    const drawing = drawTable(table(), options);
    expect(textsOf(drawing.items)).toEqual([
      ...["Gruppe", "Zahl", "Software-Cluster", "9", "House of IT", "1.234"],
    ]);
    const right = wordsIn(drawing).filter(({ align }) => align === "right");
    expect(new Set(right.map(({ x }) => x)).size).toBe(1);
    expect(drawing.cut).toBe(0);
    expect(drawing.width).toBeLessThan(600);
  });

  test("long texts take two lines and are cut after them; the short ones keep their width", () => {
    const long = "Ein sehr langer Name mit vielen Wörtern ".repeat(8);
    const drawing = drawTable(table({ rows: [[long, "1.234"]] }), options);
    const [name, number] = wordsIn(drawing).slice(2);
    expect(name?.lines).toHaveLength(2);
    expect(name?.lines[1]).toMatch(/…$/u);
    expect(number?.lines).toEqual(["1.234"]);
    expect(drawing.width).toBeLessThanOrEqual(600);
  });

  test("says how many rows are missing: those without room and those that were left out", () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`Gruppe ${index}`, "1"]);
    const drawing = drawTable(table({ rows, omitted: 7 }), options);
    const shown = textsOf(drawing.items).filter((text) => text.startsWith("Gruppe ")).length;
    expect(drawing.cut).toBe(100 - shown);
    expect(textsOf(drawing.items).at(-1)).toBe(`und ${107 - shown} weitere Zeilen`);
    expect(drawing.height).toBeLessThanOrEqual(400);
  });

  test("without columns there is nothing", () => {
    expect(drawTable({ columns: [], rows: [], omitted: 0 }, options).items.length).toBeLessThan(2);
  });
});

describe("a matrix", () => {
  const matrix = (count: number): MatrixTable => ({
    names: Array.from({ length: count }, (_, index) => `Gruppe mit langem Namen ${index + 1}`),
    shorts: Array.from({ length: count }, (_, index) => `G${index + 1}`),
    cells: (row, column) =>
      row === column ? { value: "", share: null } : { value: String(row), share: row / count },
  });
  const more = (count: number) => `und ${count} weitere Gruppen`;

  test("numbers above the columns and before the names of the rows", () => {
    const drawing = drawMatrix(matrix(3), { ...options, moreRows: more });
    const texts = textsOf(drawing.items);
    expect(texts.filter((text) => text === "3")).toHaveLength(2);
    expect(texts).toContain("Gruppe mit langem Namen 2");
    const cells = drawing.items.filter((item) => item.shape === "box");
    expect(cells.map(({ meaning }) => meaning.name)).toContain(
      "Gruppe mit langem Namen 1 × Gruppe mit langem Namen 3",
    );
    expect(cells).toHaveLength(9);
  });

  test("light letters on dark cells; no colour where there is no value", () => {
    const shares = [0, 0.3, 1, null];
    const drawing = drawMatrix(
      {
        names: shares.map(String),
        shorts: [],
        cells: (row) => ({ value: "7", share: shares[row] ?? null }),
      },
      { ...options, moreRows: more },
    );
    const { ink, background, accent } = PICTURE_COLOURS.light;
    const sevens = drawing.items.flatMap((item) =>
      item.shape === "words" && item.lines[0] === "7" ? [item.fill] : [],
    );
    expect([sevens[0], sevens[4], sevens[8], sevens[12]]).toEqual([ink, ink, background, ink]);
    const fills = drawing.items.flatMap((item) => (item.shape === "box" ? [item.fill] : []));
    expect([fills[8], fills[12]]).toEqual([accent, null]);
  });

  test.each([2, 12, 52, 150])("%i groups lie inside its size", (count) => {
    const drawing = drawMatrix(matrix(count), { ...options, moreRows: more });
    for (const item of drawing.items) {
      const { x, y, width, height } = reachOf(item);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(600.01);
      expect(y + height).toBeLessThanOrEqual(400.01);
    }
  });

  test("groups whose rows could not be read are left out, which is said", () => {
    const drawing = drawMatrix(matrix(150), { ...options, moreRows: more });
    const names = textsOf(drawing.items).filter((text) => /^G\d|^Gruppe/u.test(text));
    expect(names.length).toBeGreaterThan(20);
    expect(textsOf(drawing.items).at(-1)).toBe(more(150 - names.length));
  });

  test("its legend has a swatch for each step", () => {
    const entries = SHADE_SHARES.map((share, index) => ({ text: `${index}`, share }));
    const legend = matrixLegend(entries, "light");
    const fills = legend.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.shape === "box" ? [shape.fill] : [])),
    );
    expect(new Set(fills).size).toBe(SHADE_SHARES.length);
  });
});
