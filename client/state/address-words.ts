/** Parts of an address, read forgivingly: what is missing or wrong is the standard. */

export function words(params: URLSearchParams, name: string): string[] {
  return [...new Set((params.get(name) ?? "").split(",").filter((word) => word !== ""))];
}

export function list<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] {
  const asked = words(params, name);
  return known.filter((value) => asked.includes(value));
}

export function oneOf<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
  standard: T,
): T {
  const value = params.get(name);
  return known.find((item) => item === value) ?? standard;
}

/** A whole number between the two; anything else is the standard. */
export function wholeNumber(
  params: URLSearchParams,
  name: string,
  [min, max]: readonly [number, number],
  standard: number,
): number {
  const text = params.get(name) ?? "";
  const value = Number(text);
  return /^\d{1,3}$/.test(text) && value >= min && value <= max ? value : standard;
}

/** The year of a filter; `null` where none stands. */
export function readYear(params: URLSearchParams): number | null {
  const text = params.get("year") ?? "";
  return /^(?:19|20|21)\d\d$/.test(text) ? Number(text) : null;
}

/** Name and value, unless it is the standard one, which an address does not say. */
export function entry(name: string, value: string, standard = ""): [string, string][] {
  return value === standard ? [] : [[name, value]];
}
