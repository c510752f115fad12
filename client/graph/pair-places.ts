/**
 * Where the two groups of a pair stand, their actors, who belongs to both and who stands outside. The actors of each
 * side are a list, and the two lists face each other, so that the lines between them read like rungs. Pure.
 */
import { type Circle, pointOn, ribbonCurve } from "./geometry.ts";
import type { SceneNode } from "./scene.ts";

/** Side by side; one above the other where the picture is as high as wide; side by side without names where it is small. */
export type PairForm = "wide" | "high" | "small";

/** Ids, the first on top. */
export interface PairCast {
  a: readonly string[];
  b: readonly string[];
  bridges: readonly string[];
  outside: readonly string[];
}

export interface PairPlace {
  x: number;
  y: number;
  labelSide: NonNullable<SceneNode["labelSide"]>;
  /** Room for its name, in units of the plane; without it, as much as anywhere. */
  labelRoom?: number;
}

export interface PairPlaces {
  a: Circle;
  b: Circle;
  actors: ReadonlyMap<string, PairPlace>;
  /** How far the ribbon bends off the straight line, to the right seen from A to B. */
  ribbonRise: number;
  /** The same for a line between the two lists, `lengthY` apart in height. */
  rungRise(lengthY: number): number;
  /** The same for the lines of who belongs to both, seen from there to A and to B. */
  belongingRise(id: string): { a: number; b: number };
}

interface Measures {
  /** Between two actors of a list. */
  row: number;
  /** Of the groups, at least. */
  radius: number;
  /** Between the borders of the two groups. */
  gap: number;
  outside: { step: number; away: number };
  bridge: { row: number; column: number };
}

const WIDE: Measures = {
  row: 46,
  radius: 150,
  gap: 250,
  outside: { step: 172, away: 64 },
  bridge: { row: 66, column: 145 },
};
const SMALL: Measures = {
  row: 24,
  radius: 62,
  gap: 150,
  outside: { step: 40, away: 28 },
  bridge: { row: 28, column: 36 },
};
const HIGH: Measures = {
  row: 39,
  radius: 70,
  gap: 78,
  outside: { step: 46, away: 22 },
  bridge: { row: 38, column: 104 },
};

/** The list stands half-way between the middle of the group and its border. */
const INSET = 0.5;
/** So far up and down, as a share of the radius, the list stays inside. */
const REACH = 0.84;
const ROWS_IN_HIGH = 8;
/** Where one group stands above the other: to the right of the ribbon. */
const BRIDGE_X = 40;
const HIGH_LABEL_ROOM = 150;

/** No two of the cast overlap with discs of up to `ACTOR_RADIUS`. */
export const ACTOR_RADIUS: Readonly<Record<PairForm, number>> = { wide: 13, high: 11, small: 9 };

export function pairPlaces(cast: PairCast, form: PairForm): PairPlaces {
  return form === "high" ? above(cast) : beside(cast, form === "wide" ? WIDE : SMALL);
}

/** A on the left, B on the right; who stands outside above, who belongs to both below the rungs. */
function beside(cast: PairCast, measures: Measures): PairPlaces {
  const { gap, outside, bridge } = measures;
  const radius = radiusOf(cast, measures);
  const centre = gap / 2 + radius;
  const a = { x: -centre, y: 0, r: radius };
  const b = { x: centre, y: 0, r: radius };
  const actors = new Map<string, PairPlace>();
  const labelRoom = radius * 1.35;
  rows(cast.a, measures.row, (id, y) => {
    actors.set(id, { x: -centre + radius * INSET, y, labelSide: "left", labelRoom });
  });
  rows(cast.b, measures.row, (id, y) => {
    actors.set(id, { x: centre - radius * INSET, y, labelSide: "right", labelRoom });
  });
  rows(cast.outside, outside.step, (id, x) => {
    const y = -radius - outside.away;
    actors.set(id, { x, y, labelSide: "above", labelRoom: outside.step * 0.76 });
  });
  const ribbonRise = lowest(cast, measures.row) + measures.row;
  const ribbon = pointOn(ribbonCurve(a, b, { rise: ribbonRise }), 0.5);
  const columns = columnsOf(cast.bridges.length);
  // Below what the ribbon bends towards, so that their lines do not cross it; more columns than the gap holds begin
  // below the groups.
  const top = Math.max(
    ribbon.y + 0.9 * bridge.row,
    2 * ribbonRise + bridge.row / 4,
    columns > 2 ? radius + bridge.row : 0,
  );
  cast.bridges.forEach((id, index) => {
    // One after the other downwards, so that no line to a group runs through another one.
    actors.set(id, {
      x: ((index % columns) - (columns - 1) / 2) * bridge.column,
      y: top + (index / columns) * bridge.row,
      labelSide: "below",
    });
  });
  const straight = { a: 0, b: 0 };
  return { a, b, actors, ribbonRise, rungRise: () => 0, belongingRise: () => straight };
}

/** A above, B below; the lines between the lists run on the left, who stands outside is on the right. */
function above(cast: PairCast): PairPlaces {
  const { row, outside, bridge } = HIGH;
  const radius = radiusOf(cast, HIGH);
  const columns = Math.ceil(cast.bridges.length / ROWS_IN_HIGH);
  const bridgeRows = columns === 0 ? 0 : Math.ceil(cast.bridges.length / columns);
  const gap = HIGH.gap + bridgeRows * bridge.row;
  const centre = gap / 2 + radius;
  const actors = new Map<string, PairPlace>();
  const labelRoom = HIGH_LABEL_ROOM;
  for (const [ids, middle] of [
    [cast.a, -centre],
    [cast.b, centre],
  ] as const) {
    rows(ids, row, (id, y) => {
      actors.set(id, { x: -radius * INSET, y: middle + y, labelSide: "right", labelRoom });
    });
  }
  const outsideX = Math.max(radius + outside.away, BRIDGE_X + columns * bridge.column);
  rows(cast.outside, outside.step, (id, y) => {
    actors.set(id, { x: outsideX, y, labelSide: "right", labelRoom: HIGH_LABEL_ROOM });
  });
  cast.bridges.forEach((id, index) => {
    actors.set(id, {
      x: BRIDGE_X + (index % columns) * bridge.column,
      y: (Math.floor(index / columns) - (bridgeRows - 1) / 2) * bridge.row,
      labelSide: "right",
    });
  });
  return {
    a: { x: 0, y: -centre, r: radius },
    b: { x: 0, y: centre, r: radius },
    actors,
    ribbonRise: cast.bridges.length > 0 ? BRIDGE_X : 0,
    rungRise: (lengthY) => 34 + Math.abs(lengthY) * 0.17,
    belongingRise(id) {
      // Past those that stand in between, one beside the other.
      const row = Math.floor(cast.bridges.indexOf(id) / columns);
      const past = (count: number) => (count === 0 ? 0 : 18 + 7 * count);
      return { a: -past(row), b: past(bridgeRows - 1 - row) };
    },
  };
}

function columnsOf(bridges: number): number {
  return bridges <= 6 ? 1 : bridges <= 12 ? 2 : 4;
}

/** In equal steps around 0. */
function rows(ids: readonly string[], step: number, place: (id: string, at: number) => void): void {
  ids.forEach((id, index) => {
    place(id, (index - (ids.length - 1) / 2) * step);
  });
}

function lowest({ a, b }: PairCast, row: number): number {
  return ((Math.max(a.length, b.length, 1) - 1) / 2) * row;
}

/** Both groups are drawn alike: their sizes are written on them. */
function radiusOf(cast: PairCast, { radius, row }: Measures): number {
  return Math.max(radius, (lowest(cast, row) + row / 2) / REACH);
}
