/**
 * Hand-outs opened by other programs: LibreOffice and the schemas of OOXML for PowerPoint, Poppler for PDF. They are
 * made here without a service; what a scene becomes in them is tested in the browser.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePdf } from "../../client/handout/pdf.ts";
import { writePptx } from "../../client/handout/pptx.ts";
import { hasJava, hasOffice, isCi } from "../environment.ts";
import { convertToPdf, pdfFacts, pdfFonts, pdfPages, pdfText } from "../external/office.ts";
import { checkSchemas } from "../external/slide-show.ts";
import {
  ASIDE,
  HOSTILE_TITLE,
  handOut,
  pictureSheet,
  ringDrawing,
  tableSheet,
  textSheet,
} from "../fixtures/hand-outs.ts";
import { interFont } from "../fixtures/inter.ts";

const STORY = handOut("Brücken zwischen Höchst und Łódź", [
  pictureSheet("Zwischen den Gruppen", 24),
  pictureSheet("Mit Seitentext", 12, { aside: ASIDE }),
  tableSheet("Liste", 60),
  textSheet("Nur Text", 30),
]);
const HOSTILE = handOut(HOSTILE_TITLE, [
  pictureSheet(HOSTILE_TITLE, 5, {
    status: HOSTILE_TITLE,
    notes: [{ runs: [{ text: HOSTILE_TITLE }], level: 0, mark: "" }],
    caption: [
      { runs: [{ text: HOSTILE_TITLE, href: "https://x.org/(a)?\"'<b>&c" }], level: 1, mark: "7." },
    ],
  }),
  tableSheet(HOSTILE_TITLE, 3),
]);
/** What a reader has to find in both formats, whatever the line breaks. */
const WORDS = [
  "Zwischen den beiden Gruppen liegen drei Brücken: siehe die Übersicht.",
  "Żółć und Příliš žluťoučký kůň",
  "Łódź Cluster 2",
  "131",
  "Filter: Hessen, Hubs",
  "52 Gruppen, 131 Querverbindungen von 357",
  "Gründungsdokument des Clusters „Übermorgen“ · Łódzka Izba · 3.2.2025",
  "https://example.org/quelle?a=1&b=2",
  "Absatz 30:",
  "Art 4: House of Energy",
  "Unterpunkt mit einem längeren Text",
];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "querblick-handout-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, blob: Blob): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, new Uint8Array(await blob.arrayBuffer()));
  return file;
}

const oneSpace = (text: string) => text.replace(/\s+/g, " ");

describe.skipIf(!isCi && !hasOffice())("PowerPoint in LibreOffice", () => {
  test("opens without a complaint, with all pages and all words", async () => {
    const file = await save("story.pptx", await writePptx(STORY));
    const { pdf, complaints } = await convertToPdf(file);
    expect(complaints).toBe("");
    const pages = await pdfPages(pdf);
    const text = await pdfText(pdf);
    expect(text.split("\f").length - 1).toBe(pages.length);
    expect(text).toContain(`Seite ${pages.length} von ${pages.length}`);
    expect(oneSpace(text)).toContain("Brücken zwischen Höchst und Łódź");
    expect(oneSpace(text)).toMatch(/und \d+ weitere Zeilen/);
    for (const words of WORDS) expect(oneSpace(text)).toContain(words);
    const fonts = await pdfFonts(pdf);
    expect(fonts.filter(({ name }) => !/Liberation|Arial/.test(name))).toEqual([]);
  });

  test("shows what somebody typed as it was typed", async () => {
    const file = await save("hostile.pptx", await writePptx(HOSTILE));
    const { pdf, complaints } = await convertToPdf(file);
    expect(complaints).toBe("");
    expect(oneSpace(await pdfText(pdf))).toContain("\"now\" 'it' <script>alert(1)</script> ]]> &");
  });
});

describe.skipIf(!isCi && !hasJava())("PowerPoint against the schemas of OOXML", () => {
  test.each([
    ["story", STORY],
    ["hostile", HOSTILE],
  ])("%s has no error", async (name, handed) => {
    const file = await save(`${name}-schemas.pptx`, await writePptx(handed));
    const { slides, errors } = await checkSchemas(file);
    expect(errors).toEqual([]);
    expect(slides.reduce((sum, { tables }) => sum + tables, 0)).toBe(1);
  });

  test("each shape of a picture is a shape of the slide, with the notes beside it", async () => {
    const sheet = pictureSheet("Zwischen den Gruppen", 24, { legend: [] });
    const file = await save("shapes.pptx", await writePptx(handOut("x", [sheet])));
    const { slides } = await checkSchemas(file);
    const drawn = ringDrawing({ width: 1000, height: 400, labelSizePx: 16 }, 24).items.length;
    // Title, caption, foot, number of the page.
    expect(slides[1]?.shapes).toBe(drawn + 4);
    expect(slides[1]?.texts).toContain("House of Energy 4\nzweite Zeile");
    expect(slides[1]?.notes).toContain("Begrüßen.\nDann langsam zeigen:\n• Höchst");
  });
});

describe.skipIf(!isCi && !hasOffice())("PDF in Poppler", () => {
  test("has all pages, all words once, its fonts and its facts", async () => {
    const file = await save("story.pdf", await writePdf(STORY, { fonts: interFont }));
    const pages = await pdfPages(file);
    const text = oneSpace(await pdfText(file));
    expect(text).toContain(`Seite ${pages.length} von ${pages.length}`);
    for (const words of [...WORDS, "und 12 weitere Zeilen"]) expect(text).toContain(words);
    expect(text.match(/Akteur Ort Begründung Zahl/g)?.length).toBeGreaterThan(1);
    // The halo behind a name is no second name.
    expect(text.match(/House of Energy 22/g)).toHaveLength(2);
    const facts = await pdfFacts(file);
    expect(facts.get("Title")).toBe("Brücken zwischen Höchst und Łódź");
    expect(facts.get("Creator")).toBe("Querblick");
    expect(facts.get("Page size")).toContain("A4");
    expect(await pdfFonts(file)).toEqual([
      { name: "Inter", isEmbedded: true },
      { name: "Inter-SemiBold", isEmbedded: true },
      { name: "Inter-Italic", isEmbedded: true },
    ]);
  });

  test("shows what somebody typed as it was typed, č in the title too", async () => {
    const title = `Jiří a Čeněk č ${HOSTILE_TITLE}`;
    const file = await save(
      "hostile.pdf",
      await writePdf({ ...HOSTILE, title }, { fonts: interFont }),
    );
    await pdfPages(file);
    expect(oneSpace(await pdfText(file))).toContain("\"now\" 'it' <script>alert(1)</script> ]]> &");
    const facts = await pdfFacts(file);
    expect(facts.get("Title")?.normalize("NFC")).toBe(
      "Jiří a Čeněk č Brücken 🌉 „jetzt“ \"now\" 'it' <script>alert(1)</script> ]]> & \ufffd Ende",
    );
  });
});
