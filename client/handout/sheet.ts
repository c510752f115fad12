/** One page to hand out: a picture, a matrix or a list, with everything that makes it readable on its own. */
import type { Drawing, DrawingItem } from "../drawing/drawing.ts";

/** The box that the shapes of a legend’s entry lie in, px. */
export const LEGEND_BOX = { width: 28, height: 18 } as const;

/** A mark and what it means; `shapes` lie in a `LEGEND_BOX`. */
export interface LegendEntry {
  shapes: readonly DrawingItem[];
  text: string;
}

/** A run of text as Markdown gives it. */
export interface TextRun {
  /** A line break is `\n`. */
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** `http`, `https` or `mailto`. */
  href?: string;
}

/** A paragraph or an entry of a list. */
export interface TextBlock {
  runs: readonly TextRun[];
  /** Depth in a list, 1 = outermost; 0 = a paragraph. */
  level: number;
  /** `1.` or `•`; "" for a paragraph. */
  mark: string;
  isHeading?: boolean;
}

export interface SourceLine {
  title: string;
  publisher: string | null;
  /** As the reader's language writes it. */
  date: string | null;
  url: string | null;
}

/** A table as text, the first column the row's head. */
export interface SheetTable {
  columns: readonly { name: string; align: "left" | "right" }[];
  rows: readonly (readonly string[])[];
  /** Rows that there are beyond these. */
  omitted: number;
}

export interface Sheet {
  language: "de" | "en";
  title: string;
  caption: readonly TextBlock[];
  notes: readonly TextBlock[];
  /** Made for any size: the picture is laid out for the room that it gets. `null` where there is only text or a table. */
  draw: ((size: { width: number; height: number; labelSizePx: number }) => Drawing) | null;
  table: SheetTable | null;
  /** What stands beside the picture: the panel as text. */
  aside: readonly TextBlock[];
  legend: readonly LegendEntry[];
  /** Filters in words, "" where there are none. */
  filters: string;
  /** What is drawn of how much, and that something is cut. */
  status: string;
  /** As the reader's language writes it: date of the picture and revision of the data. */
  made: string;
  sources: readonly SourceLine[];
  /** Sources there are beyond these. */
  sourcesOmitted: number;
}

/** A story to hand out, or one page of it. */
export interface HandOut {
  language: "de" | "en";
  title: string;
  subtitle: string;
  sheets: readonly Sheet[];
  /** "Quellen", "Seite {page} von {pages}" …: the words of the file itself. */
  words: {
    sources: string;
    moreSources: (count: number) => string;
    page: (page: number, pages: number) => string;
    filters: string;
    legend: string;
    moreRows: (count: number) => string;
  };
}
