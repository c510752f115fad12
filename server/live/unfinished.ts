/** Work that goes on in a worker although this question waits no longer. */
import type { Progress } from "../contract/problem.ts";

/** The time for the answer was over, but the work goes on: asked again, the same question joins it. */
export class Unfinished extends Error {
  override name = "Unfinished";
  readonly progress: Progress;
  constructor(message: string, progress: Progress) {
    super(message);
    this.progress = progress;
  }
}
