/** How wide a text is, asked of the browser or of whoever knows the font. */

/** Width in px at a size of 12 px; `weight` as in CSS, semi-bold when not given. */
export type MeasureText = (text: string, style?: { weight?: number | undefined }) => number;

const USUAL_WEIGHT = 650;

/** @throws Error when the browser has no 2D canvas. */
export function canvasMeasure(fontFamily: string): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error("Measuring text: expected a 2D canvas from the browser, got none");
  return (text, { weight = USUAL_WEIGHT } = {}) => {
    context.font = `${weight} 12px ${fontFamily}`;
    return context.measureText(text).width;
  };
}

/** The same for one size and weight. */
export function measureAt(
  measure: MeasureText,
  sizePx: number,
  weight?: number,
): (text: string) => number {
  return (text) => (measure(text, { weight }) * sizePx) / 12;
}
