/** Legend, table and the box of a text on a slide. */
import type PptxGenJS from "pptxgenjs";
import { cleanLine } from "./clean-text.ts";
import type { Inks } from "./ink.ts";
import type { Page, PlacedLegend, PlacedTable, Room } from "./page.ts";
import { markedName } from "./pptx-marks.ts";
import { addItem, FONT, hex, inches, points } from "./pptx-shapes.ts";
import { type HandOut, LEGEND_BOX } from "./sheet.ts";

/** Names of the parts, as the list of shapes of a slide shows them. */
export const PARTS = {
  de: {
    title: "Titel",
    caption: "Text",
    aside: "Text neben dem Bild",
    footer: "Stand und Filter",
    more: "Text",
    sources: "Quellen",
    page: "Seitenzahl",
    subtitle: "Untertitel",
    made: "Stand",
    table: "Tabelle",
  },
  en: {
    title: "Title",
    caption: "Text",
    aside: "Text beside the picture",
    footer: "Status and filters",
    more: "Text",
    sources: "Sources",
    page: "Page number",
    subtitle: "Subtitle",
    made: "Status",
    table: "Table",
  },
} as const;

export function addLegend(
  slide: PptxGenJS.Slide,
  { entries, sizePx }: PlacedLegend,
  inks: Inks,
): void {
  for (const { entry, x, y, text } of entries) {
    for (const shape of entry.shapes) addItem(slide, shape, { ...LEGEND_BOX, x, y });
    const words = cleanLine(entry.text);
    slide.addText([{ text: words, options: {} }], {
      ...boxOf(text),
      valign: "middle",
      wrap: false,
      fontSize: points(sizePx),
      color: hex(inks.soft),
      objectName: markedName({ name: words, description: "" }),
    });
  }
}

export function boxOf(room: Room) {
  return {
    x: inches(room.x),
    y: inches(room.y),
    w: inches(room.width),
    h: inches(room.height),
    isTextBox: true,
    margin: 0,
    valign: "top" as const,
    fontFace: FONT,
  };
}

export function addTable(
  slide: PptxGenJS.Slide,
  { room, table, from, to }: PlacedTable,
  { sheet, title }: Page,
  { language }: HandOut,
  inks: Inks,
): void {
  const none = { type: "none" as const };
  const rows = [table.head, ...table.rows.slice(from, to)].map(({ cells }, index) =>
    cells.map((lines, column) => ({
      text: lines.join(" "),
      options: {
        align: sheet?.table?.columns[column]?.align ?? "left",
        bold: index === 0 || column === 0,
        color: hex(inks.ink),
        ...(index === 0 && { fill: { color: hex(inks.band) } }),
        border: [none, none, { type: "solid" as const, pt: 0.75, color: hex(inks.line) }, none],
      } satisfies PptxGenJS.TableCellProps,
    })),
  );
  slide.addTable(rows as PptxGenJS.TableRow[], {
    x: inches(room.x),
    y: inches(room.y),
    w: inches(room.width),
    colW: table.widths.map(inches),
    rowH: [table.head, ...table.rows.slice(from, to)].map(({ height }) => inches(height)),
    margin: [0.6, 1, 0.6, 1].map((share) => inches(table.paddingPx * share)) as [
      number,
      number,
      number,
      number,
    ],
    valign: "middle",
    fontFace: FONT,
    fontSize: points(table.sizePx),
    objectName: markedName({ name: PARTS[language].table, description: title }),
  });
}
