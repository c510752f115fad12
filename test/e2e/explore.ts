/**
 * One scenario in a browser of its own. Whatever it is about, at its end the console must hold no error and no
 * request may have gone to another host. What is on the screen when it fails is kept in `test/e2e/out`.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { type BrowserOptions, type OpenedBrowser, openBrowser } from "./browser.ts";
import { Explorer } from "./explorer.ts";
import type { Language } from "./words.ts";

const out = new URL("out/", import.meta.url).pathname;

export interface ScenarioOptions extends BrowserOptions {
  language?: Language;
  /** A service of the scenario's own; default is the one that all share. */
  address?: string;
  /** Errors in the console that belong to the scenario. */
  expected?: RegExp;
}

/** `describe` where there is a browser; elsewhere everything in it is skipped (`global-setup.ts` says why). */
export const describeInBrowser = describe.skipIf(inject("explorerAddress") === null);

export async function explore(
  options: ScenarioOptions,
  scenario: (explorer: Explorer, browser: OpenedBrowser) => Promise<void>,
): Promise<void> {
  const { language = "de", expected } = options;
  const address = options.address ?? inject("explorerAddress");
  if (address === null)
    throw new Error("A scenario needs a browser; is it inside describeInBrowser?");
  const locale = { de: "de-DE", en: "en-US" }[language];
  const browser = await openBrowser({ locale, ...options });
  try {
    await scenario(new Explorer(browser.page, address, language), browser);
    expect(browser.problems.filter((problem) => !expected?.test(problem))).toEqual([]);
    expect(browser.requests.filter((url) => new URL(url).origin !== address)).toEqual([]);
  } catch (error) {
    await keepScreen(browser);
    throw error;
  } finally {
    await browser.close();
  }
}

async function keepScreen({ page }: OpenedBrowser): Promise<void> {
  const name = expect.getState().currentTestName ?? "scenario";
  mkdirSync(out, { recursive: true });
  const path = join(out, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 120)}.png`);
  // A page that is gone has nothing to show; what failed is the error that follows.
  await page.screenshot({ path }).catch(() => undefined);
}
