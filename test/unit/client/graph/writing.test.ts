import { expect, test } from "vitest";
import { lightOf, neighbourhoodsOf } from "../../../../client/graph/highlight.ts";
import { Motion } from "../../../../client/graph/motion.ts";
import { layoutPills } from "../../../../client/graph/pill-layout.ts";
import { overlaps } from "../../../../client/graph/rectangle-grid.ts";
import type { PictureSelection } from "../../../../client/graph/scene.ts";
import { styleScene } from "../../../../client/graph/styling.ts";
import { type WritingInput, write } from "../../../../client/graph/writing.ts";
import { measure, node, ribbon, scene, seeded } from "./fixtures.ts";

const random = seeded(5);
const groups = Array.from({ length: 40 }, (_, i) =>
  node(`g${i}`, {
    x: (i % 8) * 130 - 450,
    y: Math.floor(i / 8) * 130 - 260,
    r: 8 + random() * 30,
    label: `Gruppe mit langem Namen ${i}`,
    short: `G${i}`,
    weight: i,
  }),
);
const ribbons = Array.from({ length: 60 }, (_, i) =>
  ribbon(`g${i % 40}`, `g${(i * 7 + 3) % 40}`, { id: `r${i}`, count: i + 1 }),
).filter((edge) => edge.source !== edge.target);
const picture = scene(groups, ribbons);
const near = neighbourhoodsOf(picture);

function writeWith(selection: PictureSelection, more: Partial<WritingInput> = {}) {
  const motion = new Motion();
  motion.setScene(picture, null);
  const light = lightOf(near, selection, null);
  styleScene(motion, light, { selection, focus: null, hover: null });
  return write({
    nodes: motion.nodes,
    edges: motion.edges,
    camera: { x: 0, y: 0, zoom: 1 },
    size: { width: 1200, height: 800 },
    mode: "auto",
    sizePx: 12,
    measure,
    light,
    restingLight: light,
    isPointed: false,
    ...more,
  });
}

const NONE = { nodes: [], edge: null };

test("a ribbon with words carries them once, instead of its number", () => {
  const motion = new Motion();
  const [from, to] = [node("from", { x: -300 }), node("to", { x: 300 })];
  motion.setScene(scene([from, to], [ribbon("from", "to", { text: "erfasst 3" })]), null);
  const { pills } = writeWith(NONE, { nodes: motion.nodes, edges: motion.edges });
  expect(pills.map(({ text }) => text)).toEqual(["erfasst 3"]);
});

test("a note stands on a line of its own below the name", () => {
  const motion = new Motion();
  motion.setScene(scene([node("hub", { note: "3 Mitglieder" })]), null);
  const { labels } = writeWith(NONE, { nodes: motion.nodes, edges: [] });
  expect(labels.map(({ lines }) => lines)).toEqual([["hub", "3 Mitglieder"]]);
});

test("the ten thickest ribbons carry their number, off all names, discs and each other", () => {
  const { labels, pills } = writeWith(NONE);
  expect(pills.length).toBeGreaterThan(5);
  expect(pills.length).toBeLessThanOrEqual(10);
  const counts = pills.map((pill) => Number(pill.text));
  expect(Math.min(...counts)).toBeGreaterThan(45);
  for (const pill of pills) {
    for (const label of labels) expect(overlaps(pill, label)).toBe(false);
    for (const other of pills) if (other !== pill) expect(overlaps(pill, other)).toBe(false);
  }
});

test("a selection is named and its ribbons are numbered instead", () => {
  const { labels, pills } = writeWith({ nodes: ["g0"], edge: null });
  expect(labels[0]?.id).toBe("g0");
  expect(labels[0]?.strong).toBe(true);
  const own = new Set(near.edgesOf.get("g0"));
  expect(pills.length).toBeGreaterThan(0);
  expect(pills.filter((pill) => !own.has(pill.id))).toEqual([]);
});

test("without names the selected ones keep theirs; a selected ribbon always has its number", () => {
  const { labels, pills } = writeWith({ nodes: ["g3"], edge: "r1" }, { mode: "none" });
  expect(labels.map(({ id }) => id)).toEqual(["g3"]);
  expect(pills.map(({ id, text, strong }) => [id, text, strong])).toEqual([["r1", "2", true]]);
});

test("larger names are shortened to their alias more often, and what is hidden is counted", () => {
  const camera = { x: 0, y: 0, zoom: 0.4 };
  const desk = writeWith(NONE, { camera });
  const hall = writeWith(NONE, {
    camera,
    sizePx: 20,
    measure: (text) => (measure(text) * 20) / 12,
  });
  const whole = ({ labels }: typeof desk) =>
    labels.filter(({ lines }) => lines.join(" ").startsWith("Gruppe")).length;
  expect(whole(hall)).toBeLessThan(whole(desk));
  expect(hall.labels.length + hall.hidden).toBe(40);
});

test("a number gives way along its ribbon, and stays away where there is no room at all", () => {
  const curve = { x1: 0, y1: 100, cx: 200, cy: 100, x2: 400, y2: 100 };
  const options = { sizePx: 12, measure, labels: [], width: 400, height: 200 };
  const disc = (r: number) => [{ id: "d", x: 200, y: 100, r }];
  const pill = { id: "p", text: "7", curve, forced: false };
  const [free] = layoutPills([pill], { ...options, discs: disc(10) });
  expect(free && free.x + free.width).toBeLessThanOrEqual(190);
  expect(layoutPills([pill], { ...options, discs: disc(300) })).toEqual([]);
  expect(layoutPills([{ ...pill, forced: true }], { ...options, discs: disc(300) })).toHaveLength(
    1,
  );
});

test("a path's steps carry their words, its actors their names; who is passed by in silence does not", () => {
  const path = scene(
    [
      node("a", { x: -200, isNamed: true, strong: true }),
      node("b", { x: 200, isNamed: true, strong: true }),
      node("q", { x: 0, y: 200, faded: true, isNamed: false }),
    ],
    [
      ribbon("a", "b", { role: "link", text: "3 Projekte", hint: "…", strong: true }),
      ribbon("a", "q", { role: "link", text: "Partnerschaft", hint: "…", faded: true }),
    ],
  );
  const motion = new Motion();
  motion.setScene(path, null);
  styleScene(motion, null, { selection: NONE, focus: null, hover: null });
  const { labels, pills } = write({
    nodes: motion.nodes,
    edges: motion.edges,
    camera: { x: 0, y: 0, zoom: 1 },
    size: { width: 1200, height: 800 },
    mode: "auto",
    sizePx: 12,
    measure,
    light: null,
    restingLight: null,
    isPointed: false,
  });
  expect(labels.map(({ id, strong }) => ({ id, strong }))).toEqual([
    { id: "a", strong: true },
    { id: "b", strong: true },
  ]);
  expect(pills.map(({ text }) => text)).toEqual(["3 Projekte"]);
});
