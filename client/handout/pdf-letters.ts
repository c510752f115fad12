/** Measures and writes text in a PDF; what the embedded fonts lack is a small picture or, without a canvas, a box. */
import type { jsPDF } from "jspdf";
import { cleanText, plainSpaces } from "./clean-text.ts";
import { rgbOf } from "./ink.ts";
import type { LetterPainter } from "./painted-letters.ts";
import {
  addFonts,
  type Cut,
  type CutFacts,
  cutOf,
  type FontSource,
  familyOf,
} from "./pdf-fonts.ts";
import type { LetterStyle, Measure } from "./text-flow.ts";

const PT_PER_PX = 0.75;
const BOX = "\u25a1";
/** Joiners and selectors: nothing of their own. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{M}]*$/u;
/** The middle of a line is so far above the line that its letters stand on. */
export const MIDDLE = 0.364;
const ROUND_JOIN = 1;

export interface WriteStyle extends LetterStyle {
  colour: string;
  /** Outline behind the letters. */
  halo?: { colour: string; widthPx: number } | null;
}

export interface Letters {
  measure: Measure;
  /** @param x left end; @param baseline the line that the letters stand on */
  write: (text: string, x: number, baseline: number, style: WriteStyle) => void;
}

interface Part {
  text: string;
  isKnown: boolean;
}

/** @param cuts at least `regular`; a cut that is not there is written in it */
export async function prepareLetters(
  pdf: jsPDF,
  cuts: readonly Cut[],
  source: FontSource,
  painter: LetterPainter | null,
): Promise<Letters> {
  const fonts = await addFonts(pdf, cuts, source);
  const fontOf = (style: LetterStyle): { cut: Cut; facts: CutFacts } => {
    const wanted = cutOf(style);
    const cut = fonts.has(wanted) ? wanted : "regular";
    const facts = fonts.get(cut);
    if (!facts) throw new Error(`pdf: expected the font ${cut} (got ${[...fonts.keys()]})`);
    return { cut, facts };
  };
  const painted = (text: string, { isBold, isItalic }: LetterStyle, colour: string) =>
    painter?.(text, { isBold, isItalic, colour }) ?? null;

  const measure: Measure = (text, style) => {
    const { facts } = fontOf(style);
    let width = 0;
    for (const part of partsOf(text, facts)) {
      if (part.isKnown) width += widthOf(part.text, facts);
      else width += painted(part.text, style, "#000000")?.width ?? widthOf(boxes(part.text), facts);
    }
    return width * style.sizePx;
  };

  const put = (text: string, x: number, y: number, style: WriteStyle) => {
    if (style.halo) {
      pdf.setDrawColor(...rgbOf(style.halo.colour));
      pdf.setLineWidth(style.halo.widthPx);
      pdf.setLineJoin(ROUND_JOIN);
      pdf.text(text, x, y, { renderingMode: "stroke" });
    }
    pdf.setTextColor(...rgbOf(style.colour));
    pdf.text(text, x, y);
  };

  const write: Letters["write"] = (text, x, baseline, style) => {
    const { cut, facts } = fontOf(style);
    const { sizePx, colour } = style;
    pdf.setFont(familyOf(cut), "normal");
    pdf.setFontSize(sizePx * PT_PER_PX);
    let left = x;
    for (const part of partsOf(text, facts)) {
      const picture = part.isKnown ? null : painted(part.text, style, colour);
      if (picture) {
        const top = baseline - picture.baseline * sizePx;
        const [width, height] = [picture.width * sizePx, picture.height * sizePx];
        pdf.addImage(picture.url, "PNG", left, top, width, height, undefined, "FAST");
        left += width;
        continue;
      }
      const known = part.isKnown ? part.text : boxes(part.text);
      if (known.trim() !== "") put(known, left, baseline, style);
      left += widthOf(known, facts) * sizePx;
    }
  };
  return { measure, write };
}

function widthOf(text: string, facts: CutFacts): number {
  let width = 0;
  for (const letter of text) width += facts.widthOf(letter.codePointAt(0) ?? 0);
  return width;
}

/** Runs of letters that the font has and runs that it lacks; what is nothing of its own is left out. */
function partsOf(text: string, { has }: CutFacts): Part[] {
  const parts: Part[] = [];
  for (const { segment } of segmenter.segment(written(text))) {
    const isKnown = [...segment].every(
      (letter) => isPlain(letter) && has(letter.codePointAt(0) ?? 0),
    );
    const last = parts.at(-1);
    if (INVISIBLE.test(segment)) continue;
    if (last?.isKnown === isKnown) last.text += segment;
    else parts.push({ text: segment, isKnown });
  }
  return parts;
}

const segmenter = new Intl.Segmenter("de", { granularity: "grapheme" });

function written(text: string): string {
  return plainSpaces(cleanText(text))
    .replace(/[\n\t]/g, " ")
    .normalize("NFC");
}

/** The writer takes letters of one unit only. */
function isPlain(letter: string): boolean {
  return letter.length === 1;
}

function boxes(text: string): string {
  return BOX.repeat([...segmenter.segment(text)].length);
}
