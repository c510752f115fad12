/** What the page and the layout's worker say to each other; buffers are transferred, not copied. */
import type { LayoutColumns } from "./kernel.ts";

/** From the page. There is one layout a worker: to cancel it is to end the worker. */
export interface LayoutRequest {
  columns: LayoutColumns;
}

/** From the worker. */
export type LayoutReply =
  | { type: "progress"; share: number }
  | { type: "done"; x: Float64Array; y: Float64Array };
