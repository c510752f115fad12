/**
 * What pptxgenjs has no option for travels in the name of a shape and is put in its place when the package is written:
 * alternative text, ends of lines, dashes of any length.
 */

/** Shows a unit separator; nobody types it. */
const MARK = "\u241f";

export interface LineStyle {
  cap: "flat" | "rnd";
  /** Lengths on and off, of the width; empty = solid. */
  dash: readonly number[];
}

export interface ShapeMarks {
  name: string;
  /** "" where the name says nothing more. */
  description: string;
  line?: LineStyle;
}

export function markedName({ name, description, line }: ShapeMarks): string {
  const parts = [name, description].map((text) => text.replaceAll(MARK, " "));
  return [...parts, line?.cap ?? "", line?.dash.join(" ") ?? ""].join(MARK);
}

/** `null` for a name without marks. */
export function readMarks(marked: string): ShapeMarks | null {
  const [name, description, cap, dash] = marked.split(MARK);
  if (name === undefined || description === undefined) return null;
  if (cap !== "flat" && cap !== "rnd") return { name, description };
  const lengths = dash ? dash.split(" ").map(Number) : [];
  return { name, description, line: { cap, dash: lengths } };
}
