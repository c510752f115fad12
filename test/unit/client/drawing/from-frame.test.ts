/** A frame as shapes: one disc for each node, one curve for each edge, in the order of the picture. */
import { describe, expect, test } from "vitest";
import { drawScene } from "../../../../client/drawing/draw-scene.ts";
import { drawingOf } from "../../../../client/drawing/from-frame.ts";
import { PICTURE_COLOURS } from "../../../../client/graph/palette.ts";
import type { Scene } from "../../../../client/graph/scene.ts";
import { type StillFrameOptions, stillFrame } from "../../../../client/graph/still-frame.ts";
import { node, ribbon, scene } from "../graph/fixtures.ts";
import { countOf, groupScene, still, textsOf } from "./fixtures.ts";

const draw = (picture: Scene, more: Partial<StillFrameOptions> = {}) =>
  drawingOf(stillFrame(picture, still(more)));

const opened = scene(
  [
    node("hull", { role: "hull", r: 120, label: "Hülle" }),
    node("in", { role: "actor", r: 12, parent: "hull", kind: "company", label: "Drinnen" }),
    node("out", { role: "disc", x: 400, r: 60, label: "Draußen", mark: "broker" }),
  ],
  [
    ribbon("in", "out", { id: "core", count: 9, bridges: 3 }),
    ribbon("hull", "out", { id: "thin", role: "link", pattern: "dashed" }),
  ],
);

describe("shapes of a picture", () => {
  test("one disc for each node, one curve for each edge, each with its name", () => {
    const picture = groupScene(30);
    const { items } = draw(picture);
    expect(countOf(items, "node")).toBe(30);
    expect(countOf(items, "edge")).toBe(picture.edges.length);
    const ids = items.flatMap(({ meaning }) => (meaning.of === "node" ? [meaning.id] : []));
    expect(ids.toSorted()).toEqual(picture.nodes.map(({ id }) => id).toSorted());
    const first = items.find(({ meaning }) => meaning.id === "r0");
    expect(first?.meaning.name).toBe("Gruppe mit langem Namen 0 – Gruppe mit langem Namen 3");
  });

  test("hulls, ribbons with their cores, lines, discs with rings and icons, names, numbers", () => {
    const { items } = draw(opened, { selection: { nodes: ["out"], edge: null } });
    const shapes = items.map(({ shape, meaning }) => `${shape} ${meaning.of} ${meaning.id}`);
    expect(shapes).toEqual([
      "disc node hull",
      "curve edge core",
      "curve mark core",
      "curve edge thin",
      "disc node out",
      "disc mark out",
      "disc mark out",
      "icon mark out",
      "disc node in",
      "icon mark in",
      "words label out",
      "words label hull",
      "words label in",
      "box mark core",
      "words number core",
    ]);
  });

  test("dashes, rings and halos as the picture has them", () => {
    const { items, background } = draw(opened, { selection: { nodes: ["out"], edge: null } });
    const { accent, ink } = PICTURE_COLOURS.light;
    const dashes = items.flatMap((item) => (item.shape === "curve" ? [item.dashPx] : []));
    expect(dashes).toEqual([[], [0.01, expect.any(Number)], [9, 6]]);
    const rings = items.filter(({ shape, meaning }) => shape === "disc" && meaning.of === "mark");
    expect(rings).toMatchObject([
      { fill: null, stroke: accent, strokePx: 3 },
      { fill: null, stroke: ink, strokePx: 2 },
    ]);
    const halos = items.flatMap((item) =>
      item.shape === "words" && item.meaning.of === "label" ? [[item.lines[0], item.halo]] : [],
    );
    expect(halos).toEqual([
      ["Draußen", null],
      ["Hülle", background],
      ["Drinnen", background],
    ]);
  });

  test("what lies wholly outside is left out, what crosses the border stays", () => {
    const camera = { x: 400, y: 0, width: 300, height: 200 };
    const { items } = draw(opened, { camera });
    expect(
      items.filter(({ meaning }) => meaning.of === "node").map(({ meaning }) => meaning.id),
    ).toEqual(["out"]);
    expect(countOf(items, "edge")).toBe(2);
  });
});

test("a picture of twice the size with names of twice the size is the same, enlarged", () => {
  const picture = groupScene(20);
  const small = drawScene(picture, still());
  const large = drawScene(picture, still({ size: { width: 2400, height: 1600 }, labelSizePx: 24 }));
  expect(textsOf(large.items)).toEqual(textsOf(small.items));
  expect(large.width).toBeCloseTo(2400);
  for (const [index, item] of large.items.entries()) {
    const twin = small.items[index];
    expect(item.shape).toBe(twin?.shape);
    if (item.shape === "disc" && twin?.shape === "disc") {
      expect(item.x).toBeCloseTo(2 * twin.x);
      expect(item.r).toBeCloseTo(2 * twin.r);
      expect(item.strokePx).toBeCloseTo(2 * twin.strokePx);
    }
  }
});
