/**
 * Strata of projects (programme × topic × size of the circle) and how many projects each of them had: from the
 * reference population where there is one, because what could have been is more than what is in the data.
 */
import type { ReferenceCountRecord } from "../contract/records.ts";
import { f64, u32 } from "./cells.ts";
import { Dictionary } from "./columns.ts";
import type { Occasions } from "./opportunity-occasions.ts";
import type { Snapshot } from "./snapshot.ts";
import { decay } from "./tie-model.ts";
import { dayNumber } from "./tie-reading.ts";

const UNKNOWN_PART = "unknown";
const DAYS_PER_YEAR = 365.25;

/** Classes of the number of participants in one country, and in all: the upper bounds of all but the last. */
const COUNTRY_BOUNDS = [1, 2, 5, 10] as const;
const ALL_BOUNDS = [2, 5, 10, 20] as const;

/** `1`, `2`, `3-5`, `6-10`, `>10` for bounds 1, 2, 5, 10; nobody counts as one. */
export function sizeClass(participants: number, bounds: readonly number[]): string {
  let from = 1;
  for (const bound of bounds) {
    if (participants <= bound) return bound <= from ? String(bound) : className(from, bound);
    from = bound + 1;
  }
  return `>${from - 1}`;
}

/** The class from one to two is written by its upper end: a consortium of one has no partners. */
const className = (from: number, bound: number) =>
  from === 1 ? String(bound) : `${from}-${bound}`;

export interface Strata {
  columns: Pick<Occasions, "stratum" | "population" | "parts" | "partCount">;
  population: "reference" | "data";
  /** N_t by part, weighted by age: 0 where the reference does not say. */
  mass(halfLifeYears: number): Float64Array;
}

export function readStrata(
  snapshot: Snapshot,
  projects: Uint32Array,
  referenceCounts: readonly ReferenceCountRecord[],
  asOfDay: number,
): Strata {
  const { actors, programmes, programmeParts } = snapshot.data;
  const isCountry = referenceCounts.some(({ population }) => population === "germany");
  const counts = referenceCounts.filter(
    ({ population }) => population === (isCountry ? "germany" : "all"),
  );
  const parts = new Dictionary();
  const strata = new Dictionary();
  const partOf = (programme: string, topic: string) =>
    parts.numberOf(JSON.stringify([programme, topic])) - 1;
  const stratumOf = (programme: string, topic: string, size: string) =>
    strata.numberOf(JSON.stringify([programme, topic, size])) - 1;
  const ofProject = Array.from(projects, (project) => {
    const programme = programmes[u32(actors.programme, project)] ?? "";
    const topic = programmeParts[u32(actors.programmePart, project)] || UNKNOWN_PART;
    const participants = isCountry
      ? u32(actors.participantsDe, project) || 1
      : u32(actors.participants, project);
    const size = sizeClass(participants, isCountry ? COUNTRY_BOUNDS : ALL_BOUNDS);
    return { part: partOf(programme, topic), stratum: stratumOf(programme, topic, size) };
  });
  const known = new Map<number, number>();
  for (const { programme, topic, sizeClass: size, projects: n } of counts) {
    const stratum = stratumOf(programme, topic, size);
    known.set(stratum, (known.get(stratum) ?? 0) + n);
  }
  const own = new Float64Array(strata.values.length - 1);
  for (const { stratum } of ofProject) own[stratum] = f64(own, stratum) + 1;
  const yearly = counts.map(({ programme, topic, year, projects: n }) => ({
    part: partOf(programme, topic),
    ageYears: (asOfDay - dayNumber(year * 10_000 + 701)) / DAYS_PER_YEAR,
    projects: n,
  }));
  const partCount = parts.values.length - 1;
  return {
    columns: {
      stratum: Uint32Array.from(ofProject, ({ stratum }) => stratum),
      // A reference that knows fewer than the data is too small.
      population: own.map((n, stratum) => Math.max(n, known.get(stratum) ?? 0)),
      parts: {
        offsets: Uint32Array.from({ length: projects.length + 1 }, (_, p) => p),
        values: Uint32Array.from(ofProject, ({ part }) => part),
      },
      partCount,
    },
    population: counts.length > 0 ? "reference" : "data",
    mass: (halfLifeYears) => {
      const mass = new Float64Array(partCount);
      for (const { part, ageYears, projects: n } of yearly) {
        mass[part] = f64(mass, part) + n * decay(ageYears, halfLifeYears);
      }
      return mass;
    },
  };
}
