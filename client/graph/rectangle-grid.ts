/** Rectangles in a grid of cells: does a new one touch any that are there? */

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CELL_PX = 64;

export class RectangleGrid {
  readonly #cells = new Map<string, { rectangle: Rectangle; owner: string }[]>();

  add(rectangle: Rectangle, owner: string): void {
    for (const key of cellsOf(rectangle)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ rectangle, owner });
      else this.#cells.set(key, [{ rectangle, owner }]);
    }
  }

  /** Whether it overlaps one of another owner; touching edges do not overlap. */
  hits(rectangle: Rectangle, owner: string | null): boolean {
    for (const key of cellsOf(rectangle)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (other.owner !== owner && overlaps(rectangle, other.rectangle)) return true;
      }
    }
    return false;
  }
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function* cellsOf({ x, y, width, height }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / CELL_PX); column <= (x + width) / CELL_PX; column++) {
    for (let row = Math.floor(y / CELL_PX); row <= (y + height) / CELL_PX; row++) {
      yield `${column},${row}`;
    }
  }
}
