/**
 * The element of a typed array at an index that is known to exist, one function for each type: a function that is
 * called with arrays of one type only is compiled to a plain load, while `at` of snapshot.ts costs ten times as much
 * in an inner loop.
 */

export function f64(values: Float64Array, index: number): number {
  return values[index] as number;
}

export function u32(values: Uint32Array, index: number): number {
  return values[index] as number;
}

export function i32(values: Int32Array, index: number): number {
  return values[index] as number;
}

export function u16(values: Uint16Array, index: number): number {
  return values[index] as number;
}

export function u8(values: Uint8Array, index: number): number {
  return values[index] as number;
}
