/** The API's page in a real browser: axe finds nothing, in light and dark, and the console stays silent. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../e2e/browser.ts";
import { chromiumPath, isCi } from "../environment.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const isSkipped = chromiumPath() === null && !isCi;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(smallGraph());
});
afterAll(() => app.close());

it.skipIf(isSkipped).each(["light", "dark"] as const)("%s", async (colorScheme) => {
  const browser = await openBrowser({ width: 1024, height: 768, colorScheme });
  try {
    await browser.page.goto(`${app.address}/api/docs`);
    await browser.page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const violations = await browser.page.evaluate(
      `${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
    );
    expect(violations).toEqual([]);
    const overflow = await browser.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(browser.problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
