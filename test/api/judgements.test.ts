/** Judgements over HTTP: kept, shown, taken back; two at once; other sites; bad input, each with nothing changed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import request from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actions, api } from "../../server/contract/api.ts";
import type { JudgeBody, JudgementRecord } from "../../server/contract/judgements.ts";
import { problem } from "../../server/contract/problem.ts";
import { openStore } from "../../server/store/open.ts";
import { openTestApp, serve, smallGraph, type TestApp } from "./test-app.ts";

const PATH = "/api/judgements";
const JSON_TYPE = { "Content-Type": "application/json" };

describe("judgements", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(smallGraph());
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    for (const { a, b, changedAt } of await kept()) {
      await judge({ a, b, verdict: null, replaces: changedAt });
    }
  });

  const post = (body: unknown) =>
    request(app.server)
      .post(PATH)
      .send(body as object);
  const bodyOf = (patch: Partial<JudgeBody>) => ({
    a: "north",
    b: "south",
    verdict: "accepted",
    reason: null,
    note: null,
    replaces: null,
    ...patch,
  });
  const judge = async (patch: Partial<JudgeBody>) => {
    const response = await post(bodyOf(patch));
    expect(response.status, response.text).toBe(200);
    return actions.judge.result.parse(response.body).judgement;
  };
  const kept = async (): Promise<JudgementRecord[]> =>
    api.judgements.result.parse((await request(app.server).get(PATH).expect(200)).body).judgements;

  it("are kept, shown in the order of their pair's ids, changed and taken back", async () => {
    const first = await judge({
      a: "south",
      b: "north",
      verdict: "dismissed",
      reason: " zu weit ",
    });
    expect(first).toMatchObject({
      a: "north",
      b: "south",
      verdict: "dismissed",
      reason: "zu weit",
    });
    const second = await judge({ a: "ada", b: "bob", note: "anrufen", verdict: null });
    expect(await kept()).toEqual([second, first]);
    const third = await judge({ verdict: "accepted", replaces: first?.changedAt ?? null });
    expect(third?.changedAt).not.toBe(first?.changedAt);
    expect(await kept()).toEqual([third, second]);
    expect(await judge({ verdict: null, replaces: third?.changedAt ?? null })).toBeNull();
    expect(await kept()).toEqual([second]);
  });

  it("change neither the revision nor what is cached by it", async () => {
    const before = await request(app.server).get("/api/opportunities").expect(200);
    await judge({});
    const { etag = "" } = before.headers;
    await request(app.server).get("/api/opportunities").set("If-None-Match", etag).expect(304);
    const answer = await request(app.server).get(PATH).expect(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.etag).toBeUndefined();
  });

  it("of somebody else are not overwritten", async () => {
    const theirs = await judge({ note: "meins" });
    const answer = await post(bodyOf({ note: "deins" }));
    expect(answer.status).toBe(409);
    expect(problem.parse(answer.body)).toMatchObject({
      type: "/problems/conflict",
      current: theirs,
    });
    expect(await kept()).toEqual([theirs]);
    const both = await Promise.all(
      ["eins", "zwei"].map((note) => post(bodyOf({ note, replaces: theirs?.changedAt ?? null }))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await kept()).toHaveLength(1);
  });

  it("of actors that are gone are left out, counted, and there again when these come back", async () => {
    const [dora] = (await app.store.actors(["cid"])).map((record) => ({ ...record, id: "dora" }));
    if (!dora) throw new Error("Expected an actor.");
    await change({ upsert: { actors: [dora] } });
    const kept1 = await judge({ a: "ada", b: "dora" });
    await change({ remove: { actors: ["dora"] } });
    const { body } = await request(app.server).get(PATH).expect(200);
    expect(body).toEqual({ judgements: [], omitted: 1 });
    await change({ upsert: { actors: [dora] } });
    expect(await kept()).toEqual([kept1]);
  });

  async function change(patch: object): Promise<void> {
    const { revision } = await app.store.apply({ by: "test", what: "test", ...patch });
    await expect.poll(() => app.live.snapshot()?.revision).toBe(revision);
  }

  it.each<[string, unknown, number]>([
    ["the same actor twice", bodyOf({ b: "north" }), 400],
    ["a group and an actor", bodyOf({ b: "ada" }), 400],
    ["an unknown id", bodyOf({ b: "nobody" }), 404],
    ["Cypher in an id", bodyOf({ b: "x'}) DETACH DELETE n //" }), 404],
    ["an unknown verdict", { ...bodyOf({}), verdict: "perhaps" }, 400],
    ["an unknown field", { ...bodyOf({}), by: "me" }, 400],
    ["a missing field", { a: "north", b: "south" }, 400],
    ["too long a note", bodyOf({ note: "x".repeat(4_001) }), 400],
    ["too long a reason", bodyOf({ reason: "x".repeat(501) }), 400],
    ["an empty id", bodyOf({ a: "" }), 400],
    ["a number as an id", { ...bodyOf({}), a: 7 }, 400],
    ["a list as a note", { ...bodyOf({}), note: ["x"] }, 400],
    ["an instant that no clock says", bodyOf({ replaces: "+275760-09-13T00:00:00.000Z" }), 409],
    ["a judgement that is not there", bodyOf({ replaces: "2026-01-01T00:00:00.000Z" }), 409],
    ["a list", [bodyOf({})], 400],
    ["a body of 100 kB", bodyOf({ note: "x".repeat(100_000) }), 413],
  ])("are refused for %s", async (_what, body, status) => {
    const answer = await post(body);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(problem.parse(answer.body).status).toBe(status);
    expect(await kept()).toEqual([]);
  });

  it.each<[string, Record<string, string>, string, number]>([
    ["malformed JSON", JSON_TYPE, '{"a": "north",', 400],
    ["a text", JSON_TYPE, '"north"', 400],
    ["nothing", JSON_TYPE, "", 400],
    ["null", JSON_TYPE, "null", 400],
    [
      "a prototype",
      JSON_TYPE,
      JSON.stringify(bodyOf({})).replace("{", '{"__proto__": {"a": "x"},'),
      400,
    ],
    ["another encoding", { ...JSON_TYPE, "Content-Encoding": "rot13" }, "{}", 415],
    ["a form", { "Content-Type": "application/x-www-form-urlencoded" }, "a=north&b=south", 415],
    ["plain text", { "Content-Type": "text/plain" }, JSON.stringify({ a: "north" }), 415],
    [
      "another charset",
      { "Content-Type": "application/json; charset=latin1" },
      JSON.stringify({}),
      415,
    ],
  ])("are refused as %s", async (_what, headers, text, status) => {
    const answer = await request(app.server).post(PATH).set(headers).send(text);
    expect(answer.status, answer.text).toBe(status);
    expect(problem.parse(answer.body).status).toBe(status);
    expect(await kept()).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ["another site's page", { "Sec-Fetch-Site": "cross-site", Origin: "https://example.org" }],
    ["a page of an older browser", { Origin: "https://example.org" }],
    ["an opaque page", { Origin: "null" }],
    ["a page beside this service", { "Sec-Fetch-Site": "same-site" }],
  ])("are refused from %s", async (_what, headers) => {
    const answer = await post(bodyOf({})).set(headers);
    expect(answer.status).toBe(403);
    expect(problem.parse(answer.body).type).toBe("/problems/cross-site");
    expect(await kept()).toEqual([]);
  });

  it("are taken from this service's own page and from programs", async () => {
    const { host } = new URL(app.address);
    for (const headers of [{ "Sec-Fetch-Site": "same-origin" }, { Origin: `http://${host}` }, {}]) {
      const answer = await request(app.address)
        .post(PATH)
        .set(headers)
        .send(bodyOf({ verdict: null }));
      expect(answer.status, answer.text).toBe(200);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it("say each wrong field with what was expected and what came", async () => {
    const { body } = await post({
      a: "",
      b: 7,
      verdict: "perhaps",
      note: null,
      replaces: null,
      x: 1,
    });
    expect(problem.parse(body).errors).toEqual([
      { parameter: "a", detail: 'expected something, not nothing (got "")' },
      { parameter: "b", detail: "expected string (got 7)" },
      { parameter: "verdict", detail: 'expected one of accepted, dismissed (got "perhaps")' },
      { parameter: "reason", detail: "expected a value (got nothing)" },
      {
        parameter: "x",
        detail: "is unknown; expected one of a, b, verdict, reason, note, replaces",
      },
    ]);
  });

  it("are refused when they unpack to more than 64 KiB", async () => {
    const packed = gzipSync(JSON.stringify(bodyOf({ note: "x".repeat(50_000_000) })));
    expect(packed.length).toBeLessThan(60_000);
    const response = await fetch(app.address + PATH, {
      method: "POST",
      headers: { ...JSON_TYPE, "Content-Encoding": "gzip" },
      body: packed,
    });
    expect(response.status).toBe(413);
    expect(problem.parse(await response.json()).type).toBe("/problems/payload-too-large");
    expect(await kept()).toEqual([]);
  });

  it("keep long texts of any script, without what no database keeps", async () => {
    const note = `${"\u{1F680}".repeat(1_999)}\0\uD800`;
    const { note: stored } = (await judge({ note, reason: "  " })) ?? {};
    expect(stored).toBe("\u{1F680}".repeat(1_999));
    expect(await kept()).toMatchObject([{ note: stored, reason: null }]);
  });

  it("take POST where they lie, nothing else does", async () => {
    const other = await request(app.server).put(PATH).send({});
    expect([other.status, other.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    const elsewhere = await request(app.server).post("/api/actors").send({});
    expect([elsewhere.status, elsewhere.headers.allow]).toEqual([405, "GET, HEAD"]);
    const asked = await request(app.server).post(`${PATH}?x=1`).send(bodyOf({}));
    expect(asked.status).toBe(400);
  });
});

it("outlive the service, and the seed that is loaded again", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "querblick-judgements-"));
  const location = { engine: "sqlite", file: path.join(folder, "querblick.db") } as const;
  const body = { a: "ada", b: "bob", verdict: "dismissed", reason: "Wettbewerber", note: null };
  let changedAt: string | null = null;
  for (let round = 0; round < 2; round += 1) {
    const store = await openStore(location);
    await store.apply(smallGraph());
    const app = await serve(store, location);
    await app.live.refresh();
    if (round === 0) {
      const { body: said } = await request(app.server)
        .post(PATH)
        .send({ ...body, replaces: null })
        .expect(200);
      changedAt = said.judgement.changedAt;
    }
    const { body: answer } = await request(app.server).get(PATH).expect(200);
    expect(answer).toEqual({ judgements: [{ ...body, changedAt }], omitted: 0 });
    expect(await store.revision()).toBe(1);
    await app.close();
  }
  rmSync(folder, { recursive: true });
});

it("count for the limit of requests", async () => {
  const app = await openTestApp(smallGraph(), {
    requestsPerMinute: 2,
    trustProxy: ["loopback"],
  });
  const statuses = [];
  for (let round = 0; round < 3; round += 1) {
    const answer = await request(app.server)
      .post(PATH)
      .set("X-Forwarded-For", "203.0.113.7")
      .send({});
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([400, 400, 429]);
  await app.close();
});
