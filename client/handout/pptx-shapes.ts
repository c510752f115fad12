/** Each shape of a picture as a shape of PowerPoint that can be moved, coloured and written in. */
import type PptxGenJS from "pptxgenjs";
import type { Box, Curve, Disc, DrawingItem, Icon, Meaning, Words } from "../drawing/drawing.ts";
import { cleanLine } from "./clean-text.ts";
import { type CurvePiece, piecesInside } from "./crop-curve.ts";
import { discInside } from "./crop-disc.ts";
import { cubicOf, parsePath, type Segment } from "./path-data.ts";
import { type LineStyle, markedName } from "./pptx-marks.ts";

export const FONT = "Arial";
const PX_PER_INCH = 96;
const PT_PER_PX = 0.75;
const ICON_UNITS = 24;
/** The icons are drawn in lines of 2 units. */
const ICON_LINE = 2;
const BOLD_FROM = 600;
/** Arial and its likes are a little wider or narrower than the letters that were measured. */
const WIDTH_RESERVE = 1.25;
/** Height of a line of Arial, of its size. */
const ARIAL_LINE = 1.15;
const HALO_PT = 3;
/** Its types forget this one, which its documentation has. */
const FREEFORM = "custGeom" as string as PptxGenJS.SHAPE_NAME;
/** A bend below this is a straight line. */
const STRAIGHT_PX = 0.05;

type Point = Extract<
  NonNullable<PptxGenJS.ShapeProps["points"]>[number],
  { x: unknown } | { close: true }
>;

export interface Offset {
  x: number;
  y: number;
}

/** Where the picture lies; curves end at its borders. */
export interface PictureFrame extends Offset {
  width: number;
  height: number;
}

export function inches(px: number): number {
  return px / PX_PER_INCH;
}

export function points(px: number): number {
  return px * PT_PER_PX;
}

/** PowerPoint writes colours without the hash. */
export function hex(colour: string): string {
  return colour.replace("#", "");
}

export function addItem(slide: PptxGenJS.Slide, item: DrawingItem, frame: PictureFrame): void {
  switch (item.shape) {
    case "disc":
      addDisc(slide, item, frame);
      break;
    case "curve":
      addCurve(slide, item, frame);
      break;
    case "icon":
      addIcon(slide, item, frame);
      break;
    case "words":
      addWords(slide, item, frame);
      break;
    case "box":
      addBox(slide, item, frame);
      break;
  }
}

function nameOf({ of, name }: Meaning, line?: LineStyle): string {
  const text = cleanLine(name ?? "");
  return markedName({ name: text || of, description: text, ...(line && { line }) });
}

function fillOf(fill: string | null, alpha: number): Pick<PptxGenJS.ShapeProps, "fill"> {
  return fill === null ? {} : { fill: { color: hex(fill), transparency: (1 - alpha) * 100 } };
}

function lineOf(
  stroke: string | null,
  strokePx: number,
  alpha: number,
): Pick<PptxGenJS.ShapeProps, "line"> {
  if (stroke === null || strokePx <= 0) return {};
  const width = points(strokePx);
  return { line: { color: hex(stroke), width, transparency: (1 - alpha) * 100 } };
}

function addDisc(slide: PptxGenJS.Slide, disc: Disc, frame: PictureFrame): void {
  const { x, y, r, fill, stroke, strokePx, dashPx, alpha, meaning } = disc;
  const look = {
    ...fillOf(fill, alpha),
    ...lineOf(stroke, strokePx, alpha),
    objectName: nameOf(meaning, { cap: "flat", dash: dashPx.map((part) => part / strokePx) }),
  };
  const corners = discInside(disc, frame);
  if (corners) {
    const path = corners.map(
      (at, index): Segment => ({ to: index === 0 ? "move" : "line", ...at }),
    );
    if (path.length > 0)
      addFreeform(slide, [...path, { to: "close" }], roomOf(corners), frame, look);
    return;
  }
  slide.addShape("ellipse", {
    x: inches(x - r + frame.x),
    y: inches(y - r + frame.y),
    w: inches(2 * r),
    h: inches(2 * r),
    ...look,
  });
}

function roomOf(corners: readonly { x: number; y: number }[]) {
  const [left, right] = span(corners.map(({ x }) => x));
  const [top, bottom] = span(corners.map(({ y }) => y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function addBox(slide: PptxGenJS.Slide, box: Box, offset: Offset): void {
  const { x, y, width, height, radiusPx, fill, stroke, strokePx, alpha, meaning } = box;
  const radius = Math.min(radiusPx, width / 2, height / 2);
  slide.addShape(radius > 0 ? "roundRect" : "rect", {
    x: inches(x + offset.x),
    y: inches(y + offset.y),
    w: inches(width),
    h: inches(height),
    ...(radius > 0 && { rectRadius: inches(radius) }),
    ...fillOf(fill, alpha),
    ...lineOf(stroke, strokePx, alpha),
    objectName: nameOf(meaning),
  });
}

function addCurve(slide: PptxGenJS.Slide, curve: Curve, frame: PictureFrame): void {
  const { stroke, strokePx, dashPx, cap, alpha, meaning } = curve;
  const style: LineStyle = {
    cap: cap === "round" ? "rnd" : "flat",
    dash: dashPx.map((part) => part / strokePx),
  };
  const look = { ...lineOf(stroke, strokePx, alpha), objectName: nameOf(meaning, style) };
  const pieces = piecesInside(curve, frame);
  const [only] = pieces;
  if (!only) return;
  if (pieces.length === 1 && isStraight(only)) {
    addLine(slide, only, frame, look);
    return;
  }
  const path = pieces.flatMap(({ x1, y1, cx, cy, x2, y2 }): Segment[] => [
    { to: "move", x: x1, y: y1 },
    cubicOf(x1, y1, cx, cy, x2, y2),
  ]);
  const [left, right] = span(pieces.flatMap(({ x1, cx, x2 }) => reach(x1, cx, x2)));
  const [top, bottom] = span(pieces.flatMap(({ y1, cy, y2 }) => reach(y1, cy, y2)));
  const room = { x: left, y: top, width: right - left, height: bottom - top };
  addFreeform(slide, path, room, frame, look);
}

function isStraight({ x1, y1, cx, cy, x2, y2 }: CurvePiece): boolean {
  return Math.hypot(cx - (x1 + x2) / 2, cy - (y1 + y2) / 2) < STRAIGHT_PX;
}

function addLine(
  slide: PptxGenJS.Slide,
  { x1, y1, x2, y2 }: CurvePiece,
  offset: Offset,
  look: Pick<PptxGenJS.ShapeProps, "line" | "objectName">,
): void {
  slide.addShape("line", {
    x: inches(Math.min(x1, x2) + offset.x),
    y: inches(Math.min(y1, y2) + offset.y),
    w: inches(Math.abs(x2 - x1)),
    h: inches(Math.abs(y2 - y1)),
    flipH: x2 < x1,
    flipV: y2 < y1,
    ...look,
  });
}

function span(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Least and greatest value of a quadratic curve in one direction. */
function reach(from: number, control: number, to: number): [number, number] {
  const turn = (from - control) / (from - 2 * control + to);
  const values = [from, to];
  if (turn > 0 && turn < 1) {
    values.push((1 - turn) ** 2 * from + 2 * (1 - turn) * turn * control + turn ** 2 * to);
  }
  return span(values);
}

function addIcon(slide: PptxGenJS.Slide, icon: Icon, offset: Offset): void {
  const { d, x, y, sizePx, stroke, alpha, meaning } = icon;
  const unit = sizePx / ICON_UNITS;
  const path = parsePath(d).map((segment) => moved(segment, unit, x, y));
  const room = { x, y, width: sizePx, height: sizePx };
  addFreeform(slide, path, room, offset, {
    ...lineOf(stroke, ICON_LINE * unit, alpha),
    objectName: nameOf(meaning, { cap: "rnd", dash: [] }),
  });
}

function moved(segment: Segment, scale: number, x: number, y: number): Segment {
  if (segment.to === "close") return segment;
  const at = { x: segment.x * scale + x, y: segment.y * scale + y };
  if (segment.to !== "curve") return { ...segment, ...at };
  return {
    to: "curve",
    x1: segment.x1 * scale + x,
    y1: segment.y1 * scale + y,
    x2: segment.x2 * scale + x,
    y2: segment.y2 * scale + y,
    ...at,
  };
}

function addFreeform(
  slide: PptxGenJS.Slide,
  path: readonly Segment[],
  room: { x: number; y: number; width: number; height: number },
  offset: Offset,
  look: Pick<PptxGenJS.ShapeProps, "fill" | "line" | "objectName">,
): void {
  const right = (value: number) => inches(value - room.x);
  const down = (value: number) => inches(value - room.y);
  const all = path.map((segment): Point => {
    if (segment.to === "close") return { close: true };
    const at = { x: right(segment.x), y: down(segment.y) };
    if (segment.to !== "curve") return { ...at, moveTo: segment.to === "move" };
    const [x1, y1] = [right(segment.x1), down(segment.y1)];
    const [x2, y2] = [right(segment.x2), down(segment.y2)];
    return { ...at, curve: { type: "cubic", x1, y1, x2, y2 } };
  });
  slide.addShape(FREEFORM, {
    x: inches(room.x + offset.x),
    y: inches(room.y + offset.y),
    w: inches(room.width),
    h: inches(room.height),
    points: all,
    ...look,
  });
}

/** The box lies around the anchor and the middle of the lines, so another font moves nothing away from its place. */
function addWords(slide: PptxGenJS.Slide, words: Words, offset: Offset): void {
  const { lines, align, sizePx, lineHeight, weight, fill, halo, widthPx, alpha, meaning } = words;
  const width = widthPx * WIDTH_RESERVE + sizePx;
  const share = { left: 0, center: 0.5, right: 1 }[align];
  const texts = lines.map((line) => ({ text: cleanLine(line), options: { breakLine: true } }));
  slide.addText(texts, {
    x: inches(words.x - width * share + offset.x),
    y: inches(words.y + offset.y),
    w: inches(width),
    h: inches(lines.length * sizePx * lineHeight),
    isTextBox: true,
    margin: 0,
    wrap: false,
    align,
    valign: "middle",
    fontFace: FONT,
    fontSize: points(sizePx),
    bold: weight >= BOLD_FROM,
    color: hex(fill),
    transparency: (1 - alpha) * 100,
    ...(lines.length > 1 && { lineSpacingMultiple: lineHeight / ARIAL_LINE }),
    ...(halo !== null && { glow: { size: HALO_PT, color: hex(halo), opacity: alpha } }),
    objectName: nameOf(meaning),
  });
}
