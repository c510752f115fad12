/** The classes on the map are told apart by other eyes and on a pale beamer, and their numbers can be read. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, parseHex, type Rgb, toHex, toLinear } from "../../../../client/graph/colour.ts";
import {
  OPPORTUNITY_CLASSES,
  type OpportunityClass,
} from "../../../../server/contract/opportunity-words.ts";
import { DEFICIENCIES, difference, onPaleBeamer, seenWith } from "../graph/vision.ts";

const read = (path: string) =>
  readFileSync(new URL(`../../../../client/${path}`, import.meta.url), "utf8");
const tokens = read("ui/tokens.css");
const map = read("features/opportunities/map.css");

type Theme = "light" | "dark";

/** A colour of the theme, by its name in tokens.css. */
function token(theme: Theme, name: string): string {
  const block = tokens.slice(tokens.indexOf(`:root[data-theme="${theme}"]`));
  const hex = new RegExp(`--colour-${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
  if (hex === undefined) throw new Error(`tokens.css: expected --colour-${name} in ${theme}`);
  return hex;
}

/** Ground and number of a class as map.css sets them. */
function cell(theme: Theme, name: OpportunityClass): { ground: string; text: string } {
  const rule = new RegExp(`\\[data-class="${name}"\\] \\{([^}]*)\\}`).exec(map)?.[1] ?? "";
  const mixed = /--colour-(\w+)\) (\d+)%/.exec(rule);
  const text = rule.includes("--colour-on-accent") ? "on-accent" : "text";
  const surface = token(theme, "surface");
  const ground = mixed
    ? mixOklab(surface, token(theme, mixed[1] ?? ""), Number(mixed[2]) / 100)
    : token(theme, /background: var\(--colour-([\w-]+)\)/.exec(rule)?.[1] ?? "");
  return { ground, text: token(theme, text) };
}

/** CSS `color-mix(in oklab, …)`; matrices of Ottosson 2020. */
function mixOklab(under: string, over: string, share: number): string {
  const [a, b] = [toOklab(under), toOklab(over)];
  return fromOklab([0, 1, 2].map((at) => part(a, at) + share * (part(b, at) - part(a, at))));
}

const part = (values: readonly number[], at: number) => values[at] ?? 0;

function toOklab(hex: string): number[] {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab(lab: readonly number[]): string {
  const [light, a, b] = [part(lab, 0), part(lab, 1), part(lab, 2)];
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channel = (value: number) =>
    255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * Math.max(0, value) ** (1 / 2.4) - 0.055);
  return toHex(linear.map((value) => Math.min(255, Math.max(0, channel(value)))) as unknown as Rgb);
}

function smallest(colours: readonly string[]): number {
  return Math.min(...colours.flatMap((a, at) => colours.slice(0, at).map((b) => difference(a, b))));
}

describe.each(["light", "dark"] as const)("the map, %s", (theme) => {
  const grounds = OPPORTUNITY_CLASSES.map((name) => cell(theme, name).ground);

  test("every number can be read on its ground", () => {
    for (const name of OPPORTUNITY_CLASSES) {
      const { ground, text } = cell(theme, name);
      expect(contrast(ground, text), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(DEFICIENCIES)("classes differ for %s", (deficiency) => {
    expect(smallest(grounds.map((hex) => seenWith(deficiency, hex)))).toBeGreaterThanOrEqual(6);
  });

  test("and on a pale beamer, for which the light theme is meant", () => {
    expect(smallest(grounds.map(onPaleBeamer))).toBeGreaterThanOrEqual(theme === "light" ? 5 : 3);
  });
});
