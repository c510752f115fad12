/** Cross-links by hand: bridges, nesting, succession, what is no link; then against the definition on random graphs. */
import { describe, expect, it } from "vitest";
import { LINK_TYPES, MEMBERSHIP_TYPES } from "../../../server/contract/vocabulary.ts";
import { findBetween } from "../../../server/snapshot/between.ts";
import { countCrossLinks } from "../../../server/snapshot/cross-links.ts";
import { findGroupTies } from "../../../server/snapshot/group-ties.ts";
import { NO_FILTERS, type ResolvedFilters, select } from "../../../server/snapshot/selection.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText, snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { randomGraph } from "../../fixtures/random-graph.ts";

function groupNumber(snapshot: Snapshot, id: string): number {
  return snapshot.groupOf(snapshot.findActor(id));
}

function pair(snapshot: Snapshot, a: string, b: string, filters: Partial<ResolvedFilters> = {}) {
  const selection = select(snapshot, { ...NO_FILTERS, ...filters });
  const groups = [groupNumber(snapshot, a), groupNumber(snapshot, b)];
  const table = countCrossLinks(snapshot, selection, groups);
  return [table.links[1], table.projects[1], table.bridges[1]];
}

describe("countCrossLinks", () => {
  it("counts a link between members of one group only and members of the other only", () => {
    const graph = graphFromText(`
      one:hub; two:hub
      ada -MEMBER_OF-> one; bob -PARTNER_OF-> two
      ada -COLLABORATES_WITH-> bob; bob -FUNDS-> ada
    `);
    expect(pair(graph, "one", "two")).toEqual([2, 0, 0]);
  });

  it("counts links of the groups themselves", () => {
    const graph = graphFromText(`
      one:hub -COLLABORATES_WITH-> two:cluster
      ada -MEMBER_OF-> one; ada -SUPPORTS-> two
    `);
    expect(pair(graph, "one", "two")).toEqual([2, 0, 0]);
  });

  it("counts an actor of both as bridge, and none of its links", () => {
    const graph = graphFromText(`
      one:hub; two:hub
      ada -MEMBER_OF-> one; ada -MEMBER_OF-> two; bob -MEMBER_OF-> two
      ada -COLLABORATES_WITH-> bob
    `);
    expect(pair(graph, "one", "two")).toEqual([0, 0, 1]);
  });

  it("counts a group that is a member of the other as bridge", () => {
    const graph = graphFromText("one:hub -MEMBER_OF-> two:initiative");
    expect(pair(graph, "one", "two")).toEqual([0, 0, 1]);
  });

  it("never counts a membership, PART_OF or SUCCESSOR_OF as link", () => {
    const graph = graphFromText(`
      one:hub; two:hub; three:hub
      ada -MEMBER_OF-> one; bob -MEMBER_OF-> two
      ada -PART_OF-> bob; bob -SUCCESSOR_OF-> ada
      ada -MEMBER_OF-> three; bob -MEMBER_OF-> three
    `);
    expect(pair(graph, "one", "two")).toEqual([0, 0, 0]);
    expect(pair(graph, "one", "three")).toEqual([0, 0, 1]);
  });

  it("counts MEMBER_OF a plain actor as link", () => {
    const graph = graphFromText(`
      one:hub; two:hub; ada -MEMBER_OF-> one; club:association -MEMBER_OF-> two
      ada -MEMBER_OF-> club
    `);
    expect(pair(graph, "one", "two")).toEqual([1, 0, 0]);
  });

  it("takes members of a nested group for members of those around it, and leaves the nested pair out", () => {
    const graph = graphFromText(`
      inner:hub -PART_OF-> middle:hub; middle -PART_OF-> outer:initiative; other:hub
      ada -MEMBER_OF-> inner; bob -MEMBER_OF-> other; ada -FUNDS-> bob
      outer -SUPPORTS-> inner
    `);
    expect(pair(graph, "outer", "other")).toEqual([1, 0, 0]);
    expect(pair(graph, "inner", "other")).toEqual([1, 0, 0]);
    expect(pair(graph, "inner", "outer")).toEqual([0, 0, 0]);
  });

  it("leaves out groups in a chain of succession", () => {
    const graph = graphFromText(`
      new:hub -SUCCESSOR_OF-> old:hub; old -SUCCESSOR_OF-> oldest:hub
      ada -MEMBER_OF-> new; bob -MEMBER_OF-> oldest; ada -FUNDS-> bob; eve -MEMBER_OF-> new; eve -MEMBER_OF-> oldest
    `);
    expect(pair(graph, "new", "oldest")).toEqual([0, 0, 0]);
  });

  it("counts a project with one participant of each group only, once", () => {
    const graph = graphFromText(`
      one:hub; two:hub; ada -MEMBER_OF-> one; eve -MEMBER_OF-> one; bob -MEMBER_OF-> two
      both -MEMBER_OF-> one; both -MEMBER_OF-> two
      ada -PARTICIPATES_IN-> p1:project; eve -PARTICIPATES_IN-> p1; bob -PARTICIPATES_IN-> p1
      both -PARTICIPATES_IN-> p2:project; ada -PARTICIPATES_IN-> p2
      ada -PARTICIPATES_IN-> p3:project; eve -PARTICIPATES_IN-> p3
    `);
    expect(pair(graph, "one", "two")).toEqual([0, 1, 1]);
  });

  it("counts projects only where participation is among the types, and keeps bridges whatever the types", () => {
    const graph = graphFromText(`
      one:hub; two:hub; ada -MEMBER_OF-> one; bob -MEMBER_OF-> two; eve -MEMBER_OF-> one; eve -MEMBER_OF-> two
      ada -PARTICIPATES_IN-> p:project <-PARTICIPATES_IN- bob; ada -FUNDS-> bob
    `);
    const only = (type: string) => Uint8Array.from(LINK_TYPES, (each) => Number(each === type));
    expect(pair(graph, "one", "two")).toEqual([1, 1, 1]);
    expect(pair(graph, "one", "two", { types: only("FUNDS") })).toEqual([1, 0, 1]);
    expect(pair(graph, "one", "two", { types: only("PARTICIPATES_IN") })).toEqual([0, 1, 1]);
  });

  it("lets memberships and links pass year and confidence", () => {
    const graph = graphFromText(`
      one:hub; two:hub
      ada -MEMBER_OF 2015..2017-> one; bob -MEMBER_OF general_knowledge-> two
      ada -FUNDS 2016..-> bob; eve -MEMBER_OF ..2015-> one; eve -MEMBER_OF-> two
    `);
    expect(pair(graph, "one", "two", { year: 2016 })).toEqual([1, 0, 0]);
    expect(pair(graph, "one", "two", { year: 2015 })).toEqual([0, 0, 1]);
    expect(pair(graph, "one", "two", { year: 2018 })).toEqual([0, 0, 0]);
    expect(pair(graph, "one", "two", { confidence: 1 })).toEqual([0, 0, 1]);
  });
});

/** The definition, word by word, over every pair of ends. */
function byDefinition(snapshot: Snapshot, filters: ResolvedFilters, a: number, b: number) {
  const { links, members, actors } = { ...snapshot.data, members: snapshot.data.groups.members };
  const { actors: passes } = select(snapshot, filters);
  const holds = (link: number) => {
    const [since, until] = [links.since[link] ?? 0, links.until[link] ?? 0];
    const { year, confidence } = filters;
    const isAlive =
      year === null ||
      ((since === 0 || since < (year + 1) * 10_000) && (until === 0 || until >= year * 10_000));
    return isAlive && (confidence === null || (links.confidence[link] ?? 9) <= confidence);
  };
  const extent = (group: number) => {
    const found = new Set([snapshot.groupActor(group)]);
    for (let i = members.offsets[group] ?? 0; i < (members.offsets[group + 1] ?? 0); i += 1) {
      if (holds(members.link[i] ?? 0)) found.add(members.actor[i] ?? 0);
    }
    return found;
  };
  const [inA, inB] = [extent(a), extent(b)];
  const onlyA = (actor: number) => inA.has(actor) && !inB.has(actor);
  const onlyB = (actor: number) => inB.has(actor) && !inA.has(actor);
  const isChosen = (link: number) => filters.types?.[links.type[link] ?? 0] !== 0;
  let count = 0;
  const sides = new Map<number, Set<string>>();
  for (let link = 0; link < links.count; link += 1) {
    const [source, target] = [links.source[link] ?? 0, links.target[link] ?? 0];
    const type = snapshot.linkType(link);
    if (!holds(link) || !isChosen(link) || passes[source] !== 1) continue;
    if (type === "PARTICIPATES_IN" && snapshot.isProject(target)) {
      const side = sides.get(target) ?? new Set();
      sides.set(target, side.add(onlyA(source) ? "a" : onlyB(source) ? "b" : "neither"));
      continue;
    }
    const isMembership =
      MEMBERSHIP_TYPES.some((each) => each === type) && snapshot.groupOf(target) >= 0;
    if (isMembership || type === "PART_OF" || type === "SUCCESSOR_OF") continue;
    if (passes[target] !== 1) continue;
    if ((onlyA(source) && onlyB(target)) || (onlyB(source) && onlyA(target))) count += 1;
  }
  const joint = [...sides.values()].filter((side) => side.has("a") && side.has("b")).length;
  const bridges = [...inA].filter(
    (actor) => inB.has(actor) && passes[actor] === 1 && !snapshot.isProject(actor),
  );
  return { links: count, projects: joint, bridges: bridges.length, actors: actors.count };
}

describe.each([1, 2, 3, 4, 5, 6])("on random graph %i", (seed) => {
  const snapshot = snapshotFromRecords(randomGraph(seed));
  const groups = Array.from({ length: snapshot.groupCount }, (_, group) => group);
  const cases: Partial<ResolvedFilters>[] = [
    {},
    { year: 2017, confidence: 1 },
    { kinds: Uint8Array.from({ length: 15 }, (_, kind) => Number(kind % 3 !== 1)) },
    { types: Uint8Array.from(LINK_TYPES, (_, type) => Number(type > 4)) },
  ];

  it.each(cases)(
    "agrees with the definition, the pair's list and the group's ties: %o",
    (filter) => {
      const filters = { ...NO_FILTERS, ...filter };
      const selection = select(snapshot, filters);
      const table = countCrossLinks(snapshot, selection, groups);
      let total = 0;
      for (const a of groups) {
        const { ties, carriers } = findGroupTies(snapshot, selection, a);
        for (const b of groups) {
          if (a >= b) continue;
          const cell = a * table.size + b;
          const { links, projects, bridges } = byDefinition(snapshot, filters, a, b);
          const expected = [links, projects, bridges];
          const counted = [table.links[cell], table.projects[cell], table.bridges[cell]];
          const types = table.byType.reduce((sum, ofType) => sum + (ofType?.[cell] ?? 0), 0);
          const between = findBetween(
            snapshot,
            selection,
            snapshot.groupActor(a),
            snapshot.groupActor(b),
          );
          const listed = [between.links, between.projects, between.bridges];
          expect(listed.map((list) => list.length)).toEqual(expected);
          if (snapshot.structure(a, b) !== null) {
            expect(counted).toEqual([0, 0, 0]);
            expect(ties.some(({ group }) => group === b)).toBe(false);
            continue;
          }
          expect(counted).toEqual(expected);
          expect(types).toBe(links);
          const tie = ties.find(({ group }) => group === b);
          expect([tie?.links ?? 0, tie?.projects ?? 0, tie?.bridges ?? 0]).toEqual(expected);
          const carried = carriers.filter(({ group }) => group === b);
          expect(carried.reduce((sum, carrier) => sum + carrier.links, 0)).toBe(links);
          expect(carried.filter(({ bridge }) => bridge)).toHaveLength(bridges);
          expect(carried.some((carrier) => carrier.projects > 0)).toBe(projects > 0);
          total += links + projects + bridges;
        }
      }
      expect(total).toBeGreaterThan(0);
    },
  );
});
