/**
 * The whole story of a first visit: read the overview, open a hub, open an actor, open the evidence of a link, filter,
 * switch the language, reload, go back. By mouse with WebGL and without, and once by keyboard only.
 */
import { expect, it } from "vitest";
import { actorPage } from "../../server/contract/actor.ts";
import { overviewResult } from "../../server/contract/explore.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says, textOf } from "./explorer.ts";
import { Keyboard } from "./keyboard.ts";

const HUB = "digital-hub-mobility";
const ACTOR = "adac";
const FAR_HUB = "dehub-hamburg";

describeInBrowser("the story of a first visit", () => {
  it.each([
    { technique: "webgl", webgl: true },
    { technique: "svg", webgl: false },
  ])("by mouse, drawn by $technique", async ({ technique, webgl }) => {
    await explore({ webgl }, async (explorer) => {
      await explorer.open();
      expect(await explorer.picture.getAttribute("data-technique")).toBe(technique);
      await readOverview(explorer);

      await explorer.click(HUB);
      await isVisible(hubPanel(explorer));
      await explorer.doubleClick(HUB);
      await expect.poll(() => explorer.place).toBe(`/?open=${HUB}&panel=group:${HUB}`);
      await explorer.click(ACTOR);
      await isVisible(explorer.panel("actor").getByRole("heading", { name: "ADAC", level: 2 }));
      expect(explorer.place).toBe(`/?open=${HUB}&panel=actor:${ACTOR}`);

      await evidenceButton(explorer).click();
      await seesEvidence(explorer);

      await explorer.filterBy("Bundesland", "Hessen");
      await seesHessen(explorer);
      await explorer.pointAt(FAR_HUB);
      expect((await explorer.tooltip()).at(-1)).toBe("0 von 10 passen zu den Filtern");

      await explorer.speak("en");
      await keepsViewInEnglish(explorer);
    });
  });

  it("by keyboard only", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      const keyboard = new Keyboard(explorer);
      const mouseEvents = await watchMouse(explorer);
      await explorer.open();
      await keyboard.tabTo(page.getByRole("link", { name: "Zum Inhalt springen" }));
      await keyboard.tabTo(explorer.picture);
      const [largest] = (await explorer.map()).scene.nodes.toSorted((a, b) => b.weight - a.weight);
      expect(await keyboard.announced()).toContain(largest?.label);

      await keyboard.walk(largest?.id ?? "", HUB);
      expect(await keyboard.announced()).toBe("Digital Hub Mobility, Hub, Garching, 12 Mitglieder");
      await keyboard.press("Enter");
      await isVisible(hubPanel(explorer));
      await keyboard.press("Enter");
      await expect.poll(() => explorer.place).toBe(`/?open=${HUB}&panel=group:${HUB}`);
      await isVisible(explorer.legend.getByText("Verbände"));
      await keyboard.walk(HUB, ACTOR);
      await keyboard.press("Enter");
      await isVisible(explorer.panel("actor").getByRole("heading", { name: "ADAC", level: 2 }));

      await keyboard.tabTo(evidenceButton(explorer));
      await keyboard.press("Enter");
      await seesEvidence(explorer);

      await keyboard.tabTo(
        explorer.filterBar.getByRole("button", { name: "Filter", exact: true }),
        "Shift+Tab",
      );
      await keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Filter wählen" });
      await keyboard.tabTo(dialog.getByRole("tab", { selected: true }));
      await keyboard.arrowTo(dialog.getByRole("tab", { name: "Bundesland" }), "ArrowDown");
      await keyboard.press("Tab");
      await keyboard.arrowTo(dialog.getByRole("option", { name: /^Hessen/ }), "ArrowDown");
      await keyboard.press("Enter", "Escape");
      await isGone(dialog);
      await seesHessen(explorer);

      await keyboard.tabTo(page.getByRole("radio", { name: "DE" }), "Shift+Tab");
      await keyboard.press("ArrowRight", "Space");
      explorer.language = "en";
      await keepsViewInEnglish(explorer);

      await keyboard.press("/");
      await keyboard.type("FinTech Frankfurt");
      await says(explorer.hits.first(), "FinTech Hub Frankfurt");
      await keyboard.press("ArrowDown", "Enter");
      await isVisible(
        explorer.panel("group").getByRole("heading", { name: "FinTech Hub Frankfurt" }),
      );
      await keyboard.press("Escape");
      await isGone(explorer.panel("group"));
      expect(mouseEvents()).toBe(0);
    });
  });
});

const hubPanel = (explorer: Explorer) =>
  explorer.panel("group").getByRole("heading", { name: "Digital Hub Mobility", level: 2 });

const evidenceButton = (explorer: Explorer) =>
  explorer
    .panel("actor")
    .getByRole("button", { name: /^öffentliche Quelle – Beleg zeigen für: ADAC/ });

/** The numbers under the picture are the service's, and every group is named where a screen reader looks: in the table. */
async function readOverview(explorer: Explorer): Promise<void> {
  const { groups, crossLinks, total } = await explorer.ask("/api/overview", overviewResult);
  await says(
    explorer.statusLine,
    `${groups.length} Gruppen · ${crossLinks.length} Querverbindungen · aus ${total.actors} Akteuren`,
  );
  await explorer.show("table");
  const rows = explorer.page.getByRole("table").getByRole("rowheader");
  await expect.poll(() => rows.count()).toBe(groups.length);
  const named = (await rows.locator(".actor-link__name").allTextContents()).map(firstPart);
  expect(named.toSorted()).toEqual(groups.map(({ name }) => name).toSorted());
  await explorer.show("picture");
  await says(explorer.statusLine, `${groups.length} Gruppen`);
}

/** „ADAC, Verband“: the kind is for screen readers only. */
const firstPart = (text: string) => text.replace(/, [^,]+$/, "");

async function seesEvidence(explorer: Explorer): Promise<void> {
  const { links } = await explorer.ask(`/api/actors/${ACTOR}`, actorPage);
  const [source] = links[0]?.sources ?? [];
  expect(source?.date).toBe("2017-02-23");
  const evidence = explorer.panel("actor").locator(".evidence");
  await says(evidence, source?.title ?? "");
  await says(evidence, source?.publisher ?? "");
  await says(evidence, "vom 23.02.2017");
  await says(evidence, "Eine öffentliche Quelle belegt diese Verbindung.");
  const link = evidence.getByRole("link");
  expect(await link.getAttribute("href")).toBe(source?.url);
  expect(await link.getAttribute("rel")).toContain("noopener");
}

async function seesHessen(explorer: Explorer): Promise<void> {
  await says(explorer.filterBar, /Hessen\s*\d+/);
  expect(explorer.place).toContain("states=Hessen");
  const { groups, crossLinks, shown, total } = await explorer.ask(
    "/api/overview?states=Hessen",
    overviewResult,
  );
  const passing = groups.filter(({ size }) => size > 0).length;
  expect(passing).toBeLessThan(groups.length);
  await says(
    explorer.statusLine,
    `${passing} Gruppen · ${crossLinks.length} Querverbindungen · ${shown.actors} von ${total.actors} Akteuren`,
  );
  await isVisible(explorer.legend.getByText("blass: passt nicht zu den Filtern"));
}

/** English at once, the same after a reload, and "back" takes the filter away. */
async function keepsViewInEnglish(explorer: Explorer): Promise<void> {
  const { page } = explorer;
  const place = explorer.place;
  const isEnglish = async () => {
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(explorer.place).toBe(place);
    await says(explorer.statusLine, /\d+ groups · \d+ cross-links · \d+ of 357 actors/);
    await isVisible(explorer.panel("actor").getByRole("heading", { name: "ADAC", level: 2 }));
    await says(explorer.filterBar, /Hessen\s*\d+/);
  };
  await isEnglish();
  await explorer.reload();
  await isEnglish();
  await page.goBack();
  await says(explorer.statusLine, /^52 groups/);
  expect(explorer.place).toBe(place.replace("states=Hessen&", ""));
  expect(await textOf(explorer.filterBar)).not.toContain("Hessen");
  await page.goForward();
  await isEnglish();
}

/** Counts what only a mouse, a pen or a finger makes; returns the count so far. */
async function watchMouse({ page }: Explorer): Promise<() => number> {
  let count = 0;
  await page.exposeBinding("pointed", () => count++);
  await page.addInitScript(() => {
    for (const type of ["pointerdown", "mousedown", "mousemove", "touchstart"]) {
      window.addEventListener(
        type,
        (event) => event.isTrusted && Reflect.get(window, "pointed")(),
        {
          capture: true,
        },
      );
    }
  });
  return () => count;
}
