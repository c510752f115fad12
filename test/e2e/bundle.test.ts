/** What the browser has to load: no schema library, and little enough for a weak connection. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeInBrowser, explore } from "./explore.ts";

const assets = new URL("../../dist/client/assets/", import.meta.url).pathname;
const MAX_PROGRAM_BYTES = 350_000;
/** Answers of the service for the first screen, as they are sent. */
const MAX_ANSWER_BYTES = 80_000;

describe("the built client", () => {
  it("has no zod in it, but where it answers without the service", () => {
    const scripts = readdirSync(assets).filter(
      (file) => file.endsWith(".js") && !file.startsWith("engine-"),
    );
    expect(scripts.length).toBeGreaterThan(0);
    // Words of zod's own that no minifier changes; the server's bundle, which has zod beside it, proves nothing here.
    const marks = ["ZodError", "ZodType", "invalid_type", "_zod"];
    const zod = readFileSync(
      new URL("../../node_modules/zod/v4/core/schemas.js", import.meta.url),
      "utf8",
    );
    expect(marks.filter((mark) => zod.includes(mark)).length).toBeGreaterThan(1);
    const found = scripts.flatMap((file) => {
      const text = readFileSync(join(assets, file), "utf8");
      return marks.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`);
    });
    expect(found).toEqual([]);
  });
});

describeInBrowser("the first page", () => {
  it(`loads at most ${MAX_PROGRAM_BYTES} bytes of program, fonts apart`, async () => {
    await explore({}, async (explorer) => {
      await explorer.open();
      const loaded = await explorer.page.evaluate(() =>
        [
          ...performance.getEntriesByType("navigation"),
          ...performance.getEntriesByType("resource"),
        ].map((entry) => ({
          name: new URL(entry.name).pathname,
          bytes: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : Number.NaN,
        })),
      );
      const counted = loaded.filter(({ name }) => !name.endsWith(".woff2"));
      const names = counted.map(({ name }) => name);
      expect(names).toContain("/");
      expect(names).toContain("/api/overview");
      expect(names.filter((name) => /\.(?:js|css)$/.test(name)).length).toBeGreaterThan(1);
      const total = (isAnswer: boolean) =>
        counted
          .filter(({ name }) => name.startsWith("/api/") === isAnswer)
          .reduce((sum, { bytes }) => sum + bytes, 0);
      expect(total(false)).toBeGreaterThan(50_000);
      expect(total(false), JSON.stringify(counted)).toBeLessThanOrEqual(MAX_PROGRAM_BYTES);
      expect(total(true), JSON.stringify(counted)).toBeLessThanOrEqual(MAX_ANSWER_BYTES);
    });
  });
});
