/** Discs that overlap are pushed off each other, round after round, with a grid so that each looks only around itself. */
import type { LayoutColumns } from "./kernel.ts";

const MAX_ROUNDS = 300;
/** Overlaps below this are rounding. */
const TOLERANCE = 0.01;
const SPIRAL_STEP = 3;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Yields the share of the rounds that may be needed; fixed discs do not move. */
export function* takeApart(
  columns: Pick<LayoutColumns, "x" | "y" | "r" | "fixed">,
  gap: number,
): Generator<number, void> {
  const { x, r } = columns;
  const cell = 2 * r.reduce((most, radius) => Math.max(most, radius), 1) + gap;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let hasMoved = false;
    const cells = cellsOf(columns, cell);
    for (let a = 0; a < x.length; a++) {
      for (const b of around(cells, columns, cell, a)) {
        if (b > a && part(columns, gap, a, b)) hasMoved = true;
      }
    }
    if (!hasMoved) return;
    yield round / MAX_ROUNDS;
  }
  findRoom(columns, gap, cell);
}

/** Who is still wedged in between fixed discs goes to the nearest place that is free, looked for along a spiral. */
function findRoom(
  columns: Pick<LayoutColumns, "x" | "y" | "r" | "fixed">,
  gap: number,
  cell: number,
): void {
  const { x, y, r, fixed } = columns;
  for (let row = 0; row < x.length; row++) {
    if (fixed[row]) continue;
    const cells = cellsOf(columns, cell);
    const isFree = () => {
      for (const other of around(cells, columns, cell, row)) {
        const reach = (r[row] ?? 0) + (r[other] ?? 0) + gap - TOLERANCE;
        const away = Math.hypot((x[other] ?? 0) - (x[row] ?? 0), (y[other] ?? 0) - (y[row] ?? 0));
        if (other !== row && away < reach) return false;
      }
      return true;
    };
    const [fromX, fromY] = [x[row] ?? 0, y[row] ?? 0];
    for (let step = 1; !isFree(); step++) {
      const distance = SPIRAL_STEP * Math.sqrt(step);
      x[row] = fromX + distance * Math.cos(step * GOLDEN_ANGLE);
      y[row] = fromY + distance * Math.sin(step * GOLDEN_ANGLE);
    }
  }
}

function cellsOf({ x, y }: Pick<LayoutColumns, "x" | "y">, cell: number): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (let row = 0; row < x.length; row++) {
    const key = `${Math.floor((x[row] ?? 0) / cell)},${Math.floor((y[row] ?? 0) / cell)}`;
    const list = cells.get(key);
    if (list) list.push(row);
    else cells.set(key, [row]);
  }
  return cells;
}

function* around(
  cells: ReadonlyMap<string, number[]>,
  { x, y }: Pick<LayoutColumns, "x" | "y">,
  cell: number,
  row: number,
): Generator<number> {
  const column = Math.floor((x[row] ?? 0) / cell);
  const line = Math.floor((y[row] ?? 0) / cell);
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = line - 1; j <= line + 1; j++) yield* cells.get(`${i},${j}`) ?? [];
  }
}

function part(
  { x, y, r, fixed }: Pick<LayoutColumns, "x" | "y" | "r" | "fixed">,
  gap: number,
  a: number,
  b: number,
): boolean {
  if (fixed[a] && fixed[b]) return false;
  let dx = (x[b] ?? 0) - (x[a] ?? 0);
  let dy = (y[b] ?? 0) - (y[a] ?? 0);
  let distance = Math.hypot(dx, dy);
  const overlap = (r[a] ?? 0) + (r[b] ?? 0) + gap - distance;
  if (overlap <= TOLERANCE) return false;
  if (distance < 1e-6) {
    // In one place: apart in a direction that their numbers give.
    dx = Math.cos(a * 2.399963 + b);
    dy = Math.sin(a * 2.399963 + b);
    distance = 1;
  }
  const shareOfA = fixed[a] ? 0 : fixed[b] ? 1 : 0.5;
  const push = (overlap * 1.02) / distance;
  x[a] = (x[a] ?? 0) - dx * push * shareOfA;
  y[a] = (y[a] ?? 0) - dy * push * shareOfA;
  x[b] = (x[b] ?? 0) + dx * push * (1 - shareOfA);
  y[b] = (y[b] ?? 0) + dy * push * (1 - shareOfA);
  return true;
}
