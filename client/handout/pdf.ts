/** A hand-out as a PDF: A4 landscape, a page a sheet with shapes and real text, the sources at the end. */
import type { jsPDF } from "jspdf";
import { cleanLine } from "./clean-text.ts";
import type { PageFormat } from "./page.ts";
import { letterPainter } from "./painted-letters.ts";
import { pause } from "./pause.ts";
import { type Cut, type FontSource, fetchFont } from "./pdf-fonts.ts";
import { prepareLetters } from "./pdf-letters.ts";
import { paintPage } from "./pdf-pages.ts";
import { penOf } from "./pdf-shapes.ts";
import type { HandOut, TextBlock } from "./sheet.ts";
import { layOutPages } from "./sheet-pages.ts";

export interface WritePdfOptions {
  signal?: AbortSignal;
  /** Called after each page and at the end, when `done` is `all`. */
  onProgress?: (done: number, all: number) => void;
  /** Where the letters come from; default: the files that come with the client. */
  fonts?: FontSource;
}

const LANGUAGES = { de: "de-DE", en: "en-GB" } as const;
const FORMAT: Omit<PageFormat, "width" | "height" | "measure"> = {
  marginPx: 44,
  titlePx: 25,
  captionPx: [15, 14, 13.5, 13, 12.5, 12],
  legendPx: 11,
  footerPx: 10.5,
  labelPx: 12,
  hasTablePages: true,
  namesHandOut: true,
};

/**
 * Fails with the signal’s reason when it was aborted, when a font cannot be fetched, and on a colour or an icon that
 * is none.
 */
export async function writePdf(
  handOut: HandOut,
  { signal, onProgress, fonts = fetchFont }: WritePdfOptions = {},
): Promise<Blob> {
  const { jsPDF: Pdf, GState } = await import("jspdf");
  await pause(signal);
  const pdf = new Pdf({
    orientation: "landscape",
    format: "a4",
    unit: "px",
    hotfixes: ["px_scaling"],
    compress: true,
    putOnlyUsedFonts: true,
  });
  setFacts(pdf, handOut);
  const letters = await prepareLetters(pdf, cutsOf(handOut), fonts, letterPainter());
  const { width, height } = pdf.internal.pageSize;
  const format: PageFormat = { ...FORMAT, width, height, measure: letters.measure };
  const pages = layOutPages(handOut, format);
  const pen = penOf(pdf, letters, GState);
  const all = pages.length + 1;
  for (const [index, page] of pages.entries()) {
    await pause(signal);
    if (index > 0) pdf.addPage();
    paintPage(pen, page, format, cleanLine(handOut.words.page(index + 1, pages.length)));
    if (!page.isFurther) pdf.outline.add(null, factText(page.title), { pageNumber: index + 1 });
    onProgress?.(index + 1, all);
  }
  await pause(signal);
  const blob = pdf.output("blob");
  onProgress?.(all, all);
  return blob;
}

function setFacts(pdf: jsPDF, { title, subtitle, language }: HandOut): void {
  pdf.setProperties({
    title: factText(title),
    subject: factText(subtitle),
    author: "Querblick",
    creator: "Querblick",
  });
  pdf.setLanguage(LANGUAGES[language]);
  pdf.viewerPreferences({ DisplayDocTitle: true });
}

/**
 * jsPDF writes the bytes of UTF-16 as they are, and readers take a carriage return among them for a line feed: “č”
 * would become another letter.
 */
function factText(text: string): string {
  const hasReturn = (unit: string) => [...unit].some((letter) => /\r/.test(bytesOf(letter)));
  return cleanLine(text)
    .replace(/\u200d/g, "")
    .replace(/[^\ud800-\udfff]/g, (unit) => {
      if (!hasReturn(unit)) return unit;
      const parts = unit.normalize("NFD");
      return hasReturn(parts) ? "\ufffd" : parts;
    });
}

function bytesOf(letter: string): string {
  const code = letter.charCodeAt(0);
  return String.fromCharCode(code >> 8, code & 0xff);
}

/** Upright cuts always, slanted ones only where a text has them. */
function cutsOf({ sheets }: HandOut): Cut[] {
  const runs = sheets
    .flatMap(({ caption, aside }): TextBlock[] => [...caption, ...aside])
    .flatMap(({ runs: own, isHeading }) =>
      own.map((run) => ({ ...run, bold: Boolean(run.bold) || Boolean(isHeading) })),
    );
  const slanted = runs.filter(({ italic }) => italic);
  const cuts: Cut[] = ["regular", "bold"];
  if (slanted.some(({ bold }) => !bold)) cuts.push("italic");
  if (slanted.some(({ bold }) => bold)) cuts.push("boldItalic");
  return cuts;
}
