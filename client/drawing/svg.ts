/**
 * A drawing as an SVG file that stands alone: SVG 1.1, nothing fetched, no script, no style sheet, every text a text.
 * Written for programs that know less than a browser: halos are outlines beneath, baselines are reckoned.
 */
import type { Box, Curve, Disc, Drawing, DrawingItem, Icon, Words } from "./drawing.ts";
import { baselineOf, haloWidthPx, ICON_FIELD_UNITS, ICON_STROKE_UNITS } from "./shapes.ts";

export interface SvgWords {
  title: string;
  /** "" for none. */
  description: string;
  language: "de" | "en";
}

const FONTS = "Inter, 'Helvetica Neue', Arial, sans-serif";
const ANCHORS = { left: "start", center: "middle", right: "end" } as const;

export function toSvg(drawing: Drawing, { title, description, language }: SvgWords): string {
  const width = round(drawing.width);
  const height = round(drawing.height);
  const root = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    version: "1.1",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    lang: language,
    "xml:lang": language,
    "font-family": FONTS,
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg${root}>`,
    `<title>${escapeXml(title)}</title>`,
    ...(description === "" ? [] : [`<desc>${escapeXml(description)}</desc>`]),
    tag("rect", { width, height, fill: drawing.background }),
    ...runsOf(drawing.items).map((run) => (run.length > 1 ? runText(run) : itemText(run[0]))),
    "</svg>",
    "",
  ].join("\n");
}

/** For texts and for values in quotes; what XML forbids is left out, white space becomes spaces. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\t\n\r]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/gu, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Words that go on in one line are one text: in whatever font, they stand close together. */
function runsOf(items: readonly DrawingItem[]): [DrawingItem, ...Words[]][] {
  const runs: [DrawingItem, ...Words[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const goesOn = item.shape === "words" && item.follows !== undefined;
    if (goesOn && run?.[0].shape === "words") run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function runText([first, ...rest]: [DrawingItem, ...Words[]]): string {
  if (first.shape !== "words") return itemText(first);
  const parts = [first, ...rest].map((words) => {
    const text = (words.follows ?? "") + escapeXml(words.lines.join(" "));
    return tag("tspan", { "font-weight": weightOf(words) }, text);
  });
  const style = { ...common(first), "font-size": first.sizePx, fill: first.fill };
  // Without `preserve` some programs drop the space between two pieces.
  return tag(
    "text",
    { "xml:space": "preserve", ...style, x: first.x, y: baselineOf(first, 0) },
    parts.join(""),
  );
}

function itemText(item: DrawingItem): string {
  switch (item.shape) {
    case "disc":
      return discText(item);
    case "curve":
      return curveText(item);
    case "icon":
      return iconText(item);
    case "words":
      return wordsText(item);
    case "box":
      return boxText(item);
  }
}

function discText(disc: Disc): string {
  return tag(
    "circle",
    {
      ...common(disc),
      cx: disc.x,
      cy: disc.y,
      r: Math.max(0, disc.r),
      fill: disc.fill ?? "none",
      ...strokeOf(disc),
      ...dashesOf(disc.dashPx),
    },
    nameOf(disc),
  );
}

function curveText(curve: Curve): string {
  const at = [curve.x1, curve.y1, curve.cx, curve.cy, curve.x2, curve.y2].map(round);
  return tag(
    "path",
    {
      ...common(curve),
      d: `M${at.slice(0, 2).join(" ")}Q${at.slice(2).join(" ")}`,
      fill: "none",
      ...strokeOf(curve),
      ...(curve.cap === "butt" ? {} : { "stroke-linecap": curve.cap }),
      ...dashesOf(curve.dashPx),
    },
    nameOf(curve),
  );
}

function iconText(icon: Icon): string {
  const scale = icon.sizePx / ICON_FIELD_UNITS;
  return tag("path", {
    ...common(icon),
    d: icon.d,
    transform: `translate(${round(icon.x)} ${round(icon.y)}) scale(${scale.toFixed(4)})`,
    fill: "none",
    stroke: icon.stroke,
    "stroke-width": ICON_STROKE_UNITS,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

function boxText(box: Box): string {
  return tag(
    "rect",
    {
      ...common(box),
      x: box.x,
      y: box.y,
      width: Math.max(0, box.width),
      height: Math.max(0, box.height),
      ...(box.radiusPx > 0 ? { rx: box.radiusPx } : {}),
      fill: box.fill ?? "none",
      ...strokeOf(box),
    },
    nameOf(box),
  );
}

/** Each line is a text of its own; all outlines lie beneath all letters. */
function wordsText(words: Words): string {
  const style = {
    "font-size": words.sizePx,
    "font-weight": weightOf(words),
    ...(words.align === "left" ? {} : { "text-anchor": ANCHORS[words.align] }),
  };
  const linesOf = () =>
    words.lines.map((line, index) =>
      tag("text", { x: words.x, y: baselineOf(words, index) }, escapeXml(line)),
    );
  const halo =
    words.halo === null
      ? []
      : [
          tag(
            "g",
            {
              "aria-hidden": "true",
              fill: words.halo,
              stroke: words.halo,
              "stroke-width": haloWidthPx(words),
              "stroke-linejoin": "round",
            },
            linesOf().join(""),
          ),
        ];
  return tag(
    "g",
    { ...common(words), ...style, fill: words.fill },
    [...halo, ...linesOf()].join(""),
  );
}

/** Hundreds are all that older programs know; the thinner one, so that measured widths are enough. */
function weightOf({ weight }: Words): number {
  return Math.floor(weight / 100) * 100;
}

type Values = Readonly<Record<string, string | number>>;

function common({ meaning, alpha }: DrawingItem): Values {
  return { class: meaning.of, ...(alpha < 1 ? { opacity: alpha } : {}) };
}

function strokeOf({ stroke, strokePx }: { stroke: string | null; strokePx: number }): Values {
  return stroke === null ? {} : { stroke, "stroke-width": strokePx };
}

function dashesOf(dashPx: readonly number[]): Values {
  return dashPx.length === 0 ? {} : { "stroke-dasharray": dashPx.map(round).join(" ") };
}

/** Says what the shape stands for; on the words themselves it would say it twice. */
function nameOf({ meaning }: DrawingItem): string {
  return meaning.name === undefined ? "" : `<title>${escapeXml(meaning.name)}</title>`;
}

function tag(name: string, values: Values, content = ""): string {
  const start = `<${name}${attributes(values)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

function attributes(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const text = typeof value === "number" ? String(round(value)) : escapeXml(value);
      return ` ${name}="${text}"`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
