/** Letters that no embedded font has, emoji and CJK above all, as small pictures drawn with the fonts of the system. */

export interface PaintedLetters {
  /** PNG as a data URL. */
  url: string;
  /** All of the size of the letters. */
  width: number;
  height: number;
  /** From the top of the picture to the line that the letters stand on. */
  baseline: number;
}

export type LetterPainter = (
  text: string,
  style: { isBold: boolean; isItalic: boolean; colour: string },
) => PaintedLetters | null;

/** Large enough for a zoom into the page. */
const SIZE_PX = 96;
const ABOVE = 1.05;
const BELOW = 0.35;

/** `null` where there is no canvas. */
export function letterPainter(): LetterPainter | null {
  if (typeof document === "undefined") return null;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return null;
  const known = new Map<string, PaintedLetters>();
  return (text, { isBold, isItalic, colour }) => {
    const font = `${isItalic ? "italic " : ""}${isBold ? 600 : 400} ${SIZE_PX}px system-ui, sans-serif`;
    const key = `${font} ${colour} ${text}`;
    const painted = known.get(key);
    if (painted) return painted;
    context.font = font;
    const width = Math.ceil(context.measureText(text).width);
    if (width === 0) return null;
    canvas.width = width;
    canvas.height = Math.ceil(SIZE_PX * (ABOVE + BELOW));
    // A new size forgets the font.
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, 0, SIZE_PX * ABOVE);
    const letters = {
      url: canvas.toDataURL("image/png"),
      width: width / SIZE_PX,
      height: canvas.height / SIZE_PX,
      baseline: ABOVE,
    };
    known.set(key, letters);
    return letters;
  };
}
