/** Each shape of a picture as lines and areas of a PDF. */
import type { GState, jsPDF } from "jspdf";
import type { Box, Curve, Disc, DrawingItem, Icon, Words } from "../drawing/drawing.ts";
import { rgbOf } from "./ink.ts";
import { cubicOf, parsePath, type Segment } from "./path-data.ts";
import { type Letters, MIDDLE } from "./pdf-letters.ts";

const ICON_UNITS = 24;
/** The icons are drawn in lines of 2 units. */
const ICON_LINE = 2;
const BOLD_FROM = 600;
/** Of the halo behind names. */
const HALO_SHARE = 0.25;

/** A PDF with the letters and the transparency that it writes with. */
export interface PdfPen {
  pdf: jsPDF;
  letters: Letters;
  /** 0 to 1, for all that follows. */
  setAlpha: (alpha: number) => void;
}

/** @param makeState the constructor that comes with jsPDF */
export function penOf(pdf: jsPDF, letters: Letters, makeState: typeof GState): PdfPen {
  const states = new Map<number, GState>();
  return {
    pdf,
    letters,
    setAlpha: (alpha) => {
      const state = states.get(alpha) ?? new makeState({ opacity: alpha, "stroke-opacity": alpha });
      states.set(alpha, state);
      pdf.setGState(state);
    },
  };
}

export function drawItem(pen: PdfPen, item: DrawingItem, x: number, y: number): void {
  pen.setAlpha(item.alpha);
  switch (item.shape) {
    case "disc":
      drawDisc(pen, item, x, y);
      break;
    case "curve":
      drawCurve(pen, item, x, y);
      break;
    case "icon":
      drawIcon(pen, item, x, y);
      break;
    case "words":
      drawWords(pen, item, x, y);
      break;
    case "box":
      drawBox(pen, item, x, y);
      break;
  }
}

/** How jsPDF calls it: filled, stroked or both; `null` where there is nothing to see. */
function prepare(
  { pdf }: PdfPen,
  {
    fill,
    stroke,
    strokePx,
    dashPx = [],
  }: Pick<Box, "fill" | "stroke" | "strokePx"> & {
    dashPx?: readonly number[];
  },
): "F" | "S" | "FD" | null {
  const isStroked = stroke !== null && strokePx > 0;
  if (fill !== null) pdf.setFillColor(...rgbOf(fill));
  if (isStroked) {
    pdf.setDrawColor(...rgbOf(stroke));
    pdf.setLineWidth(strokePx);
    pdf.setLineDashPattern([...dashPx], 0);
  }
  if (fill !== null) return isStroked ? "FD" : "F";
  return isStroked ? "S" : null;
}

function drawDisc(pen: PdfPen, disc: Disc, x: number, y: number): void {
  const style = prepare(pen, disc);
  pen.pdf.setLineCap("butt");
  if (style) pen.pdf.circle(disc.x + x, disc.y + y, disc.r, style);
}

function drawBox(pen: PdfPen, box: Box, x: number, y: number): void {
  const style = prepare(pen, box);
  if (!style) return;
  const radius = Math.min(box.radiusPx, box.width / 2, box.height / 2);
  const { pdf } = pen;
  if (radius > 0) {
    pdf.roundedRect(box.x + x, box.y + y, box.width, box.height, radius, radius, style);
  } else pdf.rect(box.x + x, box.y + y, box.width, box.height, style);
}

function drawCurve(pen: PdfPen, curve: Curve, x: number, y: number): void {
  const { x1, y1, cx, cy, x2, y2, cap } = curve;
  prepare(pen, { ...curve, fill: null });
  pen.pdf.setLineCap(cap);
  strokePath(pen.pdf, [{ to: "move", x: x1, y: y1 }, cubicOf(x1, y1, cx, cy, x2, y2)], 1, x, y);
}

function drawIcon(pen: PdfPen, icon: Icon, x: number, y: number): void {
  const unit = icon.sizePx / ICON_UNITS;
  prepare(pen, { fill: null, stroke: icon.stroke, strokePx: ICON_LINE * unit });
  pen.pdf.setLineCap("round");
  pen.pdf.setLineJoin("round");
  strokePath(pen.pdf, parsePath(icon.d), unit, icon.x + x, icon.y + y);
}

function strokePath(
  pdf: jsPDF,
  path: readonly Segment[],
  scale: number,
  x: number,
  y: number,
): void {
  const [right, down] = [
    (value: number) => value * scale + x,
    (value: number) => value * scale + y,
  ];
  for (const segment of path) {
    if (segment.to === "close") pdf.close();
    else if (segment.to === "curve") {
      pdf.curveTo(
        right(segment.x1),
        down(segment.y1),
        right(segment.x2),
        down(segment.y2),
        right(segment.x),
        down(segment.y),
      );
    } else {
      const at = [right(segment.x), down(segment.y)] as const;
      if (segment.to === "move") pdf.moveTo(...at);
      else pdf.lineTo(...at);
    }
  }
  pdf.stroke();
}

function drawWords({ pdf, letters }: PdfPen, words: Words, x: number, y: number): void {
  const { lines, align, sizePx, lineHeight, weight, fill, halo } = words;
  const style = { sizePx, isBold: weight >= BOLD_FROM, isItalic: false };
  const share = { left: 0, center: 0.5, right: 1 }[align];
  pdf.setLineDashPattern([], 0);
  for (const [index, line] of lines.entries()) {
    const left = words.x + x - letters.measure(line, style) * share;
    const baseline = words.y + y + sizePx * (lineHeight * (index + 0.5) + MIDDLE);
    letters.write(line, left, baseline, {
      ...style,
      colour: fill,
      halo: halo === null ? null : { colour: halo, widthPx: sizePx * HALO_SHARE },
    });
  }
}
