import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText, wrapText, wrapWithin } from "../../../../client/drawing/wrap.ts";

/** One px a letter. */
const widthOf = (text: string) => Array.from(text).length;

describe("text into lines", () => {
  test("at spaces, and in words that are too long", () => {
    expect(wrapText("eins zwei  drei", 9, widthOf)).toEqual(["eins zwei", "drei"]);
    expect(wrapText("Donaudampfschiff", 6, widthOf)).toEqual(["Donaud", "ampfsc", "hiff"]);
    expect(wrapText(" \n ", 6, widthOf)).toEqual([]);
  });

  test("what must not be torn apart stays together", () => {
    expect(wrapText("Verein e.\u00a0V. Ende", 12, widthOf)).toEqual(["Verein e.\u00a0V.", "Ende"]);
  });

  test("what has no room ends in an ellipsis", () => {
    expect(wrapWithin("eins zwei drei vier", 9, 1, widthOf)).toEqual(["eins zwe…"]);
    expect(wrapWithin("eins, zwei drei", 6, 1, widthOf)).toEqual(["eins…"]);
    expect(cutText("🧪🧪🧪🧪", 3, widthOf)).toBe("🧪🧪…");
    expect(cutText("kurz", 4, widthOf)).toBe("kurz");
  });

  test("no line is wider than the room, and no letter is lost", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 2, max: 20 }),
        (text, width) => {
          const lines = wrapText(text, width, widthOf);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
          const letters = (of: string) => of.replace(/[ \t\r\n]+/gu, "");
          expect(letters(lines.join(""))).toBe(letters(text));
        },
      ),
      { seed: 3 },
    );
  });
});
