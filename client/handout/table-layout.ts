/** How wide the columns and how high the rows of a table are, and what each cell’s lines are. */
import { cleanLine } from "./clean-text.ts";
import type { SheetTable } from "./sheet.ts";
import { flow, type Measure } from "./text-flow.ts";

/** Tried first, each cell in one line. */
const WHOLE_SIZES_PX = [14, 13, 12] as const;
/** Then with cells broken between words. */
const BROKEN_SIZES_PX = [14, 13, 12, 11, 10, 9] as const;
/** For the rest, broken within words too. */
const LEAST_SIZE_PX = 8;
const LEAD_SHARE = 0.25;
const LINE_HEIGHT = 1.25;

export interface LaidRow {
  /** Lines of each cell. */
  cells: string[][];
  height: number;
}

export interface LaidTable {
  sizePx: number;
  lineHeightPx: number;
  /** Between text and border of a cell. */
  paddingPx: number;
  widths: number[];
  head: LaidRow;
  rows: LaidRow[];
}

export function layOutTable(table: SheetTable, width: number, measure: Measure): LaidTable {
  const rows = table.rows.map((row) =>
    table.columns.map((_, index) => cleanLine(row[index] ?? "")),
  );
  const head = table.columns.map(({ name }) => cleanLine(name));
  const asWide = (sizePx: number, isWhole: boolean) =>
    columnWidths(head, rows, { sizePx, isWhole, measure });
  for (const sizePx of WHOLE_SIZES_PX) {
    const widths = asWide(sizePx, true);
    if (sum(widths) <= width) return laidOut(head, rows, sizePx, widths, measure);
  }
  for (const sizePx of BROKEN_SIZES_PX) {
    const least = asWide(sizePx, false);
    if (sum(least) > width) continue;
    const widths = shared(least, asWide(sizePx, true), width);
    return laidOut(head, rows, sizePx, widths, measure);
  }
  const [lead = 0, ...others] = asWide(LEAST_SIZE_PX, true);
  // What a row is about stays readable the longest.
  const first = Math.min(lead, width * LEAD_SHARE);
  const rest = others.map((column) => (column / sum(others)) * (width - first));
  return laidOut(head, rows, LEAST_SIZE_PX, [first, ...rest], measure);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What each column has beyond its longest word, it gets a share of, after what it wants. */
function shared(least: readonly number[], wanted: readonly number[], width: number): number[] {
  const left = width - sum(least);
  const missing = sum(wanted) - sum(least);
  return least.map((column, index) => {
    const more = (wanted[index] ?? column) - column;
    return column + (missing === 0 ? 0 : (more / missing) * left);
  });
}

function paddingOf(sizePx: number): number {
  return sizePx * 0.5;
}

/** As wide as the widest cell or, where they are broken, the widest word. */
function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { sizePx, isWhole, measure }: { sizePx: number; isWhole: boolean; measure: Measure },
): number[] {
  const widthOf = (text: string, isBold: boolean) => {
    const style = { sizePx, isBold, isItalic: false };
    const parts = isWhole ? [text] : text.split(" ");
    return parts.reduce((most, part) => Math.max(most, measure(part, style)), 0);
  };
  return head.map((name, column) => {
    const widest = rows.reduce(
      (most, row) => Math.max(most, widthOf(row[column] ?? "", column === 0)),
      widthOf(name, true),
    );
    return widest + 2 * paddingOf(sizePx) + 2;
  });
}

function laidOut(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  sizePx: number,
  widths: number[],
  measure: Measure,
): LaidTable {
  const paddingPx = paddingOf(sizePx);
  const lineHeightPx = sizePx * LINE_HEIGHT;
  const row = (texts: readonly string[], isHead: boolean): LaidRow => {
    const cells = texts.map((text, column) => {
      const run = { text, bold: isHead || column === 0 };
      const lines = flow(
        [{ runs: [run], level: 0, mark: "" }],
        (widths[column] ?? 0) - 2 * paddingPx,
        { sizePx, lineHeight: LINE_HEIGHT, gap: 0 },
        measure,
      );
      return lines.map(({ pieces }) => pieces.map((piece) => piece.text).join(""));
    });
    const most = Math.max(1, ...cells.map((lines) => lines.length));
    return { cells, height: most * lineHeightPx + 2 * paddingPx * 0.6 };
  };
  return {
    sizePx,
    lineHeightPx,
    paddingPx,
    widths,
    head: row(head, true),
    rows: rows.map((texts) => row(texts, false)),
  };
}
