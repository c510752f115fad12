import { expect, test } from "vitest";
import { lightOf, neighbourhoodsOf } from "../../../../client/graph/highlight.ts";
import { node, ribbon, scene } from "./fixtures.ts";

const NONE = { nodes: [], edge: null };
// A hull with two actors in it; one is linked to b, b to c; d stands alone.
const near = neighbourhoodsOf(
  scene(
    [
      node("a", { role: "hull" }),
      node("a1", { role: "actor", parent: "a" }),
      node("a2", { role: "actor", parent: "a" }),
      node("b"),
      node("c"),
      node("d"),
    ],
    [ribbon("a1", "b"), ribbon("b", "c")],
  ),
);

test("nothing selected or pointed at: nothing is lit and nothing fades", () => {
  expect(lightOf(near, NONE, null)).toBeNull();
  expect(lightOf(near, { nodes: ["unknown"], edge: "unknown" }, null)?.edges.size).toBe(0);
});

test("a node lights its ribbons and neighbours, and what it lies in", () => {
  const light = lightOf(near, NONE, { kind: "node", id: "a1" });
  expect([...(light?.nodes ?? [])].sort()).toEqual(["a", "a1", "b"]);
  expect([...(light?.edges ?? [])]).toEqual(["a1~b"]);
});

test("a group lights all that lies in it and what that is linked with", () => {
  const light = lightOf(near, { nodes: ["a"], edge: null }, null);
  expect([...(light?.nodes ?? [])].sort()).toEqual(["a", "a1", "a2", "b"]);
});

test("a ribbon lights its two ends", () => {
  const light = lightOf(near, { nodes: [], edge: "b~c" }, null);
  expect([...(light?.nodes ?? [])].sort()).toEqual(["b", "c"]);
  expect([...(light?.edges ?? [])]).toEqual(["b~c"]);
});

test("a chosen ribbon is lit alone, though its two groups are selected with it", () => {
  const light = lightOf(near, { nodes: ["b", "c"], edge: "b~c" }, null);
  expect([...(light?.edges ?? [])]).toEqual(["b~c"]);
});

test("the pointer comes before the selection, which stays visible", () => {
  const light = lightOf(near, { nodes: ["d"], edge: null }, { kind: "node", id: "c" });
  expect([...(light?.nodes ?? [])].sort()).toEqual(["b", "c", "d"]);
});

test("a mark beside a path fades nothing; the pointer still does", () => {
  const marked = { nodes: ["b"], edge: null, fades: false };
  expect(lightOf(near, marked, null)).toBeNull();
  expect([...(lightOf(near, marked, { kind: "edge", id: "a1~b" })?.edges ?? [])]).toEqual(["a1~b"]);
});
