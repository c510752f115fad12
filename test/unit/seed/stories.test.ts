/** The stories that ship: whole, in both languages, with views as the client writes them; and what a broken file says. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readView, writeView } from "../../../client/state/url.ts";
import { namedIds } from "../../../client/workshop/named-ids.ts";
import { readSeed, type SeedRecords } from "../../../seed/load.ts";
import { formatProblem, type SeedProblem } from "../../../seed/problem.ts";
import { readStories, type SeedStory } from "../../../seed/stories.ts";
import { keptStory, type SceneRecord, type Story } from "../../../server/contract/stories.ts";
import { withSeedFolder } from "../../fixtures/seed-folder.ts";
import { SMALL_STORY, scene, storyOf } from "../../fixtures/story.ts";

const SEED = new URL("../../../seed", import.meta.url).pathname;
const LONGEST_STORY_TITLE = 60;
const LANGUAGES = ["de", "en"] as const;
const WRONG_MARKS = /["'`´]|\s-\s|\.\.\./;

let stories: SeedStory[];
let records: SeedRecords;
let scenes: { place: string; scene: SceneRecord }[];
beforeAll(async () => {
  const problems: SeedProblem[] = [];
  stories = await readStories(SEED, problems);
  const seed = await readSeed(SEED);
  expect([...problems, ...seed.errors].map(formatProblem)).toEqual([]);
  if (!seed.records) throw new Error("the seed has no records");
  records = seed.records;
  scenes = stories.flatMap(({ record, story }) =>
    story.scenes.map((one) => ({ place: `${record.id}/${one.id}`, scene: one })),
  );
});

describe("the stories of the seed", () => {
  it("are one for each founding document, kept as a new story is", () => {
    expect(records.stories.map(({ id }) => id)).toEqual([
      "cluster-hessen",
      "digital-hub-initiative",
    ]);
    for (const { record, story } of stories) {
      expect(records.stories).toContainEqual(record);
      expect(keptStory.parse(JSON.parse(record.content))).toEqual({
        story,
        edition: 1,
        changedAt: "2026-11-25T00:00:00.000Z",
        sharing: null,
      });
      expect(record.title).toBe(story.title.de);
      expect(story.scenes.length).toBeGreaterThanOrEqual(7);
      expect(story.scenes.length).toBeLessThanOrEqual(10);
    }
  });

  it("say everything in both languages, with short titles and typographic marks", () => {
    const texts = stories.flatMap(({ record, story }) => [
      { place: record.id, kind: "title", text: story.title },
      { place: record.id, kind: "subtitle", text: story.subtitle },
      ...story.scenes.flatMap(({ id, title, caption, notes }) => [
        { place: `${record.id}/${id}`, kind: "title", text: title },
        { place: `${record.id}/${id}`, kind: "caption", text: caption },
        { place: `${record.id}/${id}`, kind: "notes", text: notes },
      ]),
    ]);
    const wrong = texts.flatMap(({ place, kind, text }) =>
      LANGUAGES.filter(
        (language) =>
          text[language].trim() === "" ||
          WRONG_MARKS.test(text[language]) ||
          (kind === "title" && text[language].length > LONGEST_STORY_TITLE),
      ).map((language) => `${place} ${kind} ${language}`),
    );
    expect(wrong).toEqual([]);
    expect(texts.filter(({ text }) => text.de === text.en)).toEqual([]);
  });

  it("have views as the client writes them", () => {
    const rewritten = scenes.map(({ scene: { view } }) => writeView(readView(view)));
    expect(rewritten).toEqual(scenes.map(({ scene: { view } }) => view));
  });

  it("name everyone of a view as the data do", () => {
    const byId = new Map(records.actors.map((actor) => [actor.id, actor]));
    const expected = scenes.map(({ scene: { view } }) =>
      namedIds(readView(view)).map((id) => ({
        id,
        name: byId.get(id)?.name,
        nameEn: byId.get(id)?.nameEn ?? null,
      })),
    );
    expect(scenes.map(({ scene: { names } }) => names)).toEqual(expected);
  });

  it("show a matrix, a table, a path, a cross-link, an actor and a pair revealed step by step", () => {
    for (const { story } of stories) {
      const views = story.scenes.map(({ view }) => readView(view));
      const pair = story.scenes.find(({ view }) => readView(view).opportunities.pair !== null);
      expect({
        modes: new Set(views.map(({ mode }) => mode)),
        hasPath: views.some(({ page }) => page === "paths"),
        panels: new Set(views.flatMap(({ panel }) => panel?.kind ?? [])),
        firstStep: pair?.steps[0],
        lastStep: pair?.steps.at(-1),
      }).toEqual({
        modes: new Set(["picture", "table", "matrix"]),
        hasPath: true,
        panels: new Set(["actor", "cross-link"]),
        firstStep: ["groups", "links"],
        lastStep: ["brokers"],
      });
    }
  });
});

/** Reads the small folder with these files in `stories/`. */
function readWith(files: Record<string, unknown>) {
  return withSeedFolder({}, async (folder) => {
    await mkdir(path.join(folder, "stories"));
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      await writeFile(path.join(folder, "stories", name), text);
    }
    return readSeed(folder);
  });
}

async function complaints(content: unknown): Promise<string[]> {
  const { records: none, errors } = await readWith({ "one.json": content });
  expect(none).toBeUndefined();
  return errors.map(formatProblem);
}

const withFirm = (patch: Partial<SceneRecord>): Story => storyOf([scene("one", patch)]);

describe("a story file", () => {
  it("is loaded when it names actors of the folder", async () => {
    const names = [{ id: "firm", name: "Müller, Söhne", nameEn: null }];
    const story = withFirm({ view: "?open=hub,sub&panel=actor:firm", names });
    const { records: read, errors } = await readWith({
      "one.json": { id: "one", story },
      "notes.txt": "no story",
    });
    expect(errors).toEqual([]);
    expect(read?.stories.map(({ id, title }) => [id, title])).toEqual([["one", "Vom Norden"]]);
  });

  it("is not needed", async () => {
    const { records: read } = await withSeedFolder({}, readSeed);
    expect(read?.stories).toEqual([]);
  });

  it("says that it is no JSON", async () => {
    expect(await complaints("{")).toEqual([
      expect.stringMatching(/^stories\/one\.json: expected JSON; came .+/),
    ]);
  });

  it("says each place where it has another form", async () => {
    const broken = {
      id: "one",
      story: {
        ...SMALL_STORY,
        version: 2,
        scenes: [{ ...scene("one"), view: "page=paths", steps: [["all"]], extra: 1 }, scene("one")],
      },
    };
    expect(await complaints(broken)).toEqual([
      'stories/one.json, column story.version: expected one of 1; came "2"',
      'stories/one.json, column story.scenes.0.view: expected the query of an address: empty, or beginning with ?; came "page=paths"',
      'stories/one.json, column story.scenes.0.steps.0.0: expected one of groups, actors, bridges, links, missing, brokers; came "all"',
      expect.stringMatching(
        /^stories\/one\.json, column story\.scenes\.0: expected no field extra;/,
      ),
    ]);
    expect(await complaints({ id: "one", story: storyOf([scene("a"), scene("a")]) })).toEqual([
      expect.stringMatching(/column story\.scenes\.1\.id: expected another id than the scenes/),
    ]);
  });

  it("has to be named by its id", async () => {
    expect(await complaints({ id: "two", story: storyOf([]) })).toEqual([
      'stories/one.json, column id: expected the name of the file (one); came "two"',
    ]);
  });

  it.each([
    ["?panel=actor:gone", "gone"],
    ["?panel=cross-link:hub~gone", "gone"],
    ["?open=hub,gone", "gone"],
    ["?layout=radial&centre=gone", "gone"],
    ["?page=paths&from=hub&to=firm&path=hub,gone,firm", "gone"],
    ["?page=opportunities&pair=gone~hub", "gone"],
  ])("says whom %s names and nobody knows", async (view, id) => {
    expect(await complaints({ id: "one", story: withFirm({ view }) })).toEqual([
      `stories/one.json, column story.scenes.0.view: expected the id of an actor; came "${id}"`,
    ]);
  });

  it("says which of its names nobody knows", async () => {
    const names = [{ id: "gone", name: "Gone", nameEn: null }];
    expect(await complaints({ id: "one", story: withFirm({ names }) })).toEqual([
      'stories/one.json, column story.scenes.0.names.0.id: expected the id of an actor; came "gone"',
    ]);
  });
});
