/** A table as shapes: head, striped rows of at most two lines, and a last line that says how many are missing. */
import { mix } from "../graph/colour.ts";
import { PICTURE_COLOURS } from "../graph/palette.ts";
import type { SheetTable } from "../handout/sheet.ts";
import type { Box, Drawing, DrawingItem } from "./drawing.ts";
import { measureAt } from "./measure.ts";
import { TEXT_LINE_HEIGHT, type Type, WEIGHTS, wordsAt } from "./text-items.ts";
import { cutText, wrapWithin } from "./wrap.ts";

export interface TableOptions extends Type {
  size: { width: number; height: number };
  sizePx: number;
  /** The last line, for so many rows that are not drawn. */
  moreRows: (count: number) => string;
}

const MOST_LINES = 2;
/** In em: room between columns, more where there is plenty, and round the texts of a row. */
const GAP = { least: 1.2, most: 2.6 } as const;
const PAD = { x: 0.5, y: 0.3 } as const;

export interface TableDrawing extends Drawing {
  /** Rows that have no room. */
  cut: number;
}

/** As wide and as high as its texts are, at most of the given size. */
export function drawTable(table: SheetTable, options: TableOptions): TableDrawing {
  const { size, sizePx, theme } = options;
  const colours = PICTURE_COLOURS[theme];
  const columns = columnsOf(table, options);
  const rows = table.rows.map((row) => rowOf(row, columns, options, WEIGHTS.usual));
  const names = table.columns.map(({ name }) => name);
  const head = rowOf(names, columns, options, WEIGHTS.strong);
  const shown = rowsWithin(rows, size.height - head.height, table.omitted > 0, sizePx);
  const last = columns.at(-1);
  const width = last ? last.left + last.width + PAD.x * sizePx : 0;
  const line = { ...RULE, x: 0, width, stroke: null, strokePx: 0 };
  const rulePx = sizePx / 14;
  const items: DrawingItem[] = [
    ...rowItems(head, 0, columns, options),
    { ...line, y: head.height - rulePx, height: rulePx, fill: colours.inkSoft },
  ];
  let y = head.height;
  for (const [index, row] of rows.slice(0, shown).entries()) {
    if (index % 2 === 1) {
      const fill = mix(colours.background, colours.ink, 0.045);
      items.push({ ...line, y, height: row.height, fill });
    }
    items.push(...rowItems(row, y, columns, options));
    y += row.height;
  }
  const cut = rows.length - shown;
  if (table.omitted + cut > 0) {
    items.push(lastLine(table.omitted + cut, y, options));
    y += lastLinePx(sizePx);
  }
  return { width, height: y, background: colours.background, items, cut };
}

function lastLine(missing: number, y: number, options: TableOptions): DrawingItem {
  const { size, sizePx, theme } = options;
  const room = size.width - PAD.x * sizePx;
  const text = cutText(options.moreRows(missing), room, widthAt(options, WEIGHTS.usual));
  const style = { sizePx, fill: PICTURE_COLOURS[theme].inkSoft };
  return wordsAt([text], PAD.x * sizePx, y + PAD.y * sizePx, style, options);
}

interface Column {
  left: number;
  width: number;
  align: "left" | "right";
}

const RULE = {
  shape: "box",
  meaning: { of: "frame" },
  alpha: 1,
  radiusPx: 0,
} as const satisfies Partial<Box>;

interface Row {
  cells: string[][];
  height: number;
  weight: number;
}

function widthAt({ measure, sizePx }: TableOptions, weight: number) {
  return measureAt(measure, sizePx, weight);
}

/** As wide as the texts are; where that is too wide, the widest give way. */
function columnsOf({ columns, rows }: SheetTable, options: TableOptions): Column[] {
  const { size, sizePx } = options;
  const gaps = Math.max(1, columns.length - 1);
  const room = Math.max(0, size.width - 2 * PAD.x * sizePx);
  const natural = columns.map(({ name }, index) =>
    Math.max(
      widthAt(options, WEIGHTS.strong)(name),
      ...rows.map((row) => widthAt(options, WEIGHTS.usual)(row[index] ?? "")),
    ),
  );
  const widths = shrunk(natural, Math.max(0, room - gaps * GAP.least * sizePx));
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(GAP.most * sizePx, spare / gaps);
  let left = PAD.x * sizePx;
  return columns.map(({ align }, index) => {
    const width = widths[index] ?? 0;
    const column = { left, width, align };
    left += width + gap;
    return column;
  });
}

/** All widths above a common limit are lowered to it, so that the sum fits. */
function shrunk(widths: readonly number[], room: number): number[] {
  let left = room;
  let open = widths.length;
  for (const width of [...widths].sort((a, b) => a - b)) {
    if (width > left / open) break;
    left -= width;
    open -= 1;
  }
  const limit = open === 0 ? room : left / open;
  return widths.map((width) => Math.min(width, limit));
}

function rowOf(
  texts: readonly string[],
  columns: readonly Column[],
  options: TableOptions,
  weight: number,
): Row {
  // A width that was reckoned from the very same text may differ in its last digit.
  const cells = columns.map(({ width }, index) =>
    wrapWithin(texts[index] ?? "", width + 0.01, MOST_LINES, widthAt(options, weight)),
  );
  const lines = Math.max(1, ...cells.map(({ length }) => length));
  return { cells, weight, height: options.sizePx * (lines * TEXT_LINE_HEIGHT + 2 * PAD.y) };
}

/** How many rows have room, with the last line where it is needed. */
function rowsWithin(rows: readonly Row[], height: number, isCut: boolean, sizePx: number): number {
  const whole = rows.reduce((sum, row) => sum + row.height, 0);
  if (!isCut && whole <= height) return rows.length;
  let left = height - lastLinePx(sizePx);
  let shown = 0;
  for (const row of rows) {
    left -= row.height;
    if (left < 0) break;
    shown += 1;
  }
  return shown;
}

function lastLinePx(sizePx: number): number {
  return sizePx * (TEXT_LINE_HEIGHT + PAD.y);
}

function rowItems(
  row: Row,
  y: number,
  columns: readonly Column[],
  options: TableOptions,
): DrawingItem[] {
  const { sizePx } = options;
  return columns.flatMap(({ left, width, align }, index) => {
    const lines = row.cells[index] ?? [];
    if (lines.length === 0) return [];
    const x = align === "right" ? left + width : left;
    const style = { sizePx, align, weight: row.weight, meaning: { of: "cell" } as const };
    return [wordsAt(lines, x, y + PAD.y * sizePx, style, options)];
  });
}
