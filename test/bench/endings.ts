/** What has to be ended when the bench ends, also when it is interrupted: children, connections, folders. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

type Ending = () => Promise<unknown>;
const endings = new Set<Ending>();
let isInterrupted = false;

/** Runs `ending` at the end of the bench unless the returned function ran it before; never twice. */
export function atEnd(ending: Ending): () => Promise<void> {
  endings.add(ending);
  return async () => {
    if (endings.delete(ending)) await ending();
  };
}

/** The last that was begun is ended first; one that fails does not keep the others. */
export async function endAll(): Promise<void> {
  // After a signal the rest of the bench fails over what has been ended; the signal's own call ends everything.
  if (isInterrupted) await new Promise<never>(() => {});
  await runEndings();
}

async function runEndings(): Promise<void> {
  for (let last = [...endings].at(-1); last !== undefined; last = [...endings].at(-1)) {
    endings.delete(last);
    try {
      await last();
    } catch (error) {
      console.error(error);
    }
  }
}

export function endOnSignals(): void {
  for (const [name, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(name, () => {
      console.error(`${name}: ending what was started …`);
      isInterrupted = true;
      void runEndings().then(() => process.exit(code));
    });
  }
}

/** A folder for one measurement, removed at the end. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "querblick-bench-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
