/** SVG path data as absolute moves, lines and cubic curves: what PDF and PowerPoint can draw. */

export type Segment =
  | { to: "move" | "line"; x: number; y: number }
  | { to: "curve"; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { to: "close" };

/** How many numbers a command takes. */
const NUMBERS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };
const TOKEN = /[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** Last control point of a cubic curve, for a smooth next one. */
  controlX: number;
  controlY: number;
}

/** Fails on a command that it does not know and on missing numbers. */
export function parsePath(d: string): Segment[] {
  const tokens = d.match(TOKEN) ?? [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0 };
  const segments: Segment[] = [];
  let command = "";
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] ?? "";
    if (/[a-z]/i.test(token.charAt(0))) {
      command = token;
      at++;
    }
    const kind = command.toUpperCase();
    const count = NUMBERS[kind];
    const numbers = tokens.slice(at, at + (count ?? 0)).map(Number);
    if (count === undefined || numbers.length < count || numbers.some(Number.isNaN)) {
      throw new Error(
        `path data: expected ${count ?? "a known command"} at “${command}” (got ${d})`,
      );
    }
    at += count;
    segments.push(...step(kind, absolute(kind, numbers, command === kind ? null : pen), pen));
    // Further pairs of numbers after a move are lines.
    if (kind === "M") command = command === "M" ? "L" : "l";
    if (kind === "Z") command = "";
  }
  return segments;
}

function absolute(kind: string, numbers: number[], pen: Pen | null): number[] {
  if (!pen) return numbers;
  if (kind === "H") return numbers.map((number) => number + pen.x);
  if (kind === "V") return numbers.map((number) => number + pen.y);
  if (kind === "A") {
    return numbers.map((number, index) => number + (index === 5 ? pen.x : index === 6 ? pen.y : 0));
  }
  return numbers.map((number, index) => number + (index % 2 === 0 ? pen.x : pen.y));
}

function step(kind: string, numbers: number[], pen: Pen): Segment[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers;
  switch (kind) {
    case "M":
      pen.startX = a;
      pen.startY = b;
      return [goTo(pen, { to: "move", x: a, y: b })];
    case "L":
      return [goTo(pen, { to: "line", x: a, y: b })];
    case "H":
      return [goTo(pen, { to: "line", x: a, y: pen.y })];
    case "V":
      return [goTo(pen, { to: "line", x: pen.x, y: a })];
    case "C":
      return [goTo(pen, { to: "curve", x1: a, y1: b, x2: c, y2: d, x: e, y: f })];
    case "S": {
      const [x1, y1] = [2 * pen.x - pen.controlX, 2 * pen.y - pen.controlY];
      return [goTo(pen, { to: "curve", x1, y1, x2: a, y2: b, x: c, y: d })];
    }
    case "Q":
      return [goTo(pen, cubicOf(pen.x, pen.y, a, b, c, d))];
    case "A":
      return arc(pen, {
        rx: a,
        ry: b,
        turn: c,
        isLarge: d !== 0,
        isClockwise: e !== 0,
        x: f,
        y: g,
      });
    default:
      goTo(pen, { to: "line", x: pen.startX, y: pen.startY });
      return [{ to: "close" }];
  }
}

function goTo<S extends Exclude<Segment, { to: "close" }>>(pen: Pen, segment: S): S {
  pen.x = segment.x;
  pen.y = segment.y;
  pen.controlX = segment.to === "curve" ? segment.x2 : segment.x;
  pen.controlY = segment.to === "curve" ? segment.y2 : segment.y;
  return segment;
}

/** A quadratic curve as a cubic one. */
export function cubicOf(x0: number, y0: number, cx: number, cy: number, x: number, y: number) {
  return {
    to: "curve" as const,
    x1: x0 + ((cx - x0) * 2) / 3,
    y1: y0 + ((cy - y0) * 2) / 3,
    x2: x + ((cx - x) * 2) / 3,
    y2: y + ((cy - y) * 2) / 3,
    x,
    y,
  };
}

interface Arc {
  rx: number;
  ry: number;
  /** Degrees. */
  turn: number;
  isLarge: boolean;
  isClockwise: boolean;
  x: number;
  y: number;
}

/** As the implementation notes of SVG 1.1, F.6, in pieces of a quarter at most. */
function arc(pen: Pen, { turn, isLarge, isClockwise, x, y, ...radii }: Arc): Segment[] {
  if (radii.rx === 0 || radii.ry === 0) return [goTo(pen, { to: "line", x, y })];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [halfX, halfY] = [(pen.x - x) / 2, (pen.y - y) / 2];
  const px = cos * halfX + sin * halfY;
  const py = -sin * halfX + cos * halfY;
  const reach = Math.sqrt(Math.max(1, (px / radii.rx) ** 2 + (py / radii.ry) ** 2));
  const [rx, ry] = [Math.abs(radii.rx) * reach, Math.abs(radii.ry) * reach];
  const rest = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2;
  const size = Math.sqrt(Math.max(0, rest / ((rx * py) ** 2 + (ry * px) ** 2)));
  const side = isLarge === isClockwise ? -size : size;
  const [ux, uy] = [(side * rx * py) / ry, (-side * ry * px) / rx];
  const centreX = cos * ux - sin * uy + (pen.x + x) / 2;
  const centreY = sin * ux + cos * uy + (pen.y + y) / 2;
  const start = Math.atan2((py - uy) / ry, (px - ux) / rx);
  let sweep = Math.atan2((-py - uy) / ry, (-px - ux) / rx) - start;
  if (isClockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!isClockwise && sweep > 0) sweep -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const delta = sweep / pieces;
  const pull = (4 / 3) * Math.tan(delta / 4);
  const place = (u: number, v: number) => ({
    x: centreX + cos * rx * u - sin * ry * v,
    y: centreY + sin * rx * u + cos * ry * v,
  });
  return Array.from({ length: pieces }, (_, index) => {
    const [from, to] = [start + delta * index, start + delta * (index + 1)];
    const one = place(
      Math.cos(from) - pull * Math.sin(from),
      Math.sin(from) + pull * Math.cos(from),
    );
    const two = place(Math.cos(to) + pull * Math.sin(to), Math.sin(to) - pull * Math.cos(to));
    const end = index === pieces - 1 ? { x, y } : place(Math.cos(to), Math.sin(to));
    return goTo(pen, { to: "curve", x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end });
  });
}
