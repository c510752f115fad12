/** Parts of a page that are made of short texts: the legend, and the foot with filters, counts, date and sources. */
import { PICTURE_COLOURS } from "../graph/palette.ts";
import {
  type HandOut,
  LEGEND_BOX,
  type LegendEntry,
  type Sheet,
  type SourceLine,
} from "../handout/sheet.ts";
import type { DrawingItem } from "./drawing.ts";
import { measureAt } from "./measure.ts";
import { moved, reachOf, scaled } from "./shapes.ts";
import {
  type Block,
  EMPTY_BLOCK,
  TEXT_LINE_HEIGHT,
  type Type,
  textBlock,
  WEIGHTS,
  wordsAt,
} from "./text-items.ts";
import { cutText, wrapText } from "./wrap.ts";

export type SheetWords = HandOut["words"];

/** In em of the legend's text. */
const LEGEND = { row: 1.7, mark: 1.45, afterMark: 0.5, afterEntry: 1.4 } as const;
/** Smaller and smaller until it fits. */
const LEGEND_SIZES = [1, 0.88, 0.76, 0.64] as const;

/** In rows; what has no room in the smallest size is left out, which „…“ says. */
export function legendBlock(
  entries: readonly LegendEntry[],
  room: { width: number; height: number },
  style: { sizePx: number; title: string },
  type: Type,
): Block {
  if (entries.length === 0) return EMPTY_BLOCK;
  for (const share of LEGEND_SIZES) {
    const rows = legendRows(entries, room.width, { ...style, sizePx: style.sizePx * share }, type);
    if (rows.height <= room.height) return rows;
  }
  const sizePx = style.sizePx * (LEGEND_SIZES.at(-1) ?? 1);
  for (let count = entries.length - 1; count > 0; count--) {
    const kept = [...entries.slice(0, count), { shapes: [], text: "…" }];
    const rows = legendRows(kept, room.width, { ...style, sizePx }, type);
    if (rows.height <= room.height) return rows;
  }
  return EMPTY_BLOCK;
}

function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  { sizePx, title }: { sizePx: number; title: string },
  type: Type,
): Block {
  const items: DrawingItem[] = [];
  const { inkSoft } = PICTURE_COLOURS[type.theme];
  const rowPx = LEGEND.row * sizePx;
  const factor = (LEGEND.mark * sizePx) / LEGEND_BOX.height;
  const textTop = (rowPx - sizePx * TEXT_LINE_HEIGHT) / 2;
  let x = 0;
  let y = 0;
  const add = (entry: LegendEntry, weight: number) => {
    const widthOf = measureAt(type.measure, sizePx, weight);
    const mark = entry.shapes.map((shape) => scaled(shape, factor));
    // The ends of a line are as flat as they are drawn.
    const reaches = mark.map((shape) =>
      reachOf(shape.shape === "curve" ? { ...shape, strokePx: 0 } : shape),
    );
    const left = Math.min(...reaches.map((reach) => reach.x));
    const right = Math.max(...reaches.map((reach) => reach.x + reach.width));
    const markPx = mark.length === 0 ? 0 : right - left + LEGEND.afterMark * sizePx;
    const text = cutText(entry.text, width - markPx, widthOf);
    const entryPx = markPx + widthOf(text);
    if (x > 0 && x + entryPx > width) {
      x = 0;
      y += rowPx;
    }
    const markTop = y + (rowPx - LEGEND_BOX.height * factor) / 2;
    items.push(...mark.map((shape) => moved(shape, x - left, markTop)));
    const style = { sizePx, weight, fill: inkSoft, meaning: { of: "legend" } as const };
    items.push(wordsAt([text], x + markPx, y + textTop, style, type));
    x += entryPx + LEGEND.afterEntry * sizePx;
  };
  add({ text: title, shapes: [] }, WEIGHTS.strong);
  for (const entry of entries) add(entry, WEIGHTS.usual);
  return { items, height: y + rowPx };
}

/** Filters in words, what is drawn of how much, the date, and the sources as far as they have room. */
export function footBlock(
  sheet: Sheet,
  words: SheetWords,
  room: { width: number; lines: number },
  sizePx: number,
  type: Type,
): Block {
  const fill = PICTURE_COLOURS[type.theme].inkSoft;
  const facts = [sheet.status, sheet.made].filter((text) => text !== "").join(" · ");
  const filters = sheet.filters === "" ? "" : `${words.filters}: ${sheet.filters}`;
  const hasSources = sheet.sources.length + sheet.sourcesOmitted > 0;
  const items: DrawingItem[] = [];
  let height = 0;
  let left = room.lines;
  const add = (text: string, lines: number) => {
    const block = textBlock(text, { width: room.width, lines }, { sizePx, fill }, type);
    items.push(...block.items.map((item) => moved(item, 0, height)));
    height += block.height;
    left -= Math.round(block.height / (sizePx * TEXT_LINE_HEIGHT));
  };
  const own = hasSources ? left - 1 : left;
  add(filters, Math.min(2, own - (facts === "" ? 0 : 1)));
  add(facts, Math.min(2, hasSources ? left - 1 : left));
  if (hasSources) {
    const widthOf = measureAt(type.measure, sizePx, WEIGHTS.usual);
    const fits = (text: string) => wrapText(text, room.width, widthOf).length <= left;
    add(sourcesText(sheet, words, fits), left);
  }
  return { items, height };
}

/** With addresses where all of them have room, else as many sources as have room without. */
function sourcesText(
  { sources, sourcesOmitted }: Sheet,
  words: SheetWords,
  fits: (text: string) => boolean,
): string {
  const textOf = (count: number, hasUrls: boolean) => {
    const shown = sources.slice(0, count).map((source, index) => {
      return `[${index + 1}] ${sourceText(source, hasUrls)}`;
    });
    const missing = sourcesOmitted + sources.length - count;
    const more = missing > 0 ? [words.moreSources(missing)] : [];
    return `${words.sources}: ${[...shown, ...more].join("; ")}`;
  };
  const whole = textOf(sources.length, true);
  if (fits(whole)) return whole;
  let count = sources.length;
  while (count > 0 && !fits(textOf(count, false))) count--;
  return textOf(count, false);
}

function sourceText({ title, publisher, date, url }: SourceLine, hasUrl: boolean): string {
  const parts = [title, publisher, date, hasUrl ? url : null];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}
