import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions, api, type EndpointName } from "../../server/contract/api.ts";
import { endpointNames } from "../../server/http/endpoints.ts";
import { SMALL_STORY } from "../fixtures/story.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

/** For every endpoint at least one address, on each of the two graphs. */
const ADDRESSES: Record<"small" | "seed", Record<EndpointName, string[]>> = {
  small: {
    health: ["/api/health"],
    graph: ["/api/graph", "/api/graph?kinds=company,project&limit=2", "/api/graph?q=ada"],
    overview: ["/api/overview", "/api/overview?groupKinds=hub&year=2019&confidence=stated"],
    actors: [
      "/api/actors",
      "/api/actors?q=sud&limit=1",
      "/api/actors?states=Bayern&topics=mobility",
    ],
    actor: ["/api/actors/ada", "/api/actors/south", "/api/actors/p1"],
    neighbours: ["/api/actors/ada/neighbours", "/api/actors/ada/neighbours?depth=3&limit=2"],
    groups: ["/api/groups", "/api/groups?groupKinds=cluster"],
    group: ["/api/groups/south", "/api/groups/inner?limit=1"],
    crossLinks: ["/api/cross-links?a=north&b=south", "/api/cross-links?a=ada&b=inner&limit=1"],
    matrix: ["/api/matrix", "/api/matrix?kind=hub"],
    paths: [
      "/api/paths?from=ada&to=eve",
      "/api/paths?from=north&to=south&ends=members&k=3&mode=fewest-hops",
      "/api/paths?from=ada&to=cid&notVia=bob&types=MEMBER_OF&kappa=0.25&mode=diverse",
    ],
    connect: ["/api/connect?ids=ada,bob,eve", "/api/connect?ids=ada,eve&year=1950"],
    opportunities: [
      "/api/opportunities",
      "/api/opportunities?kinds=hub&sort=nothing-yet&limit=1&hubPenalty=0.25",
      "/api/opportunities?groups=north&topics=ai&states=Schleswig-Holstein",
    ],
    opportunity: ["/api/opportunities/north/south", "/api/opportunities/inner/south"],
    partners: ["/api/actors/ada/partners", "/api/actors/bob/partners?scope=all&limit=1"],
    brokers: [
      "/api/brokers?a=north&b=south",
      "/api/brokers?a=ada&b=eve&umbrellas=include&beta=0.25",
    ],
    quality: ["/api/quality"],
    judgements: ["/api/judgements"],
    sources: ["/api/sources", "/api/sources?between=ada,bob,cid&year=2021"],
    stories: ["/api/stories"],
    story: ["/api/stories/:story"],
    shared: ["/api/shared/:token"],
    facets: ["/api/facets", "/api/facets?cities=Kiel&types=FUNDS&groups=north"],
  },
  seed: {
    health: ["/api/health"],
    graph: ["/api/graph", "/api/graph?kinds=project&limit=50000"],
    overview: ["/api/overview", "/api/overview?states=Hessen"],
    actors: ["/api/actors?q=Munchen", "/api/actors?q=digital+hub&limit=200"],
    actor: ["/api/actors/:first", "/api/actors/:group"],
    neighbours: ["/api/actors/:group/neighbours?depth=2&limit=1000"],
    groups: ["/api/groups"],
    group: ["/api/groups/:group?limit=1000"],
    crossLinks: ["/api/cross-links?a=:group&b=:other&limit=500"],
    matrix: ["/api/matrix?kind=hub,cluster,house_of,consortium,initiative,accelerator"],
    paths: [
      "/api/paths?from=:first&to=:other&k=50",
      "/api/paths?from=:group&to=:other&ends=members&mode=diverse",
    ],
    connect: ["/api/connect?ids=:first,:group,:other"],
    opportunities: ["/api/opportunities", "/api/opportunities?sort=nothing-yet&limit=100"],
    opportunity: ["/api/opportunities/holm/medical-valley", "/api/opportunities/:group/:other"],
    partners: ["/api/actors/tum/partners", "/api/actors/flynex/partners?scope=all&limit=100"],
    brokers: ["/api/brokers?a=holm&b=medical-valley", "/api/brokers?a=tum&b=goethe-uni&limit=50"],
    quality: ["/api/quality"],
    judgements: ["/api/judgements"],
    sources: ["/api/sources?states=Hessen"],
    stories: ["/api/stories"],
    story: ["/api/stories/:story"],
    shared: ["/api/shared/:token"],
    facets: ["/api/facets", "/api/facets?kinds=project"],
  },
};

describe.each(["small", "seed"] as const)("every endpoint on the %s graph", (graph) => {
  let app: TestApp;
  const places = new Map<string, string>();

  beforeAll(async () => {
    app = await openTestApp(graph === "seed" ? "seed" : smallGraph());
    const { body } = await request(app.server).get("/api/overview");
    const overview = api.overview.result.parse(body);
    const [pair] = overview.crossLinks;
    const { actors } = api.actors.result.parse((await request(app.server).get("/api/actors")).body);
    places.set(":first", actors[0]?.id ?? "");
    places.set(":group", pair?.a ?? "");
    places.set(":other", pair?.b ?? "");
    const kept = await tell("/api/stories", {
      id: null,
      story: SMALL_STORY,
      replaces: null,
      allowsMissing: true,
    });
    const { id } = actions.keepStory.result.parse(kept);
    places.set(":story", id);
    const share = { id, isShared: true, embedOrigins: [] };
    const { sharing } = actions.shareStory.result.parse(await tell("/api/stories/share", share));
    places.set(":token", sharing?.token ?? "");
  });
  afterAll(() => app.close());

  const tell = async (path: string, body: object): Promise<unknown> =>
    (await request(app.server).post(path).send(body).expect(200)).body;

  const cases = endpointNames.flatMap((name) =>
    ADDRESSES[graph][name].map((address) => [name, address] as const),
  );

  it.each(cases)("%s: %s answers as its contract says", async (name, address) => {
    const url = address.replaceAll(/:\w+/g, (place) => places.get(place) ?? place);
    const response = await request(app.server).get(url);
    expect(response.status, response.text).toBe(200);
    expect(response.headers["content-type"]).toBe("application/json; charset=utf-8");
    const result = api[name].result.parse(response.body);
    // Nothing on the wire that the contract does not name.
    expect(response.body).toEqual(result);
    if ("revision" in result) expect(result.revision).toBe(1);
  });
});

describe("the small graph's answers", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(smallGraph());
  });
  afterAll(() => app.close());

  it("tells its health", async () => {
    const { body } = await request(app.server).get("/api/health");
    expect(body).toMatchObject({
      status: "ok",
      store: { engine: "sqlite", reachable: true, schemaVersion: 1 },
      revision: 1,
      counts: { actors: 8, links: 11, sources: 1, topics: 2, groups: 3, projects: 1 },
      rejected: [],
      rejectedTotal: 0,
      warnings: [],
    });
  });

  it("counts what links the two hubs", async () => {
    const { body } = await request(app.server).get("/api/cross-links?a=north&b=south");
    expect(body.counts).toEqual({ links: 2, projects: 1, bridges: 1 });
    expect(body.bridges[0]).toMatchObject({
      id: "eve",
      inA: { id: "north" },
      inB: { id: "south" },
    });
  });

  it("gives every link its evidence", async () => {
    const { body } = await request(app.server).get("/api/actors/ada");
    expect(body.links).toHaveLength(3);
    for (const link of body.links) {
      expect(link.sources).toMatchObject([{ id: "s1", url: "https://example.org/s1" }]);
    }
  });

  it("finds a name without its umlaut", async () => {
    const { body } = await request(app.server).get("/api/actors?q=hub+sud");
    expect(body.actors[0]).toMatchObject({ id: "south", match: { field: "name" } });
  });

  it("goes on after a page by its cursor", async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/actors?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`;
      const { body } = await request(app.server).get(url).expect(200);
      const page = api.actors.result.parse(body);
      expect(page.total).toBe(7);
      ids.push(...page.actors.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect([...ids].sort()).toEqual(["ada", "bob", "cid", "eve", "inner", "north", "south"]);
  });
});
