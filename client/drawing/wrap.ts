/** Text into lines of a width; what does not fit is cut with „…“, never in silence. */

/** Width in px of a text at its size. */
export type WidthOf = (text: string) => number;

/** At spaces, and in words that are too long for a line anywhere. No text makes no line. */
export function wrapText(text: string, widthPx: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text, widthPx, widthOf)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > widthPx) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** At most so many lines; the last one ends in „…“ where there were more. */
export function wrapWithin(
  text: string,
  widthPx: number,
  most: number,
  widthOf: WidthOf,
): string[] {
  const lines = wrapText(text, widthPx, widthOf);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), endCut(kept.at(-1) ?? "", widthPx, widthOf)];
}

/** The text, or as much of its beginning as fits together with „…“. */
export function cutText(text: string, widthPx: number, widthOf: WidthOf): string {
  return widthOf(text) <= widthPx ? text : endCut(text, widthPx, widthOf);
}

/** As much of it as fits before „…“. */
export function endCut(text: string, widthPx: number, widthOf: WidthOf): string {
  const letters = Array.from(text.trimEnd());
  while (letters.length > 0 && widthOf(`${letters.join("").trimEnd()}…`) > widthPx) letters.pop();
  return `${letters.join("").replace(/[\s.,;:–-]+$/u, "")}…`;
}

/** Words as they are separated by spaces that may break; those wider than a line in pieces. */
export function* wordsOf(text: string, widthPx: number, widthOf: WidthOf): Generator<string> {
  for (const word of text.split(/[ \t\r\n]+/u)) {
    if (word === "") continue;
    let piece = "";
    for (const letter of widthOf(word) > widthPx ? Array.from(word) : [word]) {
      if (piece !== "" && widthOf(piece + letter) > widthPx) {
        yield piece;
        piece = letter;
      } else {
        piece += letter;
      }
    }
    yield piece;
  }
}
