/** The colours hold for other eyes, on a pale beamer and in black-and-white print: measured, not judged by eye. */
import { expect, test } from "vitest";
import { contrast } from "../../../../client/graph/colour.ts";
import {
  COLOURED_KINDS,
  KIND_MARKS,
  kindColour,
  PICTURE_COLOURS,
  type Theme,
} from "../../../../client/graph/palette.ts";
import { ACTOR_KINDS } from "../../../../server/contract/vocabulary.ts";
import {
  DEFICIENCIES,
  difference,
  differenceLab,
  inGrey,
  onPaleBeamer,
  seenWith,
} from "./vision.ts";

const THEMES: Theme[] = ["light", "dark"];

/** The eight colours and the grey of all other kinds. */
function coloursOf(theme: Theme): string[] {
  return [...COLOURED_KINDS, "public_body" as const].map((kind) => kindColour(kind, theme));
}

function smallestDifference(colours: string[]): number {
  const differences = colours.flatMap((a, at) => colours.slice(0, at).map((b) => difference(a, b)));
  return Math.min(...differences);
}

test("CIEDE2000 gives the published values of Sharma, Wu and Dalal", () => {
  const pairs = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  ] as const;
  for (const [a, b, expected] of pairs) expect(differenceLab(a, b)).toBeCloseTo(expected, 4);
});

test("a simulation changes colours but no greys", () => {
  for (const deficiency of DEFICIENCIES) {
    expect(difference(seenWith(deficiency, "#808080"), "#808080")).toBeLessThan(1);
    expect(difference(seenWith(deficiency, "#dd5a14"), "#dd5a14")).toBeGreaterThan(2);
  }
  // The classic confusion: this red and this green are one colour to a deuteranope.
  expect(difference("#b04a30", "#6f7030")).toBeGreaterThan(25);
  expect(
    difference(seenWith("deuteranopia", "#b04a30"), seenWith("deuteranopia", "#6f7030")),
  ).toBeLessThan(12);
});

test("at most eight kinds have a colour, all others share one grey", () => {
  for (const theme of THEMES) {
    const colours = new Set(ACTOR_KINDS.map((kind) => kindColour(kind, theme)));
    expect(colours.size).toBe(9);
  }
});

test.each(THEMES)("%s: kinds stay apart for normal and colour-deficient eyes", (theme) => {
  expect(smallestDifference(coloursOf(theme))).toBeGreaterThan(16);
  for (const deficiency of DEFICIENCIES) {
    const seen = coloursOf(theme).map((colour) => seenWith(deficiency, colour));
    expect(smallestDifference(seen), deficiency).toBeGreaterThan(10);
  }
});

test.each(THEMES)("%s: kinds stay apart on a pale beamer", (theme) => {
  expect(smallestDifference(coloursOf(theme).map(onPaleBeamer))).toBeGreaterThan(7);
});

test.each(THEMES)("%s: marks are 3:1 against the ground, also in grey; text 4.5:1", (theme) => {
  const { background, ink, inkSoft, accent, pill } = PICTURE_COLOURS[theme];
  for (const colour of coloursOf(theme)) {
    expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(3);
    expect(contrast(inGrey(colour), background), colour).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(inkSoft, pill)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(accent, background)).toBeGreaterThanOrEqual(3);
});

test("in black and white the icon tells: every kind has its own", () => {
  const icons = ACTOR_KINDS.map((kind) => KIND_MARKS[kind].path);
  expect(new Set(icons).size).toBe(ACTOR_KINDS.length);
  for (const icon of icons) {
    expect(icon).toMatch(/^M/);
    const numbers = icon.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    expect(Math.max(...numbers)).toBeLessThanOrEqual(24);
  }
});
