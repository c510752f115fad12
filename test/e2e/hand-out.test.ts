/**
 * Handing out: each file is written from the app in Chromium and opened by other programs than ours. What is compared
 * is what the picture on the screen draws.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourcesResult } from "../../server/contract/stories.ts";
import { hasJava, hasOffice, isCi } from "../environment.ts";
import { convertToPdf, pdfPages, pdfText, svgToPng } from "../external/office.ts";
import { checkPackage, checkSchemas } from "../external/slide-show.ts";
import { ODD_TITLE, scene, storyOf } from "../fixtures/story.ts";
import { type Service, startService } from "../service.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { isGone, isVisible, says } from "./explorer.ts";
import { Shelf } from "./teller.ts";

const STORY = storyOf(
  [
    scene("pair", {
      title: { de: "Software × Pharma: wer fehlt?", en: "Software × pharma: who is missing?" },
      caption: {
        de: "Zwei **Gruppen** mit zu wenig Brücken.",
        en: "Two **groups** with too few bridges.",
      },
      notes: {
        de: "Fragen Sie in die Runde: Wer kennt Gießen?",
        en: "Ask the room: who knows Gießen?",
      },
      view: "?page=opportunities&pair=software-cluster~hop",
      steps: [["groups", "links"], ["missing"], ["brokers"]],
    }),
    scene("matrix", {
      title: { de: "Die Matrix der Häuser", en: "The matrix of houses" },
      view: "?mode=matrix&groupKinds=house_of,hub",
    }),
    scene("list", {
      title: { de: "Die größten Gruppen", en: "The largest groups" },
      view: "?mode=table&sort=-size&states=Hessen",
    }),
    scene("actor", {
      title: { de: "Wer ist die TUM?", en: "Who is TUM?" },
      view: "?layout=radial&centre=tum&panel=actor:tum",
    }),
    scene("odd", {
      title: { de: ODD_TITLE, en: ODD_TITLE },
      caption: { de: ODD_TITLE, en: ODD_TITLE },
    }),
    scene("gone", {
      title: { de: "Nicht mehr da", en: "No longer there" },
      view: "?page=opportunities&pair=nobody~hop",
      names: [{ id: "nobody", name: "Niemand Übrig", nameEn: null }],
    }),
  ],
  { title: { de: ODD_TITLE, en: "Hand-outs" }, subtitle: { de: "Für Gäste", en: "For guests" } },
);

let service: Service;
let id: string;
const folder = mkdtempSync(path.join(tmpdir(), "querblick-files-"));
beforeAll(async () => {
  service = await startService();
  id = (await new Shelf(service.address).keep(STORY)).id;
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** Presses the button and gives the path of the file and the name that the person sees. */
async function written(page: Page, press: () => Promise<void>, name: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return { file, name: download.suggestedFilename() };
}

async function openHandOut(page: Page, language: "de" | "en" = "de") {
  await page.goto(`${service.address}/?page=stories&story=${id}`);
  await page.getByRole("button", { name: "Weitergeben", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Weitergeben" });
  if (language === "en") await dialog.getByRole("radio", { name: "English" }).click();
  return dialog;
}

describe.skipIf(!isCi && !hasOffice())("files for other programs", () => {
  describeInBrowser("a story as PowerPoint", () => {
    it("has the shapes of each picture, texts and notes, and opens without repair", async () => {
      await explore({ address: service.address, expected: /404/ }, async ({ page }) => {
        const dialog = await openHandOut(page);
        const press = () => dialog.getByRole("button", { name: "PowerPoint" }).click();
        const { file, name } = await written(page, press, "story.pptx");
        expect(name).toBe("Müller & Söhne „Größe“ 🚀 script alert(1) script ]] '.pptx");
        const report = await checkPackage(file);
        expect(report.problems).toEqual([]);
        const slide = report.slides.find(({ texts }) => texts.join().includes("wer fehlt?"));
        // On the screen: two groups, the actors of the pairs, who introduces, and every line.
        const drawn = await drawnOf(page, "?page=opportunities&pair=software-cluster~hop");
        for (const label of drawn.nodes) {
          expect(
            slide?.names.filter((one) => one === label),
            label,
          ).not.toHaveLength(0);
        }
        const discs = slide?.names.filter((one) => drawn.nodes.includes(one)).length ?? 0;
        expect(discs).toBeGreaterThanOrEqual(drawn.nodes.length);
        const lines = slide?.names.filter((one) => / – /.test(one)).length ?? 0;
        expect(lines).toBe(drawn.edges);
        expect(slide?.notes).toContain("Wer kennt Gießen?");
        expect(slide?.texts.join("\n")).toContain("Zwei Gruppen mit zu wenig Brücken.");
        expect(report.slides.map(({ texts }) => texts.join()).join()).toContain("Niemand Übrig");
        expect(report.title).toContain("Müller & Söhne");
        if (isCi || hasJava()) expect((await checkSchemas(file)).errors).toEqual([]);
        const { pdf, complaints } = await convertToPdf(file);
        expect(complaints).toBe("");
        const text = await pdfText(pdf);
        expect(text).toContain("Die Matrix der Häuser");
        expect(text).toContain("CORDIS");
        expect((await pdfPages(pdf)).length).toBe(report.slides.length);
      });
    });
  });

  describeInBrowser("a story as PDF", () => {
    it("has a page for each scene with caption, and the sources at the end", async () => {
      await explore({ address: service.address, expected: /404/ }, async ({ page }) => {
        const dialog = await openHandOut(page, "en");
        const press = () => dialog.getByRole("button", { name: "PDF" }).click();
        const { file, name } = await written(page, press, "story.pdf");
        expect(name).toBe("Hand-outs.pdf");
        const text = await pdfText(file);
        for (const { title } of STORY.scenes.slice(0, 4)) expect(text).toContain(title.en);
        expect(text).toContain("Two groups with too few bridges.");
        expect(text).toContain("No longer in the data: Niemand Übrig");
        expect(text).toContain("<script>alert(1)</script>");
        const pages = text.split("\f");
        const sources = pages.findIndex((one) => one.includes("Sources"));
        const scenes = pages.findIndex((one) => one.includes("No longer there"));
        expect(sources).toBeGreaterThan(scenes);
        const known = await fetch(`${service.address}/api/sources`);
        const [first] = sourcesResult.parse(await known.json()).sources;
        expect(text.replaceAll(/\s+/g, " ")).toContain(first?.title ?? "");
      });
    });

    it("can be stopped half-way, and then there is no file", async () => {
      await explore({ address: service.address, expected: /404/ }, async ({ page }) => {
        const shelf = new Shelf(service.address);
        const many = Array.from({ length: 60 }, (_, i) =>
          scene(`s${i}`, { view: `?year=${1990 + (i % 40)}` }),
        );
        const long = await shelf.keep(storyOf(many));
        let downloads = 0;
        page.on("download", () => {
          downloads += 1;
        });
        await page.goto(`${service.address}/?page=stories&story=${long.id}`);
        await page.getByRole("button", { name: "Weitergeben", exact: true }).click();
        const dialog = page.getByRole("dialog", { name: "Weitergeben" });
        await dialog.getByRole("button", { name: "PowerPoint" }).click();
        await says(dialog.getByRole("status"), /[1-9]\d* von 60 Szenen/);
        await dialog.getByRole("button", { name: "Abbrechen" }).click();
        await says(page.locator(".notices"), "Es wurde keine Datei geschrieben.");
        await isGone(dialog.getByRole("status"));
        expect(downloads).toBe(0);
      });
    });
  });

  describeInBrowser("a picture as file", () => {
    it("is SVG that others render, with legend, filters, date and sources", async () => {
      await explore({ address: service.address }, async (explorer) => {
        const { page } = explorer;
        await explorer.open("/?states=Hessen&groupKinds=hub,house_of");
        const { dialog, size } = await openPicture(page, "Eigene");
        await size(1000, 1400);
        await dialog.getByRole("textbox", { name: "Überschrift" }).fill(ODD_TITLE);
        const press = () => dialog.getByRole("button", { name: "SVG", exact: true }).click();
        const { file } = await written(page, press, "picture.svg");
        const svg = readFileSync(file, "utf8");
        expect(svg).not.toMatch(/<script|<image|href=|url\(/);
        for (const words of ["Auswahl", "Hessen", "Zeichen", "Querblick, ", "CORDIS"]) {
          expect(svg).toContain(words);
        }
        const png = path.join(folder, "picture-of-svg.png");
        await svgToPng(file, png);
        const { width, height } = PNG.sync.read(readFileSync(png));
        expect([width, height]).toEqual([1000, 1400]);
        expect(inkIn(png)).toBeGreaterThan(0.02);
      });
    });

    it("is PNG of the chosen size; of the matrix and of lists too", async () => {
      await explore({ address: service.address }, async (explorer) => {
        const { page } = explorer;
        for (const place of ["/?mode=matrix", "/?mode=table&sort=-size", "/?layout=force"]) {
          await explorer.open(place);
          const { dialog } = await openPicture(page, "Quadrat");
          const press = () => dialog.getByRole("button", { name: "PNG", exact: true }).click();
          const { file } = await written(page, press, "picture.png");
          const { width, height } = PNG.sync.read(readFileSync(file));
          expect([width, height], place).toEqual([1600, 1600]);
          expect(inkIn(file), place).toBeGreaterThan(0.02);
        }
      });
    });

    it("of a pair of groups is a sheet as PDF with everything about it", async () => {
      await explore({ address: service.address }, async ({ page }) => {
        await page.goto(`${service.address}/?page=opportunities&pair=software-cluster~hop`);
        await isVisible(page.getByRole("heading", { level: 2 }).first());
        const { dialog } = await openPicture(page, null);
        const press = () => dialog.getByRole("button", { name: "PDF", exact: true }).click();
        const { file } = await written(page, press, "pair.pdf");
        const text = (await pdfText(file)).replaceAll(/\s+/g, " ");
        for (const words of ["Software-Cluster", "House of Pharma", "Marburg", "Quellen"]) {
          expect(text).toContain(words);
        }
      });
    });
  });
});

describeInBrowser("a story as one HTML file", () => {
  it("is written from the app, small enough for a mail", async () => {
    await explore({ address: service.address }, async ({ page }) => {
      const dialog = await openHandOut(page);
      const press = () => dialog.getByRole("button", { name: "Eine HTML-Datei" }).click();
      const { file, name } = await written(page, press, "story.html");
      expect(name).toMatch(/\.html$/);
      expect(statSync(file).size).toBeLessThanOrEqual(2_000_000);
      expect(readFileSync(file, "utf8")).not.toContain("<script>alert(1)");
    });
  });
});

/** Labels of the nodes and number of the lines that the picture of a view has, as its SVG shows them. */
async function drawnOf(page: Page, view: string): Promise<{ nodes: string[]; edges: number }> {
  const answer = await page.evaluate(async (search) => {
    const pair = new URLSearchParams(search).get("pair")?.split("~") ?? [];
    const response = await fetch(`/api/opportunities/${pair.join("/")}`);
    return (await response.json()) as {
      opportunity: {
        a: { name: string };
        b: { name: string };
        pairs: { x: { id: string; name: string }; y: { id: string; name: string } }[];
        brokers: { actor: { id: string; name: string }; role: string }[];
        bridges: { id: string; name: string }[];
      };
    };
  }, view);
  const { a, b, pairs, brokers, bridges } = answer.opportunity;
  const actors = new Map<string, string>();
  for (const { x, y } of pairs) {
    actors.set(x.id, x.name);
    actors.set(y.id, y.name);
  }
  for (const { actor } of brokers) actors.set(actor.id, actor.name);
  for (const bridge of bridges) actors.set(bridge.id, bridge.name);
  const introductions = brokers
    .filter(({ actor, role }) => role !== "bridge" || !bridges.some((one) => one.id === actor.id))
    .reduce((sum, { role }) => sum + (role === "bridge" || role === "liaison" ? 2 : 1), 0);
  const suggested = new Set(pairs.map(({ x, y }) => [x.id, y.id].sort().join("~"))).size;
  return {
    nodes: [a.name, b.name, ...actors.values()],
    // The ribbon of what is recorded, the suggested pairs, who introduces, and who belongs to both.
    edges: 1 + suggested + introductions + 2 * bridges.length,
  };
}

async function openPicture(page: Page, size: string | null) {
  await page.getByRole("button", { name: "Diese Ansicht als Datei weitergeben" }).click();
  const dialog = page.getByRole("dialog", { name: "Dieses Bild weitergeben" });
  if (size !== null) {
    await dialog.getByRole("button", { name: /Größe/ }).click();
    await page.getByRole("option", { name: new RegExp(`^${size}`) }).click();
  }
  return {
    dialog,
    size: async (width: number, height: number) => {
      for (const [name, value] of [
        ["Breite in Pixel", width],
        ["Höhe in Pixel", height],
      ] as const) {
        const field = dialog.getByRole("textbox", { name });
        await field.fill(String(value));
        await field.blur();
      }
    },
  };
}

/** Share of the pixels that differ from the first one: 0 = an empty page. */
function inkIn(file: string): number {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isGround = [0, 1, 2].every((c) => Math.abs((data[at + c] ?? 0) - (data[c] ?? 0)) < 12);
    if (!isGround) ink += 1;
  }
  return ink / (width * height);
}
