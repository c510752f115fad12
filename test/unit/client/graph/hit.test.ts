import { expect, test } from "vitest";
import { hitTest } from "../../../../client/graph/hit.ts";
import { drawn, drawnEdge, node, ribbon } from "./fixtures.ts";

const outer = node("outer", { r: 100 });
const inner = node("inner", { r: 20, x: 30, parent: "outer" });
const tiny = node("tiny", { r: 2, x: 300 });
const frame = {
  camera: { x: 0, y: 0, zoom: 1 },
  size: { width: 800, height: 600 },
  nodes: [drawn(outer, { container: true }), drawn(inner, { depth: 1 }), drawn(tiny)],
  edges: [drawnEdge(ribbon("inner", "tiny"), { ...inner, y: 0 }, tiny)],
  labels: [],
};

/** At a point of the plane. */
const at = (x: number, y: number) => hitTest(frame, x + 400, y + 300);

test("the inner disc comes before the one it lies in, a ribbon before what is below it", () => {
  expect(at(30, 0)).toEqual({ kind: "node", id: "inner" });
  expect(at(-60, 0)).toEqual({ kind: "node", id: "outer" });
  expect(at(70, 6)).toEqual({ kind: "edge", id: "inner~tiny" });
});

test("small targets and thin ribbons are generous", () => {
  expect(at(310, 0)).toEqual({ kind: "node", id: "tiny" });
  const { curve } = frame.edges[0] ?? { curve: null };
  const middle = { x: 165, y: (curve?.cy ?? 0) / 2 };
  expect(at(middle.x, middle.y + 6)).toEqual({ kind: "edge", id: "inner~tiny" });
  expect(at(middle.x, middle.y + 12)).toBeNull();
  expect(at(-300, 200)).toBeNull();
});

test("a click on a name is a click on what it names", () => {
  const box = { x: 650, y: 400, width: 80, height: 15 };
  const label = {
    id: "tiny",
    lines: ["Tiny"],
    place: "below",
    alpha: 1,
    strong: false,
    ...box,
  } as const;
  expect(hitTest({ ...frame, labels: [{ ...label, lines: [...label.lines] }] }, 700, 405)).toEqual({
    kind: "node",
    id: "tiny",
  });
});
