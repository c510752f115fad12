import { expect, test } from "vitest";
import {
  LABEL_WIDTH_PX,
  type LabelLayoutOptions,
  type LabelRequest,
  layoutLabels,
} from "../../../../client/graph/label-layout.ts";
import { overlaps } from "../../../../client/graph/rectangle-grid.ts";
import { breakLines } from "../../../../client/graph/text-lines.ts";
import { measure, seeded } from "./fixtures.ts";

function request(id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest {
  return {
    id,
    x,
    y,
    r: 10,
    label: `Name ${id}`,
    short: null,
    rank: 2,
    weight: 1,
    forced: false,
    side: "below",
    container: false,
    inside: false,
    ...more,
  };
}

function layout(requests: LabelRequest[], more: Partial<LabelLayoutOptions> = {}) {
  return layoutLabels(requests, {
    width: 800,
    height: 600,
    sizePx: 12,
    measure,
    obstacles: requests.map(({ id, x, y, r }) => ({ id, x, y, r })),
    limit: Number.POSITIVE_INFINITY,
    ...more,
  });
}

test("a name breaks into two even lines at spaces and after hyphens, never within „e. V.“", () => {
  const width = LABEL_WIDTH_PX;
  expect(breakLines("Hub", width, measure)).toEqual(["Hub"]);
  expect(breakLines("Digital Hub Logistics Hamburg", width, measure)).toEqual([
    "Digital Hub",
    "Logistics Hamburg",
  ]);
  expect(breakLines("Innovations-Strategie", 100, measure)).toEqual(["Innovations-", "Strategie"]);
  expect(breakLines("Netzwerk Nord e. V. Kassel", width, measure)).toEqual([
    "Netzwerk Nord",
    "e. V. Kassel",
  ]);
  expect(breakLines("Unteilbareslangeswort", 60, measure)).toBeNull();
});

test("the name hangs below its disc, elsewhere where that is taken", () => {
  const { placed, hidden } = layout([
    request("a", 400, 300, { weight: 9 }),
    request("b", 400, 325, { weight: 5 }),
  ]);
  expect(hidden).toBe(0);
  // Below a lies disc b, so a's name goes on top.
  expect(placed.map(({ id, place }) => [id, place])).toEqual([
    ["a", "above"],
    ["b", "below"],
  ]);
});

test("where the name does not fit the alias from the data is written, and a name is never cut", () => {
  const long = "Gesellschaftsübergreifendezusammenarbeit";
  const { placed } = layout([request("a", 400, 300, { label: long, short: "GZA" })]);
  expect(placed[0]?.lines).toEqual(["GZA"]);
  const { placed: alone } = layout([request("a", 400, 300, { label: long, forced: true })]);
  expect(alone[0]?.lines).toEqual([long]);
});

test("large discs carry their name inside when it fits", () => {
  const { placed } = layout([request("a", 400, 300, { r: 80, inside: true })]);
  expect(placed[0]?.place).toBe("inside");
  const { placed: small } = layout([request("a", 400, 300, { r: 40, inside: true })]);
  expect(small[0]?.place).toBe("below");
});

test("in a crowd no name lies on another, the heaviest are shown, the rest is counted", () => {
  const random = seeded(11);
  const requests = Array.from({ length: 400 }, (_, i) =>
    request(`n${i}`, random() * 800, random() * 600, {
      r: 4 + random() * 12,
      label: `Organisation Nummer ${i}`,
      short: i % 2 ? `O${i}` : null,
      weight: i,
    }),
  );
  const { placed, hidden } = layout(requests);
  expect(placed.length + hidden).toBe(400);
  expect(hidden).toBeGreaterThan(100);
  expect(placed.length).toBeGreaterThan(40);
  for (const a of placed) for (const b of placed) if (a !== b) expect(overlaps(a, b)).toBe(false);
  expect(placed[0]?.id).toBe("n399");
});

test("what must be shown is shown, also where there is no room beside it", () => {
  const wall = Array.from({ length: 30 }, (_, i) => ({
    id: `w${i}`,
    x: 340 + (i % 6) * 24,
    y: 250 + Math.floor(i / 6) * 24,
    r: 14,
  }));
  const chosen = request("a", 400, 300);
  expect(layout([chosen], { obstacles: wall }).placed).toEqual([]);
  const { placed } = layout([{ ...chosen, forced: true }], { obstacles: wall });
  expect(placed[0]?.place).toBe("aside");
});

test("the limit holds for all but the forced ones", () => {
  const requests = Array.from({ length: 6 }, (_, i) =>
    request(`n${i}`, 100 + i * 120, 300, { forced: i === 5, weight: 6 - i }),
  );
  const { placed, hidden } = layout(requests, { limit: 2 });
  expect(placed.map(({ id }) => id)).toEqual(["n0", "n1", "n5"]);
  expect(hidden).toBe(3);
});

test("names stay where they were while the pointer moves", () => {
  const requests = [request("a", 400, 300), request("b", 400, 325, { weight: 2 })];
  const resting = layout(requests).placed;
  const pinned = new Map(resting.map((label) => [label.id, label]));
  // Under the pointer "b" comes first and would take a place of its own choice.
  const hovered = requests.map((one) => ({ ...one, rank: one.id === "b" ? 4 : 2 }));
  expect(new Set(layout(hovered, { pinned }).placed)).toEqual(new Set(resting));
});

test("what lies outside of the container is neither drawn nor counted", () => {
  expect(layout([request("a", -100, 300)])).toEqual({ placed: [], hidden: 0 });
});
