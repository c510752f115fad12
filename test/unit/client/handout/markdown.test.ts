/** Markdown becomes text and nothing else, whatever somebody types. */
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { markdownBlocks, plainText } from "../../../../client/handout/markdown.ts";
import { Markdown } from "../../../../client/handout/markdown-view.tsx";

const SEED = 20261125;
const runsOf = (markdown: string) => markdownBlocks(markdown).map(({ runs }) => runs);
const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

describe("markdownBlocks", () => {
  test("paragraphs with bold, italic, code and a line break", () => {
    expect(markdownBlocks("Ein **fetter _Weg_** mit `code`  \nneue\nZeile\n\nzwei")).toEqual([
      {
        runs: [
          { text: "Ein " },
          { text: "fetter ", bold: true },
          { text: "Weg", bold: true, italic: true },
          { text: " mit code\nneue Zeile" },
        ],
        level: 0,
        mark: "",
      },
      { runs: [{ text: "zwei" }], level: 0, mark: "" },
    ]);
  });

  test("headings", () => {
    expect(markdownBlocks("## Kopf *zwei*")).toEqual([
      {
        runs: [{ text: "Kopf " }, { text: "zwei", italic: true }],
        level: 0,
        mark: "",
        isHeading: true,
      },
    ]);
  });

  test("nested lists keep their marks and levels", () => {
    const blocks = markdownBlocks("3. drei\n   - innen\n\n     mehr\n4. vier\n\n* [x] fertig");
    expect(blocks.map(({ level, mark, runs }) => [level, mark, runs[0]?.text])).toEqual([
      [1, "3.", "drei"],
      [2, "•", "innen"],
      [2, "", "mehr"],
      [1, "4.", "vier"],
      [1, "•", "[x] fertig"],
    ]);
  });

  test.each([
    ["[a](https://x.org/ö?b=1)", "https://x.org/%C3%B6?b=1"],
    ["<https://x.org>", "https://x.org/"],
    ["[a](mailto:b@x.org)", "mailto:b@x.org"],
    ["[a](javascript:alert(1))", undefined],
    ["[a](data:text/html,b)", undefined],
    ["[a](/b)", undefined],
    ["[a]( java\tscript:b)", undefined],
  ])("%s leads to %s", (markdown, href) => {
    expect(runsOf(markdown)[0]?.[0]?.href).toBe(href);
  });

  test.each([
    ["<b>roh</b> da", "roh da"],
    ["<script>alert(1)</script>", "alert(1)"],
    ["a <!-- weg --> b", "a b"],
    ["![ein Bild](https://x.org/a.png)", "ein Bild"],
    ["Kaffee &amp; Kuchen &#8211; &lt;b&gt; &unbekannt;", "Kaffee & Kuchen – <b> &unbekannt;"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"],
    ["> Zitat", "Zitat"],
    ["~~~\neins\nzwei\n~~~", "eins\nzwei"],
    ["eins\n\n---\n\nzwei", "eins\nzwei"],
    ["\u0000a\u001f\ud800b", "a\ufffdb"],
  ])("%j is read as %j", (markdown, text) => {
    expect(plainText(markdownBlocks(markdown))).toBe(text);
  });

  test("thousands of nested quotes are plain text", () => {
    const deep = ">".repeat(30_000);
    expect(plainText(markdownBlocks(deep)).length).toBeLessThanOrEqual(deep.length);
  });

  test("never fails, and never has an address but http, https and mailto", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "**",
        "_",
        "[a](",
        "javascript:",
        "https://x",
        ")",
        "\n",
        "- ",
        "1. ",
        "<",
        ">",
        "`",
        "&#",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const blocks = markdownBlocks(pieces.join(""));
        const addresses = blocks.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []));
        expect(addresses.filter((href) => !/^(https?:\/\/|mailto:)/.test(href))).toEqual([]);
        expect(plainText(blocks)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
});

describe("Markdown on the page", () => {
  test("paragraphs, nested lists and links", () => {
    expect(html("**a** [b](https://x.org)\n\n2. c\n   - d\n3. e")).toBe(
      '<p><strong>a</strong> <a class="link" href="https://x.org/" target="_blank" rel="noreferrer noopener">b</a></p>' +
        '<ol start="2"><li>c<ul><li>d</li></ul></li><li>e</li></ol>',
    );
  });

  test("a list of numbers ends where bullets begin", () => {
    expect(html("1. a\n\n- b")).toBe('<ol start="1"><li>a</li></ol><ul><li>b</li></ul>');
  });

  test("markup that was typed is text", () => {
    expect(html("<img src=x onerror=alert(1)> `<b>` a  \nb")).toBe("<p>&lt;b&gt; a<br/>b</p>");
  });

  test("only elements of our own", () => {
    const piece = fc.constantFrom(
      "<b onclick=x>",
      "**",
      "[a](javascript:b)",
      "\n\n",
      "- ",
      "1. ",
      "ö",
      "# ",
      "`<i>`",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const tags = html(pieces.join("")).match(/<[a-z]+/g) ?? [];
        const own = ["<p", "<ul", "<ol", "<li", "<strong", "<em", "<a", "<br"];
        expect(tags.filter((tag) => !own.includes(tag))).toEqual([]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
