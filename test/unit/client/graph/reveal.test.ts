/** Revealing a picture step by step, and putting it back where it stood. */
import { describe, expect, it } from "vitest";
import {
  arranged,
  cameraOf,
  framedAs,
  placesOf,
  planeViewOf,
} from "../../../../client/graph/arrangement.ts";
import { partsOf, presentParts, revealed } from "../../../../client/graph/reveal.ts";
import type { Scene, SceneNode } from "../../../../client/graph/scene.ts";
import { edgeOf } from "../../../../client/graph/scene-options.ts";
import { SCENE_PARTS } from "../../../../server/contract/story-words.ts";

const node = (id: string, patch: Partial<SceneNode> = {}): SceneNode => ({
  id,
  x: 0,
  y: 0,
  r: 10,
  label: id,
  short: null,
  kind: "company",
  role: "actor",
  parent: null,
  weight: 1,
  faded: false,
  ...patch,
});
/** Two groups, a bridge, a suggested pair, and a broker. */
const pair: Scene = {
  nodes: [
    node("a", { role: "hull", x: -100 }),
    node("b", { role: "hull", x: 100 }),
    node("bridge"),
    node("x", { parent: "a", x: -90 }),
    node("y", { parent: "b", x: 90, mark: "broker" }),
    node("broker", { mark: "broker", y: 200 }),
  ],
  edges: [
    edgeOf("a", "b", "ribbon", 3),
    edgeOf("bridge", "a", "membership", 1, { pattern: "solid" }),
    edgeOf("bridge", "b", "membership", 1, { pattern: "solid" }),
    edgeOf("x", "y", "link", 1, { pattern: "dashed" }),
    edgeOf("broker", "a", "membership", 1, { pattern: "dotted" }),
  ],
};
const steps = [["groups", "links"], ["bridges"], ["missing"], ["brokers"]] as const;
const shown = (step: number) => {
  const scene = revealed(pair, steps, step);
  return [scene.nodes.map(({ id }) => id).join(), scene.edges.length];
};

describe("revealing", () => {
  it("first shows the groups, then the bridges, the missing pairs and who introduces", () => {
    expect(shown(0)).toEqual(["a,b", 1]);
    expect(shown(1)).toEqual(["a,b,bridge", 3]);
    expect(shown(2)).toEqual(["a,b,bridge,x,y", 4]);
    expect(shown(3)).toEqual(["a,b,bridge,x,y,broker", 5]);
    expect(revealed(pair, steps, 3)).toBe(pair);
    expect(revealed(pair, [], 0)).toBe(pair);
  });

  it("gives the ring of who introduces with the brokers, not before", () => {
    const marksAt = (step: number) =>
      revealed(pair, steps, step).nodes.filter(({ mark }) => mark === "broker").length;
    expect([marksAt(2), marksAt(3)]).toEqual([0, 2]);
  });

  it("names the parts that the picture has, in the order of telling", () => {
    expect(presentParts(partsOf(pair), SCENE_PARTS)).toEqual([
      "groups",
      "bridges",
      "links",
      "missing",
      "brokers",
    ]);
  });

  it("leaves no line without its two ends", () => {
    for (const part of SCENE_PARTS) {
      const scene = revealed(pair, [["groups"], [part]], 0);
      const drawn = new Set(scene.nodes.map(({ id }) => id));
      for (const { source, target } of scene.edges) {
        expect(drawn.has(source) && drawn.has(target)).toBe(true);
      }
    }
  });

  it("is framed as if all of it were there", () => {
    const frame = framedAs(revealed(pair, steps, 0), pair).frame;
    expect(frame).toEqual({ left: -110, top: -10, right: 110, bottom: 210 });
  });
});

describe("an arrangement", () => {
  it("puts everybody back, and who is new along with the node it lies in", () => {
    const kept = placesOf(pair);
    const later: Scene = {
      nodes: pair.nodes.map((one) => ({ ...one, x: one.x + 40, y: one.y + 7 })),
      edges: [],
    };
    later.nodes.push(node("new", { parent: "a", x: -50, y: 17 }));
    const back = arranged(later, kept);
    expect(placesOf({ nodes: back.nodes.slice(0, -1), edges: [] })).toEqual(kept);
    expect(back.nodes.at(-1)).toMatchObject({ x: -90, y: 10 });
    expect(arranged(later, null)).toBe(later);
  });

  it("shows the same part of the plane in a container of another form", () => {
    const camera = { x: 12, y: -3, zoom: 2 };
    const view = planeViewOf(camera, { width: 800, height: 600 });
    expect(view).toEqual({ x: 12, y: -3, width: 400, height: 300 });
    expect(cameraOf(view, { width: 800, height: 600 })).toEqual(camera);
    // Wider: what was in view stays in view.
    expect(cameraOf(view, { width: 1920, height: 600 }).zoom).toBe(2);
    expect(cameraOf(view, { width: 400, height: 600 }).zoom).toBe(1);
  });
});
