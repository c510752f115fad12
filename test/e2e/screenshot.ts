/**
 * Compares a picture of the page with the kept one. A pixel counts as different beyond a perceptual threshold
 * and not when it looks like anti-aliasing; up to 1.5 % of the pixels may differ, which a new version of the
 * browser stays under (the typeface is bundled) and a moved, missing or recoloured part does not.
 * `UPDATE_SCREENSHOTS=1` keeps the new pictures instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";

const kept = new URL("screenshots/", import.meta.url).pathname;
const out = new URL("out/", import.meta.url).pathname;
const ALLOWED_SHARE = 0.015;

/** Share of differing pixels, 0 to 1; 1 when the sizes differ. Writes both pictures to `test/e2e/out` when it fails. */
export async function compareScreenshot(page: Page, name: string): Promise<number> {
  const taken = await page.screenshot({ animations: "disabled", caret: "hide" });
  const file = join(kept, `${name}.png`);
  if (process.env.UPDATE_SCREENSHOTS === "1") {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, taken);
    return 0;
  }
  if (!existsSync(file)) throw new Error(`No kept picture ${name}: run with UPDATE_SCREENSHOTS=1.`);
  const expected = PNG.sync.read(readFileSync(file));
  const actual = PNG.sync.read(taken);
  const { width, height } = expected;
  const difference = new PNG({ width, height });
  const sameSize = actual.width === width && actual.height === height;
  const share = sameSize
    ? pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: 0.2 }) /
      (width * height)
    : 1;
  if (share > ALLOWED_SHARE) {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, `${name}-actual.png`), taken);
    writeFileSync(join(out, `${name}-difference.png`), PNG.sync.write(difference));
  }
  return share;
}

export const isAlike = (share: number) => share <= ALLOWED_SHARE;
