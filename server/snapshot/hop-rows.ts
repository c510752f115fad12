/** Rows of hops while the graph of ties is built: appended row by row, then turned over, which sorts them. */
import { f64, u8, u32 } from "./cells.ts";

export class HopRows {
  readonly offsets: Uint32Array;
  targets: Uint32Array;
  costs: Float64Array;
  lengths: Uint8Array;
  size = 0;

  constructor(count: number, capacity = 1024) {
    this.offsets = new Uint32Array(count + 1);
    this.targets = new Uint32Array(capacity);
    this.costs = new Float64Array(capacity);
    this.lengths = new Uint8Array(capacity);
  }

  /** Makes room for more hops. */
  reserve(more: number): void {
    if (this.size + more <= this.targets.length) return;
    const capacity = Math.max(this.size + more, 2 * this.targets.length);
    this.targets = grown(this.targets, new Uint32Array(capacity));
    this.costs = grown(this.costs, new Float64Array(capacity));
    this.lengths = grown(this.lengths, new Uint8Array(capacity));
  }

  push(target: number, cost: number, length: number): void {
    this.targets[this.size] = target;
    this.costs[this.size] = cost;
    this.lengths[this.size] = length;
    this.size += 1;
  }

  endRow(row: number): void {
    this.offsets[row + 1] = this.size;
  }

  /** The same hops seen from their targets; every row is ascending. */
  turned(): HopRows {
    const { offsets, targets, size } = this;
    const count = offsets.length - 1;
    const result = new HopRows(count, size);
    result.size = size;
    for (let i = 0; i < size; i += 1) {
      const row = u32(targets, i) + 1;
      result.offsets[row] = u32(result.offsets, row) + 1;
    }
    for (let row = 0; row < count; row += 1) {
      result.offsets[row + 1] = u32(result.offsets, row + 1) + u32(result.offsets, row);
    }
    const next = result.offsets.slice();
    for (let row = 0; row < count; row += 1) {
      for (let i = u32(offsets, row); i < u32(offsets, row + 1); i += 1) {
        const target = u32(targets, i);
        const place = u32(next, target);
        result.targets[place] = row;
        result.costs[place] = f64(this.costs, i);
        result.lengths[place] = u8(this.lengths, i);
        next[target] = place + 1;
      }
    }
    return result;
  }

  /** Row by row those of `before`, then these. */
  mergedAfter(before: HopRows): HopRows {
    const count = this.offsets.length - 1;
    const result = new HopRows(count, before.size + this.size);
    for (let row = 0; row < count; row += 1) {
      result.#append(before, row);
      result.#append(this, row);
      result.endRow(row);
    }
    return result;
  }

  #append(rows: HopRows, row: number): void {
    const end = u32(rows.offsets, row + 1);
    for (let i = u32(rows.offsets, row); i < end; i += 1) {
      this.push(u32(rows.targets, i), f64(rows.costs, i), u8(rows.lengths, i));
    }
  }
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
