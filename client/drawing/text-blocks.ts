/** Paragraphs, headings and lists with bold words, in a column. */
import type { TextBlock } from "../handout/sheet.ts";
import type { DrawingItem } from "./drawing.ts";
import { measureAt } from "./measure.ts";
import {
  type Block,
  EMPTY_BLOCK,
  TEXT_LINE_HEIGHT,
  type Type,
  WEIGHTS,
  wordsAt,
} from "./text-items.ts";
import { endCut, wordsOf } from "./wrap.ts";

/** A word or a part of it in one weight. */
interface Piece {
  text: string;
  weight: number;
  /** What stands before it: a space, nothing, or nothing but a line may end there. */
  before: "space" | "nothing" | "break";
}

/** Words of one weight that stand in one line. */
interface Segment {
  text: string;
  weight: number;
  x: number;
  /** Between it and the segment before. */
  space: " " | "";
}

/** In em. */
const GAP = { paragraph: 0.5, entry: 0.2, heading: 0.7 } as const;
const INDENT = 1.4;

/** What does not fit into the height is cut, which „…“ says. */
export function textBlocks(
  blocks: readonly TextBlock[],
  room: { width: number; height: number },
  style: { sizePx: number; fill?: string },
  type: Type,
): Block {
  const { sizePx } = style;
  const linePx = sizePx * TEXT_LINE_HEIGHT;
  const items: DrawingItem[] = [];
  let y = 0;
  const written = blocks.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ""));
  for (const [index, block] of written.entries()) {
    const top = index === 0 ? 0 : y + gapBefore(block) * sizePx;
    const most = Math.floor((room.height - top + 0.01) / linePx);
    const isLast = index === written.length - 1;
    if (most < 1) break;
    const indent = indentOf(block, sizePx, type);
    const lines = linesOf(block, room.width - indent, sizePx, type);
    const kept = lines.slice(0, most);
    const next = written[index + 1];
    const isNextCut =
      next !== undefined &&
      room.height - top - lines.length * linePx < gapBefore(next) * sizePx + linePx;
    if (lines.length > most || (!isLast && isNextCut)) {
      markCut(kept, room.width - indent, sizePx, type);
    }
    if (block.mark !== "") {
      const x = indent - indentStep(block, sizePx, type);
      items.push(wordsAt([block.mark], x, top, style, type));
    }
    items.push(...lineItems(kept, indent, top, style, type));
    y = top + kept.length * linePx;
  }
  return items.length === 0 ? EMPTY_BLOCK : { items, height: y };
}

function gapBefore({ isHeading, level }: TextBlock): number {
  return isHeading ? GAP.heading : level > 0 ? GAP.entry : GAP.paragraph;
}

function indentOf(block: TextBlock, sizePx: number, type: Type): number {
  if (block.level === 0 && block.mark === "") return 0;
  return Math.max(0, block.level - 1) * INDENT * sizePx + indentStep(block, sizePx, type);
}

/** Room for the mark of the entry. */
function indentStep({ mark }: TextBlock, sizePx: number, { measure }: Type): number {
  const width = measureAt(measure, sizePx, WEIGHTS.usual)(mark);
  return Math.max(INDENT * sizePx, width + 0.4 * sizePx);
}

function linesOf(block: TextBlock, width: number, sizePx: number, type: Type): Segment[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  const units = unitsOf(piecesOf(block, width, sizePx, type)).flatMap((unit) =>
    widthOf(unit, sizePx, type) > width ? unit.map((piece) => [piece]) : [unit],
  );
  for (const unit of units) {
    const longer = [...line, ...unit];
    if (line.length > 0 && widthOf(longer, sizePx, type) > width) {
      lines.push(line);
      line = unit;
    } else {
      line = longer;
    }
  }
  if (line.length > 0) lines.push(line);
  return lines.map((pieces) => segmentsOf(pieces, sizePx, type));
}

function piecesOf(block: TextBlock, width: number, sizePx: number, { measure }: Type): Piece[] {
  const pieces: Piece[] = [];
  let hasSpace = false;
  for (const { text, bold } of block.runs) {
    const weight = bold || block.isHeading ? WEIGHTS.strong : WEIGHTS.usual;
    const widthAt = measureAt(measure, sizePx, weight);
    for (const part of text.split(/([ \t\r\n]+)/u)) {
      if (/^[ \t\r\n]*$/u.test(part)) {
        hasSpace ||= part !== "";
        continue;
      }
      for (const [index, word] of [...wordsOf(part, width, widthAt)].entries()) {
        const before = index > 0 ? "break" : hasSpace ? "space" : "nothing";
        pieces.push({ text: word, weight, before });
      }
      hasSpace = false;
    }
  }
  return pieces;
}

/** Pieces that stay together. */
function unitsOf(pieces: readonly Piece[]): Piece[][] {
  const units: Piece[][] = [];
  for (const piece of pieces) {
    const last = units.at(-1);
    if (last && piece.before === "nothing") last.push(piece);
    else units.push([piece]);
  }
  return units;
}

function segmentsOf(pieces: readonly Piece[], sizePx: number, { measure }: Type): Segment[] {
  const segments: Segment[] = [];
  const spacePx = measureAt(measure, sizePx, WEIGHTS.usual)(" ");
  for (const { text, weight, before } of pieces) {
    const last = segments.at(-1);
    const hasSpace = before === "space" && last !== undefined;
    if (last?.weight === weight) {
      last.text += hasSpace ? ` ${text}` : text;
      continue;
    }
    const end = last ? last.x + measureAt(measure, sizePx, last.weight)(last.text) : 0;
    const space = hasSpace ? " " : "";
    segments.push({ text, weight, x: end + (hasSpace ? spacePx : 0), space });
  }
  return segments;
}

function widthOf(pieces: readonly Piece[], sizePx: number, type: Type): number {
  const last = segmentsOf(pieces, sizePx, type).at(-1);
  return last ? last.x + measureAt(type.measure, sizePx, last.weight)(last.text) : 0;
}

/** Ends the last line in „…“. */
function markCut(lines: Segment[][], width: number, sizePx: number, { measure }: Type): void {
  const line = lines.at(-1);
  for (let last = line?.at(-1); last !== undefined; last = line?.at(-1)) {
    const widthAt = measureAt(measure, sizePx, last.weight);
    if (line?.length === 1 || last.x + widthAt("…") <= width) {
      last.text = endCut(last.text, width - last.x, widthAt);
      return;
    }
    line?.pop();
  }
}

/** One shape for all lines where they are of one weight, else one for each piece of a line. */
function lineItems(
  lines: readonly Segment[][],
  x: number,
  y: number,
  style: { sizePx: number; fill?: string },
  type: Type,
): DrawingItem[] {
  const [first] = lines[0] ?? [];
  const all = lines.flat();
  if (!first) return [];
  if (all.length === lines.length && all.every(({ weight }) => weight === first.weight)) {
    const { weight } = first;
    return [
      wordsAt(
        all.map(({ text }) => text),
        x,
        y,
        { ...style, weight },
        type,
      ),
    ];
  }
  const linePx = style.sizePx * TEXT_LINE_HEIGHT;
  return lines.flatMap((line, index) =>
    line.map(({ text, weight, x: left, space }, place) => {
      const follows = place === 0 ? {} : { follows: space };
      return wordsAt([text], x + left, y + index * linePx, { ...style, weight, ...follows }, type);
    }),
  );
}
