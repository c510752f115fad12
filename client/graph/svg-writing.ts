/** Names and numbers of the SVG picture, in px of the container. */
import type { DrawLabel, Frame } from "./frame.ts";
import { LINE_HEIGHT } from "./label-layout.ts";
import { anchorOf, HALO_WIDTH_PX, LABEL_WEIGHT, STRONG_WEIGHT } from "./look.ts";
import { PICTURE_COLOURS } from "./palette.ts";
import type { PlacedPill } from "./pill-layout.ts";
import { createElement, KeyedLayer, setAttributes } from "./svg-elements.ts";

export function createWritingLayer(root: SVGElement): { paint(frame: Frame): void } {
  setAttributes(root, { "text-anchor": "middle", "dominant-baseline": "central" });
  const names = createElement("g");
  const numbers = createElement("g");
  root.append(names, numbers);
  const labels = new KeyedLayer(names, makeLabel);
  const pills = new KeyedLayer(numbers, makePill);
  return {
    paint(frame) {
      setAttributes(root, { "font-size": frame.labelSizePx, "font-family": frame.fontFamily });
      labels.keep(frame.labels.map((label) => label.id));
      for (const label of frame.labels) paintLabel(labels.get(label.id), label, frame);
      pills.keep(frame.pills.map((pill) => pill.id));
      for (const pill of frame.pills) paintPill(pills.get(pill.id), pill, frame);
    },
  };
}

const ANCHORS = { left: "start", center: "middle", right: "end" };

interface Label {
  root: SVGElement;
}

function makeLabel(): Label {
  const root = createElement("text");
  setAttributes(root, {
    "paint-order": "stroke",
    "stroke-width": HALO_WIDTH_PX,
    "stroke-linejoin": "round",
  });
  return { root };
}

function paintLabel({ root }: Label, label: DrawLabel, frame: Frame): void {
  const colours = PICTURE_COLOURS[frame.theme];
  const lineHeight = frame.labelSizePx * LINE_HEIGHT;
  const { x, align } = anchorOf(label);
  setAttributes(root, {
    "text-anchor": ANCHORS[align],
    opacity: label.alpha,
    fill: colours.ink,
    stroke: label.place === "inside" ? "none" : colours.background,
    "font-weight": label.strong ? STRONG_WEIGHT : LABEL_WEIGHT,
  });
  while (root.childElementCount > label.lines.length) root.lastElementChild?.remove();
  label.lines.forEach((line, index) => {
    let part = root.children[index];
    if (!part) {
      part = createElement("tspan");
      root.append(part);
    }
    if (part.textContent !== line) part.textContent = line;
    setAttributes(part, {
      x,
      y: label.y + lineHeight * (index + 0.5),
    });
  });
}

interface Pill {
  root: SVGElement;
  box: SVGElement;
  text: SVGElement;
}

function makePill(): Pill {
  const root = createElement("g");
  const box = createElement("rect");
  const text = createElement("text");
  setAttributes(text, { "font-weight": STRONG_WEIGHT });
  root.append(box, text);
  return { root, box, text };
}

function paintPill({ box, text }: Pill, pill: PlacedPill, frame: Frame): void {
  const colours = PICTURE_COLOURS[frame.theme];
  setAttributes(box, {
    x: pill.x,
    y: pill.y,
    width: pill.width,
    height: pill.height,
    rx: pill.height / 2,
    fill: pill.strong ? colours.accent : colours.pill,
    stroke: pill.strong ? colours.accent : colours.pillBorder,
  });
  setAttributes(text, {
    x: pill.x + pill.width / 2,
    y: pill.y + pill.height / 2,
    fill: pill.strong ? colours.background : colours.inkSoft,
  });
  if (text.textContent !== pill.text) text.textContent = pill.text;
}
