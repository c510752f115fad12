/** The legend of a picture as shapes: the same entries as on the page, in the colours of the picture. */
import type { ActorKind } from "../../server/contract/vocabulary.ts";
import { mix } from "../graph/colour.ts";
import {
  KIND_MARKS,
  kindColour,
  PICTURE_COLOURS,
  type PictureColours,
  type Theme,
} from "../graph/palette.ts";
import {
  type LegendMark,
  type LegendOptions,
  type LegendWords,
  legendOf,
} from "../graph-ui/legend-entries.ts";
import { LEGEND_BOX, type LegendEntry } from "../handout/sheet.ts";
import type { Curve, Disc, DrawingItem, Icon } from "./drawing.ts";

const MIDDLE = { x: LEGEND_BOX.width / 2, y: LEGEND_BOX.height / 2 } as const;
const FADED_ALPHA = 0.3;

export function legendEntries(
  scene: Parameters<typeof legendOf>[0],
  { theme, ...options }: LegendOptions & { theme: Theme },
  t: LegendWords,
): LegendEntry[] {
  const colours = PICTURE_COLOURS[theme];
  return legendOf(scene, options, t).map((item) => ({
    text: item.text,
    shapes: item.mark === "kind" ? kindShapes(item.kind, theme) : markShapes(item.mark, colours),
  }));
}

function kindShapes(kind: ActorKind, theme: Theme): DrawingItem[] {
  const { background } = PICTURE_COLOURS[theme];
  const colour = kindColour(kind, theme);
  const sizePx = 10.8;
  const icon: Icon = {
    shape: "icon",
    meaning: { of: "legend" },
    alpha: 1,
    d: KIND_MARKS[kind].path,
    x: MIDDLE.x - sizePx / 2,
    y: MIDDLE.y - sizePx / 2,
    sizePx,
    stroke: colour,
  };
  return [disc(MIDDLE.x, 9, { fill: mix(background, colour, 0.14) }), icon];
}

function markShapes(mark: LegendMark, colours: PictureColours): DrawingItem[] {
  const { ribbon, core, ink, accent } = colours;
  const pale = mix(colours.background, ribbon, 0.45);
  const group = { fill: mix(colours.background, ribbon, 0.16), stroke: ribbon };
  switch (mark) {
    case "size":
      return [disc(7, 3.5, group), disc(19, 7, group)];
    case "ribbon":
      return [line(pale, 7)];
    case "bridges":
      return [line(pale, 8), { ...line(core, 3, [0.01, 5.5]), cap: "round", x1: 3, x2: 26 }];
    case "suggested":
      return [line(accent, 2.4, [7, 4])];
    case "broker":
      return [
        disc(8, 4, { fill: ribbon }),
        disc(8, 7, { stroke: ink, strokePx: 1.8 }),
        { ...line(ribbon, 2.2, [0.01, 4.5]), cap: "round", x1: 18 },
      ];
    case "both":
      return [line(ribbon, 1.6)];
    case "link":
      return [line(colours.link, 2)];
    case "strong":
      return [line(accent, 3.2)];
    case "membership":
      return [line(colours.membership, 2)];
    case "faded":
      return [{ ...disc(MIDDLE.x, 6.5, group), alpha: FADED_ALPHA }];
  }
}

function disc(
  x: number,
  r: number,
  look: Partial<Pick<Disc, "fill" | "stroke" | "strokePx">>,
): Disc {
  return {
    shape: "disc",
    meaning: { of: "legend" },
    alpha: 1,
    x,
    y: MIDDLE.y,
    r,
    fill: null,
    stroke: null,
    strokePx: 1,
    dashPx: [],
    ...look,
  };
}

function line(stroke: string, strokePx: number, dashPx: readonly number[] = []): Curve {
  const { y } = MIDDLE;
  return {
    shape: "curve",
    meaning: { of: "legend" },
    alpha: 1,
    ...{ x1: 1, y1: y, cx: MIDDLE.x, cy: y, x2: LEGEND_BOX.width - 1, y2: y },
    stroke,
    strokePx,
    dashPx,
    cap: "butt",
  };
}
