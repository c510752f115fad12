import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/http/json.ts";

describe("JSON in slices", () => {
  it("equals JSON.stringify", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        expect((await toJson(value)).toString("utf8")).toBe(JSON.stringify(value));
      }),
      { seed: 11 },
    );
  });

  it("equals it for arrays of many slices and for what is not known", async () => {
    const value = {
      none: [],
      absent: undefined,
      deep: { columns: { id: Array.from({ length: 1_234 }, (_, index) => `a"${index}`) } },
      exact: Array.from({ length: 1_000 }, (_, index) => (index % 2 ? null : index)),
      empty: {},
    };
    expect((await toJson(value)).toString("utf8")).toBe(JSON.stringify(value));
  });

  it("stops when nobody waits any more", async () => {
    const value = { rows: Array.from({ length: 400_000 }, (_, index) => ({ index, text: "x" })) };
    await expect(toJson(value, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });

  it("lets other work run in between", async () => {
    const value = { rows: Array.from({ length: 400_000 }, (_, index) => ({ index, text: "x" })) };
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await toJson(value);
    isDone = true;
    expect(turns).toBeGreaterThan(3);
  });
});
