/**
 * Which groups should meet: from the first screen to the reasons in two clicks, the map by keyboard, a decision that
 * is still there on the next visit, and one that somebody else made first.
 */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { judgementsResult } from "../../server/contract/judgements.ts";
import { opportunitiesResult, opportunityResult } from "../../server/contract/opportunities.ts";
import { startService } from "../service.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says, textOf } from "./explorer.ts";
import { Keyboard } from "./keyboard.ts";

const LIST = "/?page=opportunities";

describeInBrowser("the best opportunities", () => {
  it("stand beside the overview, and each leads to its reasons", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      const { opportunities } = await found(explorer);
      const [best] = opportunities;
      if (!best) throw new Error("Expected an opportunity.");
      const three = explorer.page.getByRole("list", { name: "Die besten Chancen" });
      for (const { a, b } of opportunities.slice(0, 3)) {
        await says(three, `${a.name} × ${b.name}`);
      }
      await says(explorer.page.locator("aside"), "Wie gemessen?");
      await three.getByRole("button").first().click();
      await isVisible(heading(explorer, `${best.a.name} × ${best.b.name}`));
      for (const reason of best.reasons) await says(side(explorer), reason.de);
      expect(explorer.parameters).toMatchObject({ pair: `${best.a.id}~${best.b.id}` });
      await explorer.page.goBack();
      await isVisible(three);
    });
  });

  it("are ranked in the list as the service ranks them, with why and why not", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      await explorer.open(LIST);
      const { opportunities, omitted, related } = await found(explorer);
      await expect.poll(() => cards(explorer).count()).toBe(opportunities.length);
      for (const [index, { a, b, reasons }] of opportunities.slice(0, 5).entries()) {
        const card = cards(explorer).nth(index);
        await says(card, a.name);
        await says(card, b.name);
        await says(card, reasons[0]?.de ?? "");
      }
      await cards(explorer).first().getByText("Warum?").click();
      await says(cards(explorer).first(), opportunities[0]?.reasons[1]?.de ?? "");
      await says(side(explorer), `${omitted.opportunities} weitere Paare sind nicht aufgeführt`);
      await page.getByText("Warum diese nicht?").click();
      await says(side(explorer), related[0]?.reasons[0]?.de ?? "");

      await page.getByRole("radio", { name: "Noch nichts verzeichnet" }).click();
      await expect.poll(() => explorer.parameters.list).toBe("nothing-yet");
      const nothing = await found(explorer, "?sort=nothing-yet");
      await says(cards(explorer).first(), nothing.opportunities[0]?.a.name ?? "");
      expect(nothing.opportunities.every(({ observed }) => observed === 0)).toBe(true);

      await page.getByRole("radio", { name: "Tabelle" }).click();
      await expect
        .poll(() => page.getByRole("table").getByRole("row").count())
        .toBe(nothing.opportunities.length + 1);
    });
  });

  it("of one group are reached from its panel", async () => {
    await explore({}, async (explorer) => {
      await explorer.open("/?panel=group:silicon-saxony");
      await explorer.panel("group").getByRole("button", { name: "Chancen", exact: true }).click();
      await expect.poll(() => explorer.parameters.groups).toBe("silicon-saxony");
      await says(cards(explorer).first(), "Silicon Saxony");
    });
  });
});

describeInBrowser("the map of groups", () => {
  it("is walked with arrow keys, says every number, and opens the pair with Enter", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      const keyboard = new Keyboard(explorer);
      await explorer.open(LIST);
      const cell = page.locator('td[aria-label^="Software-Cluster × Silicon Saxony: erfasst 23"]');
      expect(await textOf(cell)).toBe("81");
      expect(await cell.getAttribute("aria-label")).toContain(
        "erwartet etwa 30,5, das sind vorsichtig gerechnet 81 %: etwas weniger als erwartet",
      );
      const [row, column] = await cell.evaluate((one) => [
        Number(one.getAttribute("data-row")),
        Number(one.getAttribute("data-column")),
      ]);
      await page.locator('td[tabindex="0"]').focus();
      await keyboard.press(...Array<string>(row ?? 0).fill("ArrowDown"));
      await keyboard.press(...Array<string>(column ?? 0).fill("ArrowRight"));
      await says(page.locator(".group-grid__read-out"), "Software-Cluster × Silicon Saxony");
      await keyboard.press("Enter");
      await isVisible(heading(explorer, "Software-Cluster × Silicon Saxony"));
      await keyboard.press("Escape");
      await isVisible(cards(explorer).first());

      await page.getByRole("button", { name: /Angezeigt/ }).click();
      await page.getByRole("option", { name: /^Erfasste/ }).click();
      await expect.poll(() => textOf(cell)).toBe("23");
    });
  });
});

describeInBrowser("a pair of groups", () => {
  it("explains its numbers on focus, names pairs and brokers, and leads to paths", async () => {
    await explore({}, async (explorer) => {
      const { page } = explorer;
      const keyboard = new Keyboard(explorer);
      await explorer.open(`${LIST}&pair=silicon-saxony~software-cluster`);
      const { opportunity } = await explorer.ask(
        "/api/opportunities/silicon-saxony/software-cluster",
        opportunityResult,
      );
      const expected = page.getByRole("button", { name: /^Erwartet/ });
      await keyboard.tabTo(expected);
      await says(page.getByRole("tooltip"), "durch Zufall und Aktivität");
      for (const { x, y, reasons } of opportunity.pairs) {
        for (const text of [x.name, y.name, ...reasons.map(({ de }) => de)]) {
          await says(side(explorer), text);
        }
      }
      for (const { actor } of opportunity.brokers) await says(side(explorer), actor.name);
      await says(side(explorer), opportunity.question.de);

      await page.getByRole("button", { name: "Als Text kopieren" }).click();
      await isVisible(page.getByText("Kopiert", { exact: true }));
      const text = await page.evaluate(() => navigator.clipboard.readText());
      for (const part of [opportunity.question.de, opportunity.pairs[0]?.x.name, page.url()]) {
        expect(text).toContain(part);
      }

      await page
        .getByRole("button", { name: /^Weg zeigen/ })
        .first()
        .click();
      await expect.poll(() => explorer.parameters.from).toBe(opportunity.pairs[0]?.x.id);
      await isVisible(page.getByRole("list", { name: "Gefundene Wege" }));
    });
  });

  it("says of parent and child why they are in no list", async () => {
    await explore({}, async (explorer) => {
      await explorer.open(`${LIST}&pair=digital-hub-mobility~dehub-muenchen`);
      await says(side(explorer), "Das Paar steht deshalb in keiner Liste");
    });
  });

  it("answers in English too", async () => {
    await explore({ language: "en" }, async (explorer) => {
      await explorer.open(`${LIST}&pair=silicon-saxony~software-cluster&lang=en`);
      await says(side(explorer), "somewhat less than expected");
      await says(side(explorer), "Who could broker");
    });
  });
});

describeInBrowser("a question that takes long", () => {
  it("shows how far it is and asks again by itself", async () => {
    await explore({ expected: /504/ }, async (explorer) => {
      const { page } = explorer;
      let isAnswered = false;
      await page.route("**/api/opportunities?**", async (route) => {
        expect(route.request().headers().prefer).toBe("wait=3");
        if (isAnswered) await route.continue();
        else {
          await route.fulfill({
            status: 504,
            contentType: "application/problem+json",
            body: JSON.stringify({
              type: "/problems/query-timeout",
              title: "The question took too long",
              status: 504,
              progress: { step: 4, steps: 5, share: 0.42 },
            }),
          });
        }
      });
      await page.goto(explorer.address + LIST);
      await says(side(explorer), "Schritt 4 von 5, davon 42 % fertig");
      isAnswered = true;
      await isVisible(cards(explorer).first());
      await isGone(page.getByText("Schritt 4 von 5"));
    });
  });
});

describeInBrowser("a decision", () => {
  it("is kept for the next visit, can be changed, and never overwrites somebody else's", async () => {
    // A service of its own: what is decided here is seen by nobody else.
    const service = await startService();
    try {
      const options = { address: service.address, expected: /409/ };
      const pair = `${LIST}&pair=silicon-saxony~software-cluster`;
      await explore(options, async (explorer) => {
        const { page } = explorer;
        await explorer.open(pair);
        await decision(explorer).getByRole("button", { name: "Verwerfen" }).click();
        await decision(explorer)
          .getByRole("textbox", { name: "Grund" })
          .fill("Läuft schon „anders“");
        await decision(explorer).getByRole("button", { name: "Speichern" }).click();
        await says(decision(explorer), "Verworfen am");
        await says(decision(explorer), "Grund: Läuft schon „anders“");
        await page.getByRole("button", { name: "Alle Chancen" }).click();
        await isVisible(page.getByText(/^Verworfen \(1\)/));
        expect(await textOf(page.getByRole("list", { name: "Gefundene Chancen" }))).not.toContain(
          "Läuft schon",
        );
      });
      await explore(options, async (explorer) => {
        const { page } = explorer;
        await explorer.open(pair);
        await says(decision(explorer), "Grund: Läuft schon „anders“");
        const { judgements } = await explorer.ask("/api/judgements", judgementsResult);
        await decision(explorer).getByRole("button", { name: "Ändern" }).click();
        await decision(explorer).getByRole("textbox", { name: "Notiz" }).fill("mein Text");
        // Meanwhile somebody else takes it up.
        const other = await fetch(`${service.address}/api/judgements`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({
            a: "silicon-saxony",
            b: "software-cluster",
            verdict: "accepted",
            reason: null,
            note: "Termin steht",
            replaces: judgements[0]?.changedAt ?? null,
          }),
        });
        expect(other.status).toBe(200);
        await decision(explorer).getByRole("button", { name: "Speichern" }).click();
        await says(decision(explorer), "Inzwischen hat jemand anders entschieden");
        await says(decision(explorer), "Termin steht");
        expect(await decision(explorer).getByRole("textbox", { name: "Notiz" }).inputValue()).toBe(
          "mein Text",
        );
        await decision(explorer).getByRole("button", { name: "So lassen" }).click();
        await says(decision(explorer), "Aufgegriffen am");
        await decision(explorer).getByRole("button", { name: "Zurücknehmen" }).click();
        await isVisible(decision(explorer).getByRole("button", { name: "Aufgreifen" }));
        await isGone(page.getByText("Termin steht"));
      });
    } finally {
      await service.stop();
    }
  });
});

describeInBrowser("an actor's page", () => {
  it("offers possible partners with reasons", async () => {
    await explore({}, async (explorer) => {
      await explorer.open("/?panel=actor:tum");
      const panel = explorer.panel("actor");
      await panel.getByRole("button", { name: "Mögliche Partner suchen" }).click();
      const list = panel.getByRole("list", { name: "Vorgeschlagene Partner" });
      await says(list, /Solche Paare fanden früher etwa/);
      await list.getByRole("button", { name: "Weg finden" }).first().click();
      await expect.poll(() => explorer.parameters.from).toBe("tum");
    });
  });
});

const side = ({ page }: Explorer) => page.locator("aside");
const heading = (explorer: Explorer, name: string): Locator =>
  side(explorer).getByRole("heading", { name, level: 2 });
const cards = ({ page }: Explorer) =>
  page.getByRole("list", { name: "Gefundene Chancen" }).locator(":scope > li");
/** The decision about the two groups: the last of all, after those about the suggested pairs. */
const decision = ({ page }: Explorer) => page.locator(".judge").last();

const found = (explorer: Explorer, search = "") =>
  explorer.ask(`/api/opportunities${search}`, opportunitiesResult);
