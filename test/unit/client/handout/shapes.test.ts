/** Paths of icons and curves at the border of a picture, as the files need them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Curve, Disc } from "../../../../client/drawing/drawing.ts";
import { KIND_MARKS } from "../../../../client/graph/palette.ts";
import { piecesInside } from "../../../../client/handout/crop-curve.ts";
import { discInside } from "../../../../client/handout/crop-disc.ts";
import { inksFor, rgbOf } from "../../../../client/handout/ink.ts";
import { parsePath, type Segment } from "../../../../client/handout/path-data.ts";

const SEED = 20261125;

/** Points along a path, curves included. */
function along(path: readonly Segment[]): { x: number; y: number }[] {
  let from = { x: 0, y: 0 };
  return path.flatMap((segment) => {
    if (segment.to === "close") return [];
    const [start, end] = [from, { x: segment.x, y: segment.y }];
    from = end;
    if (segment.to !== "curve") return [end];
    return Array.from({ length: 21 }, (_, index) => {
      const t = index / 20;
      const at = (a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
      return {
        x: at(start.x, segment.x1, segment.x2, end.x),
        y: at(start.y, segment.y1, segment.y2, end.y),
      };
    });
  });
}

describe("path data", () => {
  test("lines, absolute and relative", () => {
    expect(parsePath("M1 2h3v-1l-2,4Z m1 1 L5 5")).toEqual([
      { to: "move", x: 1, y: 2 },
      { to: "line", x: 4, y: 2 },
      { to: "line", x: 4, y: 1 },
      { to: "line", x: 2, y: 5 },
      { to: "close" },
      { to: "move", x: 2, y: 3 },
      { to: "line", x: 5, y: 5 },
    ]);
  });

  test("a smooth curve takes up the one before", () => {
    expect(parsePath("M0 0C0 2 1 3 2 3S4 2 4 0").at(-1)).toEqual({
      to: "curve",
      x1: 3,
      y1: 3,
      x2: 4,
      y2: 2,
      x: 4,
      y: 0,
    });
  });

  test("two half circles stay at the distance of the radius", () => {
    const points = along(parsePath("M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0 -6"));
    const far = points.map(({ x, y }) => Math.hypot(x - 12, y - 12));
    expect(Math.min(...far)).toBeGreaterThan(2.998);
    expect(Math.max(...far)).toBeLessThan(3.002);
    // All around, not one half twice.
    expect(Math.min(...points.map(({ x }) => x))).toBeCloseTo(9, 2);
    expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(15, 2);
  });

  test.each(Object.entries(KIND_MARKS))("the mark of %s lies in its square", (_, { path }) => {
    for (const { x, y } of along(parsePath(path))) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(24);
    }
  });

  test.each(["M1", "M1 2 B3 4", "5 5"])("%s is none", (d) => {
    expect(() => parsePath(d)).toThrow(/path data: expected/);
  });
});

describe("curves at the border", () => {
  const curve = (
    x1: number,
    y1: number,
    cx: number,
    cy: number,
    x2: number,
    y2: number,
  ): Curve => ({
    shape: "curve",
    meaning: { of: "edge" },
    alpha: 1,
    ...{ x1, y1, cx, cy, x2, y2 },
    stroke: "#000000",
    strokePx: 1,
    dashPx: [],
    cap: "butt",
  });
  const size = { width: 100, height: 100 };

  test("inside it stays whole", () => {
    expect(piecesInside(curve(10, 10, 50, 90, 90, 10), size)).toEqual([
      { x1: 10, y1: 10, cx: 50, cy: 90, x2: 90, y2: 10 },
    ]);
  });

  test("a line out of the picture ends at its border", () => {
    const [piece] = piecesInside(curve(50, 50, 100, 50, 150, 50), size);
    expect(piece).toMatchObject({ x1: 50, y1: 50, x2: 100, y2: 50 });
  });

  test("out and back makes two pieces, past it none", () => {
    expect(piecesInside(curve(20, 80, 50, 200, 80, 80), size)).toHaveLength(2);
    expect(piecesInside(curve(-20, 40, -60, 50, -20, 60), size)).toEqual([]);
  });

  test("each end of each piece lies in the picture and on the curve", () => {
    const number = fc.integer({ min: -150, max: 250 });
    fc.assert(
      fc.property(number, number, number, number, number, number, (...numbers) => {
        const whole = curve(...numbers);
        for (const { x1, y1, x2, y2 } of piecesInside(whole, size)) {
          for (const value of [x1, y1, x2, y2]) {
            expect(value).toBeGreaterThanOrEqual(-1e-6);
            expect(value).toBeLessThanOrEqual(100 + 1e-6);
          }
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("discs at the border", () => {
  const disc = (x: number, y: number, r: number): Disc => ({
    shape: "disc",
    meaning: { of: "node" },
    alpha: 1,
    ...{ x, y, r },
    fill: "#000000",
    stroke: null,
    strokePx: 0,
    dashPx: [],
  });
  const size = { width: 200, height: 100 };

  test("inside, or nearly, they stay discs", () => {
    expect(discInside(disc(50, 50, 40), size)).toBeNull();
    expect(discInside(disc(5, 50, 20), size)).toBeNull();
  });

  test("what stands out is cut off at the border", () => {
    const corners = discInside(disc(0, 100, 80), size) ?? [];
    expect(corners.length).toBeGreaterThan(20);
    expect(Math.min(...corners.map(({ x }) => x))).toBeCloseTo(0);
    expect(Math.max(...corners.map(({ x }) => x))).toBeCloseTo(80);
    expect(Math.min(...corners.map(({ y }) => y))).toBeCloseTo(20);
    expect(Math.max(...corners.map(({ y }) => y))).toBeCloseTo(100);
  });

  test("outside there is nothing of them, and one around the picture fills it", () => {
    expect(discInside(disc(-200, 50, 100), size)).toEqual([]);
    const corners = discInside(disc(100, 50, 1000), size) ?? [];
    expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toHaveLength(4);
  });
});

describe("colours", () => {
  test("only #rrggbb is one", () => {
    expect(rgbOf("#0a84Dc")).toEqual([10, 132, 220]);
    expect(() => rgbOf("red")).toThrow("hand-out: expected a colour as #rrggbb (got red)");
  });

  test("light letters on a dark picture", () => {
    expect(inksFor("#12171d").ink).toBe("#eef2f5");
    expect(inksFor("#fbfcfd").ink).toBe("#17212b");
    expect(inksFor(null).ground).toBe("#ffffff");
  });
});
