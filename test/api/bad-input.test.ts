/** Hostile and mistaken requests: each gets a clear 4xx as a problem of the closed list, and nothing changes. */
import { connect } from "node:net";
import request from "supertest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PROBLEMS, type ProblemName, problem } from "../../server/contract/problem.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(smallGraph());
});
afterAll(() => app.close());
afterEach(async () => {
  const { body } = await request(app.server).get("/api/health").expect(200);
  expect(body).toMatchObject({ status: "ok", revision: 1, counts: { actors: 8, links: 11 } });
  expect(await app.store.revision()).toBe(1);
});

async function expectProblem(sent: request.Test, name: ProblemName) {
  const response = await sent;
  expect(response.headers["content-type"], response.text).toBe("application/problem+json");
  const body = problem.parse(response.body);
  expect(body.type).toBe(`/problems/${name}`);
  expect(body.status).toBe(PROBLEMS[name].status);
  expect(response.status).toBe(PROBLEMS[name].status);
  expect(body.detail).not.toBe("");
  return body;
}

const get = (url: string) => request(app.server).get(url);

describe("ids", () => {
  it.each([
    ["unknown", "nobody"],
    ["quotes", "a'b\"c`"],
    ["Cypher", "x'}) MATCH (n) DETACH DELETE n //"],
    ["SQL", "ada'; DROP TABLE actors; --"],
    ["a path", "../../etc/passwd"],
    ["markup", "<script>alert(1)</script>"],
    ["other letters", "Ünïcode-日本-🦊"],
    ["a number", "0"],
    ["a name of every object", "__proto__"],
  ])("%s", async (_what, id) => {
    const encoded = encodeURIComponent(id);
    for (const url of [
      `/api/actors/${encoded}`,
      `/api/actors/${encoded}/neighbours`,
      `/api/groups/${encoded}`,
      `/api/cross-links?a=${encoded}&b=north`,
    ]) {
      const { detail } = await expectProblem(get(url), "unknown-actor");
      expect(detail).toContain(JSON.stringify(id));
    }
  });

  it("NUL", async () => {
    const inPath = await expectProblem(get("/api/actors/ada%00"), "invalid-request");
    expect(inPath.errors?.[0]?.parameter).toBe("id");
    const inQuery = await expectProblem(
      get("/api/cross-links?a=ada%00&b=north"),
      "invalid-request",
    );
    expect(inQuery.errors?.[0]?.parameter).toBe("a");
  });

  it("broken percent-encoding", async () => {
    await expectProblem(get("/api/actors/%E0%A4%A"), "invalid-request");
    await expectProblem(get("/api/actors/%ff%fe"), "invalid-request");
    await expectProblem(get("/api/actors?q=%E0%A4%A"), "invalid-request");
    await expectProblem(get("/api/actors?%ff=1"), "invalid-request");
  });

  it("too long", async () => {
    const body = await expectProblem(get(`/api/actors/${"a".repeat(501)}`), "invalid-request");
    expect(body.errors?.[0]?.detail).toMatch(/^expected at most 500 characters \(got "a+…"\)$/);
  });
});

describe("parameters", () => {
  it.each([
    ["/api/actors?limit=-1", "limit", /at least 1 \(got "-1"\)/],
    ["/api/actors?limit=0", "limit", /at least 1/],
    ["/api/actors?limit=1e9", "limit", /an integer from 1 to 200 \(got "1e9"\)/],
    ["/api/actors?limit=1000000000", "limit", /an integer from 1 to 200/],
    ["/api/actors?limit=abc", "limit", /an integer from 1 to 200 \(got "abc"\)/],
    ["/api/actors?limit=1.5", "limit", /an integer/],
    ["/api/actors?limit=", "limit", /an integer/],
    ["/api/actors?limit=5&limit=6", "limit", /once/],
    ["/api/actors?limit[]=5", "limit[]", /is unknown; expected one of .*limit/],
    ["/api/actors?colour=red", "colour", /is unknown; expected one of .*kinds/],
    ["/api/actors?__proto__=1", "__proto__", /is unknown/],
    ["/api/actors?cursor=%22%27", "cursor", /./],
    ["/api/health?x=1", "x", /takes no parameters/],
    ["/api/openapi.json?x=1", "x", /takes no parameters/],
    ["/api/docs?x=1", "x", /takes no parameters/],
    ["/api/graph?kinds=planet", "kinds", /one of hub, cluster/],
    ["/api/graph?kinds=", "kinds", /one of hub, cluster/],
    ["/api/graph?types=KNOWS", "types", /one of MEMBER_OF/],
    ["/api/graph?year=abcd", "year", /1900 to 2200/],
    ["/api/graph?year=1066", "year", /at least 1900/],
    ["/api/graph?confidence=sure", "confidence", /one of stated/],
    ["/api/graph?groups=nobody", "groups", /nobody/],
    ["/api/graph?groups=ada", "groups", /ada/],
    ["/api/graph?topics=alchemy", "topics", /alchemy/],
    ["/api/graph?states=Atlantis", "states", /Atlantis/],
    ["/api/graph?cities=Gotham", "cities", /Gotham/],
    [`/api/graph?q=${"x".repeat(201)}`, "q", /at most 200 characters/],
    ["/api/overview?groupKinds=company", "groupKinds", /one of hub/],
    ["/api/matrix?kind=university", "kind", /one of hub/],
    ["/api/actors/ada/neighbours?depth=4", "depth", /at most 3/],
    ["/api/cross-links?a=north", "b", /a value \(got nothing\)/],
    ["/api/cross-links?a=north&b=north", "b", /north/],
  ])("%s", async (url, parameter, detail) => {
    const body = await expectProblem(get(url), "invalid-request");
    expect(body.errors?.map((error) => error.parameter)).toContain(parameter);
    expect(body.errors?.find((error) => error.parameter === parameter)?.detail).toMatch(detail);
  });

  it("1 MB of them", async () => {
    const body = await expectProblem(
      get(`/api/actors?q=${"x".repeat(1_048_576)}`),
      "payload-too-large",
    );
    expect(body.detail).toMatch(/at most 16384 characters \(got 10\d+\)/);
  });

  it("more than the server reads at all", async () => {
    const answer = await raw(
      `GET /api/actors?q=${"x".repeat(2_200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"/problems/payload-too-large"');
  });
});

describe("methods and bodies", () => {
  it.each(["post", "put", "patch", "delete", "options"] as const)("%s", async (method) => {
    for (const url of ["/api/actors", "/api/actors/ada", "/api/docs", "/api/openapi.json", "/"]) {
      const sent = request(app.server)[method](url);
      const response = await sent;
      expect(response.headers.allow, url).toBe("GET, HEAD");
      await expectProblem(request(app.server)[method](url), "method-not-allowed");
    }
  });

  it("malformed JSON and another content type", async () => {
    await expectProblem(
      request(app.server).post("/api/actors").type("application/json").send('{"id": "x",'),
      "method-not-allowed",
    );
    await expectProblem(
      request(app.server).put("/api/actors/ada").type("application/xml").send("<actor/>"),
      "method-not-allowed",
    );
    await expectProblem(request(app.server).post("/api/nothing").send("{}"), "no-such-endpoint");
  });

  it("a large body that nobody reads", async () => {
    await expectProblem(
      request(app.server).post("/api/actors").type("text/plain").send("x".repeat(100_000)),
      "method-not-allowed",
    );
  });
});

describe("addresses", () => {
  it.each([
    "/api",
    "/api/",
    "/api/nothing",
    "/API/health",
    "/api/health/",
    "/api/actors/ada/enemies",
    "/nothing.txt",
  ])("%s", async (url) => {
    await expectProblem(get(url), "no-such-endpoint");
  });
});

describe("what is not HTTP", () => {
  it.each([
    ["noise", "\u0001\u0002 noise\r\n\r\n"],
    ["a NUL in the address", "GET /api/act\u0000ors HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["no host", "GET /api/health HTTP/1.1\r\n\r\n"],
    [
      "two lengths",
      "POST /api/actors HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    ],
  ])("%s", async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

/** Sends bytes as they are and resolves to all that comes back. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(app.address);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text, "latin1"));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      answer += chunk;
    });
    // A server that closes while we still write resets the connection; what it said before counts.
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}
