/**
 * Runs the force layout in a worker, or in small portions in the page where there is none. Remembers every place it
 * has found: who stays or comes back keeps it, and only who is new is laid out, around those that stay.
 */
import { type LayoutColumns, type LayoutGraph, layOut } from "./kernel.ts";
import type { LayoutReply, LayoutRequest } from "./messages.ts";
import { spawn } from "./spawn.ts";

export interface Place {
  x: number;
  y: number;
}

export interface LayoutRun {
  signal?: AbortSignal;
  /** Share that is done, 0 to 1. */
  onProgress?(share: number): void;
}

export interface LayoutDriver {
  /**
   * The places of all actors of the graph. Rejects with an `AbortError` when cancelled, by the signal or by the next
   * run.
   */
  run(graph: LayoutGraph, options?: LayoutRun): Promise<ReadonlyMap<string, Place>>;
  /** Places found so far, for a first picture before a run is done. */
  places(): ReadonlyMap<string, Place>;
  /** Forget all places: the next run starts afresh. */
  reset(): void;
  dispose(): void;
}

/** One portion in the page takes less than this, so that it goes on reacting. */
const PORTION_MS = 12;

/** `createWorker` is for tests; `null`: in the page. */
export function createLayoutDriver(
  createWorker: (() => Worker | null) | null = spawn,
): LayoutDriver {
  const known = new Map<string, Place>();
  let current: AbortController | null = null;
  return {
    async run(graph, options = {}) {
      current?.abort(cancelled());
      const own = new AbortController();
      current = own;
      const signal = options.signal ? AbortSignal.any([options.signal, own.signal]) : own.signal;
      signal.throwIfAborted();
      const columns = columnsOf(graph, known);
      if (columns.fixed.some((fixed) => fixed === 0)) {
        const worker = createWorker?.() ?? null;
        const onProgress = options.onProgress ?? (() => {});
        const done = worker
          ? await inWorker(worker, columns, signal, onProgress)
          : await inPage(columns, signal, onProgress);
        graph.ids.forEach((id, row) => {
          known.set(id, { x: done.x[row] ?? 0, y: done.y[row] ?? 0 });
        });
      }
      return new Map(graph.ids.map((id) => [id, known.get(id) ?? { x: 0, y: 0 }]));
    },
    places: () => known,
    reset: () => known.clear(),
    dispose: () => current?.abort(cancelled()),
  };
}

function cancelled(): DOMException {
  return new DOMException("The layout was cancelled", "AbortError");
}

/** Who is new among known ones starts amid its neighbours, else where the graph has it. */
export function columnsOf(graph: LayoutGraph, known: ReadonlyMap<string, Place>): LayoutColumns {
  const count = graph.ids.length;
  const columns: LayoutColumns = {
    x: Float64Array.from(graph.x),
    y: Float64Array.from(graph.y),
    r: Float32Array.from(graph.r),
    fixed: new Uint8Array(count),
    source: Uint32Array.from(graph.source),
    target: Uint32Array.from(graph.target),
    weight: Float32Array.from(graph.weight),
  };
  graph.ids.forEach((id, row) => {
    const place = known.get(id);
    if (!place) return;
    columns.x[row] = place.x;
    columns.y[row] = place.y;
    columns.fixed[row] = 1;
  });
  if (columns.fixed.every((fixed) => fixed === 0)) return columns;
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, count: 0 }));
  const add = (row: number, other: number) => {
    const sum = sums[row];
    if (!sum || !columns.fixed[other]) return;
    sum.x += columns.x[other] ?? 0;
    sum.y += columns.y[other] ?? 0;
    sum.count++;
  };
  columns.source.forEach((source, link) => {
    const target = columns.target[link] ?? 0;
    add(source, target);
    add(target, source);
  });
  sums.forEach((sum, row) => {
    if (columns.fixed[row] || sum.count === 0) return;
    columns.x[row] = sum.x / sum.count;
    columns.y[row] = sum.y / sum.count;
  });
  return columns;
}

function inWorker(
  worker: Worker,
  columns: LayoutColumns,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Pick<LayoutColumns, "x" | "y">> {
  return new Promise<Pick<LayoutColumns, "x" | "y">>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("error", (event) => {
      reject(new Error(`Layout worker: expected places, got an error: ${event.message}`));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<LayoutReply>) => {
      if (data.type === "progress") onProgress(data.share);
      else resolve(data);
    });
    const request: LayoutRequest = { columns };
    worker.postMessage(request, [columns.x.buffer, columns.y.buffer]);
  }).finally(() => worker.terminate());
}

async function inPage(
  columns: LayoutColumns,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Pick<LayoutColumns, "x" | "y">> {
  let startedMs = performance.now();
  for (const share of layOut(columns, 1)) {
    if (performance.now() - startedMs < PORTION_MS) continue;
    onProgress(share);
    await new Promise((resume) => setTimeout(resume, 0));
    signal.throwIfAborted();
    startedMs = performance.now();
  }
  return columns;
}
