/** Memberships, nesting, succession and families, each on a graph small enough to count by hand. */
import { expect, test } from "vitest";
import { row, type Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText } from "../../fixtures/graph-text.ts";

function group(snapshot: Snapshot, id: string): number {
  return snapshot.groupOf(snapshot.findActor(id));
}

const groupIds = (snapshot: Snapshot, numbers: Iterable<number>) =>
  [...numbers].map((number) => (number < 0 ? null : snapshot.actorId(snapshot.groupActor(number))));

/** Entries of a group as `actor` or `actor via group`, with the link. */
function members(snapshot: Snapshot, id: string): string[] {
  const { offsets, actor, link, via } = snapshot.data.groups.members;
  const number = group(snapshot, id);
  const entries: string[] = [];
  for (let i = offsets[number] ?? 0; i < (offsets[number + 1] ?? 0); i += 1) {
    const through = groupIds(snapshot, [via[i] ?? -1])[0];
    entries.push(
      `${snapshot.actorId(actor[i] ?? 0)}${through === null ? "" : ` via ${through}`} ${snapshot.linkId(link[i] ?? 0)}`,
    );
  }
  return entries;
}

const groupsOf = (snapshot: Snapshot, id: string) =>
  groupIds(snapshot, snapshot.groupsOf(snapshot.findActor(id)));

test("a membership needs a membership type and a group as its target", () => {
  const snapshot = graphFromText(
    `ada -MEMBER_OF-> hub1:hub; bob -PARTNER_OF-> hub1; eve -PARTICIPATES_IN-> hub1
     dan -PART_OF-> hub1; fay -FUNDS-> hub1; hub1 -MEMBER_OF-> gus; ada -MEMBER_OF-> p:project`,
  );
  expect(members(snapshot, "hub1")).toEqual(["ada l001", "bob l002", "dan l004", "eve l003"]);
  expect(groupsOf(snapshot, "ada")).toEqual(["hub1"]);
  expect(groupsOf(snapshot, "fay")).toEqual([]);
  expect(snapshot.data.groups.size[0]).toBe(4);
});

test("an actor that is a member twice counts once", () => {
  const snapshot = graphFromText(
    "ada -MEMBER_OF ..2015-> hub1:hub; ada -PARTNER_OF 2016..-> hub1; ada -MEMBER_OF-> hub2:hub",
  );
  expect(members(snapshot, "hub1")).toEqual(["ada l001", "ada l002"]);
  expect([...snapshot.data.groups.size]).toEqual([1, 1]);
  expect(groupsOf(snapshot, "ada")).toEqual(["hub1", "hub2"]);
});

test("what belongs to a nested group belongs to those around it, after the direct members", () => {
  const snapshot = graphFromText(
    `mobility:hub -PART_OF-> munich:hub -PART_OF-> dehub:initiative
     zoe -MEMBER_OF-> munich; ada -MEMBER_OF-> mobility; zoe -PARTNER_OF-> mobility`,
  );
  expect(members(snapshot, "dehub")).toEqual([
    "munich l002",
    "ada via mobility l004",
    "mobility via munich l001",
    "zoe via munich l003",
    "zoe via mobility l005",
  ]);
  expect(members(snapshot, "munich")).toEqual([
    "mobility l001",
    "zoe l003",
    "ada via mobility l004",
    "zoe via mobility l005",
  ]);
  expect(
    groupIds(snapshot, row(snapshot.data.groups.ancestors, group(snapshot, "mobility"))),
  ).toEqual(["munich", "dehub"]);
  expect(groupIds(snapshot, snapshot.data.groups.parent)).toEqual([null, "munich", null]);
  expect(groupIds(snapshot, snapshot.data.groups.family)).toEqual([null, "dehub", "dehub"]);
  expect(groupsOf(snapshot, "ada")).toEqual(["dehub", "mobility", "munich"]);
  expect(snapshot.structure(group(snapshot, "mobility"), group(snapshot, "dehub"))).toBe("nested");
});

test("only PART_OF nests: the members of a member group stay its own", () => {
  const snapshot = graphFromText("ada -MEMBER_OF-> c1:cluster -MEMBER_OF-> hub1:hub");
  expect(members(snapshot, "hub1")).toEqual(["c1 l002"]);
  expect(snapshot.structure(group(snapshot, "c1"), group(snapshot, "hub1"))).toBe(null);
});

test("a nested group of another kind is drawn beside, not inside", () => {
  const snapshot = graphFromText("c1:cluster -PART_OF-> hub1:hub -PART_OF-> c2:cluster");
  expect(groupIds(snapshot, snapshot.data.groups.parent)).toEqual(["c2", null, null]);
});

test("successors are followed through chains, in both directions", () => {
  const snapshot = graphFromText(
    "new:hub -SUCCESSOR_OF-> mid:hub -SUCCESSOR_OF-> old:hub; other:hub; new -SUCCESSOR_OF-> firm",
  );
  const numbers = ["new", "mid", "old", "other"].map((id) => group(snapshot, id)) as [
    number,
    number,
    number,
    number,
  ];
  expect(groupIds(snapshot, row(snapshot.data.groups.relatives, numbers[0]))).toEqual([
    "mid",
    "old",
  ]);
  expect(snapshot.structure(numbers[2], numbers[0])).toBe("succession");
  expect(snapshot.structure(numbers[0], numbers[3])).toBe(null);
  expect([...snapshot.data.groups.size]).toEqual([0, 0, 0, 0]);
});

test("groups that nest in a circle end, and none is its own member", () => {
  const snapshot = graphFromText(
    `a:hub -PART_OF-> b:hub -PART_OF-> c:hub -PART_OF-> a; ada -MEMBER_OF-> b
     d:initiative -PART_OF-> e:initiative -PART_OF-> d`,
  );
  expect(members(snapshot, "a")).toEqual(["c l003", "ada via b l004", "b via c l002"]);
  expect(members(snapshot, "b")).toEqual(["a l001", "ada l004", "c via a l003"]);
  expect(groupIds(snapshot, snapshot.data.groups.parent)).toEqual(["b", "c", null, "e", null]);
});
