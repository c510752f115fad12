/** The page without a mouse: Tab, arrows, Enter, Escape and shortcuts, always checked by what has the focus. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Direction, nextPlace, type Place } from "../../client/graph-ui/walk.ts";
import { type Explorer, textOf } from "./explorer.ts";

/** More stops than any page has before the one that is looked for. */
const MAX_STOPS = 250;
const ARROWS: readonly [Direction, string][] = [
  ["left", "ArrowLeft"],
  ["right", "ArrowRight"],
  ["up", "ArrowUp"],
  ["down", "ArrowDown"],
];

export class Keyboard {
  readonly #explorer: Explorer;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  get #page(): Page {
    return this.#explorer.page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses Tab, or Shift+Tab with `back`, until the element has the focus, and checks that the focus can be seen. */
  async tabTo(element: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await element.waitFor();
    for (let stop = 0; stop < MAX_STOPS; stop++) {
      await this.press(key);
      if (!(await hasFocus(element))) continue;
      expect(await isFocusVisible(element)).toBe(true);
      return;
    }
    throw new Error(`Keyboard: expected ${element} within ${MAX_STOPS} stops, did not reach it`);
  }

  /** Presses an arrow key until the element has the focus: in tabs, lists and groups of choices. */
  async arrowTo(element: Locator, key: "ArrowDown" | "ArrowRight" | "ArrowLeft"): Promise<void> {
    await element.waitFor();
    for (let stop = 0; stop < MAX_STOPS; stop++) {
      if (await hasFocus(element)) return;
      await this.press(key);
    }
    throw new Error(`Keyboard: expected ${element} within ${MAX_STOPS} arrows, did not reach it`);
  }

  /** From one point of the picture to another with arrow keys; each step is checked by what is announced. */
  async walk(from: string, to: string): Promise<void> {
    const map = await this.#explorer.map();
    const places = map.scene.nodes.map(({ id }): Place => ({ id, ...map.node(id) }));
    const label = (id: string) => map.scene.nodes.find((node) => node.id === id)?.label ?? id;
    for (const { key, id } of wayBetween(places, from, to)) {
      await this.press(key);
      await expect.poll(() => this.announced()).toContain(label(id));
    }
  }

  /** What a screen reader says of the point that the keyboard is on. */
  announced(): Promise<string> {
    return textOf(this.#page.locator(".stage > [aria-live]"));
  }
}

interface Step {
  key: string;
  id: string;
}

/** The fewest arrow keys between two points. */
function wayBetween(places: readonly Place[], from: string, to: string): Step[] {
  const ways = new Map<string, Step[]>([[from, []]]);
  for (const [id, way] of ways) {
    if (id === to) return way;
    const start = places.find((place) => place.id === id);
    if (!start) continue;
    for (const [direction, key] of ARROWS) {
      const next = nextPlace(places, start, direction);
      // A map goes on with what is added while it is walked: the nearest points first.
      if (next && !ways.has(next.id)) ways.set(next.id, [...way, { key, id: next.id }]);
    }
  }
  throw new Error(`Picture: expected a way by arrow keys from ${from} to ${to}, found none`);
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

/** A ring on the element, on its frame or in the picture it holds: an outline or a shadow that is really drawn. */
function isFocusVisible(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const isRinged = (candidate: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none"
      );
    };
    return [one, one.parentElement, one.closest(".search-box__field")].some(
      (candidate) => candidate !== null && isRinged(candidate),
    );
  });
}
