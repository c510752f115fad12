/**
 * An answer → bytes of JSON, in slices, so that the largest graph (10 MB) never holds up the other requests.
 * The bytes equal `JSON.stringify`'s.
 */
import { setImmediate as nextTurn } from "node:timers/promises";

/** Elements of an array that are written in one go. */
const SLICE = 500;
/** After this much work the event loop gets its turn. */
const TURN_MS = 8;

export async function toJson(value: unknown, signal?: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let turnStart = performance.now();
  for (const part of jsonParts(value)) {
    parts.push(Buffer.from(part));
    if (performance.now() - turnStart > TURN_MS) {
      await nextTurn();
      signal?.throwIfAborted();
      turnStart = performance.now();
    }
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function* jsonParts(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    if (value.length <= SLICE) {
      yield JSON.stringify(value);
      return;
    }
    for (let start = 0; start < value.length; start += SLICE) {
      const slice = JSON.stringify(value.slice(start, start + SLICE)).slice(1, -1);
      yield `${start === 0 ? "[" : ","}${slice}`;
    }
    yield "]";
  } else if (value !== null && typeof value === "object") {
    let opening = "{";
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      yield `${opening}${JSON.stringify(key)}:`;
      yield* jsonParts(inner);
      opening = ",";
    }
    yield opening === "{" ? "{}" : "}";
  } else yield JSON.stringify(value);
}
