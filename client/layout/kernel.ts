/**
 * The force layout: ForceAtlas2 for a number of steps that depends on the size only, then a pass that takes discs
 * off each other. Pure and deterministic, so it runs in a worker, in the page and in tests alike.
 */
/// <reference path="./iterate.d.ts" />
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { takeApart } from "./take-apart.ts";

/** Columns; `source` and `target` are rows of the nodes. */
export interface LayoutGraph {
  ids: readonly string[];
  x: readonly number[];
  y: readonly number[];
  /** In units of the plane. */
  r: readonly number[];
  source: readonly number[];
  target: readonly number[];
  weight: readonly number[];
}

/** The same as transferable columns, with who stays where it is. */
export interface LayoutColumns {
  x: Float64Array;
  y: Float64Array;
  r: Float32Array;
  fixed: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  weight: Float32Array;
}

const NODE_COLUMNS = 10;
const EDGE_COLUMNS = 3;
/** Beyond this, forces are approximated by regions. */
const BARNES_HUT_FROM = 900;
/** Mean distance between neighbours after scaling, in radii. */
const PLANE_PER_NODE = 3.1;
const GAP = 5;

export function stepsFor(nodes: number): number {
  return Math.round(Math.min(400, Math.max(100, 150_000 / Math.max(1, nodes))));
}

/**
 * Works in place on `x` and `y`, in portions: after each it yields the share that is done. Nodes that are `fixed`
 * stay to the last digit.
 */
export function* layOut(columns: LayoutColumns, stepsPerPortion = 10): Generator<number, void> {
  const count = columns.x.length;
  const free = columns.fixed.reduce((sum, fixed) => sum + (fixed ? 0 : 1), 0);
  if (free === 0) return;
  const hasFixed = free < count;
  const nodes = nodeMatrix(columns);
  const edges = edgeMatrix(columns);
  // Few new ones beside many that stay need no long way.
  const steps = hasFixed ? Math.ceil(stepsFor(count) / 3) : stepsFor(count);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0.5,
    scalingRatio: hasFixed ? meanRadius(columns) : 10,
    strongGravityMode: false,
    gravity: 1.2,
    slowDown: 1 + Math.log(count + 1),
    barnesHutOptimize: count > BARNES_HUT_FROM,
    barnesHutTheta: 0.6,
  };
  for (let step = 0; step < steps; step++) {
    iterate(settings, nodes, edges);
    if (step % stepsPerPortion === stepsPerPortion - 1) yield (0.9 * step) / steps;
  }
  readBack(columns, nodes);
  if (!hasFixed) scale(columns);
  for (const done of takeApart(columns, GAP)) yield 0.9 + 0.1 * done;
}

function nodeMatrix({ x, y, r, fixed, source, target }: LayoutColumns): Float32Array {
  const matrix = new Float32Array(x.length * NODE_COLUMNS);
  const degree = new Uint32Array(x.length);
  for (const ends of [source, target]) for (const end of ends) degree[end] = (degree[end] ?? 0) + 1;
  for (let row = 0; row < x.length; row++) {
    const at = row * NODE_COLUMNS;
    // Two in one place would have no direction to part in: a step apart, by their number.
    const angle = row * 2.399963;
    matrix[at] = (x[row] ?? 0) + Math.cos(angle) * 0.5;
    matrix[at + 1] = (y[row] ?? 0) + Math.sin(angle) * 0.5;
    matrix[at + 6] = 1 + (degree[row] ?? 0);
    matrix[at + 7] = 1;
    matrix[at + 8] = r[row] ?? 1;
    matrix[at + 9] = fixed[row] ?? 0;
  }
  return matrix;
}

function edgeMatrix({ source, target, weight }: LayoutColumns): Float32Array {
  const matrix = new Float32Array(source.length * EDGE_COLUMNS);
  for (let row = 0; row < source.length; row++) {
    matrix[row * EDGE_COLUMNS] = (source[row] ?? 0) * NODE_COLUMNS;
    matrix[row * EDGE_COLUMNS + 1] = (target[row] ?? 0) * NODE_COLUMNS;
    matrix[row * EDGE_COLUMNS + 2] = weight[row] ?? 1;
  }
  return matrix;
}

function readBack({ x, y, fixed }: LayoutColumns, matrix: Float32Array): void {
  for (let row = 0; row < x.length; row++) {
    if (fixed[row]) continue;
    x[row] = matrix[row * NODE_COLUMNS] ?? 0;
    y[row] = matrix[row * NODE_COLUMNS + 1] ?? 0;
  }
}

/** To a plane that is large enough for the discs, around the origin. */
function scale({ x, y, r }: LayoutColumns): void {
  const count = x.length;
  const middle = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / count;
  const [middleX, middleY] = [middle(x), middle(y)];
  let spread = 0;
  let area = 0;
  for (let row = 0; row < count; row++) {
    spread += ((x[row] ?? 0) - middleX) ** 2 + ((y[row] ?? 0) - middleY) ** 2;
    area += ((r[row] ?? 1) + GAP) ** 2;
  }
  const now = Math.sqrt(spread / count);
  // A uniform disc of radius R has a mean square distance of R²/2 from its middle.
  const wanted = Math.sqrt((area * PLANE_PER_NODE) / 2);
  const factor = now > 0 ? wanted / now : 1;
  for (let row = 0; row < count; row++) {
    x[row] = ((x[row] ?? 0) - middleX) * factor;
    y[row] = ((y[row] ?? 0) - middleY) * factor;
  }
}

function meanRadius({ r }: LayoutColumns): number {
  return r.reduce((sum, radius) => sum + radius, 0) / Math.max(1, r.length);
}
