/**
 * A picture as a list of shapes, back to front, in CSS pixels: what SVG, PNG, PDF and PowerPoint are written from.
 * Knows neither scenes nor files.
 */

export type DrawingItem = Disc | Curve | Icon | Words | Box;

/** What a shape stands for, so that a file can name it and somebody can count. */
export interface Meaning {
  /** `mark`: ring, bead or icon of a node or an edge, which itself has one shape only. */
  of: "node" | "edge" | "mark" | "label" | "number" | "legend" | "cell" | "text" | "frame";
  /** Id of the actor or of the pair of actors. */
  id?: string;
  /** In the reader's language, for the name of the shape in a file. */
  name?: string;
}

interface Common {
  meaning: Meaning;
  /** 0 to 1. */
  alpha: number;
}

export interface Disc extends Common {
  shape: "disc";
  x: number;
  y: number;
  r: number;
  /** `#rrggbb`; `null` = none. */
  fill: string | null;
  stroke: string | null;
  strokePx: number;
  dashPx: readonly number[];
}

/** A quadratic Bézier curve. */
export interface Curve extends Common {
  shape: "curve";
  x1: number;
  y1: number;
  cx: number;
  cy: number;
  x2: number;
  y2: number;
  stroke: string;
  strokePx: number;
  dashPx: readonly number[];
  cap: "butt" | "round";
}

/** Lines of a kind's mark, in a square of 24 units. */
export interface Icon extends Common {
  shape: "icon";
  /** SVG path data. */
  d: string;
  /** Left upper corner. */
  x: number;
  y: number;
  sizePx: number;
  stroke: string;
}

export interface Words extends Common {
  shape: "words";
  lines: readonly string[];
  /** Of the anchor: left end, middle or right end of each line. */
  x: number;
  /** Top of the first line's box; each line is `sizePx * lineHeight` high and stands in its middle. */
  y: number;
  align: "left" | "center" | "right";
  sizePx: number;
  lineHeight: number;
  weight: number;
  fill: string;
  /** Colour of the outline behind the letters; `null` = none. */
  halo: string | null;
  /** Of the widest line, as measured. */
  widthPx: number;
  /**
   * Goes on in the line of the words before it, of another weight, and what stands between them. It has its place all
   * the same; a file that knows running text need not use it.
   */
  follows?: " " | "";
}

export interface Box extends Common {
  shape: "box";
  x: number;
  y: number;
  width: number;
  height: number;
  radiusPx: number;
  fill: string | null;
  stroke: string | null;
  strokePx: number;
}

export interface Drawing {
  width: number;
  height: number;
  background: string;
  items: readonly DrawingItem[];
}
