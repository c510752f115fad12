/** Steps of the colour ramp: few enough to tell apart, spread by ratio because counts are. */

/** The smallest count of each step, ascending from 1; fewer than `most` when the largest count is small. */
export function rampSteps(max: number, most = 5): number[] {
  if (max < 1) return [];
  if (max <= most) return Array.from({ length: max }, (_, index) => index + 1);
  const steps = Array.from({ length: most }, (_, index) => Math.round(max ** (index / most)));
  // Rounding can make neighbours equal where counts are small.
  for (let index = 1; index < steps.length; index += 1) {
    steps[index] = Math.max(steps[index] ?? 0, (steps[index - 1] ?? 0) + 1);
  }
  return steps;
}

/** Number of the step (1 is the lowest) that a count falls in; 0 for none. */
export function stepOf(count: number, steps: readonly number[]): number {
  return steps.filter((from) => count >= from).length;
}

/** Shades of the present steps on the fixed scale 1–5: few steps use its well-told-apart part. */
export function shadeOf(step: number, steps: readonly number[]): number {
  if (step === 0) return 0;
  return steps.length <= 1 ? 3 : Math.round(1 + ((step - 1) * 4) / (steps.length - 1));
}

/** The steps as they are explained: the counts from and to, and the shade. */
export function rampRanges(max: number): { from: number; to: number; shade: number }[] {
  const steps = rampSteps(max);
  return steps.map((from, index) => ({
    from,
    to: Math.max(from, (steps[index + 1] ?? max + 1) - 1),
    shade: shadeOf(index + 1, steps),
  }));
}
