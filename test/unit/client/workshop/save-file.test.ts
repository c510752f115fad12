/** Names of files that every system takes. */
import { expect, it } from "vitest";
import { fileName } from "../../../../client/workshop/save-file.ts";
import { ODD_TITLE } from "../../../fixtures/story.ts";

it("keeps umlauts and emoji and drops what a system forbids", () => {
  expect(fileName("Häuser & Höfe 🚀", "pdf")).toBe("Häuser & Höfe 🚀.pdf");
  expect(fileName(ODD_TITLE, "pptx")).toBe(
    "Müller & Söhne „Größe“ 🚀 script alert(1) script ]] '.pptx",
  );
  expect(fileName("..\\..//etc: a\n?b ", "html")).toBe("etc a b.html");
  expect(fileName(" . ", "svg")).toBe("Querblick.svg");
  expect(fileName("ä".repeat(300), "png")).toBe(`${"ä".repeat(80)}.png`);
  expect(fileName("a\ud800b", "png")).toBe("a b.png");
});
