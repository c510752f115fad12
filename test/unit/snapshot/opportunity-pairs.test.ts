/** The search for the best pairs passes over most of them and must still find what looking at all of them finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  diverse,
  type ScoredPair,
  scorePairs,
} from "../../../server/snapshot/opportunity-pairs.ts";
import { DEFAULT_SETTINGS, PairModel } from "../../../server/snapshot/pair-scores.ts";
import { occasionsOf, pairColumnsOf, spaceOf } from "../../fixtures/occasions.ts";
import { Random } from "../../fixtures/random-graph.ts";

const SIZE = 160;
const [KEPT, MOST_KEPT_PER_ACTOR] = [60, 12];

/** Some actors without ties, some without topics or a place. */
function modelOf(seed: number, hubPenalty: number, isWeighted: boolean): PairModel {
  const random = new Random(seed);
  const projects = Array.from({ length: 150 }, () => ({
    who: Array.from({ length: 1 + random.below(6) }, () => Math.floor(random.next() ** 2 * SIZE)),
    parts: [random.below(4)],
    ageYears: random.next() * 5,
  }));
  const columns = pairColumnsOf(occasionsOf(SIZE, projects), {
    spaces: [
      spaceOf(
        Array.from({ length: SIZE }, (_, a) => (a % 5 === 0 ? [] : [random.below(6)])),
        6,
      ),
    ],
    places: Array.from(
      { length: SIZE - 20 },
      () => [47 + 8 * random.next(), 6 + 9 * random.next()] as const,
    ),
  });
  const { offsets } = columns.ties;
  const eligible = Uint8Array.from({ length: SIZE }, (_, a) =>
    (offsets[a + 1] ?? 0) > (offsets[a] ?? 0) ? 1 : 0,
  );
  return new PairModel(columns, eligible, { ...DEFAULT_SETTINGS, hubPenalty, isWeighted });
}

const seed = fc.integer({ min: 1, max: 1_000_000 });
const dial = fc.constantFrom(0, 0.25, 1);

describe("the best pairs", () => {
  it("are those of all pairs", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(seed, dial, fc.boolean(), (number, hubPenalty, isWeighted) => {
        const model = modelOf(number, hubPenalty, isWeighted);
        const random = new Random(number);
        const side = Array.from({ length: SIZE }, () => random.below(5));
        const actorsOn = (sides: number[]) =>
          Uint32Array.from(side.keys()).filter((actor) => sides.includes(side[actor] ?? 4));
        const [a, b] = [actorsOn([0, 1]), actorsOn([2, 3])];
        const isPartner = Uint8Array.from({ length: SIZE }, () => (random.below(10) > 0 ? 1 : 0));
        const excluded = Array.from({ length: SIZE }, () =>
          isPartner.map((may) => (may === 0 || random.below(8) === 0 ? 1 : 0)),
        );
        const excludedFor = (actor: number) => excluded[actor] ?? new Uint8Array(SIZE);
        const all: ScoredPair[] = [];
        const scores = new Float64Array(SIZE);
        for (const x of a) {
          if (isPartner[x] !== 1) continue;
          const open = b.filter((y) => excludedFor(x)[y] !== 1);
          model.score(x, open, scores);
          for (const y of open) {
            const score = scores[y] ?? 0;
            all.push({ x, y, score, lift: model.lift(score) });
          }
        }
        all.sort((one, two) => two.score - one.score || one.x - two.x || one.y - two.y);
        expect(scorePairs(model, a, b, isPartner, excludedFor)).toEqual(
          diverse(all, KEPT, MOST_KEPT_PER_ACTOR),
        );
      }),
      { numRuns: 12 },
    );
  });

  it("of one actor are the first of all, whatever the limit from below", () => {
    fc.assert(
      fc.property(seed, dial, fc.boolean(), (number, hubPenalty, isWeighted) => {
        const model = modelOf(number, hubPenalty, isWeighted);
        const everybody = Uint32Array.from({ length: SIZE }, (_, actor) => actor);
        const blocks = model.bounds.blocksOf(everybody);
        const scores = new Float64Array(SIZE);
        for (let x = number % 7; x < SIZE; x += 7) {
          const excluded = new Uint8Array(SIZE);
          excluded[x] = 1;
          model.score(
            x,
            everybody.filter((y) => y !== x),
            scores,
          );
          const all = [...everybody]
            .filter((y) => y !== x)
            .map((y) => ({ y, score: scores[y] ?? 0 }))
            .sort((one, two) => two.score - one.score || one.y - two.y);
          expect(model.best(x, blocks, excluded, 10)).toEqual(all.slice(0, 10));
          const least = all[4]?.score ?? 0;
          expect(model.best(x, blocks, excluded, 10, least)).toEqual(
            all.slice(0, 10).filter(({ score }) => score >= least),
          );
        }
      }),
      { numRuns: 6 },
    );
  });
});
