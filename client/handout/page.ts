/** What stands where on one page of a file, in px: PowerPoint and PDF are painted from the same pages. */
import type { HandOut, LegendEntry, Sheet, TextBlock } from "./sheet.ts";
import type { LaidTable } from "./table-layout.ts";
import type { FlowLine, FlowStyle, Measure } from "./text-flow.ts";

export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedText {
  role: "title" | "caption" | "aside" | "footer" | "more" | "sources";
  room: Room;
  blocks: readonly TextBlock[];
  lines: readonly FlowLine[];
  style: FlowStyle;
}

export interface PlacedEntry {
  entry: LegendEntry;
  /** Left upper corner of the shapes. */
  x: number;
  y: number;
  text: Room;
}

export interface PlacedLegend {
  room: Room;
  entries: PlacedEntry[];
  sizePx: number;
}

export interface PlacedTable {
  room: Room;
  table: LaidTable;
  /** The rows that stand on this page. */
  from: number;
  to: number;
}

export interface Page {
  /** `null` for the pages of sources. */
  sheet: Sheet | null;
  /** Without marks and numbers, for outlines. */
  title: string;
  /** Further pages of a sheet have its title, but not its notes. */
  isFurther: boolean;
  texts: PlacedText[];
  picture: Room | null;
  legend: PlacedLegend | null;
  table: PlacedTable | null;
}

/** What the two formats have different. */
export interface PageFormat {
  width: number;
  height: number;
  marginPx: number;
  titlePx: number;
  /** Largest first: the first that fits is taken. */
  captionPx: readonly number[];
  legendPx: number;
  footerPx: number;
  /** Names in the picture. */
  labelPx: number;
  /** Whether a long table goes on on further pages; otherwise it is cut and says so. */
  hasTablePages: boolean;
  /** Whether each page says which hand-out it is of: where no title page does. */
  namesHandOut: boolean;
  measure: Measure;
}

export interface PageMaker {
  format: PageFormat;
  handOut: HandOut;
}

/** Room inside of the margins. */
export function innerRoom({ width, height, marginPx }: PageFormat): Room {
  return {
    x: marginPx,
    y: marginPx,
    width: width - 2 * marginPx,
    height: height - 2 * marginPx,
  };
}
