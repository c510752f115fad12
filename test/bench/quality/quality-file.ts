/** The measured quality in the form that the service answers with. */

import type { z } from "zod";
import { qualityFile } from "../../../server/contract/opportunities.ts";
import { findingsOf, MAIN_SPLIT } from "./findings.ts";
import { OURS } from "./pair-scores-of.ts";
import type { Measured } from "./run.ts";

export type QualityFile = z.infer<typeof qualityFile>;

const DATA = {
  de: "CORDIS, Horizon 2020, Stand Dezember 2020 (Europäische Union, CC BY 4.0)",
  en: "CORDIS, Horizon 2020, December 2020 (European Union, CC BY 4.0)",
};
const SPLIT = {
  de: "Bekannt waren Projekte mit Beginn vor 2019, vorherzusagen die von 2019 bis 2021",
  en: "Projects started before 2019 were known, those started 2019–2021 were to be foretold",
};
/** German names of the methods that the rankings are compared with. */
const BASELINES: Readonly<Record<string, string>> = {
  "resource allocation": "gemeinsame Partner, seltene zählen mehr (RA)",
  "degree product": "wer viele Partner hat",
  "three steps (L3)": "Wege über drei Schritte (L3)",
  "topic cosine": "Ähnlichkeit der Themen",
  "plain expectation": "Erwartung ohne Vorsicht",
  "most partners": "meiste Partner",
};
const PROPOSALS = 100;

/** Null without the pairs of the main split. */
export function qualityFileOf(measured: Measured, date: string): QualityFile | null {
  const all = measured.pairs.find(({ split }) => split === MAIN_SPLIT)?.subsets[0];
  if (!all) return null;
  const right = Math.round(PROPOSALS * all.indices[OURS].precisionAt100);
  const byChance = (PROPOSALS * all.hits) / all.pairs;
  const number = (language: string) =>
    byChance.toLocaleString(language, { maximumSignificantDigits: 1 });
  return qualityFile.parse({
    date: date.slice(0, 10),
    data: DATA,
    split: SPLIT,
    url: null,
    summary: {
      de: `Geprüft an EU-Projekten ab 2019, die die Berechnung nicht kannte: Von den ${PROPOSALS} ersten Partnervorschlägen wurden ${right} tatsächlich Partner, von ${PROPOSALS} zufälligen Paaren ${number("de")}.`,
      en: `Checked on EU projects from 2019 on that the calculation did not know: of the first ${PROPOSALS} suggested pairs, ${right} really became partners; of ${PROPOSALS} random pairs, ${number("en")}.`,
    },
    metrics: findingsOf(measured, MAIN_SPLIT).map((finding) => ({
      ...finding,
      value: rounded(finding.value),
      baseline: finding.baseline && {
        name: { de: BASELINES[finding.baseline.name] ?? null, en: finding.baseline.name },
        value: rounded(finding.baseline.value),
      },
      interval: finding.interval?.map(rounded) ?? null,
    })),
  });
}

const rounded = (value: number) => Number(value.toFixed(4));
