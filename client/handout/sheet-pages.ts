/** A hand-out as pages: each sheet with its picture or table and its texts, at the end the sources. */
import { cleanLine } from "./clean-text.ts";
import type { Page, PageFormat, PageMaker, PlacedLegend, Room } from "./page.ts";
import { paragraph, place, placeLegend } from "./page-parts.ts";
import type { HandOut, Sheet, TextBlock } from "./sheet.ts";
import { type LaidTable, layOutTable } from "./table-layout.ts";
import { barePage, fitText, GAP_PX, sourcePages, styleOf, textPages } from "./text-pages.ts";

const ASIDE_SHARE = 1 / 3;
/** Of the room between title and foot. */
const MAX_CAPTION_SHARE = 0.3;

export function layOutPages(handOut: HandOut, format: PageFormat): Page[] {
  const maker = { handOut, format };
  return [...handOut.sheets.flatMap((sheet) => pagesOf(sheet, maker)), ...sourcePages(maker)];
}

function pagesOf(sheet: Sheet, maker: PageMaker): Page[] {
  const { title } = sheet;
  if (!sheet.draw && !sheet.table) {
    const blocks = [...sheet.caption, ...sheet.aside];
    return textPages({ sheet, title, blocks, role: "caption", isFurther: false }, maker);
  }
  const { page, main, rest } = firstPage(sheet, maker);
  const pages = [page];
  if (sheet.draw) page.picture = main;
  if (sheet.table) {
    const table = layOutTable(sheet.table, main.width, maker.format.measure);
    const start = sheet.draw ? 0 : placeTable(page, table, 0, main, maker);
    if (sheet.draw || maker.format.hasTablePages) {
      pages.push(...tablePages(sheet, table, start, maker));
    }
  }
  if (rest.length === 0) return pages;
  return [
    ...pages,
    ...textPages({ sheet, title, blocks: rest, role: "more", isFurther: true }, maker),
  ];
}

/** Title, foot, legend, caption and side text; `main` is the room that they leave, `rest` what they do not hold. */
function firstPage(
  sheet: Sheet,
  maker: PageMaker,
): { page: Page; main: Room; rest: readonly TextBlock[] } {
  const { page, room, legend } = framedPage(sheet, maker);
  const gap = sheet.aside.length > 0 ? 2 * GAP_PX : 0;
  const asideWidth = sheet.aside.length > 0 ? room.width * ASIDE_SHARE : 0;
  const left = { ...room, width: room.width - asideWidth - gap };
  const right = { ...room, x: left.x + left.width + gap, width: asideWidth };
  const low = { ...left, height: room.height * MAX_CAPTION_SHARE };
  const caption = fitText("caption", sheet.caption, low, maker);
  const aside = fitText("aside", sheet.aside, right, maker);
  const bottom = room.y + room.height;
  const captionTop = caption.text ? bottom - caption.text.room.height : bottom + GAP_PX;
  if (caption.text) caption.text.room.y = captionTop;
  page.legend = legend;
  page.texts.push(...[caption.text, aside.text].filter((text) => text !== null));
  return {
    page,
    main: { ...left, height: captionTop - GAP_PX - room.y },
    rest: [...caption.rest, ...aside.rest],
  };
}

function framedPage(
  sheet: Sheet,
  maker: PageMaker,
): { page: Page; room: Room; legend: PlacedLegend | null } {
  const { page, room } = barePage(sheet, sheet.title, false, maker);
  const bottom = room.y + room.height + GAP_PX;
  const entries = sheet.draw ? sheet.legend : [];
  const legend = placeLegend(entries, { ...room, bottom }, maker.format);
  if (!legend) return { page, room, legend };
  return { page, legend, room: { ...room, height: legend.room.y - GAP_PX - room.y } };
}

function tablePages(sheet: Sheet, table: LaidTable, start: number, maker: PageMaker): Page[] {
  const pages: Page[] = [];
  let next = start;
  while (next < table.rows.length || (start === 0 && pages.length === 0)) {
    const { page, room } = barePage(sheet, sheet.title, true, maker);
    next = placeTable(page, table, next, room, maker);
    pages.push(page);
    if (!maker.format.hasTablePages) break;
  }
  return pages;
}

/** As many rows as fit, and below them how many more there are; returns the first row that did not fit. */
function placeTable(
  page: Page,
  table: LaidTable,
  from: number,
  room: Room,
  { format, handOut }: PageMaker,
): number {
  const style = styleOf(table.sizePx);
  const moreHeight = style.sizePx * style.lineHeight + GAP_PX / 2;
  let height = table.head.height;
  let to = from;
  for (const row of table.rows.slice(from)) {
    // A row higher than the page stands alone on it and is cut by its edge.
    if (to > from && height + row.height > room.height - moreHeight) break;
    height += row.height;
    to++;
  }
  const width = table.widths.reduce((sum, column) => sum + column, 0);
  page.table = { room: { ...room, width, height }, table, from, to };
  const left = table.rows.length - to;
  const omitted = format.hasTablePages && left > 0 ? 0 : left + (page.sheet?.table?.omitted ?? 0);
  if (omitted > 0) {
    const more = paragraph(cleanLine(handOut.words.moreRows(omitted)));
    const below = { ...room, y: room.y + height + GAP_PX / 2 };
    page.texts.push(place("more", [more], below, style, format.measure));
  }
  return to;
}
