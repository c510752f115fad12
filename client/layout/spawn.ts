/** Where the layout runs: in a worker of its own. A page that is one file has `client/offline/no-worker.ts` instead. */
export function spawn(): Worker | null {
  if (typeof Worker === "undefined") return null;
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
