/** Walking the cells by keyboard: which key leads where, never over the edge. */
export interface Place {
  row: number;
  column: number;
}

/** `null` for a key that does not move. Home and End go along the row, with control to the corners. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  size: number,
  isControl: boolean,
): Place | null {
  const last = size - 1;
  const inside = (value: number) => Math.min(last, Math.max(0, value));
  switch (key) {
    case "ArrowUp":
      return { row: inside(row - 1), column };
    case "ArrowDown":
      return { row: inside(row + 1), column };
    case "ArrowLeft":
      return { row, column: inside(column - 1) };
    case "ArrowRight":
      return { row, column: inside(column + 1) };
    case "PageUp":
      return { row: inside(row - 10), column };
    case "PageDown":
      return { row: inside(row + 10), column };
    case "Home":
      return { row: isControl ? 0 : row, column: 0 };
    case "End":
      return { row: isControl ? last : row, column: last };
    default:
      return null;
  }
}
