/** The page in the words of its user: what one sees, and what one does with the mouse. Keys are in `keyboard.ts`. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { z } from "zod";
import { actorName } from "../../client/i18n/localised.ts";
import { mapPicture, type PictureMap, type Point } from "./picture-map.ts";
import { type Language, WORDS } from "./words.ts";

export class Explorer {
  readonly page: Page;
  /** For example `http://127.0.0.1:43127`. */
  readonly address: string;
  language: Language;

  constructor(page: Page, address: string, language: Language) {
    this.page = page;
    this.address = address;
    this.language = language;
  }

  get words() {
    return WORDS[this.language];
  }

  // ---- what is seen

  /** The picture's box, walked with arrow keys. */
  get picture(): Locator {
    return this.page.getByRole("group", { name: this.words.picture });
  }

  /** The panel at the side, by its subject; not by its role, which takes long to look for beside 2,704 cells. */
  panel(subject: "actor" | "group" | "cross-link"): Locator {
    return this.page.locator(`aside[aria-label="${this.words.panel[subject]}"]`);
  }

  get filterBar(): Locator {
    return this.page.getByRole("region", { name: this.words.filterBar, exact: true });
  }

  /** The line under the picture. */
  get statusLine(): Locator {
    return this.page.locator(".status-line__counts");
  }

  get legend(): Locator {
    return this.page.getByRole("region", { name: this.words.legend });
  }

  get searchField(): Locator {
    return this.page.getByRole("combobox", { name: this.words.search });
  }

  get hits(): Locator {
    return this.page.getByRole("listbox", { name: this.words.results }).getByRole("option");
  }

  /** Title and lines of the tooltip at the pointer; empty when there is none. */
  async tooltip(): Promise<string[]> {
    return this.page.locator(".tip:not([hidden]) > *").allTextContents();
  }

  /** What a person would copy from the address bar, without the host. */
  get place(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** The same as names and values, in whatever order they stand. */
  get parameters(): Record<string, string> {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }

  // ---- opening

  /** Opens an address and waits until its first picture is drawn, or its table or matrix is there. */
  async open(place = "/"): Promise<void> {
    await this.page.goto(this.address + place);
    await this.isThere();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isThere();
  }

  async isThere(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        performance.getEntriesByName("first-picture").length > 0 ||
        document.querySelector(
          ".data-table, .heat-map, .opportunity-card, .story-card, .scene, .empty-state, .error-state",
        ) !== null,
    );
    await this.page.evaluate(() => document.fonts.ready);
  }

  // ---- in the picture, with the mouse

  map(): Promise<PictureMap> {
    return mapPicture(this.page, (actor) => actorName(actor, this.language));
  }

  /** Points at a disc or an actor and makes sure that the tooltip names it. */
  async pointAt(id: string): Promise<void> {
    const map = await this.map();
    const label = map.scene.nodes.find((node) => node.id === id)?.label;
    await this.#pointAtOneOf([map.node(id)], label ?? id);
  }

  async click(id: string): Promise<void> {
    await this.pointAt(id);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  /** Opens a group into its actors in place, or closes it. */
  async doubleClick(id: string): Promise<void> {
    await this.pointAt(id);
    const { x, y } = this.#pointer;
    await this.page.mouse.dblclick(x, y);
  }

  async clickRibbon(a: string, b: string): Promise<void> {
    const map = await this.map();
    const edge = map.scene.edges.find(
      ({ source, target }) => (source === a && target === b) || (source === b && target === a),
    );
    const name = (id: string | undefined) => map.scene.nodes.find((node) => node.id === id)?.label;
    await this.#pointAtOneOf(
      map.ribbon(a, b),
      `${name(edge?.source)} ${this.words.and} ${name(edge?.target)}`,
    );
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  #pointer: Point = { x: 0, y: 0 };

  /** Tries one point after the other, and all again while the picture is still being drawn. */
  async #pointAtOneOf(points: readonly Point[], title: string): Promise<void> {
    let turn = 0;
    await expect
      .poll(async () => {
        const box = await this.picture.boundingBox();
        const point = points[turn % points.length];
        // Half a pixel aside each time: only a pointer that moves is told where it is.
        const aside = Math.floor(turn / points.length) % 2 === 0 ? 0 : 0.5;
        turn++;
        if (!box || !point) return [];
        this.#pointer = { x: box.x + point.x + aside, y: box.y + point.y };
        await this.page.mouse.move(this.#pointer.x, this.#pointer.y);
        return (await this.tooltip())[0];
      })
      .toBe(title);
  }

  // ---- around the picture, with the mouse

  async show(mode: "picture" | "table" | "matrix"): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: this.words.mode })
      .getByRole("radio", { name: this.words.modeName[mode] })
      .click();
  }

  async layOut(layout: "groups" | "force" | "radial"): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(this.words.layout) }).click();
    await this.page.getByRole("option", { name: this.words.layoutName[layout] }).click();
  }

  /** Opens the menu of filters, chooses one value and closes the menu. */
  async filterBy(facet: string, value: string): Promise<void> {
    const dialog = await this.openFilters();
    await dialog.getByRole("tab", { name: facet, exact: true }).click();
    await dialog.getByRole("option", { name: new RegExp(`^${value}`) }).click();
    await dialog.getByRole("button", { name: this.words.done }).click();
  }

  async openFilters(): Promise<Locator> {
    await this.filterBar.getByRole("button", { name: this.words.filter, exact: true }).click();
    return this.page.getByRole("dialog", { name: this.words.filterDialog });
  }

  async speak(language: Language): Promise<void> {
    await this.page.getByRole("radio", { name: language.toUpperCase(), exact: true }).click();
    this.language = language;
  }

  async chooseTheme(theme: "light" | "dark" | "system"): Promise<void> {
    await this.page.getByRole("button", { name: this.words.theme }).click();
    await this.page.getByRole("menuitemradio", { name: this.words.themeName[theme] }).click();
  }

  // ---- what the service says

  async ask<T>(path: string, result: z.ZodType<T>): Promise<T> {
    const response = await fetch(this.address + path);
    return result.parse(await response.json());
  }
}

/** Waits until an element says this. */
export async function says(element: Locator, text: string | RegExp): Promise<void> {
  const words = expect.poll(() => textOf(element));
  await (typeof text === "string" ? words.toContain(text) : words.toMatch(text));
}

/** The words of an element, those for screen readers too, with single spaces. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
}

export async function isVisible(element: Locator): Promise<void> {
  await element.waitFor({ state: "visible" });
}

export async function isGone(element: Locator): Promise<void> {
  await element.waitFor({ state: "hidden" });
}
