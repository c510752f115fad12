/** What a suggestion rests on: shared partners, topics, distance and chance meetings of two actors; topics of two groups. */
import type { PairTerm } from "../contract/opportunity-words.ts";
import { f64, u32 } from "./cells.ts";
import type { OpportunityModel, Sides } from "./opportunity-model.ts";
import type { SparseRows } from "./opportunity-occasions.ts";
import {
  type ComplementaryTopic,
  complementaryTopics,
  cosineOfVectors,
  groupVector,
  product,
  sharedTopics,
  type TopicSpace,
} from "./opportunity-topics.ts";
import type { PairModel } from "./pair-scores.ts";
import { row, type Snapshot } from "./snapshot.ts";

const PARTNERS_NAMED = 3;
const TOPICS_OF_PAIR = 2;
const TOPICS_NAMED = 3;
const TOPICS_OF_GROUPS = 5;

export interface ActorEvidence {
  /** What each term adds; `null` value = cannot be computed and counts as its mean. */
  terms: { term: PairTerm; value: number | null; z: number }[];
  /** Common partners in all, and the least connected ones: they say most. */
  commonPartners: number;
  partners: number[];
  /** Partners of the one that work with a partner of the other. */
  indirect: number;
  topics: number[];
  /** Kilometres; NaN = not known. */
  distanceKm: number;
  /** Joint projects expected by chance from the activity in the same topics; NaN where one has no project. */
  expected: number;
}

export function actorEvidence(
  { columns, snapshot, rules }: OpportunityModel,
  model: PairModel,
  x: number,
  y: number,
): ActorEvidence {
  const { ties } = columns;
  const terms = model.explain(x, y);
  const partnersOf = (actor: number) => row({ offsets: ties.offsets, values: ties.targets }, actor);
  const isOfY = new Uint8Array(snapshot.actorCount);
  for (const z of partnersOf(y)) isOfY[z] = 1;
  const ofX = partnersOf(x);
  const common = Array.from(ofX).filter((z) => isOfY[z] === 1 && rules.isDefunct[z] !== 1);
  const degree = (z: number) => u32(ties.offsets, z + 1) - u32(ties.offsets, z);
  isOfY[x] = 0;
  const indirect = ofX.filter((u) => partnersOf(u).some((v) => isOfY[v] === 1));
  return {
    terms,
    commonPartners: common.length,
    partners: common.sort((a, b) => degree(a) - degree(b) || a - b).slice(0, PARTNERS_NAMED),
    indirect: indirect.length,
    topics: topicsOfPair(snapshot, columns, x, y),
    distanceKm: model.terms.raw.distanceKm[y] ?? Number.NaN,
    expected: expectedByChance(columns, x, y),
  };
}

/** Topics of both that tell most: their own ones, else those of their projects. */
function topicsOfPair(
  snapshot: Snapshot,
  { pairs, isProgrammeTopic }: OpportunityModel["columns"],
  x: number,
  y: number,
): number[] {
  let broad: number[] = [];
  for (const space of pairs.spaces) {
    const shared = topicsInCommon(space, x, y).filter((topic) => isProgrammeTopic[topic] !== 1);
    const telling = mostTelling(snapshot, shared).slice(0, TOPICS_OF_PAIR);
    if (telling.some((topic) => !isRoot(snapshot, topic))) return telling;
    if (broad.length === 0) broad = telling;
  }
  return broad;
}

/** What both do most often first, then what fewer others do. */
function topicsInCommon({ counts, idf }: TopicSpace, x: number, y: number): number[] {
  const common: { topic: number; times: number }[] = [];
  forEachInCommon(counts, x, y, (topic, ofX, ofY) => {
    common.push({ topic, times: Math.min(ofX, ofY) });
  });
  return common
    .sort((a, b) => b.times - a.times || f64(idf, b.topic) - f64(idf, a.topic) || a.topic - b.topic)
    .map(({ topic }) => topic);
}

/** Columns of both rows, ascending. */
function forEachInCommon(
  { offsets, column, value }: SparseRows,
  x: number,
  y: number,
  visit: (column: number, ofX: number, ofY: number) => void,
): void {
  let [i, j] = [u32(offsets, x), u32(offsets, y)];
  const [endX, endY] = [u32(offsets, x + 1), u32(offsets, y + 1)];
  while (i < endX && j < endY) {
    const [a, b] = [u32(column, i), u32(column, j)];
    if (a === b) visit(a, f64(value, i), f64(value, j));
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
}

/** Without topics of which the list has a narrower one, and without whole fields where it has anything else. */
function mostTelling(snapshot: Snapshot, topics: readonly number[]): number[] {
  const { topics: entries } = snapshot.data;
  const broader = new Set<number>();
  for (const topic of topics) {
    for (let up = entries[topic]?.broader ?? -1; up >= 0 && !broader.has(up); ) {
      broader.add(up);
      up = entries[up]?.broader ?? -1;
    }
  }
  const narrow = topics.filter((topic) => !broader.has(topic));
  const precise = narrow.filter((topic) => !isRoot(snapshot, topic));
  return precise.length > 0 ? precise : narrow;
}

/** A whole field: others are narrower than it and it is part of none. */
function isRoot({ data }: Snapshot, topic: number): boolean {
  return data.topics[topic]?.broader === -1 && data.topics.some(({ broader }) => broader === topic);
}

/** Σ_t n_x(t) n_y(t) / N_t, every participation counted alike. */
function expectedByChance(
  { profile, mass }: OpportunityModel["columns"],
  x: number,
  y: number,
): number {
  const isUnknown = (actor: number) => profile.offsets[actor] === profile.offsets[actor + 1];
  if (isUnknown(x) || isUnknown(y)) return Number.NaN;
  let sum = 0;
  forEachInCommon(profile, x, y, (part, ofX, ofY) => {
    sum += (ofX * ofY) / f64(mass, part);
  });
  return sum;
}

export interface GroupTopics {
  /** Of both, telling most first. */
  shared: number[];
  /** What the second has and the first is close to, and the other way round. */
  fromB: ComplementaryTopic[];
  fromA: ComplementaryTopic[];
  cosine: number;
}

/** By what the groups' members say they work on. */
export function groupTopics(
  model: OpportunityModel,
  groupA: number,
  groupB: number,
  sides: Sides,
): GroupTopics {
  const space = ownSpace(model);
  const actorsOf = (group: number, side: Uint32Array) =>
    Uint32Array.of(model.snapshot.groupActor(group), ...side);
  const [actorsA, actorsB] = [actorsOf(groupA, sides.a), actorsOf(groupB, sides.b)];
  const [vectorA, vectorB] = [groupVector(space, actorsA), groupVector(space, actorsB)];
  const [countA, countB] = [topicCounts(space, actorsA), topicCounts(space, actorsB)];
  const narrow = (list: ComplementaryTopic[]) => {
    const near = list.filter(({ density }) => density >= CLOSE);
    const kept = mostTelling(
      model.snapshot,
      near.map(({ topic }) => topic),
    );
    return near.filter(({ topic }) => kept.includes(topic)).slice(0, TOPICS_NAMED);
  };
  const proximity = model.proximity();
  return {
    shared: mostTelling(model.snapshot, sharedTopics(vectorA, vectorB, MANY)).slice(
      0,
      TOPICS_OF_GROUPS,
    ),
    fromB: narrow(complementaryTopics(proximity, countA, countB, MANY)),
    fromA: narrow(complementaryTopics(proximity, countB, countA, MANY)),
    cosine: cosineOfVectors(vectorA, vectorB),
  };
}

/** Cosine and shared topics of two groups by position; each group's vector is made once. */
export function relatedTopics(model: OpportunityModel, groups: readonly number[]) {
  const space = ownSpace(model);
  const vectors = groups.map((group) =>
    groupVector(space, [model.snapshot.groupActor(group), ...row(model.members, group)]),
  );
  const isTelling = vectors.map((vector) => vector.some((value) => value !== 0));
  const vectorOf = (place: number) => vectors[place] ?? new Float64Array(space.idf.length);
  return {
    cosine: (a: number, b: number) =>
      isTelling[a] && isTelling[b] ? product(vectorOf(a), vectorOf(b)) : Number.NaN,
    shared: (a: number, b: number) => {
      const shared = sharedTopics(vectorOf(a), vectorOf(b), MANY);
      return mostTelling(model.snapshot, shared).slice(0, TOPICS_NAMED);
    },
  };
}

function ownSpace(model: OpportunityModel): TopicSpace {
  const [own] = model.columns.pairs.spaces;
  if (!own) throw new Error("opportunities: expected a space of the actors' own topics");
  return own;
}

/** Number of actors by topic. */
function topicCounts({ counts, idf }: TopicSpace, actors: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(idf.length);
  for (const actor of actors) {
    for (let i = u32(counts.offsets, actor); i < u32(counts.offsets, actor + 1); i += 1) {
      numbers[u32(counts.column, i)] = u32(numbers, u32(counts.column, i)) + 1;
    }
  }
  return numbers;
}

/** Relatedness density from which on a topic is close to what a group works on. */
const CLOSE = 20;
/** Enough that no narrower topic is missed. */
const MANY = 40;
