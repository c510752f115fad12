/** Pair scores: each term by hand, the sum of the model, and that nothing else moves them. */
import { describe, expect, it } from "vitest";
import type { PairTerm } from "../../../server/contract/opportunity-words.ts";
import { keyOf, samplePairs } from "../../../server/snapshot/opportunity-sample.ts";
import { PairTerms } from "../../../server/snapshot/opportunity-terms.ts";
import {
  DEFAULT_SETTINGS,
  DEFAULT_WEIGHTS,
  PairModel,
} from "../../../server/snapshot/pair-scores.ts";
import { edgesOf, occasionsOf, pairColumnsOf, spaceOf } from "../../fixtures/occasions.ts";
import { Random } from "../../fixtures/random-graph.ts";

const ONLY_Y = (y: number) => Uint32Array.of(y);

describe("terms of a pair", () => {
  // 0 – 1, 0 – 2, 1 – 3, 2 – 3, 2 – 4: between 0 and 3 the common partners 1 (degree 2) and 2 (degree 3).
  const square = edgesOf(6, [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
    [2, 4],
  ]);

  it("counts shared partners, rare ones more (RA), and partners of partners (L3)", () => {
    const terms = new PairTerms(pairColumnsOf(square), false);
    terms.fill(0, null);
    expect(terms.raw.ra[3]).toBeCloseTo(1 / 2 + 1 / 3, 12);
    expect(terms.raw.ra[4]).toBeCloseTo(1 / 3, 12);
    // 1 and 4: 1 – 0 – 2 – 4 and 1 – 3 – 2 – 4, with degrees 2 and 3.
    terms.fill(1, null);
    expect(terms.raw.l3[4]).toBeCloseTo(2 / Math.sqrt(2 * 3), 12);
  });

  it("gives the same for all as for some", () => {
    const columns = pairColumnsOf(square, {
      spaces: [spaceOf([[0], [0, 1], [1], [0, 2], [2], []], 3)],
      places: [
        [50, 8],
        [48, 11],
        [52, 13],
      ],
    });
    const [all, some] = [new PairTerms(columns, false), new PairTerms(columns, false)];
    for (let x = 0; x < 6; x += 1) {
      all.fill(x, null);
      for (let y = 0; y < 6; y += 1) {
        if (x === y) continue;
        some.fill(x, ONLY_Y(y));
        for (const term of ["ra", "l3", "expected", "topics", "distanceKm"] as const) {
          const value = all.raw[term][y] ?? 0;
          if (Number.isNaN(value)) expect(some.raw[term][y]).toBeNaN();
          else expect(some.raw[term][y]).toBeCloseTo(value, 12);
        }
      }
    }
  });

  it("expects Σ ñ_x ñ_y / Ñ within each part, every participation halved after 1.5 years", () => {
    const occasions = occasionsOf(3, [
      { who: [0], parts: [0] },
      { who: [0], parts: [0], ageYears: 1.5 },
      { who: [1], parts: [0] },
      { who: [1, 2], parts: [1], ageYears: 3 },
    ]);
    const terms = new PairTerms(pairColumnsOf(occasions), false);
    terms.fill(0, null);
    // Part 0: ñ_0 = 1.5, ñ_1 = 1, Ñ = 2.5. Actor 2 shares no part with 0.
    expect(terms.raw.expected[1]).toBeCloseTo((1.5 * 1) / 2.5, 12);
    expect(terms.raw.expected[2]).toBe(0);
    terms.fill(1, null);
    expect(terms.raw.expected[2]).toBeCloseTo((0.25 * 0.25) / 0.25, 12);
  });

  it("measures kilometres, and says what cannot be computed", () => {
    const columns = pairColumnsOf(square, {
      places: [
        [48.137, 11.575],
        [52.52, 13.405],
      ],
    });
    const terms = new PairTerms(columns, false);
    terms.fill(0, null);
    expect(terms.raw.distanceKm[1]).toBeGreaterThan(500);
    expect(terms.raw.distanceKm[1]).toBeLessThan(510);
    expect(terms.raw.distanceKm[2]).toBeNaN();
    expect(terms.raw.topics[1]).toBeNaN();
    expect(terms.raw.expected[5]).toBeNaN();
  });

  it("compares topics by the cosine of log(1 + n) · idf", () => {
    // Topic 0 of three of four actors, topic 1 of two: idf ln 4/3 and ln 2.
    const columns = pairColumnsOf(edgesOf(4, []), {
      spaces: [spaceOf([[0, 1], [0], [0, 1], [2]], 3)],
    });
    const terms = new PairTerms(columns, false);
    terms.fill(0, null);
    const [a, b] = [Math.log(4 / 3), Math.log(2)];
    expect(terms.raw.topics[1]).toBeCloseTo(a / Math.hypot(a, b), 12);
    expect(terms.raw.topics[2]).toBeCloseTo(1, 12);
    expect(terms.raw.topics[3]).toBe(0);
  });
});

describe("the score", () => {
  const seeded = new Random(7);
  const random = () => seeded.next();
  const size = 60;
  const projects = Array.from({ length: 90 }, () => ({
    who: Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      Math.floor(random() ** 2 * size),
    ),
    parts: [Math.floor(random() * 3)],
    ageYears: random() * 6,
  }));
  const topics = Array.from({ length: size }, () => [Math.floor(random() * 5)]);
  const places = Array.from({ length: size }, () => [47 + 8 * random(), 6 + 9 * random()] as const);
  const columnsOf = (extra: number) =>
    pairColumnsOf(occasionsOf(size + extra, projects), {
      spaces: [spaceOf([...topics, ...Array.from({ length: extra }, () => [])], 5)],
      places,
    });
  const columns = columnsOf(0);
  const eligible = (count: number) =>
    Uint8Array.from({ length: count }, (_, a) =>
      (columns.ties.offsets[a + 1] ?? 0) > (columns.ties.offsets[a] ?? 0) ? 1 : 0,
    );
  const scoresOf = (model: PairModel, x: number, count: number) => {
    const scores = new Float64Array(count);
    model.score(x, null, scores);
    return scores;
  };

  it("is the weighted sum of the z of its terms", () => {
    const model = new PairModel(columns, eligible(size));
    const scores = scoresOf(model, 3, size);
    for (const y of [9, 20, 41]) {
      const sum = model
        .explain(3, y)
        .reduce((total, { term, z }) => total + DEFAULT_WEIGHTS[term] * z, 0);
      expect(scores[y]).toBeCloseTo(sum, 12);
    }
  });

  it("has mean 0 and deviation 1 in every term over the unlinked pairs, all of them when there are few", () => {
    const model = new PairModel(columns, eligible(size));
    const z = new Map<PairTerm, number[]>();
    for (let x = 0; x < size; x += 1) {
      for (let y = x + 1; y < size; y += 1) {
        if (eligible(size)[x] !== 1 || eligible(size)[y] !== 1 || isTied(x, y)) continue;
        for (const { term, z: value } of model.explain(x, y)) {
          z.set(term, [...(z.get(term) ?? []), value]);
        }
      }
    }
    for (const values of z.values()) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      expect(mean).toBeCloseTo(0, 9);
      expect(square).toBeCloseTo(1, 9);
    }
  });

  const isTied = (x: number, y: number) =>
    columns.ties.targets.subarray(columns.ties.offsets[x], columns.ties.offsets[x + 1]).includes(y);

  it("counts a missing term as its mean", () => {
    const nowhere = { ...columns, lat: columns.lat.slice(), spaces: [] };
    nowhere.lat[3] = Number.NaN;
    const explained = new PairModel(nowhere, eligible(size)).explain(3, 9);
    expect(explained.filter(({ value }) => value === null).map(({ term }) => term)).toEqual([
      "topics",
      "distance",
    ]);
    expect(explained.filter(({ value }) => value === null).map(({ z }) => z)).toEqual([0, 0]);
  });

  it("is the same every time, and an unrelated actor moves nothing", () => {
    const model = new PairModel(columns, eligible(size));
    expect(scoresOf(new PairModel(columns, eligible(size)), 3, size)).toEqual(
      scoresOf(model, 3, size),
    );
    const one = columnsOf(1);
    const grown = new PairModel(one, Uint8Array.of(...eligible(size), 0));
    expect([...scoresOf(grown, 3, size + 1).subarray(0, size)]).toEqual([
      ...scoresOf(model, 3, size),
    ]);
    expect(grown.lift(2)).toEqual(model.lift(2));
  });

  it("is the same with another λ when the rest is taken from a model that is there", () => {
    const settings = { ...DEFAULT_SETTINGS, hubPenalty: 0.25 };
    const own = new PairModel(columns, eligible(size), settings);
    const like = new PairModel(columns, eligible(size));
    const taken = new PairModel(columns, eligible(size), settings, () => {}, like);
    expect(scoresOf(taken, 3, size)).toEqual(scoresOf(own, 3, size));
    for (const score of [-1, 0, 1, 2, 3]) expect(taken.lift(score)).toEqual(own.lift(score));
  });

  it("calls the best tenth raised and the rest base", () => {
    const model = new PairModel(columns, eligible(size));
    const classes = new Map<string, number>();
    let pairs = 0;
    for (let x = 0; x < size; x += 1) {
      const scores = scoresOf(model, x, size);
      for (let y = x + 1; y < size; y += 1) {
        if (eligible(size)[x] !== 1 || eligible(size)[y] !== 1 || isTied(x, y)) continue;
        pairs += 1;
        const { class: name } = model.lift(scores[y] ?? 0);
        classes.set(name, (classes.get(name) ?? 0) + 1);
      }
    }
    const base = classes.get("base") ?? 0;
    expect((pairs - base) / pairs).toBeGreaterThan(0.09);
    expect((pairs - base) / pairs).toBeLessThan(0.11);
  });

  it("puts well-connected pairs back when asked to", () => {
    const plain = new PairModel(columns, eligible(size));
    const less = new PairModel(columns, eligible(size), { ...DEFAULT_SETTINGS, hubPenalty: 1 });
    const degree = (a: number) =>
      (columns.ties.offsets[a + 1] ?? 0) - (columns.ties.offsets[a] ?? 0);
    const ranked = Array.from({ length: size }, (_, a) => a)
      .filter((a) => degree(a) > 0)
      .sort((a, b) => degree(b) - degree(a));
    const change = (x = 0, y = 0) =>
      (scoresOf(less, x, size)[y] ?? 0) - (scoresOf(plain, x, size)[y] ?? 0);
    expect(change(ranked[0], ranked[1])).toBeLessThan(0);
    expect(change(ranked.at(-1), ranked.at(-2))).toBeGreaterThan(0);
  });
});

describe("the sample of pairs", () => {
  const keys = Uint32Array.from({ length: 300 }, (_, a) =>
    keyOf(new TextEncoder().encode(`actor-${a}`)),
  );
  const everybody = new Uint8Array(300).fill(1);
  const asked = { sampleSize: 500, seed: 1 };

  it("has the asked size, no linked pair, and no pair twice", () => {
    const { x, y } = samplePairs(keys, everybody, asked, (a, b) => (a + b) % 7 === 0);
    const pairs = [...x].map((a, i) => `${a},${y[i]}`);
    expect(new Set(pairs).size).toBe(500);
    expect([...x].every((a, i) => (a + (y[i] ?? 0)) % 7 !== 0 && a < (y[i] ?? 0))).toBe(true);
  });

  it("depends on the ids alone: who joins changes only what it is in", () => {
    const named = (from: Uint32Array, count: number) => {
      const { x, y } = samplePairs(from, new Uint8Array(count).fill(1), asked, () => false);
      return new Set([...x].map((a, i) => [from[a], from[y[i] ?? 0]].sort().join()));
    };
    const before = named(keys, 300);
    // The newcomer comes first, so that everybody else gets another number.
    const key = keyOf(new TextEncoder().encode("newcomer"));
    const after = named(Uint32Array.of(key, ...keys), 301);
    const gone = [...before].filter((pair) => !after.has(pair));
    const come = [...after].filter((pair) => !before.has(pair));
    expect(come.length).toBe(gone.length);
    expect(come.length).toBeLessThan(15);
    expect(come.every((pair) => pair.split(",").includes(String(key)))).toBe(true);
  });

  it("changes with the seed", () => {
    const one = samplePairs(keys, everybody, asked, () => false);
    const two = samplePairs(keys, everybody, { ...asked, seed: 2 }, () => false);
    expect(two).not.toEqual(one);
  });
});
