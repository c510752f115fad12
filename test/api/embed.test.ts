/** The page that other sites may show in a frame: only those that the story names, and only while it is shared. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import request from "supertest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actions } from "../../server/contract/api.ts";
import { SMALL_STORY } from "../fixtures/story.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

let app: TestApp;
let id: string;
const clientDir = mkdtempSync(path.join(tmpdir(), "querblick-client-"));

beforeAll(async () => {
  writeFileSync(path.join(clientDir, "index.html"), "<!doctype html><head></head><p>Page</p>");
  app = await openTestApp(smallGraph(), { clientDir });
  const body = { id: null, story: SMALL_STORY, replaces: null };
  const kept = await request(app.server).post("/api/stories").send(body).expect(200);
  id = actions.keepStory.result.parse(kept.body).id;
});
afterAll(async () => {
  await app.close();
  rmSync(clientDir, { recursive: true });
});

const share = async (embedOrigins: string[], isShared = true) => {
  const body = { id, isShared, embedOrigins };
  const { body: result } = await request(app.server)
    .post("/api/stories/share")
    .send(body)
    .expect(200);
  return actions.shareStory.result.parse(result).sharing?.token ?? "";
};
const ancestorsOf = (policy: string | undefined) =>
  /frame-ancestors ([^;]+)/.exec(policy ?? "")?.[1];

it("may be framed by the named origins and nobody else", async () => {
  const token = await share(["https://example.org", "http://localhost:8080"]);
  const page = await request(app.server).get(`/embed/${token}`).expect(200);
  expect(page.text).toContain("<p>Page</p>");
  expect(ancestorsOf(page.headers["content-security-policy"])).toBe(
    "https://example.org http://localhost:8080",
  );
  expect(page.headers["x-frame-options"]).toBeUndefined();
  await share([]);
  const closed = await request(app.server).get(`/embed/${token}`).expect(200);
  expect(ancestorsOf(closed.headers["content-security-policy"])).toBe("'none'");
});

it("is gone with the address, and no other page can be framed elsewhere", async () => {
  const token = await share(["https://example.org"]);
  await share([], false);
  await request(app.server).get(`/embed/${token}`).expect(404);
  await request(app.server).get("/embed/").expect(404);
  for (const address of ["/", `/show/${token}`, "/present/x"]) {
    const { headers } = await request(app.server).get(address).set("Accept", "text/html");
    expect(ancestorsOf(headers["content-security-policy"]), address).toBe("'self'");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
  }
});
