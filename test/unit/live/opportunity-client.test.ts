/** Long questions: the same one is worked out once, goes on when nobody waits, and ends when nobody comes back. */
import { afterEach, expect, test } from "vitest";
import { OpportunityClient } from "../../../server/live/opportunity-client.ts";
import { Unfinished } from "../../../server/live/unfinished.ts";
import type { ListRequest } from "../../../server/snapshot/opportunity-requests.ts";
import { OpportunitySearch } from "../../../server/snapshot/opportunity-search.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText } from "../../fixtures/graph-text.ts";
import { Random } from "../../fixtures/random-graph.ts";

const noCounts = { referenceCounts: async () => [] };
const clients: OpportunityClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

function start(patienceMs?: number): OpportunityClient {
  const client = new OpportunityClient(noCounts, patienceMs);
  clients.push(client);
  return client;
}

/** Enough for a list to take some time. */
function graph(seed: number): Snapshot {
  const random = new Random(seed);
  const lines = Array.from({ length: 12 }, (_, hub) => `hub${hub}:hub`);
  for (let actor = 0; actor < 1_200; actor += 1) {
    lines.push(`a${actor}:company -MEMBER_OF-> hub${actor % 12}`);
    for (let i = 0; i < 4; i += 1) {
      const project = Math.floor(500 * random.next() ** 2);
      lines.push(`a${actor} -PARTICIPATES_IN-> p${project}:project(start=2020 programme=H2020)`);
    }
  }
  return graphFromText([...new Set(lines)].join("\n"));
}

function listOf(snapshot: Snapshot): ListRequest {
  const groups = Array.from({ length: snapshot.groupCount }, (_, group) => group);
  return { groups, chosen: null, sort: "missing", limit: 10, relatedLimit: 10, hubPenalty: 0 };
}

const forever = new AbortController().signal;

test("an aborted question goes on, and the next one gets its answer", async () => {
  const snapshot = graph(1);
  const client = start();
  const request = listOf(snapshot);
  const patient = client.ask(snapshot, "list", request, forever);
  const impatient = client.ask(snapshot, "list", { ...request }, AbortSignal.timeout(20));
  await expect(impatient).rejects.toThrow(Unfinished);
  await expect(impatient).rejects.toThrow(/still being worked out \(.+\); ask again/);
  const again = client.ask(snapshot, "list", request, forever);
  expect(await again).toBe(await patient);
  expect(await patient).toEqual(new OpportunitySearch(snapshot, []).list(request, () => {}));
});

test("shorter questions are answered while a list is worked out", async () => {
  const snapshot = graph(2);
  const client = start();
  const order: string[] = [];
  const note = async (name: string, work: Promise<unknown>) => {
    await work;
    order.push(name);
  };
  const pair = { groupA: 0, groupB: 1, hubPenalty: 0 };
  await client.ask(snapshot, "pair", pair, forever);
  await Promise.all([
    note("list", client.ask(snapshot, "list", listOf(snapshot), forever)),
    note("pair", client.ask(snapshot, "pair", { ...pair, groupB: 2 }, forever)),
  ]);
  expect(order).toEqual(["pair", "list"]);
});

test("what nobody waits for ends, and a newer snapshot is not kept waiting", async () => {
  const [older, newer] = [graph(3), graph(4)];
  const client = start(0);
  const abandoned = client.ask(older, "list", listOf(older), AbortSignal.timeout(20));
  await expect(abandoned).rejects.toThrow(Unfinished);
  const answer = await client.ask(newer, "list", listOf(newer), forever);
  expect(answer).toEqual(new OpportunitySearch(newer, []).list(listOf(newer), () => {}));
});

test("a snapshot that is asked about after it was made ready answers the same", async () => {
  const snapshot = graph(5);
  const client = start();
  client.prepare(snapshot);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const answer = await client.ask(snapshot, "list", listOf(snapshot), forever);
  expect(answer).toEqual(new OpportunitySearch(snapshot, []).list(listOf(snapshot), () => {}));
});
