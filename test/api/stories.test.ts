/** Stories over HTTP: kept, changed, shared, removed; two at once; bad files, each with nothing changed. */
import request from "supertest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { actions, api } from "../../server/contract/api.ts";
import { problem } from "../../server/contract/problem.ts";
import type { StoryResult } from "../../server/contract/stories.ts";
import { LONGEST_STORY } from "../../server/contract/story-words.ts";
import { ODD_TITLE, SMALL_STORY, scene, storyOf } from "../fixtures/story.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

const PATH = "/api/stories";
const UNKNOWN = scene("three", {
  view: "?panel=actor:gone",
  names: [{ id: "gone", name: "Ada", nameEn: null }],
});

describe("stories", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(smallGraph());
  });
  afterAll(() => app.close());
  afterEach(async () => {
    for (const { id, edition } of (await list()).stories) {
      await post("/remove", { id, replaces: edition }).expect(200);
    }
  });

  const post = (path: string, body: unknown) =>
    request(app.server)
      .post(PATH + path)
      .type("json")
      .send(body as object);
  const list = async () =>
    api.stories.result.parse((await request(app.server).get(PATH).expect(200)).body);
  const read = async (id: string) =>
    api.story.result.parse((await request(app.server).get(`${PATH}/${id}`).expect(200)).body);
  const keep = async (patch: object = {}): Promise<StoryResult> => {
    const response = await post("", { id: null, story: SMALL_STORY, replaces: null, ...patch });
    expect(response.status, response.text).toBe(200);
    return actions.keepStory.result.parse(response.body);
  };
  const refusal = async (path: string, body: unknown, status: number) => {
    const before = await list();
    const response = await post(path, body);
    expect(response.status, response.text).toBe(status);
    expect(await list()).toEqual(before);
    return problem.parse(response.body);
  };

  it("are kept, read, listed, changed and removed, and the graph keeps its revision", async () => {
    const first = await keep();
    expect(first).toMatchObject({ edition: 1, sharing: null, missing: [], story: SMALL_STORY });
    const { id } = first;
    const title = { de: ODD_TITLE, en: "" };
    const second = await keep({ id, story: storyOf([scene("one")], { title }), replaces: 1 });
    expect(second).toMatchObject({ id, edition: 2, story: { title } });
    expect(await read(id)).toEqual(second);
    expect((await list()).stories).toMatchObject([{ id, title, scenes: 1, edition: 2 }]);
    const { body } = await request(app.server).get("/api/health");
    expect(body.revision).toBe(1);
    await post("/remove", { id, replaces: 2 }).expect(200);
    expect(await list()).toEqual({ stories: [], unreadable: [] });
    await request(app.server).get(`${PATH}/${id}`).expect(404);
    // Undo of a removal: the same story under its old name.
    expect(await keep({ id })).toMatchObject({ id, edition: 1 });
  });

  it("of somebody else are not overwritten, removed or brought back by accident", async () => {
    const { id } = await keep();
    await keep({ id, replaces: 1 });
    const late = { id, story: storyOf([]), replaces: 1 };
    expect((await refusal("", late, 409)).type).toBe("/problems/conflict");
    await refusal("", { ...late, replaces: null }, 409);
    await refusal("/remove", { id, replaces: 1 }, 409);
    await post("/remove", { id, replaces: 2 }).expect(200);
    await refusal("", { ...late, replaces: 2 }, 409);
  });

  it("lets one of many win who change the same story at once", async () => {
    const { id } = await keep();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        post("", { id, story: storyOf([scene(`by-${i}`)]), replaces: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    const { story, edition } = await read(id);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect([story.scenes[0]?.id, edition]).toEqual([`by-${winner}`, 2]);
  });

  it("say who of their scenes is gone and who comes nearest, and take such a file only when told to", async () => {
    const story = storyOf([scene("one"), UNKNOWN]);
    const refused = await refusal("", { id: null, story, replaces: null }, 400);
    expect(refused.errors).toEqual([
      { parameter: "story.scenes", detail: 'expected actors of this graph (got "gone")' },
    ]);
    const { id } = await keep({ story, allowsMissing: true });
    const { missing } = await read(id);
    expect(missing).toMatchObject([{ scene: "three", id: "gone", name: "Ada" }]);
    expect(missing[0]?.nearest[0]).toMatchObject({ id: "ada", name: "Ada GmbH" });
  });

  it("are shared at a token without the speaker's notes, until the address is taken back", async () => {
    const { id } = await keep();
    const share = (patch: object) =>
      post("/share", { id, isShared: true, embedOrigins: [], ...patch });
    const { sharing } = actions.shareStory.result.parse(
      (await share({ embedOrigins: ["https://example.org", "http://localhost:8080"] })).body,
    );
    expect(sharing?.embedOrigins).toEqual(["https://example.org", "http://localhost:8080"]);
    const address = `/api/shared/${sharing?.token}`;
    const answer = await request(app.server).get(address).expect(200);
    const { story } = api.shared.result.parse(answer.body);
    expect(story.scenes.map(({ notes }) => notes)).toEqual(Array(2).fill({ de: "", en: "" }));
    expect(answer.text).not.toContain("speaker.");
    // The same address for the same story; sharing is no change of it.
    const again = await share({});
    expect(again.body.sharing).toEqual({ token: sharing?.token, embedOrigins: [] });
    expect((await read(id)).edition).toBe(1);
    await keep({ id, replaces: 1 });
    await request(app.server).get(address).expect(200);
    await share({ isShared: false }).expect(200);
    await request(app.server).get(address).expect(404);
    const { body } = await share({});
    expect(body.sharing.token).not.toBe(sharing?.token);
    for (const origin of ["example.org", "https://a.b/c", "ftp://a.b", "https://u@a.b", "*", ""]) {
      const { errors } = await refusal(
        "/share",
        { id, isShared: true, embedOrigins: ["https://example.org", origin] },
        400,
      );
      expect(errors?.[0]?.parameter).toBe("embedOrigins.1");
    }
  });

  it("refuses bad files with the place, what was expected and what came", async () => {
    const sent = (story: unknown) => ({ id: null, story, replaces: null });
    const cases: [unknown, string, RegExp][] = [
      [null, "story", /expected object \(got null\)/],
      [{ ...SMALL_STORY, version: 7 }, "story.version", /newer Querblick \(got 7\)/],
      [{ ...SMALL_STORY, version: "1" }, "story.version", /version 1 \(got "1"\)/],
      [{ ...SMALL_STORY, format: "other" }, "story.format", /querblick-story/],
      [storyOf([scene("one"), scene("one")]), "story.scenes.1.id", /another id/],
      [storyOf([scene("one", { arrangement: 3 })]), "story.scenes.0.arrangement", /of the 0/],
      [storyOf([scene("one", { view: "javascript:alert(1)" })]), "story.scenes.0.view", /query/],
      [
        storyOf([scene("one", { steps: [["doom" as "links"]] })]),
        "story.scenes.0.steps.0.0",
        /groups/,
      ],
      [
        { ...SMALL_STORY, arrangements: [{ ids: ["a"], x: [], y: [1] }] },
        "story.arrangements.0",
        /same length/,
      ],
      [{ ...SMALL_STORY, doom: 1 }, "story.doom", /unknown/],
    ];
    for (const [story, parameter, detail] of cases) {
      const { errors } = await refusal("", sent(story), 400);
      expect(errors?.[0]).toMatchObject({ parameter, detail: expect.stringMatching(detail) });
    }
    await refusal("", "[", 400);
    await refusal("", [], 400);
  });

  it("refuses a story that is too long, and stays well with the longest", async () => {
    const notes = (length: number) => ({ de: "a".repeat(length), en: "" });
    const long = (count: number) =>
      storyOf(Array.from({ length: count }, (_, i) => scene(`s${i}`, { notes: notes(9_000) })));
    const { errors } = await refusal("", { id: null, story: long(115), replaces: null }, 400);
    expect(errors?.[0]).toMatchObject({
      parameter: "story",
      detail: expect.stringMatching(/^expected at most 1000000 characters \(got 1\d{6}\)$/),
    });
    expect((await keep({ story: long(100) })).story.scenes).toHaveLength(100);
  });

  it("refuses fifty megabytes without reading them, and stays well", async () => {
    const big = storyOf([scene("one", { notes: { de: "ä".repeat(25_000_000), en: "" } })]);
    const before = await list();
    const response = await post("", { id: null, story: big, replaces: null }).catch(
      (error: NodeJS.ErrnoException) => error,
    );
    // The connection may be cut before the answer is read: the body is not taken in.
    if (!(response instanceof Error)) {
      expect(response.status).toBe(413);
      expect(problem.parse(response.body).detail).toBe(
        `body: expected at most ${(2 * LONGEST_STORY) / 1_000_000} MB (got more)`,
      );
    } else expect(["EPIPE", "ECONNRESET"]).toContain(response.code);
    expect(await list()).toEqual(before);
  });

  it("keeps unreadable ones of others and says so", async () => {
    await app.store.keepStory({ keep: { id: "odd", title: "Alt", content: "{}" } }, null);
    expect((await list()).unreadable).toMatchObject([{ id: "odd", title: "Alt" }]);
    await request(app.server).get(`${PATH}/odd`).expect(404);
    await post("/remove", { id: "odd", replaces: 1 }).expect(200);
    expect((await list()).unreadable).toEqual([]);
  });
});
