/** A changed question about paths, and which field a click in the picture fills. */
import { describe, expect, test } from "vitest";
import { waitingField } from "../../../../client/state/pick.ts";
import { changePaths, FIRST_PATHS, FIRST_VIEW, type View } from "../../../../client/state/view.ts";

describe("a changed question", () => {
  const looked = {
    ...FIRST_PATHS,
    from: "a",
    to: "b",
    chosen: ["a", "c", "b"],
    compared: ["a", "b"],
  };

  test("starts with its first answer", () => {
    expect(changePaths(looked, { notVia: ["c"] })).toEqual({
      ...looked,
      notVia: ["c"],
      chosen: [],
      compared: [],
    });
  });

  test("is the same one when its answers are looked at in another way", () => {
    expect(changePaths(looked, { isAlone: false })).toEqual({ ...looked, isAlone: false });
    expect(changePaths(looked, { compared: [] })).toEqual({ ...looked, compared: [] });
  });
});

describe("the field that waits for a click", () => {
  const view = (paths: Partial<typeof FIRST_PATHS>): View => ({
    ...FIRST_VIEW,
    page: "paths",
    paths: { ...FIRST_PATHS, ...paths },
  });

  test("none outside the page", () => {
    expect(waitingField(FIRST_VIEW, "to")).toBeNull();
  });

  test("the empty one, the first before the second", () => {
    expect(waitingField(view({}), null)).toBe("from");
    expect(waitingField(view({ from: "a" }), null)).toBe("to");
    expect(waitingField(view({ from: "a", to: "b" }), null)).toBeNull();
  });

  test("the one that asked for it, of the task at hand", () => {
    expect(waitingField(view({ from: "a", to: "b" }), "from")).toBe("from");
    expect(waitingField(view({ from: "a", to: "b" }), "ids")).toBeNull();
    expect(waitingField(view({ task: "connect", ids: ["a", "b"] }), "from")).toBeNull();
  });

  test("of several to join until there are two, then on request", () => {
    expect(waitingField(view({ task: "connect", ids: ["a"] }), null)).toBe("ids");
    expect(waitingField(view({ task: "connect", ids: ["a", "b"] }), null)).toBeNull();
    expect(waitingField(view({ task: "connect", ids: ["a", "b"] }), "ids")).toBe("ids");
  });
});
