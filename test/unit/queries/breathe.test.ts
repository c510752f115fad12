import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Takes a breath as a service does, or as a browser, which has no `setImmediate`. */
const takers = [
  { name: "in the service", prepare: () => {} },
  { name: "in a browser", prepare: () => vi.stubGlobal("setImmediate", undefined) },
];

it.each(takers)("lets everything in that waits already, $name", async ({ prepare }) => {
  const order: string[] = [];
  prepare();
  const { breathe } = await import("../../../server/queries/breathe.ts");
  const { signal } = new AbortController();
  await Promise.all([
    breathe(signal).then(() => order.push("first breath")),
    breathe(signal).then(() => order.push("second breath")),
    Promise.resolve().then(() => order.push("what waits")),
  ]);
  expect(order).toEqual(["what waits", "first breath", "second breath"]);
});

it.each(takers)("ends when nobody waits any more, $name", async ({ prepare }) => {
  prepare();
  const { breathe } = await import("../../../server/queries/breathe.ts");
  const gone = new AbortController();
  const breath = breathe(gone.signal);
  gone.abort();
  await expect(breath).rejects.toMatchObject({ name: "AbortError" });
});
