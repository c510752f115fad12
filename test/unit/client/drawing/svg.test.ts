/** SVG files, read by a parser that is not ours: well formed, complete and harmless whatever the texts are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Drawing, DrawingItem } from "../../../../client/drawing/drawing.ts";
import { composePage } from "../../../../client/drawing/page.ts";
import { toSvg } from "../../../../client/drawing/svg.ts";
import { wordsAt } from "../../../../client/drawing/text-items.ts";
import { drawOf, groupScene, measureText, paragraph, sheet, words } from "./fixtures.ts";
import { elementsNamed, isXmlSkipped, parseXml } from "./xml.ts";

const type = { measure: measureText, theme: "light" } as const;
const NASTY =
  'Ünïcode 🧪 „so“ "gerade" <script>alert(1)</script> ]]> & \u0000\u0008\u001b\uFFFE \uD800 Ende';
/** What is left of it: all but what XML forbids. */
const KEPT = 'Ünïcode 🧪 „so“ "gerade" <script>alert(1)</script> ]]> &   Ende';

function drawing(items: readonly DrawingItem[]): Drawing {
  return { width: 400, height: 300, background: "#ffffff", items };
}

const about = { title: "Titel", description: "", language: "de" } as const;

describe.skipIf(isXmlSkipped)("an SVG file", () => {
  test("stands alone, with size, language, title and description", () => {
    const root = parseXml(toSvg(drawing([]), { title: NASTY, description: NASTY, language: "en" }));
    expect(root.name).toBe("svg");
    expect(root.attributes).toMatchObject({
      width: "400",
      height: "300",
      viewBox: "0 0 400 300",
      role: "img",
      lang: "en",
      version: "1.1",
    });
    expect(root.children.slice(0, 2).map(({ name, text }) => [name, text])).toEqual([
      ["title", KEPT],
      ["desc", KEPT],
    ]);
  });

  test("has no script, no style, no address and nothing that only browsers know", () => {
    const page = composePage(
      sheet({
        title: NASTY,
        caption: [paragraph(NASTY)],
        draw: drawOf(groupScene(12)),
        filters: NASTY,
        sources: [
          { title: NASTY, publisher: NASTY, date: null, url: "https://example.org/?a=1&b=2" },
        ],
      }),
      words,
      { width: 1600, height: 900 },
      measureText,
    );
    const svg = toSvg(page, about);
    const root = parseXml(svg);
    const names = new Set(svg.match(/<[a-z]+/gu));
    expect([...names].toSorted()).toEqual(
      ["<circle", "<g", "<path", "<rect", "<svg", "<text", "<title"].toSorted(),
    );
    expect(svg).not.toMatch(/ (?:href|xlink:href|style|on\w+|paint-order|vector-effect)=/u);
    expect(svg).not.toMatch(/dominant-baseline|url\(|<\?xml-stylesheet/u);
    expect(
      elementsNamed(root, "circle").filter(({ attributes }) => attributes.class === "node"),
    ).toHaveLength(12);
  });

  test("every text stays a text; its halo lies beneath and is not read out", () => {
    const label = {
      ...wordsAt(["Zwei", "Zeilen"], 200, 10, { sizePx: 20 }, type),
      halo: "#fbfcfd",
    };
    const root = parseXml(toSvg(drawing([label]), about));
    const [halo, ...lines] = elementsNamed(root, "g")[0]?.children ?? [];
    expect(halo?.attributes).toMatchObject({ "aria-hidden": "true", stroke: "#fbfcfd" });
    expect(lines.map(({ text, attributes }) => [text, attributes.x, attributes.y])).toEqual([
      ["Zwei", "200", "30.7"],
      ["Zeilen", "200", "57.7"],
    ]);
  });

  test("words that go on in one line are one text", () => {
    const usual = wordsAt(["Das ist"], 10, 10, { sizePx: 10 }, type);
    const strong = wordsAt(["wichtig"], 60, 10, { sizePx: 10, weight: 650, follows: " " }, type);
    const end = wordsAt(["."], 99, 10, { sizePx: 10, follows: "" }, type);
    const root = parseXml(toSvg(drawing([usual, strong, end]), about));
    const pieces = elementsNamed(root, "tspan");
    expect(pieces.map(({ text }) => text)).toEqual(["Das ist", " wichtig", "."]);
    expect(pieces.map(({ attributes }) => attributes["font-weight"])).toEqual([
      "400",
      "600",
      "400",
    ]);
    expect(elementsNamed(root, "text")).toHaveLength(1);
  });

  test("is well formed with any text", () => {
    const texts = fc.sample(fc.string({ unit: "binary", maxLength: 60 }), {
      seed: 11,
      numRuns: 300,
    });
    const items = texts.map(
      (text, index): DrawingItem => ({
        ...wordsAt([`${index}:${text}:`], 0, 0, { sizePx: 10 }, type),
        meaning: { of: "label", name: text },
      }),
    );
    const root = parseXml(toSvg(drawing(items), about));
    const expected = texts.map((text, index) => {
      const kept = text.replace(/[\t\n\r]+/gu, " ").replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
      return `${index}:${kept}:`;
    });
    expect(elementsNamed(root, "text").map(({ text }) => text)).toEqual(expected);
  });
});
