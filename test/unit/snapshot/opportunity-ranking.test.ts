/** The order of group pairs, the choice of actor pairs, and which topics complement each other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../../server/snapshot/expectation.ts";
import {
  diverse,
  feasibilityOf,
  MOST_PER_ACTOR,
  type ScoredPair,
} from "../../../server/snapshot/opportunity-pairs.ts";
import { sizeClass } from "../../../server/snapshot/opportunity-population.ts";
import {
  mostSpecific,
  type PairFacts,
  rankPairs,
} from "../../../server/snapshot/opportunity-ranking.ts";
import {
  complementaryTopics,
  groupVector,
  sharedTopics,
  topicProximity,
} from "../../../server/snapshot/opportunity-topics.ts";
import { LIFTS } from "../../../server/snapshot/pair-scores.ts";
import { spaceOf } from "../../fixtures/occasions.ts";

const facts = (a: number, b: number, observed: number, expected: number): PairFacts => ({
  a,
  b,
  observed,
  expected,
  ...judge(observed, expected),
});

describe("rankPairs", () => {
  const pairs = [
    facts(0, 1, 0, 3),
    facts(0, 2, 2, 10),
    facts(1, 2, 9, 10),
    facts(1, 3, 0, 0.5),
    facts(2, 3, 0, 5),
  ];
  const even = { breadth: () => 2, feasibility: () => 0.5 };

  it("is gap × breadth × feasibility, without what is as expected or unknown", () => {
    const { ranked, total } = rankPairs(pairs, even, { limit: 9, sort: "missing" });
    expect(ranked.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [2, 3],
      [0, 1],
    ]);
    expect(total).toBe(3);
    expect(ranked[0]?.rank).toBeCloseTo(((10 * 8) / 18) * 0.5, 12);
  });

  it("shows by expectation what has nothing yet", () => {
    const { ranked } = rankPairs(pairs, even, { limit: 9, sort: "nothing-yet" });
    expect(ranked.map(({ a, b }) => [a, b])).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });

  it("drops what a single member carries", () => {
    const narrow = { ...even, breadth: ({ a }: PairFacts) => (a === 0 ? 1 : 1.5) };
    const { ranked } = rankPairs(pairs, narrow, { limit: 9, sort: "missing" });
    expect(ranked.map(({ a, b, rank }) => [a, b, rank])).toEqual([
      [2, 3, expect.closeTo((25 / 13) * 0.5 * 0.5, 12)],
    ]);
  });

  it("gives the same first ones whether or not it stops early", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const drawn = fc.array(
      fc.record({ expected: fc.double({ min: 1, max: 50, noNaN: true }), share }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 10 }), (list, limit) => {
        const all = list.map(({ expected }, i) => facts(i, i + 1, 0, expected));
        let asked = 0;
        const input = {
          breadth: () => 2,
          feasibility: ({ a }: PairFacts) => {
            asked += 1;
            return list[a]?.share ?? 0;
          },
        };
        const { ranked } = rankPairs(all, input, { limit, sort: "missing" });
        expect(asked).toBeLessThanOrEqual(list.length);
        const whole = rankPairs(all, input, { limit: list.length, sort: "missing" }).ranked;
        expect(ranked).toEqual(whole.slice(0, limit));
      }),
    );
  });
});

describe("mostSpecific", () => {
  it("drops a pair that one of nested groups says as well", () => {
    // 1 is nested in 0; 3 in 2.
    const inner = (place: number) => (place === 0 ? [0, 1] : place === 2 ? [2, 3] : [place]);
    const pairs = [
      { a: 0, b: 2, n: 10 },
      { a: 1, b: 2, n: 9 },
      { a: 1, b: 3, n: 4 },
      { a: 0, b: 4, n: 10 },
      { a: 1, b: 4, n: 5 },
    ];
    const kept = mostSpecific(pairs, ({ n }) => n, inner, 5);
    expect(kept.map(({ a, b }) => [a, b])).toEqual([
      [1, 2],
      [1, 3],
      [0, 4],
      [1, 4],
    ]);
  });
});

describe("pairs of actors", () => {
  const [top, high, , base] = LIFTS;
  const pair = (x: number, y: number, lift = base): ScoredPair => ({
    x,
    y,
    score: 0,
    lift: lift ?? { class: "base", share: 1, times: 1 },
  });

  it("show an actor at most three times", () => {
    const pairs = [pair(0, 1), pair(0, 2), pair(0, 3), pair(0, 4), pair(5, 6)];
    expect(diverse(pairs, 5, MOST_PER_ACTOR).map(({ y }) => y)).toEqual([1, 2, 3, 6]);
  });

  it("are feasible by the mean lift of the best five, missing ones counting nothing", () => {
    expect(feasibilityOf([pair(0, 1, top), pair(2, 3, high)])).toBeCloseTo((50 + 20) / 5 / 50, 12);
    expect(feasibilityOf([])).toBe(0);
  });
});

describe("topics of two groups", () => {
  // Actors 0, 1 work on topics 0 and 1; 2, 3 on 1 and 2; 4 on 3.
  const space = spaceOf([[0, 1], [0, 1], [1, 2], [1, 2], [3]], 4);

  it("shares what both have, and complements what the one has and the other is close to", () => {
    const shared = sharedTopics(groupVector(space, [0, 1]), groupVector(space, [2, 3]), 5);
    expect(shared).toEqual([1]);
    // φ(0,1) = 2/4, φ(1,2) = 2/4, φ(0,2) = 0: what is related to topic 2 is topic 1 alone.
    const proximity = topicProximity(space);
    expect([proximity[1], proximity[6], proximity[2]]).toEqual([0.5, 0.5, 0]);
    expect(complementaryTopics(proximity, [2, 2, 0, 0], [0, 2, 2, 1], 5)).toEqual([
      { topic: 2, density: 100 },
    ]);
  });
});

describe("sizeClass", () => {
  it("writes the classes as the reference population does", () => {
    const classes = (bounds: number[]) =>
      [0, 1, 2, 3, 5, 6, 10, 11].map((n) => sizeClass(n, bounds));
    expect(classes([1, 2, 5, 10])).toEqual(["1", "1", "2", "3-5", "3-5", "6-10", "6-10", ">10"]);
    expect(classes([2, 5, 10, 20])).toEqual(["2", "2", "2", "3-5", "3-5", "6-10", "6-10", "11-20"]);
  });
});
