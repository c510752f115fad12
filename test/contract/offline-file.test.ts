/**
 * A package without its service answers as the service does: every question on the same records, from both databases,
 * compared whole. And what of a large graph goes along.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import neo4j from "neo4j-driver";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { LocalAnswers } from "../../client/api.ts";
import { openEngine } from "../../client/offline/engine.ts";
import { packageStore } from "../../client/offline/memory-store.ts";
import { readSeed } from "../../seed/load.ts";
import { api, type EndpointName } from "../../server/contract/api.ts";
import { type OfflinePackage, PACKAGE_FORMAT } from "../../server/contract/offline-words.ts";
import type { KeptStory } from "../../server/contract/stories.ts";
import { contextOf } from "../../server/http/endpoints.ts";
import { type Context, UnknownStory } from "../../server/queries/context.ts";
import { recordOf } from "../../server/queries/kept-stories.ts";
import { offlinePackage } from "../../server/queries/offline-package.ts";
import { openStore } from "../../server/store/open.ts";
import type { Change, StoreLocation } from "../../server/store/store.ts";
import { serve, type TestApp } from "../api/test-app.ts";
import { randomGraph } from "../fixtures/random-graph.ts";
import { scene, storyOf } from "../fixtures/story.ts";

const STORY = "the-story";
const connection = inject("neo4j");
const { signal } = new AbortController();

/** Every endpoint except those that are the service's own. */
type Question = Exclude<EndpointName, "health" | "judgements" | "stories" | "story" | "shared">;
const QUESTIONS: Record<Question, Record<string, string>[]> = {
  graph: [{}, { kinds: "company,project", limit: "20" }, { q: "Name of o001" }],
  overview: [{}, { groupKinds: "hub,initiative", year: "2018", confidence: "public_record" }],
  actors: [{}, { q: "o00" }, { q: "Nmae of g003", limit: "5" }, { topics: "ai", limit: "2" }],
  actor: [{ id: "o001" }, { id: "g001" }, { id: "p001" }],
  neighbours: [{ id: "o002" }, { id: "o002", depth: "3", limit: "10" }],
  groups: [{}, { groupKinds: "cluster" }],
  group: [{ id: "g001" }, { id: "g002", limit: "1" }],
  crossLinks: [{ a: "g001", b: "g002" }],
  matrix: [{}, { kind: "hub,cluster,house_of,consortium,initiative,accelerator" }],
  paths: [
    { from: "o001", to: "o020" },
    { from: "o001", to: "o020", maxHops: "1" },
  ],
  connect: [{ ids: "o001,o010,o020" }],
  opportunities: [{}, { kinds: "hub,cluster,initiative,consortium", limit: "3" }],
  opportunity: [{ a: "g001", b: "g005" }],
  partners: [{ id: "o001" }],
  brokers: [{ a: "o001", b: "o020" }],
  quality: [{}],
  sources: [{}, { between: "o001,o002,p001" }],
  facets: [{}, { types: "FUNDS" }],
};

function ecosystem(): Change {
  const { actors, links } = randomGraph(7);
  return {
    by: "test",
    what: "ecosystem",
    upsert: {
      topics: [
        { id: "ai", nameDe: "Künstliche Intelligenz", nameEn: "Artificial intelligence" },
        { id: "nlp", nameDe: "Sprache", nameEn: "Language", broader: "ai" },
      ],
      sources: [
        { id: "s1", title: "Gründungspapier", url: "https://example.org/s1", date: "2019" },
        { id: "s2", title: "Nobody's", publisher: "A paper" },
      ],
      actors: actors.map((actor, number) => ({
        ...actor,
        topics: number % 3 === 0 ? ["nlp"] : [],
        aliases: number % 5 === 0 ? [`Alias ${number}`] : [],
        sourceIds: number % 2 === 0 ? ["s1"] : [],
        ...(number % 4 === 0
          ? { city: "Köln", lat: 50.9, lon: 7, descriptionDe: `Über ${actor.id}`, founded: "1999" }
          : {}),
        ...(number % 7 === 0 ? { website: `https://example.org/${actor.id}` } : {}),
      })),
      links: links.map((link, number) => ({
        ...link,
        sourceIds: ["s1"],
        ...(number % 3 === 0 ? { noteEn: `Note of ${link.id}` } : {}),
      })),
      referenceCounts: [
        {
          population: "germany",
          programme: "H2020",
          topic: "ai",
          sizeClass: "2-5",
          year: 2018,
          projects: 40,
        },
      ],
    },
  };
}

const KEPT: KeptStory = {
  story: storyOf([
    scene("one"),
    scene("two", {
      names: [
        { id: "g002", name: "Two", nameEn: null },
        { id: "o005", name: "Five", nameEn: null },
        { id: "gone", name: "Name of o006", nameEn: null },
      ],
    }),
  ]),
  edition: 3,
  changedAt: "2025-11-25T10:00:00.000Z",
  sharing: { token: "AAAAAAAAAAAAAAAAAAAAAA", embedOrigins: ["https://example.org"] },
};

interface TestDatabase {
  name: string;
  isThere: boolean;
  open(): Promise<{ location: StoreLocation; spoil(): Promise<void>; dispose(): Promise<void> }>;
}

/** `spoil` makes a row that is drawn but fits no record: its website is none. */
const DATABASES: TestDatabase[] = [
  {
    name: "SQLite",
    isThere: true,
    open: async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "querblick-package-"));
      const file = path.join(folder, "graph.db");
      return {
        location: { engine: "sqlite", file },
        spoil: async () => {
          const db = new Database(file);
          db.exec("UPDATE actors SET website = 'none' WHERE id = 'o010'");
          db.close();
        },
        dispose: () => rm(folder, { recursive: true }),
      };
    },
  },
  {
    name: "Neo4j",
    isThere: connection !== null,
    open: async () => {
      if (connection === null) throw new Error("skipped without Neo4j");
      const { uri, username, password } = connection;
      const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
      const run = (cypher: string) => driver.executeQuery(cypher).then(() => {});
      await run("MATCH (n) DETACH DELETE n");
      return {
        location: { engine: "neo4j", ...connection },
        spoil: () => run("MATCH (a:Actor {id: 'o010'}) SET a.website = 'none'"),
        dispose: async () => {
          await run("MATCH (n) DETACH DELETE n");
          await driver.close();
        },
      };
    },
  },
];

for (const database of DATABASES) {
  describe.skipIf(!database.isThere)(`a package of ${database.name}`, () => {
    let opened: Awaited<ReturnType<TestDatabase["open"]>>;
    let app: TestApp;
    let context: Context;
    let pack: OfflinePackage;
    let engine: LocalAnswers;

    beforeAll(async () => {
      opened = await database.open();
      const store = await openStore(opened.location);
      await store.apply(ecosystem());
      await opened.spoil();
      await store.keepStory({ keep: recordOf(STORY, KEPT) }, null);
      app = await serve(store, opened.location);
      await app.live.refresh();
      const { live } = app;
      const snapshot = live.snapshot();
      if (!snapshot) throw new Error("expected a snapshot");
      context = contextOf({ live, store, requestTimeoutMs: 10_000 }, snapshot);
      const response = await request(app.server)
        .get("/api/package")
        .query({ story: STORY })
        .expect(200);
      pack = response.body;
      engine = await openEngine(pack);
    });
    afterAll(async () => {
      await app?.close();
      await opened?.dispose();
    });

    /** As the client asks the service. */
    const served = async (name: EndpointName, values: Record<string, string>) => {
      const rest = { ...values };
      const address = api[name].path.replaceAll(/:(\w+)/g, (_, key: string) => {
        const value = rest[key] ?? "";
        delete rest[key];
        return encodeURIComponent(value);
      });
      return request(app.server).get(address).query(rest);
    };

    it("answers every question as the service does", async () => {
      for (const [name, questions] of Object.entries(QUESTIONS)) {
        for (const values of questions) {
          const response = await served(name as EndpointName, values);
          expect(response.status, `${name} ${response.text}`).toBe(200);
          const answer = await engine.ask(name as EndpointName, Object.entries(values), signal);
          expect(JSON.parse(JSON.stringify(answer)), name).toEqual(response.body);
        }
      }
    });

    it("refuses as the service does", async () => {
      const wrong: [EndpointName, Record<string, string>][] = [
        ["actor", { id: "nobody" }],
        ["actors", { limit: "many" }],
        ["actors", { colour: "red" }],
        ["overview", { states: "Atlantis" }],
        ["paths", { from: "o001" }],
        ["story", { id: "another" }],
      ];
      for (const [name, values] of wrong) {
        const { instance: _place, ...problem } = (await served(name, values)).body;
        const asked = engine.ask(name, Object.entries(values), signal);
        await expect(asked, name).rejects.toMatchObject({ problem });
      }
    });

    it("has the story, without the address at which others may see it", async () => {
      const { body } = await served("story", { id: STORY });
      expect(await engine.ask("story", [["id", STORY]])).toEqual({ ...body, sharing: null });
      const { stories } = await engine.ask("stories", []);
      expect(stories).toMatchObject([{ id: STORY, edition: 3, isShared: false }]);
      const token = KEPT.sharing?.token ?? "";
      expect(JSON.stringify(pack)).not.toContain(token);
      const problem = { type: "/problems/unknown-story" };
      const { edition: _edition, sharing: _sharing, story, ...rest } = body;
      const scenes = story.scenes.map((one: object) => ({ ...one, notes: { de: "", en: "" } }));
      const asOthersSeeIt = { ...rest, story: { ...story, scenes } };
      expect(await engine.ask("shared", [["token", STORY]])).toEqual(asOthersSeeIt);
      await expect(engine.ask("shared", [["token", token]])).rejects.toMatchObject({ problem });
    });

    it("leaves the speaker's notes out where it is told so", async () => {
      const { body } = await request(app.server)
        .get("/api/package")
        .query({ story: STORY, notes: "without" });
      expect(JSON.stringify(body.stories)).not.toContain("Für die Rednerin.");
      expect(JSON.stringify(pack.stories)).toContain("Für die Rednerin.");
    });

    it("says what it is, and has only the sources that are named", async () => {
      const total = { actors: 86, links: expect.any(Number), sources: 2 };
      expect(pack).toMatchObject({ format: PACKAGE_FORMAT, version: 1, isCut: false, total });
      expect(pack.sources.map(({ id }) => id)).toEqual(["s1"]);
      expect(pack.actors.withoutRecord).toHaveLength(1);
    });

    it("cuts a large graph to what the story is about, always the same", async () => {
      const limits = { actors: 40, links: 100 };
      const wanted = { story: STORY, hasNotes: true };
      const cut = await offlinePackage(context, wanted, signal, limits);
      const ids = cut.actors.rows.id ?? [];
      expect(cut).toMatchObject({ isCut: true, total: pack.total });
      expect(ids.length).toBeGreaterThan(20);
      expect(ids.length).toBeLessThanOrEqual(limits.actors);
      expect(cut.links.rows.id?.length).toBeGreaterThan(20);
      expect(cut.links.rows.id?.length).toBeLessThanOrEqual(limits.links);
      const groups = (pack.actors.rows.id ?? []).filter((id) => String(id).startsWith("g"));
      expect(ids).toEqual(expect.arrayContaining([...groups, "o005"]));
      const again = await offlinePackage(context, wanted, signal, limits);
      expect({ ...again, made: cut.made }).toEqual(cut);

      const small = await openEngine(JSON.parse(JSON.stringify(cut)));
      const page = await small.ask("actor", [["id", "o005"]]);
      expect(page.actor.id).toBe("o005");
      const health = await small.ask("health", []);
      expect(health).toMatchObject({
        status: "degraded",
        counts: { actors: ids.length, links: cut.links.rows.id?.length },
        rejectedTotal: 0,
      });
    });

    it("takes only the whole graph where it is small enough", async () => {
      const limits = { actors: 86, links: 10_000 };
      const whole = await offlinePackage(context, { story: null, hasNotes: true }, signal, limits);
      expect(whole.isCut).toBe(false);
      expect(whole.stories).toEqual([]);
    });

    it("ends when nobody waits any more", async () => {
      const gone = new AbortController();
      const packing = offlinePackage(context, { story: STORY, hasNotes: true }, gone.signal);
      gone.abort();
      await expect(packing).rejects.toMatchObject({ name: "AbortError" });
      const wanted = { story: "another", hasNotes: true };
      await expect(offlinePackage(context, wanted, signal)).rejects.toThrow(UnknownStory);
    });
  });
}

describe("a package of the seed", () => {
  it("has every record as it was", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "querblick-package-"));
    const location = { engine: "sqlite", file: path.join(folder, "graph.db") } as const;
    const store = await openStore(location);
    const { records } = await readSeed(new URL("../../seed", import.meta.url).pathname);
    if (!records) throw new Error("the seed cannot be read");
    await store.apply({ by: "test", what: "seed", upsert: records });
    const app = await serve(store, location);
    await app.live.refresh();
    const { body } = await request(app.server).get("/api/package").expect(200);
    const packed = packageStore(body);
    for (const table of ["actors", "links"] as const) {
      const ids = records[table].map(({ id }) => id);
      expect(await packed[table](ids)).toEqual(await store[table](ids));
    }
    expect(await packed.referenceCounts()).toEqual(await store.referenceCounts());
    await app.close();
    await rm(folder, { recursive: true });
  });
});
