/** Arrow keys in the picture. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directionOf, nextPlace } from "../../../../client/graph-ui/walk.ts";

const middle = { id: "middle", x: 100, y: 100 };
const places = [
  middle,
  { id: "east", x: 160, y: 110 },
  { id: "far east", x: 260, y: 100 },
  { id: "south", x: 95, y: 150 },
  { id: "north-west", x: 60, y: 40 },
];

describe("walking the picture", () => {
  test("goes to the nearest place in the direction", () => {
    expect(nextPlace(places, middle, "right")?.id).toBe("east");
    expect(nextPlace(places, middle, "down")?.id).toBe("south");
    expect(nextPlace(places, middle, "up")?.id).toBe("north-west");
  });

  test("takes what lies ahead at all before giving up, and stops at the edge", () => {
    const far = { id: "aside", x: 110, y: 400 };
    expect(nextPlace([middle, far], middle, "right")?.id).toBe("aside");
    expect(nextPlace([middle], middle, "left")).toBeNull();
    expect(nextPlace(places, { id: "x", x: 999, y: 100 }, "right")).toBeNull();
  });

  test("only arrow keys are directions", () => {
    expect(directionOf("ArrowUp")).toBe("up");
    expect(directionOf("a")).toBeNull();
  });

  test("every step goes forward, so no walk in one direction turns in circles", () => {
    const coordinate = fc.integer({ min: 0, max: 1_000 });
    const place = fc.record({ id: fc.string(), x: coordinate, y: coordinate });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (all) => {
        const from = all[0];
        if (!from) return;
        const next = nextPlace(all, from, "right");
        if (next) expect(next.x).toBeGreaterThan(from.x);
        else expect(all.some((one) => one.id !== from.id && one.x > from.x)).toBe(false);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
