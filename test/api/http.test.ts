/** What HTTP itself promises: tags, compression, HEAD, security headers, the client's files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

const PAGE =
  '<!doctype html><html lang="de"><head><title>x</title></head><body><p>page</p></body></html>';
const SCRIPT = `console.log(${JSON.stringify("x".repeat(5_000))});`;

let app: TestApp;
let clientDir: string;

beforeAll(async () => {
  clientDir = mkdtempSync(path.join(tmpdir(), "querblick-client-"));
  mkdirSync(path.join(clientDir, "assets"));
  writeFileSync(path.join(clientDir, "index.html"), PAGE);
  writeFileSync(path.join(clientDir, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  writeFileSync(path.join(clientDir, "assets/main-abc123.js"), SCRIPT);
  app = await openTestApp(smallGraph(), { clientDir });
});
afterAll(async () => {
  await app.close();
  rmSync(clientDir, { recursive: true });
});

describe("tags", () => {
  it.each([
    "/api/graph",
    "/api/overview?year=2020",
    "/api/actors/ada",
    "/api/facets",
    "/api/openapi.json",
    "/api/docs",
  ])("%s is not sent twice", async (url) => {
    const first = await request(app.server).get(url).expect(200);
    expect(first.headers["cache-control"]).toBe("no-cache");
    const tag = first.headers.etag ?? "";
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    const second = await request(app.server).get(url).set("If-None-Match", tag).expect(304);
    expect(second.text).toBe("");
    expect(second.headers.etag).toBe(tag);
    await request(app.server).get(url).set("If-None-Match", 'W/"other"').expect(200);
  });

  it("differ between questions and follow the revision", async () => {
    const own = await openTestApp(smallGraph());
    const tagOf = async (url: string) => (await request(own.server).get(url)).headers.etag ?? "";
    const before = await tagOf("/api/graph");
    expect(before).toMatch(/^W\/"1-/);
    expect(await tagOf("/api/graph?year=2020")).not.toBe(before);
    const [ada] = await own.store.actors(["ada"]);
    if (!ada) throw new Error("ada is missing");
    await own.store.apply({
      by: "test",
      what: "rename",
      upsert: { actors: [{ ...ada, name: "Ada SE" }] },
    });
    expect(await own.live.refresh()).toBe(2);
    const after = await request(own.server).get("/api/graph").set("If-None-Match", before);
    expect(after.status).toBe(200);
    expect(after.headers.etag).toMatch(/^W\/"2-/);
    expect(after.body.actors.name).toContain("Ada SE");
    await own.close();
  });

  it("are not given to health or to problems", async () => {
    const health = await request(app.server).get("/api/health").expect(200);
    expect(health.headers).toMatchObject({ "cache-control": "no-store" });
    expect(health.headers.etag).toBeUndefined();
    const missing = await request(app.server).get("/api/actors/nobody").expect(404);
    expect(missing.headers).toMatchObject({ "cache-control": "no-store" });
    expect(missing.headers.etag).toBeUndefined();
  });
});

describe("HEAD", () => {
  it.each(["/api/health", "/api/graph", "/api/docs", "/", "/assets/main-abc123.js"])(
    "%s answers with the headers of GET and no body",
    async (url) => {
      const get = await request(app.server).get(url).expect(200);
      const head = await request(app.server).head(url).expect(200);
      expect(head.text ?? "").toBe("");
      expect(head.headers["content-type"]).toBe(get.headers["content-type"]);
      expect(head.headers.etag).toBe(get.headers.etag);
    },
  );
});

describe("compression", () => {
  it.each(["br", "gzip"])("%s where the client takes it", async (encoding) => {
    const response = await request(app.server)
      .get("/api/openapi.json")
      .set("Accept-Encoding", encoding);
    expect(response.headers["content-encoding"]).toBe(encoding);
    expect(response.headers.vary).toContain("Accept-Encoding");
  });

  it("makes the same answer smaller", async () => {
    const read = async (encoding: string) => {
      const response = await fetch(`${app.address}/assets/main-abc123.js`, {
        headers: { "Accept-Encoding": encoding },
      });
      return { text: await response.text(), encoding: response.headers.get("content-encoding") };
    };
    expect(await read("identity")).toEqual({ text: SCRIPT, encoding: null });
    expect(await read("br")).toEqual({ text: SCRIPT, encoding: "br" });
  });
});

describe("security headers", () => {
  it.each(["/", "/api/health", "/api/docs", "/api/nothing"])("%s is strict", async (url) => {
    const { headers } = await request(app.server).get(url).set("Accept", "text/html");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("gives each page a nonce of its own for styles", async () => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 2; visit += 1) {
      const { headers, text } = await request(app.server).get("/").expect(200);
      const nonce = /<meta property="csp-nonce" nonce="([^"]{20,})">/.exec(text)?.[1] ?? "none";
      expect(headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });
});

describe("the client's files", () => {
  it.each(["/", "/index.html", "/actors/ada", "/vergleich/a/b"])("%s is the app", async (url) => {
    const response = await request(app.server).get(url).set("Accept", "text/html").expect(200);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.headers["cache-control"]).toBe("no-store");
    expect(response.text).toContain("<p>page</p>");
  });

  it("keeps what carries a hash for ever", async () => {
    const response = await request(app.server).get("/assets/main-abc123.js").expect(200);
    expect(response.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const icon = await request(app.server).get("/favicon.svg").expect(200);
    expect(icon.headers["cache-control"]).toBe("public, max-age=0");
  });

  it.each(["/assets/main-old999.js", "/missing.png", "/api/nothing", "/api"])(
    "%s is not the app",
    async (url) => {
      const response = await request(app.server).get(url).set("Accept", "text/html").expect(404);
      expect(response.body.type).toBe("/problems/no-such-endpoint");
    },
  );

  it("does not leave the folder", async () => {
    for (const url of ["/..%2f..%2fpackage.json", "/assets/..%2f..%2f..%2fetc%2fpasswd"]) {
      const response = await request(app.server).get(url).set("Accept", "application/json");
      expect(response.status, url).toBeGreaterThanOrEqual(400);
      expect(response.status, url).toBeLessThan(500);
    }
  });
});
