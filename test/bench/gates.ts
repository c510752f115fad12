/** The numbers that issue 3 asks for, beside what was measured. */
import type { BenchResult, GateResult, SetResult } from "./result.ts";

interface Gate {
  what: string;
  limit: number;
  unit: GateResult["unit"];
  value(result: Measured): number | null | undefined;
}

type Measured = Omit<BenchResult, "gates">;

const MEGABYTE = 1_000_000;

const GATES: Gate[] = [
  {
    what: "seed: first picture in Chromium after the first byte, median",
    limit: 1_000,
    unit: "ms",
    value: (result) => of(result, "seed")?.firstPicture?.firstPicture.medianMs,
  },
  {
    what: "client bundle, gzip",
    limit: 350_000,
    unit: "B",
    value: ({ bundle }) => bundle?.gzipBytes,
  },
  {
    what: "seed: change visible, p95",
    limit: 100,
    unit: "ms",
    value: (result) => onSqlite(of(result, "seed"))?.changeVisible.p95Ms,
  },
  {
    what: "Horizon 2020: change visible, p95",
    limit: 2_000,
    unit: "ms",
    value: (result) => onSqlite(of(result, "horizon"))?.changeVisible.p95Ms,
  },
  {
    what: "Horizon 2020: snapshot from SQLite, median",
    limit: 3_000,
    unit: "ms",
    value: (result) => onSqlite(of(result, "horizon"))?.snapshot.total.medianMs,
  },
  {
    what: "Horizon 2020: search, p95",
    limit: 20,
    unit: "ms",
    value: (result) => route(of(result, "horizon"), "search"),
  },
  {
    what: "Horizon 2020: actor page, p95",
    limit: 20,
    unit: "ms",
    value: (result) => route(of(result, "horizon"), "actor page"),
  },
  {
    what: "Horizon 2020: overview, p95",
    limit: 50,
    unit: "ms",
    value: (result) => route(of(result, "horizon"), "overview"),
  },
  {
    what: "Horizon 2020: memory of the service, peak over the explorer's routes",
    limit: 600 * MEGABYTE,
    unit: "B",
    // Facets are the last of the explorer's routes; the paths and the opportunities come after them.
    value: (result) =>
      of(result, "horizon")?.routes.find(({ name }) => name === "facets")?.peakBytes,
  },
];

export function compareWithGates(result: Measured): GateResult[] {
  return GATES.map(({ what, limit, unit, value: read }) => {
    const value = read(result) ?? null;
    return { what, limit, unit, value, isReached: value === null ? null : value <= limit };
  });
}

function of({ sets }: Measured, name: SetResult["name"]): SetResult | undefined {
  return sets.find((set) => set.name === name);
}

function onSqlite(set: SetResult | undefined) {
  return set?.stores.find(({ engine }) => engine === "sqlite");
}

function route(set: SetResult | undefined, name: string): number | undefined {
  return set?.routes.find((each) => each.name === name)?.timing?.p95Ms;
}
