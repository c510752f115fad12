/** What was measured as tables for a terminal. */
import { table } from "../table.ts";
import type { BrokerQuality } from "./broker-quality.ts";
import type { EcosystemQuality } from "./ecosystem-quality.ts";
import { type EndToEndQuality, type GapQuality, PROPOSALS } from "./end-to-end-quality.ts";
import type { GroupQuality } from "./group-quality.ts";
import type { PairQuality } from "./pair-quality.ts";
import { INDICES, OURS } from "./pair-scores-of.ts";
import { pathTable } from "./path-tables.ts";
import type { Measured } from "./run.ts";

const number = (value: number) => value.toLocaleString("en");
const short = (value: number) => value.toFixed(3);
const long = (value: number) => value.toFixed(4);
const between = ([low, high]: readonly [number, number], digits = 3) =>
  `${low.toFixed(digits)}–${high.toFixed(digits)}`;

export function tablesOf(measured: Measured): string[] {
  return [
    ...measured.paths.map(pathTable),
    ...measured.pairs.map(pairTable),
    ...measured.ecosystems.map(ecosystemTable),
    ...measured.groups.map(groupTable),
    ...measured.brokers.map(brokerTable),
    ...measured.endToEnd.map(endToEndTable),
  ];
}

function pairTable(quality: PairQuality): string {
  const title = `${quality.split}, pairs: ${number(quality.actors)} actors, ${number(quality.ties)} ties, ${number(quality.core)} core, modularity ${short(quality.modularity)}`;
  const head = ["", "AUC", "dcAUC", "AP", "P@100", "P@1000", "P@10 per actor", "AP, 90 % of draws"];
  const rows = quality.subsets.flatMap(({ subset, pairs, hits, indices }) => [
    [`${subset}: ${number(pairs)} pairs, base ${(hits / pairs).toFixed(5)}`],
    ...INDICES.map((index) => {
      const { auc, dcAuc, averagePrecision, precisionAt100, precisionAt1000 } = indices[index];
      const interval = index === OURS ? quality.intervals[subset]?.averagePrecision : undefined;
      return [
        `  ${index}`,
        short(auc),
        short(dcAuc),
        long(averagePrecision),
        precisionAt100.toFixed(2),
        short(precisionAt1000),
        subset === "all" ? short(quality.precisionAt10[index]) : "",
        interval ? between(interval, 4) : "",
      ];
    }),
  ]);
  const gains = quality.gain.map(
    ({ over, value, interval }) =>
      `AP over ${over}: ${percent(value)} [${interval.map(percent).join(", ")}]`,
  );
  return `${title}\n${table(head, rows)}\n${gains.join("; ")}`;
}

const percent = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(100 * value).toFixed(1)} %`;

function ecosystemTable({ split, regions, mean, interval }: EcosystemQuality): string {
  const rows = regions.map(({ region, core, subsets: [all] }) => [
    region,
    number(core),
    number(all?.hits ?? 0),
    ...INDICES.map((index) => long(all?.indices[index].averagePrecision ?? Number.NaN)),
    short(all?.indices[OURS].auc ?? Number.NaN),
  ]);
  rows.push([
    "mean",
    "",
    "",
    ...INDICES.map((index) => long(mean[index].averagePrecision)),
    short(mean[OURS].auc),
  ]);
  const head = ["", "core", "new", ...INDICES.map((index) => `AP ${index}`), "AUC ours"];
  return `${split}, small ecosystems; mean AP in 90 % of draws ${between(interval, 4)}\n${table(head, rows)}`;
}

function groupTable(quality: GroupQuality): string {
  const { split, groups, pairs, forecasts, intervals, slope, underConnected } = quality;
  const rows = forecasts.map(({ forecast, explained, rankCorrelation, top50 }) => [
    forecast,
    short(explained),
    short(rankCorrelation),
    top50.toFixed(2),
  ]);
  const { recorded, shrunk, next } = underConnected;
  return [
    `${split}, groups: ${number(groups)} groups, ${number(pairs)} pairs`,
    table(["forecast", "D²", "Spearman ρ", "top 50"], rows),
    `90 % of draws: D² ${between(intervals.explained)}, top 50 ${between(intervals.top50, 2)}`,
    `next ratio on shrunk ratio: slope ${slope.toFixed(2)}; ${number(underConnected.pairs)} pairs below .7 of E: recorded ${short(recorded)}, shrunk ${short(shrunk)}, next ${short(next)}`,
  ].join("\n");
}

function brokerTable({ split, questions, chance, rankings, interval }: BrokerQuality): string {
  const rows = rankings.map(({ ranking, hitsAt1, hitsAt3, meanReciprocalRank, bits }) => [
    ranking,
    short(hitsAt1),
    short(hitsAt3),
    short(meanReciprocalRank),
    bits.toFixed(2),
  ]);
  const title = `${split}, brokers: ${number(questions)} questions, chance ${short(chance)}; Hits@1 in 90 % of draws ${between(interval)}`;
  return `${title}\n${table(["ranking", "Hits@1", "Hits@3", "MRR", "bits"], rows)}`;
}

function endToEndTable({ split, groups, most, nothingYet }: EndToEndQuality): string {
  const line = (name: string, gap: GapQuality) => [
    name,
    number(gap.gaps),
    gap.expected.toFixed(1),
    gap.observed.toFixed(1),
    ...PROPOSALS.map((proposal) => short(gap.precisionAt5[proposal])),
    gap.withHit.toFixed(2),
    between(gap.interval),
  ];
  const head = ["", "gaps", "E", "O", ...PROPOSALS, "with a hit", "90 % of draws"];
  const rows = [line("most missing", most), line("nothing yet", nothingYet)];
  return `${split}, end to end, P@5: ${number(groups)} groups\n${table(head, rows)}`;
}
