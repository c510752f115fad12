/**
 * Widths of Arial, in thousandths of the size: how much room a text takes in PowerPoint can only be known here, not
 * asked. Letters that are not listed are taken for as wide as their plain letter or, failing that, as a digit.
 */
import type { Measure } from "./text-flow.ts";

const FIRST = 32;
const ASCII =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 " +
  "584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 " +
  "611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 " +
  "722 500 500 500 334 260 334 584";
const WIDTHS = ASCII.split(" ").map(Number);
const DIGIT = 556;
const WIDE = 1000;
/** From here on letters are as wide as high: CJK, emoji. */
const WIDE_FROM = 0x2e80;
const BOLD = 1.08;
/** Programs break lines a little differently: better a line too many than one that runs into the next box. */
const CAUTION = 1.03;

export const measureArial: Measure = (text, { sizePx, isBold }) => {
  let sum = 0;
  for (const letter of text.normalize("NFD")) {
    if (/\p{M}/u.test(letter)) continue;
    const code = letter.codePointAt(0) ?? 0;
    sum += code >= WIDE_FROM ? WIDE : (WIDTHS[code - FIRST] ?? DIGIT);
  }
  return (sum / 1000) * sizePx * (isBold ? BOLD : 1) * CAUTION;
};
