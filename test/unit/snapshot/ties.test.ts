/** Tie strength and the cost of hops and stops, with numbers worked by hand. */
import { describe, expect, it } from "vitest";
import { hopBoundedPaths } from "../../../server/snapshot/hop-bounded-paths.ts";
import { at, type Snapshot } from "../../../server/snapshot/snapshot.ts";
import {
  DEFAULT_PARAMETERS,
  sideCost,
  type TieParameters,
} from "../../../server/snapshot/tie-model.ts";
import { dayNumber, TieReading } from "../../../server/snapshot/tie-reading.ts";
import { buildTieGraph, type TieGraph } from "../../../server/snapshot/ties.ts";
import { graphFromText } from "../../fixtures/graph-text.ts";

const TODAY = dayNumber(20260101);

function ties(snapshot: Snapshot, parameters: Partial<TieParameters> = {}): TieGraph {
  return buildTieGraph(
    new TieReading(snapshot, { ...DEFAULT_PARAMETERS, today: TODAY, ...parameters }),
  );
}

/** Cost of the hop between two actors, null when there is none. */
function hop(snapshot: Snapshot, graph: TieGraph, from: string, to: string): number | null {
  const [a, b] = [snapshot.findActor(from), snapshot.findActor(to)];
  for (let arc = at(graph.offsets, a); arc < at(graph.offsets, a + 1); arc += 1) {
    if (graph.targets[arc] === b) return at(graph.costs, arc);
  }
  return null;
}

/** Science report 4.1: a ministry of 400, a network of 60, and a university with joint projects of its own. */
function toyExample(): Snapshot {
  const others = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const project = (id: string, since: string, participants: string[]) =>
    participants.map((actor) => `${actor} -PARTICIPATES_IN ${since}..-> ${id}:project`);
  return graphFromText(
    [
      ...["s", "l", ...others(398, "funded")].map(
        (actor) => `ministry:public_body -FUNDS-> ${actor}`,
      ),
      ...["s", "l", ...others(58, "member")].map(
        (actor) => `${actor} -MEMBER_OF-> network:cluster`,
      ),
      ...project("p1", "2025/01/01", ["s", "u", ...others(3, "first")]),
      ...project("p2", "2025/07/03", ["u", "l", ...others(1, "second")]),
      ...project("p3", "2023/01/01", ["u", "l", ...others(6, "third")]),
    ].join("; "),
  );
}

describe("the toy example", () => {
  const snapshot = toyExample();
  // A quarter of a day later the first project is exactly a year old. The example halves a project every two years.
  const graph = ties(snapshot, { today: TODAY + 0.25, projectHalfLifeYears: 2 });
  const [s, l] = [snapshot.findActor("s"), snapshot.findActor("l")];
  const found = hopBoundedPaths(graph, [s], [l], 3, 2);

  it("has the hops S–U and U–L of the report", () => {
    expect(hop(snapshot, graph, "s", "u")).toBeCloseTo(2.896, 3);
    expect(hop(snapshot, graph, "u", "l")).toBeCloseTo(2.139, 3);
  });

  it("goes through the university, then the network, then the ministry", () => {
    expect(found.map(({ nodes }) => snapshot.actorId(at(nodes, 1)))).toEqual([
      "u",
      "network",
      "ministry",
    ]);
    expect(
      at(
        found.map(({ cost }) => cost),
        0,
      ),
    ).toBeCloseTo(5.0346, 3);
    expect(
      at(
        found.map(({ cost }) => cost),
        1,
      ),
    ).toBeCloseTo(5.779, 3);
    expect(
      at(
        found.map(({ cost }) => cost),
        2,
      ),
    ).toBeCloseTo(8.194, 3);
  });
});

describe("the model", () => {
  it("sums the strengths of joint projects and direct links", () => {
    const snapshot = graphFromText(
      "a -PARTICIPATES_IN 2026..-> p:project; b -PARTICIPATES_IN 2026..-> p; c -PARTICIPATES_IN 2026..-> p; a -COLLABORATES_WITH 2026..-> b",
    );
    // w = 1/(3 − 1) + 1 = 1.5
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(1 + 1 / 1.5), 9);
    expect(hop(snapshot, ties(snapshot), "a", "c")).toBeCloseTo(1 + Math.log(1 + 2), 9);
  });

  it("ages a direct tie by half in four years, and not an unknown date", () => {
    const snapshot = graphFromText("a -COLLABORATES_WITH 2022..-> b; a -COLLABORATES_WITH-> c");
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(1 + 2), 6);
    expect(hop(snapshot, ties(snapshot), "a", "c")).toBeCloseTo(1 + Math.log(2), 9);
  });

  it("halves what is only general knowledge", () => {
    const snapshot = graphFromText("a -COLLABORATES_WITH general_knowledge-> b");
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(3), 9);
  });

  it("makes a funder of 2,784 far: 10.14 from one recipient to another", () => {
    expect(2 * sideCost(2_784, 0.3, 1)).toBeCloseTo(10.135, 3);
  });

  it("keeps an occasion of more than the limit as a stop", () => {
    const text = Array.from(
      { length: 5 },
      (_, i) => `a${i} -PARTICIPATES_IN 2026..-> p:project`,
    ).join("; ");
    const snapshot = graphFromText(text);
    expect(hop(snapshot, ties(snapshot, { occasionLimit: 5 }), "a0", "a1")).toBeCloseTo(
      1 + Math.log(5),
      9,
    );
    const limited = ties(snapshot, { occasionLimit: 4 });
    expect(hop(snapshot, limited, "a0", "a1")).toBeNull();
    // Two sides cost what the expanded tie costs.
    expect(hop(snapshot, limited, "a0", "p")).toBeCloseTo((1 + Math.log(5)) / 2, 9);
  });

  it("counts a project's recorded participants, not only those that are linked", () => {
    const snapshot = graphFromText(
      "a -PARTICIPATES_IN 2026..-> p:project(participants=21); b -PARTICIPATES_IN 2026..-> p",
    );
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(1 + 20), 9);
  });

  it("takes a partner of a hub as one of its members, and a partner of a company as a pair", () => {
    const snapshot = graphFromText(
      "a -PARTNER_OF-> hub:hub; b -PARTNER_OF-> hub; c -PARTNER_OF-> hub; a -PARTNER_OF-> b",
    );
    expect(hop(snapshot, ties(snapshot), "a", "hub")).toBeCloseTo((1 + Math.log(1 + 2)) / 2, 9);
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(2), 9);
  });

  it("takes whoever is linked to a project as one who shares the occasion", () => {
    const snapshot = graphFromText(
      "a -PARTICIPATES_IN 2026..-> p:project(start=2022); ministry:public_body -FUNDS 2022..-> p; p -SUCCESSOR_OF-> q:project",
    );
    // The funding weighs .3 · 2^(−4/4), less than the participation; two share the occasion.
    expect(hop(snapshot, ties(snapshot), "a", "ministry")).toBeCloseTo(
      1 + Math.log(1 + 1 / 0.15),
      6,
    );
    expect(hop(snapshot, ties(snapshot), "p", "q")).toBeNull();
  });

  it("takes a project's start where the participation has no date", () => {
    const snapshot = graphFromText(
      "a -PARTICIPATES_IN-> p:project(start=2022); b -PARTICIPATES_IN-> p",
    );
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(1 + 2), 6);
  });

  it("counts two participations of one actor in one project once", () => {
    const snapshot = graphFromText(
      "a -PARTICIPATES_IN 2026..-> p:project; a -PARTICIPATES_IN 2024..-> p; b -PARTICIPATES_IN 2026..-> p",
    );
    expect(hop(snapshot, ties(snapshot), "a", "b")).toBeCloseTo(1 + Math.log(2), 9);
  });

  it("never comes to nothing, however old a tie", () => {
    const snapshot = graphFromText(
      "a -COLLABORATES_WITH 1900..-> b; c -PARTICIPATES_IN 1900..-> p:project; d -PARTICIPATES_IN 1900..-> p",
    );
    const graph = ties(snapshot, { projectHalfLifeYears: 0.1, lambda: 10 });
    for (const [from, to] of [
      ["a", "b"],
      ["c", "d"],
    ] as const) {
      expect(Number.isFinite(hop(snapshot, graph, from, to))).toBe(true);
    }
  });

  it("has every hop in both rows at the same cost", () => {
    const snapshot = toyExample();
    const { offsets, targets, costs } = ties(snapshot);
    for (let u = 0; u < snapshot.actorCount; u += 1) {
      for (let arc = at(offsets, u); arc < at(offsets, u + 1); arc += 1) {
        const v = at(targets, arc);
        const back = targets.subarray(offsets[v], offsets[v + 1]).indexOf(u);
        expect(costs[at(offsets, v) + back]).toBe(at(costs, arc));
      }
    }
  });

  it("walks only the links of a mask", () => {
    const snapshot = graphFromText("a -COLLABORATES_WITH-> b; b -COLLABORATES_WITH-> c");
    const reading = new TieReading(snapshot, { ...DEFAULT_PARAMETERS, today: TODAY });
    const graph = buildTieGraph(reading, { links: Uint8Array.from([1, 0]) });
    expect(hop(snapshot, graph, "a", "b")).not.toBeNull();
    expect(hop(snapshot, graph, "b", "c")).toBeNull();
  });
});
