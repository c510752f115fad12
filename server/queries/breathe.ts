/**
 * Lets other requests in during a long answer, and ends the work when nobody waits for it any more. In a browser it
 * lets the page draw and react.
 */

const SLICE_MS = 8;
const ROWS_PER_LOOK = 128;

const nextTurn = turnTaker();

export async function breathe(signal: AbortSignal): Promise<void> {
  await nextTurn();
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

/** The quickest way behind what waits already: browsers have no `setImmediate` and hold timers back by 4 ms. */
function turnTaker(): () => Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (go: () => void) => unknown };
  if (setImmediate) return () => new Promise((resolve) => setImmediate(resolve));
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  Object.assign(port1, { onmessage: () => waiting.shift()?.() });
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
