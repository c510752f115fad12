/** Lines, pages and columns of texts and tables. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureArial } from "../../../../client/handout/arial-widths.ts";
import { markdownBlocks, plainText } from "../../../../client/handout/markdown.ts";
import type { PageFormat } from "../../../../client/handout/page.ts";
import { layOutPages } from "../../../../client/handout/sheet-pages.ts";
import { layOutTable } from "../../../../client/handout/table-layout.ts";
import { blocksOf, flow, type Measure } from "../../../../client/handout/text-flow.ts";
import {
  ASIDE,
  handOut,
  pictureSheet,
  SOURCES,
  tableSheet,
  textSheet,
} from "../../../fixtures/hand-outs.ts";

const SEED = 20261125;
/** Ten px a letter. */
const measure: Measure = (text) => text.length * 10;
const STYLE = { sizePx: 10, lineHeight: 1.5, gap: 1 };
const linesOf = (markdown: string, width: number) =>
  flow(markdownBlocks(markdown), width, STYLE, measure).map(({ pieces }) =>
    pieces.map(({ text }) => text).join(""),
  );

describe("flow", () => {
  test("breaks between words", () => {
    expect(linesOf("aaa bbb ccc dd", 75)).toEqual(["aaa bbb", "ccc dd"]);
  });

  test("breaks a word that is wider than the room", () => {
    expect(linesOf("abcdefgh", 50)).toEqual(["abcde", "fgh"]);
  });

  test("keeps a full stop with the bold word before it", () => {
    expect(linesOf("aaa **bbbb**. cc", 80)).toEqual(["aaa bbbb.", "cc"]);
  });

  test("says where each line stands", () => {
    const lines = flow(markdownBlocks("aaa\n\n- bbb"), 200, STYLE, measure);
    expect(lines.map(({ y, mark, markX, pieces }) => [y, mark, markX, pieces[0]?.x])).toEqual([
      [0, "", -15, 0],
      [18, "•", 0, 15],
    ]);
  });

  test("cut anywhere and put together again, it says the same", () => {
    const words = fc.array(
      fc.constantFrom("aa", "**bb**", "c  \n", "\n\n", "- d", "eeeeeeeeeeee"),
      {
        maxLength: 20,
      },
    );
    const plain = (text: string) => text.replace(/\s+/g, "");
    fc.assert(
      fc.property(words, fc.nat({ max: 30 }), (parts, at) => {
        const blocks = markdownBlocks(parts.join(" "));
        const lines = flow(blocks, 100, STYLE, measure);
        const cut = Math.min(at, lines.length);
        const both = [
          ...blocksOf(blocks, lines, 0, cut),
          ...blocksOf(blocks, lines, cut, lines.length),
        ];
        expect(plain(plainText(both))).toBe(plain(plainText(blocks)));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("tables", () => {
  const table = (cells: string[][]) => ({
    columns: (cells[0] ?? []).map((_, index) => ({ name: `S${index}`, align: "left" as const })),
    rows: cells,
    omitted: 0,
  });

  test("narrow columns keep their width, long texts are broken", () => {
    const laid = layOutTable(table([["a", "Wort ".repeat(60)]]), 600, measureArial);
    expect(laid.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(600.001);
    expect(laid.rows[0]?.cells[0]).toEqual(["a"]);
    expect(laid.rows[0]?.cells[1]?.length).toBeGreaterThan(2);
  });

  test.each([1, 5, 20, 50])(
    "%i columns fit side by side, and each line in its column",
    (columns) => {
      const cells = Array.from({ length: columns }, (_, index) => `Gruppe ${index} Ost`);
      const laid = layOutTable(table([cells]), 900, measureArial);
      expect(laid.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(900.001);
      for (const row of [laid.head, ...laid.rows]) {
        for (const [index, lines] of row.cells.entries()) {
          const style = { sizePx: laid.sizePx, isBold: false, isItalic: false };
          const widest = Math.max(...lines.map((line) => measureArial(line.trimEnd(), style)));
          expect(widest).toBeLessThanOrEqual(Math.max(laid.widths[index] ?? 0, laid.sizePx));
        }
      }
    },
  );
});

describe("pages", () => {
  const format: PageFormat = {
    width: 1280,
    height: 720,
    marginPx: 44,
    titlePx: 30,
    captionPx: [18, 16, 14],
    legendPx: 13,
    footerPx: 12,
    labelPx: 16,
    hasTablePages: true,
    namesHandOut: false,
    measure: measureArial,
  };
  const textOf = (pages: ReturnType<typeof layOutPages>) =>
    pages
      .flatMap(({ texts }) => texts)
      .map(({ blocks }) => plainText(blocks))
      .join("\n");

  test("rooms of a page do not overlap and lie on it", () => {
    const [page] = layOutPages(handOut("x", [pictureSheet("y", 9, { aside: ASIDE })]), format);
    const rooms = [
      ...(page?.texts.map(({ room }) => room) ?? []),
      ...(page?.picture ? [page.picture] : []),
      ...(page?.legend ? [page.legend.room] : []),
    ];
    expect(rooms).toHaveLength(6);
    for (const [index, a] of rooms.entries()) {
      expect(a.y + a.height).toBeLessThanOrEqual(720 - 44 + 0.001);
      expect(a.x + a.width).toBeLessThanOrEqual(1280 - 44 + 0.001);
      for (const b of rooms.slice(index + 1)) {
        const isApart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(isApart).toBe(true);
      }
    }
  });

  test("a text that does not fit goes on on further pages and loses nothing", () => {
    const pages = layOutPages(handOut("x", [textSheet("Lang", 40)]), format);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.slice(0, 3).map(({ isFurther }) => isFurther)).toEqual([false, true, true]);
    for (let paragraph = 1; paragraph <= 40; paragraph++) {
      expect(textOf(pages)).toContain(`Absatz ${paragraph}:`);
    }
  });

  test("a caption as long as a page leaves the picture its room", () => {
    const caption = markdownBlocks("Wörter über Brücken. ".repeat(400));
    const pages = layOutPages(handOut("x", [pictureSheet("y", 9, { caption })]), format);
    expect(pages[0]?.picture?.height).toBeGreaterThan(250);
    expect(pages.length).toBeGreaterThan(2);
  });

  test("a long table goes on with its head, or is cut and says so", () => {
    const sheets = handOut("x", [tableSheet("Liste", 60, { caption: [] })]);
    const all = layOutPages(sheets, format).flatMap(({ table }) => table ?? []);
    expect(all.map(({ from }) => from).slice(1)).toEqual(all.map(({ to }) => to).slice(0, -1));
    expect(all.at(-1)?.to).toBe(60);
    expect(textOf(layOutPages(sheets, format))).toContain("und 12 weitere Zeilen");
    const cut = layOutPages(sheets, { ...format, hasTablePages: false });
    const only = cut.flatMap(({ table }) => table ?? []);
    expect(only).toHaveLength(1);
    expect(textOf(cut)).toContain(`und ${60 - (only[0]?.to ?? 0) + 12} weitere Zeilen`);
  });

  test("a picture and a table are two pages", () => {
    const { table } = tableSheet("Liste", 5);
    const pages = layOutPages(handOut("x", [pictureSheet("y", 9, { table })]), format);
    expect(pages.map(({ picture, table: own }) => [picture !== null, own !== null])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test("each source once, and none without a page", () => {
    const sheets = [pictureSheet("a"), pictureSheet("b", 3, { sourcesOmitted: 4 })];
    const last = layOutPages(handOut("x", sheets), format).at(-1);
    const text = plainText(last?.texts.flatMap(({ blocks }) => blocks) ?? []);
    expect(text.match(/Gründungsdokument/g)).toHaveLength(1);
    expect(text).toContain("2. Mitgliederliste");
    expect(text).toContain("und 4 weitere Quellen");
    expect(text).toContain(SOURCES[0]?.url ?? "none");
    const none = layOutPages(handOut("x", [pictureSheet("a", 3, { sources: [] })]), format);
    expect(none).toHaveLength(1);
  });
});
