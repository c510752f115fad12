/** Where a presentation stands: steps before scenes, ends that hold, black that any move ends. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FIRST_STATE,
  fitting,
  lastStep,
  moved,
  type ShowMove,
  type ShowState,
} from "../../../../client/workshop/show-state.ts";
import { scene, storyOf } from "../../../fixtures/story.ts";

const story = storyOf([
  scene("one"),
  scene("two", { steps: [["groups"], ["bridges"], ["missing"]] }),
  scene("three"),
]);
const placeOf = ({ scene: at, step }: ShowState) => [at, step];
const placeAfter = (...moves: ShowMove["to"][]) =>
  placeOf(moves.reduce((state, to) => moved(state, { to } as ShowMove, story), FIRST_STATE));

describe("moving", () => {
  it("goes through the steps of a scene before the next, and back the same way", () => {
    expect(placeAfter("next")).toEqual([1, 0]);
    expect(placeAfter("next", "next", "next")).toEqual([1, 2]);
    expect(placeAfter("next", "next", "next", "next")).toEqual([2, 0]);
    expect(placeAfter("last", "previous")).toEqual([1, 2]);
    expect(placeAfter("next", "previous")).toEqual([0, 0]);
  });

  it("stays at the ends", () => {
    expect(placeAfter("previous")).toEqual([0, 0]);
    expect(placeAfter("last", "next")).toEqual([2, 0]);
    expect(placeAfter("last", "first")).toEqual([0, 0]);
  });

  it("jumps to a scene by its number, at most to the last", () => {
    expect(placeOf(moved(FIRST_STATE, { to: "scene", scene: 1 }, story))).toEqual([1, 0]);
    expect(placeOf(moved(FIRST_STATE, { to: "scene", scene: 40 }, story))).toEqual([2, 0]);
    expect(placeOf(moved(FIRST_STATE, { to: "scene", scene: -1 }, story))).toEqual([0, 0]);
  });

  it("ends the black, which itself moves nothing", () => {
    const black = moved(FIRST_STATE, { to: "black" }, story);
    expect(black).toEqual({ ...FIRST_STATE, isBlack: true });
    expect(moved(black, { to: "black" }, story)).toEqual(FIRST_STATE);
    expect(moved(black, { to: "next" }, story).isBlack).toBe(false);
  });

  it("keeps the clock", () => {
    const started = moved(FIRST_STATE, { to: "start", atMs: 5 }, story);
    expect(moved(started, { to: "next" }, story).startedAtMs).toBe(5);
  });
});

it("never stands where nothing is, whatever story it is moved in", () => {
  const moves = fc.array(
    fc.oneof(
      fc.constantFrom<ShowMove>(
        { to: "next" },
        { to: "previous" },
        { to: "first" },
        { to: "last" },
        { to: "black" },
      ),
      fc.integer({ min: -5, max: 50 }).map((at): ShowMove => ({ to: "scene", scene: at })),
    ),
  );
  const stories = fc
    .array(fc.nat(3), { minLength: 1, maxLength: 6 })
    .map((steps) =>
      storyOf(steps.map((count, i) => scene(`s${i}`, { steps: Array(count).fill(["links"]) }))),
    );
  fc.assert(
    fc.property(stories, moves, fc.nat(9), fc.nat(9), (told, list, at, step) => {
      let state = fitting({ ...FIRST_STATE, scene: at, step }, told);
      for (const move of list) state = moved(state, move, told);
      expect(told.scenes[state.scene]).toBeDefined();
      expect(state.step).toBeLessThanOrEqual(lastStep(told, state.scene));
      expect(state.step).toBeGreaterThanOrEqual(0);
    }),
    { seed: 20_261_125 },
  );
});
