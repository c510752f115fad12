import { expect, test } from "vitest";
import { graphScene, layoutGraphOf, overviewScene } from "../../../../client/graph/model.ts";
import { radialScene } from "../../../../client/graph/radial-scene.ts";
import { pairId, pairOf } from "../../../../client/graph/scene-options.ts";
import {
  circleAround,
  enclosingCircle,
  SPREAD_GAP,
  spreadAround,
} from "../../../../client/graph/spread.ts";
import type { GraphResult, NeighboursResult } from "../../../../server/contract/explore.ts";
import { ACTOR_KINDS, LINK_TYPES } from "../../../../server/contract/vocabulary.ts";
import { groupResult, member, overviewGroup, overviewOf, seeded } from "./fixtures.ts";

const options = {
  evidence: "all",
  unfiltered: null,
  name: (ref: { name: string }) => ref.name,
} as const;

const overview = overviewOf(
  [
    overviewGroup("a", { r: 40, total: 9 }),
    overviewGroup("b", { x: 120, short: "B" }),
    overviewGroup("inner", { x: 400, r: 20, parent: "outer" }),
    overviewGroup("outer", { x: 410, r: 60 }),
  ],
  [
    ["a", "b", 3, 2, 1],
    ["b", "outer", 0, 4, 0],
    ["inner", "outer", 5, 0, 0],
  ],
);

test("the overview: discs in their places, ribbons by the chosen evidence, none within a nest", () => {
  const { nodes, edges } = overviewScene(overview, [], options);
  expect(nodes.map(({ id, role, parent, weight }) => [id, role, parent, weight])).toEqual([
    ["a", "disc", null, 9],
    ["b", "disc", null, 3],
    ["inner", "disc", "outer", 3],
    ["outer", "disc", null, 3],
  ]);
  expect(nodes[1]).toMatchObject({ x: 120, y: 0, label: "Gruppe b", short: "B", faded: false });
  expect(edges.map(({ id, count, bridges }) => [id, count, bridges])).toEqual([
    ["a~b", 6, 1],
    ["b~outer", 4, 0],
  ]);
  const counts = (evidence: "links" | "projects" | "shared") =>
    overviewScene(overview, [], { ...options, evidence }).edges.map((edge) => [
      edge.id,
      edge.count,
      edge.bridges,
    ]);
  expect(counts("links")).toEqual([["a~b", 3, 0]]);
  expect(counts("projects")).toEqual([
    ["a~b", 2, 0],
    ["b~outer", 4, 0],
  ]);
  expect(counts("shared")).toEqual([["a~b", 1, 1]]);
});

test("filters fade: groups without members, ribbons that are no longer there", () => {
  const filtered = overviewOf(
    overview.groups.map((group) => ({ ...group, size: group.id === "outer" ? 0 : 1 })),
    [["a", "b", 1, 0, 0]],
  );
  const { nodes, edges } = overviewScene(filtered, [], { ...options, unfiltered: overview });
  expect(nodes.filter((one) => one.faded).map(({ id }) => id)).toEqual(["outer"]);
  expect(edges.map(({ id, count, faded }) => [id, count, faded])).toEqual([
    ["a~b", 1, false],
    ["b~outer", 4, true],
  ]);
});

test("an opened group holds its actors; its ribbons end at those that carry them", () => {
  const opened = groupResult("a", [member("x", -30, 0), member("y", 30, 0)], {
    carriers: [
      { actor: "x", group: "b", links: 2, projects: 1, bridge: true },
      { actor: "y", group: "b", links: 0, projects: 3, bridge: false },
      { actor: "y", group: "unknown", links: 1, projects: 0, bridge: false },
    ],
  });
  const { nodes, edges } = overviewScene(overview, [opened], options);
  const hull = nodes.find(({ id }) => id === "a");
  const actors = nodes.filter(({ role }) => role === "actor");
  expect(hull?.role).toBe("hull");
  expect(actors.map(({ id, parent, weight }) => [id, parent, weight])).toEqual([
    ["x", "a", 4],
    ["y", "a", 3],
  ]);
  for (const actor of actors) {
    expect(Math.hypot(actor.x - (hull?.x ?? 0), actor.y - (hull?.y ?? 0)) + actor.r).toBeLessThan(
      hull?.r ?? 0,
    );
  }
  expect(edges.map(({ id, count, bridges }) => [id, count, bridges])).toEqual([
    ["b~outer", 4, 0],
    [pairId("x", "b"), 4, 1],
    [pairId("y", "b"), 3, 0],
  ]);
});

test("what grows pushes the others away and nothing comes to overlap; closed, all is as it was", () => {
  const members = Array.from({ length: 60 }, (_, i) =>
    member(`m${i}`, Math.cos(i * 2.4) * 13 * Math.sqrt(i), Math.sin(i * 2.4) * 13 * Math.sqrt(i)),
  );
  const { nodes } = overviewScene(overview, [groupResult("a", members)], options);
  const discs = nodes.filter(({ role, parent }) => role !== "actor" && parent === null);
  for (const one of discs) {
    for (const other of discs) {
      if (one === other) continue;
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r);
    }
  }
  const actors = nodes.filter(({ role }) => role === "actor");
  for (const one of actors) {
    for (const other of actors) {
      if (one === other) continue;
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r);
    }
  }
  // The nested disc has moved with the one it lies in.
  const place = (id: string) => nodes.find((one) => one.id === id)?.x ?? 0;
  expect(place("outer") - place("inner")).toBeCloseTo(10);
  expect(place("b")).toBeGreaterThan(150);
  expect(overviewScene(overview, [], options).nodes[1]?.x).toBe(120);
});

test("an opened group with a group nested in it shows that as a hull of its own", () => {
  const opened = groupResult("outer", [
    member("inner", 420, 30),
    member("z", 430, 40, "inner"),
    member("q", 400, -20),
  ]);
  const { nodes } = overviewScene(overview, [opened], options);
  const roles = new Map(nodes.map(({ id, role, parent }) => [id, [role, parent]]));
  expect(roles.get("inner")).toEqual(["hull", "outer"]);
  expect(roles.get("z")).toEqual(["actor", "inner"]);
  expect(roles.get("q")).toEqual(["actor", "outer"]);
});

test("opening a nested group makes its parent grow around it", () => {
  const opened = groupResult("inner", [member("z", 370, 0), member("w", 430, 0)]);
  const { nodes } = overviewScene(overview, [opened], options);
  const [inner, outer] = [nodes.find((n) => n.id === "inner"), nodes.find((n) => n.id === "outer")];
  expect([inner?.role, outer?.role]).toEqual(["hull", "disc"]);
  const away = Math.hypot((inner?.x ?? 0) - (outer?.x ?? 0), (inner?.y ?? 0) - (outer?.y ?? 0));
  expect(away + (inner?.r ?? 0)).toBeLessThan(outer?.r ?? 0);
});

test("an actor of two opened groups is drawn once, linked to the group it is not drawn in", () => {
  const carrier = (group: string) => ({ actor: "x", group, links: 0, projects: 0, bridge: true });
  const { nodes, edges } = overviewScene(
    overview,
    [
      groupResult("a", [member("x", 0, 0)], { carriers: [carrier("b")] }),
      groupResult("b", [member("x", 120, 0)], { carriers: [carrier("a")] }),
    ],
    options,
  );
  expect(nodes.filter(({ id }) => id === "x").map(({ parent }) => parent)).toEqual(["a"]);
  expect(edges.filter(({ id }) => id.includes("x"))).toMatchObject([
    { source: "x", target: "b", count: 1, bridges: 1 },
  ]);
});

test("spreading moves all by one length, straight away, and only when needed", () => {
  const random = seeded(3);
  const others = Array.from({ length: 30 }, () => ({
    x: random() * 400 - 200,
    y: random() * 400 - 200,
    r: 5,
  }));
  const grown = { x: 10, y: 20, r: 150 };
  const moved = spreadAround(grown, others);
  const shifts = moved.map((to, i) =>
    Math.hypot(to.x - (others[i]?.x ?? 0), to.y - (others[i]?.y ?? 0)),
  );
  for (const shift of shifts) expect(shift).toBeCloseTo(shifts[0] ?? 0);
  for (const to of moved) {
    expect(Math.hypot(to.x - 10, to.y - 20)).toBeGreaterThan(150 + 5 + SPREAD_GAP - 0.001);
  }
  expect(spreadAround({ x: 0, y: 0, r: 10 }, [{ x: 100, y: 0, r: 10 }])).toEqual([
    { x: 100, y: 0, r: 10 },
  ]);
  expect(spreadAround({ x: 0, y: 0, r: 10 }, [{ x: 0, y: 0, r: 5 }])[0]?.y).toBe(0);
});

test("the enclosing circle holds all and is nearly the smallest", () => {
  const circles = [
    { x: -50, y: 0, r: 10 },
    { x: 50, y: 0, r: 10 },
    { x: 0, y: 20, r: 5 },
  ];
  const circle = enclosingCircle(circles);
  expect(circle.r).toBeGreaterThanOrEqual(60);
  expect(circle.r).toBeLessThan(61);
  expect(circleAround({ x: 0, y: 0 }, [], 5)).toEqual({ x: 0, y: 0, r: 5 });
});

const kind = (name: (typeof ACTOR_KINDS)[number]) => ACTOR_KINDS.indexOf(name);
const type = (name: (typeof LINK_TYPES)[number]) => LINK_TYPES.indexOf(name);
const graph: GraphResult = {
  revision: 1,
  actors: {
    id: ["hub", "firm", "lab"],
    name: ["Hub", "Firma", "Labor"],
    nameEn: [null, null, "Lab"],
    short: ["H", null, null],
    kind: [kind("hub"), kind("company"), kind("research_institute")],
    city: [null, null, null],
    state: [null, null, null],
    degree: [1, 3, 2],
    x: [1, 2, 3],
    y: [4, 5, 6],
    groups: [[], [0], []],
  },
  links: {
    id: ["1", "2", "3"],
    source: [1, 1, 2],
    target: [0, 2, 1],
    type: [type("MEMBER_OF"), type("FUNDS"), type("COLLABORATES_WITH")],
    confidence: [0, 0, 0],
    since: [null, null, null],
    until: [null, null, null],
  },
  total: { actors: 3, links: 3 },
  omitted: { actors: 0, links: 0 },
};

test("the graph of all actors: one line a pair, memberships apart, who does not pass faded", () => {
  const places = new Map([["firm", { x: 50, y: 60 }]]);
  const { nodes, edges } = graphScene(graph, places, {
    name: (ref) => ref.nameEn ?? ref.name,
    passing: new Set(["hub", "firm"]),
  });
  expect(nodes.map(({ id, x, y, role, label, faded }) => [id, x, y, role, label, faded])).toEqual([
    ["hub", 1, 4, "disc", "Hub", false],
    ["firm", 50, 60, "actor", "Firma", false],
    ["lab", 3, 6, "actor", "Lab", true],
  ]);
  expect(
    edges.map(({ id, role, count, type: one, faded }) => [id, role, count, one, faded]),
  ).toEqual([
    ["firm~hub", "membership", 1, "MEMBER_OF", false],
    ["firm~lab", "link", 2, null, true],
  ]);
  expect(layoutGraphOf(graph)).toMatchObject({
    ids: ["hub", "firm", "lab"],
    x: [1, 2, 3],
    source: [1, 1],
    target: [0, 2],
    weight: [1, 2],
  });
});

test("the radial picture: the middle, then ring by ring, each branch in its own sector", () => {
  const actor = (id: string, depth: number, degree: number) => ({
    ...({ id, name: id, nameEn: null, kind: "company", city: null, state: null } as const),
    ...{ depth, degree, projects: 0 },
  });
  const link = (source: string, target: string) => ({
    ...({
      id: `${source}-${target}`,
      source,
      target,
      type: "FUNDS",
      since: null,
      until: null,
    } as const),
    confidence: "stated" as const,
  });
  const neighbours: NeighboursResult = {
    revision: 1,
    actors: [
      actor("c", 0, 3),
      actor("n1", 1, 2),
      actor("n2", 1, 2),
      actor("n3", 1, 1),
      actor("f", 2, 1),
    ],
    links: [link("c", "n1"), link("n2", "c"), link("c", "n3"), link("n1", "f"), link("c", "n1")],
    omitted: { actors: 0, links: 0, types: {} },
  };
  const { nodes, edges } = radialScene(neighbours, "c", options);
  expect(nodes[0]).toMatchObject({ id: "c", x: 0, y: 0 });
  const radius = new Map(nodes.map((one) => [one.id, Math.hypot(one.x, one.y)]));
  expect(radius.get("n1")).toBeCloseTo(radius.get("n3") ?? 0);
  expect(radius.get("f") ?? 0).toBeGreaterThan((radius.get("n1") ?? 0) + 100);
  const angle = (id: string) => {
    const one = nodes.find((other) => other.id === id);
    return Math.atan2(one?.y ?? 0, one?.x ?? 0);
  };
  expect(angle("f")).toBeCloseTo(angle("n1"));
  expect(edges).toHaveLength(4);
  expect(edges[0]).toMatchObject({ id: "c~n1", count: 2, role: "link" });
  expect(
    radialScene(
      { ...neighbours, actors: [...neighbours.actors].reverse() },
      "c",
      options,
    ).nodes.map((n) => n.id),
  ).toEqual(nodes.map((n) => n.id));
  const withProjects = neighbours.actors.map((one) =>
    one.id === "n3" ? { ...one, projects: 4 } : one,
  );
  const joint = radialScene({ ...neighbours, links: [], actors: withProjects }, "c", options);
  expect(joint.edges).toMatchObject([{ id: "c~n3", count: 4, type: "PARTICIPATES_IN" }]);
  // Without a link it still stands on the ring of its depth.
  const far = joint.nodes.find((one) => one.id === "f");
  expect(Math.hypot(far?.x ?? 0, far?.y ?? 0)).toBeCloseTo(radius.get("f") ?? 0);
  expect(radialScene(neighbours, "unknown", options)).toEqual({ nodes: [], edges: [] });
});

test("a pair has one identity, whichever way round", () => {
  expect(pairId("b", "a")).toBe("a~b");
  expect(pairOf("a~b")).toEqual(["a", "b"]);
  expect(pairOf("a")).toBeNull();
  expect(pairOf("a~b~c")).toBeNull();
});
