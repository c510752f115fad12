/** The real app on a real SQLite file in a folder of its own, listening on a free port of the loopback. */
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { loadSeed } from "../../seed/load.ts";
import { type AppOptions, createApp } from "../../server/http/app.ts";
import { closeServer, createHttpServer, listen } from "../../server/http/http-server.ts";
import type { Live } from "../../server/live/live.ts";
import { openLive } from "../../server/live/open-live.ts";
import { openStore } from "../../server/store/open.ts";
import type { Change, Store, StoreLocation } from "../../server/store/store.ts";
import { recordsFromText } from "../fixtures/graph-text.ts";

export const seedFolder = new URL("../../seed", import.meta.url).pathname;

export interface TestApp {
  /** For supertest. */
  server: Server;
  address: string;
  store: Store;
  live: Live;
  /** Lines of the log so far. */
  log: string[];
  close(): Promise<void>;
}

type Options = Omit<AppOptions, "live" | "store" | "log">;

/** What every small test looks at: two hubs with a bridge, a direct link and a joint project between them. */
export const SMALL_GRAPH = `
  north:hub(name=Hub_North city=Kiel state=Schleswig-Holstein topics=ai) <-MEMBER_OF 2019..- ada:company(name=Ada_GmbH aliases=Ada city=Kiel state=Schleswig-Holstein topics=ai lat=54.3 lon=10.1)
  south:hub(name=Hub_Süd city=München state=Bayern topics=mobility) <-MEMBER_OF 2020/03..- bob:startup(name=Bob_AG city=München state=Bayern)
  eve:university(name=Universität_Eve city=München state=Bayern) -PARTNER_OF public_record-> north; eve -MEMBER_OF general_knowledge-> south
  inner:hub(name=Hub_Innen) -PART_OF-> south; cid:company(name=Cid_KG) -MEMBER_OF-> inner
  ada -COLLABORATES_WITH 2021..2022-> bob; ada -FUNDS-> cid
  p1:project(name=ALPHA start=2020-01 end=2022-12 programme=H2020) <-PARTICIPATES_IN- ada; p1 <-PARTICIPATES_IN- bob; p1 <-PARTICIPATES_IN- cid
`;

export function smallGraph(): Change {
  const { actors, links, topics } = recordsFromText(SMALL_GRAPH, [
    { id: "ai", nameDe: "Künstliche Intelligenz", nameEn: "Artificial intelligence" },
    { id: "mobility", nameDe: "Mobilität", nameEn: "Mobility" },
  ]);
  const sources = [
    { id: "s1", title: "Founding document", url: "https://example.org/s1", date: "2019" },
  ];
  return {
    by: "test",
    what: "small graph",
    upsert: {
      sources,
      topics,
      actors,
      links: links.map((link) => ({ ...link, sourceIds: ["s1"] })),
    },
  };
}

/** @param content `seed` for the real one, else the change that fills the empty store */
export async function openTestApp(
  content: "seed" | Change,
  options: Options = {},
): Promise<TestApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "querblick-api-"));
  const location = { engine: "sqlite", file: path.join(folder, "querblick.db") } as const;
  const store = await openStore(location);
  if (content === "seed") await loadSeed(store, seedFolder, { by: "test" });
  else await store.apply(content);
  const app = await serve(store, location, options);
  await app.live.refresh();
  return {
    ...app,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The app over a store that is open already; closes both. */
export async function serve(
  store: Store,
  location: StoreLocation,
  options: Options = {},
): Promise<TestApp> {
  const lines: string[] = [];
  const log = pino({ level: "debug", base: null }, { write: (line: string) => lines.push(line) });
  const live = await openLive({ store, location, log, pollMs: 100 });
  const server = createHttpServer(createApp({ live, store, log, ...options }));
  const address = await listen(server, 0, "127.0.0.1");
  return {
    server,
    address,
    store,
    live,
    log: lines,
    close: async () => {
      await closeServer(server, 0);
      await live.close();
      await store.close();
    },
  };
}
