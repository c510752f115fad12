/**
 * The raw terms of a pair score, of one actor against all or some others: RA and L3 by walking the graph of ties
 * from it, expected meetings, topic cosine and distance from columns.
 */
import { f64, u8, u32 } from "./cells.ts";
import { accumulate } from "./columns.ts";
import type { SparseRows, Ties } from "./opportunity-occasions.ts";
import { E, G, L3, RA, T } from "./opportunity-scales.ts";
import type { TopicSpace } from "./opportunity-topics.ts";
import { TieWalks } from "./opportunity-walks.ts";

export interface PairColumns {
  actorCount: number;
  /** A number for each actor that only depends on its id: makes the sample independent of who else is there. */
  keys: Uint32Array;
  ties: Ties;
  /** ñ_x(t): participations of each actor by part, weighted by age, and Ñ_t of all. */
  profile: SparseRows;
  mass: Float64Array;
  spaces: readonly TopicSpace[];
  /** Degrees; NaN = not known. */
  lat: Float64Array;
  lon: Float64Array;
}

/** The terms of one actor against others, by actor number; overwritten by the next call. NaN = cannot be computed. */
export interface RawTerms {
  ra: Float64Array;
  l3: Float64Array;
  expected: Float64Array;
  topics: Float64Array;
  distanceKm: Float64Array;
}

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Computes raw terms: neighbourhood indices by walking from x, everything else from columns. */
export class PairTerms {
  readonly columns: PairColumns;
  readonly raw: RawTerms;
  readonly walks: TieWalks;
  /** Unit vectors of the places. */
  readonly #place: Float64Array;
  readonly #byPart: SparseRows;
  readonly #byTopic: readonly SparseRows[];
  readonly #known: Uint8Array;
  readonly #everyone: Uint32Array;
  /** All zero between two calls. */
  readonly #ofPart: Float64Array;
  readonly #ofTopic: readonly Float64Array[];

  constructor(columns: PairColumns, isWeighted: boolean) {
    const { actorCount, ties, mass, spaces } = columns;
    this.columns = columns;
    this.walks = new TieWalks(ties, isWeighted);
    this.#place = placesOf(columns);
    this.#byPart = transposed(columns.profile, mass.length);
    this.#byTopic = spaces.map(({ vectors, idf }) => transposed(vectors, idf.length));
    const column = () => new Float64Array(actorCount);
    this.raw = {
      ra: this.walks.ra,
      l3: this.walks.l3,
      expected: column(),
      topics: column(),
      distanceKm: column(),
    };
    this.#known = new Uint8Array(actorCount);
    this.#everyone = Uint32Array.from({ length: actorCount }, (_, actor) => actor);
    this.#ofPart = new Float64Array(mass.length);
    this.#ofTopic = spaces.map(({ idf }) => new Float64Array(idf.length));
  }

  /** Terms of x with `others` (all actors when null) into `raw`; values of anybody else mean nothing. */
  fill(x: number, others: Uint32Array | null): void {
    this.walks.fillAllShared(x);
    if (others === null) this.walks.fillAllIndirect(x);
    else for (const y of others) this.walks.fillIndirect(x, y);
    this.#compare(x, others ?? this.#everyone, others === null);
  }

  /** The terms that do not need the ties. */
  compare(x: number, others: Uint32Array): void {
    this.#compare(x, others, false);
  }

  /** What was filled for the pair, as a row of terms; NaN = cannot be computed. */
  gather(x: number, y: number, row: Float64Array): void {
    const { raw } = this;
    const isTied = this.walks.hasTies(x) && this.walks.hasTies(y);
    row[RA] = isTied ? f64(raw.ra, y) : Number.NaN;
    row[L3] = isTied ? f64(raw.l3, y) : Number.NaN;
    row[E] = f64(raw.expected, y);
    row[T] = f64(raw.topics, y);
    row[G] = -Math.log1p(f64(raw.distanceKm, y) / 10);
  }

  #compare(x: number, targets: Uint32Array, isEveryone: boolean): void {
    this.#expect(x, targets, isEveryone);
    this.#compareTopics(x, targets, isEveryone);
    this.#measure(x, targets);
  }

  /** E = Σ_t ñ_x(t) ñ_y(t) / Ñ_t. */
  #expect(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { profile, mass } = this.columns;
    const { expected } = this.raw;
    const [start, end] = [u32(profile.offsets, x), u32(profile.offsets, x + 1)];
    if (isEveryone) {
      for (const y of targets) expected[y] = start < end && hasRow(profile, y) ? 0 : Number.NaN;
      for (let i = start; i < end; i += 1) {
        const part = u32(profile.column, i);
        addScaled(expected, this.#byPart, part, f64(profile.value, i) / f64(mass, part));
      }
      return;
    }
    const scaled = this.#ofPart;
    for (let i = start; i < end; i += 1) {
      const part = u32(profile.column, i);
      scaled[part] = f64(profile.value, i) / f64(mass, part);
    }
    for (const y of targets) {
      const isKnown = start < end && hasRow(profile, y);
      expected[y] = isKnown ? productWith(profile, y, scaled) : Number.NaN;
    }
    for (let i = start; i < end; i += 1) scaled[u32(profile.column, i)] = 0;
  }

  /** Mean of the cosines over the spaces in which both have a topic. */
  #compareTopics(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { topics } = this.raw;
    for (const y of targets) {
      topics[y] = 0;
      this.#known[y] = 0;
    }
    this.columns.spaces.forEach(({ vectors }, s) => {
      const [start, end] = [u32(vectors.offsets, x), u32(vectors.offsets, x + 1)];
      if (start === end) return;
      for (const y of targets) if (hasRow(vectors, y)) this.#known[y] = u8(this.#known, y) + 1;
      const [byTopic, own] = [this.#byTopic[s], this.#ofTopic[s]];
      if (!byTopic || !own) return;
      if (isEveryone) {
        for (let i = start; i < end; i += 1) {
          addScaled(topics, byTopic, u32(vectors.column, i), f64(vectors.value, i));
        }
        return;
      }
      for (let i = start; i < end; i += 1) own[u32(vectors.column, i)] = f64(vectors.value, i);
      for (const y of targets) topics[y] = f64(topics, y) + productWith(vectors, y, own);
      for (let i = start; i < end; i += 1) own[u32(vectors.column, i)] = 0;
    });
    for (const y of targets) {
      topics[y] = this.#known[y] === 0 ? Number.NaN : f64(topics, y) / u8(this.#known, y);
    }
  }

  #measure(x: number, targets: Uint32Array): void {
    const { distanceKm } = this.raw;
    const place = this.#place;
    const [px, py, pz] = [f64(place, 3 * x), f64(place, 3 * x + 1), f64(place, 3 * x + 2)];
    for (const y of targets) {
      const dx = f64(place, 3 * y) - px;
      const dy = f64(place, 3 * y + 1) - py;
      const dz = f64(place, 3 * y + 2) - pz;
      const chord = Math.min(2, Math.sqrt(dx * dx + dy * dy + dz * dz));
      distanceKm[y] = 2 * EARTH_RADIUS_KM * Math.asin(chord / 2);
    }
  }
}

const hasRow = ({ offsets }: SparseRows, index: number) =>
  u32(offsets, index) < u32(offsets, index + 1);

function addScaled(into: Float64Array, rows: SparseRows, index: number, factor: number): void {
  for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
    const column = u32(rows.column, i);
    into[column] = f64(into, column) + factor * f64(rows.value, i);
  }
}

function productWith(rows: SparseRows, index: number, dense: Float64Array): number {
  let sum = 0;
  for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
    sum += f64(rows.value, i) * f64(dense, u32(rows.column, i));
  }
  return sum;
}

/** Rows and columns exchanged. */
function transposed(rows: SparseRows, columnCount: number): SparseRows {
  const offsets = new Uint32Array(columnCount + 1);
  for (const column of rows.column) offsets[column + 1] = u32(offsets, column + 1) + 1;
  accumulate(offsets);
  const next = offsets.slice();
  const column = new Uint32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  for (let index = 0; index + 1 < rows.offsets.length; index += 1) {
    for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
      const slot = u32(next, u32(rows.column, i));
      column[slot] = index;
      value[slot] = f64(rows.value, i);
      next[u32(rows.column, i)] = slot + 1;
    }
  }
  return { offsets, column, value };
}

function placesOf({ actorCount, lat, lon }: PairColumns): Float64Array {
  const places = new Float64Array(3 * actorCount);
  for (let actor = 0; actor < actorCount; actor += 1) {
    const [phi, lambda] = [f64(lat, actor) * RADIANS, f64(lon, actor) * RADIANS];
    places[3 * actor] = Math.cos(phi) * Math.cos(lambda);
    places[3 * actor + 1] = Math.cos(phi) * Math.sin(lambda);
    places[3 * actor + 2] = Math.sin(phi);
  }
  return places;
}
