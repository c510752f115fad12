/**
 * The columns that opportunities are computed from, made of a snapshot and the reference population. No inheritance:
 * a part of a society does not carry the society's projects, because only recorded participations count.
 */
import type { ReferenceCountRecord } from "../contract/records.ts";
import { ACTOR_KINDS, LINK_TYPES } from "../contract/vocabulary.ts";
import { f64, u8, u32 } from "./cells.ts";
import { rowsFrom } from "./columns.ts";
import type { CountedLinks } from "./expectation.ts";
import { linkRoles, NOT_COUNTED, TOUCHES_PROJECT } from "./link-roles.ts";
import {
  buildTies,
  type Occasions,
  occasionsOfActors,
  type PairLinks,
  partMass,
  partProfile,
  type SparseRows,
  sparseRows,
  type Ties,
} from "./opportunity-occasions.ts";
import { readStrata } from "./opportunity-population.ts";
import { keyOf } from "./opportunity-sample.ts";
import type { PairColumns } from "./opportunity-terms.ts";
import { type TopicSpace, topicSpace } from "./opportunity-topics.ts";
import { EXPECTED_HALF_LIFE_YEARS } from "./pair-scores.ts";
import { participantsOf, projectIndex } from "./projects.ts";
import { selectAll } from "./selection.ts";
import { type Rows, row, type Snapshot } from "./snapshot.ts";
import { DEFAULT_PARAMETERS, decay, STOP_COLUMN, TIE_RULES } from "./tie-model.ts";
import { dayNumber, PAIR, TieReading } from "./tie-reading.ts";

const PROJECT = ACTOR_KINDS.indexOf("project");
const INVESTED_IN = LINK_TYPES.indexOf("INVESTED_IN");
/** h of an investment in neighbourhoods, years: recency counts there, not for projects. */
const INVESTMENT_HALF_LIFE_YEARS = 2;
const DAYS_PER_YEAR = 365.25;
/**
 * Largest occasion that ties its participants. Unlike for paths there is none: on Horizon 2020 (split at 2019) the
 * pair score has AUC .902 without a limit and .898 with one of 50, at the same average precision.
 */
export const OCCASION_LIMIT = Number.POSITIVE_INFINITY;

/** Made when they are first read, except for the occasions. */
export interface OpportunityColumns {
  occasions: Occasions;
  /** Row a: occasions of actor a. */
  ofActor: Rows;
  ties: Ties;
  /** What pair scores read; its first topic space is that of the actors' own topics. */
  pairs: PairColumns;
  /** Participations by part and N_t, every one counted alike: for numbers that are shown. */
  profile: SparseRows;
  mass: Float64Array;
  links: CountedLinks;
  /** By topic: 1 for one that only names a part of a programme. */
  isProgrammeTopic: Uint8Array;
  /** Where N(s) comes from: a reference population, or the data at hand alone. */
  population: "reference" | "data";
  /** The day that ages count to: the newest start in the data, so that the same data always gives the same answer. */
  asOfDay: number;
}

export function opportunityColumns(
  snapshot: Snapshot,
  referenceCounts: readonly ReferenceCountRecord[],
  check: () => void = () => {},
): OpportunityColumns {
  const { projects } = projectIndex(snapshot);
  const { actors } = snapshot.data;
  const startDay = Float64Array.from(projects, (project) => dayOf(u32(actors.start, project)));
  const asOfDay = newestDay(snapshot, startDay);
  const strata = readStrata(snapshot, projects, referenceCounts, asOfDay);
  const participants = rowsFrom(
    Array.from(projects, (project) => participantsOf(snapshot, selectAll(snapshot), project)),
  );
  const occasions: Occasions = {
    actorCount: snapshot.actorCount,
    participants,
    size: Uint32Array.from(projects, (project, p) =>
      Math.max(
        row(participants, p).length,
        u32(actors.participants, project),
        u32(actors.participantsDe, project),
      ),
    ),
    startDay,
    ...strata.columns,
  };
  check();
  const ofActor = occasionsOfActors(occasions);
  const massOf = (halfLifeYears: number) =>
    strata
      .mass(halfLifeYears)
      .map((n, part) => Math.max(n, f64(partMass(occasions, asOfDay, halfLifeYears), part)));
  // Expectations read the occasions alone; what pair scores read is many times as large.
  const ties = once(() =>
    buildTies(occasions, ofActor, pairLinks(snapshot, asOfDay), {
      occasionLimit: OCCASION_LIMIT,
      theta: TIE_RULES.PARTICIPATES_IN.theta,
      halfLifeYears: TIE_RULES.PARTICIPATES_IN.halfLifeYears,
      asOfDay,
      isLeftOut: Uint8Array.from(actors.kind, (kind) => u8(STOP_COLUMN, kind)),
    }),
  );
  const profile = once(() => partProfile(occasions, ofActor, asOfDay, Number.POSITIVE_INFINITY));
  const mass = once(() => massOf(Number.POSITIVE_INFINITY));
  const links = once(() => countedLinks(snapshot));
  const isProgrammeTopic = once(() => programmeTopics(snapshot, projects));
  const pairs = once(() => ({
    actorCount: snapshot.actorCount,
    keys: actorKeys(snapshot),
    ties: ties(),
    profile: partProfile(occasions, ofActor, asOfDay, EXPECTED_HALF_LIFE_YEARS),
    mass: massOf(EXPECTED_HALF_LIFE_YEARS),
    spaces: topicSpaces(snapshot, projects, ofActor, profile()),
    lat: actors.lat,
    lon: actors.lon,
  }));
  return {
    occasions,
    ofActor,
    population: strata.population,
    asOfDay,
    get ties() {
      return ties();
    },
    get pairs() {
      return pairs();
    },
    get profile() {
      return profile();
    },
    get mass() {
      return mass();
    },
    get links() {
      return links();
    },
    get isProgrammeTopic() {
      return isProgrammeTopic();
    },
  };
}

/** Makes the value when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Row i: the members of `groups[i]` (its nested groups' members too), ascending, without the group itself. */
export function memberRows(snapshot: Snapshot, groups: readonly number[]): Rows {
  const { members } = snapshot.data.groups;
  return rowsFrom(
    groups.map((group) => {
      const entries = members.actor.subarray(members.offsets[group], members.offsets[group + 1]);
      const itself = snapshot.groupActor(group);
      return [...new Set(entries)]
        .filter((actor) => actor !== itself && !snapshot.isProject(actor))
        .sort((a, b) => a - b);
    }),
  );
}

function dayOf(code: number): number {
  return code === 0 ? Number.NaN : dayNumber(code);
}

/** The newest start of a project; of a link where there is no dated project. */
function newestDay(snapshot: Snapshot, startDay: Float64Array): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const day of startDay) if (day > newest) newest = day;
  if (newest !== Number.NEGATIVE_INFINITY) return newest;
  for (const code of snapshot.data.links.since) {
    if (code !== 0) newest = Math.max(newest, dayNumber(code));
  }
  return newest === Number.NEGATIVE_INFINITY ? 0 : newest;
}

function pairLinks(snapshot: Snapshot, asOfDay: number): PairLinks {
  const { links, actors } = snapshot.data;
  const reading = new TieReading(snapshot, { ...DEFAULT_PARAMETERS, today: asOfDay });
  const chosen: number[] = [];
  for (let link = 0; link < links.count; link += 1) {
    if (reading.roles[link] !== PAIR) continue;
    if (actors.kind[u32(links.source, link)] === PROJECT) continue;
    if (actors.kind[u32(links.target, link)] === PROJECT) continue;
    chosen.push(link);
  }
  return {
    a: Uint32Array.from(chosen, (link) => u32(links.source, link)),
    b: Uint32Array.from(chosen, (link) => u32(links.target, link)),
    weight: Float64Array.from(chosen, (link) => {
      const date = u32(links.since, link) || u32(links.until, link);
      if (links.type[link] !== INVESTED_IN || date === 0) return 1;
      return decay((asOfDay - dayNumber(date)) / DAYS_PER_YEAR, INVESTMENT_HALF_LIFE_YEARS);
    }),
    strength: Float64Array.from(chosen, (link) => f64(reading.weights, link)),
  };
}

/** What an actor says it works on, broader topics included; and the topics of its projects. */
function topicSpaces(
  snapshot: Snapshot,
  projects: Uint32Array,
  ofActor: Rows,
  profile: SparseRows,
): TopicSpace[] {
  const { actors, topics, programmeParts } = snapshot.data;
  const own = sparseRows(snapshot.actorCount, (actor, add) => {
    if (snapshot.isProject(actor)) return;
    const all = new Set<number>();
    for (let topic of row(actors.topics, actor)) {
      while (topic !== -1 && !all.has(topic)) {
        all.add(topic);
        topic = topics[topic]?.broader ?? -1;
      }
    }
    for (const topic of [...all].sort((a, b) => a - b)) add(topic, 1);
  });
  const hasProjectTopics = projects.some((project) => row(actors.topics, project).length > 0);
  const ofProjects = sparseRows(snapshot.actorCount, (actor, add) => {
    const counts = new Map<number, number>();
    for (const p of row(ofActor, actor)) {
      for (const topic of row(actors.topics, u32(projects, p))) {
        counts.set(topic, (counts.get(topic) ?? 0) + 1);
      }
    }
    for (const [topic, n] of [...counts].sort(([a], [b]) => a - b)) add(topic, n);
  });
  return [
    topicSpace(own, topics.length),
    hasProjectTopics
      ? topicSpace(ofProjects, topics.length)
      : topicSpace(profile, Math.max(programmeParts.length, 1 + profile.column.reduce(larger, 0))),
  ];
}

const larger = (a: number, b: number) => Math.max(a, b);

function actorKeys(snapshot: Snapshot): Uint32Array {
  const { bytes, offsets } = snapshot.data.actors.id;
  return Uint32Array.from({ length: snapshot.actorCount }, (_, actor) =>
    keyOf(bytes.subarray(offsets[actor], offsets[actor + 1])),
  );
}

function countedLinks(snapshot: Snapshot): CountedLinks {
  const { links } = snapshot.data;
  const counted: number[] = [];
  linkRoles(snapshot).forEach((role, link) => {
    if ((role & (NOT_COUNTED | TOUCHES_PROJECT)) === 0) counted.push(link);
  });
  return {
    source: Uint32Array.from(counted, (link) => u32(links.source, link)),
    target: Uint32Array.from(counted, (link) => u32(links.target, link)),
  };
}

/** Topics whose projects nearly all are of one part of a programme say where the money came from, not what about. */
function programmeTopics(snapshot: Snapshot, projects: Uint32Array): Uint8Array {
  const { actors, topics } = snapshot.data;
  const byTopic = topics.map(() => new Map<number, number>());
  for (const project of projects) {
    const part = u32(actors.programmePart, project);
    for (const topic of row(actors.topics, project)) {
      const counts = byTopic[topic];
      counts?.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  return Uint8Array.from(byTopic, (counts) => {
    const all = [...counts.values()];
    const total = all.reduce((sum, n) => sum + n, 0);
    return total > 0 && Math.max(...all) >= PURE * total ? 1 : 0;
  });
}

const PURE = 0.9;
