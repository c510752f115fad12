/** Texts as shapes, and blocks of shapes that are stacked on a page. */
import type { Theme } from "../graph/palette.ts";
import { PICTURE_COLOURS } from "../graph/palette.ts";
import type { DrawingItem, Meaning, Words } from "./drawing.ts";
import { type MeasureText, measureAt } from "./measure.ts";
import { wrapWithin } from "./wrap.ts";

/** Shapes in a box of their own, from its left upper corner. */
export interface Block {
  items: readonly DrawingItem[];
  height: number;
}

export const EMPTY_BLOCK: Block = { items: [], height: 0 };
export const TEXT_LINE_HEIGHT = 1.35;
export const WEIGHTS = { usual: 400, strong: 650 } as const;

/** What the texts of a page have in common. */
export interface Type {
  measure: MeasureText;
  theme: Theme;
}

interface TextStyle {
  sizePx: number;
  weight?: number;
  /** Default: the usual ink. */
  fill?: string;
  lineHeight?: number;
  align?: Words["align"];
  meaning?: Meaning;
  follows?: Words["follows"];
}

/** Lines that have been made to fit already. `x` of the anchor, `y` of the top. */
export function wordsAt(
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  { measure, theme }: Type,
): Words {
  const { sizePx, weight = WEIGHTS.usual } = style;
  const widthOf = measureAt(measure, sizePx, weight);
  return {
    shape: "words",
    meaning: style.meaning ?? { of: "text" },
    alpha: 1,
    lines,
    x,
    y,
    align: style.align ?? "left",
    sizePx,
    lineHeight: style.lineHeight ?? TEXT_LINE_HEIGHT,
    weight,
    fill: style.fill ?? PICTURE_COLOURS[theme].ink,
    halo: null,
    widthPx: Math.max(0, ...lines.map(widthOf)),
    ...(style.follows === undefined ? {} : { follows: style.follows }),
  };
}

/** A text of at most so many lines; nothing for no text or no line. */
export function textBlock(
  text: string,
  room: { width: number; lines: number },
  style: TextStyle,
  type: Type,
): Block {
  const widthOf = measureAt(type.measure, style.sizePx, style.weight ?? WEIGHTS.usual);
  const lines = room.lines < 1 ? [] : wrapWithin(text, room.width, room.lines, widthOf);
  if (lines.length === 0) return EMPTY_BLOCK;
  const words = wordsAt(lines, 0, 0, style, type);
  return { items: [words], height: lines.length * words.sizePx * words.lineHeight };
}
