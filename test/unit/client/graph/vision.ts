/**
 * How a colour looks to other eyes and on other devices: the three dichromacies (Machado, Oliveira and Fernandes
 * 2009, severity 1.0), a pale beamer and greyscale; and how different two colours are (CIEDE2000).
 */
import { parseHex, type Rgb, toHex, toLinear } from "../../../../client/graph/colour.ts";

type Matrix = readonly [Rgb, Rgb, Rgb];

const MACHADO = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export type Deficiency = keyof typeof MACHADO;
export const DEFICIENCIES = Object.keys(MACHADO) as Deficiency[];

function toChannel(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}

export function seenWith(deficiency: Deficiency, hex: string): string {
  const linear = parseHex(hex).map(toLinear) as unknown as Rgb;
  const rows = MACHADO[deficiency].map((row) =>
    toChannel(row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]),
  );
  return toHex(rows as unknown as Rgb);
}

/** A beamer in a bright room: stray light lifts the black to 35 % of the white, in linear light. */
export function onPaleBeamer(hex: string): string {
  const lifted = parseHex(hex).map((channel) => toChannel(0.35 + 0.65 * toLinear(channel)));
  return toHex(lifted as unknown as Rgb);
}

export function inGrey(hex: string): string {
  const [red, green, blue] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const grey = toChannel(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  return toHex([grey, grey, grey]);
}

/** CIE L*a*b* under D65. */
export function toLab(hex: string): Rgb {
  const [red, green, blue] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005), kL = kC = kH = 1. */
export function difference(hexA: string, hexB: string): number {
  return differenceLab(toLab(hexA), toLab(hexB));
}

export function differenceLab(labA: Rgb, labB: Rgb): number {
  const rad = Math.PI / 180;
  const [lightA, aA, bA] = labA;
  const [lightB, aB, bB] = labB;
  const meanC = (Math.hypot(aA, bA) + Math.hypot(aB, bB)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [a1, a2] = [(1 + g) * aA, (1 + g) * aB];
  const [c1, c2] = [Math.hypot(a1, bA), Math.hypot(a2, bB)];
  const hue = (a: number, b: number) =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360;
  const [h1, h2] = [hue(a1, bA), hue(a2, bB)];
  let deltaHue = h2 - h1;
  if (c1 * c2 === 0) deltaHue = 0;
  else if (deltaHue > 180) deltaHue -= 360;
  else if (deltaHue < -180) deltaHue += 360;
  const dL = lightB - lightA;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((deltaHue / 2) * rad);
  const meanL = (lightA + lightB) / 2;
  const meanCp = (c1 + c2) / 2;
  let meanH = h1 + h2;
  if (c1 * c2 !== 0) {
    if (Math.abs(h1 - h2) <= 180) meanH = (h1 + h2) / 2;
    else meanH = h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
  }
  const t =
    1 -
    0.17 * Math.cos((meanH - 30) * rad) +
    0.24 * Math.cos(2 * meanH * rad) +
    0.32 * Math.cos((3 * meanH + 6) * rad) -
    0.2 * Math.cos((4 * meanH - 63) * rad);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanCp;
  const sH = 1 + 0.015 * meanCp * t;
  const rC = 2 * Math.sqrt(meanCp ** 7 / (meanCp ** 7 + 25 ** 7));
  const rT = -rC * Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * rad);
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH));
}
