/** The layout's worker: takes columns, reports progress, gives the places back. */
import { layOut } from "./kernel.ts";
import type { LayoutReply, LayoutRequest } from "./messages.ts";

const STEPS_PER_MESSAGE = 20;

self.addEventListener("message", (event: MessageEvent<LayoutRequest>) => {
  const { columns } = event.data;
  const reply = (message: LayoutReply, transfer: Transferable[] = []) =>
    self.postMessage(message, { transfer });
  for (const share of layOut(columns, STEPS_PER_MESSAGE)) reply({ type: "progress", share });
  reply({ type: "done", x: columns.x, y: columns.y }, [columns.x.buffer, columns.y.buffer]);
});
