/**
 * The graph that paths run on: actors, joined by hops with a cost. Occasions are merged into ties between their
 * participants; stops keep one side to each actor they gather. Compressed sparse rows, both directions.
 */
import { f64, u8, u32 } from "./cells.ts";

import { HopRows } from "./hop-rows.ts";
import { findJointOccasions, type JointOccasions } from "./joint-occasions.ts";
import { hopCost, sideCost } from "./tie-model.ts";
import { NO_TIE, OCCASION, PAIR, type TieReading } from "./tie-reading.ts";

/** Row u is `targets[offsets[u] … offsets[u + 1])`, ascending; every hop stands in both rows with the same cost. */
export interface TieGraph {
  offsets: Uint32Array;
  targets: Uint32Array;
  /** Cost of the hop, always at least ½. */
  costs: Float64Array;
}

/** With the number of links that a hop walks: 1 for a direct link, 2 over a project that the two share. */
export interface MeasuredTieGraph extends TieGraph {
  lengths: Uint8Array;
}

export interface TieOptions {
  /** Masks the links that count (1); `null` = all. */
  links?: Uint8Array | null;
  /** Called now and then; throws to end the building. */
  check?: () => void;
}

/** What the tie of two actors rests on. */
export interface TieEvidence {
  /** w, summed over joint occasions and direct links; 0 where there is only a side of a stop. */
  strength: number;
  /** Who gathers the other, how many others, and what this side costs; -1, 0 and `Infinity` where neither does. */
  stop: number;
  gathers: number;
  sideCost: number;
  /** Links between the two, and projects that both share; ascending. */
  links: number[];
  projects: number[];
}

const CHECK_EVERY = 256;

/** Strength of a tie through one occasion of n participants, from the weights of the two. */
const share = (one: number, other: number, circle: number) => Math.min(one, other) / circle;

/** The ties of one snapshot under one set of parameters and links. */
export class WalkedTies {
  readonly reading: TieReading;
  readonly graph: MeasuredTieGraph;
  readonly #links: Uint8Array | null;
  readonly #occasions: JointOccasions;

  constructor(reading: TieReading, options: TieOptions = {}) {
    this.reading = reading;
    this.#links = options.links ?? null;
    this.#occasions = findJointOccasions(reading, this.#links);
    this.graph = this.#build(options.check ?? (() => {}));
  }

  between(from: number, to: number): TieEvidence {
    const { snapshot, roles, weights, centres } = this.reading;
    const { participants, projects } = this.#occasions;
    const evidence: TieEvidence = {
      strength: 0,
      stop: -1,
      gathers: 0,
      sideCost: Number.POSITIVE_INFINITY,
      links: [],
      projects: [],
    };
    const end = u32(projects.offsets, from + 1);
    for (let entry = u32(projects.offsets, from); entry < end; entry += 1) {
      const project = u32(projects.numbers, entry);
      const weight = f64(projects.weights, entry);
      const place = find(participants, project, to);
      if (place >= 0) {
        evidence.projects.push(project);
        const circle = this.#circle(project);
        evidence.strength += share(weight, f64(participants.weights, place), circle);
      }
    }
    for (const link of snapshot.linksOf(from)) {
      if (snapshot.otherEnd(link, from) !== to || !this.#isDirect(link)) continue;
      evidence.links.push(link);
      if (u8(roles, link) === PAIR) evidence.strength += f64(weights, link);
      else {
        const cost = this.#sideCost(link);
        if (cost >= evidence.sideCost) continue;
        evidence.sideCost = cost;
        evidence.stop = u32(centres, link);
        evidence.gathers = this.reading.gathered(link);
      }
    }
    return evidence;
  }

  /**
   * All hops. A hop between two actors costs `1 + λ ln(1 + 1/w)` with w summed over their joint occasions and direct
   * links; a side of a stop what `sideCost` says; where both exist, the cheaper one. Each hop is computed once, in
   * the row of its smaller number; turning the rows over twice gives both directions, sorted.
   */
  #build(check: () => void): MeasuredTieGraph {
    const { snapshot, parameters } = this.reading;
    const count = snapshot.actorCount;
    const rows = new HopRows(count);
    const row = new TieRow(count);
    for (let actor = 0; actor < count; actor += 1) {
      if (actor % CHECK_EVERY === 0) check();
      this.#fillUpper(row, actor);
      rows.reserve(row.size);
      for (let i = 0; i < row.size; i += 1) {
        const other = u32(row.touched, i);
        const w = f64(row.strengths, other);
        const side = f64(row.sides, other);
        const cost = w > 0 ? Math.min(side, hopCost(w, parameters.lambda)) : side;
        rows.push(other, cost, u8(row.lengths, other));
      }
      row.clear();
      rows.endRow(actor);
    }
    const lower = rows.turned();
    return lower.turned().mergedAfter(lower);
  }

  /** The hops to actors of larger numbers. */
  #fillUpper(row: TieRow, actor: number): void {
    const { snapshot, roles, weights } = this.reading;
    const { participants, projects } = this.#occasions;
    const end = u32(projects.offsets, actor + 1);
    for (let entry = u32(projects.offsets, actor); entry < end; entry += 1) {
      const project = u32(projects.numbers, entry);
      const weight = f64(projects.weights, entry);
      const circle = this.#circle(project);
      const first = u32(participants.offsets, project);
      for (let place = u32(participants.offsets, project + 1) - 1; place >= first; place -= 1) {
        const other = u32(participants.numbers, place);
        if (other <= actor) break;
        row.touch(other, 2);
        row.strengths[other] =
          f64(row.strengths, other) + share(weight, f64(participants.weights, place), circle);
      }
    }
    for (const link of snapshot.linksOf(actor)) {
      const other = snapshot.otherEnd(link, actor);
      if (other < actor || !this.#isDirect(link)) continue;
      row.touch(other, 1);
      if (u8(roles, link) === PAIR) {
        row.strengths[other] = f64(row.strengths, other) + f64(weights, link);
      } else row.sides[other] = Math.min(f64(row.sides, other), this.#sideCost(link));
    }
  }

  /** Whether the link is a hop of its own, not a participation in a merged project. */
  #isDirect(link: number): boolean {
    if (this.#links !== null && this.#links[link] !== 1) return false;
    const { roles, centres } = this.reading;
    const role = u8(roles, link);
    return role !== NO_TIE && !(role === OCCASION && this.reading.isMerged(u32(centres, link)));
  }

  #sideCost(link: number): number {
    const { reading } = this;
    return sideCost(reading.gathered(link), f64(reading.weights, link), reading.parameters.lambda);
  }

  #circle(project: number): number {
    return Math.max(2, u32(this.reading.participants, project)) - 1;
  }
}

/** All hops of a snapshot. */
export function buildTieGraph(reading: TieReading, options: TieOptions = {}): MeasuredTieGraph {
  return new WalkedTies(reading, options).graph;
}

/** The hops of one actor while they are gathered, by the number of the other. */
class TieRow {
  readonly strengths: Float64Array;
  readonly sides: Float64Array;
  /** 0 = not touched, else the length of the hop. */
  readonly lengths: Uint8Array;
  readonly touched: Uint32Array;
  size = 0;

  constructor(count: number) {
    this.strengths = new Float64Array(count);
    this.sides = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    this.lengths = new Uint8Array(count);
    this.touched = new Uint32Array(count);
  }

  touch(other: number, length: number): void {
    const known = u8(this.lengths, other);
    if (known === 0) {
      this.touched[this.size] = other;
      this.size += 1;
    }
    if (known === 0 || length < known) this.lengths[other] = length;
  }

  clear(): void {
    for (let i = 0; i < this.size; i += 1) {
      const other = u32(this.touched, i);
      this.strengths[other] = 0;
      this.sides[other] = Number.POSITIVE_INFINITY;
      this.lengths[other] = 0;
    }
    this.size = 0;
  }
}

/** Place of a number in a row, -1 where it is not. */
function find(
  rows: { offsets: Uint32Array; numbers: Uint32Array },
  row: number,
  wanted: number,
): number {
  let low = u32(rows.offsets, row);
  let high = u32(rows.offsets, row + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const number = u32(rows.numbers, middle);
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
