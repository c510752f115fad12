/**
 * Which actors are one body (a successor and its predecessor, two entries of one name), which came from which (part
 * of, spun off), and which share a house (parts of one institution).
 */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { u32 } from "./cells.ts";
import { accumulate } from "./columns.ts";
import { type Rows, row, type Snapshot } from "./snapshot.ts";

const PART_OF = LINK_TYPES.indexOf("PART_OF");
const SPIN_OFF_OF = LINK_TYPES.indexOf("SPIN_OFF_OF");
const SUCCESSOR_OF = LINK_TYPES.indexOf("SUCCESSOR_OF");
/** A shorter name may stand for several. */
const SHORTEST_NAME = 5;
const LEGAL_FORMS =
  /\b(g?gmbh|ag|se|kg|kgaa|ohg|ug|e ?v|eg|inc|ltd|plc|corp|gruppe|group|holding|deutschland|germany)\b/g;

export class Bodies {
  /** By actor: the smallest number of its body. */
  readonly #body: Uint32Array;
  /** By body: bodies that it is part of or came from, directly or through others. */
  readonly #origins: ReadonlyMap<number, ReadonlySet<number>>;
  /** By body: bodies that are part of it or came from it. */
  readonly #offspring: ReadonlyMap<number, readonly number[]>;
  /** By actor: the institution at the top of its body's chain of parts, the body itself when it is part of none. */
  readonly #house: Uint32Array;
  /** Row b and row h: the actors of a body and of a house. */
  readonly #ofBody: Rows;
  readonly #ofHouse: Rows;

  constructor(snapshot: Snapshot) {
    this.#body = bodiesOf(snapshot);
    this.#origins = originsOf(snapshot, this.#body);
    this.#offspring = turned(this.#origins);
    const ofBody = housesOf(snapshot, this.#body);
    this.#house = this.#body.map((body) => u32(ofBody, body));
    this.#ofBody = actorsBy(this.#body);
    this.#ofHouse = actorsBy(this.#house);
  }

  /** Everybody for whom `isKin` holds, the actor included; some more than once. */
  *kinOf(actor: number): Iterable<number> {
    const body = u32(this.#body, actor);
    yield* row(this.#ofHouse, u32(this.#house, actor));
    for (const origin of this.#origins.get(body) ?? []) yield* row(this.#ofBody, origin);
    for (const offspring of this.#offspring.get(body) ?? []) yield* row(this.#ofBody, offspring);
  }

  isKin(one: number, two: number): boolean {
    const [a, b] = [u32(this.#body, one), u32(this.#body, two)];
    if (a === b || this.#house[one] === this.#house[two]) return true;
    return this.#origins.get(a)?.has(b) === true || this.#origins.get(b)?.has(a) === true;
  }
}

/** Row n: the actors with the number n, ascending. */
function actorsBy(number: Uint32Array): Rows {
  const offsets = new Uint32Array(number.length + 1);
  for (const n of number) offsets[n + 1] = u32(offsets, n + 1) + 1;
  accumulate(offsets);
  const values = new Uint32Array(number.length);
  const next = offsets.slice();
  number.forEach((n, actor) => {
    const slot = u32(next, n);
    values[slot] = actor;
    next[n] = slot + 1;
  });
  return { offsets, values };
}

function turned(sets: ReadonlyMap<number, ReadonlySet<number>>): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const [from, found] of sets) {
    for (const to of found) {
      const list = all.get(to);
      if (list) list.push(from);
      else all.set(to, [from]);
    }
  }
  return all;
}

function bodiesOf(snapshot: Snapshot): Uint32Array {
  const { links } = snapshot.data;
  const parent = Uint32Array.from({ length: snapshot.actorCount }, (_, actor) => actor);
  const find = (actor: number): number => {
    let root = actor;
    while (parent[root] !== root) root = u32(parent, root);
    return root;
  };
  const join = (one: number, two: number) => {
    const [a, b] = [find(one), find(two)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  };
  for (let link = 0; link < links.count; link += 1) {
    if (links.type[link] === SUCCESSOR_OF) join(u32(links.source, link), u32(links.target, link));
  }
  const named = new Map<string, number>();
  for (let actor = 0; actor < snapshot.actorCount; actor += 1) {
    if (snapshot.isProject(actor)) continue;
    for (const name of namesOf(snapshot, actor)) {
      const first = named.get(name);
      if (first === undefined) named.set(name, actor);
      else join(first, actor);
    }
  }
  return Uint32Array.from(parent, (_, actor) => find(actor));
}

function namesOf(snapshot: Snapshot, actor: number): Set<string> {
  const names = [
    snapshot.actorName(actor),
    snapshot.actorNameEn(actor),
    snapshot.actorShort(actor),
  ];
  const plain = names.map((name) => plainName(name ?? ""));
  return new Set(plain.filter((name) => name.length >= SHORTEST_NAME));
}

/** Without accents, signs and legal form: `Müller & Söhne GmbH` → `muller sohne`. */
export function plainName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(LEGAL_FORMS, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** Ends also where a foreign graph runs in circles. */
function originsOf(snapshot: Snapshot, body: Uint32Array): Map<number, Set<number>> {
  const { links } = snapshot.data;
  const direct = new Map<number, Set<number>>();
  for (let link = 0; link < links.count; link += 1) {
    const type = links.type[link];
    if (type !== PART_OF && type !== SPIN_OFF_OF) continue;
    const from = u32(body, u32(links.source, link));
    direct.set(from, (direct.get(from) ?? new Set()).add(u32(body, u32(links.target, link))));
  }
  const all = new Map<number, Set<number>>();
  for (const start of direct.keys()) {
    const found = new Set<number>();
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const origin of direct.get(next) ?? []) {
        if (found.has(origin)) continue;
        found.add(origin);
        waiting.push(origin);
      }
    }
    all.set(start, found);
  }
  return all;
}

/** Groups and public bodies are no house: they gather institutions that are apart. */
function housesOf(snapshot: Snapshot, body: Uint32Array): Uint32Array {
  const { links } = snapshot.data;
  const above = new Map<number, number>();
  for (let link = 0; link < links.count; link += 1) {
    if (links.type[link] !== PART_OF) continue;
    const target = u32(links.target, link);
    const isHouse = snapshot.groupOf(target) < 0 && snapshot.actorKind(target) !== "public_body";
    const from = u32(body, u32(links.source, link));
    if (isHouse && !above.has(from)) above.set(from, u32(body, target));
  }
  return Uint32Array.from(body, (start) => {
    const seen = new Set<number>();
    let top = start;
    for (let next = above.get(top); next !== undefined && !seen.has(next); next = above.get(top)) {
      seen.add(next);
      top = next;
    }
    return top;
  });
}
