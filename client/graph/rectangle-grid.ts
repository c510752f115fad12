/** Rectangles in a grid of cells: does a new one touch any that are there? */

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CELL_PX = 64;
/** Columns and rows from −`HALF` on have numbers of their own: some 260,000 px to each side. */
const HALF = 4_096;

interface Entry {
  rectangle: Rectangle;
  owner: string;
}

export class RectangleGrid {
  readonly #cells = new Map<number, Entry[]>();

  add(rectangle: Rectangle, owner: string): void {
    const entry = { rectangle, owner };
    const { first, last, top, bottom } = cellsOf(rectangle);
    for (let column = first; column <= last; column++) {
      for (let row = top; row <= bottom; row++) {
        const key = keyOf(column, row);
        const cell = this.#cells.get(key);
        if (cell) cell.push(entry);
        else this.#cells.set(key, [entry]);
      }
    }
  }

  /** Whether it overlaps one of another owner; touching edges do not overlap. */
  hits(rectangle: Rectangle, owner: string | null): boolean {
    const { first, last, top, bottom } = cellsOf(rectangle);
    for (let column = first; column <= last; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        if (cell && isHit(cell, rectangle, owner)) return true;
      }
    }
    return false;
  }
}

function isHit(cell: readonly Entry[], rectangle: Rectangle, owner: string | null): boolean {
  for (const other of cell) {
    if (other.owner !== owner && overlaps(rectangle, other.rectangle)) return true;
  }
  return false;
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Thousands of names are tried in a frame: numbers, neither texts nor generators. */
function keyOf(column: number, row: number): number {
  return (column + HALF) * 2 * HALF + row + HALF;
}

function cellsOf({ x, y, width, height }: Rectangle) {
  return {
    first: Math.floor(x / CELL_PX),
    last: Math.floor((x + width) / CELL_PX),
    top: Math.floor(y / CELL_PX),
    bottom: Math.floor((y + height) / CELL_PX),
  };
}
