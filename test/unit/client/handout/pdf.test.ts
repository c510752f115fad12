/** What the PDF does where other programs cannot look: order of the work, letters that are missing, its own fonts. */
import { expect, test } from "vitest";
import { writePdf } from "../../../../client/handout/pdf.ts";
import { ASIDE, HOSTILE_TITLE, handOut, pictureSheet } from "../../../fixtures/hand-outs.ts";
import { interFont } from "../../../fixtures/inter.ts";

test("says how far it is and stops when it is told to", async () => {
  const steps: string[] = [];
  const sheets = [pictureSheet("a", 3), pictureSheet("b", 3)];
  const pdf = await writePdf(handOut("x", sheets), {
    fonts: interFont,
    onProgress: (done, all) => steps.push(`${done}/${all}`),
  });
  expect(pdf.type).toBe("application/pdf");
  expect(steps).toEqual(["1/4", "2/4", "3/4", "4/4"]);
  const stop = new AbortController();
  const stopped = writePdf(handOut("x", sheets), {
    fonts: interFont,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(stopped).rejects.toThrow(/abort/i);
});

test("fetches only the cuts that it needs", async () => {
  const asked: string[] = [];
  const fonts: typeof interFont = (cut) => {
    asked.push(cut);
    return interFont(cut);
  };
  const upright = { caption: [], aside: [] };
  await writePdf(handOut("x", [pictureSheet("a", 3, upright)]), { fonts });
  expect(asked).toEqual(["regular", "bold"]);
  await writePdf(handOut("x", [pictureSheet("a", 3, { aside: ASIDE })]), { fonts });
  expect(asked.slice(2)).toEqual(["regular", "bold", "italic"]);
});

test("a font that is not there is an error", async () => {
  const fonts = () => Promise.reject(new Error("pdf: expected the font x (got status 404)"));
  await expect(writePdf(handOut("x", [pictureSheet("a")]), { fonts })).rejects.toThrow("404");
});

test("letters that no font has are no failure", async () => {
  const text = `${HOSTILE_TITLE} 漢字 👩‍🚀 \u0301 עברית`;
  const sheet = pictureSheet(text, 3, { filters: text, status: text });
  const pdf = await writePdf(handOut(text, [sheet]), { fonts: interFont });
  expect(pdf.size).toBeGreaterThan(10_000);
});
