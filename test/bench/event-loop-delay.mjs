/**
 * Preloaded into the service (`node --import`): at each SIGUSR2 appends to the file named in EVENT_LOOP_DELAY_FILE
 * for how long the event loop was held up at most since the last one, one JSON object a line, and begins anew.
 */
import { appendFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** The timer itself takes so long; what is longer is delay. */
const RESOLUTION_MS = 5;
const file = process.env.EVENT_LOOP_DELAY_FILE;

if (file) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on("SIGUSR2", () => {
    const maxMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
    appendFileSync(file, `${JSON.stringify({ maxMs })}\n`);
    delay.reset();
  });
}
