/**
 * The picture's arrangements: the same data give the same picture, and a filter moves nobody. Measured where the
 * picture has elements to measure, in SVG; both techniques draw the same places.
 */
import { expect, it } from "vitest";
import { neighboursResult } from "../../server/contract/explore.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { type Explorer, isVisible, says } from "./explorer.ts";

const AROUND_SAP = { layout: "radial", panel: "actor:sap", centre: "sap" };

interface Disc {
  x: number;
  y: number;
  opacity: number;
}

describeInBrowser("the layout by forces", () => {
  it("is the same in two visits, and stays when a filter is set", async () => {
    const visit = () => {
      const seen: Map<string, Disc>[] = [];
      return explore({ webgl: false }, async (explorer) => {
        await explorer.open();
        await explorer.layOut("force");
        await says(explorer.statusLine, "357 Akteure");
        seen.push(await discs(explorer, 357));
        await explorer.filterBy("Bundesland", "Hessen");
        await says(explorer.statusLine, "130 von 357 Akteuren");
        await isVisible(explorer.legend.getByText("blass: passt nicht zu den Filtern"));
        seen.push(await discs(explorer, 357));
      }).then(() => seen);
    };
    const [before, filtered] = await visit();
    const [again] = await visit();
    expect(places(again)).toEqual(places(before));
    expect(places(filtered)).toEqual(places(before));
    expect(faded(before)).toBe(0);
    expect(faded(filtered)).toBe(357 - 130);
  });
});

describeInBrowser("the layout by group", () => {
  it("moves nobody when a filter is set or another evidence is chosen", async () => {
    await explore({ webgl: false }, async (explorer) => {
      await explorer.open();
      const before = await discs(explorer, 52);
      await explorer.filterBy("Bundesland", "Hessen");
      await says(explorer.statusLine, "130 von 357 Akteuren");
      await isVisible(explorer.legend.getByText("blass: passt nicht zu den Filtern"));
      const filtered = await discs(explorer, 52);
      expect(places(filtered)).toEqual(places(before));
      expect(faded(filtered)).toBe(52 - 21);
      await explorer.page.getByRole("button", { name: /Belege/ }).click();
      await explorer.page.getByRole("option", { name: "Gemeinsame Mitglieder" }).click();
      await expect
        .poll(() => explorer.parameters)
        .toEqual({ evidence: "shared", states: "Hessen" });
      expect(places(await discs(explorer, 52))).toEqual(places(before));
    });
  });

  it("opens a group in place and leaves the others as discs", async () => {
    await explore({ webgl: false }, async (explorer) => {
      await explorer.open();
      const closed = [...(await discs(explorer, 52)).keys()];
      await explorer.doubleClick("house-of-it");
      await expect.poll(() => explorer.place).toContain("open=house-of-it");
      await expect.poll(() => drawn(explorer)).toBeGreaterThan(52);
      const opened = await discs(explorer);
      expect(closed.filter((id) => !opened.has(id))).toEqual([]);
      await explorer.panel("group").getByRole("button", { name: "Im Bild schließen" }).click();
      await expect.poll(() => drawn(explorer)).toBe(52);
    });
  });
});

describeInBrowser("the layout around an actor", () => {
  it("has the actor in the middle and each step further out", async () => {
    await explore({ webgl: false }, async (explorer) => {
      await explorer.open("/?panel=actor:sap");
      await explorer.panel("actor").getByRole("button", { name: "Umfeld im Bild" }).click();
      await expect.poll(() => explorer.parameters).toEqual(AROUND_SAP);
      const { actors } = await explorer.ask(
        "/api/actors/sap/neighbours?depth=2&limit=90",
        neighboursResult,
      );
      const seen = await discs(explorer, actors.length);
      const middle = seen.get("sap");
      const distance = (id: string) => {
        const disc = seen.get(id);
        return Math.hypot((disc?.x ?? 0) - (middle?.x ?? 0), (disc?.y ?? 0) - (middle?.y ?? 0));
      };
      const ring = (depth: number) =>
        actors.filter((actor) => actor.depth === depth).map(({ id }) => distance(id));
      expect(ring(1).length).toBeGreaterThan(5);
      expect(ring(2).length).toBeGreaterThan(5);
      expect(Math.max(...ring(1))).toBeLessThan(Math.min(...ring(2)));
    });
  });

  it("asks who should stand in the middle when nobody does", async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      await explorer.layOut("radial");
      await isVisible(explorer.page.getByText("Wer soll in der Mitte stehen?"));
      await explorer.page.keyboard.press("/");
      await explorer.page.keyboard.type("SAP SE");
      await says(explorer.hits.first(), "SAP SE");
      await explorer.page.keyboard.press("ArrowDown");
      await explorer.page.keyboard.press("Enter");
      await expect.poll(() => explorer.parameters).toEqual(AROUND_SAP);
      await says(explorer.statusLine, /^91 Akteure/);
    });
  });
});

/** Every disc in the plane's own units, once `count` of them are drawn. */
async function discs(explorer: Explorer, count?: number): Promise<Map<string, Disc>> {
  if (count !== undefined) await expect.poll(() => drawn(explorer)).toBe(count);
  const entries = await explorer.picture.locator("svg g[data-id]").evaluateAll((groups) =>
    groups.map((group): [string, Disc] => {
      const circle = group.querySelector("circle");
      return [
        group.getAttribute("data-id") ?? "",
        {
          x: Number(circle?.getAttribute("cx")),
          y: Number(circle?.getAttribute("cy")),
          opacity: Number(group.getAttribute("opacity")),
        },
      ];
    }),
  );
  return new Map(entries);
}

function drawn(explorer: Explorer): Promise<number> {
  return explorer.picture.locator("svg g[data-id]").count();
}

function places(discs: Map<string, Disc> | undefined): [string, number, number][] {
  return [...(discs ?? [])]
    .map(([id, { x, y }]): [string, number, number] => [id, x, y])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function faded(discs: Map<string, Disc> | undefined): number {
  return [...(discs?.values() ?? [])].filter(({ opacity }) => opacity <= 0.2).length;
}
