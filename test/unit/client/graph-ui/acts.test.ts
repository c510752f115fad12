/** What the picture marks for a panel. */
import { describe, expect, test } from "vitest";
import type { Scene, SceneEdge, SceneNode } from "../../../../client/graph/scene.ts";
import { panelOf, selectionOf } from "../../../../client/graph-ui/acts.ts";
import { FIRST_PATHS, FIRST_VIEW } from "../../../../client/state/view.ts";

const node = (id: string): SceneNode => ({
  id,
  x: 0,
  y: 0,
  r: 10,
  label: id,
  short: null,
  kind: "hub",
  role: "disc",
  parent: null,
  weight: 1,
  faded: false,
});
const ribbon: SceneEdge = {
  id: "holm~tum",
  source: "holm",
  target: "tum",
  role: "ribbon",
  count: 3,
  bridges: 1,
  type: null,
  faded: false,
};
const scene: Scene = { nodes: [node("holm"), node("tum")], edges: [ribbon] };

describe("selection", () => {
  test("nothing without a panel", () => {
    expect(selectionOf(FIRST_VIEW, scene)).toEqual({ nodes: [], edge: null });
  });

  test("the actor, or both groups and the ribbon whichever way round", () => {
    const actor = { ...FIRST_VIEW, panel: { kind: "actor", id: "tum" } as const };
    expect(selectionOf(actor, scene)).toEqual({ nodes: ["tum"], edge: null });
    const pair = { ...FIRST_VIEW, panel: { kind: "cross-link", a: "tum", b: "holm" } as const };
    expect(selectionOf(pair, scene)).toEqual({ nodes: ["tum", "holm"], edge: "holm~tum" });
  });

  test("what is not drawn is not marked, so that nothing fades for it", () => {
    const away = { ...FIRST_VIEW, panel: { kind: "actor", id: "sap" } as const };
    expect(selectionOf(away, scene)).toEqual({ nodes: [], edge: null });
  });

  test("who stands in the middle needs no mark", () => {
    const middle = {
      ...FIRST_VIEW,
      layout: "radial" as const,
      centre: "tum",
      panel: { kind: "actor", id: "tum" } as const,
    };
    expect(selectionOf(middle, scene)).toEqual({ nodes: [], edge: null });
  });

  test("beside a pair of groups nothing fades, so that it stays readable from afar", () => {
    const view = {
      ...FIRST_VIEW,
      page: "opportunities" as const,
      panel: { kind: "actor", id: "tum" } as const,
    };
    expect(selectionOf(view, scene)).toEqual({ nodes: ["tum"], edge: null, fades: false });
  });

  test("groups have their own panel", () => {
    expect(panelOf({ id: "holm", kind: "house_of" })).toEqual({ kind: "group", id: "holm" });
    expect(panelOf({ id: "sap", kind: "company" })).toEqual({ kind: "actor", id: "sap" });
  });

  test("beside paths the asked-for ends, or the panel's actor; nothing else fades", () => {
    const asked = {
      ...FIRST_VIEW,
      page: "paths" as const,
      paths: { ...FIRST_PATHS, from: "tum", to: "elsewhere" },
    };
    expect(selectionOf(asked, scene)).toEqual({ nodes: ["tum"], edge: null, fades: false });
    const read = { ...asked, panel: { kind: "group", id: "holm" } as const };
    expect(selectionOf(read, scene)).toEqual({ nodes: ["holm"], edge: null, fades: false });
  });
});
