/** A whole story as a file: its sheets are made one after the other, then written; each step tells how far it is. */
import type { MissingActor, Story } from "../../server/contract/stories.ts";
import { canvasMeasure } from "../drawing/measure.ts";
import { markdownBlocks, plainText } from "../handout/markdown.ts";
import type { HandOut, Sheet } from "../handout/sheet.ts";
import type { Language } from "../i18n/language.ts";
import { handOutWords, sheetMaker, sheetOf, wordsIn } from "./sheets.ts";
import { inLanguage } from "./words.ts";

export type StoryFormat = "pdf" | "pptx" | "html" | "json";

export interface WritingStory {
  id: string;
  story: Story;
  missing: readonly MissingActor[];
  language: Language;
  signal: AbortSignal;
  /** Scenes that are done, of all. */
  onProgress: (done: number, all: number) => void;
}

export async function writeStory(format: StoryFormat, writing: WritingStory): Promise<Blob> {
  const { id, story, language, signal } = writing;
  if (format === "json") {
    return new Blob([JSON.stringify(story, null, 1)], { type: "application/json" });
  }
  if (format === "html") {
    const address = `/api/stories/${encodeURIComponent(id)}/file.html?lang=${language}`;
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response.blob();
  }
  const handOut = await handOutOf(writing);
  return writeHandOut(format, handOut, writing);
}

export async function writeHandOut(
  format: "pdf" | "pptx",
  handOut: HandOut,
  options: Pick<WritingStory, "signal" | "onProgress">,
): Promise<Blob> {
  if (format === "pptx") {
    const { writePptx } = await import("../handout/pptx.ts");
    return writePptx(handOut, options);
  }
  const { writePdf } = await import("../handout/pdf.ts");
  return writePdf(handOut, options);
}

async function handOutOf(writing: WritingStory): Promise<HandOut> {
  const { story, missing, language, signal, onProgress } = writing;
  const maker = makerNow(language, signal);
  const sheets: Sheet[] = [];
  for (const scene of story.scenes) {
    signal.throwIfAborted();
    sheets.push(await sheetOf(story, scene, missing, maker));
    onProgress(sheets.length, 2 * story.scenes.length);
  }
  return {
    language,
    title: inLanguage(story.title, language) || wordsIn(language, "workshop").say("untitled"),
    subtitle: plainText(markdownBlocks(inLanguage(story.subtitle, language))),
    sheets,
    words: handOutWords(language),
  };
}

/** The font of the page. */
export function makerNow(language: Language, signal: AbortSignal) {
  const { fontFamily } = getComputedStyle(document.body);
  return sheetMaker(language, canvasMeasure(fontFamily), fontFamily, signal);
}
