/** Names for files that are downloaded, made from titles. */

const LONGEST_NAME = 80;
const LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  ẞ: "SS",
};

/**
 * `Content-Disposition` of a file to be kept: the title as it is, without what file systems refuse, and a name of
 * plain letters for programs that read only that.
 * @param ending for example `html`
 */
export function attachment(title: string, ending: string): string {
  const plain = cut(toPlain(title)) || "querblick";
  const whole = cut(toFileName(title)) || "Querblick";
  const encoded = encodeURIComponent(`${whole}.${ending}`).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}`;
}

function toPlain(title: string): string {
  return title
    .normalize("NFC")
    .replace(/[äöüÄÖÜßẞ]/g, (letter) => LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Windows refuses the most: these characters, and a dot or a blank at the end. */
function toFileName(title: string): string {
  return title
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{C}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
}

/** Whole characters only. */
function cut(name: string): string {
  return [...name]
    .slice(0, LONGEST_NAME)
    .join("")
    .replace(/[. -]+$/, "");
}
