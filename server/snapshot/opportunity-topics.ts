/**
 * What actors and groups work on: topic vectors log(1 + n) · idf, their cosine, and for two groups the topics that
 * they share and those that one has and the other is close to (relatedness density).
 */
import { f64, u32 } from "./cells.ts";
import { type SparseRows, sparseRows } from "./opportunity-occasions.ts";
import { at } from "./snapshot.ts";

export interface TopicSpace {
  /** Row a: n of each topic of actor a. */
  counts: SparseRows;
  /** ln(actors with a topic / actors with this one). */
  idf: Float64Array;
  /** Row a: log(1 + n) · idf, of length 1; an actor without a telling topic has an empty row. */
  vectors: SparseRows;
}

export function topicSpace(counts: SparseRows, topicCount: number): TopicSpace {
  const actorCount = counts.offsets.length - 1;
  const holders = new Float64Array(topicCount);
  let withTopics = 0;
  for (let actor = 0; actor < actorCount; actor += 1) {
    if (u32(counts.offsets, actor) < u32(counts.offsets, actor + 1)) withTopics += 1;
  }
  for (const topic of counts.column) holders[topic] = f64(holders, topic) + 1;
  const idf = Float64Array.from(holders, (n) => (n === 0 ? 0 : Math.log(withTopics / n)));
  const vectors = sparseRows(actorCount, (actor, add) => {
    const [start, end] = [u32(counts.offsets, actor), u32(counts.offsets, actor + 1)];
    let squares = 0;
    for (let i = start; i < end; i += 1) squares += weighed(counts, idf, i) ** 2;
    if (squares === 0) return;
    const length = Math.sqrt(squares);
    for (let i = start; i < end; i += 1) {
      const value = weighed(counts, idf, i) / length;
      if (value > 0) add(u32(counts.column, i), value);
    }
  });
  return { counts, idf, vectors };
}

function weighed({ column, value }: SparseRows, idf: Float64Array, i: number): number {
  return Math.log1p(f64(value, i)) * f64(idf, u32(column, i));
}

/** Cosine of two actors in one space; NaN where one has no telling topic. */
export function cosine({ vectors }: TopicSpace, x: number, y: number): number {
  const { offsets, column, value } = vectors;
  let [i, j] = [u32(offsets, x), u32(offsets, y)];
  const [endX, endY] = [u32(offsets, x + 1), u32(offsets, y + 1)];
  if (i === endX || j === endY) return Number.NaN;
  let sum = 0;
  while (i < endX && j < endY) {
    const [topicX, topicY] = [u32(column, i), u32(column, j)];
    if (topicX === topicY) sum += f64(value, i) * f64(value, j);
    if (topicX <= topicY) i += 1;
    if (topicY <= topicX) j += 1;
  }
  return sum;
}

/** Mean of the cosines over the spaces in which both have a topic; NaN where there is none. */
export function topicCosine(spaces: readonly TopicSpace[], x: number, y: number): number {
  return meanKnown(spaces.map((space) => cosine(space, x, y)));
}

export function meanKnown(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** A group's vector in one space, dense and of length 1 (all zero without topics): n summed over its actors. */
export function groupVector(space: TopicSpace, actors: ArrayLike<number>): Float64Array {
  const { counts, idf } = space;
  const total = new Float64Array(idf.length);
  for (let m = 0; m < actors.length; m += 1) {
    const actor = at(actors, m);
    for (let i = u32(counts.offsets, actor); i < u32(counts.offsets, actor + 1); i += 1) {
      const topic = u32(counts.column, i);
      total[topic] = f64(total, topic) + f64(counts.value, i);
    }
  }
  const vector = total.map((n, topic) => Math.log1p(n) * f64(idf, topic));
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Cosine of an actor with the vector of a group that has topics; NaN where the actor has none. */
export function cosineWith({ vectors }: TopicSpace, actor: number, group: Float64Array): number {
  const [start, end] = [u32(vectors.offsets, actor), u32(vectors.offsets, actor + 1)];
  if (start === end) return Number.NaN;
  let sum = 0;
  for (let i = start; i < end; i += 1)
    sum += f64(vectors.value, i) * f64(group, u32(vectors.column, i));
  return sum;
}

export function cosineOfVectors(one: Float64Array, two: Float64Array): number {
  if (one.every((value) => value === 0) || two.every((value) => value === 0)) return Number.NaN;
  return product(one, two);
}

/** Σ of the products of two vectors. */
export function product(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let topic = 0; topic < one.length; topic += 1) sum += f64(one, topic) * f64(two, topic);
  return sum;
}

/** Topics of both, those that tell most first (by the product of the two vectors). */
export function sharedTopics(one: Float64Array, two: Float64Array, limit: number): number[] {
  return strongest(
    one.map((value, topic) => value * f64(two, topic)),
    limit,
  );
}

export interface ComplementaryTopic {
  topic: number;
  /** Relatedness density 0–100: the share of what is related to the topic that the group already works on. */
  density: number;
}

/** φ_ij = the smaller of P(i|j) and P(j|i) over actors: how often two topics stand together. */
export function topicProximity({ counts, idf }: TopicSpace): Float64Array {
  const size = idf.length;
  const together = new Float64Array(size * size);
  for (let actor = 0; actor + 1 < counts.offsets.length; actor += 1) {
    const topics = counts.column.subarray(counts.offsets[actor], counts.offsets[actor + 1]);
    for (const i of topics) {
      for (const j of topics) together[i * size + j] = f64(together, i * size + j) + 1;
    }
  }
  return together.map((n, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    const most = Math.max(f64(together, i * size + i), f64(together, j * size + j));
    return i === j || most === 0 ? 0 : n / most;
  });
}

/**
 * Topics that `other` works on and `own` does not, closest to what `own` works on first. `own` and `other` are
 * numbers of actors by topic; a group works on a topic from two actors on.
 */
export function complementaryTopics(
  proximity: Float64Array,
  own: ArrayLike<number>,
  other: ArrayLike<number>,
  limit: number,
): ComplementaryTopic[] {
  const size = own.length;
  const found: ComplementaryTopic[] = [];
  for (let topic = 0; topic < size; topic += 1) {
    if (at(own, topic) > 0 || at(other, topic) < WORKS_ON) continue;
    let all = 0;
    let held = 0;
    for (let j = 0; j < size; j += 1) {
      const phi = f64(proximity, topic * size + j);
      all += phi;
      if (at(own, j) >= WORKS_ON) held += phi;
    }
    if (held > 0) found.push({ topic, density: (100 * held) / all });
  }
  return found.sort((a, b) => b.density - a.density || a.topic - b.topic).slice(0, limit);
}

/** From so many actors on a topic is one of the group. */
const WORKS_ON = 2;

/** Positions of the largest positive values; ties by position. */
export function strongest(values: Float64Array, limit: number): number[] {
  return Array.from(values.keys())
    .filter((i) => f64(values, i) > 0)
    .sort((a, b) => f64(values, b) - f64(values, a) || a - b)
    .slice(0, limit);
}
