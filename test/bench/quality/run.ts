/** What one run of the quality bench measures, part by part. */
import type { BrokerQuality } from "./broker-quality.ts";
import { measureBrokers } from "./broker-quality.ts";
import { type CutEcosystem, cutEcosystem, type EcosystemRecords } from "./cut-ecosystem.ts";
import { type EcosystemQuality, measureEcosystems } from "./ecosystem-quality.ts";
import { type EndToEndQuality, measureEndToEnd } from "./end-to-end-quality.ts";
import { type GroupQuality, measureGroups } from "./group-quality.ts";
import { SPLITS, type Split } from "./horizon-split.ts";
import { measurePairs, type PairQuality } from "./pair-quality.ts";
import { measurePaths, type SplitQuality } from "./path-quality.ts";

export const PARTS = ["paths", "pairs", "ecosystems", "groups", "brokers", "end-to-end"] as const;
export type Part = (typeof PARTS)[number];

export interface Measured {
  paths: SplitQuality[];
  pairs: PairQuality[];
  ecosystems: EcosystemQuality[];
  groups: GroupQuality[];
  brokers: BrokerQuality[];
  endToEnd: EndToEndQuality[];
}

/** How much is looked at. */
interface Extent {
  splits: readonly Split[];
  /** Pairs of every so-many-th core actor. */
  every: number;
  draws: number;
  questions: number;
  gaps: number;
}

const FULL: Extent = {
  splits: [SPLITS.m19, SPLITS.s18, SPLITS.v17],
  every: 1,
  draws: 300,
  questions: 5_000,
  gaps: 200,
};
const SHORT: Extent = { splits: [SPLITS.m19], every: 8, draws: 50, questions: 1_500, gaps: 25 };

export function measure(
  records: EcosystemRecords,
  parts: readonly Part[],
  { isShort, only }: { isShort: boolean; only: string | undefined },
  say: (line: string) => void,
): Measured {
  const { every, draws, questions, gaps, ...extent } = isShort ? SHORT : FULL;
  const splits = extent.splits.filter(({ name }) => only === undefined || name === only);
  const has = (part: Part) => parts.includes(part);
  const measured: Measured = {
    paths: has("paths")
      ? pathsOf(
          splits.filter((split) => split !== SPLITS.s18),
          say,
        )
      : [],
    pairs: [],
    ecosystems: [],
    groups: [],
    brokers: [],
    endToEnd: [],
  };
  for (const split of parts.some((part) => part !== "paths") ? splits : []) {
    let cut: CutEcosystem | undefined;
    const ecosystem = () => {
      cut ??= cutEcosystem(records, split);
      return cut;
    };
    if (has("pairs")) {
      measured.pairs.push(measurePairs(ecosystem(), { every, draws }));
      say(`${split.name}: pairs`);
    }
    if (has("ecosystems")) {
      measured.ecosystems.push(measureEcosystems(records, split, draws));
      say(`${split.name}: small ecosystems`);
    }
    if (has("groups")) {
      measured.groups.push(measureGroups(ecosystem(), draws));
      say(`${split.name}: groups`);
    }
    if (has("brokers")) {
      measured.brokers.push(measureBrokers(ecosystem(), questions, draws));
      say(`${split.name}: brokers`);
    }
    if (has("end-to-end") && split === SPLITS.m19)
      measured.endToEnd.push(measureEndToEnd(ecosystem(), gaps, say, draws));
  }
  return measured;
}

function pathsOf(splits: readonly Split[], say: (line: string) => void): SplitQuality[] {
  return splits.flatMap((split) => measurePaths(split, say) ?? []);
}
