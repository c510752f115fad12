/**
 * Markdown as paragraphs and entries of lists: for captions and notes, on the page and in files. Only text comes out:
 * HTML loses its tags, pictures become their description, addresses are http, https or mailto or none at all.
 */
import { Marked, type Token, type Tokens } from "marked";
import { cleanText, safeHref } from "./clean-text.ts";
import type { TextBlock, TextRun } from "./sheet.ts";

const MAX_LEVEL = 6;
const BULLET = "•";
const reader = new Marked({ gfm: true });

type Style = Omit<TextRun, "text">;

/** Never fails: what the reader of Markdown does not get through is one plain paragraph. */
export function markdownBlocks(markdown: string): TextBlock[] {
  const text = cleanText(markdown);
  try {
    return blocksOf(reader.lexer(text) as Token[], 0);
  } catch {
    // Thousands of nested quotes or lists, which recurse too deep.
    return [{ runs: [{ text }], level: 0, mark: "" }];
  }
}

/** One line a paragraph, lists with their marks, addresses left out. */
export function plainText(blocks: readonly TextBlock[]): string {
  return blocks
    .map(({ runs, level, mark }) => {
      const text = runs.map((run) => run.text).join("");
      return `${"  ".repeat(Math.max(0, level - 1))}${mark === "" ? "" : `${mark} `}${text}`;
    })
    .join("\n");
}

function blocksOf(tokens: readonly Token[], level: number): TextBlock[] {
  return tokens.flatMap((token) => blockOf(token, level));
}

function blockOf(token: Token, level: number): TextBlock[] {
  const paragraph = (runs: TextRun[], more: Partial<TextBlock> = {}): TextBlock[] => {
    const trimmed = trimRuns(runs);
    return trimmed.length === 0 ? [] : [{ runs: trimmed, level, mark: "", ...more }];
  };
  switch (token.type) {
    case "heading":
      return paragraph(runsOf(token.tokens, {}), { isHeading: true });
    case "list":
      return listOf(token as Tokens.List, level);
    case "blockquote":
      return blocksOf(token.tokens ?? [], level);
    case "code":
      return paragraph([{ text: token.text }]);
    case "html":
      return paragraph([{ text: oneLine(withoutTags(token.text)) }]);
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].flatMap((cells) =>
        paragraph(
          cells.flatMap((cell, index) => [
            ...(index > 0 ? [{ text: " | " }] : []),
            ...runsOf(cell.tokens, {}),
          ]),
        ),
      );
    }
    case "space":
    case "hr":
    case "def":
      return [];
    default:
      return paragraph(runsOf([token], {}));
  }
}

function listOf({ items, ordered, start }: Tokens.List, level: number): TextBlock[] {
  const own = Math.min(level + 1, MAX_LEVEL);
  return items.flatMap((item, index) => {
    const mark = ordered ? `${Number(start) + index}.` : BULLET;
    const isText = ({ type }: Token) => type === "text" || type === "checkbox";
    // A tick box stands before the text it belongs to.
    const lead = item.tokens.findIndex((token) => !isText(token));
    const inline = lead === -1 ? item.tokens : item.tokens.slice(0, lead);
    const rest = lead === -1 ? [] : item.tokens.slice(lead);
    const first = trimRuns(runsOf(inline, {}));
    const blocks = [
      ...(first.length > 0 ? [{ runs: first, level: own, mark: "" }] : []),
      ...blocksOf(rest, own),
    ];
    const [head, ...tail] = blocks;
    // An entry that begins with a list has no line of its own to carry the mark.
    if (head?.mark !== "" || head.level !== own) return blocks;
    return [{ ...head, mark }, ...tail];
  });
}

function runsOf(tokens: readonly Token[] | undefined, style: Style): TextRun[] {
  return (tokens ?? []).flatMap((token) => runOf(token, style));
}

function runOf(token: Token, style: Style): TextRun[] {
  switch (token.type) {
    case "strong":
      return runsOf(token.tokens, { ...style, bold: true });
    case "em":
      return runsOf(token.tokens, { ...style, italic: true });
    case "link": {
      const href = safeHref(token.href);
      return runsOf(token.tokens, href === null ? style : { ...style, href });
    }
    case "br":
      return [{ ...style, text: "\n" }];
    case "checkbox":
      return [{ ...style, text: token.checked ? "[x] " : "[ ] " }];
    case "codespan":
    case "escape":
      return [{ ...style, text: oneLine(token.text) }];
    case "image":
      return [{ ...style, text: oneLine(decoded(token.text)) }];
    case "html":
      return [];
    default:
      if ("tokens" in token && token.tokens) return runsOf(token.tokens, style);
      return "text" in token ? [{ ...style, text: oneLine(decoded(token.text)) }] : [];
  }
}

/** Neighbours of one style joined; no white space at the ends, none doubled where a tag was. */
function trimRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isSame =
      last && last.bold === run.bold && last.italic === run.italic && last.href === run.href;
    if (isSame) last.text = `${last.text}${run.text}`.replace(/ {2,}/g, " ");
    else if (run.text !== "") joined.push({ ...run });
  }
  while (joined[0] && joined[0].text.trimStart() === "") joined.shift();
  while (joined.at(-1)?.text.trimEnd() === "") joined.pop();
  const [first, last] = [joined[0], joined.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return joined;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

function withoutTags(html: string): string {
  return decoded(html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<\/?[a-z!?][^>]*>?/gi, ""));
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: "\u0022",
  apos: "\u0027",
  nbsp: "\u00a0",
};

/** The entities that people type; others stay as they are written. */
function decoded(text: string): string {
  return cleanText(
    text.replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
      (whole, decimal, hex, name) => {
        if (name) return ENTITIES[name.toLowerCase()] ?? whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    ),
  );
}
