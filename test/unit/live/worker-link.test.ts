/** Questions to a worker are answered in order; errors keep their kind; a dead worker rejects what it owed. */
import { afterEach, expect, test } from "vitest";
import { WorkerDied, WorkerLink } from "../../../server/live/worker-link.ts";
import { StoreUnavailable } from "../../../server/store/store.ts";
import { workerUrl } from "../../../server/worker.ts";

type Link = WorkerLink<{ kind: string }, { echo: string }>;
const links: Link[] = [];

function start(onDeath?: (error: WorkerDied) => void): Link {
  const link: Link = new WorkerLink(workerUrl("dying-worker", import.meta.url), undefined, onDeath);
  links.push(link);
  return link;
}

afterEach(async () => {
  for (const link of links.splice(0)) await link.terminate();
});

test("answers each question, in the order in which they came", async () => {
  const link = start();
  const order: string[] = [];
  const ask = async (kind: string) => {
    order.push((await link.ask({ kind })).echo);
  };
  await Promise.all([ask("a"), ask("b"), ask("c")]);
  expect(order).toEqual(["a", "b", "c"]);
});

test("an error is the question's alone, and a store that is away stays one", async () => {
  const link = start();
  await expect(link.ask({ kind: "away" })).rejects.toEqual(
    new StoreUnavailable("the store is away"),
  );
  await expect(link.ask({ kind: "fail" })).rejects.toThrow("dying-worker: wrong");
  await expect(link.ask({ kind: "a" })).resolves.toEqual({ echo: "a" });
});

test("a worker that ends takes all open questions with it, and says so once", async () => {
  const deaths: WorkerDied[] = [];
  const link = start((error) => deaths.push(error));
  const open = [link.ask({ kind: "die" }), link.ask({ kind: "a" })];
  const results = await Promise.allSettled(open);
  expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
  await expect(link.ask({ kind: "a" })).rejects.toBeInstanceOf(WorkerDied);
  expect(link.isDead).toBe(true);
  expect(deaths.map(({ message }) => message)).toEqual([
    "dying-worker: the worker died: it ended with code 3",
  ]);
});

test("a worker that crashes says why", async () => {
  let died: (error: WorkerDied) => void = () => {};
  const death = new Promise<WorkerDied>((resolve) => {
    died = resolve;
  });
  const link = start((error) => died(error));
  await link.ask({ kind: "crash" }).catch(() => {});
  expect((await death).message).toBe("dying-worker: the worker died: out of luck");
});
