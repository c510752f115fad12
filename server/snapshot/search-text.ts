/**
 * How a text is cut into words and folded, the same for what is indexed and for what is asked. Folding makes
 * `München`, `Muenchen` and `Munchen` one: diacritics fall, and so does the e of ae, oe and ue. It keeps
 * prefixes: what a word begins with folds to what the folded word begins with.
 */

/** A word of a text; `start` and `end` (exclusive) are positions in it. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const UMLAUT_E = /([aou])e/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

export function fold(word: string): string {
  const plain = ASCII.test(word)
    ? word.toLowerCase()
    : word
        .normalize("NFKD")
        .toLowerCase()
        .replace(MARKS, "")
        .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
  return plain.replace(UMLAUT_E, "$1");
}

export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = fold(word);
    if (folded !== "") found.push({ start: index, end: index + word.length, folded });
  }
  return found;
}

/** The whole text folded, for comparing names. */
export function foldedText(text: string): string {
  return words(text)
    .map((word) => word.folded)
    .join(" ");
}

/** How many UTF-16 units of the word make up the folded prefix: the shortest such part, with its diacritics. */
export function prefixLength(word: string, foldedPrefix: string): number {
  let length = 0;
  let isReached = false;
  for (const character of word) {
    if (isReached && !/\p{M}/u.test(character)) break;
    length += character.length;
    isReached = fold(word.slice(0, length)).startsWith(foldedPrefix);
  }
  return length;
}
