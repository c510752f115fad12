/** Paragraphs and lists as runs of text in PowerPoint. */
import type PptxGenJS from "pptxgenjs";
import { cleanText, safeHref } from "./clean-text.ts";
import type { Inks } from "./ink.ts";
import { FONT, hex, points } from "./pptx-shapes.ts";
import type { TextBlock, TextRun } from "./sheet.ts";
import { type FlowStyle, gapBefore, INDENT, sizeOfBlock } from "./text-flow.ts";

export function richText(
  blocks: readonly TextBlock[],
  style: FlowStyle,
  inks: Inks,
): PptxGenJS.TextProps[] {
  return blocks.flatMap((block, index) => {
    const runs = block.runs.flatMap((run) => runsOf(run, block, style, inks));
    const first = runs[0];
    const last = runs.at(-1);
    if (!first || !last) return [];
    first.options = {
      ...first.options,
      ...paragraphOf(block, style),
      ...(index > 0 && { paraSpaceBefore: points(gapBefore(block, style)) }),
    };
    last.options = { ...last.options, breakLine: true };
    return runs;
  });
}

/** A run with line breaks in it becomes several. */
function runsOf(
  run: TextRun,
  block: TextBlock,
  { sizePx }: FlowStyle,
  inks: Inks,
): PptxGenJS.TextProps[] {
  const href = safeHref(run.href);
  return cleanText(run.text)
    .split("\n")
    .map((text, index) => ({
      text: text.replace(/\t/g, " "),
      options: {
        fontFace: FONT,
        fontSize: points(sizeOfBlock(block, sizePx)),
        bold: Boolean(run.bold) || Boolean(block.isHeading),
        italic: Boolean(run.italic),
        color: hex(href === null ? inks.ink : inks.link),
        ...(index > 0 && { softBreakBefore: true }),
        ...(href !== null && { hyperlink: { url: href } }),
      },
    }))
    .filter(({ text, options }) => text !== "" || "softBreakBefore" in options);
}

function paragraphOf(
  { level, mark }: TextBlock,
  { sizePx }: FlowStyle,
): PptxGenJS.TextPropsOptions {
  if (level === 0 || mark === "") return { bullet: false };
  const indent = points(INDENT * sizePx);
  const number = Number.parseInt(mark, 10);
  return {
    indentLevel: level - 1,
    bullet: Number.isNaN(number)
      ? { characterCode: "2022", indent }
      : { type: "number", style: "arabicPeriod", numberStartAt: number, indent },
  };
}
