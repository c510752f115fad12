/** Neo4j goes away and comes back: the snapshot goes on answering, health tells the truth, nothing is restarted. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import request from "supertest";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { freePort, type Neo4jServer, startNeo4j } from "../neo4j/server.ts";
import { serve, smallGraph, type TestApp } from "./test-app.ts";

const MOST_MS = 5_000;
const hasNeo4j = inject("neo4j") !== null;
const dataDir = mkdtempSync(path.join(tmpdir(), "querblick-away-"));
let neo4j: Neo4jServer;
let app: TestApp;

beforeAll(async () => {
  if (!hasNeo4j) return;
  neo4j = await startNeo4j({ dataDir, port: await freePort() });
  const { uri, username, password } = neo4j;
  const location = { engine: "neo4j", uri, username, password } as const;
  const store = await openStore(location);
  await store.apply(smallGraph());
  app = await serve(store, location);
  await app.live.refresh();
});
afterAll(async () => {
  if (hasNeo4j) {
    await app.close();
    await neo4j.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
});

const healthStatus = async () => (await request(app.server).get("/api/health")).body.status;

/** A judgement is kept or refused, never half. */
async function expectNothingJudged(): Promise<void> {
  const start = performance.now();
  const body = { a: "ada", b: "bob", verdict: "accepted", reason: null, note: null };
  const [said, read] = await Promise.all([
    request(app.server)
      .post("/api/judgements")
      .send({ ...body, replaces: null }),
    request(app.server).get("/api/judgements"),
  ]);
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  for (const answer of [said, read]) {
    expect(answer.status).toBe(503);
    expect(answer.body.type).toBe("/problems/store-unavailable");
  }
}

/** Everything that has to hold while the database is away. */
async function expectAway(): Promise<void> {
  const start = performance.now();
  const page = await request(app.server).get("/api/actors/ada");
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  expect(page.status).toBe(503);
  expect(page.body.type).toBe("/problems/store-unavailable");
  expect(Number(page.headers["retry-after"])).toBeGreaterThan(0);
  await expectNothingJudged();
  await request(app.server).get("/api/overview").expect(200);
  await request(app.server).get("/api/graph").expect(200);
  await request(app.server).get("/api/actors?q=ada").expect(200);
  await expect.poll(healthStatus, { timeout: 15_000 }).toBe("degraded");
  const { body } = await request(app.server).get("/api/health").expect(200);
  expect(body).toMatchObject({ store: { engine: "neo4j", reachable: false }, revision: 1 });
}

/** And when it is back. */
async function expectBack(): Promise<void> {
  await expect.poll(healthStatus, { timeout: 30_000 }).toBe("ok");
  await expect
    .poll(async () => (await request(app.server).get("/api/actors/ada")).status, {
      timeout: 15_000,
    })
    .toBe(200);
}

it.skipIf(!hasNeo4j)("answers while it hangs, and recovers", { timeout: 180_000 }, async () => {
  await request(app.server).get("/api/actors/ada").expect(200);
  process.kill(neo4j.pid, "SIGSTOP");
  try {
    await expectAway();
  } finally {
    process.kill(neo4j.pid, "SIGCONT");
  }
  await expectBack();
});

it.skipIf(!hasNeo4j)(
  "answers while it is stopped, and recovers",
  { timeout: 180_000 },
  async () => {
    const port = Number(new URL(neo4j.uri).port);
    const { password } = neo4j;
    await neo4j.stop();
    await expectAway();
    neo4j = await startNeo4j({ dataDir, port, password });
    await expectBack();
  },
);
