/** Each problem that no wrong request provokes: too slow, too many, not there yet. */
import { once } from "node:events";
import request from "supertest";
import { afterEach, describe, expect, it } from "vitest";
import { loadSeed } from "../../seed/load.ts";
import { api } from "../../server/contract/api.ts";
import { problem } from "../../server/contract/problem.ts";
import { openStore } from "../../server/store/open.ts";
import { freePort } from "../neo4j/server.ts";
import { openTestApp, seedFolder, serve, smallGraph, type TestApp } from "./test-app.ts";

let app: TestApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

describe("a question that takes too long", () => {
  it("ends at its deadline with 504, and the next one works", async () => {
    app = await openTestApp(smallGraph(), { requestTimeoutMs: 20 });
    // The store is busy for far longer with writing the whole seed.
    const loading = loadSeed(app.store, seedFolder, { by: "test" });
    const { server } = app;
    await expect
      .poll(async () => (await request(server).get("/api/actors/ada")).status, { timeout: 20_000 })
      .toBe(504);
    await loading;
    await expect
      .poll(async () => (await request(server).get("/api/actors/ada")).status, { timeout: 20_000 })
      .toBe(200);
    const entry = app.log.find((line) => line.includes("query-timeout"));
    expect(entry).toContain('"status":504');
  });
});

describe("too many requests", () => {
  it("are refused by address, never for this machine or for health", async () => {
    app = await openTestApp(smallGraph(), { requestsPerMinute: 3, trustProxy: ["loopback"] });
    const { server } = app;
    const from = async (client: string, url = "/api/groups") =>
      (await request(server).get(url).set("X-Forwarded-For", client)).status;
    expect([await from("10.0.0.1"), await from("10.0.0.1"), await from("10.0.0.1")]).toEqual([
      200, 200, 200,
    ]);
    const refused = await request(server).get("/api/groups").set("X-Forwarded-For", "10.0.0.1");
    expect(refused.status).toBe(429);
    expect(problem.parse(refused.body).type).toBe("/problems/too-many-requests");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(await from("10.0.0.2")).toBe(200);
    expect(await from("10.0.0.1", "/api/health")).toBe(200);
    for (let count = 0; count < 5; count += 1) expect(await from("127.0.0.1")).toBe(200);
  });
});

describe("a database that was never there", () => {
  it("leaves the service up: 503, and health says that it is starting", async () => {
    const location = {
      engine: "neo4j",
      uri: `bolt://127.0.0.1:${await freePort()}`,
      username: "neo4j",
      password: "not-a-secret",
    } as const;
    app = await serve(await openStore(location), location);
    const start = performance.now();
    for (const url of ["/api/overview", "/api/actors/ada"]) {
      const response = await request(app.server).get(url).expect(503);
      expect(problem.parse(response.body).type).toBe("/problems/store-unavailable");
      expect(Number(response.headers["retry-after"])).toBeGreaterThan(0);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
    const health = api.health.result.parse((await request(app.server).get("/api/health")).body);
    expect(health).toMatchObject({
      status: "starting",
      store: { engine: "neo4j", version: null, reachable: false },
      counts: { actors: 0 },
    });
    expect(app.log.join("")).not.toContain("not-a-secret");
  });
});

describe("a client that goes away", () => {
  it("is not a problem", async () => {
    app = await openTestApp(smallGraph());
    const loading = loadSeed(app.store, seedFolder, { by: "test" });
    const { log, server, address } = app;
    const received = once(server, "request");
    const controller = new AbortController();
    const asked = fetch(`${address}/api/actors/ada`, { signal: controller.signal });
    await received;
    controller.abort();
    await expect(asked).rejects.toThrow();
    await loading;
    await request(app.server).get("/api/actors/ada").expect(200);
    await expect.poll(() => log.filter((line) => line.includes('"whole":false'))).toHaveLength(1);
    expect(log.filter((line) => line.includes('"problem"'))).toEqual([]);
  });
});
