/**
 * A small ecosystem from a seed in which partners are not chosen by chance: everybody works in one or two topics,
 * most consortia are of one topic, whoever worked together does so again, partners of partners are found sooner, and
 * some are asked oftener than others. For checks of the measures without a download.
 */
import type { ActorRecord, LinkRecord } from "../../../server/contract/records.ts";
import { Random } from "../../fixtures/random-graph.ts";
import type { EcosystemRecords } from "./cut-ecosystem.ts";
import type { Split } from "./horizon-split.ts";

export interface GeneratedSize {
  actors: number;
  /** Projects in the first year; a tenth more each year. */
  projects: number;
}

const DEFAULT_SIZE: GeneratedSize = { actors: 300, projects: 90 };
const COUNTRIES = ["AT", "BE", "CH", "DE", "FR", "IT", "NL", "PL"];
const TOPICS = ["energy", "health", "mobility", "space", "water"];
const KINDS = ["university", "research_institute", "company", "public_body"] as const;
const FIRST_YEAR = 2014;
const YEARS = 7;
const GROWTH = 1.1;
const MOST_PARTNERS = 12;

export const GENERATED_SPLIT: Split = {
  name: "generated",
  cut: `${FIRST_YEAR + YEARS - 2}-01-01`,
  end: `${FIRST_YEAR + YEARS}-01-01`,
};

export function generatedEcosystem(seed: number, size = DEFAULT_SIZE): EcosystemRecords {
  const random = new Random(seed);
  const actors = Array.from({ length: size.actors }, (_, i) => ({
    ...record(`a${i}`, random.pick(KINDS)),
    country: random.pick(COUNTRIES),
  }));
  const choice = new PartnerChoice(size.actors, random);
  const projects: ActorRecord[] = [];
  const links: LinkRecord[] = [];
  for (let year = 0; year < YEARS; year += 1) {
    const count = Math.round(size.projects * GROWTH ** year);
    for (let i = 0; i < count; i += 1) {
      const topic = random.below(TOPICS.length);
      const month = String(1 + random.below(12)).padStart(2, "0");
      const project: ActorRecord = {
        ...record(`p${projects.length}`, "project"),
        topics: [TOPICS[topic] ?? ""],
        start: `${FIRST_YEAR + year}-${month}-01`,
        programme: "Generated",
      };
      projects.push(project);
      for (const actor of choice.consortium(topic)) links.push(participation(`a${actor}`, project));
    }
  }
  return {
    topics: TOPICS.map((id) => ({ id, nameDe: id, nameEn: id })),
    actors: [...actors, ...projects],
    links,
  };
}

class PartnerChoice {
  readonly #random: Random;
  /** Actors by topic, those who are asked oftener more than once. */
  readonly #ofTopic: number[][] = TOPICS.map(() => []);
  readonly #partners: number[][];

  constructor(actors: number, random: Random) {
    this.#random = random;
    this.#partners = Array.from({ length: actors }, () => []);
    for (let actor = 0; actor < actors; actor += 1) {
      const times = 1 + Math.floor(4 * random.next() ** 3);
      for (let topic = random.below(TOPICS.length), n = 0; n < 2; n += 1) {
        for (let i = 0; i < times; i += 1) this.#ofTopic[topic]?.push(actor);
        if (random.chance(0.6)) break;
        topic = random.below(TOPICS.length);
      }
    }
  }

  /** Now and then one alone. */
  consortium(topic: number): Set<number> {
    const random = this.#random;
    const wanted = 1 + Math.floor(MOST_PARTNERS * random.next() ** 2);
    const chosen = new Set([random.pick(this.#ofTopic[topic] ?? [])]);
    for (let tries = 0; chosen.size < wanted && tries < 10 * wanted; tries += 1) {
      const known = this.#partners[random.pick([...chosen])] ?? [];
      const lot = random.next();
      const further = known.length > 0 ? (this.#partners[random.pick(known)] ?? []) : [];
      if (lot < 0.35 && known.length > 0) chosen.add(random.pick(known));
      else if (lot < 0.6 && further.length > 0) chosen.add(random.pick(further));
      else chosen.add(random.pick(this.#ofTopic[topic] ?? []));
    }
    for (const actor of chosen) {
      for (const other of chosen) if (other !== actor) this.#partners[actor]?.push(other);
    }
    return chosen;
  }
}

function record(id: string, kind: ActorRecord["kind"]): ActorRecord {
  return { id, name: `Actor ${id}`, kind, aliases: [], legalIds: [], topics: [], sourceIds: [] };
}

function participation(source: string, { id, start }: ActorRecord): LinkRecord {
  return {
    id: `${source}--${id}`,
    source,
    target: id,
    type: "PARTICIPATES_IN",
    ...(start ? { since: start } : {}),
    sourceIds: [],
    confidence: "public_record",
  };
}
