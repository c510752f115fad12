/**
 * The graph in memory: dense numbers, typed arrays, compressed sparse rows; immutable, one revision.
 * Actors are numbered in the order of their ids (code points), so "ties are broken by id" means by number.
 * The arrays lie in shared memory: every worker reads the same ones, nothing is copied when a revision is handed over.
 */
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  LINK_TYPES,
  type LinkType,
} from "../contract/vocabulary.ts";
import { i32, u8, u32 } from "./cells.ts";

/** One string a row as UTF-8; a row of length 0 means not known. `offsets` has one entry more than there are rows. */
export interface StringColumn {
  bytes: Uint8Array;
  offsets: Uint32Array;
}

/** Rows of numbers: row i is `values[offsets[i] … offsets[i + 1])`. */
export interface Rows {
  offsets: Uint32Array;
  values: Uint32Array;
}

/**
 * A date of any precision as a number: 20190401, 20161100 (month), 20170000 (year); 0 = not known.
 */
export type DateCode = number;

export interface TopicEntry {
  id: string;
  nameDe: string;
  nameEn: string;
  /** Number of the broader topic, -1 for none. */
  broader: number;
}

/** Plain data (structured clone keeps it), written by `build.ts` only. `A` actors, `L` links, `G` groups. */
export interface SnapshotData {
  revision: number;
  /** Number of sources in the store. */
  sources: number;
  /** Distinct values that columns point into; index 0 is "" = not known. */
  cities: string[];
  states: string[];
  countries: string[];
  programmes: string[];
  programmeParts: string[];
  topics: TopicEntry[];
  actors: {
    count: number;
    id: StringColumn;
    name: StringColumn;
    nameEn: StringColumn;
    /** The shortest alias that is shorter than the name. */
    short: StringColumn;
    /** Index into ACTOR_KINDS. */
    kind: Uint8Array;
    city: Uint32Array;
    state: Uint32Array;
    country: Uint32Array;
    /** Degrees; NaN = not known. */
    lat: Float64Array;
    lon: Float64Array;
    /** Topic numbers of each actor, ascending. */
    topics: Rows;
    /** Start and end of a project, date codes. */
    start: Uint32Array;
    end: Uint32Array;
    programme: Uint32Array;
    programmePart: Uint32Array;
    /** Participants of a project in all countries and in Germany; 0 = not known. */
    participants: Uint32Array;
    participantsDe: Uint32Array;
    /** Position in the overview's plane (units: CSS pixels of a picture of about 1200 × 800), stable for a revision. */
    x: Float64Array;
    y: Float64Array;
  };
  links: {
    count: number;
    id: StringColumn;
    source: Uint32Array;
    target: Uint32Array;
    /** Index into LINK_TYPES. */
    type: Uint8Array;
    /** Index into CONFIDENCES (0 is the surest). */
    confidence: Uint8Array;
    since: Uint32Array;
    until: Uint32Array;
  };
  /** Links of each actor in both directions, by link number; a self-loop never gets in. */
  incidence: Rows;
  groups: {
    count: number;
    /** Actor number of each group, ascending. */
    actor: Uint32Array;
    /** Group number of each actor, -1 for one that is no group (length A). */
    ofActor: Int32Array;
    /**
     * Memberships: row g holds positions of entries for the members of group g, direct ones first, then by
     * actor number. An actor can occur several times (several links, or direct and through a nested group).
     */
    members: { offsets: Uint32Array; actor: Uint32Array; link: Uint32Array; via: Int32Array };
    /** The same seen from the actors: row a holds group numbers, ascending, each once (length A + 1). */
    ofMember: Rows;
    /** Groups that group g is part of, directly or through others (PART_OF), nearest first, group numbers. */
    ancestors: Rows;
    /** Groups that succeed or precede group g (SUCCESSOR_OF, followed through chains), group numbers. */
    relatives: Rows;
    /** Group number of the drawn parent (the nearest ancestor of the same kind), -1 for none. */
    parent: Int32Array;
    /** Group number of the nearest ancestor that is not of an overview kind (hub, cluster, house_of): its family; -1 for none. */
    family: Int32Array;
    /** Number of distinct members. */
    size: Uint32Array;
    /** Radius in the overview's plane. */
    radius: Float64Array;
  };
  /** Rows of the database that do not fit the model; the first 100, and how many there are. */
  rejected: { id: string; reason: string }[];
  rejectedTotal: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const PROJECT = ACTOR_KINDS.indexOf("project");

/** Why a pair of groups is not counted as a cross-link. */
export type Structure = "nested" | "succession" | null;

/** The snapshot as algorithms and questions read it. Cheap to make: it only wraps the data. */
export class Snapshot {
  readonly data: SnapshotData;
  constructor(data: SnapshotData) {
    this.data = data;
  }
  get revision(): number {
    return this.data.revision;
  }
  get actorCount(): number {
    return this.data.actors.count;
  }
  get linkCount(): number {
    return this.data.links.count;
  }
  get groupCount(): number {
    return this.data.groups.count;
  }

  actorId(actor: number): string {
    return readString(this.data.actors.id, actor);
  }
  actorName(actor: number): string {
    return readString(this.data.actors.name, actor);
  }
  actorNameEn(actor: number): string | null {
    return readString(this.data.actors.nameEn, actor) || null;
  }
  actorShort(actor: number): string | null {
    return readString(this.data.actors.short, actor) || null;
  }
  actorKind(actor: number): ActorKind {
    return ACTOR_KINDS[u8(this.data.actors.kind, actor)] as ActorKind;
  }
  isProject(actor: number): boolean {
    return this.data.actors.kind[actor] === PROJECT;
  }
  actorCity(actor: number): string | null {
    return this.data.cities[u32(this.data.actors.city, actor)] || null;
  }
  actorState(actor: number): string | null {
    return this.data.states[u32(this.data.actors.state, actor)] || null;
  }
  /** Number of the actor with this id, -1 when there is none. */
  findActor(id: string): number {
    return findString(this.data.actors.id, this.data.actors.count, id);
  }

  linkId(link: number): string {
    return readString(this.data.links.id, link);
  }
  linkType(link: number): LinkType {
    return LINK_TYPES[u8(this.data.links.type, link)] as LinkType;
  }
  linkConfidence(link: number): Confidence {
    return CONFIDENCES[u8(this.data.links.confidence, link)] as Confidence;
  }
  /** The other end of a link of `actor`. */
  otherEnd(link: number, actor: number): number {
    const source = u32(this.data.links.source, link);
    return source === actor ? u32(this.data.links.target, link) : source;
  }
  /** Link numbers of an actor, both directions. */
  linksOf(actor: number): Uint32Array {
    return row(this.data.incidence, actor);
  }

  /** Group number of an actor, -1 when it is no group. */
  groupOf(actor: number): number {
    return i32(this.data.groups.ofActor, actor);
  }
  groupActor(group: number): number {
    return u32(this.data.groups.actor, group);
  }
  /** Group numbers that the actor belongs to, directly or through a nested group. */
  groupsOf(actor: number): Uint32Array {
    return row(this.data.groups.ofMember, actor);
  }
  /** Nested in each other, or one the other's successor: what links the two is structure, not a cross-link. */
  structure(groupA: number, groupB: number): Structure {
    const { ancestors, relatives } = this.data.groups;
    if (row(ancestors, groupA).includes(groupB) || row(ancestors, groupB).includes(groupA)) {
      return "nested";
    }
    return row(relatives, groupA).includes(groupB) ? "succession" : null;
  }
}

/** The element of a typed array at an index that is known to exist. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}

export function row(rows: Rows, index: number): Uint32Array {
  return rows.values.subarray(rows.offsets[index], rows.offsets[index + 1]);
}

export function readString(column: StringColumn, index: number): string {
  const start = u32(column.offsets, index);
  const end = u32(column.offsets, index + 1);
  return start === end ? "" : decoder.decode(column.bytes.subarray(start, end));
}

/** Binary search in a column sorted by UTF-8 bytes (= code points). */
function findString(column: StringColumn, count: number, text: string): number {
  const wanted = encoder.encode(text);
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(
      column.bytes.subarray(column.offsets[middle], column.offsets[middle + 1]),
      wanted,
    );
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = u8(a, i) - u8(b, i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** `20161100` → `2016-11`; 0 → null. */
export function dateText(code: DateCode): string | null {
  if (code === 0) return null;
  const year = String(Math.floor(code / 10_000)).padStart(4, "0");
  const month = Math.floor(code / 100) % 100;
  const day = code % 100;
  if (month === 0) return year;
  const yearMonth = `${year}-${String(month).padStart(2, "0")}`;
  return day === 0 ? yearMonth : `${yearMonth}-${String(day).padStart(2, "0")}`;
}

/** `2016-11` → 20161100; a text of another form → 0. */
export function dateCode(text: string): DateCode {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return 0;
  return Number(found[1]) * 10_000 + Number(found[2] ?? 0) * 100 + Number(found[3] ?? 0);
}

/** Whether something from `since` to `until` (0 = not known, excludes nothing) was alive in the year. */
export function aliveIn(year: number, since: DateCode, until: DateCode): boolean {
  return (
    (since === 0 || Math.floor(since / 10_000) <= year) &&
    (until === 0 || Math.floor(until / 10_000) >= year)
  );
}
