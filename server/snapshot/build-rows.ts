/**
 * The raw rows that a snapshot is built from, as they lie in the database, and the checks of single values. A
 * value that does not fit is reported with the id of its row, never guessed at.
 */
import { idPattern } from "../contract/vocabulary.ts";
import { type DateCode, dateCode, dateText } from "./snapshot.ts";

/** Columns of equal length; `null` = not known. `row` is the database's own name of the row. */
export interface ActorRows {
  id: unknown[];
  name: unknown[];
  nameEn: unknown[];
  aliases: unknown[];
  kind: unknown[];
  city: unknown[];
  state: unknown[];
  country: unknown[];
  lat: unknown[];
  lon: unknown[];
  topics: unknown[];
  start: unknown[];
  end: unknown[];
  programme: unknown[];
  programmePart: unknown[];
  participants: unknown[];
  participantsDe: unknown[];
  row: string[];
}
export interface LinkRows {
  id: unknown[];
  source: unknown[];
  target: unknown[];
  type: unknown[];
  since: unknown[];
  until: unknown[];
  confidence: unknown[];
  row: string[];
}
export interface TopicRows {
  id: unknown[];
  nameDe: unknown[];
  nameEn: unknown[];
  broader: unknown[];
  row: string[];
}
export interface GraphRows {
  actors: ActorRows;
  links: LinkRows;
  topics: TopicRows;
}

/** What an id has to be, for messages. */
export const ID_FORM = "an id of lower-case letters, digits, '-', '_' or '.'";

export interface Rejection {
  id: string;
  reason: string;
}

const NONE: readonly string[] = [];
const MAX_TEXT_LENGTH = 10_000;
const MAX_SHOWN_LENGTH = 80;

/** The value as a message shows it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
}

export function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

export function isId(value: unknown): value is string {
  return typeof value === "string" && idPattern.test(value);
}

/** Checks the optional values of one row after the other; what does not fit is left out and reported. */
export class ValueChecks {
  readonly rejected: Rejection[];
  /** The same few thousand dates occur again and again. */
  readonly #dates = new Map<unknown, DateCode>();
  constructor(rejected: Rejection[]) {
    this.rejected = rejected;
  }

  report(id: string, reason: string): void {
    this.rejected.push({ id, reason });
  }

  /** "" when not known. */
  text(id: string, column: string, value: unknown): string {
    if (!isKnown(value)) return "";
    if (typeof value === "string" && value.length <= MAX_TEXT_LENGTH) return value;
    this.report(
      id,
      `${column}: expected a text of at most ${MAX_TEXT_LENGTH} characters (got ${shown(value)}); left out`,
    );
    return "";
  }

  texts(id: string, column: string, value: unknown): readonly string[] {
    if (!isKnown(value)) return NONE;
    if (!Array.isArray(value)) {
      this.report(id, `${column}: expected a list of texts (got ${shown(value)}); left out`);
      return NONE;
    }
    if (value.length === 0) return NONE;
    return value.map((item) => this.text(id, column, item)).filter((text) => text !== "");
  }

  /** 0 when not known. */
  date(id: string, column: string, value: unknown): DateCode {
    if (!isKnown(value)) return 0;
    const known = this.#dates.get(value);
    if (known !== undefined) return known;
    const code = typeof value === "string" ? dateCode(value) : 0;
    if (code !== 0 && dateText(code) === value && isCalendarDate(code)) {
      this.#dates.set(value, code);
      return code;
    }
    this.report(
      id,
      `${column}: expected a date like 2017, 2016-11 or 2019-04-01 (got ${shown(value)}); left out`,
    );
    return 0;
  }

  /** 0 when not known. */
  count(id: string, column: string, value: unknown): number {
    if (!isKnown(value)) return 0;
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number > 0 && number < 2 ** 32) {
      return number;
    }
    this.report(id, `${column}: expected a whole number from 1 (got ${shown(value)}); left out`);
    return 0;
  }

  /** `[NaN, NaN]` when not known. */
  coordinate(id: string, lat: unknown, lon: unknown): [number, number] {
    if (!isKnown(lat) && !isKnown(lon)) return [Number.NaN, Number.NaN];
    if (isDegrees(lat, 90) && isDegrees(lon, 180)) return [lat, lon];
    this.report(
      id,
      `lat, lon: expected degrees from -90 to 90 and from -180 to 180 (got ${shown(lat)}, ${shown(lon)}); left out`,
    );
    return [Number.NaN, Number.NaN];
  }
}

function isDegrees(value: unknown, max: number): value is number {
  return typeof value === "number" && value >= -max && value <= max;
}

function isCalendarDate(code: DateCode): boolean {
  const year = Math.floor(code / 10_000);
  const month = Math.floor(code / 100) % 100;
  const day = code % 100;
  if (month === 0) return day === 0;
  if (month > 12) return false;
  return day === 0 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
