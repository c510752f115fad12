/** Expected joint projects: numbers worked by hand, and the fast way against the slow one on random data. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breadthFactor, breadthOf, effectiveNumber } from "../../../server/snapshot/breadth.ts";
import { rowsFrom } from "../../../server/snapshot/columns.ts";
import {
  type ExpectationTable,
  expectGroups,
  expectLinks,
  judge,
  ratioInterval,
} from "../../../server/snapshot/expectation.ts";
import { gammaQuantile, logGamma } from "../../../server/snapshot/opportunity-gamma.ts";
import {
  type Occasions,
  occasionsOfActors,
} from "../../../server/snapshot/opportunity-occasions.ts";
import { type OccasionText, occasionsOf } from "../../fixtures/occasions.ts";

const expectAll = (occasions: Occasions, groups: number[][]): ExpectationTable =>
  expectGroups(occasions, occasionsOfActors(occasions), rowsFrom(groups));

describe("expectGroups", () => {
  // Group A = {0, 1}, group B = {2, 3}. Stratum 0: of 10 projects A is in 3 and B in 2; stratum 1: of 4, 1 and 2.
  const projects: OccasionText[] = [
    { who: [0, 2], stratum: 0 },
    { who: [0, 1], stratum: 0 },
    { who: [1], stratum: 0 },
    { who: [3], stratum: 0 },
    { who: [1, 3], stratum: 1 },
    { who: [2, 3], stratum: 1 },
  ];

  it("adds K_A K_B / N over the strata, and the hypergeometric variances", () => {
    const table = expectAll(occasionsOf(4, projects, [10, 4]), [
      [0, 1],
      [2, 3],
    ]);
    expect(table.observed[1]).toBe(2);
    expect(table.expected[1]).toBeCloseTo((3 * 2) / 10 + (1 * 2) / 4, 12);
    const first = (3 * 7 * 2 * 8) / (10 * 10 * 9);
    const second = (1 * 3 * 2 * 2) / (4 * 4 * 3);
    expect(table.variance[1]).toBeCloseTo(first + second, 12);
    expect([...table.occasions]).toEqual([4, 4]);
  });

  it("takes members of both off both sides", () => {
    // Actor 1 belongs to both: what is left of A is in projects 0 and 1, of B in 0, 3, 4 and 5.
    const table = expectAll(occasionsOf(4, projects, [10, 4]), [
      [0, 1],
      [1, 2, 3],
    ]);
    expect(table.observed[1]).toBe(1);
    expect(table.expected[1]).toBeCloseTo((2 * 2) / 10, 12);
  });

  it("equals counting pair by pair, whoever belongs to both", () => {
    const ecosystem = fc.record({
      projects: fc.array(
        fc.record({
          who: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
          stratum: fc.nat(2),
        }),
        { minLength: 1, maxLength: 25 },
      ),
      groups: fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { minLength: 2, maxLength: 5 }),
    });
    fc.assert(
      fc.property(ecosystem, ({ projects: list, groups: drawn }) => {
        const groups = drawn.map((group) => group.sort((a, b) => a - b));
        const occasions = occasionsOf(10, list);
        const table = expectAll(occasions, groups);
        for (let a = 0; a < groups.length; a += 1) {
          for (let b = a + 1; b < groups.length; b += 1) {
            const cell = a * groups.length + b;
            const slow = countSlowly(list, occasions.population, groups[a] ?? [], groups[b] ?? []);
            expect(table.observed[cell]).toBe(slow.observed);
            expect(table.expected[cell]).toBeCloseTo(slow.expected, 10);
          }
        }
      }),
    );
  });

  it("does not move when an actor without projects joins", () => {
    const groups = [
      [0, 1],
      [2, 3],
    ];
    const before = expectAll(occasionsOf(4, projects, [10, 4]), groups);
    expect(expectAll(occasionsOf(5, projects, [10, 4]), groups)).toEqual(before);
  });
});

function countSlowly(
  list: readonly OccasionText[],
  population: Float64Array,
  a: readonly number[],
  b: readonly number[],
) {
  const onlyA = a.filter((actor) => !b.includes(actor));
  const onlyB = b.filter((actor) => !a.includes(actor));
  const isIn = (side: number[]) => (project: OccasionText) =>
    project.who.some((actor) => side.includes(actor));
  let expected = 0;
  population.forEach((n, s) => {
    const inStratum = list.filter(({ stratum = 0 }) => stratum === s);
    const [ka, kb] = [inStratum.filter(isIn(onlyA)).length, inStratum.filter(isIn(onlyB)).length];
    if (n > 0) expected += (ka * kb) / n;
  });
  return { observed: list.filter(isIn(onlyA)).filter(isIn(onlyB)).length, expected };
}

describe("judge", () => {
  it("shrinks the ratio and counts the gap cautiously", () => {
    const { ratio, gap, class: name } = judge(2, 10);
    expect(ratio).toBeCloseTo(10 / 18, 12);
    expect(gap).toBeCloseTo(10 * (1 - 10 / 18), 12);
    expect(name).toBe("clearly-less");
  });

  it.each([
    [0, 0.9, "too-little-data"],
    [0, 1, "somewhat-less"],
    [0, 2, "none-yet"],
    [4, 6, "somewhat-less"],
    [9, 10, "as-expected"],
    [12, 10, "as-expected"],
  ] as const)("%d recorded of %d expected is %s", (observed, expected, name) => {
    expect(judge(observed, expected).class).toBe(name);
  });

  it("misses nothing where more is recorded than expected", () => {
    expect(judge(12, 10).gap).toBe(0);
  });
});

describe("ratioInterval", () => {
  it("is the 5 % and 95 % quantile of Gamma(O + a, E + a)", () => {
    // With a = 1 and O = 0 it is the exponential distribution of rate E + 1.
    const [low, high] = ratioInterval(0, 3, 1);
    expect(low).toBeCloseTo(-Math.log(0.95) / 4, 12);
    expect(high).toBeCloseTo(-Math.log(0.05) / 4, 12);
  });

  it("knows ln Γ of whole numbers, and inverts far from them", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(gammaQuantile(0.5, 200, 1)).toBeCloseTo(199.667, 2);
  });
});

describe("expectLinks", () => {
  it("is K_A K_B / 2m, without actors of both", () => {
    // Links 0–2, 1–2, 0–3, 3–4: m = 4. A = {0, 1}, B = {2, 3}: K_A = 3, K_B = 4, two links 0–2 and 1–2, one 0–3.
    const links = { source: Uint32Array.of(0, 1, 0, 3), target: Uint32Array.of(2, 2, 3, 4) };
    const apart = expectLinks(
      links,
      5,
      rowsFrom([
        [0, 1],
        [2, 3],
      ]),
    );
    expect(apart.observed[1]).toBe(3);
    expect(apart.expected[1]).toBeCloseTo((3 * 4) / 8, 12);
    const shared = expectLinks(
      links,
      5,
      rowsFrom([
        [0, 1, 3],
        [2, 3],
      ]),
    );
    expect(shared.observed[1]).toBe(2);
    expect(shared.expected[1]).toBeCloseTo((3 * 2) / 8, 12);
  });

  it("expects nothing where there are no links", () => {
    const none = expectLinks(
      { source: new Uint32Array(), target: new Uint32Array() },
      2,
      rowsFrom([[0], [1]]),
    );
    expect(none.expected[1]).toBe(0);
  });
});

describe("breadth", () => {
  it("is the effective number of contributing members on the narrower side", () => {
    expect(effectiveNumber(Float64Array.of(1, 1, 1, 1))).toBe(4);
    expect(effectiveNumber(Float64Array.of(3, 1))).toBeCloseTo(16 / 10, 12);
    expect(effectiveNumber(Float64Array.of(0, 0))).toBe(0);
    // e of actor 0: three projects × 2/4, of actor 1: one; on the other side actor 2 carries all.
    const occasions = occasionsOf(4, [
      { who: [0, 2] },
      { who: [0, 1] },
      { who: [0] },
      { who: [2] },
    ]);
    const found = breadthOf(occasions, occasionsOfActors(occasions), [0, 1], [2, 3]);
    expect([...found.ofA]).toEqual([1.5, 0.5]);
    expect([...found.ofB]).toEqual([2, 0]);
    expect(found.breadth).toBe(1);
    expect([found.breadth, 1.4, 7].map(breadthFactor)).toEqual([0, expect.closeTo(0.4, 12), 1]);
  });
});
