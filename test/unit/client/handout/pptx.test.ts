/** The PowerPoint file as a package: read with Python’s own library, not with what wrote it. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePptx } from "../../../../client/handout/pptx.ts";
import type { HandOut } from "../../../../client/handout/sheet.ts";
import { readStoredZip, writeZip } from "../../../../client/handout/zip.ts";
import { checkPackage } from "../../../external/slide-show.ts";
import {
  ASIDE,
  HOSTILE_TITLE,
  handOut,
  pictureSheet,
  ringDrawing,
  tableSheet,
} from "../../../fixtures/hand-outs.ts";

const hasPython = spawnSync("python3", ["--version"], { stdio: "ignore" }).status === 0;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "querblick-pptx-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(name: string, handed: HandOut) {
  const blob = await writePptx(handed);
  const file = path.join(folder, `${name}.pptx`);
  await writeFile(file, new Uint8Array(await blob.arrayBuffer()));
  return checkPackage(file);
}

describe.skipIf(!hasPython)("the package", () => {
  test("is whole, and each shape of the picture is a shape of the slide", async () => {
    const sheet = pictureSheet("Zwischen den Gruppen", 24);
    const report = await check("plain", handOut("Brücken bauen", [sheet]));
    expect(report.problems).toEqual([]);
    expect(report.title).toBe("Brücken bauen");
    expect(report.language).toBe("de-DE");
    expect(report.slides).toHaveLength(3);
    const [cover, slide, sources] = report.slides;
    expect(cover?.texts).toEqual([
      "Brücken bauen",
      "Für das Treffen in Gießen",
      "Stand: 22.11.2026, Daten 14",
      "Seite 1 von 3",
    ]);
    const drawn = ringDrawing({ width: 1000, height: 400, labelSizePx: 16 }, 24).items.length;
    const legend = sheet.legend.flatMap(({ shapes }) => shapes).length + sheet.legend.length;
    // Title, caption, foot, number of the page.
    expect(slide?.shapes).toBe(drawn + legend + 4);
    expect(slide?.names).toContain("Łódź Cluster 2");
    expect(slide?.names).toContain("Verbindung 3");
    expect(slide?.texts).toContain(
      "Filter: Hessen, Hubs\n52 Gruppen, 131 Querverbindungen von 357 · Stand: 22.11.2026, Daten 14",
    );
    expect(slide?.notes).toBe("Begrüßen.\nDann langsam zeigen:\n• Höchst\n• Łódź fett");
    expect(sources?.texts.join("\n")).toContain("https://example.org/quelle?a=1&b=2");
  });

  test("holds a table as a table and says what it leaves out", async () => {
    const report = await check("table", handOut("x", [tableSheet("Liste", 60)]));
    expect(report.problems).toEqual([]);
    expect(report.slides.map(({ frames }) => frames)).toEqual([0, 1, 0]);
    expect(report.slides[1]?.texts.join("\n")).toMatch(/und \d+ weitere Zeilen/);
  });

  test("bears whatever somebody typed", async () => {
    const hostile = handOut(HOSTILE_TITLE, [
      pictureSheet(HOSTILE_TITLE, 5, {
        aside: ASIDE,
        filters: HOSTILE_TITLE,
        status: HOSTILE_TITLE,
        notes: [{ runs: [{ text: HOSTILE_TITLE }], level: 0, mark: "" }],
        caption: [
          {
            runs: [
              { text: HOSTILE_TITLE, href: "https://x.org/\"'<>&" },
              { text: "b", href: "javascript:c" },
            ],
            level: 1,
            mark: "7.",
          },
        ],
        sources: [{ title: HOSTILE_TITLE, publisher: "\u0000", date: "]]>", url: "file:///etc" }],
        legend: [{ text: HOSTILE_TITLE, shapes: [] }],
        draw: (size) => ({
          ...ringDrawing(size, 3),
          items: ringDrawing(size, 3).items.map((item) => ({
            ...item,
            meaning: { ...item.meaning, name: HOSTILE_TITLE },
          })),
        }),
      }),
      tableSheet(HOSTILE_TITLE, 1, {
        table: {
          columns: [{ name: HOSTILE_TITLE, align: "left" }],
          rows: [[HOSTILE_TITLE]],
          omitted: 0,
        },
      }),
    ]);
    const report = await check("hostile", hostile);
    expect(report.problems).toEqual([]);
    const shown = "Brücken 🌉 „jetzt“ \"now\" 'it' <script>alert(1)</script> ]]> & \ufffd Ende";
    expect(report.title).toBe(shown);
    expect(report.slides[1]?.texts).toContain(shown);
    expect(report.slides[1]?.names).toContain(shown);
    expect(report.slides[1]?.notes).toBe(shown);
  });
});

test("says how far it is and stops when it is told to", async () => {
  const steps: string[] = [];
  const sheets = [pictureSheet("a", 3), pictureSheet("b", 3)];
  await writePptx(handOut("x", sheets), {
    onProgress: (done, all) => steps.push(`${done}/${all}`),
  });
  expect(steps).toEqual(["1/5", "2/5", "3/5", "4/5", "5/5"]);
  const stop = new AbortController();
  const stopped = writePptx(handOut("x", sheets), {
    signal: stop.signal,
    onProgress: (done) => done === 2 && stop.abort(),
  });
  await expect(stopped).rejects.toThrow(/abort/i);
});

describe("zip", () => {
  const entry = (name: string, text: string) => ({
    path: name,
    bytes: new TextEncoder().encode(text),
  });

  test("compressed entries are not read", async () => {
    const [first, ...rest] = await writeZip([entry("a.xml", "aaaa")]);
    const zip = new Uint8Array(await new Blob([first ?? "", ...rest]).arrayBuffer());
    expect(() => readStoredZip(zip)).toThrow("zip: expected a.xml stored (got method 8)");
  });

  test("what is no archive is refused", () => {
    expect(() => readStoredZip(new Uint8Array(100))).toThrow("zip: expected an archive");
  });
});
