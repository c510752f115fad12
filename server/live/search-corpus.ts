/**
 * The search index over the newest build. Each actor keeps its key in the index from build to build as long as
 * its texts stay the same, so that a change indexes only the actors it changed.
 */
import type { Build } from "../snapshot/build.ts";
import { i32, u32 } from "../snapshot/cells.ts";
import { type Finding, type SearchDocument, SearchIndex } from "../snapshot/search-index.ts";
import { at, type Snapshot } from "../snapshot/snapshot.ts";
import { SearchTexts } from "./search-texts.ts";

/** Actor numbers of the newest build, best first, and what was found in their texts. */
export interface CorpusFinding extends Pick<Finding, "matches" | "spellings"> {
  actors: Uint32Array;
}

const NO_KEY = -1;

export class SearchCorpus {
  #texts: SearchTexts | undefined;
  /** Actor number → key, and back; a key is never used again. */
  #keys = new Int32Array(0);
  readonly #actors: number[] = [];
  readonly #index = new SearchIndex({
    document: (key) => this.#current.documentOf(at(this.#actors, key)),
    isProject: (key) => this.#current.snapshot.isProject(at(this.#actors, key)),
    degree: (key) => {
      const { offsets } = this.#current.snapshot.data.incidence;
      const actor = at(this.#actors, key);
      return u32(offsets, actor + 1) - u32(offsets, actor);
    },
    order: (key) => at(this.#actors, key),
    keyAt: (actor) => i32(this.#keys, actor),
  });

  get #current(): SearchTexts {
    if (!this.#texts) throw new Error("search: expected a build before the first query");
    return this.#texts;
  }

  /** Brings the index to the build, one actor a step; yields after each step, returns the number of steps. */
  *update(build: Build): Generator<void, number> {
    const before = this.#texts;
    const oldKeys = this.#keys;
    const next = new SearchTexts(build);
    const keys = new Int32Array(build.data.actors.count).fill(NO_KEY);
    const gone: number[] = [];
    for (const [old, actor] of pairs(before?.snapshot, next.snapshot)) {
      const key = old === undefined ? NO_KEY : i32(oldKeys, old);
      const isSame =
        old !== undefined &&
        actor !== undefined &&
        before !== undefined &&
        hasSameTexts(before.documentOf(old), next.documentOf(actor));
      if (isSame) keys[actor] = key;
      else if (key !== NO_KEY) gone.push(key);
    }
    this.#texts = next;
    this.#keys = keys;
    keys.forEach((key, actor) => {
      if (key !== NO_KEY) this.#actors[key] = actor;
    });
    let steps = 0;
    for (const key of gone) {
      this.#index.remove(key);
      steps += 1;
      yield;
    }
    for (let actor = 0; actor < keys.length; actor += 1) {
      if (keys[actor] !== NO_KEY) continue;
      const key = this.#actors.push(actor) - 1;
      keys[actor] = key;
      this.#index.add(key);
      steps += 1;
      yield;
    }
    return steps;
  }

  query(text: string, limit: number): CorpusFinding {
    const { keys, matches, spellings } = this.#index.query(text, limit);
    return { actors: Uint32Array.from(keys, (key) => at(this.#actors, key)), matches, spellings };
  }
}

/** Walks both snapshots in the order of their ids: actors of both, of the old one only, of the new one only. */
function* pairs(
  before: Snapshot | undefined,
  next: Snapshot,
): Generator<[old: number | undefined, actor: number | undefined]> {
  let old = 0;
  let actor = 0;
  const oldCount = before?.actorCount ?? 0;
  while (old < oldCount || actor < next.actorCount) {
    const oldId = before && old < oldCount ? before.actorId(old) : undefined;
    const id = actor < next.actorCount ? next.actorId(actor) : undefined;
    const isOld = oldId !== undefined && (id === undefined || oldId <= id);
    const isNew = id !== undefined && (oldId === undefined || id <= oldId);
    yield [isOld ? old : undefined, isNew ? actor : undefined];
    if (isOld) old += 1;
    if (isNew) actor += 1;
  }
}

function hasSameTexts(a: SearchDocument, b: SearchDocument): boolean {
  return (
    sameList(a.name, b.name) &&
    sameList(a.nameEn, b.nameEn) &&
    sameList(a.alias, b.alias) &&
    sameList(a.city, b.city) &&
    sameList(a.topic, b.topic)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
