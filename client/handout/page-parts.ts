/** The parts that every page has: title, legend and the line at the foot. */
import { cleanLine } from "./clean-text.ts";
import {
  innerRoom,
  type PageFormat,
  type PageMaker,
  type PlacedEntry,
  type PlacedLegend,
  type PlacedText,
  type Room,
} from "./page.ts";
import { LEGEND_BOX, type LegendEntry, type Sheet, type TextBlock } from "./sheet.ts";
import { type FlowStyle, flow, heightOf, type Measure } from "./text-flow.ts";

const LEGEND_GAP_PX = 6;
const ENTRY_GAP_PX = 18;
const MAX_TITLE_LINES = 2;
/** Right of the line at the foot: number of the page. */
export const PAGE_NUMBER_PX = 120;

export function paragraph(text: string, more: Partial<TextBlock["runs"][number]> = {}): TextBlock {
  return { runs: [{ text, ...more }], level: 0, mark: "" };
}

/** The text in a room as wide as given, high as it is. */
export function place(
  role: PlacedText["role"],
  blocks: readonly TextBlock[],
  { x, y, width }: Pick<Room, "x" | "y" | "width">,
  style: FlowStyle,
  measure: Measure,
): PlacedText {
  const lines = flow(blocks, width, style, measure);
  return { role, blocks, lines, style, room: { x, y, width, height: heightOf(lines) } };
}

/** As large as leaves two lines; a longer one is set smaller, down to two thirds. */
export function placeTitle(title: string, format: PageFormat): PlacedText {
  const { x, y, width } = innerRoom(format);
  const text: TextBlock = { ...paragraph(cleanLine(title)), runs: [{ text: title, bold: true }] };
  const sizes = [1, 0.85, 0.75, 0.66].map((share) => format.titlePx * share);
  const placed = sizes.map((sizePx) =>
    place("title", [text], { x, y, width }, { sizePx, lineHeight: 1.2, gap: 0 }, format.measure),
  );
  const fitting = placed.find(({ lines }) => lines.length <= MAX_TITLE_LINES);
  return fitting ?? (placed.at(-1) as PlacedText);
}

/** Status, filters and date at the bottom of the page. */
export function placeFooter(sheet: Sheet | null, { format, handOut }: PageMaker): PlacedText {
  const room = innerRoom(format);
  const width = room.width - PAGE_NUMBER_PX;
  const style: FlowStyle = { sizePx: format.footerPx, lineHeight: 1.35, gap: 0 };
  const blocks = footerBlocks(sheet, { format, handOut });
  const placed = place("footer", blocks, { x: room.x, y: 0, width }, style, format.measure);
  const height = Math.max(placed.room.height, format.footerPx * style.lineHeight);
  return { ...placed, room: { ...placed.room, y: room.y + room.height - height, height } };
}

function footerBlocks(sheet: Sheet | null, { format, handOut }: PageMaker): TextBlock[] {
  const { title, words } = handOut;
  const filters = cleanLine(sheet?.filters ?? "");
  const isNamed = format.namesHandOut && title !== sheet?.title;
  const facts = [isNamed ? title : "", sheet?.status ?? "", sheet?.made ?? ""]
    .map(cleanLine)
    .filter((text) => text !== "");
  return [
    ...(filters === "" ? [] : [paragraph(`${words.filters}: ${filters}`)]),
    ...(facts.length === 0 ? [] : [paragraph(facts.join(" · "))]),
  ];
}

/** Entries in rows, `null` without any; its room ends at `bottom`. */
export function placeLegend(
  entries: readonly LegendEntry[],
  { x, width, bottom }: { x: number; width: number; bottom: number },
  { legendPx, measure }: PageFormat,
): PlacedLegend | null {
  if (entries.length === 0) return null;
  const rowHeight = Math.max(LEGEND_BOX.height, legendPx * 1.35) + 4;
  const style = { sizePx: legendPx, isBold: false, isItalic: false };
  const placed: PlacedEntry[] = [];
  let left = 0;
  let row = 0;
  for (const entry of entries) {
    const lead = LEGEND_BOX.width + LEGEND_GAP_PX;
    const wide = Math.min(measure(cleanLine(entry.text), style) + 2, width - lead);
    if (left > 0 && left + lead + wide > width) {
      left = 0;
      row++;
    }
    const y = row * rowHeight;
    const text = { x: x + left + lead, y, width: wide, height: rowHeight };
    placed.push({ entry, x: x + left, y: y + (rowHeight - LEGEND_BOX.height) / 2, text });
    left += lead + wide + ENTRY_GAP_PX;
  }
  const height = (row + 1) * rowHeight;
  const top = bottom - height;
  return {
    room: { x, y: top, width, height },
    sizePx: legendPx,
    entries: placed.map((entry) => ({
      ...entry,
      y: entry.y + top,
      text: { ...entry.text, y: entry.text.y + top },
    })),
  };
}
