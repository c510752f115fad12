/** What requests are made of: ids, words and filter values that occur in the records. */
import {
  CONFIDENCES,
  type Confidence,
  isGroupKind,
  LINK_TYPES,
  type LinkType,
  OVERVIEW_KINDS,
} from "../../server/contract/vocabulary.ts";
import type { Records } from "./horizon.ts";
import { pick } from "./measure.ts";

type Random = () => number;

/** The actors with most links, who make the largest answers. */
const BUSIEST = 50;
const BUSY_SHARE = 0.25;
const UNFILTERED_SHARE = 0.3;
const MIN_WORD_LETTERS = 4;
const YEARS = { first: 2012, count: 12 };

export interface Sample {
  /** Neither project nor group. */
  actors: string[];
  groups: string[];
  /** Groups that the overview draws unless asked for others. */
  overviewGroups: string[];
  busiest: string[];
  /** Pairs of actors in one project. */
  partners: [string, string][];
  names: string[];
  topics: string[];
  states: string[];
  cities: string[];
}

export function sampleOf({ actors, links, topics }: Records): Sample {
  const degree = new Map<string, number>();
  const inProject = new Map<string, string[]>();
  for (const { source, target, type } of links) {
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1);
    if (type !== "PARTICIPATES_IN") continue;
    inProject.set(target, [...(inProject.get(target) ?? []), source]);
  }
  const named = actors.filter(({ kind }) => kind !== "project");
  const plain = named.filter(({ kind }) => !isGroupKind(kind)).map(({ id }) => id);
  // A comma would end the value in the address.
  const distinct = (values: (string | undefined)[]) => [
    ...new Set(values.flatMap((value) => (value?.includes(",") ? [] : (value ?? [])))),
  ];
  return {
    actors: plain,
    groups: named.filter(({ kind }) => isGroupKind(kind)).map(({ id }) => id),
    overviewGroups: named
      .filter(({ kind }) => OVERVIEW_KINDS.some((drawn) => drawn === kind))
      .map(({ id }) => id),
    busiest: [...plain]
      .sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0))
      .slice(0, BUSIEST),
    partners: [...inProject.values()].flatMap(([one, two]) =>
      one !== undefined && two !== undefined && one !== two
        ? [[one, two] satisfies [string, string]]
        : [],
    ),
    names: named.map(({ name }) => name),
    topics: topics.map(({ id }) => id),
    states: distinct(named.map(({ state }) => state)),
    cities: distinct(named.map(({ city }) => city)),
  };
}

/** One actor; a quarter of the time one of those with most links. */
export function anActor({ actors, busiest }: Sample, random: Random): string {
  return pick(random() < BUSY_SHARE ? busiest : actors, random);
}

export function twoOf<T>(values: readonly T[], random: Random): [T, T] {
  const first = pick(values, random);
  return [
    first,
    pick(
      values.filter((value) => value !== first),
      random,
    ),
  ];
}

/** What a person types: the beginning of a word of a name, a whole word, two words, or a word with a typo. */
export function aSearch({ names }: Sample, random: Random): string {
  const wordsOf = (name: string) =>
    [...name.matchAll(/\p{L}+/gu)]
      .map(([word]) => word)
      .filter((word) => word.length >= MIN_WORD_LETTERS);
  let words = wordsOf(pick(names, random));
  while (words.length === 0) words = wordsOf(pick(names, random));
  const word = pick(words, random);
  const form = random();
  if (form < 0.4) return word.slice(0, 2 + Math.floor(random() * (word.length - 2)));
  if (form < 0.6) return word;
  if (form < 0.8) return words.slice(0, 2).join(" ");
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word.slice(at + 1);
}

/** The filters that a Cypher question takes too. */
export interface LinkFilter {
  year?: number;
  confidence?: Confidence;
  types?: LinkType[];
}

export interface Filter extends LinkFilter {
  topics?: string[];
  states?: string[];
  cities?: string[];
}

/** None, or one to three that select links. */
export function aLinkFilter(random: Random): LinkFilter {
  if (random() < UNFILTERED_SHARE) return {};
  const filter: LinkFilter = {};
  if (random() < 0.6) filter.year = YEARS.first + Math.floor(random() * YEARS.count);
  if (random() < 0.4) filter.confidence = pick(CONFIDENCES.slice(0, 2), random);
  if (random() < 0.4) filter.types = LINK_TYPES.filter(() => random() < 0.6);
  if (filter.types?.length === 0) filter.types = ["PARTICIPATES_IN"];
  return filter;
}

/** Half of the time only on links, else on actors too. */
export function aFilter(sample: Sample, random: Random): Filter {
  const filter: Filter = aLinkFilter(random);
  if (random() < 0.5) return filter;
  const choices = [
    () => (sample.topics.length > 0 ? { topics: [pick(sample.topics, random)] } : {}),
    () => (sample.states.length > 0 ? { states: [pick(sample.states, random)] } : {}),
    () => (sample.cities.length > 0 ? { cities: [pick(sample.cities, random)] } : {}),
  ];
  return { ...filter, ...pick(choices, random)() };
}

export function isLinkFilter(filter: Filter): boolean {
  return !filter.topics && !filter.states && !filter.cities;
}

/** As the address writes it: `?…`, or nothing. */
export function addressOf(parts: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined) search.set(name, Array.isArray(value) ? value.join() : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** As the questions in Cypher take it. */
export function parametersOf({ year, confidence, types }: LinkFilter): Record<string, unknown> {
  const accepted = confidence ? CONFIDENCES.indexOf(confidence) + 1 : CONFIDENCES.length;
  return {
    year: year ?? null,
    types: types ?? [...LINK_TYPES],
    confidences: CONFIDENCES.slice(0, accepted),
  };
}
