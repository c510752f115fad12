/** Who is never proposed to whom, on small graphs: each rule with a neighbour that it must not touch. */
import { describe, expect, it } from "vitest";
import { plainName } from "../../../server/snapshot/opportunity-bodies.ts";
import { opportunityColumns } from "../../../server/snapshot/opportunity-columns.ts";
import { frames, ProposalRules } from "../../../server/snapshot/opportunity-rules.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { graphFromText } from "../../fixtures/graph-text.ts";

function rulesOf(snapshot: Snapshot): ProposalRules {
  const { occasions, ofActor } = opportunityColumns(snapshot, []);
  return new ProposalRules(snapshot, occasions, ofActor);
}

/** Ids of those who may be proposed to the actor. */
function openTo(snapshot: Snapshot, id: string): string[] {
  const excluded = rulesOf(snapshot).excludedFor(snapshot.findActor(id));
  return [...excluded.keys()]
    .filter((actor) => excluded[actor] === 0)
    .map((actor) => snapshot.actorId(actor));
}

const allowedIds = (snapshot: Snapshot, mask: Uint8Array) =>
  [...mask.keys()].filter((actor) => mask[actor] === 1).map((actor) => snapshot.actorId(actor));

describe("proposals", () => {
  it("leave out who is linked already, by a link or a project of any size", () => {
    const graph = graphFromText(`
      ada:company -COLLABORATES_WITH-> bob:company; eve:company -PARTICIPATES_IN-> p1:project(participants=80)
      ada -PARTICIPATES_IN-> p1; dan:company -MEMBER_OF-> hub1:hub; ada -MEMBER_OF-> hub1
    `);
    expect(openTo(graph, "ada")).toEqual(["dan"]);
  });

  it("leave out parents and children over any number of steps, spin-offs and their origin, and one house", () => {
    const graph = graphFromText(`
      lab:research_institute -PART_OF-> institute:research_institute -PART_OF-> society:research_institute
      sister:research_institute -PART_OF-> society; startup:startup -SPIN_OFF_OF-> institute
      stranger:company
    `);
    expect(openTo(graph, "society")).toEqual(["stranger"]);
    // The spin-off's origin is the institute and whatever that is part of; the sister is a stranger to it.
    expect(openTo(graph, "startup")).toEqual(["lab", "sister", "stranger"]);
    expect(openTo(graph, "sister")).toEqual(["startup", "stranger"]);
  });

  it("are the same for whoever is asked about, one after the other", () => {
    const graph = graphFromText(`
      lab:research_institute -PART_OF-> institute:research_institute; startup:startup -SPIN_OFF_OF-> institute
      ada:company -PARTICIPATES_IN-> p1:project; lab -PARTICIPATES_IN-> p1; bob:company -FUNDS-> ada; club:association
    `);
    const rules = rulesOf(graph);
    const actors = Array.from({ length: graph.actorCount }, (_, actor) => actor);
    for (const actor of [...actors, ...actors.reverse()]) {
      const again = [...rules.excludedFor(actor)];
      expect(again).toEqual([...rulesOf(graph).excludedFor(actor)]);
      for (const other of actors) {
        if (rules.isKin(actor, other)) expect(again[other]).toBe(1);
      }
    }
  });

  it("leave out predecessors, and the successor to whom its predecessor is linked", () => {
    const graph = graphFromText(`
      newco:company -SUCCESSOR_OF-> oldco:company; branch:company -PART_OF-> oldco; ada:company
    `);
    const rules = rulesOf(graph);
    expect(allowedIds(graph, rules.partners)).toEqual(["ada", "branch", "newco"]);
    expect(openTo(graph, "newco")).toEqual(["ada"]);
  });

  it("leave out whose links have all ended, but not for ended projects", () => {
    const graph = graphFromText(`
      gone:company -MEMBER_OF 2015..2019-> hub1:hub; here:company -MEMBER_OF 2015..-> hub1
      planned:company -MEMBER_OF 2015..2030-> hub1; ada:company -MEMBER_OF 2021..-> hub1
      team:company -PARTICIPATES_IN 2015..2017-> p1:project(end=2017)
    `);
    expect(allowedIds(graph, rulesOf(graph).partners)).toEqual(["ada", "here", "planned", "team"]);
  });

  it("take two entries of one name for one body", () => {
    const graph = graphFromText(`
      one:company(name=Müller_&_Söhne_GmbH); two:company(name=Muller_Sohne_AG); three:company(name=Müller_&_Töchter)
    `);
    expect(openTo(graph, "one")).toEqual(["three"]);
    expect(plainName("Österreichische Straßen-AG e. V.")).toBe("osterreichische strassen");
  });

  it("never name groups, associations and public bodies as partners, nor funders and societies as brokers", () => {
    const parts = Array.from(
      { length: 5 },
      (_, i) => `part${i}:company -PART_OF-> society:company`,
    );
    const gifts = Array.from({ length: 5 }, (_, i) => `funder:company -FUNDS-> part${i}`);
    const graph = graphFromText(
      [...parts, ...gifts, "club:association; office:public_body; hub1:hub; vc:investor"].join(
        "\n",
      ),
    );
    const rules = rulesOf(graph);
    const companies = ["funder", "part0", "part1", "part2", "part3", "part4", "society", "vc"];
    expect(allowedIds(graph, rules.partners)).toEqual(companies);
    const noUmbrella = companies.filter((id) => id !== "funder" && id !== "society");
    expect(allowedIds(graph, rules.brokers)).toEqual(noUmbrella);
    expect(allowedIds(graph, rules.brokersAndUmbrellas)).toEqual(
      [...companies, "club", "hub1", "office"].sort(),
    );
  });
});

describe("frames", () => {
  it("are groups that only hold others together", () => {
    const graph = graphFromText(`
      a:hub -PART_OF-> label:hub; b:hub -PART_OF-> label; c:hub -PART_OF-> real:hub; d:hub -PART_OF-> real
      ada:company -MEMBER_OF-> real; e:hub -PART_OF-> house:hub
    `);
    const found = [...frames(graph).keys()].filter((group) => frames(graph)[group] === 1);
    expect(found.map((group) => graph.actorId(graph.groupActor(group)))).toEqual(["label"]);
  });
});
