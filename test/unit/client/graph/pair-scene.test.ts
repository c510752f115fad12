/** Where two groups that should meet, their actors and those between them are drawn, and what is said of them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PairForm } from "../../../../client/graph/pair-places.ts";
import { type PairSceneOptions, pairScene } from "../../../../client/graph/pair-scene.ts";
import type { Scene, SceneNode } from "../../../../client/graph/scene.ts";
import { broker, opportunity, pair } from "../opportunity-fixtures.ts";
import { actor } from "../path-fixtures.ts";

const FORMS = ["wide", "high", "small"] as const;

const options = (form: PairForm): PairSceneOptions => ({
  form,
  name: (ref) => ref.name,
  members: (count) => `${count} members`,
  text: ({ topics }) => topics[0]?.name.en ?? null,
  why: ({ reasons }) => reasons.map(({ en }) => en),
  partner: (other) => `with ${other.id}`,
  broker: ({ role }) => [`broker: ${role}`],
  bridge: "of both",
  measured: "2 recorded, about 5 expected",
  recorded: "2 recorded",
  measuredWhy: ["2 recorded, about 5 expected", "Joint projects."],
});

const at = (scene: Scene, id: string) => {
  const found = scene.nodes.find((one) => one.id === id);
  if (!found) throw new Error(`Expected ${id} in the scene, found ${scene.nodes.map((n) => n.id)}`);
  return found;
};
const edge = (scene: Scene, id: string) => scene.edges.find((one) => one.id === id);
const gap = (a: SceneNode, b: SceneNode) => Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;

const usual = opportunity({
  pairs: [pair("x1", "y1"), pair("x1", "y2"), pair("x2", "y2")],
  bridges: [actor("both")],
  brokers: [
    broker("both", "bridge"),
    broker("x2", "representative"),
    broker("y3", "gatekeeper"),
    broker("out", "liaison"),
  ],
});

describe("a pair of groups", () => {
  test("A on the left and B on the right, named, each with its actors", () => {
    const scene = pairScene(usual, options("wide"));
    const [a, b] = [at(scene, "a"), at(scene, "b")];
    expect(a.x).toBeLessThan(b.x);
    expect([a.role, a.isNamed, a.note]).toEqual(["hull", true, "8 members"]);
    const inside = (group: SceneNode) =>
      scene.nodes.filter(({ parent }) => parent === group.id).map(({ id }) => id);
    expect(inside(a)).toEqual(["x1", "x2"]);
    expect(inside(b)).toEqual(["y3", "y1", "y2"]);
    for (const node of scene.nodes.filter(({ parent }) => parent !== null)) {
      expect(gap(node, at(scene, node.parent ?? ""))).toBeLessThan(-2 * node.r);
    }
  });

  test("who belongs to both stands between, who belongs to neither above", () => {
    const scene = pairScene(usual, options("wide"));
    const [both, out] = [at(scene, "both"), at(scene, "out")];
    expect([both.parent, out.parent]).toEqual([null, null]);
    expect(both.x).toBeGreaterThan(at(scene, "a").x + at(scene, "a").r);
    expect(both.x).toBeLessThan(at(scene, "b").x - at(scene, "b").r);
    expect(out.y).toBeLessThan(at(scene, "a").y - at(scene, "a").r);
  });

  test("one above the other where the picture is high", () => {
    const scene = pairScene(usual, options("high"));
    const [a, b] = [at(scene, "a"), at(scene, "b")];
    expect([a.x, b.x]).toEqual([0, 0]);
    expect(at(scene, "both").y).toBeGreaterThan(a.y + a.r);
    expect(at(scene, "both").y).toBeLessThan(b.y - b.r);
    expect(edge(scene, "a~b")?.text).toBe("2 recorded");
  });

  test("dashed for what is suggested, solid for belonging, dotted for who could introduce", () => {
    const scene = pairScene(usual, options("wide"));
    const lines = scene.edges.map(({ id, pattern, text }) => [id, pattern, text]);
    expect(lines).toEqual([
      ["a~b", undefined, "2 recorded, about 5 expected"],
      ["a~both", "solid", undefined],
      ["b~both", "solid", undefined],
      ["b~x2", "dotted", undefined],
      ["a~y3", "dotted", undefined],
      ["a~out", "dotted", undefined],
      ["b~out", "dotted", undefined],
      ["x1~y1", "dashed", "Software"],
      ["x1~y2", "dashed", "Software"],
      ["x2~y2", "dashed", "Software"],
    ]);
    expect(edge(scene, "x1~y1")?.hint).toBe("Reason x1 y1");
  });

  test("who could introduce is marked, and everyone says why they are there", () => {
    const scene = pairScene(usual, options("wide"));
    const marked = scene.nodes.filter(({ mark }) => mark === "broker").map(({ id }) => id);
    expect(marked).toEqual(["x2", "y3", "both", "out"]);
    expect(at(scene, "x2").hint).toBe("with y2\nbroker: representative");
    expect(at(scene, "both").hint).toBe("of both\nbroker: bridge");
    expect(at(scene, "a").hint).toBe("8 members\n2 recorded, about 5 expected\nJoint projects.");
  });

  test("the ribbon bends to one side, whichever id is smaller", () => {
    const wide = options("wide");
    const rise = edge(pairScene(usual, wide), "a~b")?.rise ?? 0;
    const turned = pairScene({ ...usual, a: usual.b, b: usual.a, pairs: [], brokers: [] }, wide);
    expect(rise).toBeGreaterThan(0);
    expect(Math.sign(edge(turned, "a~b")?.rise ?? 0)).toBe(-1);
  });

  test("a group that belongs to the other one is drawn once", () => {
    const scene = pairScene({ ...usual, bridges: [actor("b"), actor("both")] }, options("wide"));
    expect(scene.nodes.filter(({ id }) => id === "b")).toHaveLength(1);
    expect(edge(scene, "a~b")?.role).toBe("ribbon");
  });

  test("in a small picture only the groups are named", () => {
    const scene = pairScene(usual, options("small"));
    const named = scene.nodes.filter(({ isNamed }) => isNamed !== false).map(({ id }) => id);
    expect(named).toEqual(["a", "b"]);
    expect(edge(scene, "x1~y1")?.text).toBeUndefined();
  });

  test("a pair without suggestions, bridges and brokers is two groups and their ribbon", () => {
    const scene = pairScene(opportunity(), options("wide"));
    expect(scene.nodes.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(scene.edges.map(({ id, count }) => [id, count])).toEqual([["a~b", 2]]);
  });

  test("an abbreviation is taken from the name that carries it, never made", () => {
    const named = { ...actor("out"), name: "Technische Universität München (TUM)" };
    const other = { ...actor("both"), name: "House (of many words)" };
    const scene = pairScene(
      { ...usual, bridges: [other], brokers: [{ ...broker("out", "liaison"), actor: named }] },
      options("wide"),
    );
    expect([at(scene, "out").short, at(scene, "both").short]).toEqual(["TUM", null]);
  });
});

describe("any pair of groups", () => {
  const ids = (prefix: string, most: number) =>
    fc.nat(most).map((count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`));
  const any = fc
    .record({
      xs: ids("x", 5),
      ys: ids("y", 5),
      both: ids("m", 20),
      out: ids("o", 5),
      seeds: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 5 }),
    })
    .map(({ xs, ys, both, out, seeds }) =>
      opportunity({
        pairs: seeds.flatMap(([x, y]) =>
          xs[x] !== undefined && ys[y] !== undefined ? [pair(xs[x], ys[y])] : [],
        ),
        bridges: both.map(actor),
        brokers: [
          ...xs.slice(3).map((id) => broker(id, "representative")),
          ...ys.slice(3).map((id) => broker(id, "gatekeeper")),
          ...out.map((id) => broker(id, "liaison")),
        ],
      }),
    );

  test.each(FORMS)("%s: no two actors overlap, none touches a group it is not in", (form) => {
    fc.assert(
      fc.property(any, (answer) => {
        const scene = pairScene(answer, options(form));
        const groups = scene.nodes.filter(({ role }) => role === "hull");
        const actors = scene.nodes.filter(({ role }) => role === "actor");
        expect(new Set(scene.nodes.map(({ id }) => id)).size).toBe(scene.nodes.length);
        actors.forEach((one, index) => {
          for (const other of actors.slice(index + 1)) expect(gap(one, other)).toBeGreaterThan(2);
          for (const group of groups) {
            if (one.parent !== group.id) expect(gap(one, group)).toBeGreaterThan(2);
            else expect(gap(one, group)).toBeLessThan(-2 * one.r);
          }
        });
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });

  test.each(FORMS)("%s: bridges stand between, each suggested pair has its line", (form) => {
    fc.assert(
      fc.property(any, (answer) => {
        const scene = pairScene(answer, options(form));
        const axis = form === "high" ? "y" : "x";
        for (const { id } of answer.bridges) {
          expect(at(scene, id)[axis]).toBeGreaterThan(at(scene, "a")[axis]);
          expect(at(scene, id)[axis]).toBeLessThan(at(scene, "b")[axis]);
        }
        for (const { x, y } of answer.pairs) {
          expect(edge(scene, `${x.id}~${y.id}`)?.pattern).toBe("dashed");
        }
        const drawn = new Set(scene.nodes.map(({ id }) => id));
        expect(scene.edges.every((one) => drawn.has(one.source) && drawn.has(one.target))).toBe(
          true,
        );
        expect(new Set(scene.edges.map(({ id }) => id)).size).toBe(scene.edges.length);
        expect(pairScene(answer, options(form))).toEqual(scene);
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });
});
