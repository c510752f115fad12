/** A scene as one frame: the same places, names and numbers as in a picture that nobody touches. */
import { describe, expect, test } from "vitest";
import { toScreen } from "../../../../client/graph/camera.ts";
import type { Frame } from "../../../../client/graph/frame.ts";
import { FADED_ALPHA } from "../../../../client/graph/highlight.ts";
import { cameraOver, stillFrame } from "../../../../client/graph/still-frame.ts";
import { groupScene, still } from "../drawing/fixtures.ts";
import { node, ribbon, scene } from "./fixtures.ts";

const pair = scene(
  [
    node("a", { x: -100, r: 20, label: "Akteur A" }),
    node("b", { x: 100, r: 20, label: "Akteur B" }),
  ],
  [ribbon("a", "b", { count: 7 })],
);

const at = (frame: Frame, id: string) => {
  const draw = frame.nodes.find((one) => one.node.id === id);
  if (!draw) throw new Error(`Expected ${id} among ${frame.nodes.map((one) => one.node.id)}`);
  return toScreen(frame.camera, frame.size, draw.x, draw.y);
};

describe("everything in view", () => {
  test("is framed with room for names, in the middle", () => {
    const frame = stillFrame(pair, still());
    // Nothing is framed larger than 2.4 times; 60 px left and right, 30 above and 56 below.
    expect(frame.camera).toEqual({ x: 0, y: 13 / 2.4, zoom: 2.4 });
    expect(at(frame, "a")).toEqual({ x: 360, y: 387 });
    expect(at(frame, "b")).toEqual({ x: 840, y: 387 });
  });

  test("names below their discs, the number in the middle of the ribbon", () => {
    const frame = stillFrame(pair, still());
    expect(frame.labels.map(({ id, lines, place }) => [id, lines, place])).toEqual([
      ["a", ["Akteur A"], "inside"],
      ["b", ["Akteur B"], "inside"],
    ]);
    expect(frame.pills.map(({ id, text }) => [id, text])).toEqual([["a~b", "7"]]);
    expect(stillFrame(pair, still({ labels: "none" })).labels).toEqual([]);
  });

  test("what is to be framed may be more than the nodes", () => {
    const bounds = { left: -500, top: -100, right: 100, bottom: 100 };
    const frame = stillFrame({ ...pair, frame: bounds }, still());
    expect(frame.camera).toEqual({ x: -200, y: 13 / 1.8, zoom: 1.8 });
  });

  test("all names are there where all are wanted", () => {
    const picture = groupScene(200);
    const size = { width: 900, height: 900 };
    const names = (labels: "auto" | "all") =>
      stillFrame(picture, still({ size, labels })).labels.length;
    expect(names("all")).toBeGreaterThan(names("auto"));
  });
});

describe("a part of the plane", () => {
  test("is in view as a whole, whatever the form of the picture", () => {
    const part = { x: 40, y: -20, width: 200, height: 100 };
    for (const [width, height] of [
      [1000, 100],
      [300, 900],
      [640, 480],
    ] as const) {
      const camera = cameraOver(part, { width, height });
      const left = toScreen(camera, { width, height }, -60, -70);
      const right = toScreen(camera, { width, height }, 140, 30);
      expect(Math.min(left.x, left.y)).toBeGreaterThanOrEqual(0);
      expect(right.x).toBeLessThanOrEqual(width);
      expect(right.y).toBeLessThanOrEqual(height);
      expect(Math.max((right.x - left.x) / width, (right.y - left.y) / height)).toBe(1);
    }
  });

  test("has a size", () => {
    const size = { width: 10, height: 10 };
    expect(() => cameraOver({ x: 0, y: 0, width: 0, height: 5 }, size)).toThrow(
      "Camera: expected a part of the plane, got 0 × 5",
    );
  });
});

test("what is selected is lit, and the rest is pale", () => {
  const apart = scene([...pair.nodes, node("c", { y: 200 })], pair.edges);
  const frame = stillFrame(apart, still({ selection: { nodes: ["a"], edge: null } }));
  const alphas = Object.fromEntries(frame.nodes.map(({ node: { id }, alpha }) => [id, alpha]));
  expect(alphas).toEqual({ a: 1, b: 1, c: FADED_ALPHA });
  expect(frame.nodes.filter(({ selected }) => selected).map(({ node: { id } }) => id)).toEqual([
    "a",
  ]);
});
