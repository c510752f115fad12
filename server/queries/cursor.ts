/**
 * Where a list goes on, as an opaque text: an offset and a fingerprint of the question. It names no revision,
 * so that a reader can go on after a change; a cursor of another question is refused.
 */
import { InvalidRequest } from "./context.ts";

const MAX_OFFSET = 10_000_000;

export function writeCursor(offset: number, question: object): string {
  return encode(`${offset}.${fingerprint(question)}`);
}

/** The offset; 0 without a cursor. */
export function readCursor(cursor: string | undefined, question: object): number {
  if (cursor === undefined) return 0;
  const text = decode(cursor);
  const found = /^([1-9]\d{0,7})\.([0-9a-f]{8})$/.exec(text);
  const offset = Number(found?.[1]);
  if (!found || encode(text) !== cursor || offset > MAX_OFFSET) {
    throw refuse("a cursor as the previous answer gave it", cursor);
  }
  if (found[2] !== fingerprint(question)) {
    throw refuse(
      "the cursor of an answer to the same question (filters and text unchanged)",
      cursor,
    );
  }
  return offset;
}

function refuse(expected: string, cursor: string): InvalidRequest {
  const detail = `expected ${expected} (got ${JSON.stringify(cursor.slice(0, 80))})`;
  return new InvalidRequest([{ parameter: "cursor", detail }]);
}

/** Base64url without padding; of Latin-1 only. */
function encode(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** "" where it is no base64url. */
function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

/** FNV-1a of the question with its keys in order. */
function fingerprint(question: object): string {
  const text = JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
