/**
 * From a start-up to a university: find the paths, do without the first broker, prefer other paths, light the path
 * among all actors, hand the address on, open it fresh. By mouse, with WebGL and without, and by keyboard only.
 */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { type PathsResult, pathsResult } from "../../server/contract/paths.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says, textOf } from "./explorer.ts";
import { Keyboard } from "./keyboard.ts";

const FROM = "flynex";
const TO = "goethe-uni";
const FROM_NAME = "FlyNex";
const TO_NAME = "Goethe-Universität Frankfurt am Main";
const ASKED = `/?page=paths&from=${FROM}&to=${TO}`;

describeInBrowser("a path from a start-up to a university", () => {
  it.each([
    { technique: "webgl", webgl: true },
    { technique: "svg", webgl: false },
  ])("by mouse, drawn by $technique", async ({ technique, webgl }) => {
    const shared = await explored({ webgl }, async (explorer) => {
      const { page } = explorer;
      await explorer.open();
      await page.getByRole("button", { name: "Wege", exact: true }).click();
      await fill(field(explorer, "Von"), "Flynex", FROM_NAME);
      await fill(field(explorer, "Nach"), "Goethe", TO_NAME);
      await expect.poll(() => explorer.place).toBe(ASKED);
      expect(await explorer.picture.getAttribute("data-technique")).toBe(technique);
      const broker = await seesPaths(explorer);

      await page.getByRole("button", { name: `Nicht über ${broker.name}` }).click();
      await expect.poll(() => explorer.parameters.notVia).toBe(broker.id);
      await doesWithout(explorer, broker);

      await page.getByRole("button", { name: /Bevorzugt/ }).click();
      await page.getByRole("option", { name: "wenige Schritte" }).click();
      await expect.poll(() => explorer.parameters.prefer).toBe("fewest-hops");
      await seesFewestHops(explorer, broker);

      await alone(explorer).click();
      await isLit(explorer);
      await alone(explorer).click();
      await isAlone(explorer);

      await page.getByRole("button", { name: "Adresse kopieren" }).click();
      await isVisible(page.getByText("Adresse kopiert."));
      return page.evaluate(() => navigator.clipboard.readText());
    });
    await opensFresh(shared);
  });

  it("by keyboard only", async () => {
    const shared = await explored({}, async (explorer) => {
      const { page } = explorer;
      const keyboard = new Keyboard(explorer);
      await explorer.open();
      await keyboard.tabTo(page.getByRole("button", { name: "Wege", exact: true }));
      await keyboard.press("Enter");
      await keyboard.tabTo(field(explorer, "Von"));
      await choose(keyboard, explorer, "Flynex", FROM_NAME);
      // Who has said where it begins goes on with where it leads.
      await expect.poll(() => hasFocus(field(explorer, "Nach"))).toBe(true);
      await choose(keyboard, explorer, "Goethe", TO_NAME);
      await expect.poll(() => explorer.place).toBe(ASKED);
      const broker = await seesPaths(explorer);

      await keyboard.tabTo(page.getByRole("button", { name: `Nicht über ${broker.name}` }));
      await keyboard.press("Enter");
      await expect.poll(() => explorer.parameters.notVia).toBe(broker.id);
      await doesWithout(explorer, broker);

      await keyboard.tabTo(page.getByRole("button", { name: /Bevorzugt/ }), "Shift+Tab");
      await keyboard.press("Enter");
      await keyboard.arrowTo(page.getByRole("option", { name: "wenige Schritte" }), "ArrowDown");
      await keyboard.press("Enter");
      await expect.poll(() => explorer.parameters.prefer).toBe("fewest-hops");
      await seesFewestHops(explorer, broker);

      await keyboard.tabTo(alone(explorer));
      await keyboard.press("Space");
      await isLit(explorer);
      await keyboard.press("Space");
      await isAlone(explorer);

      await keyboard.tabTo(page.getByRole("button", { name: "Adresse kopieren" }), "Shift+Tab");
      await keyboard.press("Enter");
      await isVisible(page.getByText("Adresse kopiert."));
      return page.evaluate(() => navigator.clipboard.readText());
    });
    await opensFresh(shared);
  });

  it("is asked for from an actor's page, turned round and compared", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open(`/?panel=actor:${FROM}`);
      await explorer.panel("actor").getByRole("button", { name: "Weg finden" }).click();
      await fill(field(explorer, "Nach"), "Goethe", TO_NAME);
      await seesPaths(explorer);
      await page.getByRole("button", { name: "Von und Nach tauschen" }).click();
      await expect.poll(() => explorer.parameters.from).toBe(TO);
      await says(title(explorer), `5 Wege von ${TO_NAME} zu ${FROM_NAME}`);

      await card(explorer, 2).getByRole("button", { name: "Mit Weg 1 vergleichen" }).click();
      await isVisible(page.getByRole("region", { name: "Weg 1 und Weg 2 im Vergleich" }));
      await page.getByRole("button", { name: "Vergleich beenden" }).click();
      await expect.poll(() => explorer.parameters.compare).toBeUndefined();

      await page.getByRole("button", { name: /^Weg 3/ }).click();
      await expect.poll(() => explorer.parameters.path?.split(",").at(0)).toBe(TO);
      await page.goBack();
      await expect.poll(() => explorer.parameters.path).toBeUndefined();
    });
  });

  it("begins at an actor that is chosen in the picture", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      const keyboard = new Keyboard(explorer);
      await explorer.open(`/?page=paths&to=${TO}`);
      await page.getByRole("button", { name: "Von: im Bild wählen" }).click();
      await isVisible(
        page.getByText(/Klicken Sie im Bild auf den Akteur, bei dem der Weg beginnt/),
      );
      await says(explorer.statusLine, "357 Akteure");
      await explorer.picture.focus();
      await keyboard.press("ArrowRight");
      await expect.poll(() => keyboard.announced()).not.toBe("");
      const [name] = (await keyboard.announced()).split(",");
      await keyboard.press("Enter");
      await expect.poll(() => field(explorer, "Von").inputValue()).toBe(name);
      await isVisible(cards(explorer).first());
    });
  });

  it("is copied as text with its evidence, and stands in the table step by step", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open(ASKED);
      const [path] = (await asked(explorer)).paths;
      await page.getByRole("button", { name: "Als Text kopieren" }).click();
      await isVisible(page.getByText("Kopiert", { exact: true }));
      const text = await page.evaluate(() => navigator.clipboard.readText());
      for (const { name } of path?.actors ?? []) expect(text).toContain(name);
      for (const link of path?.hops.flatMap(({ links }) => links) ?? []) {
        expect(text).toContain(link.sources[0]?.title);
      }
      expect(text).toContain(page.url());

      await page.getByRole("radio", { name: "Tabelle" }).click();
      const rows = page.getByRole("table").getByRole("row");
      const { paths } = await asked(explorer);
      const hops = paths.reduce((sum, one) => sum + one.hops.length, 0);
      await expect.poll(() => rows.count()).toBe(hops + 1);
      await page.getByRole("button", { name: "Tabelle kopieren" }).click();
      await expect
        .poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).split("\n"))
        .toHaveLength(hops + 1);
    });
  });

  it("says what would help where there is none", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open(`${ASKED}&maxHops=1`);
      await isVisible(page.getByText("Kein Weg gefunden"));
      await page.getByRole("button", { name: /^Längere Wege zulassen/ }).click();
      await isVisible(cards(explorer).first());
    });
  });
});

describeInBrowser("what joins several actors", () => {
  it("is found for three, with the effort in words", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open(`/?page=paths&task=connect&ids=${FROM},${TO}`);
      await fill(page.getByRole("combobox", { name: "Noch ein Akteur" }), "ADAC", "ADAC");
      await expect.poll(() => explorer.parameters.ids).toBe(`${FROM},${TO},adac`);
      await says(explorer.page.locator("aside"), "Zusammen ist das ein Aufwand von");
    });
  });
});

/** `explore` that hands on what the scenario found. */
async function explored<T>(
  options: Parameters<typeof explore>[0],
  scenario: (explorer: Explorer) => Promise<T>,
): Promise<T> {
  const found: T[] = [];
  await explore(options, async (explorer) => {
    found.push(await scenario(explorer));
  });
  const [only] = found;
  if (only === undefined) throw new Error("Expected the scenario to find something.");
  return only;
}

const bar = ({ page }: Explorer) => page.getByRole("region", { name: "Frage nach Wegen" });
const field = (explorer: Explorer, name: "Von" | "Nach") =>
  bar(explorer).getByRole("combobox", { name });
const alone = (explorer: Explorer) => bar(explorer).getByRole("button", { name: "Nur die Wege" });
const title = ({ page }: Explorer) => page.locator("aside").getByRole("heading", { level: 2 });
const cards = ({ page }: Explorer) =>
  page.getByRole("list", { name: "Gefundene Wege" }).locator(":scope > li");
const card = (explorer: Explorer, rank: number) => cards(explorer).nth(rank - 1);
const limits = ({ page }: Explorer) => page.getByRole("region", { name: "Einschränkungen" });

async function fill(input: Locator, text: string, name: string): Promise<void> {
  await input.fill(text);
  const option = input.page().getByRole("option", { name }).first();
  await option.click();
  await isGone(option);
}

/** Types into the field that has the focus and chooses the hit by arrow keys. */
async function choose(
  keyboard: Keyboard,
  { page }: Explorer,
  text: string,
  name: string,
): Promise<void> {
  await keyboard.type(text);
  const option = page.getByRole("option", { name }).first();
  await option.waitFor();
  // A combobox keeps the focus in its field; the option says itself that the keys are on it.
  for (let turn = 0; (await option.getAttribute("data-focused")) === null; turn++) {
    expect(turn).toBeLessThan(20);
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Enter");
  await isGone(option);
}

const hasFocus = (element: Locator) => element.evaluate((one) => one === document.activeElement);

/** The service's answer to what the page asks, from its address. */
async function asked(explorer: Explorer): Promise<PathsResult> {
  const { from = "", to = "", notVia, prefer } = explorer.parameters;
  const question = new URLSearchParams({ from, to, k: "5", maxHops: "6" });
  if (notVia !== undefined) question.set("notVia", notVia);
  if (prefer !== undefined) question.set("mode", prefer);
  return explorer.ask(`/api/paths?${question}`, pathsResult);
}

/** All five with their actors, the first one opened with evidence; answers who would make the first introduction. */
async function seesPaths(explorer: Explorer): Promise<{ id: string; name: string }> {
  await says(title(explorer), `5 Wege von ${FROM_NAME} zu ${TO_NAME}`);
  const { paths } = await asked(explorer);
  await expect.poll(() => cards(explorer).count()).toBe(5);
  await seesCards(explorer, paths);
  await says(explorer.statusLine, /^5 Wege/);
  const evidence = card(explorer, 1)
    .getByRole("button", { name: /^Belege/ })
    .first();
  await isVisible(evidence);
  const broker = paths[0]?.actors[1];
  if (!broker) throw new Error("Expected somebody between the two.");
  return broker;
}

async function seesCards(explorer: Explorer, paths: PathsResult["paths"]): Promise<void> {
  for (const [index, { actors, because }] of paths.entries()) {
    const text = () => textOf(card(explorer, index + 1));
    for (const { name } of actors) await expect.poll(text).toContain(name);
    if (index === 0) await expect.poll(text).toContain(because.de);
  }
}

async function doesWithout(
  explorer: Explorer,
  broker: { id: string; name: string },
): Promise<void> {
  const { paths } = await asked(explorer);
  expect(paths.flatMap(({ actors }) => actors.map(({ id }) => id))).not.toContain(broker.id);
  await expect.poll(() => cards(explorer).count()).toBe(paths.length);
  await seesCards(explorer, paths);
  expect(await textOf(cards(explorer).first())).not.toContain(broker.name);
  await says(limits(explorer), `nicht über ${broker.name}`);
}

async function seesFewestHops(
  explorer: Explorer,
  broker: { id: string; name: string },
): Promise<void> {
  const { paths } = await asked(explorer);
  const hops = paths.map((path) => path.hops.length);
  expect(hops).toEqual(hops.toSorted((a, b) => a - b));
  await seesCards(explorer, paths);
  await says(limits(explorer), `nicht über ${broker.name}`);
}

/** The chosen path among all actors: nothing of them is lost. */
async function isLit(explorer: Explorer): Promise<void> {
  await expect.poll(() => explorer.parameters.alone).toBe("no");
  await says(explorer.statusLine, /357 Akteure/);
}

async function isAlone(explorer: Explorer): Promise<void> {
  await expect.poll(() => explorer.parameters.alone).toBeUndefined();
  const { paths } = await asked(explorer);
  const actors = new Set(paths.flatMap((path) => path.actors.map(({ id }) => id)));
  await says(explorer.statusLine, `${actors.size} Akteure`);
}

/** Another browser at the shared address sees the same. */
async function opensFresh(address: string): Promise<void> {
  await explore({}, async (explorer) => {
    const { pathname, search } = new URL(address);
    await explorer.open(pathname + search);
    const { paths } = await asked(explorer);
    await expect.poll(() => cards(explorer).count()).toBe(paths.length);
    await seesCards(explorer, paths);
    expect(explorer.parameters).toEqual(Object.fromEntries(new URLSearchParams(search)));
    expect(await field(explorer, "Von").inputValue()).toBe(FROM_NAME);
    await isVisible(limits(explorer).getByText(/^nicht über/));
    await isGone(explorer.page.getByText("Kein Weg gefunden"));
  });
}
