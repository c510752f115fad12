/**
 * Which pairs become partners? All unlinked pairs of core actors, ranked by the product's score and by simple indices,
 * against joint projects that start later; also among pairs across countries, topics, communities, and without any
 * common partner (protocol of the science report, section 5).
 */
import { f64, u8, u32 } from "../../../server/snapshot/cells.ts";
import { at, type Rows, row } from "../../../server/snapshot/snapshot.ts";
import { Random } from "../../fixtures/random-graph.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";
import { dominantTopics } from "./dominant-topics.ts";
import { louvain } from "./louvain.ts";
import { mean } from "./metrics.ts";
import {
  coreModel,
  INDICES,
  OURS,
  type PairIndex,
  type PairScores,
  pairScores,
} from "./pair-scores-of.ts";
import {
  areaOf,
  averagePrecisionOf,
  descending,
  middleNinety,
  precisionAtOf,
  type RankedHits,
  rankedHits,
  sortedBy,
  weightedAreaOf,
} from "./ranking.ts";

export const SUBSETS = [
  "all",
  "other country",
  "other topic",
  "other community",
  "all three differ",
  "no common partner",
] as const;
export type Subset = (typeof SUBSETS)[number];
const SEED = 20261101;

export interface PairMeasures {
  auc: number;
  /** Misses drawn by the product of their degrees. */
  dcAuc: number;
  averagePrecision: number;
  precisionAt100: number;
  precisionAt1000: number;
}

export interface SubsetQuality {
  subset: Subset;
  pairs: number;
  hits: number;
  indices: Record<PairIndex, PairMeasures>;
}

export interface Intervals {
  auc: [number, number];
  dcAuc: [number, number];
  averagePrecision: [number, number];
}

export interface PairQuality {
  split: string;
  actors: number;
  ties: number;
  core: number;
  modularity: number;
  subsets: SubsetQuality[];
  /** Mean over core actors who find new partners. */
  precisionAt10: Record<PairIndex, number>;
  /** Of our score, by subset: block bootstrap over the later projects. */
  intervals: Partial<Record<Subset, Intervals>>;
  /** Our average precision over all pairs, once for each draw. */
  drawn: number[];
  /** Our average precision over that of another index − 1, paired draws. */
  gain: { over: PairIndex; value: number; interval: [number, number] }[];
}

export interface PairOptions {
  /** Only pairs of every so-many-th core actor with all others. */
  every?: number;
  draws?: number;
  /** "all" has to be first. */
  subsets?: readonly Subset[];
}

export function measurePairs(
  ecosystem: CutEcosystem,
  { every = 1, draws = 200, subsets: wanted = SUBSETS }: PairOptions = {},
): PairQuality {
  const { columns, core, later } = ecosystem;
  const scored = pairScores(ecosystem, coreModel(ecosystem), every);
  const truth = truthOf(ecosystem, scored);
  const marks = subsetMarks(ecosystem, scored);
  const projectCount = later.participants.offsets.length - 1;
  const bootstrap = new Bootstrap(truth.projects, projectCount, draws);
  const subsets = wanted.map(
    (subset): SubsetQuality => ({
      subset,
      pairs: countIn(marks.of, subset),
      hits: countIn(marks.of, subset, truth.hitOf),
      indices: {} as Record<PairIndex, PairMeasures>,
    }),
  );
  const intervals: PairQuality["intervals"] = {};
  const drawn = {} as Record<PairIndex, number[]>;
  for (const index of INDICES) {
    const scores = scored.scores[index];
    const order = descending(scores);
    const judged = sortedBy({ scores, hitOf: truth.hitOf, weight: scored.degreeProduct }, order);
    const marksInOrder = Uint8Array.from(order, (position) => u8(marks.of, position));
    for (const quality of subsets) {
      const ranked = NEEDED[quality.subset].map((needed) =>
        rankedHits(judged, (place) => (u8(marksInOrder, place) & needed) === needed),
      );
      quality.indices[index] = meanOf(ranked.map(measuresOf));
      if (index === OURS) intervals[quality.subset] = bootstrap.intervals(ranked);
      if (quality.subset === "all") drawn[index] = bootstrap.draw(ranked, averagePrecisionOf);
    }
  }
  const all = subsets[0] as SubsetQuality;
  const averagePrecision = (index: PairIndex) => all.indices[index].averagePrecision;
  return {
    split: ecosystem.name,
    actors: columns.occasions.actorCount - columns.occasions.size.length,
    ties: columns.ties.targets.length / 2,
    core: core.length,
    modularity: marks.modularity,
    subsets,
    precisionAt10: precisionPerActor(ecosystem, scored),
    intervals,
    drawn: drawn[OURS],
    gain: (["Adamic-Adar", "resource allocation"] as const).map((over) => ({
      over,
      value: averagePrecision(OURS) / averagePrecision(over) - 1,
      interval: middleNinety(drawn[OURS].map((value, draw) => value / at(drawn[over], draw) - 1)),
    })),
  };
}

function meanOf(measures: readonly PairMeasures[]): PairMeasures {
  const each = (name: keyof PairMeasures) => mean(measures.map((one) => one[name]));
  return {
    auc: each("auc"),
    dcAuc: each("dcAuc"),
    averagePrecision: each("averagePrecision"),
    precisionAt100: each("precisionAt100"),
    precisionAt1000: each("precisionAt1000"),
  };
}

export function measuresOf(ranked: RankedHits): PairMeasures {
  return {
    auc: areaOf(ranked),
    dcAuc: weightedAreaOf(ranked),
    averagePrecision: averagePrecisionOf(ranked),
    precisionAt100: precisionAtOf(ranked, 100),
    precisionAt1000: precisionAtOf(ranked, 1_000),
  };
}

interface Truth {
  hitOf: Uint32Array;
  /** Row h: the later projects of hit h. */
  projects: number[][];
}

export function truthOf({ later, columns }: CutEcosystem, { x, y }: PairScores): Truth {
  const partners = laterPartners(later.participants, columns.pairs.actorCount);
  const hitOf = new Uint32Array(x.length);
  const projects: number[][] = [];
  for (let position = 0; position < x.length; position += 1) {
    const joint = partners(u32(x, position)).get(u32(y, position));
    if (!joint) continue;
    projects.push(joint);
    hitOf[position] = projects.length;
  }
  return { hitOf, projects };
}

/** Partners in later projects and which; kept for the actor that was asked for last. */
export function laterPartners(
  participants: Rows,
  actorCount: number,
): (actor: number) => Map<number, number[]> {
  const ofActor: number[][] = Array.from({ length: actorCount }, () => []);
  for (let p = 0; p + 1 < participants.offsets.length; p += 1) {
    for (const actor of row(participants, p)) ofActor[actor]?.push(p);
  }
  let last = -1;
  let found = new Map<number, number[]>();
  return (actor) => {
    if (actor === last) return found;
    last = actor;
    found = new Map();
    for (const p of ofActor[actor] ?? []) {
      for (const other of row(participants, p)) {
        if (other === actor) continue;
        const joint = found.get(other);
        if (joint) joint.push(p);
        else found.set(other, [p]);
      }
    }
    return found;
  };
}

const [COUNTRY, TOPIC, NO_COMMON] = [1, 2, 4] as const;
/** Louvain gives another partition for each order of visits: measures are means over so many. One bit each. */
const PARTITIONS = 5;
const COMMUNITIES = Array.from({ length: PARTITIONS }, (_, i) => 8 << i);
/** Bits that have to be set; several where a measure is a mean. */
const NEEDED: Record<Subset, readonly number[]> = {
  all: [0],
  "other country": [COUNTRY],
  "other topic": [TOPIC],
  "other community": COMMUNITIES,
  "all three differ": COMMUNITIES.map((community) => COUNTRY | TOPIC | community),
  "no common partner": [NO_COMMON],
};

/** By position: in what the two differ, as bits. */
function subsetMarks({ columns, country }: CutEcosystem, scored: PairScores) {
  const topic = dominantTopics(columns);
  const partitions = COMMUNITIES.map((_, i) => louvain(columns.ties, new Random(SEED + i)));
  const of = Uint8Array.from(scored.x, (x, position) => {
    const y = u32(scored.y, position);
    let mark =
      (country[x] === country[y] ? 0 : COUNTRY) |
      (topic[x] === topic[y] ? 0 : TOPIC) |
      (scored.hasCommon[position] === 1 ? 0 : NO_COMMON);
    partitions.forEach(({ community }, i) => {
      if (community[x] !== community[y]) mark |= at(COMMUNITIES, i);
    });
    return mark;
  });
  return { of, modularity: mean(partitions.map(({ modularity }) => modularity)) };
}

function countIn(marks: Uint8Array, subset: Subset, hitOf?: Uint32Array): number {
  const counts = NEEDED[subset].map((needed) => {
    let count = 0;
    for (let position = 0; position < marks.length; position += 1) {
      if ((u8(marks, position) & needed) !== needed) continue;
      if (hitOf?.[position] !== 0) count += 1;
    }
    return count;
  });
  return Math.round(mean(counts));
}

function precisionPerActor(ecosystem: CutEcosystem, { best, sampled }: PairScores) {
  const { later, columns, core } = ecosystem;
  const partners = laterPartners(later.participants, columns.pairs.actorCount);
  const isCore = new Uint8Array(columns.pairs.actorCount);
  for (const actor of core) isCore[actor] = 1;
  const { offsets, targets } = columns.ties;
  const sums = Object.fromEntries(INDICES.map((index) => [index, 0])) as Record<PairIndex, number>;
  let actors = 0;
  sampled.forEach((actor, place) => {
    const known = new Set(targets.subarray(offsets[actor], offsets[actor + 1]));
    const found = partners(actor);
    if (![...found.keys()].some((other) => isCore[other] === 1 && !known.has(other))) return;
    actors += 1;
    for (const index of INDICES) {
      for (const other of best[index].subarray(place * 10, place * 10 + 10)) {
        if (found.has(other)) sums[index] += 1 / 10;
      }
    }
  });
  return Object.fromEntries(INDICES.map((index) => [index, sums[index] / actors])) as typeof sums;
}

/**
 * Later projects drawn again with replacement; a pair weighs as much as its projects were drawn on average, so that
 * pairs of one project come and go together.
 */
class Bootstrap {
  readonly #weights: Float64Array[];

  constructor(projects: readonly (readonly number[])[], projectCount: number, draws: number) {
    const random = new Random(SEED);
    this.#weights = Array.from({ length: draws }, () => {
      const times = new Float64Array(projectCount);
      for (let i = 0; i < projectCount; i += 1) {
        const p = random.below(projectCount);
        times[p] = f64(times, p) + 1;
      }
      return Float64Array.from(
        projects,
        (own) => own.reduce((sum, p) => sum + f64(times, p), 0) / own.length,
      );
    });
  }

  /** A measure once for each draw; the mean where there are several rankings. */
  draw(rankings: readonly RankedHits[], measure: typeof areaOf): number[] {
    return this.#weights.map((weights) =>
      mean(rankings.map((ranked) => measure(ranked, (hit) => f64(weights, hit)))),
    );
  }

  intervals(rankings: readonly RankedHits[]): Intervals {
    return {
      auc: middleNinety(this.draw(rankings, areaOf)),
      dcAuc: middleNinety(this.draw(rankings, weightedAreaOf)),
      averagePrecision: middleNinety(this.draw(rankings, averagePrecisionOf)),
    };
  }
}
