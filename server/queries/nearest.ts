/** Values that resemble a mistyped one, for the message that refuses it. */

const MAX_NEAR = 3;

/** At most three candidates, most alike first: by shared letter pairs (Dice), ties alphabetical. */
export function nearest(value: string, candidates: readonly string[]): string[] {
  const pairs = letterPairs(value);
  return candidates
    .filter((candidate) => candidate !== "")
    .map((candidate) => ({ candidate, likeness: dice(pairs, letterPairs(candidate)) }))
    .sort((a, b) => b.likeness - a.likeness || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(({ candidate }) => candidate);
}

function letterPairs(text: string): Set<string> {
  const letters = text.slice(0, 80).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const pairs = new Set<string>();
  for (let i = -1; i < letters.length; i += 1) pairs.add(letters.slice(Math.max(0, i), i + 2));
  return pairs;
}

function dice(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
