/** The first picture of the real seed: nothing overlaps, families stay apart, nested groups lie inside, small changes stay small. */
import { beforeAll, describe, expect, it } from "vitest";
import { readSeed } from "../../../seed/load.ts";
import type { ActorRecord, LinkRecord, TopicRecord } from "../../../server/contract/records.ts";
import { packInside, separation } from "../../../server/snapshot/layout-boxes.ts";
import { labelSize, wrapLabel } from "../../../server/snapshot/layout-labels.ts";
import { cutPlane, planRegions, sizeOfPlan } from "../../../server/snapshot/layout-regions.ts";
import { memberPositions } from "../../../server/snapshot/member-positions.ts";
import { layoutOverview } from "../../../server/snapshot/overview-layout.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText, snapshotFromRecords } from "../../fixtures/graph-text.ts";

interface Box {
  id: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const OVERVIEW = ["hub", "cluster", "house_of"];
let records: { actors: ActorRecord[]; links: LinkRecord[]; topics: TopicRecord[] };
let seed: Snapshot;

beforeAll(async () => {
  const read = await readSeed(new URL("../../../seed", import.meta.url).pathname);
  if (!read.records) throw new Error("the seed cannot be read");
  const actors = read.records.actors.filter(({ kind }) => kind !== "project");
  const ids = new Set(actors.map(({ id }) => id));
  const links = read.records.links.filter(
    ({ source, target }) => ids.has(source) && ids.has(target),
  );
  records = { actors, links, topics: read.records.topics };
  seed = snapshotFromRecords(records);
}, 60_000);

function groupsOf(snapshot: Snapshot, isWanted: (group: number) => boolean = () => true): number[] {
  return Array.from({ length: snapshot.groupCount }, (_, group) => group).filter(
    (group) => OVERVIEW.includes(snapshot.actorKind(snapshot.groupActor(group))) && isWanted(group),
  );
}

const isTopLevel = (group: number) => seed.data.groups.parent[group] === -1;

function disc(snapshot: Snapshot, group: number) {
  const actor = snapshot.groupActor(group);
  const { actors, groups } = snapshot.data;
  return { x: actors.x[actor] ?? NaN, y: actors.y[actor] ?? NaN, r: groups.radius[group] ?? NaN };
}

/** The disc and the label below it. */
function boxes(snapshot: Snapshot, group: number): { disc: ReturnType<typeof disc>; label: Box } {
  const actor = snapshot.groupActor(group);
  const { x, y, r } = disc(snapshot, group);
  const { width, height } = labelSize(
    snapshot.actorName(actor),
    snapshot.actorNameEn(actor),
    snapshot.actorShort(actor),
  );
  const label = {
    id: snapshot.actorId(actor),
    left: x - width / 2,
    right: x + width / 2,
    top: y + r + 4,
    bottom: y + r + 4 + height,
  };
  return { disc: { x, y, r }, label };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touches(circle: { x: number; y: number; r: number }, box: Box): boolean {
  const dx = Math.max(box.left - circle.x, 0, circle.x - box.right);
  const dy = Math.max(box.top - circle.y, 0, circle.y - box.bottom);
  return Math.hypot(dx, dy) < circle.r;
}

describe("layoutOverview of the seed", () => {
  it("lays no disc and no label of a top-level group over another", () => {
    const top = groupsOf(seed, isTopLevel).map((group) => boxes(seed, group));
    const clashes: string[] = [];
    for (const [i, a] of top.entries()) {
      for (const b of top.slice(i + 1)) {
        const distance = Math.hypot(a.disc.x - b.disc.x, a.disc.y - b.disc.y);
        const clash =
          distance < a.disc.r + b.disc.r ||
          overlap(a.label, b.label) ||
          touches(a.disc, b.label) ||
          touches(b.disc, a.label);
        if (clash) clashes.push(`${a.label.id} and ${b.label.id}`);
      }
    }
    expect(top.length).toBeGreaterThan(25);
    expect(clashes).toEqual([]);
  });

  it("lays nested groups with their labels inside the parent's disc, apart from each other", () => {
    const nested = groupsOf(seed, (group) => !isTopLevel(group));
    expect(nested.length).toBeGreaterThan(15);
    for (const group of nested) {
      const parent = disc(seed, seed.data.groups.parent[group] ?? -1);
      const own = boxes(seed, group);
      const corners = [own.label.left, own.label.right].map((x) =>
        Math.hypot(x - parent.x, own.label.bottom - parent.y),
      );
      const reach = Math.hypot(own.disc.x - parent.x, own.disc.y - parent.y) + own.disc.r;
      expect([own.label.id, Math.max(reach, ...corners) <= parent.r]).toEqual([own.label.id, true]);
      const siblings = nested.filter(
        (other) =>
          other > group && seed.data.groups.parent[other] === seed.data.groups.parent[group],
      );
      for (const sibling of siblings) {
        expect(overlap(own.label, boxes(seed, sibling).label)).toBe(false);
      }
    }
  });

  it("fills a picture of about 1200 × 800", () => {
    const all = groupsOf(seed).map((group) => boxes(seed, group));
    const width =
      Math.max(...all.map((box) => Math.max(box.label.right, box.disc.x + box.disc.r))) -
      Math.min(...all.map((box) => Math.min(box.label.left, box.disc.x - box.disc.r)));
    const height =
      Math.max(...all.map((box) => box.label.bottom)) -
      Math.min(...all.map((box) => box.disc.y - box.disc.r));
    expect(width).toBeGreaterThan(1000);
    expect(width).toBeLessThan(1450);
    expect(width / height).toBeGreaterThan(1.3);
    expect(width / height).toBeLessThan(1.75);
  });

  it("keeps the families in regions that do not touch", () => {
    const regions = new Map<number, Box>();
    const families = groupsOf(seed, isTopLevel);
    for (const group of families) {
      const family = seed.data.groups.family[group] ?? -1;
      const { disc: own, label } = boxes(seed, group);
      const region = regions.get(family) ?? {
        id: String(family),
        left: Infinity,
        right: -Infinity,
        top: Infinity,
        bottom: -Infinity,
      };
      regions.set(family, {
        ...region,
        left: Math.min(region.left, label.left, own.x - own.r),
        right: Math.max(region.right, label.right, own.x + own.r),
        top: Math.min(region.top, own.y - own.r),
        bottom: Math.max(region.bottom, label.bottom),
      });
    }
    // Families with a single group join those without one.
    const large = [...regions].filter(
      ([family]) =>
        family >= 0 &&
        families.filter((group) => seed.data.groups.family[group] === family).length > 1,
    );
    expect(large.length).toBeGreaterThanOrEqual(3);
    for (const [i, [, a]] of large.entries()) {
      for (const [, b] of large.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    }
  });

  it("keeps the other kinds of group clear of the overview", () => {
    const right = Math.max(
      ...groupsOf(seed).map((group) => {
        const { disc: own, label } = boxes(seed, group);
        return Math.max(own.x + own.r, label.right);
      }),
    );
    for (let group = 0; group < seed.groupCount; group += 1) {
      if (OVERVIEW.includes(seed.actorKind(seed.groupActor(group)))) continue;
      const { disc: own, label } = boxes(seed, group);
      expect(Math.min(label.left, own.x - own.r)).toBeGreaterThan(right);
    }
  });

  it("gives larger groups the larger area and every actor a place", () => {
    const plain = groupsOf(seed).filter(
      (group) =>
        !seed.data.groups.parent.includes(group) && (seed.data.groups.size[group] ?? 0) > 3,
    );
    const units = plain.map(
      (group) => disc(seed, group).r / Math.sqrt(seed.data.groups.size[group] ?? 0),
    );
    expect(Math.max(...units) - Math.min(...units)).toBeLessThan(1e-9);
    expect(seed.data.actors.x.every(Number.isFinite)).toBe(true);
    expect(seed.data.actors.y.every(Number.isFinite)).toBe(true);
    const lilium = seed.findActor("lilium");
    const home = seed.findActor("digital-hub-mobility");
    const { x, y } = seed.data.actors;
    const distance = Math.hypot(
      (x[lilium] ?? 0) - (x[home] ?? 0),
      (y[lilium] ?? 0) - (y[home] ?? 0),
    );
    expect(distance).toBeLessThan(disc(seed, seed.groupOf(home)).r);
  });

  it("is the same each time", () => {
    const again = layoutOverview(seed.data);
    expect([...again.x]).toEqual([...seed.data.actors.x]);
    expect([...again.radius]).toEqual([...seed.data.groups.radius]);
  });

  it("stays as it is when one actor comes in", () => {
    const newcomer: ActorRecord = {
      id: "newcomer",
      name: "Newcomer",
      kind: "startup",
      aliases: [],
      legalIds: [],
      topics: [],
      sourceIds: [],
    };
    const link: LinkRecord = {
      id: "newcomer--hub",
      source: "newcomer",
      target: "dehub-hamburg",
      type: "MEMBER_OF",
      sourceIds: [],
      confidence: "stated",
    };
    const after = snapshotFromRecords({
      ...records,
      actors: [...records.actors, newcomer],
      links: [...records.links, link],
    });
    const before = snapshotFromRecords(records);
    const moved = groupsOf(before)
      .map((group) => {
        const a = disc(before, group);
        const b = disc(after, group);
        return Math.hypot(a.x - b.x, a.y - b.y);
      })
      .sort((a, b) => a - b);
    expect(moved[Math.floor(moved.length / 2)]).toBeLessThan(15);
    expect(moved[Math.floor(moved.length * 0.9)]).toBeLessThan(40);
  });
});

describe("the parts of the layout", () => {
  it("wraps a label into two lines of like length, not inside e. V.", () => {
    expect(wrapLabel("CyberForum e. V.")).toEqual(["CyberForum e. V."]);
    expect(wrapLabel("Smart Infrastructure Hub Leipzig")).toEqual([
      "Smart Infrastructure",
      "Hub Leipzig",
    ]);
    expect(wrapLabel("IT-Netzwerk e. V. (Nordhessen)")).toEqual([
      "IT-Netzwerk e. V.",
      "(Nordhessen)",
    ]);
    expect(wrapLabel("Digitalisierungszentrum")).toEqual(["Digitalisierungszentrum"]);
  });

  it("measures the alias in place of a name of more than 32 characters", () => {
    const long = "Kompetenznetz Umwelttechnologie KNUT e. V.";
    expect(labelSize(long, null, "KNUT").width).toBe(labelSize("KNUT", null, null).width);
    expect(labelSize("Kurz", "A much longer name", "K").height).toBe(32);
  });

  it("pushes overlapping shapes apart, no farther than it must, and leaves the others", () => {
    const shape = { r: 20, label: { width: 60, height: 16 } };
    expect(separation(shape, shape, 200, 0, 10)).toBeNull();
    const at = { x: 30, y: 0 };
    let push = separation(shape, shape, at.x, at.y, 10);
    expect(push).not.toBeNull();
    for (let pushes = 0; push && pushes < 50; pushes += 1) {
      at.x += push.x * 1.01;
      at.y += push.y * 1.01;
      push = separation(shape, shape, at.x, at.y, 10);
    }
    expect(push).toBeNull();
    expect(Math.hypot(at.x, at.y)).toBeLessThan(90);
  });

  it("packs nested shapes into a circle that holds them", () => {
    const shapes = [12, 30, 9, 9, 20].map((r) => ({ r, label: { width: 80, height: 16 } }));
    const { r, nested } = packInside(shapes);
    expect(nested).toHaveLength(5);
    for (const { shape, dx, dy } of nested) {
      expect(Math.hypot(dx, dy) + shape.r).toBeLessThanOrEqual(r);
      expect(Math.hypot(Math.abs(dx) + 40, dy + shape.r + 20)).toBeLessThanOrEqual(r);
    }
  });

  it.each([1, 3, 4, 7])("cuts the plane for %i families in proportion to their areas", (count) => {
    const areas = Array.from({ length: count }, (_, i) => i + 1);
    const plan = planRegions(areas, (a, b) => (a === b + 1 ? 5 : 1), 1.5);
    const regions = cutPlane(plan, areas, { x: 0, y: 0, width: 1200, height: 800 });
    const total = areas.reduce((sum, area) => sum + area, 0);
    expect(
      regions.map(({ width, height }) => Math.round((width * height * total) / 960_000)),
    ).toEqual(areas);
    const size = sizeOfPlan(plan, regions, 0);
    expect([Math.round(size.width), Math.round(size.height)]).toEqual([1200, 800]);
  });

  it("lays out a graph without groups, one group, and many", () => {
    expect(graphFromText("ada -FUNDS-> bob").data.actors.x).toHaveLength(2);
    expect(graphFromText("one:hub").data.groups.radius[0]).toBe(9);
    const many = graphFromText(
      Array.from({ length: 150 }, (_, i) => `g${i}:hub; m${i} -MEMBER_OF-> g${i}`).join("\n"),
    );
    const places = groupsOf(many).map((group) => disc(many, group));
    const nearest = places.map((a) =>
      Math.min(...places.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(2 * (places[0]?.r ?? Infinity));
  });
});

describe("memberPositions", () => {
  it("places every member once, spaced, within the hull, nested groups as clusters of their own", () => {
    const group = seed.groupOf(seed.findActor("dehub-muenchen"));
    const { at, radius } = memberPositions(seed, group);
    expect(at.size).toBe(seed.data.groups.size[group]);
    const centre = disc(seed, group);
    const places = [...at.values()];
    for (const [i, a] of places.entries()) {
      expect(Math.hypot(a.x - centre.x, a.y - centre.y)).toBeLessThanOrEqual(radius);
      for (const b of places.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(16);
      }
    }
    const distance = (a: string, b: string) => {
      const [one, two] = [a, b].map((id) => at.get(seed.findActor(id)));
      return Math.hypot((one?.x ?? NaN) - (two?.x ?? NaN), (one?.y ?? NaN) - (two?.y ?? NaN));
    };
    expect(distance("lilium", "digital-hub-mobility")).toBeLessThan(distance("lilium", "ithm"));
  });
});
