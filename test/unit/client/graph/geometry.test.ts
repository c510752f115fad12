import { expect, test } from "vitest";
import {
  boundsOf,
  clampZoom,
  fitCamera,
  revealCamera,
  toPlane,
  toScreen,
  zoomAt,
} from "../../../../client/graph/camera.ts";
import {
  distanceTo,
  pointOn,
  ribbonCurve,
  ribbonWidthPx,
  strengthOf,
} from "../../../../client/graph/geometry.ts";

const SIZE = { width: 800, height: 600 };
const CAMERA = { x: 10, y: -20, zoom: 2 };
const NO_MARGINS = { left: 0, right: 0, top: 0, bottom: 0 };

test("plane and screen are each other's inverse", () => {
  const at = toScreen(CAMERA, SIZE, 40, 60);
  expect(at).toEqual({ x: 460, y: 460 });
  expect(toPlane(CAMERA, SIZE, at.x, at.y)).toEqual({ x: 40, y: 60 });
});

test("zooming holds the point under the pointer still, within limits", () => {
  const held = toPlane(CAMERA, SIZE, 100, 500);
  const zoomed = zoomAt(CAMERA, SIZE, 1.5, 100, 500, 1);
  expect(zoomed.zoom).toBe(3);
  const after = toPlane(zoomed, SIZE, 100, 500);
  expect(after.x).toBeCloseTo(held.x);
  expect(after.y).toBeCloseTo(held.y);
  expect(clampZoom(1e9, 1)).toBe(16);
  expect(clampZoom(0, 1)).toBe(0.5);
});

test("fitting shows everything inside the margins", () => {
  const bounds = boundsOf([
    { x: -300, y: 0, r: 20 },
    { x: 500, y: 100, r: 50 },
  ]);
  expect(bounds).toEqual({ left: -320, top: -20, right: 550, bottom: 150 });
  const margins = { left: 60, right: 20, top: 30, bottom: 56 };
  const camera = fitCamera(bounds, SIZE, margins);
  expect(toScreen(camera, SIZE, -320, 0).x).toBeCloseTo(60);
  expect(toScreen(camera, SIZE, 550, 0).x).toBeCloseTo(780);
  expect(fitCamera(null, SIZE, NO_MARGINS)).toEqual({ x: 0, y: 0, zoom: 1 });
});

test("revealing moves only as far as needed", () => {
  const seen = revealCamera(CAMERA, SIZE, { x: 10, y: -20, r: 5 }, 20);
  expect(seen).toEqual(CAMERA);
  const moved = revealCamera(CAMERA, SIZE, { x: 1000, y: -20, r: 5 }, 20);
  expect(moved.zoom).toBe(2);
  expect(toScreen(moved, SIZE, 1000, -20)).toEqual({ x: 800 - 30, y: 300 });
});

test("a ribbon starts and ends on the borders of its discs", () => {
  const a = { x: 0, y: 0, r: 30 };
  const b = { x: 300, y: 100, r: 10 };
  const curve = ribbonCurve(a, b);
  expect(Math.hypot(curve.x1, curve.y1)).toBeCloseTo(30);
  expect(Math.hypot(curve.x2 - 300, curve.y2 - 100)).toBeCloseTo(10);
  const straight = ribbonCurve(a, b, { bend: 0 });
  const middle = pointOn(straight, 0.5);
  expect(middle.y / middle.x).toBeCloseTo(1 / 3);
});

test("a ribbon of a given height bends so far, to the right seen from the first", () => {
  const [a, b] = [
    { x: 0, y: 0, r: 0 },
    { x: 200, y: 0, r: 0 },
  ];
  expect(pointOn(ribbonCurve(a, b, { rise: 30 }), 0.5)).toEqual({ x: 100, y: 30 });
  expect(pointOn(ribbonCurve(b, a, { rise: 30 }), 0.5)).toEqual({ x: 100, y: -30 });
});

test("a ribbon between discs that nearly touch stays between them", () => {
  const curve = ribbonCurve({ x: 0, y: 0, r: 90 }, { x: 110, y: 0, r: 10 });
  expect(curve.x1).toBeGreaterThan(88);
  expect(curve.x2).toBeLessThan(102);
  expect(ribbonCurve({ x: 1, y: 2, r: 3 }, { x: 1, y: 2, r: 3 })).toEqual({
    x1: 1,
    y1: 2,
    cx: 1,
    cy: 2,
    x2: 1,
    y2: 2,
  });
});

test("the distance to a ribbon is that to its drawn line", () => {
  const curve = ribbonCurve({ x: 0, y: 0, r: 0 }, { x: 400, y: 0, r: 0 });
  const middle = pointOn(curve, 0.5);
  expect(middle.y).toBeGreaterThan(10);
  expect(distanceTo(curve, middle.x, middle.y)).toBeLessThan(0.5);
  expect(distanceTo(curve, middle.x, middle.y + 7)).toBeCloseTo(7, 0);
});

test("thickness grows with the square root of the count, from thinnest to thickest", () => {
  expect(ribbonWidthPx(strengthOf(1, 100))).toBe(1.5);
  expect(ribbonWidthPx(strengthOf(100, 100))).toBe(14);
  expect(strengthOf(25, 100)).toBeCloseTo(4 / 9);
  // A scene with small counts only has no thick ribbons.
  expect(strengthOf(2, 2)).toBeLessThan(0.2);
});
