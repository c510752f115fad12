/** The files for use without the service, over HTTP: what is put into the template, and what is refused. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions } from "../../server/contract/api.ts";
import { ODD_TITLE, SMALL_STORY, storyOf } from "../fixtures/story.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

/** The marks of the real one, and what looks like a mark to a careless replacement. */
const TEMPLATE = `<html lang="de"><title>%TITLE%</title><meta content="%DESCRIPTION%"><p lang="de">100 %</p>[%PACKAGE%]`;

describe("files for use without the service", () => {
  let folder: string;
  let app: TestApp;
  let story: string;
  let odd: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "querblick-template-"));
    const offlineTemplate = path.join(folder, "template.html");
    writeFileSync(offlineTemplate, TEMPLATE);
    app = await openTestApp(smallGraph(), { offlineTemplate });
    story = await keep(SMALL_STORY);
    const words = { de: ODD_TITLE, en: "$& %PACKAGE%" };
    odd = await keep(storyOf(SMALL_STORY.scenes, { title: words, subtitle: { de: "", en: "" } }));
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  async function keep(kept: typeof SMALL_STORY): Promise<string> {
    const body = { id: null, story: kept, replaces: null };
    const response = await request(app.server).post("/api/stories").send(body).expect(200);
    return actions.keepStory.result.parse(response.body).id;
  }
  const file = (id: string, query = "") =>
    request(app.server).get(`/api/stories/${id}/file.html${query}`);

  it("is the template with title, language and package", async () => {
    const { text, headers } = await file(story, "?lang=en").expect(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["content-disposition"]).toContain('attachment; filename="From-the-north.html"');
    const [head, packed = ""] = text.split("[");
    expect(head).toBe(
      '<html lang="en"><title>From the north – Querblick</title><meta content="From the north"><p lang="de">100 %</p>',
    );
    const pack = JSON.parse(
      gunzipSync(Buffer.from(packed.replace("]", ""), "base64")).toString("utf8"),
    );
    expect(pack).toMatchObject({ format: "querblick-package", isCut: false });
    expect(pack.stories.map(({ id }: { id: string }) => id)).toEqual([story]);
    expect(pack.stories[0].content).not.toContain("Für die Rednerin.");
  });

  it("is harmless with any title", async () => {
    const german = (await file(odd).expect(200)).text;
    expect(german).toContain(
      "<title>Müller &#38; Söhne „Größe“ 🚀 &#60;script&#62;alert(1)&#60;/script&#62; ]]&#62; &#34;&#39; – Querblick</title>",
    );
    const english = (await file(odd, "?lang=en").expect(200)).text;
    expect(english).toContain("<title>$&#38; %PACKAGE% – Querblick</title>");
    expect(english.match(/\[/g)).toHaveLength(1);
  });

  it("has the speaker's notes only when asked", async () => {
    const { text } = await file(story, "?notes=with").expect(200);
    const packed = Buffer.from(text.split("[")[1]?.replace("]", "") ?? "", "base64");
    expect(gunzipSync(packed).toString("utf8")).toContain("Für die Rednerin.");
  });

  it("has the package alone, compressed where that is understood", async () => {
    const zipped = await request(app.server).get("/api/package").query({ story }).expect(200);
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    const plain = await request(app.server)
      .get("/api/package")
      .query({ story })
      .set("Accept-Encoding", "identity")
      .expect(200);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect({ ...plain.body, made: "" }).toEqual({ ...zipped.body, made: "" });
  });

  it.each([
    ["/api/package?story=another", 404, "unknown-story"],
    ["/api/stories/another/file.html", 404, "unknown-story"],
    ["/api/stories/another/file.html?lang=fr", 400, "invalid-request"],
    ["/api/package?colour=red", 400, "invalid-request"],
  ])("refuses %s", async (address, status, type) => {
    const { body } = await request(app.server).get(address).expect(status);
    expect(body.type).toBe(`/problems/${type}`);
  });

  it("takes no other methods", async () => {
    const { body } = await request(app.server).post("/api/package").send({}).expect(405);
    expect(body.type).toBe("/problems/method-not-allowed");
  });

  it("says what is missing without the template", async () => {
    const bare = await openTestApp(smallGraph());
    const { body } = await request(bare.server).get(`/api/stories/x/file.html`).expect(404);
    expect(body.detail).toBe("template: expected the one that `npm run build` makes (got none)");
    await bare.close();
  });
});
