/** What is counted, in three ways to see it: the panel of a cross-link, the tables, the matrix. */
import { expect, it } from "vitest";
import { crossLinksResult, matrixResult, overviewResult } from "../../server/contract/explore.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isVisible, says, textOf } from "./explorer.ts";

const A = "digital-hub-mobility";
const B = "silicon-saxony";

describeInBrowser("a cross-link", () => {
  it("opens from its ribbon and lists the joint projects", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.clickRibbon(A, B);
      await seesCrossLink(explorer);
    });
  });

  it("opens from the table of pairs", async () => {
    await explore({}, async (explorer) => {
      await explorer.open("/?mode=table");
      await explorer.page.getByRole("radio", { name: "Querverbindungen" }).click();
      await explorer.page
        .getByRole("link", { name: "Was verbindet Digital Hub Mobility und Silicon Saxony?" })
        .click();
      await seesCrossLink(explorer);
    });
  });

  it("leads to each of its sides and back", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.clickRibbon(A, B);
      await explorer
        .panel("cross-link")
        .getByRole("link", { name: "Silicon Saxony" })
        .first()
        .click();
      await isVisible(explorer.panel("group").getByRole("heading", { name: "Silicon Saxony" }));
      await explorer.panel("group").getByRole("button", { name: "Zurück" }).click();
      await isVisible(explorer.panel("cross-link"));
    });
  });
});

describeInBrowser("the table", () => {
  it("sorts by a click on a head, keeps that in the address, and opens a row's panel", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open("/?mode=table");
      const size = page.getByRole("columnheader", { name: "Mitglieder", exact: true });
      const name = page.getByRole("columnheader", { name: "Name" });
      expect(await size.getAttribute("aria-sort")).toBe("none");

      await size.getByRole("button").click();
      await expect.poll(() => size.getAttribute("aria-sort")).toBe("descending");
      const falling = (await cells(explorer, 2)).map(Number);
      expect(falling).toEqual(falling.toSorted((a, b) => b - a));
      expect(new Set(falling).size).toBeGreaterThan(5);

      await size.getByRole("button").click();
      await expect.poll(() => size.getAttribute("aria-sort")).toBe("ascending");
      expect((await cells(explorer, 2)).map(Number)).toEqual(falling.toReversed());

      await name.getByRole("button").click();
      await expect.poll(() => name.getAttribute("aria-sort")).toBe("ascending");
      expect(await size.getAttribute("aria-sort")).toBe("none");
      const order = new Intl.Collator("de-DE", { numeric: true, sensitivity: "base" }).compare;
      const names = await groupNames(explorer);
      expect(names).toEqual(names.toSorted(order));
      expect(explorer.place).toBe("/?mode=table&sort=name");
      await explorer.reload();
      expect(await groupNames(explorer)).toEqual(names);

      // Anywhere in the row, not on the link.
      await page
        .getByRole("row", { name: /House of IT e\. V\./ })
        .getByRole("cell")
        .nth(1)
        .click();
      await isVisible(explorer.panel("group").getByRole("heading", { name: "House of IT e. V." }));
    });
  });

  it("shows the same selection as the picture", async () => {
    await explore({}, async (explorer) => {
      await explorer.open("/?states=Hessen");
      const { groups } = await explorer.ask("/api/overview?states=Hessen", overviewResult);
      await explorer.show("table");
      const passing = groups.filter(({ size }) => size > 0).map((group) => group.name);
      await expect
        .poll(async () => (await groupNames(explorer)).toSorted())
        .toEqual(passing.toSorted());
      await explorer.page.getByRole("radio", { name: "Akteure" }).click();
      const states = explorer.page.getByRole("table");
      await says(states, "Frankfurt am Main");
      expect(new Set(await cells(explorer, 3))).toEqual(new Set(["Hessen"]));
    });
  });
});

describeInBrowser("the matrix", () => {
  it("is walked with arrow keys and opened with Enter", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open("/?mode=matrix");
      const { cells: pairs } = await explorer.ask("/api/matrix", matrixResult);
      const pair = pairs.find(({ a, b }) => [a, b].includes(A) && [a, b].includes(B));
      expect(pair).toEqual({ ...pair, links: 0, projects: 29, shared: 1 });

      // By its label, but not by its role: the roles of 2,704 cells take long to ask for.
      const cell = page.locator(
        'td[aria-label="Digital Hub Mobility × Silicon Saxony: 29 gemeinsame Projekte, 1 gemeinsames Mitglied, zusammen 30"]',
      );
      expect(await textOf(cell)).toBe("30");
      const { row, column } = await cell.evaluate((one) => ({
        row: Number(one.getAttribute("data-row")),
        column: Number(one.getAttribute("data-column")),
      }));
      await page.locator('td[tabindex="0"]').focus();
      for (let step = 0; step < row; step++) await page.keyboard.press("ArrowDown");
      for (let step = 0; step < column; step++) await page.keyboard.press("ArrowRight");
      expect(await cell.evaluate((one) => one === document.activeElement)).toBe(true);
      await says(page.locator(".group-grid__read-out"), "29 gemeinsame Projekte");
      await page.keyboard.press("Enter");
      await seesCrossLink(explorer);
    });
  });
});

/** Title, counts, and the first joint projects as the service has them, newest first. */
async function seesCrossLink(explorer: Explorer): Promise<void> {
  const panel = explorer.panel("cross-link");
  await isVisible(panel.getByRole("heading", { level: 2, name: /Digital Hub Mobility/ }));
  await says(panel.getByRole("heading", { level: 2 }), "Silicon Saxony");
  const { projects, counts } = await explorer.ask(
    `/api/cross-links?a=${A}&b=${B}`,
    crossLinksResult,
  );
  expect(counts.projects).toBe(projects.length);
  await says(panel, `Gemeinsame Projekte ${counts.projects}`);
  await says(panel, `Gehört zu beiden ${counts.bridges}`);
  const listed = panel.locator(".cross-link-panel__project");
  const newest = projects.toSorted((x, y) => (y.start ?? "").localeCompare(x.start ?? ""))[0];
  await says(listed.first(), newest?.acronym ?? "");
  await says(listed.first(), newest?.title ?? "");
  await says(listed.first(), newest?.start?.slice(0, 4) ?? "");
  expect(await listed.first().getByRole("link").first().getAttribute("href")).toBe(newest?.url);

  await panel.getByRole("button", { name: `Alle ${counts.projects} anzeigen` }).click();
  await expect.poll(() => listed.count()).toBe(counts.projects);
  const acronyms = await listed.locator(".cross-link-panel__acronym a").allTextContents();
  expect(acronyms.map((text) => text.replace(" (öffnet einen neuen Tab)", "")).toSorted()).toEqual(
    projects.map(({ acronym }) => acronym).toSorted(),
  );
}

/** Texts of one column, counted from 0. */
async function cells({ page }: Explorer, column: number): Promise<string[]> {
  return page.locator(`.data-table tbody tr > :nth-child(${column + 1})`).allTextContents();
}

async function groupNames({ page }: Explorer): Promise<string[]> {
  const names = await page.getByRole("rowheader").allTextContents();
  return names.map((text) => text.replace(/, [^,]+$/, ""));
}
