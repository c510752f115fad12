/**
 * Does a cheap path foretell a real collaboration, and does the best path avoid umbrellas? 150 sampled core actors who
 * find new partners, each against all core actors that it had not worked with on the day of the cut; means over the
 * sampled (protocol of the science report, section 5; all such actors instead of 150 give AUC .757 and .789 there too).
 */
import { waysFrom } from "../../../server/snapshot/distances-from.ts";
import { PathFinder } from "../../../server/snapshot/k-shortest-paths.ts";
import { at } from "../../../server/snapshot/snapshot.ts";
import { DEFAULT_PARAMETERS, type TieParameters } from "../../../server/snapshot/tie-model.ts";
import { TieReading } from "../../../server/snapshot/tie-reading.ts";
import { buildTieGraph, type TieGraph } from "../../../server/snapshot/ties.ts";
import { Random } from "../../fixtures/random-graph.ts";
import { type Timing, timingOf } from "../measure.ts";
import { degreeGraph, endShare, hopGraph } from "./baselines.ts";
import { type HorizonSplit, readSplit, type Split } from "./horizon-split.ts";
import { areaUnderCurve, intervalOf, mean, precisionAt } from "./metrics.ts";

const SAMPLED = 150;
const BEST = 10;
const TIMED_PAIRS = 400;
const SEED = 20261101;
const DRAWS = 1_000;
export const AS_SHIPPED = "our cost, as shipped";
/** The model whose numbers the gates were taken from. */
export const NOTHING_AGES = "same, nothing ages (the report's)";

export interface PathQuality {
  model: string;
  split: string;
  auc: number;
  precisionAt10: number;
  /** Nine in ten samples drawn from this one again lie between. */
  precisionInterval: [low: number, high: number];
  /** Share of best paths over a funder or an association. */
  umbrellaShare: number;
  /** Share of best paths over an occasion that is too large to be a tie. */
  largeOccasionShare: number;
  /** Pairs with a path. */
  paths: number;
}

export interface SplitQuality {
  split: Split;
  actors: number;
  ties: number;
  core: number;
  /** Unlinked pairs of core actors with one end in the sample, and how many of them come true. */
  pairs: number;
  baseRate: number;
  models: PathQuality[];
  /** One best path between two random core actors, milliseconds. */
  onePath: Timing;
}

interface Model {
  name: string;
  graph: TieGraph;
  /** Projects are merged into ties; one that is not is a stop. */
  isMerged?: boolean;
  /** Cost of an end that is no part of a path's own cost. */
  endCost?: (actor: number) => number;
}

/** Null where the data folder is missing. */
export function measurePaths(split: Split, say: (line: string) => void): SplitQuality | null {
  const known = readSplit(split, { funders: "dated", hasCountries: true });
  const undated = readSplit(split, { funders: "undated", hasCountries: true });
  if (!known || !undated) return null;
  const product = tieGraph(known, {});
  const raw = hopGraph(known.snapshot);
  const models: Model[] = [
    { name: AS_SHIPPED, graph: product, isMerged: true },
    { name: "same, funders without dates", graph: tieGraph(undated, {}), isMerged: true },
    {
      name: "same, projects halved in 2 years",
      graph: tieGraph(known, { projectHalfLifeYears: 2 }),
      isMerged: true,
    },
    { name: NOTHING_AGES, graph: ageless(undated), isMerged: true },
    { name: "hops", graph: raw },
    { name: "hops, umbrellas deleted", graph: hopGraph(known.snapshot, umbrellasOf(known)) },
    {
      name: "hops + ½ ln degree",
      graph: degreeGraph(raw),
      endCost: (actor) => endShare(raw, actor),
    },
  ];
  const sample = sampleOf(known);
  const qualities = models.map((model) => {
    const quality = evaluate(model, known, sample);
    say(`${split.name}: ${model.name}: P@10 ${quality.precisionAt10.toFixed(4)}`);
    return quality;
  });
  const organisations = [...Array(known.snapshot.actorCount).keys()].filter(
    (actor) => known.partners(actor).size > 0,
  );
  const hits = sample.flatMap((source) => {
    const later = known.laterPartners(source);
    return targetsOf(known, source).filter((target) => later.has(target));
  });
  const pairs = sample.reduce((sum, source) => sum + targetsOf(known, source).length, 0);
  return {
    split,
    actors: organisations.length,
    ties: organisations.reduce((sum, actor) => sum + known.partners(actor).size, 0) / 2,
    core: known.core.length,
    pairs,
    baseRate: hits.length / pairs,
    models: qualities,
    onePath: timePaths(product, known),
  };
}

function tieGraph(split: HorizonSplit, parameters: Partial<TieParameters>): TieGraph {
  const all = { ...DEFAULT_PARAMETERS, today: split.cutDay, ...parameters };
  return buildTieGraph(new TieReading(split.snapshot, all));
}

const ageless = (split: HorizonSplit) =>
  tieGraph(split, { projectHalfLifeYears: Number.POSITIVE_INFINITY });

function sampleOf(split: HorizonSplit): number[] {
  const random = new Random(SEED);
  const left = split.core.filter((source) => {
    const later = split.laterPartners(source);
    return targetsOf(split, source).some((target) => later.has(target));
  });
  return Array.from({ length: Math.min(SAMPLED, left.length) }, () =>
    at(left.splice(random.below(left.length), 1), 0),
  ).sort((a, b) => a - b);
}

function targetsOf({ core, partners }: HorizonSplit, source: number): number[] {
  const known = partners(source);
  return core.filter((actor) => actor !== source && !known.has(actor));
}

/** Funders and associations. */
function umbrellasOf({ snapshot }: HorizonSplit): Set<number> {
  const { source } = snapshot.data.links;
  const umbrellas = new Set<number>();
  for (let link = 0; link < snapshot.linkCount; link += 1) {
    const type = snapshot.linkType(link);
    if (type === "FUNDS" || type === "SUPPORTS") umbrellas.add(at(source, link));
  }
  return umbrellas;
}

function evaluate(model: Model, split: HorizonSplit, sample: readonly number[]): PathQuality {
  const { snapshot } = split;
  const umbrellas = umbrellasOf(split);
  const random = new Random(SEED);
  const curves: number[] = [];
  const precisions: number[] = [];
  let [paths, overUmbrella, overOccasion] = [0, 0, 0];
  for (const source of sample) {
    const { distances, before } = waysFrom(model.graph, source);
    const later = split.laterPartners(source);
    const ranked = targetsOf(split, source).map((target) => ({
      cost: at(distances, target) - (model.endCost?.(target) ?? 0),
      isHit: later.has(target),
      // Equal costs are in no order.
      lot: random.next(),
      target,
    }));
    for (const { cost, target } of ranked) {
      if (cost === Number.POSITIVE_INFINITY) continue;
      paths += 1;
      const way = wayTo(before, target, source);
      if (way.some((actor) => umbrellas.has(actor))) overUmbrella += 1;
      else if (model.isMerged && way.some((actor) => snapshot.isProject(actor))) overOccasion += 1;
    }
    curves.push(
      areaUnderCurve(
        Float64Array.from(ranked, ({ cost }) => -cost),
        Uint8Array.from(ranked, ({ isHit }) => (isHit ? 1 : 0)),
      ),
    );
    ranked.sort((a, b) => a.cost - b.cost || a.lot - b.lot);
    precisions.push(
      precisionAt(
        BEST,
        ranked.map(({ isHit }) => isHit),
      ),
    );
  }
  return {
    model: model.name,
    split: split.name,
    auc: mean(curves),
    precisionAt10: mean(precisions),
    precisionInterval: intervalOf(precisions, DRAWS, new Random(SEED)),
    umbrellaShare: overUmbrella / paths,
    largeOccasionShare: overOccasion / paths,
    paths,
  };
}

/** The actors between the two. */
function wayTo(before: Int32Array, target: number, source: number): number[] {
  const way: number[] = [];
  for (let node = at(before, target); node >= 0 && node !== source; node = at(before, node)) {
    way.push(node);
  }
  return way;
}

function timePaths(graph: TieGraph, { core }: HorizonSplit): Timing {
  const random = new Random(SEED);
  const finder = new PathFinder(graph);
  const durations: number[] = [];
  for (let pair = 0; pair < TIMED_PAIRS; pair += 1) {
    const [source, target] = [random.pick(core), random.pick(core)];
    if (source === target) continue;
    const start = performance.now();
    finder.find(source, target, 1);
    durations.push(performance.now() - start);
  }
  return timingOf(durations.slice(durations.length / 4));
}
