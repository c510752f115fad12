/** Lets other requests in during a long answer, and ends the work when nobody waits for it any more. */
import { setImmediate } from "node:timers/promises";

const SLICE_MS = 8;
const ROWS_PER_LOOK = 128;

export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** Visits the rows 0 … count − 1, with a breath after every few milliseconds. */
export async function forEachRow(
  count: number,
  signal: AbortSignal,
  visit: (row: number) => void,
): Promise<void> {
  let start = performance.now();
  for (let row = 0; row < count; row += 1) {
    visit(row);
    if (row % ROWS_PER_LOOK === 0 && performance.now() - start > SLICE_MS) {
      await breathe(signal);
      start = performance.now();
    }
  }
}
