/** A drawing as PNG, painted by the browser in the page's own font. */
import type { Drawing, DrawingItem, Words } from "./drawing.ts";
import { baselineOf, haloWidthPx, ICON_FIELD_UNITS, ICON_STROKE_UNITS } from "./shapes.ts";

/** What browsers can paint: beyond these a canvas stays empty without an error. */
const MOST_SIDE_PX = 16_384;
const MOST_PIXELS = 100_000_000;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * `scale`: pixels of the file for each px of the drawing.
 *
 * @throws RangeError when the file would be too large; Error when the browser cannot paint or write it.
 */
export async function toPng(drawing: Drawing, scale: number): Promise<Blob> {
  const { width, height } = pngSize(drawing, scale);
  const { fontFamily } = getComputedStyle(document.body);
  await loadFonts(drawing, fontFamily);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("PNG: expected a 2D canvas from the browser, got none");
  context.scale(width / drawing.width, height / drawing.height);
  paintDrawing(context, drawing, fontFamily);
  return canvas.convertToBlob({ type: "image/png" });
}

/** @throws RangeError when it is no size, or more than a browser can paint. */
export function pngSize(
  drawing: Pick<Drawing, "width" | "height">,
  scale: number,
): { width: number; height: number } {
  const width = Math.round(drawing.width * scale);
  const height = Math.round(drawing.height * scale);
  const isSize = width >= 1 && height >= 1;
  if (!isSize || Math.max(width, height) > MOST_SIDE_PX || width * height > MOST_PIXELS) {
    throw new RangeError(
      "PNG: expected 1 to 16,384 px a side and at most 100 megapixels, " +
        `got ${width.toLocaleString("en")} × ${height.toLocaleString("en")} px`,
    );
  }
  return { width, height };
}

/** In the units of the drawing: the caller scales the context. */
export function paintDrawing(context: Context, drawing: Drawing, fontFamily: string): void {
  context.globalAlpha = 1;
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const item of drawing.items) {
    context.globalAlpha = item.alpha;
    context.setLineDash([]);
    context.lineCap = "butt";
    context.lineJoin = "miter";
    paintItem(context, item, fontFamily);
  }
}

/** A canvas does not wait for fonts that no text of the page uses. */
async function loadFonts({ items }: Drawing, fontFamily: string): Promise<void> {
  const weights = new Set(items.flatMap((item) => (item.shape === "words" ? [item.weight] : [])));
  await Promise.all(
    [...weights].map((weight) => document.fonts.load(`${weight} 12px ${fontFamily}`)),
  );
}

function paintItem(context: Context, item: DrawingItem, fontFamily: string): void {
  context.beginPath();
  switch (item.shape) {
    case "disc":
      context.arc(item.x, item.y, Math.max(0, item.r), 0, Math.PI * 2);
      context.setLineDash([...item.dashPx]);
      fillAndStroke(context, item);
      return;
    case "box":
      context.roundRect(item.x, item.y, item.width, item.height, item.radiusPx);
      fillAndStroke(context, item);
      return;
    case "curve":
      context.moveTo(item.x1, item.y1);
      context.quadraticCurveTo(item.cx, item.cy, item.x2, item.y2);
      context.setLineDash([...item.dashPx]);
      context.lineCap = item.cap;
      fillAndStroke(context, { ...item, fill: null });
      return;
    case "icon":
      context.save();
      context.translate(item.x, item.y);
      context.scale(item.sizePx / ICON_FIELD_UNITS, item.sizePx / ICON_FIELD_UNITS);
      context.strokeStyle = item.stroke;
      context.lineWidth = ICON_STROKE_UNITS;
      context.lineCap = "round";
      context.lineJoin = "round";
      context.stroke(new Path2D(item.d));
      context.restore();
      return;
    case "words":
      paintWords(context, item, fontFamily);
  }
}

function fillAndStroke(
  context: Context,
  look: { fill: string | null; stroke: string | null; strokePx: number },
): void {
  if (look.fill !== null) {
    context.fillStyle = look.fill;
    context.fill();
  }
  if (look.stroke === null || look.strokePx === 0) return;
  context.strokeStyle = look.stroke;
  context.lineWidth = look.strokePx;
  context.stroke();
}

/** All outlines beneath all letters. */
function paintWords(context: Context, words: Words, fontFamily: string): void {
  context.font = `${words.weight} ${words.sizePx}px ${fontFamily}`;
  context.textAlign = words.align;
  context.textBaseline = "alphabetic";
  if (words.halo !== null) {
    context.strokeStyle = words.halo;
    context.lineWidth = haloWidthPx(words);
    context.lineJoin = "round";
    for (const [index, line] of words.lines.entries()) {
      context.strokeText(line, words.x, baselineOf(words, index));
    }
  }
  context.fillStyle = words.fill;
  for (const [index, line] of words.lines.entries()) {
    context.fillText(line, words.x, baselineOf(words, index));
  }
}
