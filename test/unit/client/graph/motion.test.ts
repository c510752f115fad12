import { expect, test } from "vitest";
import { CameraMan } from "../../../../client/graph/camera-man.ts";
import { MOTION_MS, Motion } from "../../../../client/graph/motion.ts";
import { node, ribbon, scene } from "./fixtures.ts";

test("who stays moves, who is new appears in its place, who goes is gone", () => {
  const motion = new Motion();
  motion.setScene(scene([node("a"), node("gone")]), 0);
  expect(motion.isMoving).toBe(false);
  motion.setScene(scene([node("a", { x: 100 }), node("new", { x: 50, y: 50 })]), 1_000);
  const [a, fresh] = [motion.byId.get("a"), motion.byId.get("new")];
  expect([a?.x, fresh?.x, fresh?.y, motion.enter.get("new")]).toEqual([0, 50, 50, 0]);
  expect(motion.byId.has("gone")).toBe(false);
  expect(motion.step(1_000 + MOTION_MS / 2)).toBe(true);
  // Ease-out: more than half of the way in half of the time.
  expect(a?.x).toBeCloseTo(87.5);
  expect(motion.step(1_000 + MOTION_MS)).toBe(true);
  expect([a?.x, motion.enter.size, motion.isMoving]).toEqual([100, 0, false]);
  expect(motion.step(1_000 + 2 * MOTION_MS)).toBe(false);
});

test("without animation everything is in its place at once", () => {
  const motion = new Motion();
  motion.setScene(scene([node("a")]), null);
  motion.setScene(scene([node("a", { x: 100 })]), null);
  expect([motion.byId.get("a")?.x, motion.isMoving]).toEqual([100, false]);
});

test("a second scene during a movement starts where the first one is", () => {
  const motion = new Motion();
  motion.setScene(scene([node("a")]), null);
  motion.setScene(scene([node("a", { x: 100 })]), 0);
  motion.step(MOTION_MS / 2);
  motion.setScene(scene([node("a", { x: 0 })]), 150);
  expect(motion.byId.get("a")?.x).toBeCloseTo(87.5);
});

test("what holds others lies below, actors on top; edges without ends are left out", () => {
  const motion = new Motion();
  motion.setScene(
    scene(
      [
        node("actor", { role: "actor", parent: "hull" }),
        node("leaf", { parent: "outer" }),
        node("outer", { r: 50 }),
        node("hull", { role: "hull", r: 40 }),
      ],
      [ribbon("actor", "leaf", { count: 4, bridges: 1 }), ribbon("actor", "nobody")],
    ),
    null,
  );
  expect(motion.nodes.map((draw) => draw.node.id)).toEqual(["outer", "hull", "leaf", "actor"]);
  expect(motion.nodes.map((draw) => draw.container)).toEqual([true, true, false, false]);
  expect(motion.edges.map((draw) => [draw.edge.id, draw.coreShare])).toEqual([
    ["actor~leaf", 0.25],
  ]);
});

test("the camera follows the container until somebody moves it", () => {
  const man = new CameraMan({ width: 800, height: 600 });
  man.bounds = { left: -100, right: 100, top: -100, bottom: 100 };
  man.jump(man.home());
  expect(man.isHome).toBe(true);
  man.steer(man.panned(5_000, 0));
  // Not so far that everything is out of sight.
  expect([man.isHome, man.now.x]).toEqual([false, -100]);
  man.fly({ x: 0, y: 0, zoom: 1 }, 0);
  expect(man.goal()).toEqual({ x: 0, y: 0, zoom: 1 });
  expect([man.step(MOTION_MS), man.step(MOTION_MS)]).toEqual([true, false]);
  expect(man.now).toEqual({ x: 0, y: 0, zoom: 1 });
});
