/** Size of the client: scripts and styles that the first page loads, as the service compresses them; fonts apart. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { BundleResult } from "./result.ts";

const client = new URL("../../dist/client/", import.meta.url).pathname;
/** What the service's compression takes. */
const BROTLI_QUALITY = 4;

/**
 * @param loaded addresses that a browser loaded for the first page; without a browser what `index.html` names and
 *   those scripts import
 */
export function measureBundle(loaded?: readonly string[]): BundleResult | null {
  const index = path.join(client, "index.html");
  if (!existsSync(index)) return null;
  const files = [...new Set(loaded ?? namedBy(readFileSync(index, "utf8")))].sort();
  const contents = files.map((file) => readFileSync(path.join(client, file)));
  const total = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  return {
    files,
    rawBytes: total(contents.map((content) => content.length)),
    gzipBytes: total(contents.map((content) => gzipSync(content).length)),
    brotliBytes: total(contents.map((content) => brotliCompressSync(content, { params }).length)),
    fontBytes: total(
      readdirSync(path.join(client, "assets"))
        .filter((file) => file.endsWith(".woff2"))
        .map((file) => statSync(path.join(client, "assets", file)).size),
    ),
  };
}

function namedBy(page: string): string[] {
  const found = new Set<string>();
  const queue = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? "",
  );
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = file.endsWith(".js") ? readFileSync(path.join(client, file), "utf8") : "";
    for (const [, name] of text.matchAll(/\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) {
      queue.push(`/assets/${name}`);
    }
  }
  return [...found];
}
