/**
 * The stories of the seed on a real service: every scene's questions are answered, what the captions count is in the
 * answers, and a story that somebody has worked on outlives the next loading.
 */
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Parameters } from "../../client/api.ts";
import { type Asked, questionsOf } from "../../client/graph-ui/questions-of-view.ts";
import { opportunitiesParameters } from "../../client/records/opportunities-question.ts";
import { readView } from "../../client/state/url.ts";
import type { View } from "../../client/state/view.ts";
import { loadSeed } from "../../seed/load.ts";
import { api, type EndpointName, type ResultOf } from "../../server/contract/api.ts";
import type { StoryRecord } from "../../server/contract/records.ts";
import { keptStory, type Story } from "../../server/contract/stories.ts";
import { openTestApp, seedFolder, type TestApp } from "../api/test-app.ts";

const HUBS = "digital-hub-initiative";
const HESSEN = "cluster-hessen";
/** The first ranking of a service takes seconds and says meanwhile how far it is. */
const RANKING_MS = 60_000;
const STILL_WORKING = 504;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp("seed");
  await vi.waitFor(() => expect(app.live.snapshot()).not.toBeNull(), { timeout: RANKING_MS });
}, 120_000);
afterAll(() => app.close());

async function ask<N extends EndpointName>(name: N, parameters: Parameters): Promise<ResultOf<N>> {
  const { result } = api[name];
  const path: string = api[name].path;
  const isPlace = ([key]: readonly [string, string]) => path.includes(`:${key}`);
  const address = parameters
    .filter(isPlace)
    .reduce((made, [key, value]) => made.replace(`:${key}`, encodeURIComponent(value)), path);
  const query = Object.fromEntries(parameters.filter((entry) => !isPlace(entry)));
  const response = await vi.waitFor(
    async () => {
      const answer = await request(app.server).get(address).query(query);
      if (answer.status === STILL_WORKING) throw new Error(answer.text);
      return answer;
    },
    { timeout: RANKING_MS, interval: 200 },
  );
  expect(response.status, `${address} ${response.text.slice(0, 300)}`).toBe(200);
  return result.parse(response.body) as ResultOf<N>;
}

function asked(view: View): Asked[] {
  const { panel } = view;
  const more: Asked[] = [];
  if (panel?.kind === "group") more.push(["group", [["id", panel.id]]]);
  if (panel?.kind === "cross-link") more.push(["crossLinks", pair(panel.a, panel.b)]);
  if (view.page === "opportunities" && view.opportunities.pair === null) {
    more.push(["opportunities", opportunitiesParameters(view.opportunities)]);
  }
  return [...questionsOf(view), ...more];
}

const pair = (a: string, b: string): Parameters => [
  ["a", a],
  ["b", b],
];

async function stories(): Promise<Map<string, Story>> {
  const kept = await app.store.stories();
  return new Map(
    kept.map(({ id, content }) => [id, keptStory.parse(JSON.parse(content)).story] as const),
  );
}

describe("every scene", () => {
  it.each([HUBS, HESSEN])("of %s has its questions answered, and nobody is missing", async (id) => {
    const story = (await stories()).get(id);
    expect(story?.scenes.length).toBeGreaterThan(0);
    for (const { view } of story?.scenes ?? []) {
      const questions = asked(readView(view));
      expect(questions.length, view).toBeGreaterThan(0);
      for (const [name, parameters] of questions) await ask(name, parameters);
    }
    const { missing } = await ask("story", [["id", id]]);
    expect(missing).toEqual([]);
  });

  it("of a path has found the path that it shows", async () => {
    const views = [...(await stories()).values()].flatMap(({ scenes }) =>
      scenes.map(({ view }) => readView(view)).filter(({ page }) => page === "paths"),
    );
    const shown: string[] = [];
    for (const view of views) {
      for (const [name, parameters] of asked(view)) {
        if (name !== "paths") continue;
        const { paths } = await ask("paths", parameters);
        const { chosen } = view.paths;
        const ids = paths.map(({ actors }) => actors.map((actor) => actor.id).join(" "));
        if (chosen.length > 0) expect(ids).toContain(chosen.join(" "));
        shown.push(chosen.length > 0 ? chosen.join(" ") : (ids[0] ?? ""));
      }
    }
    expect(shown.toSorted()).toEqual([
      "flynex smart-infrastructure-hub dehub-karlsruhe fzi",
      "kdlr-ost kdlr hodt edith hessian-ai",
      "tu-darmstadt hessian-ai uni-marburg",
    ]);
  });
});

describe("what the captions and notes count", () => {
  it("is what the overviews hold", async () => {
    const size = async (parameters: Parameters) => {
      const { groups, crossLinks, shown } = await ask("overview", parameters);
      return [groups.length, crossLinks.length, shown.actors];
    };
    const hessian = "cluster-netzwerke-hessen,houses-of";
    expect(await size([])).toEqual([52, 300, 357]);
    expect(await size([["groupKinds", "hub"]])).toEqual([20, 36, 357]);
    const kinds: [string, string] = ["groupKinds", "cluster,house_of"];
    expect(await size([kinds])).toEqual([32, 131, 357]);
    expect(await size([kinds, ["groups", hessian]])).toEqual([32, 88, 87]);
  });

  it("is what the cross-links hold", async () => {
    const counts = async (a: string, b: string) => (await ask("crossLinks", pair(a, b))).counts;
    expect(await counts("dehub-dresden-leipzig", "dehub-muenchen")).toEqual({
      links: 1,
      projects: 2,
      bridges: 2,
    });
    expect(await counts("feld-mobilitaet", "feld-ikt")).toEqual({
      links: 8,
      projects: 24,
      bridges: 1,
    });
  });

  it("is right about the five hubs that nothing links with another", async () => {
    const { cells } = await ask("matrix", [["kind", "hub"]]);
    const linked = new Set(cells.flatMap(({ a, b }) => [a, b]));
    const { links } = await ask("actor", [["id", "digital-hub-initiative"]]);
    const twelve = links.filter(({ type }) => type === "PART_OF").map(({ other }) => other.id);
    expect(twelve).toHaveLength(12);
    expect(twelve.filter((id) => !linked.has(id)).toSorted()).toEqual([
      "dehub-berlin",
      "dehub-frankfurt-darmstadt",
      "dehub-potsdam",
      "dehub-stuttgart",
      "insurlab-germany",
    ]);
  });

  it("is what the rankings hold", async () => {
    const { opportunities, compared } = await ask("opportunities", [["limit", "100"]]);
    const names = opportunities.map(({ a, b }) => `${a.id}~${b.id}`);
    expect(compared).toBe(859);
    expect(names[0]).toBe("software-cluster~hop");
    const withHub = opportunities.filter(({ a, b }) => a.kind === "hub" || b.kind === "hub");
    expect(withHub.filter(({ a, b }) => a.kind === b.kind)).toEqual([]);
    expect(withHub.map(({ a, b }) => `${a.id}~${b.id}`)[0]).toBe(
      "digital-hub-mobility~software-cluster",
    );
  });

  it.each([
    {
      a: "digital-hub-mobility",
      b: "software-cluster",
      observed: 20,
      expected: 24,
      bridges: ["sap"],
      first: "infineon dfki",
      brokers: ["sap", "tu-dresden", "tum", "dlr", "bosch"],
    },
    {
      a: "software-cluster",
      b: "hop",
      observed: 20,
      expected: 25,
      bridges: [],
      first: "tu-darmstadt uni-marburg",
      brokers: ["tum", "tu-dresden", "uni-saarland", "goethe-uni", "fau"],
    },
  ])("is what is known about $a and $b", async ({ a, b, first, brokers, bridges, ...counts }) => {
    const { opportunity } = await ask("opportunity", pair(a, b));
    expect({
      observed: opportunity.observed,
      expected: Math.round(opportunity.expected),
      bridges: opportunity.bridges.map(({ id }) => id),
      pairs: opportunity.pairs.length,
      first: opportunity.pairs.map(({ x, y }) => `${x.id} ${y.id}`)[0],
      brokers: opportunity.brokers.map(({ actor }) => actor.id),
    }).toEqual({ ...counts, bridges, pairs: 5, first, brokers });
  });
});

describe("loading again", () => {
  const load = () => loadSeed(app.store, seedFolder, { by: "test" });
  const kept = async (id: string): Promise<StoryRecord> => {
    const found = (await app.store.stories()).find((one) => one.id === id);
    if (!found) throw new Error(`no story ${id}`);
    return found;
  };

  it("changes nothing, and leaves a story as somebody has made it", async () => {
    const first = await kept(HUBS);
    const edited = { ...first, title: "Umgeschrieben", content: first.content.replace("Hub", "X") };
    await app.store.keepStory({ keep: edited }, first.content);
    const { changed, counts } = await load();
    expect([changed, counts.stories]).toEqual([0, 2]);
    expect(await kept(HUBS)).toEqual(edited);
  });

  it("brings back one that is gone", async () => {
    const { content } = await kept(HESSEN);
    await app.store.keepStory({ remove: HESSEN }, content);
    expect((await load()).changed).toBe(1);
    expect((await kept(HESSEN)).content).toBe(content);
  });
});
