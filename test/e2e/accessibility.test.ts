/**
 * Every page by axe-core, WCAG 2.1 A and AA: light and dark, German and English, on a desk, an old beamer and a
 * phone. Width and colours change in the open page, as they do when a window is resized.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says } from "./explorer.ts";
import type { Language } from "./words.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const THEMES = ["light", "dark"] as const;
const LANGUAGES = ["de", "en"] as const;

interface State {
  what: string;
  place: string;
  /** What the person does there before axe looks. */
  act?: (explorer: Explorer) => Promise<void>;
  /** Rules that do not hold here, with the test that shows what holds instead. */
  except?: readonly string[];
}

const STATES: readonly State[] = [
  { what: "the overview", place: "/" },
  {
    what: "an opened group and its panel",
    place: "/?states=Hessen&open=house-of-it&panel=group:house-of-it",
    act: (explorer) => isVisible(explorer.panel("group").getByRole("heading", { level: 2 })),
  },
  {
    what: "an actor with evidence open, around it the picture",
    place: "/?layout=radial&centre=tum&panel=actor:tum",
    act: async (explorer) => {
      await explorer.panel("actor").locator(".statement__evidence").first().click();
      await isVisible(explorer.panel("actor").locator(".evidence"));
    },
  },
  {
    what: "a cross-link",
    place: "/?panel=cross-link:digital-hub-mobility~silicon-saxony",
    act: (explorer) => isVisible(explorer.panel("cross-link").getByRole("heading", { level: 2 })),
  },
  { what: "the table", place: "/?mode=table&sort=-size" },
  { what: "the table of actors", place: "/?mode=table&sort=actors:" },
  {
    what: "the matrix",
    // Few enough groups to be looked at in a moment; each cell is made like any other.
    place: "/?mode=matrix&groupKinds=house_of",
    act: (explorer) => explorer.page.locator('td[tabindex="0"]').focus(),
  },
  {
    what: "the menu of filters",
    place: "/?states=Hessen",
    act: async (explorer) => {
      const dialog = await explorer.openFilters();
      await isVisible(dialog.getByRole("option").first());
    },
  },
  {
    what: "the dialog with the keys",
    place: "/",
    act: async (explorer) => {
      await explorer.page.keyboard.press("?");
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "the hits of a search",
    place: "/",
    act: async (explorer) => {
      await explorer.searchField.fill("Fraunhofer");
      await says(explorer.hits.first(), "Fraunhofer");
    },
    // While its list is open, the combobox hides the rest of the page from a screen reader's cursor, as its pattern
    // in React Aria does; "the keyboard never lands on what is hidden" below shows that nothing is lost by it.
    except: ["aria-hidden-focus"],
  },
  {
    what: "the paths between two, with evidence open",
    place: "/?page=paths&from=flynex&to=goethe-uni&notVia=spinlab",
    act: async (explorer) => {
      await explorer.page.locator(".hop-view__evidence").first().click();
      await isVisible(explorer.page.locator(".hop-view__box"));
    },
  },
  {
    what: "two paths compared, as a table",
    place: "/?page=paths&mode=table&from=flynex&to=goethe-uni",
    act: async (explorer) => {
      await explorer.page.locator(".path-card__compare").first().click();
      await isVisible(explorer.page.locator(".path-compare"));
    },
  },
  {
    what: "the settings of paths",
    place: "/?page=paths&from=flynex&to=goethe-uni",
    act: async (explorer) => {
      await explorer.page.getByRole("button", { name: /^(Weitere|More) / }).click();
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "what joins three",
    place: "/?page=paths&task=connect&ids=flynex,goethe-uni,adac",
    act: (explorer) => isVisible(explorer.page.locator("aside").getByRole("heading", { level: 2 })),
  },
  {
    what: "the opportunities and the map of groups",
    place: "/?page=opportunities&kinds=house_of",
    act: async (explorer) => {
      // The map is not on a phone, where the sizes before ended.
      await explorer.page.setViewportSize({ width: 1440, height: 900 });
      await isVisible(explorer.page.locator('td[tabindex="0"]'));
      await explorer.page.locator(".opportunity-card details").first().locator("summary").click();
    },
  },
  {
    what: "the table of opportunities",
    place: "/?page=opportunities&mode=table&sort=-gap",
    act: (explorer) => isVisible(explorer.page.getByRole("table")),
  },
  {
    what: "a pair of groups, with a decision being written",
    place: "/?page=opportunities&pair=digital-hub-mobility~software-cluster",
    act: async (explorer) => {
      const judge = explorer.page.locator(".judge").last();
      await judge.getByRole("button").nth(1).click();
      await isVisible(judge.locator("textarea").first());
    },
  },
  {
    what: "possible partners of an actor",
    place: "/?panel=actor:tum",
    act: async (explorer) => {
      await explorer.page
        .getByRole("button", { name: /(Partner suchen|possible partners)$/ })
        .click();
      await isVisible(explorer.page.locator(".actor-partners__entry").first());
    },
  },
  { what: "all stories", place: "/?page=stories" },
  {
    what: "a story that is worked on",
    place: "/?page=stories&story=cluster-hessen&scene=software-and-pharma",
    act: (explorer) => isVisible(explorer.page.locator(".scene-form")),
  },
  {
    what: "handing a story out",
    place: "/?page=stories&story=cluster-hessen",
    act: async (explorer) => {
      await explorer.page.getByRole("button", { name: /^(Weitergeben|Hand out)$/ }).click();
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "sharing a story",
    place: "/?page=stories&story=cluster-hessen",
    act: async (explorer) => {
      await explorer.page.getByRole("button", { name: /^(Teilen|Share)$/ }).click();
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "handing a picture out",
    place: "/?states=Hessen",
    act: async (explorer) => {
      await explorer.page
        .getByRole("button", { name: /als Datei weitergeben|out as a file/ })
        .click();
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "a picture that is presented",
    place: "/present/cluster-hessen?scene=8&step=3",
    act: (explorer) => isVisible(explorer.page.locator(".legend")),
  },
  {
    what: "a table that is presented",
    place: "/present/cluster-hessen?scene=3",
    act: (explorer) => isVisible(explorer.page.locator(".scene .data-table")),
  },
  {
    what: "an actor that is presented, with the code to read along",
    place: "/present/digital-hub-initiative?scene=3",
    act: async (explorer) => {
      await isVisible(explorer.page.locator(".legend"));
      await explorer.page.keyboard.press("q");
      await isVisible(explorer.page.getByRole("dialog"));
    },
  },
  {
    what: "the speaker’s window",
    place: "/speaker/cluster-hessen?scene=2",
    act: (explorer) => isVisible(explorer.page.getByRole("timer")),
  },
  { what: "an empty result", place: "/?states=Hessen&cities=M%C3%BCnchen" },
];

describeInBrowser("axe finds nothing", () => {
  it.each(STATES)("in $what", async ({ place, act, except = [] }) => {
    await explore({}, async (explorer) => {
      for (const language of LANGUAGES) {
        explorer.language = language;
        await explorer.open(`${place}${place.includes("?") ? "&" : "?"}lang=${language}`);
        await act?.(explorer);
        expect(await violations(explorer.page, language, except)).toEqual([]);
      }
    });
  });

  it("in the page of the API", async () => {
    await explore({}, async (explorer) => {
      await explorer.page.goto(`${explorer.address}/api/docs`);
      await isVisible(explorer.page.getByRole("heading", { level: 1 }));
      expect(await violations(explorer.page, "en", [])).toEqual([]);
    });
  });

  it("only where there is nothing to find", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.page.evaluate(() => {
        const text = document.createElement("p");
        text.textContent = "hard to read";
        text.style.cssText = "color: #bbb; background: #fff";
        document.querySelector("main")?.append(text);
      });
      expect(await violationsNow(explorer.page, [])).toEqual([
        expect.stringMatching(/^color-contrast/),
      ]);
    });
  });
});

describeInBrowser("the open list of hits", () => {
  it("hides nothing that the keyboard lands on", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.searchField.fill("Fraunhofer");
      await says(explorer.hits.first(), "Fraunhofer");
      const focused = explorer.page.locator(":focus");
      expect(await explorer.page.locator("nav").getAttribute("aria-hidden")).toBe("true");
      for (const key of ["Tab", "Tab"]) {
        await explorer.page.keyboard.press(key);
        expect(await focused.evaluate((one) => one.closest("[aria-hidden=true]") === null)).toBe(
          true,
        );
      }
      await isGone(explorer.hits.first());
    });
  });
});

/** In all sizes and colours, one line each. */
async function violations(
  page: Page,
  language: Language,
  except: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await isSettled(page);
      for (const violation of await violationsNow(page, except)) {
        found.push(`${size.width} px, ${colorScheme}: ${violation}`);
      }
    }
  }
  return found;
}

/** The frame after the change is drawn and no transition runs: axe reads the colours of the moment. */
async function isSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const running = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}

async function violationsNow(page: Page, except: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const results = await page.evaluate(
    ([values, off]): Promise<AxeResults> =>
      Reflect.get(window, "axe").run(document, {
        runOnly: { type: "tag", values },
        rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
        resultTypes: ["violations"],
      }),
    [TAGS, [...except]] as const,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
