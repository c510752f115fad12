/** What the browser kept is read forgivingly. */
import { describe, expect, test } from "vitest";
import { clampPanelWidth, readPreferences } from "../../../../client/state/preferences.ts";

const STANDARD = {
  theme: "system",
  panelWidthPx: 392,
  isSideOpen: null,
  isLegendOpen: null,
  hasLetterKeys: true,
};

describe("preferences", () => {
  test("nothing kept, or nonsense kept, gives the standard", () => {
    for (const text of [null, "", "nonsense", "null", "[]", "7", '{"theme":"blue"}']) {
      expect(readPreferences(text)).toEqual(STANDARD);
    }
  });

  test("what fits is taken, the width is held in its limits", () => {
    const kept = { theme: "dark", panelWidthPx: 2_000, isSideOpen: false, hasLetterKeys: false };
    expect(readPreferences(JSON.stringify(kept))).toEqual({
      ...STANDARD,
      ...kept,
      panelWidthPx: 440,
    });
    expect(clampPanelWidth(10)).toBe(360);
    expect(clampPanelWidth(Number.NaN)).toBe(392);
    expect(clampPanelWidth(400.4)).toBe(400);
  });
});
