/** Quantiles of the Gamma distribution, by the regularised incomplete gamma function (series and continued fraction). */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const t = shifted + 7.5;
  const sum = LANCZOS.slice(1).reduce<number>(
    (total, coefficient, index) => total + coefficient / (shifted + index + 1),
    LANCZOS[0],
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

const STEPS = 500;
const TINY = 1e-300;

/** P(shape, x): the share of a Gamma(shape, 1) below x. */
export function gammaShareBelow(shape: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < STEPS && term > sum * Number.EPSILON; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < STEPS; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return 1 - front * fraction;
}

const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/** The value below which the share p of a Gamma(shape, rate) lies; bisection, 0 < p < 1. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  while (gammaShareBelow(shape, high) < p) high *= 2;
  while (high - low > 4 * Number.EPSILON * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gammaShareBelow(shape, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2 / rate;
}
