/** The small parts that questions share: cursors, near values, breathing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEachRow } from "../../../server/queries/breathe.ts";
import { InvalidRequest } from "../../../server/queries/context.ts";
import { readCursor, writeCursor } from "../../../server/queries/cursor.ts";
import { nearest } from "../../../server/queries/nearest.ts";

describe("cursor", () => {
  it("gives back the offset to the same question, in whatever order it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.string(), (offset, q) => {
        const cursor = writeCursor(offset, { q, year: 2019 });
        expect(readCursor(cursor, { year: 2019, q })).toBe(offset);
        expect(cursor).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it("is refused for another question and for any text that it is not", () => {
    const cursor = writeCursor(20, { q: "a" });
    expect(() => readCursor(cursor, { q: "b" })).toThrow(InvalidRequest);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text, { q: "a" })).toThrow(InvalidRequest);
      }),
    );
    expect(readCursor(undefined, { q: "a" })).toBe(0);
  });
});

describe("nearest", () => {
  it("finds what was meant, most alike first, at most three", () => {
    const states = ["Bayern", "Hessen", "Sachsen", "Thüringen", "Berlin", ""];
    expect(nearest("Hesse", states)[0]).toBe("Hessen");
    expect(nearest("thuringen", states)[0]).toBe("Thüringen");
    expect(nearest("zzz", states)).toHaveLength(3);
    expect(nearest("x", [])).toEqual([]);
  });
});

describe("forEachRow", () => {
  it("visits every row in order and lets others run in between", async () => {
    const rows: number[] = [];
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    await forEachRow(2_000, new AbortController().signal, (row) => {
      rows.push(row);
      const end = performance.now() + 0.02;
      while (performance.now() < end);
    });
    clearInterval(timer);
    expect(rows).toEqual(Array.from({ length: 2_000 }, (_, row) => row));
    expect(others).toBeGreaterThan(0);
  });

  it("stops at an abort", async () => {
    const controller = new AbortController();
    let last = -1;
    const work = forEachRow(1_000_000, controller.signal, (row) => {
      last = row;
      if (row === 1_000) controller.abort(new Error("gone"));
      const end = performance.now() + 0.02;
      while (performance.now() < end);
    });
    await expect(work).rejects.toThrow("gone");
    expect(last).toBeLessThan(10_000);
  });
});
