/** Paints a page that is laid out into a PDF: picture, legend, table, texts with their links. */

import { cleanLine } from "./clean-text.ts";
import { type Inks, inksFor, rgbOf } from "./ink.ts";
import type { Page, PageFormat, PlacedLegend, PlacedTable, PlacedText, Room } from "./page.ts";
import { MIDDLE } from "./pdf-letters.ts";
import { drawItem, type PdfPen } from "./pdf-shapes.ts";
import type { Sheet } from "./sheet.ts";

const UNDERLINE_SHARE = 0.12;

export function paintPage(pen: PdfPen, page: Page, format: PageFormat, pageNumber: string): void {
  const { pdf } = pen;
  pen.setAlpha(1);
  const drawing =
    page.picture &&
    page.sheet?.draw?.({
      width: page.picture.width,
      height: page.picture.height,
      labelSizePx: format.labelPx,
    });
  const inks = inksFor(drawing?.background ?? null);
  pdf.setFillColor(...rgbOf(inks.ground));
  pdf.rect(0, 0, format.width, format.height, "F");
  if (drawing && page.picture) {
    const room = page.picture;
    clipped(pen, room, () => {
      for (const item of drawing.items) drawItem(pen, item, room.x, room.y);
    });
  }
  if (page.legend) paintLegend(pen, page.legend, inks);
  if (page.table) paintTable(pen, page.table, page.sheet, inks);
  for (const text of page.texts) paintText(pen, text, inks);
  paintPageNumber(pen, pageNumber, format, inks);
}

/** jsPDF does not know that a saved state brings back its transparency: it is none on both sides. */
function clipped(pen: PdfPen, { x, y, width, height }: Room, paint: () => void): void {
  const { pdf } = pen;
  pdf.saveGraphicsState();
  pdf.rect(x, y, width, height, null);
  pdf.clip();
  pdf.discardPath();
  paint();
  pen.setAlpha(1);
  pdf.restoreGraphicsState();
}

export function paintText({ pdf, letters }: PdfPen, text: PlacedText, inks: Inks): void {
  const { room, lines, role } = text;
  const ink = role === "footer" ? inks.soft : inks.ink;
  for (const line of lines) {
    const top = room.y + line.y;
    const baseline = top + line.height / 2 + line.sizePx * MIDDLE;
    if (line.mark !== "") {
      const plain = { sizePx: line.sizePx, isBold: false, isItalic: false };
      letters.write(line.mark, room.x + line.markX, baseline, { ...plain, colour: ink });
    }
    for (const piece of line.pieces) {
      const x = room.x + piece.x;
      const colour = piece.href === null ? ink : inks.link;
      letters.write(piece.text, x, baseline, { ...piece, colour });
      if (piece.href === null) continue;
      const width = letters.measure(piece.text.trimEnd(), piece);
      pdf.setDrawColor(...rgbOf(inks.link));
      pdf.setLineWidth(line.sizePx / 16);
      pdf.setLineDashPattern([], 0);
      const below = baseline + line.sizePx * UNDERLINE_SHARE;
      pdf.line(x, below, x + width, below);
      pdf.link(x, top, width, line.height, { url: piece.href });
    }
  }
}

function paintLegend(pen: PdfPen, { entries, sizePx }: PlacedLegend, inks: Inks): void {
  for (const { entry, x, y, text } of entries) {
    for (const shape of entry.shapes) drawItem(pen, shape, x, y);
    pen.setAlpha(1);
    const baseline = text.y + text.height / 2 + sizePx * MIDDLE;
    const style = { sizePx, isBold: false, isItalic: false, colour: inks.soft };
    pen.letters.write(cleanLine(entry.text), text.x, baseline, style);
  }
}

function paintTable(
  { pdf, letters }: PdfPen,
  { room, table, from, to }: PlacedTable,
  sheet: Sheet | null,
  inks: Inks,
): void {
  const { sizePx, lineHeightPx, paddingPx, widths } = table;
  let y = room.y;
  for (const [index, row] of [table.head, ...table.rows.slice(from, to)].entries()) {
    if (index === 0) {
      pdf.setFillColor(...rgbOf(inks.band));
      pdf.rect(room.x, y, room.width, row.height, "F");
    }
    let x = room.x;
    for (const [column, lines] of row.cells.entries()) {
      const width = widths[column] ?? 0;
      const style = { sizePx, isBold: index === 0 || column === 0, isItalic: false };
      const isRight = sheet?.table?.columns[column]?.align === "right";
      const top = y + (row.height - lines.length * lineHeightPx) / 2;
      for (const [number, line] of lines.entries()) {
        const wide = isRight ? letters.measure(line.trimEnd(), style) : 0;
        const left = isRight ? x + width - paddingPx - wide : x + paddingPx;
        const baseline = top + (number + 0.5) * lineHeightPx + sizePx * MIDDLE;
        letters.write(line, left, baseline, { ...style, colour: inks.ink });
      }
      x += width;
    }
    y += row.height;
    pdf.setDrawColor(...rgbOf(inks.line));
    pdf.setLineWidth(1);
    pdf.setLineDashPattern([], 0);
    pdf.line(room.x, y, room.x + room.width, y);
  }
}

function paintPageNumber(
  { letters }: PdfPen,
  text: string,
  { width, height, marginPx, footerPx }: PageFormat,
  inks: Inks,
): void {
  const style = { sizePx: footerPx, isBold: false, isItalic: false };
  const left = width - marginPx - letters.measure(text, style);
  const baseline = height - marginPx - footerPx * (1.35 / 2 - MIDDLE);
  letters.write(text, left, baseline, { ...style, colour: inks.soft });
}
