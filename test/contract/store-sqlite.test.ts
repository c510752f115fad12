/** The store on SQLite: the common suite, and what only a file and a worker thread can do. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { TABLE_NAMES, TABLES } from "../../server/store/record-tables.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { SqliteLink } from "../../server/store/sqlite-link.ts";
import { type Store, StoreError, StoreUnavailable } from "../../server/store/store.ts";
import { actor, change, judgement, link, readColumns, SMALL } from "../fixtures/store-records.ts";
import { describeStore, type TestDatabase } from "./store-suite.ts";

async function createDatabase(): Promise<TestDatabase & { file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "querblick-store-"));
  const file = path.join(folder, "made", "for", "it.db");
  const execute = async (sql: string) => {
    const db = new Database(file);
    db.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    db.close();
  };
  return {
    file,
    location: { engine: "sqlite", file },
    fillJournal: (last) =>
      execute(`INSERT INTO changes WITH RECURSIVE n (i) AS
        (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${last})
        SELECT i, '2026-01-01T00:00:00Z', 'b', 'w', NULL FROM n`),
    setSchemaVersion: (version) => execute(`UPDATE meta SET schemaVersion = ${version}`),
    fillForeign: () =>
      execute(`INSERT INTO actors (id, name, kind) VALUES
          ('sound', 'Sound', 'hub'), ('Odd Id', NULL, 'spaceship');
        INSERT INTO links (id, source, target, type) VALUES ('x', 'sound', 'Odd Id', 'LIKES')`),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

describeStore("SQLite", createDatabase);

describe("SQLite only", () => {
  let database: TestDatabase & { file: string };
  let store: Store;
  const links: SqliteLink[] = [];

  beforeEach(async () => {
    database = await createDatabase();
    store = await openSqlite(database.file, (file) => {
      const started = new SqliteLink(file);
      links.push(started);
      return started;
    });
  });
  afterEach(async () => {
    links.splice(0);
    await store.close();
    await database.dispose();
  });

  it("has a column for every property of the contract, in the contract's order", () => {
    const db = new Database(database.file);
    for (const name of TABLE_NAMES) {
      const table = name === "referenceCounts" ? "reference_counts" : name;
      const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).raw().all();
      expect([name, columns.flat()]).toEqual([name, TABLES[name].columns.map((c) => c.name)]);
    }
    db.close();
  });

  it("adds the table of judgements to a file from before them, once", async () => {
    await store.apply(change(SMALL));
    const before = await readColumns(store);
    await store.close();
    const db = new Database(database.file);
    db.exec("DROP TABLE judgements");
    db.close();
    for (let round = 0; round < 2; round += 1) {
      store = await openSqlite(database.file);
      const known = await store.judgements();
      expect(known).toHaveLength(round);
      if (round === 0) await store.judge(judgement("full-actor", "hub"), null);
      expect(await readColumns(store)).toEqual(before);
      await store.close();
    }
    store = await openSqlite(database.file);
  });

  it("keeps what a commit has answered safe: WAL, full synchronisation", () => {
    const db = new Database(database.file);
    expect(db.prepare("PRAGMA journal_mode").raw().get()).toEqual(["wal"]);
    db.close();
  });

  it("streams one revision while changes go on", async () => {
    await store.apply(change(SMALL));
    const stream = store.loadColumns();
    const seen = [];
    for await (const batch of stream) {
      if (batch.table === "meta") {
        await store.apply(change({}, { actors: ["hub"] }));
        expect(await store.revision()).toBe(2);
      } else {
        seen.push([batch.table, batch.row.length]);
      }
    }
    expect(seen).toEqual([
      ["topics", 2],
      ["actors", 2],
      ["links", 1],
    ]);
    expect(await readColumns(store)).toMatchObject({ revision: 2, links: [] });
  });

  it("answers a small question while a large change runs", async () => {
    const actors = Array.from({ length: 20_000 }, (_, index) => actor(`a-${index}`));
    const order: string[] = [];
    const large = store.apply(change({ actors })).then(() => order.push("change"));
    const small = store.revision().then((revision) => order.push(`revision ${revision}`));
    await Promise.all([large, small]);
    expect(order).toEqual(["revision 0", "change"]);
  });

  it("rejects what is open when the worker dies, and starts a new one", async () => {
    await store.apply(change(SMALL));
    const actors = Array.from({ length: 20_000 }, (_, index) => actor(`a-${index}`));
    const stream = store.loadColumns()[Symbol.asyncIterator]();
    await stream.next();
    const open = store.apply(change({ actors })).catch((error) => error);
    await links[0]?.terminate();
    expect(await open).toBeInstanceOf(StoreUnavailable);
    const drained = (async () => {
      while (!(await stream.next()).done);
    })();
    await expect(drained).rejects.toThrow(StoreUnavailable);
    expect(await store.revision()).toBe(1);
    expect(links).toHaveLength(2);
    expect((await readColumns(store)).actors).toHaveLength(2);
  });

  it("waits for another process's lock, and gives up in time", async () => {
    const other = new Database(database.file);
    other.exec("BEGIN IMMEDIATE");
    const started = performance.now();
    await expect(store.apply(change(SMALL))).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - started).toBeLessThan(5_000);
    const waiting = store.apply(change(SMALL));
    expect(await store.revision()).toBe(0);
    other.exec("COMMIT");
    expect(await waiting).toMatchObject({ revision: 1 });
    other.close();
  });

  it.each([
    ["no file", "", /expected the path of a file/],
    ["memory", ":memory:", /expected the path of a file/],
    ["a folder", "/", /opening \//],
  ])("refuses to open %s", async (_, file, message) => {
    const error = await openStore({ engine: "sqlite", file }).catch((e) => e);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(message);
  });

  it("streams a dangling link that somebody else left", async () => {
    await store.apply(change({ actors: [actor("a")], links: [link("l", "a", "a")] }));
    const db = new Database(database.file);
    db.exec("PRAGMA foreign_keys = OFF; UPDATE links SET target = 'nobody'");
    db.close();
    expect((await readColumns(store)).links).toMatchObject([{ source: "a", target: "nobody" }]);
  });
});
