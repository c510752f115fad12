/**
 * A whole page: title, picture or table, legend, caption, text beside it, and a foot with filters, counts, date and
 * sources. All sizes are shares of the page, so that a page of twice the size is the same page, enlarged.
 */
import type { Size } from "../graph/camera.ts";
import { PICTURE_COLOURS, type Theme } from "../graph/palette.ts";
import type { Rectangle } from "../graph/rectangle-grid.ts";
import type { Sheet } from "../handout/sheet.ts";
import type { Box, Drawing, DrawingItem } from "./drawing.ts";
import type { MeasureText } from "./measure.ts";
import { footBlock, legendBlock, type SheetWords } from "./page-parts.ts";
import { placedIn } from "./place.ts";
import { moved } from "./shapes.ts";
import { drawTable } from "./table.ts";
import { textBlocks } from "./text-blocks.ts";
import { type Block, EMPTY_BLOCK, type Type, textBlock, WEIGHTS } from "./text-items.ts";

/** Text sizes in those of the caption. */
const SIZES = { title: 1.65, aside: 0.85, label: 0.78, legend: 0.8, foot: 0.7 } as const;
/** In em of the caption: margins, and room between the parts. */
const MARGIN = 1.8;
const GAP = 0.8;
/** Picture or table have at least this share of the height, or of the width where that is less. */
const FIGURE_SHARE = { height: 0.44, width: 0.5 } as const;
/** Of the height at most, where there is a picture or a table. */
const LEGEND_SHARE = 0.17;
const CAPTION_SHARE = 0.24;
/** Two lines of the caption stand in any case; in em. */
const CAPTION_LEAST = 2.8;
/** Width of the text beside the picture, or its height where it stands below. */
const ASIDE = { width: 0.3, height: 0.22 } as const;
const FOOT_LINES = { beside: 5, alone: 14 } as const;
/** Tables are set smaller until all their rows have room. */
const TABLE_SIZES = [0.85, 0.75, 0.66] as const;

/**
 * The size of the caption's text: what can be read from the last row where the page is projected; on an upright page,
 * which is held in the hand, some 80 letters a line.
 */
export function bodySizePx({ width, height }: Size): number {
  return Math.min(height / 45, width / 47);
}

export function composePage(
  sheet: Sheet,
  words: SheetWords,
  size: Size,
  measure: MeasureText,
  theme: Theme = "light",
): Drawing {
  const type: Type = { measure, theme };
  const page = { sheet, words, size, type, em: bodySizePx(size) };
  const { em } = page;
  const margin = MARGIN * em;
  const inner = {
    x: margin,
    y: margin,
    width: size.width - 2 * margin,
    height: size.height - 2 * margin,
  };
  const titleStyle = { sizePx: SIZES.title * em, weight: WEIGHTS.strong, lineHeight: 1.2 };
  const title = textBlock(sheet.title, { width: inner.width, lines: 2 }, titleStyle, type);
  const hasFigure = sheet.draw !== null || sheet.table !== null;
  const lines = hasFigure ? FOOT_LINES.beside : FOOT_LINES.alone;
  const foot = footBlock(sheet, words, { width: inner.width, lines }, SIZES.foot * em, type);
  const footTop = inner.y + inner.height - foot.height;
  const top = inner.y + below(title, em);
  const bottom = footTop - (foot.height > 0 ? 2 * GAP * em : 0);
  const main = { x: inner.x, y: top, width: inner.width, height: bottom - top };
  return {
    ...size,
    background: PICTURE_COLOURS[theme].background,
    items: [
      ...mainItems(page, main),
      ...at(title, inner.x, inner.y),
      ...(foot.height > 0 ? [rule(inner, footTop - GAP * em, page)] : []),
      ...at(foot, inner.x, footTop),
    ],
  };
}

interface Page {
  sheet: Sheet;
  words: SheetWords;
  size: Size;
  type: Type;
  /** Size of the caption's text. */
  em: number;
}

/** Figure, legend, caption and the text beside them. */
function mainItems(page: Page, room: Rectangle): DrawingItem[] {
  const { sheet, type, em, size } = page;
  const hasAside = sheet.aside.length > 0;
  const isBeside = hasAside && size.width >= size.height;
  const style = { sizePx: SIZES.aside * em };
  if (!hasAside) return columnItems(page, room, EMPTY_BLOCK);
  if (!isBeside) {
    const hasFigure = sheet.draw !== null || sheet.table !== null;
    const height = hasFigure ? ASIDE.height * size.height : room.height / 2;
    return columnItems(
      page,
      room,
      textBlocks(sheet.aside, { width: room.width, height }, style, type),
    );
  }
  const width = ASIDE.width * room.width;
  const gap = 2 * em;
  const aside = textBlocks(sheet.aside, { width, height: room.height }, style, type);
  const column = { ...room, width: room.width - width - gap };
  return [
    ...columnItems(page, column, EMPTY_BLOCK),
    ...at(aside, room.x + room.width - width, room.y),
  ];
}

/** From the top: figure, legend, caption, and what is written below the caption. */
function columnItems(page: Page, room: Rectangle, last: Block): DrawingItem[] {
  const { sheet, words, type, em, size } = page;
  const hasFigure = sheet.draw !== null || sheet.table !== null;
  const legendStyle = { sizePx: SIZES.legend * em, title: words.legend };
  const legendRoom = { width: room.width, height: LEGEND_SHARE * size.height };
  const legend = legendBlock(sheet.legend, legendRoom, legendStyle, type);
  const spare = room.height - below(legend, em) - below(last, em);
  const least = Math.min(FIGURE_SHARE.height * size.height, FIGURE_SHARE.width * size.width);
  const height = hasFigure
    ? Math.max(CAPTION_LEAST * em, Math.min(CAPTION_SHARE * size.height, spare - least - GAP * em))
    : spare;
  const caption = textBlocks(sheet.caption, { width: room.width, height }, { sizePx: em }, type);
  const figureRoom = { ...room, height: spare - below(caption, em) };
  const figure = hasFigure ? figureBlock(page, figureRoom) : EMPTY_BLOCK;
  const items = [...figure.items];
  let y = room.y + figure.height;
  for (const block of hasFigure ? [legend, caption, last] : [caption, legend, last]) {
    if (block.height === 0) continue;
    if (y > room.y) y += GAP * em;
    items.push(...at(block, room.x, y));
    y += block.height;
  }
  return items;
}

/** The picture or the table, in its place already; both, one above the other, where there are both. */
function figureBlock(page: Page, room: Rectangle): Block {
  const { sheet, size, em } = page;
  const { draw, table } = sheet;
  if (draw === null) return tableBlock(page, room);
  const gap = GAP * em;
  const { width } = room;
  const height = table === null ? room.height : (room.height - gap) / 2;
  const drawing = draw({ width, height, labelSizePx: SIZES.label * em });
  const items = placedIn({ ...room, height }, drawing, size);
  if (table === null) return { items, height: drawing.height };
  const under = tableBlock(page, { ...room, height, y: room.y + drawing.height + gap });
  return { items: [...items, ...under.items], height: drawing.height + gap + under.height };
}

function tableBlock({ sheet, words, size, type, em }: Page, room: Rectangle): Block {
  const { table } = sheet;
  if (table === null) return EMPTY_BLOCK;
  const { moreRows } = words;
  const drawAt = (share: number) =>
    drawTable(table, { ...type, size: room, sizePx: share * em, moreRows });
  let drawing = drawAt(TABLE_SIZES[0]);
  for (const share of TABLE_SIZES.slice(1)) {
    if (drawing.cut > 0) drawing = drawAt(share);
  }
  return { items: placedIn(room, drawing, size, "left"), height: drawing.height };
}

function rule({ x, width }: Rectangle, y: number, { em, type }: Page): Box {
  return {
    shape: "box",
    meaning: { of: "frame" },
    alpha: 1,
    x,
    y,
    width,
    height: em / 14,
    radiusPx: 0,
    fill: PICTURE_COLOURS[type.theme].pillBorder,
    stroke: null,
    strokePx: 0,
  };
}

/** Height with the room that separates it from its neighbour. */
function below({ height }: Block, em: number): number {
  return height === 0 ? 0 : height + GAP * em;
}

function at({ items }: Block, x: number, y: number): DrawingItem[] {
  return items.map((item) => moved(item, x, y));
}
