/** Times of opportunities: of the model itself on the seed, and asked of the worker on Horizon 2020. */
import type { ReferenceCountRecord } from "../../server/contract/records.ts";
import { GROUP_KINDS, OVERVIEW_KINDS } from "../../server/contract/vocabulary.ts";
import { OpportunityClient } from "../../server/live/opportunity-client.ts";
import type { OpportunityKind } from "../../server/live/opportunity-messages.ts";
import { groupsOfKinds } from "../../server/queries/drawn-groups.ts";
import type {
  ListRequest,
  OpportunityRequests,
} from "../../server/snapshot/opportunity-requests.ts";
import { OpportunitySearch } from "../../server/snapshot/opportunity-search.ts";
import type { Snapshot } from "../../server/snapshot/snapshot.ts";
import { pick, seededRandom, type Timing, timingOf } from "./measure.ts";

const RUNS = 200;
const SEED = 5;
const nothing = () => {};
const forever = new AbortController().signal;

export interface Row extends Timing {
  name: string;
  /** Of all threads, milliseconds a run: what other programs on the machine do not change. */
  cpuMs: number;
}

/** @param run is called with the number of the run */
export async function timed(name: string, runs: number, run: (i: number) => unknown): Promise<Row> {
  const durations: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await run(i);
    durations.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { name, ...timingOf(durations), cpuMs: (user + system) / 1_000 / runs };
}

export function listRequest(groups: readonly number[], limit = 20): ListRequest {
  return { groups, chosen: null, sort: "missing", limit, relatedLimit: limit, hubPenalty: 0 };
}

export async function timeSeed(
  snapshot: Snapshot,
  counts: readonly ReferenceCountRecord[],
): Promise<Row[]> {
  const { groups } = groupsOfKinds(snapshot, OVERVIEW_KINDS);
  let search = new OpportunitySearch(snapshot, counts);
  const first = await timed("expectation of all pairs, first", 1, () =>
    search.model.expectations(groups, nothing),
  );
  const random = seededRandom(SEED);
  return [
    first,
    await timed("expectation of all pairs", 30, () => search.model.expectations(groups, nothing)),
    await timed("model and list", 5, () => {
      search = new OpportunitySearch(snapshot, counts);
      search.list(listRequest(groups), nothing);
    }),
    await timed("list", 20, () => search.list(listRequest(groups), nothing)),
    await timed("one pair", RUNS, () => {
      const [groupA, groupB] = twoOf(groups, random);
      search.pair({ groupA, groupB, hubPenalty: 0 }, nothing);
    }),
  ];
}

export interface WorkerTimes {
  rows: Row[];
  /** Resident memory of the process: with the snapshot alone, and at most while questions were answered. */
  memory: { beforeBytes: number; mostBytes: number };
}

export async function timeWorker(snapshot: Snapshot): Promise<WorkerTimes> {
  const client = new OpportunityClient({ referenceCounts: async () => [] });
  const beforeBytes = process.memoryUsage.rss();
  let mostBytes = beforeBytes;
  const ask = async <K extends OpportunityKind>(kind: K, request: OpportunityRequests[K]) => {
    await client.ask(snapshot, kind, request, forever);
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
  };
  const watch = setInterval(() => {
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
  }, 50);
  const { groups } = groupsOfKinds(snapshot, GROUP_KINDS);
  const random = seededRandom(SEED);
  const actors = [...Array(snapshot.actorCount).keys()].filter(
    (actor) => !snapshot.isProject(actor) && snapshot.groupOf(actor) < 0,
  );
  const rows = [
    await timed("list, cold: model and all", 1, () => ask("list", listRequest(groups))),
    // Another limit is another question.
    await timed("list, model warm", 3, (i) => ask("list", listRequest(groups, 21 + i))),
    await timed("list, asked again", 20, () => ask("list", listRequest(groups))),
    await timed("one pair", RUNS, () => {
      const [groupA, groupB] = twoOf(groups, random);
      return ask("pair", { groupA, groupB, hubPenalty: 0 });
    }),
    await timed("partners of one actor", RUNS, () =>
      ask("partners", { actor: pick(actors, random), scope: "all", limit: 10, hubPenalty: 0 }),
    ),
    await timed("brokers of two groups", RUNS, () => {
      const [a, b] = twoOf(groups, random).map((group) => snapshot.groupActor(group));
      return ask("brokers", { a: a ?? 0, b: b ?? 0, limit: 5, beta: 0, withUmbrellas: false });
    }),
  ];
  clearInterval(watch);
  await client.close();
  return { rows, memory: { beforeBytes, mostBytes } };
}

function twoOf(groups: readonly number[], random: () => number): [number, number] {
  const one = pick(groups, random);
  for (;;) {
    const two = pick(groups, random);
    if (two !== one) return [one, two];
  }
}
