/**
 * Which groups will work together? The product's expectation of joint projects between country × topic groups, shrunk
 * toward what was observed, against the joint projects of the time that follows; and whether the shrunk ratio of
 * under-connected groups is what the next time shows.
 */
import { f64, u32 } from "../../../server/snapshot/cells.ts";
import { rowsFrom } from "../../../server/snapshot/columns.ts";
import {
  ENOUGH_EXPECTED,
  type ExpectationTable,
  expectGroups,
  judge,
} from "../../../server/snapshot/expectation.ts";
import { opportunityColumns } from "../../../server/snapshot/opportunity-columns.ts";
import { type Rows, row } from "../../../server/snapshot/snapshot.ts";
import { snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { Random } from "../../fixtures/random-graph.ts";
import { countryTopicGroups } from "./country-topic-groups.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";
import {
  drawnDeviance,
  explainedDeviance,
  rankCorrelation,
  topShare,
  weightedSlope,
} from "./forecast.ts";
import { middleNinety } from "./ranking.ts";

/** Pairs of which less is expected say nothing. */
const LEAST_EXPECTED = 0.05;
const UNDER_CONNECTED = 0.7;
const TOP = 50;
const SEED = 20261101;
export const SHRUNK = "E·(O+8)/(E+8), ours";

export interface ForecastQuality {
  forecast: string;
  /** Share of the Poisson deviance that the forecast explains, scaled to the sum of what came. */
  explained: number;
  rankCorrelation: number;
  /** Of the 50 pairs with most joint projects, how many are among the 50 first of the forecast. */
  top50: number;
}

export interface Calibration {
  pairs: number;
  /** Recorded ratio, what shrinking makes of it, and what the next time shows; weighted by what was expected then. */
  recorded: number;
  shrunk: number;
  next: number;
}

export interface GroupQuality {
  split: string;
  groups: number;
  pairs: number;
  forecasts: ForecastQuality[];
  /** Of ours: pairs drawn again for D², later projects for the 50 first. */
  intervals: { explained: [number, number]; top50: [number, number] };
  /** Of the next ratio on the shrunk one, among pairs with E ≥ 1: 1 = neither too bold nor too cautious. */
  slope: number;
  underConnected: Calibration;
}

export function measureGroups(ecosystem: CutEcosystem, draws = 200): GroupQuality {
  const { columns, later } = ecosystem;
  const { members } = countryTopicGroups(ecosystem);
  const known = expectGroups(columns.occasions, columns.ofActor, members);
  const plain = expectGroups(withoutStrata(ecosystem), columns.ofActor, members);
  const next = nextTable(ecosystem, members);
  const cells = Uint32Array.from(known.expected.keys()).filter(
    (cell) => f64(known.expected, cell) > LEAST_EXPECTED,
  );
  const pick = (value: (cell: number) => number) => Float64Array.from(cells, value);
  const observed = pick((cell) => u32(next.observed, cell));
  const ratio = (cell: number) => judge(u32(known.observed, cell), f64(known.expected, cell)).ratio;
  const sizeOf = (group: number) => row(members, group).length;
  const forecasts: Record<string, Float64Array> = {
    "size product": pick(
      (cell) => sizeOf(Math.floor(cell / known.size)) * sizeOf(cell % known.size),
    ),
    "plain expectation": pick((cell) => f64(plain.expected, cell)),
    "stratified expectation": pick((cell) => f64(known.expected, cell)),
    "as before": pick((cell) => u32(known.observed, cell)),
    [SHRUNK]: pick((cell) => f64(known.expected, cell) * ratio(cell)),
  };
  const shrunk = forecasts[SHRUNK] as Float64Array;
  const redrawn = drawnAgain(later.participants, members, cells, draws);
  return {
    split: ecosystem.name,
    groups: known.size,
    pairs: cells.length,
    forecasts: Object.entries(forecasts).map(([forecast, values]) => ({
      forecast,
      explained: explainedDeviance(values, observed),
      rankCorrelation: rankCorrelation(values, observed),
      top50: topShare(values, observed, TOP),
    })),
    intervals: {
      explained: middleNinety(drawnDeviance(shrunk, observed, draws, new Random(SEED))),
      top50: middleNinety(redrawn.map((counts) => topShare(shrunk, counts, TOP))),
    },
    ...calibrationOf(known, next, cells, ratio),
  };
}

/** All projects in one stratum: only how many each group has counts. */
function withoutStrata({ columns }: CutEcosystem) {
  const { occasions } = columns;
  const count = occasions.stratum.length;
  return { ...occasions, stratum: new Uint32Array(count), population: Float64Array.of(count) };
}

/** Observed and expected in the time that follows, for the same groups. */
function nextTable({ records, later, snapshot }: CutEcosystem, members: Rows): ExpectationTable {
  const organisations = records.actors.filter(({ kind }) => kind !== "project");
  const known = new Set(organisations.map(({ id }) => id));
  const next = snapshotFromRecords({
    topics: records.topics,
    actors: [...organisations, ...later.records],
    links: later.links.filter(({ source }) => known.has(source)),
  });
  const { occasions, ofActor } = opportunityColumns(next, []);
  const renumbered = rowsFrom(
    Array.from({ length: members.offsets.length - 1 }, (_, group) =>
      Array.from(row(members, group), (actor) => next.findActor(snapshot.actorId(actor))).sort(
        (a, b) => a - b,
      ),
    ),
  );
  return expectGroups(occasions, ofActor, renumbered);
}

function calibrationOf(
  known: ExpectationTable,
  next: ExpectationTable,
  cells: Uint32Array,
  ratio: (cell: number) => number,
): Pick<GroupQuality, "slope" | "underConnected"> {
  const telling = cells.filter(
    (cell) => f64(known.expected, cell) >= ENOUGH_EXPECTED && f64(next.expected, cell) > 0,
  );
  const nextRatio = (cell: number) => u32(next.observed, cell) / f64(next.expected, cell);
  const weight = (cell: number) => f64(next.expected, cell);
  const under = telling.filter(
    (cell) => u32(known.observed, cell) < UNDER_CONNECTED * f64(known.expected, cell),
  );
  const total = under.reduce((sum, cell) => sum + weight(cell), 0);
  const weighted = (value: (cell: number) => number) =>
    under.reduce((sum, cell) => sum + weight(cell) * value(cell), 0) / total;
  return {
    slope: weightedSlope(
      Float64Array.from(telling, ratio),
      Float64Array.from(telling, nextRatio),
      Float64Array.from(telling, weight),
    ),
    underConnected: {
      pairs: under.length,
      recorded: weighted((cell) => u32(known.observed, cell) / f64(known.expected, cell)),
      shrunk: weighted(ratio),
      next: weighted(nextRatio),
    },
  };
}

/** What would have come with the later projects drawn again with replacement, by cell. */
function drawnAgain(participants: Rows, members: Rows, cells: Uint32Array, draws: number) {
  const size = members.offsets.length - 1;
  const position = new Map(Array.from(cells, (cell, i) => [cell, i]));
  const groupOf = new Map<number, number>();
  for (let group = 0; group < size; group += 1) {
    for (const actor of row(members, group)) groupOf.set(actor, group);
  }
  const projectCount = participants.offsets.length - 1;
  const inProject = Array.from({ length: projectCount }, (_, p) => {
    const groups = [...new Set(Array.from(row(participants, p), (actor) => groupOf.get(actor)))]
      .filter((group) => group !== undefined)
      .sort((a, b) => a - b);
    return groups.flatMap((a, i) =>
      groups.slice(i + 1).flatMap((b) => position.get(a * size + b) ?? []),
    );
  });
  const random = new Random(SEED);
  return Array.from({ length: draws }, () => {
    const counts = new Float64Array(cells.length);
    for (let i = 0; i < projectCount; i += 1) {
      for (const cell of inProject[random.below(projectCount)] ?? []) {
        counts[cell] = f64(counts, cell) + 1;
      }
    }
    return counts;
  });
}
