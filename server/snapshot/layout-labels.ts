/** How much room a group's label takes below its disc: one or two lines, measured as the typeface runs on average. */

const LINE_HEIGHT = 16;
/** Average width of a character of the interface's typeface at 12 px. */
const CHARACTER_WIDTH = 6.5;
const PADDING = 4;
const CHARACTERS_PER_LINE = 16;
/** A longer name is replaced by its alias, where it has one. */
const CHARACTERS_OF_A_LABEL = 32;

export interface LabelSize {
  width: number;
  height: number;
}

/** Room for the German and for the English label, whichever is larger. */
export function labelSize(name: string, nameEn: string | null, short: string | null): LabelSize {
  const sizes = [name, nameEn ?? name].map((text) => sizeOf(wrapLabel(labelText(text, short))));
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

function labelText(name: string, short: string | null): string {
  return name.length > CHARACTERS_OF_A_LABEL ? (short ?? name) : name;
}

/** One line, or two of as equal length as the words allow; broken at blanks (not in "e. V.") and after hyphens and slashes. */
export function wrapLabel(text: string): string[] {
  if (text.length <= CHARACTERS_PER_LINE) return [text];
  let best = [text];
  for (const { index } of text.matchAll(/ (?!V\.)|(?<=[-/])(?! )/g)) {
    const lines = [text.slice(0, index).trim(), text.slice(index).trim()];
    if (lines.every((line) => line !== "") && longest(lines) < longest(best)) best = lines;
  }
  return best;
}

function sizeOf(lines: string[]): LabelSize {
  return {
    width: longest(lines) * CHARACTER_WIDTH + PADDING,
    height: lines.length * LINE_HEIGHT,
  };
}

function longest(lines: string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
