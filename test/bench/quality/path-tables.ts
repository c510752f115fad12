/** The tables and gates of the paths part. */
import { ms, table } from "../table.ts";
import type { Gate } from "./gates.ts";
import { AS_SHIPPED, NOTHING_AGES, type SplitQuality } from "./path-quality.ts";

const MOST_UMBRELLAS = 0.02;

export function pathTable({
  split,
  actors,
  ties,
  core,
  pairs,
  baseRate,
  models,
  onePath,
}: SplitQuality): string {
  const number = (value: number) => value.toLocaleString("en");
  const title = `${split.name}: known before ${split.cut}, true before ${split.end}; ${number(actors)} actors, ${number(ties)} ties, ${number(core)} core, ${number(pairs)} pairs, base ${baseRate.toFixed(4)}`;
  const rows = models.map((model) => [
    model.model,
    model.auc.toFixed(3),
    model.precisionAt10.toFixed(4),
    model.precisionInterval.map((value) => value.toFixed(3)).join("–"),
    percent(model.umbrellaShare),
    percent(model.largeOccasionShare),
  ]);
  const head = ["model", "AUC", "P@10", "90 % of samples", "umbrella", "large occasion"];
  return `${title}\n${table(head, rows)}\none path: median ${ms(onePath.medianMs)} ms, p95 ${ms(onePath.p95Ms)} ms`;
}

export function pathGates(splits: readonly SplitQuality[]): Gate[] {
  return splits.flatMap(({ split, models, onePath }) => {
    const limit = split.name === "m19" ? 0.095 : 0.12;
    return [
      ...models
        .filter(({ model }) => model === AS_SHIPPED || model === NOTHING_AGES)
        .flatMap(({ model, precisionAt10, umbrellaShare }) => [
          { what: `${split.name}: ${model}: P@10`, isLeast: true, limit, value: precisionAt10 },
          {
            what: `${split.name}: ${model}: umbrella share`,
            isLeast: false,
            limit: MOST_UMBRELLAS,
            value: umbrellaShare,
          },
        ]),
      { what: `${split.name}: one path p95, ms`, isLeast: false, limit: 20, value: onePath.p95Ms },
    ];
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
