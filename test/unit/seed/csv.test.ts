/** What is written as CSV is read back as it was, whatever stands in the cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../seed/csv.ts";

const COLUMNS = { required: ["a", "b", "c"], optional: [] };
const encoder = new TextEncoder();

/** Pieces that are special to CSV, to Unicode or to a hasty parser. */
const piece = fc.constantFrom(
  ...['"', '""', ",", ";", "\t", "\n", "\r\n", "'", " ", "\u00a0", "|", "#", "=1+1", "\\"],
  ...["ä", "ß", "é", "e\u0301", "\u{1F468}\u200D\u{1F469}", "\uFFFD", "\u200F", "NULL", "0", "x"],
);
const cell = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(""));
const row = fc.tuple(cell, cell, cell);

const write = (text: string) => `"${text.replaceAll('"', '""')}"`;
const asRead = (text: string) => text.replaceAll("\r\n", "\n").trim();

describe("readCsv", () => {
  it("reads any cells in quotation marks back, with any separator and line end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        async (rows, separator, lineEnd, hasMark) => {
          const lines = [["a", "b", "c"], ...rows.map((cells) => cells.map(write))];
          const text = lines.map((cells) => cells.join(separator) + lineEnd).join("");
          const table = await readCsv("t.csv", encoder.encode((hasMark ? "\uFEFF" : "") + text), {
            ...COLUMNS,
          });
          expect(table.problems).toEqual([]);
          expect(
            table.rows.map(({ cells }) => COLUMNS.required.map((name) => cells.get(name) ?? "")),
          ).toEqual(rows.map((cells) => cells.map(asRead)));
        },
      ),
      { seed: 20_261 },
    );
  });

  it("tells the line on which each row starts", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, fc.nat(2)), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          let text = "a,b,c\n";
          const expected: number[] = [];
          for (const [cells, blankLines] of rows) {
            text += "\n".repeat(blankLines);
            expected.push(text.split("\n").length);
            text += `${cells.map(write).join(",")}\n`;
          }
          const table = await readCsv("t.csv", encoder.encode(text), COLUMNS);
          expect(table.rows.map((found) => found.row)).toEqual(expected);
        },
      ),
      { seed: 20_262 },
    );
  });

  it("never throws and never stays silent about bytes that it cannot read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        const table = await readCsv("t.csv", bytes, COLUMNS);
        expect(table.problems.length).toBeGreaterThan(0);
        expect(table.isComplete).toBe(false);
      }),
      { seed: 20_263 },
    );
  });

  it("reads a file larger than one chunk without loss", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `r${i},Größe ${i},"x, ${i}"\n`);
    const table = await readCsv("t.csv", encoder.encode(`a,b,c\n${rows.join("")}`), COLUMNS);
    expect(table.problems).toEqual([]);
    expect(table.rows.length).toBe(20_000);
    expect([...(table.rows[19_999]?.cells.values() ?? [])]).toEqual([
      "r19999",
      "Größe 19999",
      "x, 19999",
    ]);
  });
});
