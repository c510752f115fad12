/** Measures of rankings and forecasts, with numbers worked by hand. */
import { describe, expect, it } from "vitest";
import {
  explainedDeviance,
  rankCorrelation,
  topShare,
  weightedSlope,
} from "../../bench/quality/forecast.ts";
import { louvain } from "../../bench/quality/louvain.ts";
import { areaUnderCurve } from "../../bench/quality/metrics.ts";
import {
  areaOf,
  averagePrecisionOf,
  descending,
  middleNinety,
  precisionAtOf,
  rankedHits,
  sortedBy,
  weightedAreaOf,
} from "../../bench/quality/ranking.ts";
import { Random } from "../../fixtures/random-graph.ts";

const numbers = (...values: number[]) => Float64Array.of(...values);

/** Best first: hit, miss, hit, miss, miss; misses weigh 1, 2, 3. */
function fiveInARow() {
  const scores = Float32Array.of(-1, 5, 2, 3, 0);
  const judged = {
    scores,
    hitOf: Uint32Array.of(0, 1, 2, 0, 0),
    weight: Float32Array.of(3, 9, 9, 1, 2),
  };
  return rankedHits(sortedBy(judged, descending(scores)), () => true);
}

describe("descending", () => {
  it("sorts numbers of both signs, equal ones by position", () => {
    const scores = Float32Array.of(0, -2, 3.5, -0.25, 3.5, 1e-9, -1e9);
    expect([...descending(scores)]).toEqual([2, 4, 5, 0, 3, 1, 6]);
  });

  it("agrees with a plain sort on random numbers", () => {
    const random = new Random(7);
    const scores = Float32Array.from({ length: 5_000 }, () => 1_000 * (random.next() - 0.5));
    const sorted = Array.from(descending(scores), (i) => scores[i]);
    expect(sorted).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe("rankedHits", () => {
  it("gives the area: of 6 pairs of hit and miss, 5 stand right", () => {
    expect(areaOf(fiveInARow())).toBeCloseTo(5 / 6, 12);
  });

  it("weighs misses: (6 + 5) of 2 · 6", () => {
    expect(weightedAreaOf(fiveInARow())).toBeCloseTo(11 / 12, 12);
  });

  it("gives average precision: mean of 1 and 2/3", () => {
    expect(averagePrecisionOf(fiveInARow())).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  it("weighs hits: a second hit of weight 2 has precision 3/4", () => {
    const value = averagePrecisionOf(fiveInARow(), (hit) => hit + 1);
    expect(value).toBeCloseTo((1 + 2 * (3 / 4)) / 3, 12);
  });

  it("gives precision at k, and of fewer positions than k that of all", () => {
    expect([1, 2, 3, 100].map((k) => precisionAtOf(fiveInARow(), k))).toEqual([
      1,
      1 / 2,
      2 / 3,
      2 / 5,
    ]);
  });

  it("puts equal scores at the same place", () => {
    const scores = new Float32Array(4).fill(1);
    const judged = { scores, hitOf: Uint32Array.of(1, 0, 0, 0), weight: new Float32Array(4) };
    const ranked = rankedHits(sortedBy(judged, descending(scores)), () => true);
    expect(areaOf(ranked)).toBe(0.5);
    expect(averagePrecisionOf(ranked)).toBe(0.25);
    expect(precisionAtOf(ranked, 2)).toBe(0.25);
  });

  it("agrees with the measure of single lists, also of a part of the positions", () => {
    const random = new Random(3);
    const scores = Float32Array.from({ length: 400 }, () => random.below(50));
    const isHit = Uint8Array.from(scores, () => (random.chance(0.2) ? 1 : 0));
    let hits = 0;
    const hitOf = Uint32Array.from(isHit, (hit) => (hit === 1 ? ++hits : 0));
    const judged = { scores, hitOf, weight: new Float32Array(400) };
    const isIn = (position: number) => position % 3 !== 0;
    const chosen = [...scores.keys()].filter(isIn);
    const expected = areaUnderCurve(
      Float64Array.from(chosen, (i) => scores[i] ?? 0),
      Uint8Array.from(chosen, (i) => isHit[i] ?? 0),
    );
    const order = descending(scores);
    const ranked = rankedHits(sortedBy(judged, order), (place) => isIn(order[place] ?? 0));
    expect(areaOf(ranked)).toBeCloseTo(expected, 12);
  });
});

describe("forecasts", () => {
  it("explain all when they are what came but for a factor, and nothing when all alike", () => {
    expect(explainedDeviance(numbers(1, 2, 3), numbers(2, 4, 6))).toBeCloseTo(1, 12);
    expect(explainedDeviance(numbers(5, 5, 5), numbers(2, 4, 6))).toBeCloseTo(0, 12);
  });

  it("have a deviance worked by hand: counts 0, 2 against 0.5, 1.5", () => {
    // 2·(0.5 + 2 ln(4/3) − 0.5) = 1.1507 against 2·(1 + 2 ln 2 − 1) = 2.7726.
    const value = explainedDeviance(numbers(1, 3), numbers(0, 2));
    expect(value).toBeCloseTo(1 - (2 * Math.log(4 / 3)) / (2 * Math.log(2)), 12);
  });

  it("correlate by rank, with means of equal ranks", () => {
    expect(rankCorrelation(numbers(1, 2, 3), numbers(10, 200, 3_000))).toBeCloseTo(1, 12);
    // Ranks 1.5, 1.5, 3 and 1, 2, 3: 1.5 / √(1.5 · 2).
    expect(rankCorrelation(numbers(1, 1, 2), numbers(1, 2, 3))).toBeCloseTo(1.5 / Math.sqrt(3), 12);
  });

  it("share their largest", () => {
    expect(topShare(numbers(9, 8, 1, 0), numbers(5, 0, 7, 1), 2)).toBe(0.5);
  });

  it("have a slope that follows the weights", () => {
    expect(weightedSlope(numbers(0, 1, 2), numbers(1, 3, 0), numbers(1, 1, 0))).toBeCloseTo(2, 12);
  });
});

describe("middleNinety", () => {
  it("leaves five in a hundred out on either side", () => {
    expect(middleNinety(Array.from({ length: 100 }, (_, i) => 99 - i))).toEqual([5, 95]);
  });
});

describe("louvain", () => {
  it("finds two triangles with one link between them: Q = 6/7 − 1/2", () => {
    const links = [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 4],
      [3, 5],
      [4, 5],
      [2, 3],
    ];
    const rows = Array.from({ length: 6 }, (_, node) =>
      links.flatMap(([a, b]) => (a === node ? [b ?? 0] : b === node ? [a ?? 0] : [])),
    );
    const offsets = new Uint32Array(7);
    rows.forEach((row, node) => {
      offsets[node + 1] = (offsets[node] ?? 0) + row.length;
    });
    const graph = { offsets, targets: Uint32Array.from(rows.flat()) };
    const { community, modularity } = louvain(graph, new Random(1));
    expect(modularity).toBeCloseTo(6 / 7 - 1 / 2, 12);
    expect(community[0]).toBe(community[2]);
    expect(community[3]).toBe(community[5]);
    expect(community[0]).not.toBe(community[3]);
  });
});
