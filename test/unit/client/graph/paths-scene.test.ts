/** Where the actors of paths and trees are drawn, and how a path is lit among all actors. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  litScene,
  type PathsSceneOptions,
  pathsScene,
  treeScene,
} from "../../../../client/graph/paths-scene.ts";
import type { Scene } from "../../../../client/graph/scene.ts";
import { actor, hop, pathOf } from "../path-fixtures.ts";
import { node, ribbon } from "./fixtures.ts";

const options: PathsSceneOptions = {
  name: (ref) => ref.name,
  text: ({ from, to }) => `${from}${to}`,
  hint: ({ reason }) => reason.en ?? "",
  runs: "right",
};

const at = (scene: Scene, id: string) => {
  const found = scene.nodes.find((one) => one.id === id);
  if (!found) throw new Error(`Expected ${id} in the scene, found ${scene.nodes.map((n) => n.id)}`);
  return found;
};

describe("paths alone", () => {
  test("the chosen one runs straight from left to right, its names always shown", () => {
    const scene = pathsScene([pathOf(["a", "b", "c"])], 0, options);
    const [a, b, c] = ["a", "b", "c"].map((id) => at(scene, id));
    expect(scene.nodes.map(({ y }) => y)).toEqual([0, 0, 0]);
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(150);
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBe((b?.x ?? 0) - (a?.x ?? 0));
    expect(scene.nodes.every(({ isNamed, strong }) => isNamed && strong)).toBe(true);
    expect(scene.edges.map(({ id, text, strong }) => ({ id, text, strong }))).toEqual([
      { id: "a~b", text: "ab", strong: true },
      { id: "b~c", text: "bc", strong: true },
    ]);
  });

  test("other paths leave it and come back beside it, weaker and without words", () => {
    const paths = [pathOf(["a", "b", "c"]), pathOf(["a", "x", "c"]), pathOf(["a", "y", "z", "c"])];
    const scene = pathsScene(paths, 0, options);
    const [x, y, z] = ["x", "y", "z"].map((id) => at(scene, id));
    expect(x?.y).not.toBe(0);
    expect(y?.y).toBe(z?.y);
    expect(y?.y).not.toBe(x?.y);
    expect(y?.x ?? 0).toBeLessThan(z?.x ?? 0);
    const weak = scene.edges.filter(({ strong }) => !strong);
    expect(weak.map(({ id }) => id)).toEqual(["a~x", "c~x", "a~y", "y~z", "c~z"]);
    expect(weak.every(({ text, hint }) => text === undefined && hint !== undefined)).toBe(true);
  });

  test("the chosen path is the straight one, whichever it is", () => {
    const paths = [pathOf(["a", "b", "c"]), pathOf(["a", "x", "c"])];
    const scene = pathsScene(paths, 1, options);
    expect(at(scene, "x").y).toBe(0);
    expect(at(scene, "b").y).not.toBe(0);
  });

  test("a step that leaves out an actor of the chosen path does not run through it", () => {
    const scene = pathsScene([pathOf(["a", "b", "c"]), pathOf(["a", "c"])], 0, options);
    expect([at(scene, "a").y, at(scene, "c").y]).toEqual([0, 0]);
    expect(at(scene, "b").y).toBeLessThan(-50);
  });

  test("downwards there is the chosen path alone, its names beside it", () => {
    const paths = [pathOf(["a", "b", "c"]), pathOf(["a", "x", "c"])];
    const scene = pathsScene(paths, 0, { ...options, runs: "down" });
    expect(scene.nodes.map(({ id, x, labelSide }) => ({ id, x, labelSide }))).toEqual(
      ["a", "b", "c"].map((id) => ({ id, x: 0, labelSide: "right" })),
    );
    expect(at(scene, "c").y).toBeGreaterThan(at(scene, "b").y);
  });

  test("any paths: each actor once, no two in one place, each step once", () => {
    const middle = fc.uniqueArray(fc.constantFrom(..."bcdefghij"), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(middle, { minLength: 1, maxLength: 6 }), fc.nat(5), (middles, nth) => {
        const paths = middles.map((ids) => pathOf(["a", ...ids, "z"]));
        const scene = pathsScene(paths, nth % paths.length, options);
        const ids = new Set(paths.flatMap(({ actors }) => actors.map(({ id }) => id)));
        expect(scene.nodes.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
        const places = scene.nodes.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
        expect(new Set(places).size).toBe(places.length);
        expect(new Set(scene.edges.map(({ id }) => id)).size).toBe(scene.edges.length);
        expect(pathsScene(paths, nth % paths.length, options)).toEqual(scene);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});

describe("the tree that joins several", () => {
  const tree = {
    cost: 6,
    actors: ["m", "a", "b", "c", "n"].map(actor),
    hops: [hop("m", "n"), hop("a", "m"), hop("m", "b"), hop("n", "c")],
  };

  test("starts with the first one; every branch has its lane, every step a column", () => {
    const scene = treeScene(tree, ["a", "b", "c"], options);
    const columns = new Map(scene.nodes.map(({ id, x }) => [id, x]));
    expect(columns.get("a")).toBe(0);
    expect(columns.get("b")).toBe(columns.get("n"));
    expect(columns.get("c") ?? 0).toBeGreaterThan(columns.get("n") ?? 0);
    expect(at(scene, "b").y).not.toBe(at(scene, "c").y);
    expect(scene.edges).toHaveLength(4);
    expect(scene.nodes.filter(({ strong }) => strong).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});

describe("a path lit among all actors", () => {
  const base: Scene = {
    nodes: [node("a", { x: 0 }), node("b", { x: 100 }), node("q", { x: 50 })],
    edges: [ribbon("a", "q", { role: "link" }), ribbon("a", "b", { role: "link" })],
  };

  test("the rest is faded and unnamed; the path keeps its places and gets its words", () => {
    const { nodes, edges } = litScene(base, pathOf(["a", "b"]), options);
    expect(nodes.map(({ id, x, faded, isNamed }) => ({ id, x, faded, isNamed }))).toEqual([
      { id: "a", x: 0, faded: false, isNamed: true },
      { id: "b", x: 100, faded: false, isNamed: true },
      { id: "q", x: 50, faded: true, isNamed: false },
    ]);
    expect(edges.map(({ id, faded, strong }) => ({ id, faded, strong: strong ?? false }))).toEqual([
      { id: "a~q", faded: true, strong: false },
      { id: "a~b", faded: false, strong: true },
    ]);
  });

  test("who is not in the picture stands between its neighbours on the path", () => {
    const { nodes } = litScene(base, pathOf(["a", "p", "b"]), options);
    const p = nodes.find(({ id }) => id === "p");
    expect(p?.x).toBeGreaterThan(50);
    expect(p?.x).toBeLessThan(150);
    expect(p?.faded).toBe(false);
  });
});
