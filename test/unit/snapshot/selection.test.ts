/** What each filter lets pass, alone and together. */
import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, LINK_TYPES } from "../../../server/contract/vocabulary.ts";
import { countMembers } from "../../../server/snapshot/extents.ts";
import {
  countActorFacets,
  countLinkFacets,
  countYears,
} from "../../../server/snapshot/facet-counts.ts";
import { NO_FILTERS, type ResolvedFilters, select } from "../../../server/snapshot/selection.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText, snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { randomGraph } from "../../fixtures/random-graph.ts";

const graph = graphFromText(
  `
  hub1:hub(city=Berlin state=Berlin topics=ai); hub2:hub -PART_OF 2019..-> hub1
  ada(city=Köln state=NRW topics=nlp) -MEMBER_OF ..2018-> hub1
  bob(city=Köln) -MEMBER_OF general_knowledge-> hub2
  eve:university -FUNDS 2017..2020 public_record-> ada
  eve -COLLABORATES_WITH-> bob
  eve -PARTICIPATES_IN-> p1:project
`,
  [
    { id: "ai", nameDe: "KI", nameEn: "AI" },
    { id: "nlp", nameDe: "Sprache", nameEn: "Language", broader: "ai" },
  ],
);

function passing(filters: Partial<ResolvedFilters>, snapshot: Snapshot = graph) {
  const selection = select(snapshot, { ...NO_FILTERS, ...filters });
  const actors = Array.from(selection.actors.keys()).filter((actor) => selection.actors[actor]);
  const links = Array.from(selection.links.keys()).filter((link) => selection.links[link]);
  return {
    actors: actors.map((actor) => snapshot.actorId(actor)).join(" "),
    links: links.map((link) => snapshot.linkId(link)).join(" "),
  };
}

const maskOf = <T>(vocabulary: readonly T[], ...chosen: T[]) =>
  Uint8Array.from(vocabulary, (value) => Number(chosen.includes(value)));

describe("select", () => {
  it("lets everything but projects pass without filters", () => {
    expect(passing({})).toEqual({
      actors: "ada bob eve hub1 hub2",
      links: "l001 l002 l003 l004 l005",
    });
  });

  it("shows projects where their kind is asked for", () => {
    expect(passing({ kinds: maskOf(ACTOR_KINDS, "project", "university") })).toEqual({
      actors: "eve p1",
      links: "l006",
    });
  });

  it("passes a link only of a chosen type and with both ends passing", () => {
    expect(passing({ types: maskOf(LINK_TYPES, "FUNDS", "MEMBER_OF") }).links).toBe(
      "l002 l003 l004",
    );
    expect(passing({ kinds: maskOf(ACTOR_KINDS, "company", "university") }).links).toBe(
      "l004 l005",
    );
  });

  it("counts a link in the years of its life; unknown dates exclude nothing", () => {
    expect(passing({ year: 2016 }).links).toBe("l002 l003 l005");
    expect(passing({ year: 2018 }).links).toBe("l002 l003 l004 l005");
    expect(passing({ year: 2021 }).links).toBe("l001 l003 l005");
  });

  it("passes links at least as sure", () => {
    expect(passing({ confidence: 0 }).links).toBe("l001 l002 l005");
    expect(passing({ confidence: 1 }).links).toBe("l001 l002 l004 l005");
    expect(passing({ confidence: 2 }).links).toBe("l001 l002 l003 l004 l005");
  });

  it("passes a group with its members, direct and nested, whose membership holds", () => {
    const groups = [graph.groupOf(graph.findActor("hub1"))];
    expect(passing({ groups }).actors).toBe("ada bob hub1 hub2");
    expect(passing({ groups, year: 2019 }).actors).toBe("bob hub1 hub2");
    expect(passing({ groups, year: 2018 }).actors).toBe("ada bob hub1");
    expect(passing({ groups, confidence: 1 }).actors).toBe("ada hub1 hub2");
  });

  it("passes by state, city, topic mask and search, all together", () => {
    const states = maskOf(graph.data.states, "NRW", "Berlin");
    const cities = maskOf(graph.data.cities, "Köln");
    const found = Uint8Array.from({ length: graph.actorCount }, (_, actor) =>
      Number(["ada", "bob", "hub1"].includes(graph.actorId(actor))),
    );
    const topics = Uint8Array.of(1, 1);
    expect(passing({ states }).actors).toBe("ada hub1");
    expect(passing({ cities }).actors).toBe("ada bob");
    expect(passing({ topics }).actors).toBe("ada hub1");
    expect(passing({ found }).actors).toBe("ada bob hub1");
    expect(passing({ states, cities, topics, found }).actors).toBe("ada");
  });

  it("counts a participation for a participant that passes, whatever the project is", () => {
    const count = (filters: Partial<ResolvedFilters>) =>
      select(graph, { ...NO_FILTERS, ...filters }).participations.reduce((a, b) => a + b, 0);
    expect(count({})).toBe(1);
    expect(count({ kinds: maskOf(ACTOR_KINDS, "university") })).toBe(1);
    expect(count({ kinds: maskOf(ACTOR_KINDS, "company") })).toBe(0);
    expect(count({ types: maskOf(LINK_TYPES, "FUNDS") })).toBe(0);
  });
});

describe("countMembers", () => {
  it("counts members that pass, once each, without the group itself", () => {
    const groups = ["hub1", "hub2"].map((id) => graph.groupOf(graph.findActor(id)));
    const sizes = (filters: Partial<ResolvedFilters>) => [
      ...countMembers(graph, select(graph, { ...NO_FILTERS, ...filters }), groups),
    ];
    expect(sizes({})).toEqual([3, 1]);
    expect(sizes({ kinds: maskOf(ACTOR_KINDS, "company") })).toEqual([2, 1]);
    expect(sizes({ types: maskOf(LINK_TYPES, "FUNDS") })).toEqual([3, 1]);
    expect(sizes({ confidence: 0 })).toEqual([2, 0]);
  });
});

describe("facets", () => {
  const random = snapshotFromRecords(randomGraph(7));
  const groups = [0, 3, 5];
  const cases: Partial<ResolvedFilters>[] = [
    {},
    { year: 2017 },
    { groups, confidence: 1 },
    { groups, year: 2018, types: maskOf(LINK_TYPES, "FUNDS", "MEMBER_OF", "COLLABORATES_WITH") },
    { kinds: maskOf(ACTOR_KINDS, "company", "hub", "project"), groups: [1, 2] },
  ];
  const totals = (filters: Partial<ResolvedFilters>) => {
    const selection = select(random, { ...NO_FILTERS, ...filters });
    const sum = (mask: Uint8Array) => mask.reduce((a, b) => a + b, 0);
    return { actors: sum(selection.actors), links: sum(selection.links) };
  };

  it.each(cases)("says what choosing each value would leave: %o", (filters) => {
    const resolved = { ...NO_FILTERS, ...filters };
    const counts = {
      ...countActorFacets(random, resolved),
      ...countLinkFacets(random, resolved),
      years: countYears(random, resolved),
    };
    ACTOR_KINDS.forEach((kind, index) => {
      const then = totals({ ...filters, kinds: maskOf(ACTOR_KINDS, kind) });
      expect([kind, counts.kinds[index]]).toEqual([kind, then.actors]);
    });
    LINK_TYPES.forEach((type, index) => {
      const then = totals({ ...filters, types: maskOf(LINK_TYPES, type) });
      expect([type, counts.types[index]]).toEqual([type, then.links]);
    });
    for (let group = 0; group < random.groupCount; group += 1) {
      const then = totals({ ...filters, groups: [group] });
      expect([group, counts.groups[group]]).toEqual([group, then.actors]);
    }
    expect([...counts.confidence]).toEqual(
      [0, 1, 2].map((confidence) => totals({ ...filters, confidence }).links),
    );
    expect(counts.years.length).toBeGreaterThan(5);
    for (const { year, count } of counts.years) {
      expect([year, count]).toEqual([year, totals({ ...filters, year }).links]);
    }
  });

  it("counts an actor for its topics and every broader one, once each", () => {
    expect([...countActorFacets(graph, NO_FILTERS).topics]).toEqual([2, 1]);
    const topics = Uint8Array.of(0, 1);
    expect([...countActorFacets(graph, { ...NO_FILTERS, topics }).topics]).toEqual([2, 1]);
    expect([...countActorFacets(graph, { ...NO_FILTERS, topics }).states]).toEqual(
      graph.data.states.map((state) => Number(state === "NRW")),
    );
  });
});
