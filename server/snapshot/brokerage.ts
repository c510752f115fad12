/**
 * Who could introduce two actors or two groups to each other: repeated and strong ties to both sides, and both
 * topics. With the role after Gould and Fernandez, and the evidence on either side.
 */
import type { BrokerRole } from "../contract/opportunity-words.ts";
import { f64, i32, u32 } from "./cells.ts";
import { findTie, type Ties } from "./opportunity-occasions.ts";
import {
  cosineWith,
  groupVector,
  meanKnown,
  type TopicSpace,
  topicCosine,
} from "./opportunity-topics.ts";
import { at } from "./snapshot.ts";

/** Keeps a broker without a common topic in the list. */
const TOPIC_FLOOR = 0.05;

/** What a broker has with one side. */
export interface BrokerSide {
  /** r: recent tie strength. */
  strength: number;
  /** Number of actors of the side it has ties with. */
  partners: number;
  /** Joint occasions and links with them. */
  joint: number;
  /** The partner with most of it, -1 when there is none. */
  closest: number;
}

export interface Broker {
  actor: number;
  score: number;
  role: BrokerRole;
  a: BrokerSide;
  b: BrokerSide;
  /** Geometric mean of its topic fit with both sides; NaN when not known. */
  topicFit: number;
}

export interface BrokerOptions {
  /** 1 for who may be proposed. */
  allowed: Uint8Array;
  limit: number;
  /** β: puts back who has many ties ("less obvious"). Default 0; .25 is a good second try. */
  beta?: number;
}

/**
 * b(w|u,v) = ln r_uw + ln r_wv + ln(cos(t_u,t_w) · cos(t_w,t_v) + .05) + 2 ln min(n_uw, n_wv) − β ln s_w over the
 * common partners w.
 */
export function pairBrokers(
  ties: Ties,
  spaces: readonly TopicSpace[],
  u: number,
  v: number,
  { allowed, limit, beta = 0 }: BrokerOptions,
): Broker[] {
  const found: Broker[] = [];
  for (let i = u32(ties.offsets, u); i < u32(ties.offsets, u + 1); i += 1) {
    const w = u32(ties.targets, i);
    if (allowed[w] !== 1 || w === v) continue;
    const j = findTie(ties, v, w);
    if (j < 0) continue;
    const [a, b] = [sideOf(ties, i, u), sideOf(ties, j, v)];
    const topics = topicCosine(spaces, u, w) * topicCosine(spaces, w, v);
    const score =
      Math.log(a.strength) +
      Math.log(b.strength) +
      Math.log((Number.isNaN(topics) ? 0 : topics) + TOPIC_FLOOR) +
      2 * Math.log(Math.min(a.joint, b.joint)) -
      (beta === 0 ? 0 : beta * Math.log(totalStrength(ties, w)));
    found.push({ actor: w, score, role: "liaison", a, b, topicFit: Math.sqrt(topics) });
  }
  return best(found, limit);
}

function sideOf(ties: Ties, tie: number, partner: number): BrokerSide {
  return {
    strength: f64(ties.strength, tie),
    partners: 1,
    joint: u32(ties.joint, tie),
    closest: partner,
  };
}

/** One side of a question about two groups. */
export interface BrokerGroup {
  /** Its members without those of the other group. */
  members: ArrayLike<number>;
  /** What a membership alone counts as a tie to the group. Default 0. */
  membershipStrength?: number;
}

/**
 * B(w|A,B) = √(r_wA · r_wB) · (cos(t_w,t_A) · cos(t_w,t_B) + .05), r_wA = Σ over members of A of r_wx. Members of
 * both come first: they are bridges that exist already.
 */
export function groupBrokers(
  ties: Ties,
  spaces: readonly TopicSpace[],
  groupA: BrokerGroup,
  groupB: BrokerGroup,
  shared: ArrayLike<number>,
  { allowed, limit, beta = 0 }: BrokerOptions,
): Broker[] {
  const sideA = new SideSums(ties, groupA, shared);
  const sideB = new SideSums(ties, groupB, shared);
  const fitsA = topicFits(spaces, groupA);
  const fitsB = topicFits(spaces, groupB);
  const found: Broker[] = [];
  for (let w = 0; w < allowed.length; w += 1) {
    if (allowed[w] !== 1) continue;
    const isShared = sideA.isMember[w] === 2;
    if (!isShared && (sideA.strengthOf(w) === 0 || sideB.strengthOf(w) === 0)) continue;
    const a = sideA.of(w);
    const b = sideB.of(w);
    const topics = fitsA(w) * fitsB(w);
    const weight = Math.sqrt(a.strength * b.strength);
    const discount = beta === 0 ? 1 : totalStrength(ties, w) ** -beta;
    found.push({
      actor: w,
      score: weight * ((Number.isNaN(topics) ? 0 : topics) + TOPIC_FLOOR) * discount,
      role: isShared
        ? "bridge"
        : sideA.isMember[w] === 1
          ? "representative"
          : sideB.isMember[w] === 1
            ? "gatekeeper"
            : "liaison",
      a,
      b,
      topicFit: Math.sqrt(topics),
    });
  }
  const bridges = best(
    found.filter(({ role }) => role === "bridge"),
    limit,
  );
  const others = best(
    found.filter(({ role }) => role !== "bridge"),
    limit,
  );
  return [...bridges, ...others].slice(0, limit);
}

/** Mean cosine of an actor with the group over the spaces in which both have a topic. */
function topicFits(spaces: readonly TopicSpace[], group: BrokerGroup): (w: number) => number {
  const telling = spaces
    .map((space) => ({ space, vector: groupVector(space, group.members) }))
    .filter(({ vector }) => vector.some((value) => value !== 0));
  return (w) => meanKnown(telling.map(({ space, vector }) => cosineWith(space, w, vector)));
}

/** r_wA of every actor w, and with how many members. */
class SideSums {
  /** 1 for members of this side only, 2 for members of both. */
  readonly isMember: Uint8Array;
  readonly #strength: Float64Array;
  readonly #partners: Uint32Array;
  readonly #joint: Uint32Array;
  readonly #closest: Int32Array;
  readonly #most: Float64Array;
  readonly #membership: number;

  constructor(ties: Ties, group: BrokerGroup, shared: ArrayLike<number>) {
    const count = ties.offsets.length - 1;
    this.isMember = new Uint8Array(count);
    this.#strength = new Float64Array(count);
    this.#partners = new Uint32Array(count);
    this.#joint = new Uint32Array(count);
    this.#closest = new Int32Array(count).fill(-1);
    this.#most = new Float64Array(count);
    this.#membership = group.membershipStrength ?? 0;
    for (let m = 0; m < group.members.length; m += 1) {
      const member = at(group.members, m);
      this.isMember[member] = 1;
      for (let i = u32(ties.offsets, member); i < u32(ties.offsets, member + 1); i += 1) {
        const w = u32(ties.targets, i);
        const strength = f64(ties.strength, i);
        this.#strength[w] = f64(this.#strength, w) + strength;
        this.#partners[w] = u32(this.#partners, w) + 1;
        this.#joint[w] = u32(this.#joint, w) + u32(ties.joint, i);
        if (strength <= f64(this.#most, w)) continue;
        this.#most[w] = strength;
        this.#closest[w] = member;
      }
    }
    for (let s = 0; s < shared.length; s += 1) this.isMember[at(shared, s)] = 2;
  }

  strengthOf(w: number): number {
    return f64(this.#strength, w) + (this.isMember[w] === 0 ? 0 : this.#membership);
  }

  of(w: number): BrokerSide {
    return {
      strength: this.strengthOf(w),
      partners: u32(this.#partners, w),
      joint: u32(this.#joint, w),
      closest: i32(this.#closest, w),
    };
  }
}

function totalStrength(ties: Ties, actor: number): number {
  let sum = 0;
  for (let i = u32(ties.offsets, actor); i < u32(ties.offsets, actor + 1); i += 1) {
    sum += f64(ties.strength, i);
  }
  return sum;
}

function best(brokers: Broker[], limit: number): Broker[] {
  return brokers.sort((one, two) => two.score - one.score || one.actor - two.actor).slice(0, limit);
}
