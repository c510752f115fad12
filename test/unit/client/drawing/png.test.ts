import { describe, expect, test } from "vitest";
import { pngSize } from "../../../../client/drawing/png.ts";

describe("the size of a PNG file", () => {
  test.each([
    [1600, 900, 2, { width: 3200, height: 1800 }],
    [800, 450, 1.005, { width: 804, height: 452 }],
    [16_384, 6_000, 1, { width: 16_384, height: 6_000 }],
  ])("%d × %d times %d", (width, height, scale, size) => {
    expect(pngSize({ width, height }, scale)).toEqual(size);
  });

  test.each([
    [20_000, 15_000, 1, "20,000 × 15,000"],
    [16_385, 10, 1, "16,385 × 10"],
    [4_000, 3_000, 3, "12,000 × 9,000"],
    [0.2, 100, 1, "0 × 100"],
    [100, 100, Number.NaN, "NaN × NaN"],
  ])("%d × %d times %d is none", (width, height, scale, got) => {
    expect(() => pngSize({ width, height }, scale)).toThrow(
      `PNG: expected 1 to 16,384 px a side and at most 100 megapixels, got ${got} px`,
    );
  });
});
