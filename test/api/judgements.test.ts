/** Judgements over HTTP: kept, shown, taken back; two at once; other sites; bad input, each with nothing changed. */
import request from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actions, api } from "../../server/contract/api.ts";
import type { JudgeBody, JudgementRecord } from "../../server/contract/judgements.ts";
import { problem } from "../../server/contract/problem.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

const PATH = "/api/judgements";

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
    ["malformed JSON", { "Content-Type": "application/json" }, '{"a": "north",', 400],
    ["a text", { "Content-Type": "application/json" }, '"north"', 400],
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
  ])("are refused from %s", async (_what, headers) => {
    const answer = await post(bodyOf({})).set(headers);
    expect(answer.status).toBe(403);
    expect(problem.parse(answer.body).type).toBe("/problems/cross-site");
    expect(await kept()).toEqual([]);
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
