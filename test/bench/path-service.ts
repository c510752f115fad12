/** `/api/paths` of the built service over loopback, and Neo4j's shortest path for the same pairs beside it. */
import type { Driver } from "neo4j-driver";
import { api } from "../../server/contract/api.ts";
import { readSettings } from "../../server/settings.ts";
import { openStore } from "../../server/store/open.ts";
import { CypherPeer } from "./cypher.ts";
import { atEnd, temporaryFolder } from "./endings.ts";
import type { Records } from "./horizon.ts";
import { openHttp } from "./http-client.ts";
import { median, type Timing, timingOf } from "./measure.ts";
import type { CypherResult } from "./result.ts";
import { addressOf } from "./sample.ts";
import { startWatched } from "./watched-service.ts";

export interface ServiceTimes {
  /** First question after the start: the graph of ties is built for it. */
  firstMs: number;
  /** k = 10, body with evidence. */
  paths: Timing;
  fewest: Timing;
  bytes: number;
  /** Longest time for which the event loop was held up meanwhile. */
  eventLoopMaxMs: number;
  cypher: CypherResult | null;
  /** Pairs whose shortest path Neo4j finds as long as we do, of those that it answered. */
  sameLength: number;
  compared: number;
}

const LIMITS = { oneMs: 20_000, allMs: 60_000 };
const STATEMENT = `MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
MATCH path = SHORTEST 1 (a)-[]-{1,12}(b)
RETURN length(path) AS length`;

export async function timeService(
  records: Records,
  pairs: readonly [from: string, to: string][],
  driver: Driver | null,
  say: (line: string) => void,
): Promise<ServiceTimes> {
  const dataDir = await temporaryFolder();
  const { store: location } = readSettings({ DATA_DIR: dataDir });
  const store = await openStore(location);
  await store.apply({ by: "bench", what: "Loads the records of the bench", upsert: records });
  await store.close();
  say("loaded into SQLite");
  const watched = await startWatched(dataDir);
  const http = openHttp(watched.service.address);
  const close = atEnd(async () => http.close());
  const ask = async (from: string, to: string, more: object) => {
    const answer = await http.get(`/api/paths${addressOf({ from, to, ...more })}`);
    if (answer.status !== 200) {
      throw new Error(`/api/paths: expected 200 (got ${answer.status}: ${answer.body()})`);
    }
    const { paths } = api.paths.result.parse(JSON.parse(answer.body().toString("utf8")));
    return { ms: answer.ms, bytes: answer.body().length, paths };
  };
  const [first] = pairs;
  if (!first) throw new Error("bench: expected pairs (got none)");
  const firstMs = (await ask(...first, { k: 10 })).ms;
  await watched.delayMs();
  const peer = driver && new CypherPeer(driver, STATEMENT, LIMITS);
  await peer?.warmUp({ from: first[0], to: first[1] });
  const [tens, fews, sizes]: [number[], number[], number[]] = [[], [], []];
  let [sameLength, compared] = [0, 0];
  for (const [from, to] of pairs) {
    const ten = await ask(from, to, { k: 10 });
    tens.push(ten.ms);
    sizes.push(ten.bytes);
    const few = await ask(from, to, { k: 1, mode: "fewest-hops", maxHops: 10 });
    fews.push(few.ms);
    if (!driver || !peer || peer.isStopped) continue;
    await peer.ask({ from, to }, few.ms);
    const { records: rows } = await driver.executeQuery(STATEMENT, { from, to });
    const length = few.paths[0]?.hops.reduce(
      (sum, { links }) => sum + (links.length > 0 ? 1 : 2),
      0,
    );
    compared += 1;
    if (rows[0]?.get("length") === length) sameLength += 1;
  }
  const eventLoopMaxMs = await watched.delayMs();
  await close();
  await watched.stop();
  say("asked /api/paths");
  return {
    firstMs,
    paths: timingOf(tens),
    fewest: timingOf(fews),
    bytes: median(sizes),
    eventLoopMaxMs,
    cypher: peer?.result("SHORTEST 1, all links", "fewest hops, k = 1") ?? null,
    sameLength,
    compared,
  };
}
