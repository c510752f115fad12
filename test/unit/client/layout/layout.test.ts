import { expect, test } from "vitest";
import { columnsOf, createLayoutDriver } from "../../../../client/layout/driver.ts";
import { type LayoutGraph, layOut, stepsFor } from "../../../../client/layout/kernel.ts";
import { takeApart } from "../../../../client/layout/take-apart.ts";
import { seeded } from "../graph/fixtures.ts";

/** Clusters of ten, each a ring, chained one to the next; all start on few places. */
function clusters(count: number, seed = 1): LayoutGraph {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, (_, row) => row);
  const links = rows.flatMap((row) => {
    const first = row - (row % 10);
    const ring: [number, number][] = [[row, first + ((row + 1) % 10)]];
    return row % 10 === 0 && row > 0 ? [...ring, [row, row - 10] as [number, number]] : ring;
  });
  const within = links.filter(([a, b]) => a < count && b < count && a !== b);
  return {
    ids: rows.map((row) => `n${row}`),
    x: rows.map(() => Math.round(random() * 4) * 10),
    y: rows.map(() => Math.round(random() * 4) * 10),
    r: rows.map((row) => 4 + ((row * 7) % 10)),
    source: within.map(([a]) => a),
    target: within.map(([, b]) => b),
    weight: within.map(() => 1),
  };
}

function run(graph: LayoutGraph) {
  const columns = columnsOf(graph, new Map());
  const shares = [...layOut(columns)];
  return { columns, shares };
}

function overlapsIn({ x, y, r }: { x: Float64Array; y: Float64Array; r: Float32Array }): number {
  let count = 0;
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
      if (distance < (r[a] ?? 0) + (r[b] ?? 0)) count++;
    }
  }
  return count;
}

test("the same graph gives the same picture, with real places and no overlaps", () => {
  const first = run(clusters(150));
  expect(first.columns.x.every(Number.isFinite)).toBe(true);
  expect(first.columns.y.every(Number.isFinite)).toBe(true);
  expect(overlapsIn(first.columns)).toBe(0);
  expect(run(clusters(150)).columns.x).toEqual(first.columns.x);
  expect(first.shares.length).toBeGreaterThan(10);
  expect(Math.max(...first.shares)).toBeLessThanOrEqual(1);
});

test("linked actors come to lie near each other", () => {
  const graph = clusters(100);
  const { columns } = run(graph);
  const mean = (pairs: [number, number][]) =>
    pairs.reduce(
      (sum, [a, b]) =>
        sum +
        Math.hypot(
          (columns.x[a] ?? 0) - (columns.x[b] ?? 0),
          (columns.y[a] ?? 0) - (columns.y[b] ?? 0),
        ),
      0,
    ) / pairs.length;
  const linked = graph.source.map((a, row): [number, number] => [a, graph.target[row] ?? 0]);
  const any = graph.source.map((a): [number, number] => [a, (a + 50) % 100]);
  expect(mean(linked)).toBeLessThan(mean(any) / 2);
});

test("a graph of one, of none, and of two in one place", () => {
  expect(run(clusters(0)).columns.x).toHaveLength(0);
  expect(run(clusters(1)).columns.x.every(Number.isFinite)).toBe(true);
  const two = { ...clusters(2), x: [5, 5], y: [5, 5] };
  expect(overlapsIn(run(two).columns)).toBe(0);
});

test("forces by regions are used and hold for large graphs", { timeout: 60_000 }, () => {
  const { columns } = run(clusters(1_000));
  expect(columns.x.every(Number.isFinite)).toBe(true);
  expect(overlapsIn(columns)).toBe(0);
  expect(stepsFor(5_000)).toBe(100);
  expect(stepsFor(10)).toBe(400);
});

test("discs are taken apart around those that are fixed", () => {
  const columns = {
    x: Float64Array.from([0, 5, 9, 9]),
    y: Float64Array.from([0, 0, 0, 0]),
    r: Float32Array.from([10, 10, 10, 10]),
    fixed: Uint8Array.from([1, 0, 0, 0]),
  };
  for (const share of takeApart(columns, 2)) expect(share).toBeLessThan(1);
  expect(overlapsIn(columns)).toBe(0);
  expect([columns.x[0], columns.y[0]]).toEqual([0, 0]);
});

test("who stays keeps its place, who comes back too, and only who is new is laid out", async () => {
  const driver = createLayoutDriver(null);
  const whole = clusters(60);
  const few = clusters(40);
  const first = await driver.run(few);
  const second = await driver.run(whole);
  for (const id of few.ids) expect(second.get(id)).toEqual(first.get(id));
  const places = whole.ids.map((id) => second.get(id) ?? { x: Number.NaN, y: Number.NaN });
  const columns = {
    x: Float64Array.from(places, ({ x }) => x),
    y: Float64Array.from(places, ({ y }) => y),
    r: Float32Array.from(whole.r),
  };
  expect(overlapsIn(columns)).toBe(0);
  const third = await driver.run(few);
  expect(third).toEqual(first);
  expect(driver.places().size).toBe(60);
  driver.reset();
  expect(driver.places().size).toBe(0);
});

test("who is new starts amid its neighbours", () => {
  const graph = { ...clusters(3), source: [2, 2], target: [0, 1], weight: [1, 1] };
  const known = new Map([
    ["n0", { x: 100, y: 0 }],
    ["n1", { x: 200, y: 40 }],
  ]);
  const { x, y, fixed } = columnsOf(graph, known);
  expect([x[2], y[2]]).toEqual([150, 20]);
  expect([...fixed]).toEqual([1, 1, 0]);
});

test("a run is cancelled by its signal and by the next run, and the next one is whole", async () => {
  const driver = createLayoutDriver(null);
  const cancelled = driver.run(clusters(600));
  const kept = driver.run(clusters(30));
  await expect(cancelled).rejects.toThrow("The layout was cancelled");
  expect((await kept).size).toBe(30);
  const controller = new AbortController();
  const stopped = driver.run(clusters(600), {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error("no longer wanted")),
  });
  await expect(stopped).rejects.toThrow("no longer wanted");
});
