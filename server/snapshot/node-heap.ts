/** A binary heap of (cost, node) in typed arrays; the smallest cost first, equal costs by the smaller number. */
import { f64, u32 } from "./cells.ts";

export class NodeHeap {
  #keys = new Float64Array(256);
  #nodes = new Uint32Array(256);
  #size = 0;

  get size(): number {
    return this.#size;
  }
  /** Smallest cost, `Infinity` when empty. */
  get top(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : f64(this.#keys, 0);
  }
  clear(): void {
    this.#size = 0;
  }

  push(key: number, node: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const nodes = this.#nodes;
    let place = this.#size;
    this.#size += 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentKey = f64(keys, parent);
      if (parentKey < key || (parentKey === key && u32(nodes, parent) <= node)) break;
      keys[place] = parentKey;
      nodes[place] = u32(nodes, parent);
      place = parent;
    }
    keys[place] = key;
    nodes[place] = node;
  }

  /** Takes the node with the smallest cost out; the heap must not be empty. */
  pop(): number {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const result = u32(nodes, 0);
    this.#size -= 1;
    const size = this.#size;
    const key = f64(keys, size);
    const node = u32(nodes, size);
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && this.#isBefore(right, child)) child = right;
      const childKey = f64(keys, child);
      if (key < childKey || (key === childKey && node <= u32(nodes, child))) break;
      keys[place] = childKey;
      nodes[place] = u32(nodes, child);
      place = child;
    }
    keys[place] = key;
    nodes[place] = node;
    return result;
  }

  #isBefore(a: number, b: number): boolean {
    const keyA = f64(this.#keys, a);
    const keyB = f64(this.#keys, b);
    return keyA < keyB || (keyA === keyB && u32(this.#nodes, a) < u32(this.#nodes, b));
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const nodes = new Uint32Array(this.#nodes.length * 2);
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    this.#keys = keys;
    this.#nodes = nodes;
  }
}
