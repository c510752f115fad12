/** The seed through a real store: all of it or nothing, and the second time nothing changes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadSeed } from "../../seed/load.ts";
import { SeedInvalid } from "../../seed/problem.ts";
import { openStore } from "../../server/store/open.ts";
import type { ColumnBatch, Store, StoreLocation } from "../../server/store/store.ts";
import { SMALL_SEED, withSeedFolder } from "../fixtures/seed-folder.ts";
import { type Neo4jServer, startNeo4j } from "../neo4j/server.ts";

const SEED = new URL("../../seed", import.meta.url).pathname;
const by = "seed test";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "querblick-seed-store-"));
});
afterAll(() => rm(folder, { recursive: true }));

describeSeed("SQLite", async () => ({
  location: { engine: "sqlite", file: path.join(folder, "graph.db") },
  stop: async () => {},
}));

/** A server of its own: the shared one belongs to the questions. */
describeSeed(
  "Neo4j",
  async () => {
    const server: Neo4jServer = await startNeo4j({ heap: "512m" });
    const { uri, username, password } = server;
    return { location: { engine: "neo4j", uri, username, password }, stop: () => server.stop() };
  },
  inject("neo4j") === null,
);

function describeSeed(
  name: string,
  start: () => Promise<{ location: StoreLocation; stop(): Promise<void> }>,
  isSkipped = false,
) {
  describe.skipIf(isSkipped)(`the seed on ${name}`, () => {
    let store: Store | undefined;
    let stop: (() => Promise<void>) | undefined;
    const opened = (): Store => {
      if (!store) throw new Error("the store is not open");
      return store;
    };

    beforeAll(async () => {
      const database = await start();
      stop = database.stop;
      store = await openStore(database.location);
    });
    afterAll(async () => {
      await store?.close();
      await stop?.();
    });

    it("loads nothing of a folder with a single mistake", async () => {
      const broken = { "links.csv": `${SMALL_SEED["links.csv"]}l3,hub,ghost,FUNDS,,,,stated\n` };
      const loading = withSeedFolder(broken, (place) => loadSeed(opened(), place, { by }));
      await expect(loading).rejects.toThrow(SeedInvalid);
      await expect(loading).rejects.toThrow(
        'links.csv, row 4, column target: expected the id of an actor; came "ghost"',
      );
      expect(await counts(opened())).toEqual({ actors: 0, links: 0, topics: 0, sources: 0 });
      expect(await opened().revision()).toBe(0);
    });

    it("loads whole as one change, and the second time changes nothing", async () => {
      const first = await loadSeed(opened(), SEED, { by });
      const { sources, topics, actors, links, referenceCounts, stories } = first.counts;
      expect(first.revision).toBe(1);
      expect(first.changed).toBe(sources + topics + actors + links + referenceCounts + stories);
      expect(await counts(opened())).toEqual({
        actors: 357 + 5_467,
        links: 650 + 7_021,
        topics,
        sources: 190,
      });
      expect(await loadSeed(opened(), SEED, { by })).toEqual({ ...first, changed: 0 });
      expect(await opened().changesSince(0)).toHaveLength(1);
    });

    it("gives the records back as they were written", async () => {
      expect(await opened().actors(["tum", "h2020-193159"])).toMatchObject([
        {
          id: "tum",
          name: "Technische Universität München (TUM)",
          kind: "university",
          legalIds: ["PIC:999977463"],
          state: "Bayern",
          country: "Deutschland",
        },
        {
          id: "h2020-193159",
          name: "EUROfusion",
          kind: "project",
          legalIds: ["CORDIS:633053"],
          website: "https://cordis.europa.eu/project/id/633053",
          participants: 31,
          participantsDe: 7,
        },
      ]);
      expect(await opened().links(["h2020-193159--gsi"])).toEqual([
        {
          id: "h2020-193159--gsi",
          source: "gsi",
          target: "h2020-193159",
          type: "PARTICIPATES_IN",
          since: "2014-01-01",
          until: "2022-12-31",
          role: "thirdParty",
          sourceIds: ["cordis-h2020"],
          confidence: "public_record",
        },
      ]);
    });
  });
}

async function counts(store: Store): Promise<Record<string, number>> {
  const found = { actors: 0, links: 0, topics: 0, sources: 0 };
  for await (const batch of store.loadColumns()) {
    if (batch.table === "meta") found.sources = batch.sources;
    else found[batch.table] += rows(batch);
  }
  return found;
}

function rows(batch: Exclude<ColumnBatch, { table: "meta" }>): number {
  return batch.id.length;
}
