/** Colours of the texts around a picture, after its ground. */
import { cleanLine } from "./clean-text.ts";

export interface Inks {
  /** Of the page; `#rrggbb`. */
  ground: string;
  ink: string;
  soft: string;
  line: string;
  link: string;
  /** Behind the head of a table. */
  band: string;
}

const LIGHT: Inks = {
  ground: "#ffffff",
  ink: "#17212b",
  soft: "#46535f",
  line: "#c7d0d8",
  link: "#0b6b78",
  band: "#f4f6f8",
};

const DARK: Inks = {
  ground: "#12171d",
  ink: "#eef2f5",
  soft: "#b4bec8",
  line: "#3a4651",
  link: "#3fc3d0",
  band: "#1c242c",
};

/** Light paper for a light picture or none, dark for a dark one. */
export function inksFor(background: string | null): Inks {
  if (background === null || brightness(background) > 0.5) return LIGHT;
  return { ...DARK, ground: background };
}

function brightness(colour: string): number {
  const [red = 255, green = 255, blue = 255] = rgbOf(colour);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** 0 to 255 each; fails on anything but `#rrggbb`. */
export function rgbOf(colour: string): [number, number, number] {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!match) throw new Error(`hand-out: expected a colour as #rrggbb (got ${cleanLine(colour)})`);
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}
