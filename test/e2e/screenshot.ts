/**
 * Compares a picture of the page with the kept one. Both are shrunk to half their size and 16 levels a colour, which
 * keeps the files small and forgives how the edges of letters and lines are smoothed. Two measures must hold: at most
 * 1.5 % of all pixels may differ beyond a perceptual threshold, and no square of 16 px may differ in its mean colour
 * by more than 24 of 255. Letters placed a fraction of a pixel aside, as by another version of the browser (the
 * typeface is bundled), stay below both: with the browser's own placing of letters switched off, the largest shares
 * were 1.1 % and 20. An entry missing from the legend makes 28, one other word in a heading 40. `screenshots.test.ts`
 * holds both ends. `UPDATE_SCREENSHOTS=1` keeps the new pictures instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { expect } from "vitest";

const kept = new URL("screenshots/", import.meta.url).pathname;
const out = new URL("out/", import.meta.url).pathname;
const LEVEL = 16;
/** Side of a square in shrunk pixels. */
const SQUARE = 8;
const ALLOWED = { share: 0.015, square: 24 } as const;

export interface Difference {
  /** Share of differing pixels, 0 to 1. */
  share: number;
  /** How far the mean colours of the square that differs most are apart, 0 to 255. */
  square: number;
}

export const isAlike = ({ share, square }: Difference) =>
  share <= ALLOWED.share && square <= ALLOWED.square;

/** Compares with the kept picture, or keeps this one. Writes both to `test/e2e/out` when they are not alike. */
export async function compareScreenshot(page: Page, name: string): Promise<Difference> {
  const taken = await takeScreenshot(page);
  const file = join(kept, `${name}.png`);
  if (process.env.UPDATE_SCREENSHOTS === "1") {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, PNG.sync.write(taken, { colorType: 2, deflateLevel: 9, filterType: 0 }));
    return { share: 0, square: 0 };
  }
  if (!existsSync(file)) throw new Error(`No kept picture ${name}: run with UPDATE_SCREENSHOTS=1.`);
  const expected = PNG.sync.read(readFileSync(file));
  const { width, height } = expected;
  const marked = new PNG({ width, height });
  const difference = compare(expected, taken, marked);
  if (!isAlike(difference)) {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, `${name}-actual.png`), PNG.sync.write(taken));
    writeFileSync(join(out, `${name}-difference.png`), PNG.sync.write(marked));
  }
  return difference;
}

/** The page when it has come to rest: two pictures in a row are the same. Shrunk. */
export async function takeScreenshot(page: Page): Promise<PNG> {
  await page.evaluate(() => document.fonts.ready);
  let before: Buffer = Buffer.alloc(0);
  let now: Buffer = before;
  await expect
    .poll(async () => {
      before = now;
      now = await page.screenshot({ animations: "disabled", caret: "hide" });
      return now.equals(before);
    })
    .toBe(true);
  return shrink(PNG.sync.read(now));
}

/** `marked` becomes a picture of where they differ. */
export function compare(
  expected: PNG,
  actual: PNG,
  marked = new PNG({ width: expected.width, height: expected.height }),
): Difference {
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height) return { share: 1, square: 255 };
  const count = pixelmatch(expected.data, actual.data, marked.data, width, height, {
    threshold: 0.2,
  });
  return { share: count / (width * height), square: largestSquare(expected, actual) };
}

function largestSquare(expected: PNG, actual: PNG): number {
  let largest = 0;
  for (let top = 0; top + SQUARE <= expected.height; top += SQUARE / 2) {
    for (let left = 0; left + SQUARE <= expected.width; left += SQUARE / 2) {
      for (let colour = 0; colour < 3; colour++) {
        let sum = 0;
        for (let y = top; y < top + SQUARE; y++) {
          for (let x = left; x < left + SQUARE; x++) {
            const at = (y * expected.width + x) * 4 + colour;
            sum += (expected.data[at] ?? 0) - (actual.data[at] ?? 0);
          }
        }
        largest = Math.max(largest, Math.abs(sum) / SQUARE ** 2);
      }
    }
  }
  return largest;
}

/** Each pixel the mean of four, in 16 levels a colour. */
function shrink({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const from = (2 * y * width + 2 * x) * 4;
      const to = (y * small.width + x) * 4;
      for (let colour = 0; colour < 3; colour++) {
        const sum = [0, 4, width * 4, width * 4 + 4].reduce(
          (total, step) => total + (data[from + step + colour] ?? 0),
          0,
        );
        small.data[to + colour] = Math.min(255, Math.round(sum / 4 / LEVEL) * LEVEL);
      }
      small.data[to + 3] = 255;
    }
  }
  return small;
}
