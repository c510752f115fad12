/** Breaking a name into at most two lines, at spaces and after hyphens; a name is never cut. */

/** „e. V.“ stays together. */
const INITIALS = /(^|\s)\p{L}\.\s\p{Lu}$/u;

export type Measure = (text: string) => number;

const MOST_WIDTHS = 8;

/** Lines that were found with a measure that remembers, by text and width: each frame asks for the same again. */
const found = new WeakMap<Measure, Map<string, Map<number, string[] | null>>>();

/** One line, or the two most even ones that fit into the width; `null` when none do. */
export function breakLines(text: string, widthPx: number, measure: Measure): string[] | null {
  const ofMeasure = found.get(measure);
  if (!ofMeasure) return breakAnew(text, widthPx, measure);
  let ofText = ofMeasure.get(text);
  if (!ofText) {
    ofText = new Map();
    ofMeasure.set(text, ofText);
  }
  let lines = ofText.get(widthPx);
  if (lines === undefined) {
    // Inside a disc the width changes with every step of the zoom.
    if (ofText.size >= MOST_WIDTHS) ofText.clear();
    lines = breakAnew(text, widthPx, measure);
    ofText.set(widthPx, lines);
  }
  return lines;
}

function breakAnew(text: string, widthPx: number, measure: Measure): string[] | null {
  if (measure(text) <= widthPx) return [text];
  let best: string[] | null = null;
  let bestWidth = widthPx;
  for (const [head, tail] of breaksOf(text)) {
    const width = Math.max(measure(head), measure(tail));
    if (width <= bestWidth) {
      best = [head, tail];
      bestWidth = width;
    }
  }
  return best;
}

function* breaksOf(text: string): Generator<[string, string]> {
  for (let at = 1; at < text.length; at++) {
    const before = text[at - 1];
    if (text[at] === " " && !INITIALS.test(text.slice(0, at + 2)))
      yield [text.slice(0, at).trimEnd(), text.slice(at + 1).trimStart()];
    else if ((before === "-" || before === "–" || before === "/") && at > 2) {
      yield [text.slice(0, at), text.slice(at)];
    }
  }
}

/** A measure that asks for each text only once, and breaks each only once. */
export function remember(measure: Measure): Measure & { forget(): void } {
  const widths = new Map<string, number>();
  const remembered = (text: string) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = measure(text);
      widths.set(text, width);
    }
    return width;
  };
  found.set(remembered, new Map());
  return Object.assign(remembered, {
    forget: () => {
      widths.clear();
      found.set(remembered, new Map());
    },
  });
}
