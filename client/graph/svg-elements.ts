/** A list of SVG elements kept in step by key; attributes are written only when they change. */

const NAMESPACE = "http://www.w3.org/2000/svg";

export type Values = Readonly<Record<string, string | number>>;

export function createElement(name: string): SVGElement {
  return document.createElementNS(NAMESPACE, name);
}

const written = new WeakMap<Element, Map<string, string>>();

export function setAttributes(element: Element, values: Values): void {
  let known = written.get(element);
  if (!known) {
    known = new Map();
    written.set(element, known);
  }
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
    if (known.get(name) === text) continue;
    known.set(name, text);
    element.setAttribute(name, text);
  }
}

/** Elements of one layer by key, in the order in which they were last asked for. */
export class KeyedLayer<T extends { root: SVGElement }> {
  readonly #parent: SVGElement;
  readonly #make: () => T;
  readonly #items = new Map<string, T>();

  constructor(parent: SVGElement, make: () => T) {
    this.#parent = parent;
    this.#make = make;
  }

  /** One element for each key, in this order; those of other keys go. */
  keep(keys: readonly string[]): void {
    const wanted = new Set(keys);
    for (const [key, item] of this.#items) {
      if (wanted.has(key)) continue;
      item.root.remove();
      this.#items.delete(key);
    }
    let next = this.#parent.firstElementChild;
    for (const key of keys) {
      const item = this.get(key);
      if (item.root === next) next = next.nextElementSibling;
      else this.#parent.insertBefore(item.root, next);
    }
  }

  get(key: string): T {
    let item = this.#items.get(key);
    if (!item) {
      item = this.#make();
      this.#items.set(key, item);
    }
    return item;
  }
}
