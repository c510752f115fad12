/**
 * The search over names, aliases, cities and topics. MiniSearch finds the words (as written, as a prefix, with a
 * typo); the order of the hits is ours: all words before some, exact before prefix before typo, names before
 * city before topic, actors before projects, the well connected first, then by id.
 */
import MiniSearch from "minisearch";
import { fold, foldedText, prefixLength, words } from "./search-text.ts";

export const SEARCH_FIELDS = ["name", "nameEn", "alias", "city", "topic"] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** The texts of one actor; a field can have several. */
export type SearchDocument = Readonly<Record<SearchField, readonly string[]>>;

/** Where the index reads what it does not keep itself. */
export interface SearchSource {
  document(key: number): SearchDocument;
  isProject(key: number): boolean;
  /** Number of links. */
  degree(key: number): number;
  /** Place in the order of ids. */
  order(key: number): number;
  /** The key at a place. */
  keyAt(order: number): number;
}

/** Where an actor was found. */
export interface Match {
  field: SearchField;
  text: string;
  /** Start and end (exclusive) in `text` of each matching part. */
  ranges: [number, number][];
}

/** What a query found, plain data; `matchIn` tells where in an actor's texts. */
export interface Finding {
  /** Best first. */
  keys: number[];
  matches: Matches;
  spellings: Spelling[];
}

/** More words than this are not searched for. */
const MAX_TERMS = 12;
/** Letters from which a word may have one typo, and two. */
const ONE_TYPO_LENGTH = 4;
const TWO_TYPOS_LENGTH = 8;
const EXACT = 0;
const PREFIX = 1;
const TYPO = 2;
/** One word more outweighs how well all the others fit. */
const WORD_FIT = 100;
const TIER: Readonly<Record<SearchField, number>> = {
  name: 0,
  nameEn: 0,
  alias: 0,
  city: 1,
  topic: 2,
};
/** Bits of a sort key below the quality of the match. */
const DEGREE_LIMIT = 2 ** 15;
const ORDER_LIMIT = 2 ** 22;

/** Word in the index → the word asked for that found it, and how well. */
export type Matches = Map<string, { term: string; quality: number }>;

/** A word as it was typed, in lower case. */
export interface Spelling {
  folded: string;
  lower: string;
}

/** How well the words asked for so far were found in one actor. */
interface Quality {
  found: number;
  worst: number;
  sum: number;
  tier: number;
}

export class SearchIndex {
  readonly #source: SearchSource;
  readonly #words: MiniSearch<{ id: number; document: SearchDocument }>;
  /** Whole names, folded → who has them. */
  readonly #names = new Map<string, Set<number>>();
  readonly #namesOf = new Map<number, string[]>();

  constructor(source: SearchSource) {
    this.#source = source;
    this.#words = new MiniSearch({
      fields: [...SEARCH_FIELDS],
      extractField: (entry, field) =>
        field === "id" ? entry.id : entry.document[field as SearchField].join("\n"),
      tokenize: (text) => words(text).map((word) => word.folded),
      processTerm: (term) => term,
    });
  }

  get size(): number {
    return this.#words.documentCount;
  }

  add(key: number): void {
    const document = this.#source.document(key);
    this.#words.add({ id: key, document });
    const names = [...document.name, ...document.nameEn, ...document.alias].map(foldedText);
    this.#namesOf.set(key, names);
    for (const name of names) {
      const keys = this.#names.get(name);
      if (keys) keys.add(key);
      else this.#names.set(name, new Set([key]));
    }
  }

  remove(key: number): void {
    this.#words.discard(key);
    for (const name of this.#namesOf.get(key) ?? []) {
      const keys = this.#names.get(name);
      keys?.delete(key);
      if (keys?.size === 0) this.#names.delete(name);
    }
    this.#namesOf.delete(key);
  }

  /** Best first, at most `limit`. Where no actor has all the words, those that have some. */
  query(text: string, limit: number): Finding {
    const typed = words(text);
    const terms = [...new Set(typed.map((word) => word.folded))].slice(0, MAX_TERMS);
    /** Indexed word → the word asked for that found it best. */
    const matches: Matches = new Map();
    const found = this.#findAll(terms, matches);
    if (found.size === 0 && terms.length > 1) this.#findSome(terms, found, matches);
    const named = this.#names.get(terms.join(" "));
    const sortKeys = new Float64Array(found.size);
    let count = 0;
    for (const [key, quality] of found) {
      sortKeys[count] = this.#sortKey(key, quality, terms.length, named?.has(key) ?? false);
      count += 1;
    }
    return {
      keys: Array.from(sortKeys.sort().subarray(0, limit), (sortKey) =>
        this.#source.keyAt(sortKey % ORDER_LIMIT),
      ),
      matches,
      spellings: typed.map(({ start, end, folded }) => ({
        folded,
        lower: text.slice(start, end).toLowerCase(),
      })),
    };
  }

  /** Actors that have all the words; the longest, which few have, first. */
  #findAll(terms: readonly string[], matches: Matches): Map<number, Quality> {
    let found: Map<number, Quality> | undefined;
    for (const term of [...terms].sort((a, b) => b.length - a.length)) {
      const before = found;
      const next = new Map<number, Quality>();
      this.#findTerm(term, hasPrefixes(term, terms), matches, before, (key, quality) => {
        next.set(key, before ? worse(before.get(key), quality) : quality);
      });
      found = next;
      if (found.size === 0) break;
    }
    return found ?? new Map();
  }

  #findSome(terms: readonly string[], found: Map<number, Quality>, matches: Matches): void {
    for (const term of terms) {
      this.#findTerm(term, hasPrefixes(term, terms), matches, undefined, (key, quality) => {
        found.set(key, worse(found.get(key), quality));
      });
    }
  }

  /** Calls `visit` for each actor that has the word, among those of `within`. */
  #findTerm(
    term: string,
    prefix: boolean,
    matches: Matches,
    within: ReadonlyMap<number, Quality> | undefined,
    visit: (key: number, quality: Quality) => void,
  ): void {
    const results = this.#words.search(term, {
      prefix,
      fuzzy: term.length >= TWO_TYPOS_LENGTH ? 2 : term.length >= ONE_TYPO_LENGTH ? 1 : false,
      tokenize: (text) => [text],
      ...(within ? { boostDocument: (key: number) => (within.has(key) ? 1 : 0) } : {}),
    });
    for (const { id, match } of results) {
      let best = TYPO * 3 + 2;
      for (const word in match) {
        const quality = word === term ? EXACT : word.startsWith(term) ? PREFIX : TYPO;
        const known = matches.get(word);
        if (known === undefined || known.quality > quality) matches.set(word, { term, quality });
        for (const field of match[word] ?? []) {
          best = Math.min(best, quality * 3 + TIER[field as SearchField]);
        }
      }
      const quality = Math.floor(best / 3);
      visit(id, { found: 1, worst: quality, sum: quality, tier: best % 3 });
    }
  }

  /** One number that sorts like the rules at the top of this file; its lowest part is the order. */
  #sortKey(key: number, quality: Quality, termCount: number, isName: boolean): number {
    let sortKey = termCount - quality.found;
    sortKey = sortKey * 3 + quality.worst;
    sortKey = sortKey * 32 + quality.sum;
    sortKey = sortKey * 3 + quality.tier;
    sortKey = sortKey * 2 + (this.#source.isProject(key) ? 1 : 0);
    sortKey = sortKey * 2 + (isName ? 0 : 1);
    sortKey =
      sortKey * DEGREE_LIMIT +
      (DEGREE_LIMIT - 1 - Math.min(this.#source.degree(key), DEGREE_LIMIT - 1));
    return sortKey * ORDER_LIMIT + this.#source.order(key);
  }
}

/** A single letter stands for what begins with it only where it is the last word, being typed. */
function hasPrefixes(term: string, terms: readonly string[]): boolean {
  return term.length > 1 || term === terms.at(-1);
}

/** What is known of an actor after one more word was found in it. */
function worse(known: Quality | undefined, next: Quality): Quality {
  if (known === undefined) return next;
  return {
    found: known.found + next.found,
    worst: Math.max(known.worst, next.worst),
    sum: known.sum + next.sum,
    tier: Math.max(known.tier, next.tier),
  };
}

/** The text in which most of the words were found, then the one where they fit best, then the earlier field. */
export function matchIn(
  document: SearchDocument,
  { matches, spellings }: Pick<Finding, "matches" | "spellings">,
): Match {
  let best: Match = { field: "name", text: document.name[0] ?? "", ranges: [] };
  let bestFit = 0;
  for (const field of SEARCH_FIELDS) {
    for (const text of document[field]) {
      const ranges: [number, number][] = [];
      const qualities = new Map<string, number>();
      for (const { start, end, folded } of words(text)) {
        const match = matches.get(folded);
        if (match === undefined) continue;
        const { term, quality } = match;
        qualities.set(term, Math.min(quality, qualities.get(term) ?? TYPO));
        const length =
          quality === PREFIX ? matchedLength(text.slice(start, end), term, spellings) : end - start;
        ranges.push([start, start + length]);
      }
      let fit = 0;
      for (const quality of qualities.values()) fit += WORD_FIT - quality;
      if (fit > bestFit) {
        bestFit = fit;
        best = { field, text, ranges };
      }
    }
  }
  return best;
}

/** Length of the part of a word that the typed prefix covers: letter for letter where it is spelt like that. */
function matchedLength(word: string, term: string, spellings: readonly Spelling[]): number {
  const lower = word.toLowerCase();
  const length = prefixLength(word, term);
  const spelling = spellings.find((one) => one.folded === term && lower.startsWith(one.lower));
  const isSpeltSo = spelling && fold(word.slice(0, spelling.lower.length)) === term;
  return isSpeltSo ? Math.max(length, spelling.lower.length) : length;
}
