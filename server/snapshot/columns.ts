/**
 * Makes the snapshot's columns: typed arrays in shared memory where the platform has it, strings as UTF-8, rows
 * of numbers one after the other. What is made here is filled once and never changed afterwards.
 */
import { u32 } from "./cells.ts";
import type { Rows, StringColumn } from "./snapshot.ts";

const encoder = new TextEncoder();
/** A UTF-16 unit never takes more bytes than this in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

function allocate(byteLength: number): ArrayBuffer | SharedArrayBuffer {
  return typeof SharedArrayBuffer === "undefined"
    ? new ArrayBuffer(byteLength)
    : new SharedArrayBuffer(byteLength);
}

export const uint8Column = (length: number): Uint8Array => new Uint8Array(allocate(length));
export const uint32Column = (length: number): Uint32Array => new Uint32Array(allocate(length * 4));
export const int32Column = (length: number): Int32Array => new Int32Array(allocate(length * 4));
export const float64Column = (length: number): Float64Array =>
  new Float64Array(allocate(length * 8));

export function uint32From(values: ArrayLike<number>): Uint32Array {
  const column = uint32Column(values.length);
  column.set(values);
  return column;
}

export function float64From(values: ArrayLike<number>): Float64Array {
  const column = float64Column(values.length);
  column.set(values);
  return column;
}

/** Encodes one string a row; "" stands for not known. */
export function stringColumn(texts: readonly string[]): StringColumn {
  return asciiColumn(texts) ?? utf8Column(texts);
}

/** All rows at once, where a byte is a letter; `undefined` where one is not. */
function asciiColumn(texts: readonly string[]): StringColumn | undefined {
  const offsets = uint32Column(texts.length + 1);
  let length = 0;
  texts.forEach((text, index) => {
    length += text.length;
    offsets[index + 1] = length;
  });
  const bytes = uint8Column(length);
  const { read } = encoder.encodeInto(texts.join(""), bytes);
  // A letter that takes more than one byte leaves no room for the last ones.
  return read === length ? { bytes, offsets } : undefined;
}

function utf8Column(texts: readonly string[]): StringColumn {
  const offsets = uint32Column(texts.length + 1);
  let scratch = new Uint8Array(1 << 16);
  let used = 0;
  texts.forEach((text, index) => {
    const needed = used + text.length * MAX_BYTES_PER_UNIT;
    if (needed > scratch.length) {
      const larger = new Uint8Array(Math.max(needed, scratch.length * 2));
      larger.set(scratch.subarray(0, used));
      scratch = larger;
    }
    if (text !== "") used += encoder.encodeInto(text, scratch.subarray(used)).written;
    offsets[index + 1] = used;
  });
  const bytes = uint8Column(used);
  bytes.set(scratch.subarray(0, used));
  return { bytes, offsets };
}

/** Rows from one list of numbers a row. */
export function rowsFrom(lists: readonly (readonly number[])[]): Rows {
  const offsets = uint32Column(lists.length + 1);
  let total = 0;
  lists.forEach((list, index) => {
    total += list.length;
    offsets[index + 1] = total;
  });
  const values = uint32Column(total);
  lists.forEach((list, index) => {
    values.set(list, u32(offsets, index));
  });
  return { offsets, values };
}

/** Turns counts at index i + 1 into the offsets of rows, in place; returns the total. */
export function accumulate(offsets: Uint32Array): number {
  for (let i = 1; i < offsets.length; i += 1) offsets[i] = u32(offsets, i) + u32(offsets, i - 1);
  return u32(offsets, offsets.length - 1);
}

/** Distinct texts in the order of their first use; number 0 is "" = not known. */
export class Dictionary {
  readonly values: string[] = [""];
  readonly #numbers = new Map<string, number>([["", 0]]);

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.values.push(text);
    this.#numbers.set(text, number);
    return number;
  }
}

/** Row numbers in the order of their ids (which are ASCII), rows with the same id by their `tie` text. */
export function sortedById(
  numbers: number[],
  ids: readonly string[],
  ties: readonly string[],
): number[] {
  return numbers.sort(
    (a, b) =>
      compareTexts(ids[a] ?? "", ids[b] ?? "") || compareTexts(ties[a] ?? "", ties[b] ?? ""),
  );
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
