/**
 * Which actors are one body (a successor and its predecessor, two entries of one name), which came from which (part
 * of, spun off), and which share a house (parts of one institution).
 */
import { LINK_TYPES } from "../contract/vocabulary.ts";
import { u32 } from "./cells.ts";
import type { Snapshot } from "./snapshot.ts";

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
  /** By body: the institution at the top of its chain of parts, itself when it is part of none. */
  readonly #house: Uint32Array;

  constructor(snapshot: Snapshot) {
    this.#body = bodiesOf(snapshot);
    this.#origins = originsOf(snapshot, this.#body);
    this.#house = housesOf(snapshot, this.#body);
  }

  isKin(one: number, two: number): boolean {
    const [a, b] = [u32(this.#body, one), u32(this.#body, two)];
    if (a === b || this.#house[a] === this.#house[b]) return true;
    return this.#origins.get(a)?.has(b) === true || this.#origins.get(b)?.has(a) === true;
  }
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
