/**
 * How each link of a snapshot counts as a tie: its role, who gathers, and its weight, as columns. What the builder of
 * the graph of ties and the explanation of a hop share.
 */

import { LINK_TYPES } from "../contract/vocabulary.ts";
import { f64, u8, u32 } from "./cells.ts";
import type { DateCode, Snapshot } from "./snapshot.ts";
import {
  CONFIDENCE_COLUMN,
  decay,
  ROLE_COLUMN,
  STOP_COLUMN,
  type TieParameters,
  type TieRole,
  tieColumns,
} from "./tie-model.ts";

const PARTICIPATES_IN = LINK_TYPES.indexOf("PARTICIPATES_IN");
const PARTNER_OF = LINK_TYPES.indexOf("PARTNER_OF");
const MEMBER_OF = LINK_TYPES.indexOf("MEMBER_OF");
const DAYS_PER_YEAR = 365.25;
const DAY_MS = 86_400_000;

/** Roles as numbers. `NO_TIE`: a link between two projects, which are no places on a path. */
export const PAIR = 0;
export const OCCASION = 1;
export const GATHER_TARGET = 2;
export const GATHER_SOURCE = 3;
export const NO_TIE = 4;

const ROLE_NUMBERS: Record<TieRole, number> = {
  pair: PAIR,
  occasion: OCCASION,
  "gather-target": GATHER_TARGET,
  "gather-source": GATHER_SOURCE,
};

export class TieReading {
  readonly snapshot: Snapshot;
  readonly parameters: TieParameters;
  /** By link: its role; the project or the gathering actor (for a pair the target); θ · confidence · 2^(−age/h). */
  readonly roles: Uint8Array;
  readonly centres: Uint32Array;
  readonly weights: Float64Array;
  /** Number of participants of a project: what its record says, at least those that are linked. */
  readonly participants: Uint32Array;
  /** Number of actors that each actor gathers as members, and as recipients of its support. */
  readonly members: Uint32Array;
  readonly recipients: Uint32Array;

  constructor(snapshot: Snapshot, parameters: TieParameters) {
    this.snapshot = snapshot;
    this.parameters = parameters;
    const { actors, links } = snapshot.data;
    this.roles = new Uint8Array(links.count);
    this.centres = new Uint32Array(links.count);
    this.weights = new Float64Array(links.count);
    this.#readLinks();
    this.participants = new Uint32Array(actors.count);
    this.members = new Uint32Array(actors.count);
    this.recipients = new Uint32Array(actors.count);
    this.#countGathered();
    for (let actor = 0; actor < actors.count; actor += 1) {
      this.participants[actor] = Math.max(
        u32(this.participants, actor),
        u32(actors.participants, actor),
        u32(actors.participantsDe, actor),
      );
    }
  }

  /** How many the centre of a link gathers; at least two, as it takes two to be introduced. */
  gathered(link: number): number {
    const role = u8(this.roles, link);
    const counts =
      role === OCCASION
        ? this.participants
        : role === GATHER_SOURCE
          ? this.recipients
          : this.members;
    return Math.max(2, u32(counts, u32(this.centres, link)));
  }

  /** Whether the participants of a project tie with each other through it, or it is a stop. */
  isMerged(project: number): boolean {
    return u32(this.participants, project) <= this.parameters.occasionLimit;
  }

  /** Whoever is linked to a project, as participant or as its funder, shares the occasion. */
  #roleOf(link: number): number {
    const { snapshot } = this;
    const { links, actors } = snapshot.data;
    const target = u32(links.target, link);
    const isSourceProject = snapshot.isProject(u32(links.source, link));
    const isTargetProject = snapshot.isProject(target);
    if (isSourceProject && isTargetProject) return NO_TIE;
    if (isSourceProject || isTargetProject) return OCCASION;
    const type = u8(links.type, link);
    if (type === PARTICIPATES_IN) return GATHER_TARGET;
    if (type === PARTNER_OF && STOP_COLUMN[u8(actors.kind, target)] === 0) return PAIR;
    return ROLE_NUMBERS[ROLE_COLUMN[type] as TieRole];
  }

  #readLinks(): void {
    const { snapshot, parameters } = this;
    const { links, actors } = snapshot.data;
    const { theta, halfLife } = tieColumns(parameters);
    const days = new Map<DateCode, number>();
    const dayOf = (date: DateCode) => {
      const known = days.get(date) ?? dayNumber(date);
      days.set(date, known);
      return known;
    };
    for (let link = 0; link < links.count; link += 1) {
      const role = this.#roleOf(link);
      const source = u32(links.source, link);
      const target = u32(links.target, link);
      const isCentreSource =
        role === GATHER_SOURCE || (role === OCCASION && snapshot.isProject(source));
      const centre = isCentreSource ? source : target;
      this.roles[link] = role;
      this.centres[link] = centre;
      const type = u8(links.type, link);
      const rule = type === PARTICIPATES_IN && role !== OCCASION ? MEMBER_OF : type;
      const [start, end] = role === OCCASION ? [actors.start, actors.end] : [];
      const since = u32(links.since, link) || (start ? u32(start, centre) : 0);
      const date = since || u32(links.until, link) || (end ? u32(end, centre) : 0);
      const ageYears = date === 0 ? 0 : (parameters.today - dayOf(date)) / DAYS_PER_YEAR;
      this.weights[link] =
        f64(theta, rule) *
        f64(CONFIDENCE_COLUMN, u8(links.confidence, link)) *
        decay(ageYears, f64(halfLife, rule));
    }
  }

  /** Distinct ends, so that two links of one member do not make a group larger. */
  #countGathered(): void {
    const { snapshot, roles, centres } = this;
    const { count } = snapshot.data.actors;
    const seenBy = new Int32Array(count).fill(-1);
    const seenAs = new Uint8Array(count);
    for (let actor = 0; actor < count; actor += 1) {
      for (const link of snapshot.linksOf(actor)) {
        const role = u8(roles, link);
        if (role === PAIR || role === NO_TIE || u32(centres, link) !== actor) continue;
        const bit = 1 << role;
        const other = snapshot.otherEnd(link, actor);
        const known = seenBy[other] === actor ? u8(seenAs, other) : 0;
        if ((known & bit) !== 0) continue;
        seenBy[other] = actor;
        seenAs[other] = known | bit;
        const counts =
          role === GATHER_SOURCE
            ? this.recipients
            : role === OCCASION
              ? this.participants
              : this.members;
        counts[actor] = u32(counts, actor) + 1;
      }
    }
  }
}

/** Days since 1970 of a date code; a month or a year counts from its first day. */
export function dayNumber(code: DateCode): number {
  const year = Math.floor(code / 10_000);
  const month = Math.max(1, Math.floor(code / 100) % 100);
  const day = Math.max(1, code % 100);
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}
