/** Changes of a story: each a new one; order, copies, arrangements and names stay consistent whatever is done. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addScene,
  changeScene,
  duplicateScene,
  moveScene,
  moveScenes,
  removeScene,
  replaceActor,
  retakeScene,
} from "../../../../client/workshop/story-changes.ts";
import { type Story, story as storySchema } from "../../../../server/contract/stories.ts";
import { scene, storyOf } from "../../../fixtures/story.ts";

const ids = (story: Story) => story.scenes.map(({ id }) => id);
const three = storyOf([scene("a"), scene("b"), scene("c")]);
const places = (x: number) => ({ ids: ["sap"], x: [x], y: [0] });

describe("the order of scenes", () => {
  it("takes a new one at the end or after another", () => {
    const captured = { scene: scene("n"), arrangement: null };
    expect(ids(addScene(three, captured, null))).toEqual(["a", "b", "c", "n"]);
    expect(ids(addScene(three, captured, "a"))).toEqual(["a", "n", "b", "c"]);
    expect(ids(addScene(three, captured, "gone"))).toEqual(["a", "b", "c", "n"]);
    expect(ids(three)).toEqual(["a", "b", "c"]);
  });

  it("moves one to a place, and no further than the ends", () => {
    expect(ids(moveScene(three, "a", 2))).toEqual(["b", "c", "a"]);
    expect(ids(moveScene(three, "c", -4))).toEqual(["c", "a", "b"]);
    expect(moveScene(three, "a", 0)).toBe(three);
    expect(moveScene(three, "gone", 1)).toBe(three);
  });

  it("moves several before or after one, in their own order", () => {
    expect(ids(moveScenes(three, new Set(["c", "a"]), "b", true))).toEqual(["b", "a", "c"]);
    expect(ids(moveScenes(three, new Set(["c"]), "a", false))).toEqual(["c", "a", "b"]);
    expect(moveScenes(three, new Set(["a"]), "a", true)).toBe(three);
  });

  it("puts a copy after its original", () => {
    const copied = duplicateScene(three, "b", "b2");
    expect(ids(copied)).toEqual(["a", "b", "b2", "c"]);
    expect(copied.scenes[2]).toEqual({ ...copied.scenes[1], id: "b2" });
  });
});

describe("arrangements", () => {
  it("are kept once, and go with the last scene that stands for them", () => {
    let story = storyOf([]);
    for (const [id, x] of [
      ["a", 1],
      ["b", 1],
      ["c", 2],
    ] as const) {
      story = addScene(story, { scene: scene(id), arrangement: places(x) }, null);
    }
    expect(story.scenes.map(({ arrangement }) => arrangement)).toEqual([0, 0, 1]);
    story = removeScene(story, "a");
    expect(story.arrangements).toEqual([places(1), places(2)]);
    story = removeScene(story, "b");
    expect(story.arrangements).toEqual([places(2)]);
    expect(story.scenes.map(({ arrangement }) => arrangement)).toEqual([0]);
    story = retakeScene(story, "c", {
      scene: scene("other", { view: "?mode=table" }),
      arrangement: null,
    });
    expect(story.arrangements).toEqual([]);
    expect(story.scenes[0]).toMatchObject({ id: "c", view: "?mode=table", arrangement: null });
    expect(story.scenes[0]?.title).toEqual(scene("c").title);
  });
});

it("keeps a scene without its arrangement where a story has no room for it", () => {
  const large = (shift: number) => {
    const count = 15_000;
    const column = Array.from({ length: count }, (_, i) => i + shift);
    return { ids: column.map((i) => `organisation-${i}-of-many`), x: column, y: column };
  };
  let story = storyOf([]);
  for (const [id, shift] of [
    ["a", 0],
    ["b", 50_000],
    ["c", 90_000],
  ] as const) {
    story = addScene(story, { scene: scene(id), arrangement: large(shift) }, null);
  }
  expect(story.scenes.map(({ arrangement }) => arrangement)).toEqual([0, null, null]);
  const captured = { scene: scene("other"), arrangement: large(70_000) };
  expect(retakeScene(story, "b", captured).scenes[1]?.arrangement).toBeNull();
  expect(JSON.stringify(story).length).toBeLessThan(1_000_000);
});

describe("somebody else for one who is gone", () => {
  it("takes the place everywhere in the view, as a whole word", () => {
    const view = "?page=opportunities&pair=sap~sap-labs&groups=sap,tum&panel=cross-link:sap~x";
    const story = storyOf([
      scene("a", { view, names: [{ id: "sap", name: "SAP", nameEn: null }] }),
    ]);
    const other = { id: "sap-se", name: "SAP SE", nameEn: null };
    expect(replaceActor(story, "a", "sap", other).scenes[0]).toMatchObject({
      view: "?page=opportunities&pair=sap-se~sap-labs&groups=sap-se,tum&panel=cross-link:sap-se~x",
      names: [other],
    });
  });
});

it("any changes one after the other leave a story that can be kept", () => {
  const act = fc.record({
    kind: fc.constantFrom("add", "copy", "remove", "move", "retake", "title"),
    at: fc.nat(6),
    to: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let story = storyOf([]);
      let serial = 0;
      for (const { kind, at, to } of acts) {
        const id = story.scenes[at]?.id ?? "none";
        serial += 1;
        const captured = { scene: scene(`s${serial}`), arrangement: to > 3 ? null : places(to) };
        if (kind === "add") story = addScene(story, captured, id);
        else if (kind === "copy") story = duplicateScene(story, id, `s${serial}`);
        else if (kind === "remove") story = removeScene(story, id);
        else if (kind === "move") story = moveScene(story, id, to);
        else if (kind === "retake") story = retakeScene(story, id, captured);
        else story = changeScene(story, id, { title: { de: "Ü", en: "" } });
        expect(storySchema.safeParse(story).success).toBe(true);
      }
    }),
    { seed: 20_261_125, numRuns: 200 },
  );
});
