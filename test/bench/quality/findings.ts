/** The measured numbers that are held to gates and told to readers, with the names that they carry in both languages. */

import { OUR_BROKERS } from "./broker-quality.ts";
import type { Gate } from "./gates.ts";
import { SHRUNK } from "./group-quality.ts";
import type { Subset } from "./pair-quality.ts";
import { OURS, type PairIndex } from "./pair-scores-of.ts";
import type { Measured } from "./run.ts";

export interface Finding {
  id: string;
  name: { de: string; en: string };
  value: number;
  gate: number;
  baseline: { name: string; value: number } | null;
  interval: [number, number] | null;
}

/** In a sample values scatter: a short run is held to so much of a gate. */
const SHORT_SHARE = 0.9;

export const MAIN_SPLIT = "m19";

/** Of one split; empty for parts that were not measured. */
export function findingsOf(measured: Measured, split: string): Finding[] {
  return [
    ...pairFindings(measured, split),
    ...ecosystemFindings(measured, split),
    ...groupFindings(measured, split),
    ...brokerFindings(measured, split),
    ...endToEndFindings(measured, split),
  ];
}

export function gatesOf(measured: Measured, isShort: boolean): Gate[] {
  const share = isShort ? SHORT_SHARE : 1;
  const least = findingsOf(measured, MAIN_SPLIT).map(
    ({ name, value, gate }): Gate => ({
      what: `${MAIN_SPLIT}: ${name.en}`,
      isLeast: true,
      limit: Number((gate * share).toPrecision(3)),
      value,
    }),
  );
  const calibrations = measured.groups
    .filter(({ split }) => split === MAIN_SPLIT)
    .map(
      ({ underConnected: { shrunk, next } }): Gate => ({
        what: `${MAIN_SPLIT}: under-connected groups: |shrunk − next ratio|`,
        isLeast: false,
        limit: 0.06,
        value: Math.abs(shrunk - next),
      }),
    );
  return [...least, ...calibrations];
}

type Measure = "auc" | "dcAuc" | "averagePrecision";

function pairFindings({ pairs }: Measured, split: string): Finding[] {
  const quality = pairs.find((one) => one.split === split);
  if (!quality) return [];
  const finding = (
    id: string,
    [subset, measure]: [Subset, Measure],
    gate: number,
    against: PairIndex,
    name: Finding["name"],
  ): Finding[] => {
    const found = quality.subsets.find((one) => one.subset === subset);
    if (!found) return [];
    return [
      {
        id,
        name,
        value: found.indices[OURS][measure],
        gate,
        baseline: { name: against, value: found.indices[against][measure] },
        interval: quality.intervals[subset]?.[measure] ?? null,
      },
    ];
  };
  return [
    ...finding("pairs-ap", ["all", "averagePrecision"], 0.12, "resource allocation", {
      de: "Partnervorschläge: mittlere Genauigkeit (AP)",
      en: "Suggested partners: average precision (AP)",
    }),
    ...finding("pairs-auc", ["all", "auc"], 0.9, "resource allocation", {
      de: "Partnervorschläge: Fläche unter der ROC-Kurve (AUC)",
      en: "Suggested partners: area under the ROC curve (AUC)",
    }),
    ...finding("pairs-dcauc", ["all", "dcAuc"], 0.66, "degree product", {
      de: "Partnervorschläge: AUC gegen gleich gut Vernetzte (dcAUC)",
      en: "Suggested partners: AUC against equally connected pairs (dcAUC)",
    }),
    ...finding(
      "pairs-ap-other-community",
      ["other community", "averagePrecision"],
      0.108,
      "resource allocation",
      {
        de: "Partnervorschläge zwischen Netzgemeinschaften: AP",
        en: "Suggested partners across communities: AP",
      },
    ),
    ...finding(
      "pairs-ap-all-differ",
      ["all three differ", "averagePrecision"],
      0.098,
      "resource allocation",
      {
        de: "Partnervorschläge über Land, Thema und Netzgemeinschaft hinweg: AP",
        en: "Suggested partners across country, topic and community: AP",
      },
    ),
    ...finding("pairs-auc-no-common", ["no common partner", "auc"], 0.74, "topic cosine", {
      de: "Partnervorschläge ohne gemeinsamen Partner: AUC",
      en: "Suggested partners without a common partner: AUC",
    }),
  ];
}

function ecosystemFindings({ ecosystems }: Measured, split: string): Finding[] {
  return ecosystems
    .filter((one) => one.split === split)
    .map(({ mean, interval }) => ({
      id: "ecosystems-ap",
      name: {
        de: "Partnervorschläge in sieben kleinen Ökosystemen: mittlere AP",
        en: "Suggested partners in seven small ecosystems: mean AP",
      },
      value: mean[OURS].averagePrecision,
      gate: 0.122,
      baseline: {
        name: "three steps (L3)",
        value: mean["three steps (L3)"].averagePrecision,
      },
      interval,
    }));
}

function groupFindings({ groups }: Measured, split: string): Finding[] {
  const quality = groups.find((one) => one.split === split);
  const ours = quality?.forecasts.find(({ forecast }) => forecast === SHRUNK);
  const plain = quality?.forecasts.find(({ forecast }) => forecast === "plain expectation");
  if (!quality || !ours || !plain) return [];
  return [
    {
      id: "groups-d2",
      name: {
        de: "Gemeinsame Projekte zweier Gruppen: erklärte Abweichung (D²)",
        en: "Joint projects of two groups: explained deviance (D²)",
      },
      value: ours.explained,
      gate: 0.81,
      baseline: { name: plain.forecast, value: plain.explained },
      interval: quality.intervals.explained,
    },
    {
      id: "groups-top50",
      name: {
        de: "Gemeinsame Projekte zweier Gruppen: Anteil der 50 stärksten Paare unter den 50 ersten",
        en: "Joint projects of two groups: share of the 50 strongest pairs among the first 50",
      },
      value: ours.top50,
      gate: 0.64,
      baseline: { name: plain.forecast, value: plain.top50 },
      interval: quality.intervals.top50,
    },
  ];
}

function brokerFindings({ brokers }: Measured, split: string): Finding[] {
  const quality = brokers.find((one) => one.split === split);
  const ours = quality?.rankings.find(({ ranking }) => ranking === OUR_BROKERS);
  const most = quality?.rankings.find(({ ranking }) => ranking === "most partners");
  if (!quality || !ours || !most) return [];
  return [
    {
      id: "brokers-hits1",
      name: {
        de: "Vermittler: Anteil der Erstgenannten, die später dabei waren (Hits@1)",
        en: "Brokers: share of first-named who later took part (Hits@1)",
      },
      value: ours.hitsAt1,
      gate: 0.26,
      baseline: { name: most.ranking, value: most.hitsAt1 },
      interval: quality.interval,
    },
  ];
}

function endToEndFindings({ endToEnd }: Measured, split: string): Finding[] {
  return endToEnd
    .filter((one) => one.split === split)
    .flatMap(({ most, nothingYet }) => [
      {
        id: "end-to-end-p5",
        name: {
          de: "Größte Lücken: Anteil der fünf vorgeschlagenen Paare, die Partner wurden",
          en: "Largest gaps: share of the five suggested pairs that became partners",
        },
        value: most.precisionAt5["our proposals"],
        gate: 0.26,
        baseline: { name: "degree product", value: most.precisionAt5["degree product"] },
        interval: most.interval,
      },
      {
        id: "end-to-end-p5-nothing-yet",
        name: {
          de: "Gruppen ohne gemeinsames Projekt: Anteil der fünf vorgeschlagenen Paare, die Partner wurden",
          en: "Groups without a joint project: share of the five suggested pairs that became partners",
        },
        value: nothingYet.precisionAt5["our proposals"],
        gate: 0.048,
        baseline: { name: "degree product", value: nothingYet.precisionAt5["degree product"] },
        interval: nothingYet.interval,
      },
    ]);
}
