/** The letters of a PDF: Inter in four cuts, fetched only when a file is written and only those that it needs. */
import regular from "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url";
import italic from "@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf?url";
import bold from "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url";
import boldItalic from "@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf?url";
import type { jsPDF } from "jspdf";
import type { LetterStyle } from "./text-flow.ts";

export type Cut = "regular" | "bold" | "italic" | "boldItalic";

/** Fetches the TrueType file of a cut. */
export type FontSource = (cut: Cut) => Promise<ArrayBuffer>;

const ADDRESSES: Record<Cut, string> = { regular, bold, italic, boldItalic };

export const fetchFont: FontSource = async (cut) => {
  const response = await fetch(ADDRESSES[cut]);
  if (!response.ok) {
    throw new Error(`pdf: expected the font ${ADDRESSES[cut]} (got status ${response.status})`);
  }
  return response.arrayBuffer();
};

export function cutOf({ isBold, isItalic }: Pick<LetterStyle, "isBold" | "isItalic">): Cut {
  if (isItalic) return isBold ? "boldItalic" : "italic";
  return isBold ? "bold" : "regular";
}

const FAMILIES: Record<Cut, string> = {
  regular: "Inter",
  bold: "Inter-SemiBold",
  italic: "Inter-Italic",
  boldItalic: "Inter-SemiBoldItalic",
};

export function familyOf(cut: Cut): string {
  return FAMILIES[cut];
}

/** What a cut knows of its letters. */
export interface CutFacts {
  has: (code: number) => boolean;
  /** Of the size. */
  widthOf: (code: number) => number;
}

/** Part of what jsPDF knows of a TrueType font. */
interface TrueType {
  cmap: { unicode: { codeMap: Record<number, number> } };
  characterToGlyph: (code: number) => number;
  widthOfGlyph: (glyph: number) => number;
}

export async function addFonts(
  pdf: jsPDF,
  cuts: readonly Cut[],
  source: FontSource,
): Promise<Map<Cut, CutFacts>> {
  const files = await Promise.all(cuts.map(source));
  const facts = new Map<Cut, CutFacts>();
  for (const [index, cut] of cuts.entries()) {
    const file = files[index];
    if (!file) continue;
    const name = `${familyOf(cut)}.ttf`;
    pdf.addFileToVFS(name, binary(new Uint8Array(file)));
    pdf.addFont(name, familyOf(cut), "normal");
    pdf.setFont(familyOf(cut), "normal");
    facts.set(cut, factsOf(pdf.getFont().metadata as TrueType));
  }
  return facts;
}

function factsOf(font: TrueType): CutFacts {
  const { codeMap } = font.cmap.unicode;
  const widths = new Map<number, number>();
  return {
    has: (code) => (codeMap[code] ?? 0) > 0,
    widthOf: (code) => {
      const known = widths.get(code);
      if (known !== undefined) return known;
      const width = font.widthOfGlyph(font.characterToGlyph(code)) / 1000;
      widths.set(code, width);
      return width;
    },
  };
}

/** jsPDF takes a file as a string with a letter for each byte. */
function binary(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return text;
}
