/** Text in the rooms of a page: as large as fits, cut where it does not, on further pages what is left. */
import { cleanLine, safeHref } from "./clean-text.ts";
import { innerRoom, type Page, type PageMaker, type PlacedText, type Room } from "./page.ts";
import { paragraph, place, placeFooter, placeTitle } from "./page-parts.ts";
import type { Sheet, SourceLine, TextBlock, TextRun } from "./sheet.ts";
import { blocksOf, type FlowStyle } from "./text-flow.ts";

export const GAP_PX = 14;
/** Of the page, for text in one column: longer lines are hard to read. */
const COLUMN_SHARE = 0.72;
const COLUMN_GAP_PX = 40;

/** Text in its room, `null` where there is none, and what did not fit. */
export interface CutText {
  text: PlacedText | null;
  rest: readonly TextBlock[];
}

export function styleOf(sizePx: number): FlowStyle {
  return { sizePx, lineHeight: 1.4, gap: 0.6 };
}

/** In the largest size that fits; in the smallest the text is cut. */
export function fitText(
  role: PlacedText["role"],
  blocks: readonly TextBlock[],
  room: Room,
  { format }: PageMaker,
): CutText {
  for (const sizePx of format.captionPx) {
    const text = place(role, blocks, room, styleOf(sizePx), format.measure);
    if (text.lines.length === 0) return { text: null, rest: [] };
    if (text.room.height <= room.height) return { text, rest: [] };
  }
  return cutText(role, blocks, room, format.captionPx.at(-1) ?? 12, format.measure);
}

function cutText(
  role: PlacedText["role"],
  blocks: readonly TextBlock[],
  room: Room,
  sizePx: number,
  measure: PageMaker["format"]["measure"],
): CutText {
  const style = styleOf(sizePx);
  const whole = place(role, blocks, room, style, measure);
  const { lines } = whole;
  const over = lines.findIndex(({ y, height }) => y + height > room.height);
  if (over === -1) return { text: whole, rest: [] };
  // A page carries at least a line, or there would be no end of pages.
  let count = Math.max(1, over);
  // No heading alone at the end.
  while (count > 1 && blocks[lines[count - 1]?.block ?? -1]?.isHeading) count--;
  const kept = blocksOf(blocks, lines, 0, count);
  return {
    text: place(role, kept, room, style, measure),
    rest: blocksOf(blocks, lines, count, lines.length),
  };
}

export interface TextPages {
  sheet: Sheet | null;
  title: string;
  blocks: readonly TextBlock[];
  role: PlacedText["role"];
  isFurther: boolean;
}

/** In one column or, where that is too long, in two; at least one page. */
export function textPages(
  { sheet, title, blocks, role, isFurther }: TextPages,
  maker: PageMaker,
): Page[] {
  const pages: Page[] = [];
  let rest = blocks;
  do {
    const { page, room } = barePage(sheet, title, isFurther || pages.length > 0, maker);
    const columns = columnsOf(role, rest, room, maker);
    page.texts.push(...columns.texts);
    pages.push(page);
    rest = columns.rest;
  } while (rest.length > 0);
  return pages;
}

/** A page with title and foot, and the room between them. */
export function barePage(
  sheet: Sheet | null,
  title: string,
  isFurther: boolean,
  maker: PageMaker,
): { page: Page; room: Room } {
  const head = placeTitle(title, maker.format);
  const footer = placeFooter(sheet, maker);
  const inner = innerRoom(maker.format);
  const y = head.room.y + head.room.height + GAP_PX;
  const page: Page = {
    sheet,
    title: cleanLine(title),
    isFurther,
    texts: [head, footer],
    picture: null,
    legend: null,
    table: null,
  };
  return { page, room: { ...inner, y, height: footer.room.y - 1.5 * GAP_PX - y } };
}

function columnsOf(
  role: PlacedText["role"],
  blocks: readonly TextBlock[],
  room: Room,
  { format }: PageMaker,
): { texts: PlacedText[]; rest: readonly TextBlock[] } {
  const sizePx = format.captionPx[1] ?? format.footerPx;
  const style = styleOf(sizePx);
  const single = { ...room, width: room.width * COLUMN_SHARE };
  const one = place(role, blocks, single, style, format.measure);
  if (one.room.height <= room.height) return { texts: [one], rest: [] };
  const width = (room.width - COLUMN_GAP_PX) / 2;
  const texts: PlacedText[] = [];
  let rest = blocks;
  for (const x of [room.x, room.x + width + COLUMN_GAP_PX]) {
    if (rest.length === 0) break;
    const cut = cutText(role, rest, { ...room, x, width }, sizePx, format.measure);
    if (cut.text) texts.push(cut.text);
    rest = cut.rest;
  }
  return { texts, rest };
}

/** Each source of the sheets once, in their order; none, no page. */
export function sourcePages(maker: PageMaker): Page[] {
  const { sheets, words } = maker.handOut;
  const sources = new Map<string, SourceLine>();
  for (const source of sheets.flatMap((sheet) => sheet.sources)) {
    sources.set(JSON.stringify([source.url, source.title, source.publisher, source.date]), source);
  }
  const blocks = [...sources.values()].map(sourceBlock);
  const omitted = sheets.reduce((sum, sheet) => sum + sheet.sourcesOmitted, 0);
  if (omitted > 0) blocks.push(paragraph(words.moreSources(omitted)));
  if (blocks.length === 0) return [];
  const title = words.sources;
  return textPages({ sheet: null, title, blocks, role: "sources", isFurther: false }, maker);
}

function sourceBlock({ title, publisher, date, url }: SourceLine, index: number): TextBlock {
  const facts = [publisher, date]
    .map((text) => cleanLine(text ?? ""))
    .filter((text) => text !== "");
  const href = safeHref(url);
  const runs: TextRun[] = [{ text: cleanLine(title), bold: true }];
  if (facts.length > 0) runs.push({ text: ` · ${facts.join(" · ")}` });
  if (url) runs.push({ text: "\n" }, { text: cleanLine(url), ...(href !== null && { href }) });
  return { runs, level: 1, mark: `${index + 1}.` };
}
