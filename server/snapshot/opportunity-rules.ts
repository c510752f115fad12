/**
 * Who may be proposed to whom. Never: who gathers or governs others, who has ceased to exist, two who are linked
 * already, two of one body or one house, an actor and what it came from.
 */
import { ACTOR_KINDS, type ActorKind, LINK_TYPES } from "../contract/vocabulary.ts";
import { u8, u32 } from "./cells.ts";
import { linkRoles, MEMBERSHIP, PARTICIPATION, TOUCHES_PROJECT } from "./link-roles.ts";
import { Bodies } from "./opportunity-bodies.ts";
import type { Occasions } from "./opportunity-occasions.ts";
import { type Rows, row, type Snapshot } from "./snapshot.ts";
import { STOP_KINDS } from "./tie-model.ts";

/** Kinds that are proposed as partners. */
const PARTNER_KINDS: readonly ActorKind[] = [
  "competence_centre",
  "company",
  "startup",
  "university",
  "research_institute",
  "investor",
];
/** Umbrellas and funders by kind: no brokers unless asked for. */
const UMBRELLA_KINDS: readonly ActorKind[] = [...STOP_KINDS, "public_body"];
/** Who funds or supports so many is a funder, whatever its kind; a society of so many parts is an umbrella. */
const FUNDER_FROM = 5;
const UMBRELLA_FROM = 5;
const TYPE = Object.fromEntries(LINK_TYPES.map((type, index) => [type, index]));

export class ProposalRules {
  /** 1 for who may be proposed as a partner, as a broker, and as a broker when umbrellas are asked for. */
  readonly partners: Uint8Array;
  readonly brokers: Uint8Array;
  readonly brokersAndUmbrellas: Uint8Array;
  /** 1 for who has ceased to exist: never proposed and never named as a reason. */
  readonly isDefunct: Uint8Array;
  readonly #snapshot: Snapshot;
  readonly #occasions: Occasions;
  readonly #ofActor: Rows;
  readonly #bodies: Bodies;
  /** For the actor of the last call, and who was added for it to those who are proposed to nobody. */
  readonly #excluded: Uint8Array;
  #touched: readonly number[] = [];
  #last = -1;

  constructor(snapshot: Snapshot, occasions: Occasions, ofActor: Rows) {
    this.#snapshot = snapshot;
    this.#occasions = occasions;
    this.#ofActor = ofActor;
    this.#bodies = new Bodies(snapshot);
    const isDefunct = defunctActors(snapshot);
    this.isDefunct = isDefunct;
    const isAbove = fundersAndSocieties(snapshot);
    const { kind } = snapshot.data.actors;
    const partnerKinds = ACTOR_KINDS.map((name) => PARTNER_KINDS.includes(name));
    const umbrellaKinds = ACTOR_KINDS.map((name) => UMBRELLA_KINDS.includes(name));
    const mask = (passes: (actor: number, kind: number) => boolean) =>
      Uint8Array.from(kind, (number, actor) =>
        isDefunct[actor] !== 1 && !snapshot.isProject(actor) && passes(actor, number) ? 1 : 0,
      );
    this.partners = mask((_, number) => partnerKinds[number] === true);
    this.#excluded = this.partners.map((may) => 1 - may);
    this.brokers = mask((actor, number) => umbrellaKinds[number] === false && isAbove[actor] !== 1);
    this.brokersAndUmbrellas = mask(() => true);
  }

  /** 1 for everybody who is not to be proposed to `actor`; the mask is used again by the next call. */
  excludedFor(actor: number): Uint8Array {
    const excluded = this.#excluded;
    if (this.#last === actor) return excluded;
    for (const other of this.#touched) excluded[other] = 1 - u8(this.partners, other);
    const touched: number[] = [];
    const exclude = (other: number) => {
      if (excluded[other] === 1) return;
      excluded[other] = 1;
      touched.push(other);
    };
    const roles = linkRoles(this.#snapshot);
    for (const link of this.#snapshot.linksOf(actor)) {
      if ((u8(roles, link) & TOUCHES_PROJECT) === 0) exclude(this.#snapshot.otherEnd(link, actor));
    }
    for (const p of row(this.#ofActor, actor)) {
      for (const other of row(this.#occasions.participants, p)) exclude(other);
    }
    // The actor itself is one of them.
    for (const other of this.#bodies.kinOf(actor)) exclude(other);
    this.#touched = touched;
    this.#last = actor;
    return excluded;
  }

  /** The two are one body, one house, or one came from the other: whoever knows one knows the other. */
  isKin(one: number, two: number): boolean {
    return one === two || this.#bodies.isKin(one, two);
  }
}

/** Somebody's predecessor, or all links ended; participations in projects end by themselves and say nothing. */
function defunctActors(snapshot: Snapshot): Uint8Array {
  const { links } = snapshot.data;
  const roles = linkRoles(snapshot);
  let newest = 0;
  for (let link = 0; link < links.count; link += 1) {
    if ((u8(roles, link) & PARTICIPATION) === 0) newest = Math.max(newest, u32(links.since, link));
  }
  return Uint8Array.from({ length: snapshot.actorCount }, (_, actor) => {
    let count = 0;
    let ended = 0;
    for (const link of snapshot.linksOf(actor)) {
      if ((u8(roles, link) & TOUCHES_PROJECT) !== 0) continue;
      if (links.type[link] === TYPE.SUCCESSOR_OF && links.target[link] === actor) return 1;
      count += 1;
      const until = u32(links.until, link);
      // The end of something planned lies behind the newest that is known.
      if (until > 0 && until <= newest) ended += 1;
    }
    return count > 0 && count === ended ? 1 : 0;
  });
}

function fundersAndSocieties(snapshot: Snapshot): Uint8Array {
  const { links } = snapshot.data;
  return Uint8Array.from({ length: snapshot.actorCount }, (_, actor) => {
    const recipients = new Set<number>();
    const parts = new Set<number>();
    for (const link of snapshot.linksOf(actor)) {
      const type = links.type[link];
      const isFunding = type === TYPE.FUNDS || type === TYPE.SUPPORTS;
      if (isFunding && links.source[link] === actor) recipients.add(u32(links.target, link));
      if (type === TYPE.PART_OF && links.target[link] === actor) parts.add(u32(links.source, link));
    }
    return recipients.size >= FUNDER_FROM || parts.size >= UMBRELLA_FROM ? 1 : 0;
  });
}

/**
 * Groups that only hold other bodies together (by PART_OF, nobody joins them): a field of policy, a label over two
 * hubs. Nobody manages them, so that their parts are proposed in their place.
 */
export function frames(snapshot: Snapshot): Uint8Array {
  const { links } = snapshot.data;
  const roles = linkRoles(snapshot);
  return Uint8Array.from(snapshot.data.groups.actor, (actor) => {
    const parts = new Set<number>();
    for (const link of snapshot.linksOf(actor)) {
      if (links.target[link] !== actor || (u8(roles, link) & MEMBERSHIP) === 0) continue;
      if (links.type[link] !== TYPE.PART_OF) return 0;
      parts.add(u32(links.source, link));
    }
    return [...parts].some((part) => snapshot.groupOf(part) >= 0) && parts.size >= PARTS_OF_FRAME
      ? 1
      : 0;
  });
}

/** One nested group alone is a department, not a frame. */
const PARTS_OF_FRAME = 2;
