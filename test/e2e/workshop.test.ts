/**
 * A facilitator's work: making a story from what is on the screen, changing it without losing anything, and having it
 * survive what becomes of the data.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { ODD_TITLE, scene, storyOf } from "../fixtures/story.ts";
import { type Service, startService } from "../service.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says } from "./explorer.ts";
import { isUp, Shelf } from "./teller.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const EDITED = (story: string) => `/?page=stories&story=${story}`;
const scenes = ({ page }: Explorer) => page.getByRole("grid", { name: "Szenen" }).getByRole("row");
const keepButton = ({ page }: Explorer) =>
  page.getByRole("button", { name: "Als Szene aufnehmen" });
const status = ({ page }: Explorer) => page.locator(".stories-bar__status");

describeInBrowser("a story", () => {
  it("is made from the views that one looks at, with one click each", async () => {
    await explore({ address: service.address }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      await explorer.open("/?states=Hessen&open=house-of-it&panel=group:house-of-it");
      await keepButton(explorer).click();
      await says(page.locator(".notices"), "Als Szene 1 in „Neue Geschichte“ aufgenommen.");
      await explorer.open("/?page=opportunities&pair=software-cluster~hop");
      await keepButton(explorer).click();
      await says(page.locator(".notices"), "Als Szene 2");
      await page.getByRole("button", { name: "Geschichte öffnen" }).click();
      await expect.poll(() => scenes(explorer).count()).toBe(2);
      await isUp(page, "Software-Cluster × House of Pharma & Healthcare e. V.");

      const [listed] = (await shelf.list()).filter(({ scenes: count }) => count === 2);
      const { story } = await shelf.read(listed?.id ?? "");
      const [first, second] = story.scenes;
      expect(first).toMatchObject({
        view: "?states=Hessen&open=house-of-it&panel=group:house-of-it",
        title: { de: "House of IT e. V.", en: "House of IT e. V." },
        camera: null,
        steps: [],
      });
      expect(first?.names.map(({ id }) => id)).toEqual(["house-of-it"]);
      const places = story.arrangements[first?.arrangement ?? -1];
      expect(places?.ids).toContain("house-of-it");
      // The two groups and what is recorded, then the missing pairs, then who introduces.
      expect(second?.steps[0]).toEqual(["groups", "links"]);
      expect(second?.steps.slice(1)).toEqual([["missing"], ["brokers"]]);
    });
  });

  it("is written in both languages, and what is written is kept by itself", async () => {
    await explore({ address: service.address }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      const { id } = await shelf.keep(storyOf([scene("a")]));
      await page.goto(service.address + EDITED(id));
      await page.getByRole("textbox", { name: "Titel" }).first().fill(ODD_TITLE);
      await says(page.locator(".stories-bar__title"), ODD_TITLE);
      await page.getByRole("radio", { name: "English" }).click();
      const caption = page.getByRole("textbox", { name: "Bildunterschrift" });
      await caption.fill(
        "A **bold** claim, <img src=x onerror=alert(1)> and [a link](javascript:alert(1))",
      );
      await says(status(explorer), "Gesichert");
      const { story } = await shelf.read(id);
      expect(story.title).toEqual({ de: ODD_TITLE, en: "From the north" });
      expect(story.scenes[0]?.caption.en).toContain("**bold**");
      await explorer.speak("en");
      const shown = page.locator(".scene__caption");
      await says(shown, "A bold claim");
      expect(await shown.locator("strong").textContent()).toBe("bold");
      expect(await shown.locator("img, script, a").count()).toBe(0);
    });
  });

  it("is put into another order by keyboard and by drag, copied, and undone", async () => {
    await explore({ address: service.address }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      const { id } = await shelf.keep(storyOf([scene("a"), scene("b"), scene("c")]));
      const order = () =>
        expect.poll(async () =>
          (await shelf.read(id)).story.scenes.map((one) => one.id.slice(0, 1)).join(""),
        );
      await page.goto(service.address + EDITED(id));
      await scenes(explorer).first().click();
      await page.keyboard.press("Alt+ArrowDown");
      await order().toBe("bac");
      await page.keyboard.press("Control+z");
      await order().toBe("abc");
      await page.keyboard.press("Control+Shift+z");
      await order().toBe("bac");

      // As a screen reader's user drags: take it at its grip, walk, drop.
      await page.getByRole("button", { name: "„Szene c“ verschieben" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await order().not.toBe("bac");
      await page.keyboard.press("Control+z");
      await order().toBe("bac");
      // And with the mouse.
      await scenes(explorer)
        .nth(2)
        .locator(".scene-list__title")
        .dragTo(scenes(explorer).nth(0), {
          targetPosition: { x: 60, y: 2 },
        });
      await order().toBe("cba");

      await page.getByRole("button", { name: "Mehr zur Szene „Szene b“" }).click();
      await page.getByRole("menuitem", { name: "Szene kopieren" }).click();
      await expect.poll(() => scenes(explorer).count()).toBe(4);
      await page.getByRole("button", { name: "Mehr zur Szene „Szene a“" }).click();
      await page.getByRole("menuitem", { name: "Szene löschen" }).click();
      await expect.poll(() => scenes(explorer).count()).toBe(3);
      await page.getByRole("button", { name: "Rückgängig" }).click();
      await expect.poll(() => scenes(explorer).count()).toBe(4);
    });
  });

  it("that somebody else changed meanwhile is neither overwritten nor lost", async () => {
    await explore({ address: service.address, expected: /409/ }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      const { id } = await shelf.keep(storyOf([scene("a")]));
      await page.goto(service.address + EDITED(id));
      const title = page.getByRole("textbox", { name: "Titel" }).first();
      await expect.poll(() => title.inputValue()).toBe("Vom Norden");
      await shelf.keep(storyOf([scene("b")], { title: { de: "Deine", en: "" } }), id, 1);
      await title.fill("Meine");
      await says(status(explorer), "Von jemand anderem geändert");
      expect((await shelf.read(id)).story.title.de).toBe("Deine");
      await page.getByRole("button", { name: "Die andere übernehmen" }).click();
      await expect.poll(() => title.inputValue()).toBe("Deine");
      await page.keyboard.press("Control+z");
      await expect.poll(async () => (await shelf.read(id)).story.title.de).toBe("Meine");
    });
  });

  it("says who of a scene is gone, offers the nearest, and shows it again", async () => {
    await explore({ address: service.address, expected: /404/ }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      const gone = scene("a", {
        view: "?panel=actor:sap-walldorf",
        names: [{ id: "sap-walldorf", name: "SAP", nameEn: null }],
      });
      const { id } = await shelf.keep(storyOf([gone]));
      await page.goto(service.address + EDITED(id));
      await says(page.locator(".scene__caption"), "Nicht mehr im Bestand: SAP");
      await page
        .getByRole("button", { name: /^Durch „SAP.*“ ersetzen$/ })
        .first()
        .click();
      await expect.poll(async () => (await shelf.read(id)).missing).toEqual([]);
      await isGone(page.locator(".scene__missing"));
      expect((await shelf.read(id)).story.scenes[0]?.view).toMatch(/^\?panel=actor:sap/);
    });
  });

  it("is taken from a file whole or not at all, and deleted only until one undoes it", async () => {
    await explore({ address: service.address, expected: /400/ }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      await page.goto(`${service.address}/?page=stories`);
      await isVisible(page.getByRole("heading", { name: "Geschichten" }));
      const title = `${ODD_TITLE} aus der Datei`;
      const before = (await shelf.list()).length;
      const take = (content: string) =>
        page
          .getByLabel("Aus Datei öffnen")
          .last()
          .setInputFiles({
            name: "geschichte.json",
            mimeType: "application/json",
            buffer: Buffer.from(content),
          });
      const dialog = page.getByRole("dialog", { name: "Die Datei wurde nicht übernommen" });
      const refused = async (content: string, text: RegExp) => {
        await take(content);
        await says(dialog, text);
        await dialog.getByRole("button", { name: "Abbrechen" }).click();
        await isGone(dialog);
        expect(await shelf.list()).toHaveLength(before);
      };
      const good = storyOf([scene("a")], { title: { de: title, en: "" } });
      await refused("{", /kein JSON/);
      await refused(
        JSON.stringify({ ...good, version: 9 }),
        /story\.version: .*newer Querblick \(got 9\)/,
      );
      await refused(JSON.stringify({ ...good, scenes: 3 }), /story\.scenes: expected array/);
      await refused(" ".repeat(50_000_000), /50,0 MB/);
      const names = [{ id: "nobody", name: "Niemand", nameEn: null }];
      await take(JSON.stringify(storyOf([scene("a", { names })])));
      await says(dialog, /"nobody"/);
      await dialog.getByRole("button", { name: "Abbrechen" }).click();
      expect(await shelf.list()).toHaveLength(before);

      await take(JSON.stringify(good));
      await says(page.locator(".stories-bar__title"), title);
      await page.getByRole("button", { name: "Alle Geschichten" }).click();
      await page.getByRole("button", { name: `Mehr zu „${title}“` }).click();
      await page.getByRole("menuitem", { name: "Löschen" }).click();
      await expect.poll(async () => (await shelf.list()).length).toBe(before);
      await page.getByRole("button", { name: "Rückgängig" }).click();
      await expect.poll(async () => (await shelf.list()).length).toBe(before + 1);
    });
  });

  it("has a scene whose view is changed in the explorer and taken again", async () => {
    await explore({ address: service.address }, async (explorer) => {
      const { page } = explorer;
      const shelf = new Shelf(service.address);
      const { id } = await shelf.keep(storyOf([scene("a"), scene("b")]));
      await page.goto(`${service.address}${EDITED(id)}&scene=b`);
      await page.getByRole("button", { name: "Ansicht ändern" }).click();
      await explorer.isThere();
      await explorer.show("matrix");
      await page.getByRole("button", { name: "Szene aktualisieren" }).click();
      await isVisible(page.getByRole("grid", { name: "Szenen" }));
      const { story } = await shelf.read(id);
      expect(story.scenes.map(({ view }) => view)).toEqual(["", "?mode=matrix"]);
      expect(story.scenes[1]?.title.de).toBe("Szene b");
      await isVisible(page.locator(".scene .heat-map, .scene table, .scene [role=grid]").first());
    });
  });
});
