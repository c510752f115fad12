/** Texts and addresses as every format bears them: a file may not break because of what somebody typed. */

const KEPT_CONTROLS = /[\n\t]/;
const CONTROLS = /\p{Cc}/gu;
/** Halves of a character without their other half, and code points that XML forbids. */
const BROKEN = /[\p{Cs}\ufffe\uffff]/gu;
/** Joined so that nobody breaks a line there; many fonts have no letter of their own for them. */
const SPACES = /[\u00a0\u202f\u2007\u2009]/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const PROTOCOLS = ["http:", "https:", "mailto:"];

/** Without control characters and broken letters; line breaks and tabs stay. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, (letter) => (KEPT_CONTROLS.test(letter) ? letter : ""))
    .replace(BROKEN, "\ufffd");
}

/** The same in one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** With plain spaces, for a writer that has only letters. */
export function plainSpaces(text: string): string {
  return text.replace(SPACES, " ").replace(INVISIBLE, "");
}

/** The address as a file can hold it; `null` for anything but http, https and mailto. */
export function safeHref(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(cleanText(address).trim());
    return PROTOCOLS.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
