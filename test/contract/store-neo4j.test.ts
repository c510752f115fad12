/** The store on the real Neo4j: the common suite, foreign graphs, and a server that goes away. It has a server of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { ACTOR_KINDS, LINK_TYPES } from "../../server/contract/vocabulary.ts";
import { kindLabel } from "../../server/store/neo4j-values.ts";
import { openStore } from "../../server/store/open.ts";
import { statement, statementNames } from "../../server/store/statements.ts";
import { type Store, StoreError, StoreUnavailable } from "../../server/store/store.ts";
import { actor, change, judgement, link, readColumns, SMALL } from "../fixtures/store-records.ts";
import { freePort, type Neo4jServer, startNeo4j } from "../neo4j/server.ts";
import { describeStore, type TestDatabase } from "./store-suite.ts";

const AWAY_LIMIT_MS = 5_000;
/** Stopping and starting a server on a busy machine. */
const RESTART_LIMIT_MS = 180_000;

describe("cypher", () => {
  it("finds and indexes the ids of every link type", () => {
    const found = [...statement("read/links").matchAll(/-\[r:([A-Z_]+) \{id:/g)];
    expect(found.map(([, type]) => type)).toEqual(LINK_TYPES);
    const indexed = statementNames("schema").flatMap(
      (name) => /-\[r:([A-Z_]+)\]-/.exec(statement(name))?.[1] ?? [],
    );
    expect(indexed.toSorted()).toEqual(LINK_TYPES.toSorted());
  });

  it("spells the labels of kinds in PascalCase", () => {
    expect(ACTOR_KINDS.map(kindLabel)).toEqual([
      "Hub",
      "Cluster",
      "HouseOf",
      "Consortium",
      "Initiative",
      "Accelerator",
      "CompetenceCentre",
      "Company",
      "Startup",
      "University",
      "ResearchInstitute",
      "Investor",
      "PublicBody",
      "Association",
      "Project",
    ]);
  });
});

describe.skipIf(inject("neo4j") === null)("Neo4j", () => {
  let dataDir: string;
  let server: Neo4jServer;
  let driver: Driver;
  let start: () => Promise<Neo4jServer>;

  const run = async (cypher: string, parameters = {}) => {
    // A session of its own: CALL … IN TRANSACTIONS does not run inside another transaction.
    const session = driver.session();
    try {
      const { records } = await session.run(cypher, parameters);
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  const empty = () =>
    run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS FINISH");
  const location = () => {
    const { uri, username, password } = server;
    return { engine: "neo4j" as const, uri, username, password };
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "querblick-store-neo4j-"));
    const port = await freePort();
    const password = "store-contract";
    start = () => startNeo4j({ dataDir, port, password, heap: "1g" });
    server = await start();
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, password), {
      disableLosslessIntegers: true,
    });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  beforeEach(empty);

  describeStore("Neo4j", async (): Promise<TestDatabase> => {
    return {
      location: location(),
      fillJournal: async (last) => {
        await run(
          `UNWIND range(1, $last) AS revision
           CREATE (:Change {revision: revision, at: "2026-01-01T00:00:00Z", by: "b", what: "w"})`,
          { last: neo4j.int(last) },
        );
      },
      setSchemaVersion: async (version) => {
        await run(`MERGE (m:Meta {id: "meta"}) SET m.revision = 0, m.schemaVersion = $version`, {
          version: neo4j.int(version),
        });
      },
      fillForeign: async () => {
        await run(
          `CREATE (a:Actor:Hub:Mine {id: "sound", name: "Sound", kind: "hub"})
           CREATE (b:Actor {id: "Odd Id", kind: "spaceship"})
           CREATE (a)-[:LIKES {id: "x"}]->(b)`,
        );
      },
      dispose: async () => {},
    };
  });

  describe("in the database", () => {
    let store: Store;
    beforeEach(async () => {
      store = await openStore(location());
      return () => store.close();
    });

    it("has constraints and indexes, all of them online", async () => {
      const indexes = await run(
        "SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name",
      );
      expect(indexes).toEqual([]);
      const names = (await run("SHOW INDEXES YIELD name RETURN name")).map(({ name }) => name);
      const expected = statementNames("schema").map(
        (name) => /(?:INDEX|CONSTRAINT) (\w+)/.exec(statement(name))?.[1],
      );
      expect(names).toEqual(expect.arrayContaining(expected));
    });

    it("writes the graph model: labels, types, whole numbers, absent properties", async () => {
      await store.apply(change(SMALL));
      expect(
        await run(
          `MATCH (a:Actor:Project {id: "full-actor"})-[r:PARTICIPATES_IN]->(b:Actor:Hub)
           RETURN labels(a) AS a, labels(b) AS b, properties(r) AS r, b.city IS NULL AS absent,
             a.participants IS :: INTEGER NOT NULL AS whole, a.sourceIds AS sourceIds`,
        ),
      ).toEqual([
        {
          a: ["Actor", "Project"],
          b: ["Actor", "Hub"],
          r: {
            id: "full-link",
            since: "2017",
            until: "2019-04-01",
            noteDe: "Anmerkung",
            noteEn: "Note",
            role: "coordinator",
            sourceIds: ["s1"],
            confidence: "public_record",
          },
          absent: true,
          whole: true,
          sourceIds: ["s2", "s1"],
        },
      ]);
      expect(await run("MATCH (m:Meta) RETURN properties(m) AS m")).toEqual([
        { m: { id: "meta", revision: 1, schemaVersion: 1 } },
      ]);
    });

    it("keeps judgements as nodes of their own, also in a graph from before them", async () => {
      await store.apply(change(SMALL));
      await store.close();
      await run("DROP CONSTRAINT judgement_key");
      store = await openStore(location());
      await store.judge(judgement("a", "b", { note: "n" }), null);
      expect(
        await run("MATCH (n:Judgement) RETURN labels(n) AS labels, properties(n) AS n"),
      ).toEqual([
        {
          labels: ["Judgement"],
          n: {
            a: "a",
            b: "b",
            verdict: "accepted",
            note: "n",
            changedAt: "2026-01-01T00:00:00.000Z",
          },
        },
      ]);
      await expect(run(`CREATE (:Judgement {a: "a", b: "b"})`)).rejects.toThrow(/already exists/);
      await run(`CREATE (:Judgement {a: "x", verdict: "perhaps", changedAt: datetime()})`);
      expect(await store.judgements()).toHaveLength(1);
      expect((await readColumns(store)).actors).toHaveLength(SMALL.actors?.length ?? 0);
    });

    it("keeps what somebody else added to what it changes", async () => {
      await store.apply(change(SMALL));
      await run(
        `MATCH (a:Actor {id: "full-actor"})-[r {id: "full-link"}]->()
         SET a:Favourite, a.stars = 5, r.stars = 4`,
      );
      const turned = link("full-link", "hub", "full-actor", { type: "FUNDS" });
      const changed = actor("full-actor", { kind: "cluster" });
      await store.apply(change({ actors: [changed], links: [turned] }));
      expect(
        await run(
          `MATCH (a:Actor {id: "full-actor"})<-[r]-()
           RETURN labels(a) AS labels, a.stars AS a, type(r) AS type, r.stars AS r`,
        ),
      ).toEqual([{ labels: ["Actor", "Favourite", "Cluster"], a: 5, type: "FUNDS", r: 4 }]);
    });

    it("loads a graph without ids, with other types and several of one id, and writes nothing to it", async () => {
      await store.close();
      await run("DROP CONSTRAINT actor_id");
      await run(
        `CREATE (a:Actor {id: "a", name: 7, aliases: "one", founded: date("2017-05-01"), lat: "x"})
         CREATE (b:Actor {id: "a", name: "B", kind: "hub"})
         CREATE (c:Actor)
         CREATE (:Person)-[:KNOWS]->(a)
         CREATE (a)-[:MEMBER_OF {since: 2016}]->(b)
         CREATE (b)-[:FUNDS {id: 12}]->(c)`,
      );
      store = await openStore(location());
      const columns = await readColumns(store);
      expect(columns.revision).toBe(0);
      expect(columns.actors).toHaveLength(3);
      expect(columns.actors).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            id: "a",
            name: 7,
            aliases: "one",
            founded: "2017-05-01",
            lat: "x",
          }),
          expect.objectContaining({ id: "a", name: "B", aliases: null }),
          expect.objectContaining({ id: null, name: null }),
        ]),
      );
      expect(columns.links).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            id: null,
            type: "MEMBER_OF",
            source: "a",
            target: "a",
            since: 2016,
          }),
          expect.objectContaining({ id: 12, type: "FUNDS", source: "a", target: null }),
        ]),
      );
      for await (const batch of store.loadColumns()) {
        if (batch.table === "links") for (const row of batch.row) expect(row).toMatch(/^\d+:/);
      }
      expect(await store.apply(change({}, { actors: ["nobody"] }))).toEqual({
        revision: 0,
        changed: 0,
      });
      expect(await run("MATCH (m:Meta) RETURN m")).toEqual([]);
    });

    it("says that the password is wrong", async () => {
      const error = await openStore({ ...location(), password: "not-this-one" }).catch((e) => e);
      expect(error).toBeInstanceOf(StoreError);
      expect(error).not.toBeInstanceOf(StoreUnavailable);
      expect(error.message).toMatch(/unauthorized/i);
    });
  });

  describe("away", () => {
    let store: Store;
    beforeEach(async () => {
      store = await openStore(location());
      await store.apply(change(SMALL));
      return () => store.close();
    });

    const expectAway = async (call: Promise<unknown>) => {
      const started = performance.now();
      await expect(call).rejects.toThrow(StoreUnavailable);
      expect(performance.now() - started).toBeLessThan(AWAY_LIMIT_MS);
    };
    /** Every operation at once, as visitors do it. */
    const everything = () => [
      store.info(),
      store.revision(),
      store.actors(["hub"]),
      store.links(["full-link"]),
      store.sources(["s1"]),
      store.changesSince(0),
      store.stories(),
      store.referenceCounts(),
      store.apply(change({ actors: [actor("late")] })),
      readColumns(store),
    ];

    it(
      "rejects within 5 s while the server is stopped, and recovers by itself",
      async () => {
        await server.stop();
        await Promise.all(everything().map(expectAway));
        const opened = await openStore(location());
        await expectAway(opened.info());
        server = await start();
        expect(await store.revision()).toBe(1);
        expect(await opened.info()).toMatchObject({ engine: "neo4j", revision: 1 });
        expect(await store.apply(change({ actors: [actor("late")] }))).toMatchObject({
          changed: 1,
        });
        await opened.close();
      },
      RESTART_LIMIT_MS,
    );

    it("rejects within 5 s while the server hangs, also in the middle of a stream, and recovers", async () => {
      const stream = store.loadColumns()[Symbol.asyncIterator]();
      await stream.next();
      process.kill(server.pid, "SIGSTOP");
      try {
        const drain = async () => {
          while (!(await stream.next()).done);
        };
        await Promise.all([drain(), ...everything()].map(expectAway));
      } finally {
        process.kill(server.pid, "SIGCONT");
      }
      expect(await store.revision()).toBeGreaterThanOrEqual(1);
      expect((await store.actors(["hub"])).map(({ id }) => id)).toEqual(["hub"]);
    });

    it("does not take a long statement for an absent server", async () => {
      // Holds the lock on the revision longer than any silence that the store bears without asking.
      const session = driver.session();
      const tx = await session.beginTransaction();
      await tx.run(`MATCH (m:Meta) SET m.held = true`);
      const waiting = store.apply(change({ actors: [actor("patient")] }));
      const started = performance.now();
      await expect
        .poll(() => performance.now() - started, { timeout: 10_000 })
        .toBeGreaterThan(6_000);
      await tx.rollback();
      await session.close();
      expect(await waiting).toMatchObject({ revision: 2, changed: 1 });
    });
  });
});
