/**
 * Order for the rows of a matrix so that like stands beside like: average-linkage clustering of the rows' cosine
 * similarity, each merge turned so that its most similar ends meet. Deterministic; n³ in the worst case, meant for
 * up to a few hundred rows.
 */

/** `weights` is symmetric, row by row, `size` × `size`. Rows without any weight come last, in their own order. */
export function seriate(weights: Float64Array, size: number): number[] {
  const rows = Array.from({ length: size }, (_, row) => row);
  const linked = rows.filter((row) => norm(weights, size, row) > 0);
  const empty = rows.filter((row) => norm(weights, size, row) === 0);
  const order = cluster(similarities(weights, size, linked), linked.length);
  return [...order.flatMap((place) => linked[place] ?? []), ...empty];
}

function norm(weights: Float64Array, size: number, row: number): number {
  let sum = 0;
  for (let column = 0; column < size; column += 1) {
    const weight = at(weights, size, row, column);
    sum += weight * weight;
  }
  return Math.sqrt(sum);
}

/** Two rows are alike by whom they are linked with, and by their own link as if each were linked with itself. */
function similarities(weights: Float64Array, size: number, linked: readonly number[]) {
  const count = linked.length;
  const alike = new Float64Array(count * count);
  const norms = linked.map((row) => norm(weights, size, row));
  linked.forEach((left, i) => {
    for (let j = i + 1; j < count; j += 1) {
      const right = linked[j] ?? 0;
      const [normLeft, normRight] = [norms[i] ?? 0, norms[j] ?? 0];
      let product = 0;
      for (let column = 0; column < size; column += 1) {
        product += at(weights, size, left, column) * at(weights, size, right, column);
      }
      const direct = at(weights, size, left, right);
      const value = (product + direct * Math.min(normLeft, normRight)) / (normLeft * normRight);
      alike[i * count + j] = value;
      alike[j * count + i] = value;
    }
  });
  return alike;
}

function cluster(alike: Float64Array, count: number): number[] {
  const clusters: number[][] = Array.from({ length: count }, (_, index) => [index]);
  const near = Float64Array.from(alike);
  const alive = clusters.map((_, index) => index);
  while (alive.length > 1) {
    let best = { left: alive[0] ?? 0, right: alive[1] ?? 1, value: -1 };
    for (const [place, left] of alive.entries()) {
      for (const right of alive.slice(place + 1)) {
        const value = at(near, count, left, right);
        if (value > best.value) best = { left, right, value };
      }
    }
    const { left, right } = best;
    const [first, second] = [clusters[left] ?? [], clusters[right] ?? []];
    for (const other of alive) {
      const value =
        (at(near, count, left, other) * first.length +
          at(near, count, right, other) * second.length) /
        (first.length + second.length);
      near[left * count + other] = value;
      near[other * count + left] = value;
    }
    clusters[left] = join(first, second, alike, count);
    alive.splice(alive.indexOf(right), 1);
  }
  return clusters[alive[0] ?? 0] ?? [];
}

/** Of the four ways to put two rows of items end to end, the one whose touching ends are most alike. */
function join(first: number[], second: number[], alike: Float64Array, count: number): number[] {
  const ways = [
    { left: first, right: second },
    { left: first, right: second.toReversed() },
    { left: first.toReversed(), right: second },
    { left: first.toReversed(), right: second.toReversed() },
  ];
  const value = ({ left, right }: { left: number[]; right: number[] }) =>
    at(alike, count, left.at(-1) ?? 0, right[0] ?? 0);
  const best = ways.reduce((chosen, way) => (value(way) > value(chosen) ? way : chosen));
  return [...best.left, ...best.right];
}

function at(values: Float64Array, size: number, row: number, column: number): number {
  return values[row * size + column] ?? 0;
}
