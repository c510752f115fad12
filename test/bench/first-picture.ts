/** How long a browser that was never there before takes from the page's first byte to the picture. */
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";
import { atEnd } from "./endings.ts";
import { median, timingOf } from "./measure.ts";
import type { PictureResult } from "./result.ts";

const PICTURE_LIMIT_MS = 60_000;

export interface FirstPicture {
  picture: PictureResult;
  /** Names of the script and style files that were loaded until then. */
  assets: string[];
}

export async function measureFirstPicture(address: string, runs: number): Promise<FirstPicture> {
  const all: Awaited<ReturnType<typeof timesOf>>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    await browser.page.goto(address);
    all.push(await timesOf(browser.page));
    await close();
  }
  const medianOf = (name: "scriptLoadedMs" | "graphAskedMs" | "graphLoadedMs") =>
    median(all.map((times) => times[name]));
  return {
    picture: {
      firstPicture: timingOf(all.map(({ pictureMs }) => pictureMs)),
      firstContent: timingOf(all.map(({ contentMs }) => contentMs)),
      scriptLoadedMs: medianOf("scriptLoadedMs"),
      graphAskedMs: medianOf("graphAskedMs"),
      graphLoadedMs: medianOf("graphLoadedMs"),
    },
    assets: all.at(-1)?.assets ?? [],
  };
}

async function timesOf(page: Page) {
  await page
    .waitForFunction(() => performance.getEntriesByName("first-picture").length > 0, undefined, {
      timeout: PICTURE_LIMIT_MS,
    })
    .catch((cause: unknown) => {
      const message = `first picture: expected the page's mark "first-picture" within ${PICTURE_LIMIT_MS} ms (is the build older than the source?)`;
      throw new Error(message, { cause });
    });
  // No named function in here: what the compiler adds to one does not exist in the page.
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const firstByteMs =
      navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : Number.NaN;
    const [picture] = performance.getEntriesByName("first-picture");
    const [content] = performance.getEntriesByName("first-contentful-paint");
    const resources = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, startTime, responseEnd }) => {
        return { path: new URL(name).pathname, askedMs: startTime, loadedMs: responseEnd };
      });
    const scripts = resources.filter(({ path }) => /^\/assets\/.*\.js$/.test(path));
    const graph = resources.find(({ path }) => path === "/api/overview");
    return {
      pictureMs: (picture?.startTime ?? Number.NaN) - firstByteMs,
      contentMs: (content?.startTime ?? Number.NaN) - firstByteMs,
      scriptLoadedMs: (scripts[0]?.loadedMs ?? Number.NaN) - firstByteMs,
      graphAskedMs: (graph?.askedMs ?? Number.NaN) - firstByteMs,
      graphLoadedMs: (graph?.loadedMs ?? Number.NaN) - firstByteMs,
      assets: resources
        .map(({ path }) => path)
        .filter((path) => /^\/assets\/.*\.(?:js|css)$/.test(path)),
    };
  });
}
