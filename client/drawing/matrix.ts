/**
 * Group × group as shapes. The columns are numbered and the rows have number and name: that can be read without
 * turning one's head, and by every program that the shapes are written for.
 */
import { contrast, mix } from "../graph/colour.ts";
import { PICTURE_COLOURS, type PictureColours, type Theme } from "../graph/palette.ts";
import { LEGEND_BOX, type LegendEntry } from "../handout/sheet.ts";
import type { Box, Drawing, DrawingItem } from "./drawing.ts";
import { measureAt } from "./measure.ts";
import { type Type, WEIGHTS, wordsAt } from "./text-items.ts";
import { cutText } from "./wrap.ts";

export interface MatrixCell {
  /** "" for nothing. */
  value: string;
  /** How dark, 0 to 1; `null`: no colour. */
  share: number | null;
  /** `gap`: the warm colour of what is missing. Default `strength`. */
  hue?: "strength" | "gap";
}

export interface MatrixTable {
  names: readonly string[];
  /** Where the name has no room. */
  shorts: readonly string[];
  cells: (row: number, column: number) => MatrixCell;
}

export interface MatrixOptions extends Type {
  size: { width: number; height: number };
  /** Of the names, where the rows are high enough. */
  sizePx: number;
  /** The last line, for so many groups that have no room. */
  moreRows: (count: number) => string;
}

/** How dark the shades 0 to 5 of the ramp are. */
export const SHADE_SHARES = [0, 0.14, 0.3, 0.48, 0.84, 1] as const;

const GAP_COLOUR: Record<Theme, string> = { light: "#a84a05", dark: "#f0a35e" };
/** In em: lowest and highest row, size of the numbers in it as share of its height. */
const ROW = { least: 0.45, most: 2.2 } as const;
const VALUE_SHARE = 0.48;
const NAME_SHARE = 0.78;
/** Of the width at most, for the names. */
const NAMES_SHARE = 0.34;
/** Room for the number of a row, in em of its name; height of the last line, in em. */
const NUMBER = 3.4;
const LAST_LINE = 1.35;

export function drawMatrix(matrix: MatrixTable, options: MatrixOptions): Drawing {
  const { size, sizePx, theme } = options;
  const colours = PICTURE_COLOURS[theme];
  const count = matrix.names.length;
  const grid = gridOf(matrix, options);
  const { cellPx, left, shown } = grid;
  const items: DrawingItem[] = [];
  for (let row = 0; row < shown; row++) {
    items.push(...headItems(matrix, row, grid, options));
    for (let column = 0; column < shown; column++) {
      items.push(...cellItems(matrix, row, column, grid, options));
    }
  }
  let height = (shown + 1) * cellPx;
  if (shown < count) {
    const style = { sizePx, fill: colours.inkSoft, lineHeight: LAST_LINE };
    const text = cutText(
      options.moreRows(count - shown),
      size.width,
      measureAt(options.measure, sizePx),
    );
    items.push(wordsAt([text], 0, height, style, options));
    height += sizePx * LAST_LINE;
  }
  return {
    width: Math.min(size.width, left + shown * cellPx),
    height,
    background: colours.background,
    items,
  };
}

/** The colours of a matrix in words. */
export function matrixLegend(
  entries: readonly (Omit<MatrixCell, "value"> & { text: string })[],
  theme: Theme,
): LegendEntry[] {
  const side = LEGEND_BOX.height - 2;
  return entries.map(({ text, ...cell }) => ({
    text,
    shapes: [boxOf(cell, (LEGEND_BOX.width - side) / 2, 1, side, theme, "legend")],
  }));
}

interface Grid {
  /** Edge of a cell, and height of the row of numbers. */
  cellPx: number;
  /** Where the first column begins. */
  left: number;
  namePx: number;
  /** Groups that have room. */
  shown: number;
}

/** Only as many groups as have rows that can be read, however much one must enlarge them. */
function gridOf({ names }: MatrixTable, options: MatrixOptions): Grid {
  const least = ROW.least * options.sizePx;
  const whole = fittingGrid(names, options, options.size.height);
  if (whole.cellPx >= least || names.length === 0) return whole;
  const height = options.size.height - LAST_LINE * options.sizePx;
  let shown = names.length;
  while (shown > 1 && fittingGrid(names.slice(0, shown), options, height).cellPx < least) shown--;
  return fittingGrid(names.slice(0, shown), options, height);
}

function fittingGrid(names: readonly string[], options: MatrixOptions, height: number): Grid {
  const { size, sizePx, measure } = options;
  const widest = Math.max(0, ...names.map((name) => measure(name)));
  let cellPx = Math.min(height / (names.length + 1), ROW.most * sizePx);
  let grid: Grid = { cellPx, left: 0, namePx: sizePx, shown: names.length };
  // Narrower cells have smaller names, which leave more room for the cells.
  for (let pass = 0; pass < 3; pass++) {
    const namePx = Math.min(sizePx, cellPx * NAME_SHARE);
    const left = Math.min(size.width * NAMES_SHARE, (widest * namePx) / 12 + NUMBER * namePx);
    grid = { ...grid, namePx, left, cellPx };
    const narrow = (size.width - left) / Math.max(1, names.length);
    if (narrow >= cellPx) break;
    cellPx = narrow;
  }
  return { ...grid, cellPx };
}

/** Number and name of a row, and the number of the column. */
function headItems(
  { names, shorts }: MatrixTable,
  index: number,
  { cellPx, left, namePx }: Grid,
  options: MatrixOptions,
): DrawingItem[] {
  const { inkSoft } = PICTURE_COLOURS[options.theme];
  const number = String(index + 1);
  const widthOf = measureAt(options.measure, namePx, WEIGHTS.usual);
  const numberPx = widthOf("000") + namePx * 0.5;
  const room = left - numberPx - namePx * 0.6;
  const name = names[index] ?? "";
  const text = widthOf(name) <= room ? name : cutText(shorts[index] || name, room, widthOf);
  const top = (index + 1) * cellPx;
  const middle = top + (cellPx - namePx * 1.2) / 2;
  const style = { sizePx: namePx, lineHeight: 1.2 };
  const soft = { ...style, fill: inkSoft, meaning: { of: "cell" } as const };
  const headPx = Math.min(namePx, cellPx * VALUE_SHARE);
  const head = { ...soft, sizePx: headPx, align: "center" } as const;
  const x = left + (index + 0.5) * cellPx;
  return [
    wordsAt([number], numberPx - namePx * 0.5, middle, { ...soft, align: "right" }, options),
    wordsAt([text], numberPx, middle, { ...style, meaning: { of: "cell", name } }, options),
    wordsAt([number], x, cellPx - headPx * 1.3, head, options),
  ];
}

function cellItems(
  matrix: MatrixTable,
  row: number,
  column: number,
  { cellPx, left, namePx }: Grid,
  options: MatrixOptions,
): DrawingItem[] {
  const cell = matrix.cells(row, column);
  const gap = Math.min(1, cellPx * 0.04);
  const x = left + column * cellPx;
  const y = (row + 1) * cellPx;
  const box = boxOf(cell, x + gap, y + gap, cellPx - 2 * gap, options.theme, "cell");
  const name = `${matrix.names[row]} × ${matrix.names[column]}`;
  const named: Box = { ...box, meaning: { of: "cell", name } };
  const sizePx = Math.min(namePx, cellPx * VALUE_SHARE);
  const widthOf = measureAt(options.measure, sizePx, WEIGHTS.usual);
  if (cell.value === "" || widthOf(cell.value) > cellPx) return [named];
  const style = {
    sizePx,
    lineHeight: 1.2,
    align: "center",
    fill: inkOn(box.fill, PICTURE_COLOURS[options.theme]),
    meaning: { of: "cell" },
  } as const;
  return [
    named,
    wordsAt([cell.value], x + cellPx / 2, y + (cellPx - sizePx * 1.2) / 2, style, options),
  ];
}

function boxOf(
  { share, hue = "strength" }: Omit<MatrixCell, "value">,
  x: number,
  y: number,
  side: number,
  theme: Theme,
  of: "cell" | "legend",
): Box {
  const { background, ink, accent, pillBorder } = PICTURE_COLOURS[theme];
  const colour = hue === "gap" ? GAP_COLOUR[theme] : accent;
  return {
    shape: "box",
    meaning: { of },
    alpha: 1,
    x,
    y,
    width: side,
    height: side,
    radiusPx: side * 0.12,
    fill:
      share === null
        ? null
        : share > 0
          ? mix(background, colour, share)
          : mix(background, ink, 0.035),
    stroke: share === null ? pillBorder : null,
    strokePx: 1,
  };
}

/** Whichever of dark and light is read better on it. */
function inkOn(fill: string | null, { ink, background }: PictureColours): string {
  if (fill === null) return ink;
  return contrast(ink, fill) >= contrast(background, fill) ? ink : background;
}
