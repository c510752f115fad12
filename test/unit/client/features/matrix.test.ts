/** The matrix: order of its rows, colour steps, walking by keyboard. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixModel, passing } from "../../../../client/features/matrix/model.ts";
import { placeAfter } from "../../../../client/records/grid-walk.ts";
import { byFamily } from "../../../../client/records/group-order.ts";
import { rampSteps, shadeOf, stepOf } from "../../../../client/records/ramp.ts";
import { seriate } from "../../../../client/records/seriate.ts";
import { ref } from "./fixtures.ts";

const group = (id: string) => ({ ...ref(id, id, "hub"), short: null, size: 1 });

describe("seriate", () => {
  it("brings two interleaved blocks apart and puts rows without weight last", () => {
    // Rows 0, 2, 4 are linked with each other, so are 1, 3, 5; 6 with none.
    const size = 7;
    const weights = new Float64Array(size * size);
    for (let a = 0; a < 6; a += 1) {
      for (let b = 0; b < 6; b += 1) {
        if (a !== b && a % 2 === b % 2) weights[a * size + b] = 1;
      }
    }
    const order = seriate(weights, size);
    expect(order.slice(0, 3).map((row) => row % 2)).toEqual(
      order.slice(0, 3).map(() => (order[0] ?? 0) % 2),
    );
    expect(order.at(-1)).toBe(6);
  });

  it("is a permutation for every symmetric matrix, and the same each time", () => {
    const matrix = fc.integer({ min: 0, max: 9 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        values: fc.array(fc.nat(5), { minLength: size * size, maxLength: size * size }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ size, values }) => {
        const weights = new Float64Array(size * size);
        for (let a = 0; a < size; a += 1) {
          for (let b = 0; b < a; b += 1) {
            weights[a * size + b] = values[a * size + b] ?? 0;
            weights[b * size + a] = values[a * size + b] ?? 0;
          }
        }
        const order = seriate(weights, size);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
        expect(seriate(weights, size)).toEqual(order);
      }),
    );
  });
});

describe("byFamily", () => {
  const kin = (id: string, family: string | null, parent: string | null = null) => ({
    id,
    family,
    parent,
  });

  it("makes blocks, the largest first, nested groups after their parents, strangers last", () => {
    const groups = ["alone", "h1", "n1", "c1", "h2"].map(group);
    const order = byFamily(groups, [
      kin("alone", null),
      kin("h1", "hubs"),
      kin("n1", null, "h1"),
      kin("c1", "clusters"),
      kin("h2", "hubs"),
    ]);
    expect(order.map(({ id }) => id)).toEqual(["h1", "n1", "h2", "c1", "alone"]);
  });

  it("loses no group whose parent is not drawn", () => {
    expect(byFamily([group("n")], [kin("n", null, "elsewhere")])).toHaveLength(1);
  });
});

describe("matrixModel", () => {
  const result = {
    revision: 1,
    groups: ["a", "b", "c"].map(group),
    cells: [{ a: "a", b: "c", links: 2, projects: 5, shared: 1 }],
    expectations: { pairs: [], omitted: 0 },
    omitted: { groups: 0, cells: 0 },
  };

  it("finds a pair in either order and takes the maximum of the chosen evidence", () => {
    const model = matrixModel(result, "family", "projects", []);
    expect(model.max).toBe(5);
    expect(model.pair("c", "a")).toEqual({ links: 2, projects: 5, shared: 1 });
    expect(model.pair("a", "b")).toBeUndefined();
  });

  it("leaves out what the filters left empty, but never one that stands in a pair", () => {
    const sized = { ...result, groups: result.groups.map((one) => ({ ...one, size: 0 })) };
    expect(passing(sized).groups.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(passing(result).groups).toHaveLength(3);
  });

  it("puts linked groups side by side in the order by similarity", () => {
    const { groups } = matrixModel(result, "similarity", "all", []);
    expect(groups.map(({ id }) => id)).toEqual(["a", "c", "b"]);
  });
});

describe("rampSteps", () => {
  it("gives each small count its own step", () => {
    expect(rampSteps(0)).toEqual([]);
    expect(rampSteps(3)).toEqual([1, 2, 3]);
  });

  it("starts at one, ascends, ends within the largest count, and uses shades 1 to 5", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (max) => {
        const steps = rampSteps(max);
        expect(steps[0]).toBe(1);
        expect(steps.at(-1)).toBeLessThanOrEqual(max);
        for (const [index, from] of steps.entries()) {
          expect(stepOf(from, steps)).toBe(index + 1);
          expect(shadeOf(index + 1, steps)).toBeGreaterThanOrEqual(1);
          expect(shadeOf(index + 1, steps)).toBeLessThanOrEqual(5);
        }
        expect(shadeOf(stepOf(0, steps), steps)).toBe(0);
      }),
    );
  });
});

describe("placeAfter", () => {
  it("never leaves the grid", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.constantFrom(...keys), { maxLength: 60 }),
        fc.boolean(),
        (size, pressed, isControl) => {
          let place = { row: 0, column: 0 };
          for (const key of pressed) place = placeAfter(key, place, size, isControl) ?? place;
          expect(Math.min(place.row, place.column)).toBeGreaterThanOrEqual(0);
          expect(Math.max(place.row, place.column)).toBeLessThan(size);
        },
      ),
    );
  });

  it("goes along the row, with control to the corners, and ignores other keys", () => {
    const place = { row: 2, column: 3 };
    expect(placeAfter("ArrowDown", place, 9, false)).toEqual({ row: 3, column: 3 });
    expect(placeAfter("End", place, 9, false)).toEqual({ row: 2, column: 8 });
    expect(placeAfter("Home", place, 9, true)).toEqual({ row: 0, column: 0 });
    expect(placeAfter("a", place, 9, false)).toBeNull();
  });
});
