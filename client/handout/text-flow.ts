/** Breaks paragraphs and lists into lines: to know how high a text is, to cut it at the end of a page, to draw it. */
import { cleanText } from "./clean-text.ts";
import type { TextBlock, TextRun } from "./sheet.ts";

export interface LetterStyle {
  sizePx: number;
  isBold: boolean;
  isItalic: boolean;
}

/** Width in px. */
export type Measure = (text: string, style: LetterStyle) => number;

export interface FlowStyle {
  sizePx: number;
  /** Of the size. */
  lineHeight: number;
  /** Between paragraphs, of the size. */
  gap: number;
}

/** Letters of one style in one line; `x` counts from the left of the room. */
export interface FlowPiece extends LetterStyle {
  text: string;
  href: string | null;
  x: number;
  width: number;
}

export interface FlowLine {
  pieces: FlowPiece[];
  /** Index of its paragraph. */
  block: number;
  /** Of an entry of a list: stands left of its first line; otherwise "". */
  mark: string;
  markX: number;
  /** Top, from the top of the room. */
  y: number;
  height: number;
  sizePx: number;
  /** Whether the writer broke the line here. */
  endsHard: boolean;
}

export const HEADING_SCALE = 1.1;
/** Of a list’s level, of the size. */
export const INDENT = 1.5;

export function sizeOfBlock(block: TextBlock, sizePx: number): number {
  return block.isHeading ? sizePx * HEADING_SCALE : sizePx;
}

/** Empty blocks give no line; a word wider than the room is broken. */
export function flow(
  blocks: readonly TextBlock[],
  width: number,
  style: FlowStyle,
  measure: Measure,
): FlowLine[] {
  const lines: FlowLine[] = [];
  let y = 0;
  blocks.forEach((block, index) => {
    const sizePx = sizeOfBlock(block, style.sizePx);
    const indent = block.level * INDENT * style.sizePx;
    const broken = breakBlock(block, Math.max(width - indent, sizePx), sizePx, measure);
    if (broken.length > 0 && lines.length > 0) y += gapBefore(block, style);
    broken.forEach(({ pieces, endsHard }, number) => {
      lines.push({
        pieces: pieces.map((piece) => ({ ...piece, x: piece.x + indent })),
        block: index,
        mark: number === 0 ? block.mark : "",
        markX: indent - INDENT * style.sizePx,
        y,
        height: sizePx * style.lineHeight,
        sizePx,
        endsHard,
      });
      y += sizePx * style.lineHeight;
    });
  });
  return lines;
}

export function gapBefore(block: TextBlock, { sizePx, gap }: FlowStyle): number {
  if (block.isHeading) return sizePx * gap * 1.6;
  return sizePx * (block.level > 0 ? gap * 0.3 : gap);
}

export function heightOf(lines: readonly FlowLine[]): number {
  const last = lines.at(-1);
  return last ? last.y + last.height : 0;
}

/** The paragraphs of some of the lines: whole ones as they were, cut ones with what those lines hold. */
export function blocksOf(
  blocks: readonly TextBlock[],
  lines: readonly FlowLine[],
  from: number,
  to: number,
): TextBlock[] {
  const result: TextBlock[] = [];
  for (let start = from; start < to; ) {
    const index = lines[start]?.block ?? 0;
    let end = start;
    while (end < to && lines[end]?.block === index) end++;
    const block = blocks[index];
    const isWhole = lines[start - 1]?.block !== index && lines[end]?.block !== index;
    if (block && isWhole) result.push(block);
    else if (block) result.push(partOf(block, lines.slice(start, end), lines[start]?.mark ?? ""));
    start = end;
  }
  return result;
}

function partOf(block: TextBlock, lines: readonly FlowLine[], mark: string): TextBlock {
  const runs = lines.flatMap(({ pieces, endsHard }, index): TextRun[] => {
    const end = index === lines.length - 1 ? "" : endsHard ? "\n" : " ";
    return pieces.map(({ text, isBold, isItalic, href }, at) => ({
      text: at === pieces.length - 1 ? text + end : text,
      ...(isBold && !block.isHeading && { bold: true }),
      ...(isItalic && { italic: true }),
      ...(href !== null && { href }),
    }));
  });
  return { ...block, mark, runs };
}

interface BrokenLine {
  pieces: FlowPiece[];
  endsHard: boolean;
}

function breakBlock(
  block: TextBlock,
  width: number,
  sizePx: number,
  measure: Measure,
): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let pieces: FlowPiece[] = [];
  let x = 0;
  const finish = (endsHard: boolean) => {
    const last = pieces.at(-1);
    if (last) last.text = last.text.trimEnd();
    if (pieces.length > 0 || endsHard) lines.push({ pieces, endsHard });
    pieces = [];
    x = 0;
  };
  for (const run of block.runs) {
    const style: LetterStyle = {
      sizePx,
      isBold: Boolean(run.bold) || Boolean(block.isHeading),
      isItalic: Boolean(run.italic),
    };
    for (const word of wordsOf(run.text, width, (text) => measure(text, style))) {
      if (word === "\n") {
        finish(true);
        continue;
      }
      const isSpace = word.trim() === "";
      if (isSpace && pieces.length === 0) continue;
      const wide = measure(word, style);
      const isTooWide = x + measure(word.trimEnd(), style) > width;
      if (isTooWide && pieces.length > 0 && !belongsTo(pieces.at(-1), word)) {
        finish(false);
        if (isSpace) continue;
      }
      const last = pieces.at(-1);
      const href = run.href ?? null;
      const goesOn =
        last &&
        last.href === href &&
        last.isBold === style.isBold &&
        last.isItalic === style.isItalic;
      if (goesOn) {
        last.text += word;
        last.width += wide;
      } else {
        pieces.push({ ...style, text: word, href, x, width: wide });
      }
      x += wide;
    }
  }
  finish(false);
  return lines;
}

/** A comma behind a bold word or a link stays with it, even if it stands out a little. */
function belongsTo(piece: FlowPiece | undefined, word: string): boolean {
  return /\S$/.test(piece?.text ?? "") && /^[)\]}.,;:!?…“”’»]+\s*$/.test(word);
}

/** Words each with the space behind it, line breaks on their own, and words too wide in pieces. */
function wordsOf(text: string, width: number, measure: (text: string) => number): string[] {
  const words =
    cleanText(text)
      .replace(/\t/g, " ")
      .match(/\n|[^\S\n]+|[^\s]+[^\S\n]*/g) ?? [];
  return words.flatMap((word) => (measure(word.trimEnd()) > width ? broken(word) : [word]));

  function broken(word: string): string[] {
    const parts = [""];
    for (const letter of word) {
      const part = (parts.at(-1) ?? "") + letter;
      if (measure(part.trimEnd()) > width && part.length > letter.length) parts.push(letter);
      else parts[parts.length - 1] = part;
    }
    return parts;
  }
}
