/**
 * A story as one file, in a browser without network: opened from a folder, it searches, shows actors with their
 * evidence, finds paths, speaks both languages, and asks nobody for anything.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { actions } from "../../server/contract/api.ts";
import { pathsResult } from "../../server/contract/paths.ts";
import { ODD_TITLE, scene, storyOf } from "../fixtures/story.ts";
import { type OpenedBrowser, openBrowser } from "./browser.ts";
import { describeInBrowser } from "./explore.ts";
import { Explorer, isGone, isVisible, says } from "./explorer.ts";

const MOST_BYTES = 2_000_000;
const OTHER_TITLE = `${ODD_TITLE} </script><script>alert(2)</script>`;
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

let folder: string;
let page: Buffer;
let disposition: string | null;

const address = inject("explorerAddress");

async function tell<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

describeInBrowser("a story as one file", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "querblick-file-"));
    const scenes = [scene("one"), scene("two", { view: "?mode=table" })];
    const story = storyOf(scenes, { title: { de: OTHER_TITLE, en: "" } });
    const body = { id: null, story, replaces: null };
    const kept = actions.keepStory.result.parse(await tell("/api/stories", body));
    const response = await fetch(`${address}/api/stories/${kept.id}/file.html?lang=de`);
    expect(response.status).toBe(200);
    disposition = response.headers.get("content-disposition");
    page = Buffer.from(await response.arrayBuffer());
    await tell("/api/stories/remove", { id: kept.id, replaces: 1 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Whatever it is about: no request, no error, no dialog, nothing outside the file. */
  async function opened(
    bytes: Buffer,
    scenario: (explorer: Explorer, browser: OpenedBrowser) => Promise<void>,
  ): Promise<void> {
    const file = join(folder, "Vortrag für München.html");
    writeFileSync(file, bytes);
    const browser = await openBrowser();
    const { href } = pathToFileURL(file);
    const dialogs: string[] = [];
    browser.page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    try {
      await browser.context.setOffline(true);
      await scenario(new Explorer(browser.page, `${href}#`, "de"), browser);
      expect(browser.problems).toEqual([]);
      expect(new Set(browser.requests.map((url) => url.split("#")[0]))).toEqual(new Set([href]));
      expect(dialogs).toEqual([]);
    } finally {
      await browser.close();
    }
  }

  it(`has at most ${MOST_BYTES} bytes, and a name made from its title`, () => {
    expect(page.length).toBeLessThanOrEqual(MOST_BYTES);
    expect(disposition).toMatch(/^attachment; filename="Mueller-Soehne-Groesse-[\w-]+\.html"; /);
    expect(disposition).toContain("filename*=UTF-8''M%C3%BCller%20%26%20S%C3%B6hne%20");
    const text = page.toString("utf8");
    expect(text).not.toContain("<script>alert");
    expect(text.match(/<script/g)).toHaveLength(4);
    expect(text).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  it("opens at its story, whose odd title is only words", () =>
    opened(page, async (explorer) => {
      const { page: tab } = explorer;
      const file = explorer.address.replace("#", "");
      await tab.goto(file);
      await says(tab.locator("h1"), OTHER_TITLE.replaceAll(/\s+/g, " "));
      await isVisible(tab.getByText("Was hier steht."));
      expect(await tab.title()).toContain("Müller & Söhne „Größe“ 🚀 <script>alert(1)</script>");
    }));

  it("is presented from the file, with the speaker’s window in step", () =>
    opened(page, async ({ page: hall, address: file }, { context }) => {
      await hall.goto(`${file}/?page=stories`);
      await hall.getByRole("button", { name: "Präsentieren" }).click();
      await isVisible(hall.getByRole("heading", { name: "Szene one", exact: true }));
      const openedWindow = context.waitForEvent("page");
      await hall.keyboard.press("s");
      const desk = await openedWindow;
      await isVisible(desk.getByRole("heading", { name: "Szene one", exact: true }));
      await hall.keyboard.press("ArrowRight");
      await isVisible(desk.getByRole("heading", { name: "Szene two", exact: true }));
      await desk.keyboard.press("PageUp");
      await isVisible(hall.getByRole("heading", { name: "Szene one", exact: true }));
    }));

  it("finds an actor and shows it with evidence, in both languages", () =>
    opened(page, async (explorer) => {
      await explorer.open("/");
      await says(explorer.statusLine, /\d+ Gruppen · \d+ Querverbindungen/);
      await explorer.searchField.fill("ADAC");
      await says(explorer.hits.first(), "ADAC");
      await explorer.hits.first().click();
      const panel = explorer.panel("actor");
      await isVisible(panel.getByRole("heading", { name: "ADAC", level: 2 }));
      await panel.locator(".statement__evidence").first().click();
      await says(panel.locator(".evidence"), "vom 23.02.2017");
      await explorer.speak("en");
      await says(explorer.statusLine, /\d+ groups · \d+ cross-links/);
      expect(await explorer.page.locator("html").getAttribute("lang")).toBe("en");
      await explorer.reload();
      await isVisible(explorer.panel("actor").getByRole("heading", { name: "ADAC", level: 2 }));
      expect(new URL(explorer.page.url()).hash).toContain("panel=actor:adac");
    }));

  it("finds the service’s paths, and has its other pages too", () =>
    opened(page, async (explorer) => {
      await explorer.open("/");
      const { page: tab } = explorer;
      await tab.getByRole("button", { name: "Wege", exact: true }).click();
      await choose(tab, "Von", "Flynex", "FlyNex");
      await choose(tab, "Nach", "Goethe", "Goethe-Universität Frankfurt am Main");
      const { paths } = pathsResult.parse(
        await (await fetch(`${address}/api/paths?from=flynex&to=goethe-uni`)).json(),
      );
      const cards = tab.getByRole("list", { name: "Gefundene Wege" }).locator(":scope > li");
      await expect.poll(() => cards.count()).toBe(paths.length);
      for (const { name } of paths[0]?.actors ?? []) await says(cards.first(), name);
      await isVisible(explorer.picture);
      await explorer.open("/?page=opportunities&mode=table");
      await isVisible(explorer.page.getByRole("rowheader").first());
      await explorer.open("/?mode=matrix");
      await isVisible(explorer.page.locator("td").first());
      await explorer.open("/?layout=force");
      await isVisible(explorer.picture);
    }));

  it.each(["light", "dark"] as const)("has no barrier that axe finds, %s", (colorScheme) =>
    opened(page, async (explorer) => {
      await explorer.page.emulateMedia({ colorScheme });
      await explorer.open("/?panel=actor:tum");
      await isVisible(explorer.panel("actor").getByRole("heading", { level: 2 }));
      // The page's own policy lets nothing in; a debugger is not bound by it.
      const { page: tab } = explorer;
      const found = await tab.evaluate<AxeResults>(
        `${axeSource}; axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })`,
      );
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }),
  );

  it("says so when it was copied only in part", () =>
    opened(
      page.subarray(0, Math.floor(0.7 * page.length)),
      async ({ page: tab, address: file }) => {
        await tab.goto(`${file}/`);
        await says(tab.locator("#opening"), /nicht vollständig kopiert.*not copied completely/);
      },
    ));

  it("says so in a browser that is too old", () =>
    opened(page, async ({ page: tab, address: file }) => {
      await tab.addInitScript("delete window.DecompressionStream");
      await tab.goto(`${file}/`);
      await says(tab.locator("#opening"), /Dieser Browser ist zu alt.*This browser is too old/);
    }));
});

async function choose(page: Page, label: string, text: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).fill(text);
  const option = page.getByRole("option", { name }).first();
  await option.click();
  await isGone(option);
}
