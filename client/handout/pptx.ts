/** A hand-out as a PowerPoint file: a title, a slide a sheet with shapes that can be edited, the sources at the end. */
import type PptxGenJS from "pptxgenjs";
import { measureArial } from "./arial-widths.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { type Inks, inksFor } from "./ink.ts";
import { plainText } from "./markdown.ts";
import { innerRoom, type Page, type PageFormat, type PlacedText } from "./page.ts";
import { PAGE_NUMBER_PX } from "./page-parts.ts";
import { pause } from "./pause.ts";
import { markedName } from "./pptx-marks.ts";
import { orderedPackage } from "./pptx-package.ts";
import { addLegend, addTable, boxOf, PARTS } from "./pptx-parts.ts";
import { addItem, FONT, hex, inches, points } from "./pptx-shapes.ts";
import { richText } from "./pptx-texts.ts";
import type { HandOut } from "./sheet.ts";
import { layOutPages } from "./sheet-pages.ts";
import { flow, heightOf } from "./text-flow.ts";
import { readStoredZip, writeZip } from "./zip.ts";

export interface WriteOptions {
  signal?: AbortSignal;
  /** Called after each page and at the end, when `done` is `all`. */
  onProgress?: (done: number, all: number) => void;
}

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const FORMAT: PageFormat = {
  width: 1280,
  height: 720,
  marginPx: 44,
  titlePx: 30,
  captionPx: [18, 17, 16, 15, 14, 13],
  legendPx: 13,
  footerPx: 12,
  labelPx: 16,
  hasTablePages: false,
  namesHandOut: false,
  measure: measureArial,
};
const COVER = "Cover";
const SHEET = "Sheet";
const COVER_TITLE = { y: 180, height: 170 } as const;
/** Largest first: the first that fits is taken. */
const COVER_SIZES_PX = [48, 40, 34, 28, 22] as const;
/** Height of a line of Arial, of its size. */
const NATURAL_LINE = 1.15;
const INNER = innerRoom(FORMAT);

/** Fails with the signal’s reason when it was aborted, and on a colour or an icon that is none. */
export async function writePptx(
  handOut: HandOut,
  { signal, onProgress }: WriteOptions = {},
): Promise<Blob> {
  const { default: Show } = await import("pptxgenjs");
  await pause(signal);
  const show = new Show();
  setUp(show, handOut);
  const pages = layOutPages(handOut, FORMAT);
  // The title before them, the package after them.
  const all = pages.length + 2;
  addCover(show, handOut, pages.length + 1);
  onProgress?.(1, all);
  for (const [index, page] of pages.entries()) {
    await pause(signal);
    addPage(show, page, handOut, { number: index + 2, of: pages.length + 1 });
    onProgress?.(index + 2, all);
  }
  await pause(signal);
  const stored = await show.write({ outputType: "uint8array" });
  await pause(signal);
  if (!(stored instanceof Uint8Array)) {
    throw new Error(`pptx: expected the file as bytes (got ${typeof stored})`);
  }
  const parts = await writeZip(orderedPackage(readStoredZip(stored), handOut.language));
  signal?.throwIfAborted();
  onProgress?.(all, all);
  return new Blob(parts, { type: TYPE });
}

function setUp(show: PptxGenJS, { title, subtitle }: HandOut): void {
  show.layout = "LAYOUT_WIDE";
  show.theme = { headFontFace: FONT, bodyFontFace: FONT };
  show.title = cleanLine(title);
  show.subject = cleanLine(subtitle);
  show.author = "Querblick";
  show.company = "";
  const layout = (name: string, y: number, height: number, sizePx: number) => {
    const box = { x: inches(INNER.x), y: inches(y), w: inches(INNER.width), h: inches(height) };
    const look = { margin: 0, align: "left", fontFace: FONT, bold: true } as const;
    const options = {
      ...box,
      ...look,
      name: "title",
      type: "title",
      fontSize: points(sizePx),
    } as const;
    show.defineSlideMaster({ title: name, objects: [{ placeholder: { options, text: "" } }] });
  };
  layout(COVER, COVER_TITLE.y, COVER_TITLE.height, COVER_SIZES_PX[0]);
  layout(SHEET, INNER.y, FORMAT.titlePx * 2.5, FORMAT.titlePx);
}

function addCover(show: PptxGenJS, handOut: HandOut, pages: number): void {
  const parts = PARTS[handOut.language];
  const inks = inksFor(null);
  const slide = show.addSlide({ masterName: COVER });
  const blocks = [{ runs: [{ text: cleanLine(handOut.title), bold: true }], level: 0, mark: "" }];
  const styles = COVER_SIZES_PX.map((sizePx) => ({ sizePx, lineHeight: NATURAL_LINE, gap: 0 }));
  const style = styles.find(
    (each) =>
      heightOf(flow(blocks, INNER.width, each, measureArial)) <= COVER_TITLE.height ||
      each === styles.at(-1),
  );
  if (style) {
    slide.addText(richText(blocks, style, inks), {
      placeholder: "title",
      valign: "bottom",
      objectName: markedName({ name: parts.title, description: "" }),
    });
  }
  const below = (y: number, text: string, sizePx: number, name: string) => {
    if (text === "") return;
    slide.addText([{ text, options: {} }], {
      ...boxOf({ ...INNER, y, height: sizePx * 3 }),
      fontSize: points(sizePx),
      color: hex(inks.soft),
      objectName: markedName({ name, description: "" }),
    });
  };
  below(COVER_TITLE.y + COVER_TITLE.height + 20, cleanLine(handOut.subtitle), 24, parts.subtitle);
  below(INNER.y + INNER.height - 60, cleanLine(handOut.sheets[0]?.made ?? ""), 14, parts.made);
  addPageNumber(slide, handOut, { number: 1, of: pages }, inks);
}

interface PageNumber {
  number: number;
  of: number;
}

function addPage(show: PptxGenJS, page: Page, handOut: HandOut, number: PageNumber): void {
  const slide = show.addSlide({ masterName: SHEET });
  const { picture, sheet } = page;
  const size = picture && { width: picture.width, height: picture.height };
  const drawing = size && sheet?.draw?.({ ...size, labelSizePx: FORMAT.labelPx });
  const inks = inksFor(drawing?.background ?? null);
  slide.background = { color: hex(inks.ground) };
  if (drawing && picture) {
    for (const item of drawing.items) addItem(slide, item, picture);
  }
  if (page.legend) addLegend(slide, page.legend, inks);
  if (page.table) addTable(slide, page.table, page, handOut, inks);
  for (const text of page.texts) addPlacedText(slide, text, handOut, inks);
  addPageNumber(slide, handOut, number, inks);
  if (sheet && !page.isFurther && sheet.notes.length > 0) {
    slide.addNotes(cleanText(plainText(sheet.notes)));
  }
}

function addPlacedText(
  slide: PptxGenJS.Slide,
  text: PlacedText,
  { language }: HandOut,
  inks: Inks,
): void {
  const { role, room, blocks, style } = text;
  if (blocks.length === 0) return;
  const objectName = markedName({ name: PARTS[language][role], description: "" });
  const runs = richText(blocks, style, role === "footer" ? { ...inks, ink: inks.soft } : inks);
  if (role === "title") {
    slide.addText(runs, { placeholder: "title", valign: "top", objectName });
    return;
  }
  slide.addText(runs, {
    ...boxOf(room),
    fontSize: points(style.sizePx),
    color: hex(inks.ink),
    lineSpacingMultiple: style.lineHeight / NATURAL_LINE,
    objectName,
  });
}

function addPageNumber(
  slide: PptxGenJS.Slide,
  { words, language }: HandOut,
  { number, of }: PageNumber,
  inks: Inks,
): void {
  const height = FORMAT.footerPx * 1.35;
  const room = { x: INNER.x + INNER.width - PAGE_NUMBER_PX, width: PAGE_NUMBER_PX, height };
  slide.addText([{ text: cleanLine(words.page(number, of)), options: {} }], {
    ...boxOf({ ...room, y: INNER.y + INNER.height - height }),
    align: "right",
    fontSize: points(FORMAT.footerPx),
    color: hex(inks.soft),
    objectName: markedName({ name: PARTS[language].page, description: "" }),
  });
}
