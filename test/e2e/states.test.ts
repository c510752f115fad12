/** What is remembered, and what is shown when there is nothing to show: empty results, a refused address, no service. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startService } from "../service.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says } from "./explorer.ts";

describeInBrowser("language and colours", () => {
  it("are remembered on this device", async () => {
    await explore({}, async (explorer, { context }) => {
      const root = explorer.page.locator("html");
      await explorer.open();
      expect(await root.getAttribute("lang")).toBe("de");
      expect(await root.getAttribute("data-theme")).toBe("light");
      await explorer.chooseTheme("dark");
      await expect.poll(() => root.getAttribute("data-theme")).toBe("dark");
      await explorer.speak("en");
      await expect.poll(() => root.getAttribute("lang")).toBe("en");
      await explorer.reload();
      expect(await root.getAttribute("data-theme")).toBe("dark");
      expect(await root.getAttribute("lang")).toBe("en");
      await says(explorer.statusLine, "52 groups");
      expect(explorer.place).toBe("/");
      await explorer.page.getByRole("button", { name: "Colour scheme" }).click();
      const chosen = explorer.page.getByRole("menuitemradio", { checked: true });
      expect(await chosen.allTextContents()).toEqual(["Dark"]);

      const second = await context.newPage();
      await second.goto(explorer.address);
      await expect.poll(() => second.locator("html").getAttribute("lang")).toBe("en");
      expect(await second.locator("html").getAttribute("data-theme")).toBe("dark");
    });
  });

  it("follow the system until they are chosen", async () => {
    await explore({ language: "en", colorScheme: "dark" }, async (explorer) => {
      const root = explorer.page.locator("html");
      await explorer.open();
      expect(await root.getAttribute("data-theme")).toBe("dark");
      expect(await root.getAttribute("lang")).toBe("en");
      await explorer.page.emulateMedia({ colorScheme: "light" });
      await expect.poll(() => root.getAttribute("data-theme")).toBe("light");
    });
  });
});

describeInBrowser("an empty result", () => {
  it.each([
    { mode: "picture", title: "Nichts passt zu allen Filtern zugleich" },
    { mode: "table", title: "Nichts passt zu dieser Auswahl" },
    { mode: "matrix", title: "Keine Gruppe passt zu dieser Auswahl" },
  ])("is said in the $mode, with a way out", async ({ mode, title }) => {
    await explore({}, async (explorer) => {
      const view = mode === "picture" ? "" : `mode=${mode}&`;
      await explorer.open(`/?${view}states=Hessen&cities=M%C3%BCnchen`);
      const main = explorer.page.getByRole("main");
      await isVisible(main.getByText(title));
      await main.getByRole("button", { name: "Filter zurücksetzen" }).click();
      await isGone(main.getByText(title));
      await expect.poll(() => explorer.place).toBe(mode === "picture" ? "/" : `/?mode=${mode}`);
    });
  });
});

describeInBrowser("an address that does not fit the data", () => {
  const refused = { expected: /status of 40[04]/ };

  it("says so for a filter and offers to take it back", async () => {
    await explore(refused, async (explorer) => {
      await explorer.open("/?states=Atlantis");
      await isVisible(alert(explorer).getByText("Diese Auswahl gibt es hier nicht"));
      await alert(explorer).getByRole("button", { name: "Filter zurücksetzen" }).click();
      await says(explorer.statusLine, "52 Gruppen");
      await isGone(alert(explorer));
    });
  });

  it("says so for an actor", async () => {
    await explore(refused, async (explorer) => {
      await explorer.open("/?panel=actor:nobody");
      await isVisible(explorer.panel("actor").getByText("Diesen Akteur gibt es hier nicht"));
      await explorer.page.keyboard.press("Escape");
      await isGone(explorer.panel("actor"));
    });
  });
});

describeInBrowser("a service that is away", () => {
  it("is said with a retry, and all goes on when it is back", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "querblick-data-"));
    let service = await startService({ dataDir });
    const { address } = service;
    const expected = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
    try {
      await explore({ address, expected }, async (explorer) => {
        await explorer.open();
        await service.stop();
        await explorer.show("matrix");
        await isVisible(alert(explorer).getByText("Keine Antwort vom Dienst"));
        expect(explorer.place).toBe("/?mode=matrix");
        // What was there already stays.
        await explorer.show("picture");
        await says(explorer.statusLine, "52 Gruppen");
        await explorer.show("matrix");
        await isVisible(alert(explorer));

        service = await startService({ dataDir, env: { PORT: new URL(address).port } });
        expect(service.address).toBe(address);
        await alert(explorer).getByRole("button", { name: "Erneut versuchen" }).click();
        await isVisible(explorer.page.getByRole("grid"));
        await isGone(alert(explorer));
      });
    } finally {
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

const alert = (explorer: Explorer) => explorer.page.getByRole("main").getByRole("alert");
