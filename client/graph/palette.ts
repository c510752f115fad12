/**
 * Colours of the picture. Eight kinds have a colour, chosen so that they stay apart with each colour-vision
 * deficiency and on a pale beamer; all other kinds are grey. Every kind has its own icon, so colour is never alone.
 */
import type { ActorKind } from "../../server/contract/vocabulary.ts";

export type Theme = "light" | "dark";

type ColouredKind =
  | "hub"
  | "cluster"
  | "house_of"
  | "company"
  | "startup"
  | "university"
  | "research_institute"
  | "investor";

const LIGHT: Record<ColouredKind, string> = {
  hub: "#0a84dc",
  cluster: "#dd5a14",
  house_of: "#c94aab",
  company: "#5a2aa4",
  startup: "#55944f",
  university: "#b3124f",
  research_institute: "#08604a",
  investor: "#6f4a0a",
};

const DARK: Record<ColouredKind, string> = {
  hub: "#18b0fc",
  cluster: "#b07208",
  house_of: "#fb3f95",
  company: "#626efc",
  startup: "#ace96d",
  university: "#fd8c86",
  research_institute: "#1ff0bb",
  investor: "#b0aa10",
};

const GREY: Record<Theme, string> = { light: "#66707c", dark: "#8f99a5" };

export function kindColour(kind: ActorKind, theme: Theme): string {
  const colours: Partial<Record<ActorKind, string>> = theme === "light" ? LIGHT : DARK;
  return colours[kind] ?? GREY[theme];
}

/** Kinds that have a colour of their own, in the order of a legend. */
export const COLOURED_KINDS = Object.keys(LIGHT) as readonly ColouredKind[];

/** The icon of a kind: strokes (width 2, round) on a field of 24 × 24. */
export interface KindMarkShape {
  path: string;
}

const circle = (x: number, y: number, r: number) =>
  `M${x} ${y - r}a${r} ${r} 0 1 0 0 ${2 * r}a${r} ${r} 0 1 0 0 ${-2 * r}`;

export const KIND_MARKS: Record<ActorKind, KindMarkShape> = {
  hub: { path: `${circle(12, 12, 3)}M12 9V3M9.4 13.5L4.2 16.5M14.6 13.5L19.8 16.5` },
  cluster: { path: `${circle(12, 7, 3.5)}${circle(6.5, 16.5, 3.5)}${circle(17.5, 16.5, 3.5)}` },
  house_of: { path: "M3.5 11.5L12 4L20.5 11.5M6 9.5V20H18V9.5" },
  consortium: { path: `${circle(8.5, 12, 5.5)}${circle(15.5, 12, 5.5)}` },
  initiative: { path: "M6 21V4H18L15.5 8.2L18 12.5H6" },
  accelerator: { path: "M5 12.5L12 5.5L19 12.5M5 19.5L12 12.5L19 19.5" },
  competence_centre: {
    path: "M12 3.5L14.6 8.9L20.5 9.7L16.2 13.8L17.3 19.7L12 16.9L6.7 19.7L7.8 13.8L3.5 9.7L9.4 8.9Z",
  },
  company: { path: "M5 20.5V4H14V20.5M14 10H19.5V20.5M3 20.5H21M8.5 8.5H10.5M8.5 12.5H10.5" },
  startup: {
    path: "M12 21V12C12 8 9 5.5 4.5 5.5C4.5 10 7.5 12 12 12M12 15C12 11.5 14.5 9.5 19.5 9.5C19.5 13.5 16.5 15 12 15",
  },
  university: { path: "M2.5 9.5L12 5L21.5 9.5L12 14ZM6.5 11.8V16.5C9.5 19 14.5 19 17.5 16.5V11.8" },
  research_institute: {
    path: "M8.5 3.5H15.5M10 3.5V9.5L4.8 18.3C4 19.6 4.9 20.8 6.3 20.8H17.7C19.1 20.8 20 19.6 19.2 18.3L14 9.5V3.5M7.5 15H16.5",
  },
  investor: { path: "M18 6.3A7.3 7.3 0 1 0 18 17.7M4 10.3H13M4 13.7H12" },
  public_body: { path: "M3.5 9L12 4L20.5 9ZM6 9.5V17M10 9.5V17M14 9.5V17M18 9.5V17M3.5 20H20.5" },
  association: {
    path: `${circle(9, 8, 3.2)}M3 20C3 16 5.5 14 9 14S15 16 15 20M16 5.1A3.2 3.2 0 0 1 16 10.9M18 14.5C20 15.3 21 17.2 21 20`,
  },
  project: { path: "M4 5.5H9.5L11.5 8H20V19H4Z" },
};

/** Everything in the picture that is not the colour of a kind. */
export interface PictureColours {
  background: string;
  ink: string;
  /** Numbers, less important text. */
  inkSoft: string;
  ribbon: string;
  /** Opacity of the weakest and of the strongest ribbon. */
  ribbonAlpha: { weak: number; strong: number };
  /** The part of a ribbon that stands for actors in both groups. */
  core: string;
  coreAlpha: number;
  link: string;
  membership: string;
  /** Ring around what is selected. */
  accent: string;
  /** Share of the kind's colour in the fill of a disc. */
  discTint: number;
  hullTint: number;
  pill: string;
  pillBorder: string;
}

export const PICTURE_COLOURS: Record<Theme, PictureColours> = {
  light: {
    background: "#fbfcfd",
    ink: "#17212b",
    inkSoft: "#46535f",
    ribbon: "#5b6b7b",
    ribbonAlpha: { weak: 0.13, strong: 0.4 },
    core: "#2f3f4f",
    coreAlpha: 0.62,
    link: "#a3afba",
    membership: "#c6ced6",
    accent: "#0b6b78",
    discTint: 0.14,
    hullTint: 0.06,
    pill: "#ffffff",
    pillBorder: "#cbd3da",
  },
  dark: {
    background: "#12171d",
    ink: "#eef2f5",
    inkSoft: "#b4bec8",
    ribbon: "#8fa0b1",
    ribbonAlpha: { weak: 0.14, strong: 0.42 },
    core: "#d3dde6",
    coreAlpha: 0.6,
    link: "#566472",
    membership: "#3b4651",
    accent: "#3fc3d0",
    discTint: 0.2,
    hullTint: 0.09,
    pill: "#1c242c",
    pillBorder: "#3a4651",
  },
};
