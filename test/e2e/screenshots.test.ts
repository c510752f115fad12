/** Kept pictures of what a person sees, and how much a picture may differ before it counts as another one. */
import type { PNG } from "pngjs";
import { expect, it } from "vitest";
import type { BrowserOptions } from "./browser.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isVisible, says } from "./explorer.ts";
import { compare, compareScreenshot, isAlike, takeScreenshot } from "./screenshot.ts";
import type { Language } from "./words.ts";

const HUB = "digital-hub-mobility";
const PAIR = "/?page=opportunities&pair=hop~software-cluster";
const PATHS = "/?page=paths&from=flynex&to=goethe-uni";

interface Kept extends BrowserOptions {
  name: string;
  place: string;
  language?: Language;
  /** That all of it is there. */
  shows: (explorer: Explorer) => Promise<void>;
}

const overviewIsThere = async (explorer: Explorer) => {
  await says(explorer.statusLine, /^52 /);
  await isVisible(explorer.legend);
};

const KEPT: readonly Kept[] = [
  { name: "overview", place: "/", shows: overviewIsThere },
  { name: "overview-svg", place: "/", webgl: false, shows: overviewIsThere },
  {
    name: "overview-beamer-dark-en",
    place: "/",
    width: 1024,
    height: 768,
    colorScheme: "dark",
    language: "en",
    shows: overviewIsThere,
  },
  {
    name: "overview-phone",
    place: "/",
    width: 390,
    height: 844,
    shows: (explorer) => says(explorer.statusLine, /^52 /),
  },
  {
    name: "group-opened",
    place: `/?open=${HUB}&panel=group:${HUB}`,
    shows: (explorer) => isVisible(explorer.legend.getByText("Verbände")),
  },
  {
    name: "group-phone",
    place: `/?panel=group:${HUB}`,
    width: 390,
    height: 844,
    shows: (explorer) => isVisible(explorer.panel("group").getByRole("heading", { level: 2 })),
  },
  {
    name: "actor-around",
    place: "/?layout=radial&centre=tum&panel=actor:tum",
    shows: (explorer) => isVisible(explorer.panel("actor").getByText("Umfeld", { exact: true })),
  },
  {
    name: "cross-link",
    place: `/?panel=cross-link:${HUB}~silicon-saxony`,
    shows: (explorer) => isVisible(explorer.panel("cross-link").getByRole("heading", { level: 2 })),
  },
  {
    name: "filtered-en",
    place: "/?states=Hessen",
    language: "en",
    shows: (explorer) => says(explorer.statusLine, "130 of 357 actors"),
  },
  {
    name: "table",
    place: "/?mode=table",
    shows: (explorer) => isVisible(explorer.page.getByText("Autonomes Fahren, Mobilität")),
  },
  {
    name: "matrix",
    place: "/?mode=matrix",
    shows: (explorer) => isVisible(explorer.page.locator('td[tabindex="0"]')),
  },
  {
    name: "paths",
    place: PATHS,
    shows: (explorer) => says(explorer.statusLine, /^5 Wege/),
  },
  {
    name: "paths-beamer-dark-en",
    place: PATHS,
    width: 1024,
    height: 768,
    colorScheme: "dark",
    language: "en",
    shows: (explorer) => says(explorer.statusLine, /^5 paths/),
  },
  {
    name: "paths-phone",
    place: PATHS,
    width: 390,
    height: 844,
    shows: (explorer) => isVisible(explorer.page.getByRole("list", { name: "Gefundene Wege" })),
  },
  {
    name: "paths-lit",
    place: `${PATHS}&alone=no`,
    shows: (explorer) => says(explorer.statusLine, /357 Akteure/),
  },
  {
    name: "paths-joined",
    place: "/?page=paths&task=connect&ids=flynex,goethe-uni,adac,tum",
    shows: (explorer) =>
      isVisible(explorer.page.locator("aside").getByRole("heading", { level: 2 })),
  },
  {
    name: "opportunities",
    place: "/?page=opportunities",
    shows: (explorer) => isVisible(explorer.page.locator(".opportunity-card").first()),
  },
  {
    name: "opportunities-phone-en",
    place: "/?page=opportunities",
    width: 390,
    height: 844,
    language: "en",
    shows: (explorer) => isVisible(explorer.page.locator(".opportunity-card").first()),
  },
  {
    name: "pair",
    place: PAIR,
    shows: (explorer) => says(explorer.statusLine, /^5 vorgeschlagene/),
  },
  {
    name: "pair-svg",
    place: PAIR,
    webgl: false,
    shows: (explorer) => says(explorer.statusLine, /^5 vorgeschlagene/),
  },
  {
    name: "pair-beamer-dark-en",
    place: "/?page=opportunities&pair=digital-hub-mobility~software-cluster",
    width: 1024,
    height: 768,
    colorScheme: "dark",
    language: "en",
    shows: (explorer) => says(explorer.statusLine, /suggested/),
  },
  {
    name: "story",
    place: "/?page=stories&story=cluster-hessen&scene=software-and-pharma",
    shows: (explorer) => says(explorer.page.locator(".legend-strip"), /5 vorgeschlagene/),
  },
  {
    name: "story-phone-en",
    place: "/?page=stories&story=cluster-hessen",
    width: 390,
    height: 844,
    language: "en",
    shows: (explorer) => says(explorer.page.locator(".legend-strip"), /groups/),
  },
  {
    name: "present",
    place: "/present/cluster-hessen?scene=8&step=3",
    shows: (explorer) => isReadyToPresent(explorer, /5 vorgeschlagene/),
  },
  {
    name: "present-beamer-en",
    place: "/present/digital-hub-initiative?scene=1",
    width: 1024,
    height: 768,
    language: "en",
    shows: (explorer) => isReadyToPresent(explorer, /groups/),
  },
  {
    name: "present-full-hd-dark",
    place: "/present/digital-hub-initiative?scene=3",
    width: 1920,
    height: 1080,
    colorScheme: "dark",
    shows: (explorer) => isReadyToPresent(explorer, /Gruppen/),
  },
];

/** The bar at the lower edge says so a moment after the picture is there, and then goes. */
async function isReadyToPresent({ page }: Explorer, words: RegExp): Promise<void> {
  await says(page.locator(".legend-strip"), words);
  await isVisible(page.locator('.show__offline[data-state="ready"]'));
  await isVisible(page.locator(".show--quiet"));
}

describeInBrowser("the page looks as it did", () => {
  it.each(KEPT)("$name", async ({ name, place, shows, ...options }) => {
    await explore(options, async (explorer) => {
      await explorer.open(place);
      await shows(explorer);
      const difference = await compareScreenshot(explorer.page, name);
      expect(isAlike(difference), JSON.stringify(difference)).toBe(true);
    });
  });
});

/** Smaller than what a person would call the same page. */
const CHANGES = [
  { what: "the side is gone", element: "aside", style: "visibility: hidden" },
  { what: "a legend entry is gone", element: ".legend__entry", style: "visibility: hidden" },
  { what: "the picture has moved", element: ".stage__picture", style: "translate: 0 4px" },
  { what: "a control has another colour", element: ".rail__entry", style: "color: #b5005b" },
  { what: "a heading is not bold", element: ".overview-side__title", style: "font-weight: 400" },
];

describeInBrowser("a picture", () => {
  it("is another one when something small changes", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await overviewIsThere(explorer);
      const before = await takeScreenshot(explorer.page);
      for (const { what, element, style } of CHANGES) {
        const changed = explorer.page.locator(element).first();
        const setStyle = (css: string) =>
          changed.evaluate((one, text) => {
            if (one instanceof HTMLElement) one.style.cssText = text;
          }, css);
        const usual = (await changed.getAttribute("style")) ?? "";
        await setStyle(`${usual};${style}`);
        expect(isAlike(compare(before, await takeScreenshot(explorer.page))), what).toBe(false);
        await setStyle(usual);
        // A part that is drawn anew may differ by a shade, no more.
        const { share, square } = compare(before, await takeScreenshot(explorer.page));
        expect(share, what).toBe(0);
        expect(square, what).toBeLessThan(1);
      }
    });
  });

  it("stays the same when letters are placed a fraction of a pixel aside", async () => {
    const pictures: PNG[] = [];
    for (const flags of [[], ["--disable-font-subpixel-positioning"]]) {
      await explore({ flags }, async (explorer) => {
        await explorer.open();
        await overviewIsThere(explorer);
        pictures.push(await takeScreenshot(explorer.page));
      });
    }
    const [usual, aside] = pictures;
    if (!usual || !aside) throw new Error("Expected two pictures.");
    const difference = compare(usual, aside);
    expect(difference.share).toBeGreaterThan(0);
    expect(isAlike(difference), JSON.stringify(difference)).toBe(true);
  });
});
