/** Who meets on which occasion: the projects that are merged into ties, with their participants, and seen from these. */
import { f64, u8, u32 } from "./cells.ts";
import { OCCASION, type TieReading } from "./tie-reading.ts";

/** Rows of (number, weight), ascending by number; each number once, with the largest weight of its links. */
export interface WeightedRows {
  offsets: Uint32Array;
  numbers: Uint32Array;
  weights: Float64Array;
}

export interface JointOccasions {
  /** Row of a project: its participants. */
  participants: WeightedRows;
  /** Row of an actor: the projects that it shares. */
  projects: WeightedRows;
}

/** `links` masks the links that count (1); without it all do. */
export function findJointOccasions(reading: TieReading, links: Uint8Array | null): JointOccasions {
  const participants = gather(reading, links);
  return { participants, projects: transposed(participants) };
}

function gather(reading: TieReading, links: Uint8Array | null): WeightedRows {
  const { snapshot, roles, centres, weights: linkWeights } = reading;
  const count = snapshot.actorCount;
  const offsets = new Uint32Array(count + 1);
  const numbers = new Uint32Array(snapshot.linkCount);
  const weights = new Float64Array(snapshot.linkCount);
  const heaviest = new Map<number, number>();
  let size = 0;
  for (let project = 0; project < count; project += 1) {
    if (snapshot.isProject(project) && reading.isMerged(project)) {
      heaviest.clear();
      for (const link of snapshot.linksOf(project)) {
        if (links !== null && links[link] !== 1) continue;
        if (u8(roles, link) !== OCCASION || u32(centres, link) !== project) continue;
        const actor = snapshot.otherEnd(link, project);
        heaviest.set(actor, Math.max(heaviest.get(actor) ?? 0, f64(linkWeights, link)));
      }
      for (const actor of [...heaviest.keys()].sort((a, b) => a - b)) {
        numbers[size] = actor;
        weights[size] = heaviest.get(actor) ?? 0;
        size += 1;
      }
    }
    offsets[project + 1] = size;
  }
  return { offsets, numbers: numbers.slice(0, size), weights: weights.slice(0, size) };
}

function transposed({ offsets, numbers, weights }: WeightedRows): WeightedRows {
  const count = offsets.length - 1;
  const turned = new Uint32Array(count + 1);
  for (const number of numbers) turned[number + 1] = u32(turned, number + 1) + 1;
  for (let i = 0; i < count; i += 1) turned[i + 1] = u32(turned, i + 1) + u32(turned, i);
  const next = turned.slice();
  const rows = new Uint32Array(numbers.length);
  const values = new Float64Array(numbers.length);
  for (let row = 0; row < count; row += 1) {
    for (let entry = u32(offsets, row); entry < u32(offsets, row + 1); entry += 1) {
      const number = u32(numbers, entry);
      const place = u32(next, number);
      rows[place] = row;
      values[place] = f64(weights, entry);
      next[number] = place + 1;
    }
  }
  return { offsets: turned, numbers: rows, weights: values };
}
