/** The search box: umlauts however they are written, typing errors, aliases, and what to do with the hits. */
import { expect, it } from "vitest";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isGone, isVisible, says, textOf } from "./explorer.ts";

const FOUND: readonly { typed: string; first: string; because: string }[] = [
  { typed: "Muenchen", first: "Technische Universität München (TUM)", because: "ue for ü" },
  { typed: "Munchen", first: "Technische Universität München (TUM)", because: "u for ü" },
  { typed: "münchen", first: "Technische Universität München (TUM)", because: "small letters" },
  { typed: "Frauenhofer", first: "Fraunhofer-Gesellschaft", because: "a typing error" },
  {
    typed: "HoDT",
    first: "House of Digital Transformation e. V. (HoDT)",
    because: "an abbreviation",
  },
  { typed: "TU Darmstadt", first: "Technische Universität Darmstadt", because: "an alias" },
  {
    typed: "Technical University of Munich",
    first: "Technische Universität München (TUM)",
    because: "the other language",
  },
  { typed: "logist", first: "House of Logistics & Mobility (HOLM)", because: "a beginning" },
];

describeInBrowser("the search", () => {
  it("finds what is meant", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      for (const { typed, first, because } of FOUND) {
        await explorer.searchField.fill(typed);
        await says(explorer.hits.first(), first);
        expect(await isMarked(explorer), `${typed}: ${because}`).toBe(true);
      }
    });
  });

  it("lists the same for München, Muenchen and Munchen", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      const lists: string[][] = [];
      for (const typed of ["München", "Muenchen", "Munchen"]) {
        await explorer.searchField.fill(typed);
        await says(explorer.hits.first(), "München");
        lists.push(await explorer.hits.allTextContents());
        await explorer.searchField.fill("");
        await isGone(explorer.hits.first());
      }
      expect(lists[0]?.length).toBeGreaterThan(5);
      expect(lists[1]).toEqual(lists[0]);
      expect(lists[2]).toEqual(lists[0]);
    });
  });

  it("opens a hit's panel and shows the hit in the picture", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.page.keyboard.press("Control+k");
      await explorer.page.keyboard.type("Goethe-Uni");
      await says(explorer.hits.first(), "Goethe-Universität Frankfurt am Main");
      await explorer.hits.first().click();
      await isVisible(
        explorer.panel("actor").getByRole("heading", { name: /^Goethe-Universität/ }),
      );
      // It lies in a closed group, which is opened for it.
      await expect.poll(() => explorer.place).toMatch(/open=[a-z-]+&panel=actor:/);
      await isVisible(explorer.legend.getByText("Hochschulen"));
    });
  });

  it("makes a filter of all hits", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.searchField.fill("Darmstadt");
      const all = explorer.hits.filter({ hasText: /Treffer als Filter$/ });
      const found = /\d+/.exec(await textOf(all))?.[0];
      await all.click();
      await expect.poll(() => explorer.place).toBe("/?q=Darmstadt");
      await says(explorer.filterBar, "„Darmstadt“");
      await says(explorer.statusLine, `${found} von 357 Akteuren`);
    });
  });

  it("says when there is nothing, and what to try", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.searchField.fill("xyzzyqq");
      await isVisible(explorer.page.getByText("Nichts gefunden für „xyzzyqq“."));
    });
  });
});

/** Some part of the first hit is marked as what was found. */
async function isMarked({ hits }: Explorer): Promise<boolean> {
  return (await hits.first().locator("mark").count()) > 0;
}
