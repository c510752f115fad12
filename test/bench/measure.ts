/** Timing: medians and percentiles of real requests and calls, in milliseconds. */

export interface Timing {
  medianMs: number;
  p95Ms: number;
  runs: number;
}

/** Deterministic random numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from.");
  return value;
}

/** Runs each input once after `warmup` of them have run, one after the other. */
export async function time<T>(
  inputs: readonly T[],
  run: (input: T) => Promise<unknown>,
  warmup = 3,
): Promise<Timing> {
  for (const input of inputs.slice(0, warmup)) await run(input);
  const durations: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await run(input);
    durations.push(performance.now() - start);
  }
  durations.sort((a, b) => a - b);
  return {
    medianMs: quantile(durations, 0.5),
    p95Ms: quantile(durations, 0.95),
    runs: durations.length,
  };
}

export async function once<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}

/** Nearest-rank quantile of sorted values. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
