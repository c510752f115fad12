/** The pair score in small ecosystems: seven national or regional graphs of Horizon 2020 by themselves. */
import { cutEcosystem, type EcosystemRecords } from "./cut-ecosystem.ts";
import type { Split } from "./horizon-split.ts";
import { mean } from "./metrics.ts";
import { measurePairs, type PairMeasures, type PairQuality } from "./pair-quality.ts";
import { INDICES, type PairIndex } from "./pair-scores-of.ts";
import { middleNinety } from "./ranking.ts";

export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  AT: ["AT"],
  DE: ["DE"],
  "DE+AT+CH": ["DE", "AT", "CH"],
  ES: ["ES"],
  FR: ["FR"],
  IT: ["IT"],
  NL: ["NL"],
};

export interface EcosystemQuality {
  split: string;
  regions: (Omit<PairQuality, "drawn"> & { region: string })[];
  mean: Record<PairIndex, Pick<PairMeasures, "auc" | "dcAuc" | "averagePrecision">>;
  /** Of our mean average precision; the later projects of each region drawn again. */
  interval: [number, number];
}

export function measureEcosystems(
  records: EcosystemRecords,
  split: Split,
  draws = 200,
  regions = REGIONS,
): EcosystemQuality {
  const measured = Object.entries(regions).map(([region, countries]) => ({
    region,
    ...measurePairs(cutEcosystem(records, split, countries), { draws, subsets: ["all"] }),
  }));
  const meanOf = (index: PairIndex, measure: "auc" | "dcAuc" | "averagePrecision") =>
    mean(measured.map(({ subsets }) => subsets[0]?.indices[index][measure] ?? Number.NaN));
  const draw = (i: number) => mean(measured.map(({ drawn }) => drawn[i] ?? Number.NaN));
  return {
    split: split.name,
    regions: measured.map(({ drawn: _, ...quality }) => quality),
    mean: Object.fromEntries(
      INDICES.map((index) => [
        index,
        {
          auc: meanOf(index, "auc"),
          dcAuc: meanOf(index, "dcAuc"),
          averagePrecision: meanOf(index, "averagePrecision"),
        },
      ]),
    ) as EcosystemQuality["mean"],
    interval: middleNinety(Array.from({ length: draws }, (_, i) => draw(i))),
  };
}
