/** Following a store: what changes is seen, by every process, also after the database was away. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  test,
  vi,
} from "vitest";
import type { Live, LiveOptions } from "../../server/live/live.ts";
import { openLive } from "../../server/live/open-live.ts";
import type { Snapshot } from "../../server/snapshot/snapshot.ts";
import { openStore } from "../../server/store/open.ts";
import {
  type Change,
  type Store,
  type StoreLocation,
  StoreUnavailable,
} from "../../server/store/store.ts";
import { recordsFromText } from "../fixtures/graph-text.ts";
import { freePort, type Neo4jServer, startNeo4j } from "../neo4j/server.ts";

const WAIT = { timeout: 60_000, interval: 20 };
/** Several processes' worth of workers start in each test; a busy machine takes its time. */
const LIMIT = { timeout: 180_000 };
const POLL_MS = 50;
const signal = new AbortController().signal;

const SEED = recordsFromText(
  `ada:company(name=Ada_Werke aliases=AW city=München) -MEMBER_OF-> hub1:hub(name=Hub_Eins)
   bob(name=Bob_AG) -MEMBER_OF-> hub2:hub(name=Hub_Zwei); ada -COLLABORATES_WITH-> bob`,
);

function upsert(text: string): Change {
  const { actors, links } = recordsFromText(text);
  // Links of later texts get ids of their own.
  const named = links.map((link) => ({ ...link, id: `${link.source}-${link.target}` }));
  return { by: "test", what: text, upsert: { actors, links: named } };
}

interface Logged {
  level: "info" | "warn";
  data: object;
  text: string;
}

const opened: { store: Store; live: Live }[] = [];

async function follow(
  location: StoreLocation,
  options: Partial<LiveOptions> = {},
): Promise<{ store: Store; live: Live; logged: Logged[] }> {
  const logged: Logged[] = [];
  const log = {
    info: (data: object, text: string) => logged.push({ level: "info", data, text }),
    warn: (data: object, text: string) => logged.push({ level: "warn", data, text }),
  };
  const store = await openStore(location);
  const live = await openLive({ store, location, log, pollMs: POLL_MS, ...options });
  opened.push({ store, live });
  return { store, live, logged };
}

function current(live: Live): Snapshot {
  const snapshot = live.snapshot();
  if (!snapshot) throw new Error("expected a snapshot");
  return snapshot;
}

function ids(snapshot: Snapshot): string[] {
  return Array.from({ length: snapshot.actorCount }, (_, actor) => snapshot.actorId(actor));
}

async function found(live: Live, text: string): Promise<string[]> {
  const snapshot = current(live);
  const hits = await live.search(snapshot, text, signal);
  return hits.map(({ actor }) => snapshot.actorId(actor));
}

afterEach(async () => {
  for (const { store, live } of opened.splice(0)) {
    await live.close();
    await store.close();
  }
});

function describeLive(name: string, isThere: boolean, locate: () => Promise<StoreLocation>): void {
  describe.skipIf(!isThere)(`live on ${name}`, LIMIT, () => {
    let location: StoreLocation;
    beforeEach(async () => {
      location = await locate();
      const store = await openStore(location);
      await store.apply({ by: "test", what: "seed", upsert: SEED });
      await store.close();
    });

    test("serves what is there, and what is changed after a refresh", async () => {
      const { store, live } = await follow(location, { pollMs: 60_000 });
      const before = current(live);
      expect(ids(before)).toEqual(["ada", "bob", "hub1", "hub2"]);
      expect(live.status()).toMatchObject({
        storeReachable: true,
        storeSchemaVersion: 1,
        warnings: [],
      });

      const revisions: number[] = [];
      const end = live.onRevision((revision) => revisions.push(revision));
      const { revision } = await store.apply(upsert("eve(name=Eve_Labs) -MEMBER_OF-> hub1"));
      expect(await live.refresh()).toBe(revision);
      const after = current(live);
      expect(after.revision).toBe(revision);
      expect(revisions).toEqual([revision]);
      expect(ids(after)).toEqual(["ada", "bob", "eve", "hub1", "hub2"]);
      expect(after.actorName(after.findActor("hub1"))).toBe("hub1");
      // The old one is still what it was.
      expect(ids(before)).toEqual(["ada", "bob", "hub1", "hub2"]);

      end();
      await store.apply({ by: "test", what: "remove", remove: { actors: ["ada"] } });
      await live.refresh();
      expect(ids(current(live))).toEqual(["bob", "eve", "hub1", "hub2"]);
      expect(current(live).linkCount).toBe(2);
      expect(revisions).toEqual([revision]);
    });

    test("refreshes that come together share the work and all see their change", async () => {
      const { store, live } = await follow(location, { pollMs: 60_000 });
      const revisions: number[] = [];
      live.onRevision((revision) => revisions.push(revision));
      const seen = await Promise.all(
        ["c1", "c2", "c3", "c4"].map(async (id) => {
          const { revision } = await store.apply(upsert(id));
          return {
            revision,
            visible: await live.refresh(),
            isThere: current(live).findActor(id) >= 0,
          };
        }),
      );
      for (const { revision, visible, isThere } of seen) {
        expect(visible).toBeGreaterThanOrEqual(revision);
        expect(isThere).toBe(true);
      }
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    });

    test("two processes follow each other without being told", async () => {
      const one = await follow(location);
      const two = await follow(location);
      await one.store.apply(upsert("eve"));
      await vi.waitFor(() => expect(ids(current(two.live))).toContain("eve"), WAIT);
      await two.store.apply({ by: "test", what: "remove", remove: { actors: ["eve"] } });
      await vi.waitFor(() => expect(ids(current(one.live))).not.toContain("eve"), WAIT);
    });

    test("the search follows, and answers an older snapshot in its numbers", async () => {
      const { store, live } = await follow(location, { pollMs: 60_000 });
      const before = current(live);
      expect(await found(live, "muenchen")).toEqual(["ada"]);
      expect(await found(live, "aw")).toEqual(["ada"]);
      await store.apply(upsert("aaa(name=Neue_Werke); ada(name=Anders city=Köln)"));
      await live.refresh();
      expect(await found(live, "werke")).toEqual(["aaa"]);
      expect(await found(live, "aw")).toEqual([]);
      expect(await found(live, "koeln")).toEqual(["ada"]);
      const hits = await live.search(before, "anders", signal);
      expect(hits.map(({ actor, match }) => [before.actorId(actor), match.text])).toEqual([
        ["ada", "Anders"],
      ]);
      expect(await live.search(before, "neue", signal)).toEqual([]);
    });

    test("a search that is aborted rejects at once and leaves the others alone", async () => {
      const { live } = await follow(location);
      const gone = AbortSignal.abort(new Error("gone"));
      await expect(live.search(current(live), "ada", gone)).rejects.toThrow("gone");
      const controller = new AbortController();
      const first = live.search(current(live), "ada", controller.signal);
      const second = live.search(current(live), "bob", signal);
      controller.abort(new Error("no longer"));
      await expect(first).rejects.toThrow("no longer");
      expect((await second).map(({ actor }) => current(live).actorId(actor))).toEqual(["bob"]);
    });
  });
}

let folder: string;
let databases = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "querblick-live-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describeLive("SQLite", true, async () => {
  databases += 1;
  return { engine: "sqlite", file: join(folder, `${databases}.db`) };
});

/** A server of its own: it is stopped and started again, and its graph is filled by hand. */
let server: Neo4jServer | undefined;
let neo4jLocation: Extract<StoreLocation, { engine: "neo4j" }>;
let start: () => Promise<Neo4jServer>;
const hasNeo4j = inject("neo4j") !== null;

beforeAll(async () => {
  if (!hasNeo4j) return;
  const dataDir = join(folder, "neo4j");
  const port = await freePort();
  const password = "querblick-live-test";
  start = () => startNeo4j({ dataDir, port, password, heap: "512m" });
  server = await start();
  const { uri, username } = server;
  neo4jLocation = { engine: "neo4j", uri, username, password };
});
afterAll(async () => {
  await server?.stop();
});

async function cypher(statement: string): Promise<void> {
  const { uri, username, password } = neo4jLocation;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await driver.executeQuery(statement);
  } finally {
    await driver.close();
  }
}

describeLive("Neo4j", hasNeo4j, async () => {
  await cypher("MATCH (n) DETACH DELETE n");
  return neo4jLocation;
});

describe.skipIf(!hasNeo4j)("live on a Neo4j that has a life of its own", LIMIT, () => {
  beforeEach(async () => {
    await cypher("MATCH (n) DETACH DELETE n");
  });

  test("a graph filled by plain Cypher is served, and its misfits are listed", async () => {
    await cypher(`
      CREATE (ai:Topic {id: "ai", nameDe: "KI", nameEn: "AI"}),
        (hub:Actor:Hub {id: "hub", name: "Hub", kind: "hub", topics: ["ai", "sea"]}),
        (ada:Actor {id: "ada", name: "Ada", kind: "company", lat: 50, lon: 8.5}),
        (:Actor {name: "Ohne Kennung", kind: "company"}),
        (:Actor {id: "club", name: "Club", kind: "club"}),
        (far:Actor {id: "far", name: "Far", kind: "startup", lat: 123.0, lon: 8}),
        (ada)-[:MEMBER_OF {id: "m1", confidence: "stated", since: "2016-11"}]->(hub),
        (ada)-[:LIKES {id: "x1", confidence: "stated"}]->(far),
        (far)-[:MEMBER_OF {id: "m2", confidence: "sure"}]->(hub),
        (far)-[:FUNDS {id: "f1", confidence: "stated"}]->(far),
        (far)-[:SUPPORTS {confidence: "stated"}]->(hub)`);
    const { live, logged } = await follow(neo4jLocation);
    const snapshot = current(live);
    expect(snapshot.revision).toBe(0);
    expect(ids(snapshot)).toEqual(["ada", "far", "hub"]);
    expect([snapshot.linkCount, snapshot.linkId(0)]).toEqual([1, "m1"]);
    expect([...snapshot.groupsOf(snapshot.findActor("ada"))]).toEqual([0]);
    expect(snapshot.data.actors.lat[snapshot.findActor("ada")]).toBe(50);
    const reasons = snapshot.data.rejected.map(({ id, reason }) => [
      /^[a-z0-9]{2,4}$/.test(id) ? id : "a row",
      reason.split(":")[0],
    ]);
    expect(reasons.sort()).toEqual([
      ["a row", "actor id"],
      ["a row", "link id"],
      ["club", "kind"],
      ["f1", "source, target"],
      ["far", "lat, lon"],
      ["hub", "topics"],
      ["m2", "confidence"],
      ["x1", "type"],
    ]);
    const warned = logged.filter(({ level }) => level === "warn");
    expect(warned).toEqual([
      {
        level: "warn",
        text: "rows of the database do not fit the model and are left out",
        data: { rejected: snapshot.data.rejected, rejectedTotal: 8 },
      },
    ]);
    expect(await found(live, "ki")).toEqual(["hub"]);
  });

  test("what somebody else changes at revision 0 shows when asked for", async () => {
    await cypher(`CREATE (:Actor {id: "ada", name: "Ada", kind: "company"})`);
    const { live } = await follow(neo4jLocation);
    await cypher(`CREATE (:Actor {id: "bob", name: "Bob", kind: "company"})`);
    await live.refresh();
    expect(ids(current(live))).toEqual(["ada", "bob"]);
  });

  test("a database put back to an older state is read again", async () => {
    const { store, live } = await follow(neo4jLocation);
    await store.apply(upsert("ada"));
    await store.apply(upsert("bob"));
    await vi.waitFor(() => expect(ids(current(live))).toEqual(["ada", "bob"]), WAIT);
    await cypher(`MATCH (b:Actor {id: "bob"}) DETACH DELETE b`);
    await cypher(`MATCH (c:Change {revision: 2}) DETACH DELETE c`);
    await cypher(`MATCH (m:Meta) SET m.revision = 1`);
    await vi.waitFor(() => expect(ids(current(live))).toEqual(["ada"]), WAIT);
  });

  test("away and back: the last snapshot serves meanwhile", async () => {
    const { store, live, logged } = await follow(neo4jLocation);
    await store.apply(upsert("ada"));
    await vi.waitFor(() => expect(ids(current(live))).toEqual(["ada"]), WAIT);
    await server?.stop();
    await vi.waitFor(() => expect(live.status().storeReachable).toBe(false), WAIT);
    expect(live.status().warnings).toHaveLength(1);
    expect(ids(current(live))).toEqual(["ada"]);
    expect(await found(live, "ada")).toEqual(["ada"]);
    await expect(live.refresh()).rejects.toBeInstanceOf(StoreUnavailable);

    const late = await follow(neo4jLocation);
    expect(late.live.snapshot()).toBeUndefined();
    expect(late.live.status()).toMatchObject({ storeReachable: false, storeVersion: null });

    server = await start();
    await vi.waitFor(() => expect(live.status().storeReachable).toBe(true), WAIT);
    await store.apply(upsert("bob"));
    await vi.waitFor(() => expect(ids(current(live))).toEqual(["ada", "bob"]), WAIT);
    await vi.waitFor(() => expect(ids(current(late.live))).toEqual(["ada", "bob"]), WAIT);
    expect(live.status().warnings).toEqual([]);
    const texts = logged.map(({ text }) => text).filter((text) => text.startsWith("the database"));
    expect(texts).toEqual([
      "the database answers",
      "the database does not answer; the last snapshot goes on serving",
      "the database answers",
    ]);
  });
});
