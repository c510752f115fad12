/** The sentences of a path: true to the numbers, in both languages. */
import { describe, expect, it } from "vitest";
import {
  hopReason,
  isInformative,
  pathReason,
  relaxAdvice,
} from "../../../server/queries/path-words.ts";
import { ALL_LINKS, type FoundPath, PathSearch } from "../../../server/snapshot/path-search.ts";
import type { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { DEFAULT_PARAMETERS } from "../../../server/snapshot/tie-model.ts";
import { dayNumber } from "../../../server/snapshot/tie-reading.ts";
import { graphFromText } from "../../fixtures/graph-text.ts";

const PARAMETERS = { ...DEFAULT_PARAMETERS, today: dayNumber(20260101) };

function ask(snapshot: Snapshot, from: string, to: string) {
  return new PathSearch(snapshot, PARAMETERS, ALL_LINKS).paths(
    {
      from: [snapshot.findActor(from)],
      to: [snapshot.findActor(to)],
      k: 10,
      mode: "informative",
      maxHops: 6,
      parameters: PARAMETERS,
      links: ALL_LINKS,
      passed: { notKinds: null, notVia: [], only: null },
    },
    () => {},
  );
}

function through(snapshot: Snapshot, paths: readonly FoundPath[], actor: string): FoundPath {
  const found = paths.find(({ nodes }) => nodes[1] === snapshot.findActor(actor));
  if (!found) throw new Error(`expected a path through ${actor}`);
  return found;
}

const many = (count: number, text: (id: string) => string) =>
  Array.from({ length: count }, (_, i) => text(`x${i}`)).join("; ");

describe("a hop", () => {
  const snapshot = graphFromText(`
    a -PARTICIPATES_IN 2023..-> p1:project(start=2023); b -PARTICIPATES_IN 2023..-> p1
    a -PARTICIPATES_IN 2025..-> p2:project(start=2025-06); b -PARTICIPATES_IN 2025..-> p2
    a -COLLABORATES_WITH-> b
    b -MEMBER_OF-> hub:hub(name=Nabe nameEn=The_Hub); c -MEMBER_OF-> hub; ${many(11, (id) => `${id} -MEMBER_OF-> hub`)}
    city:public_body(name=Stadt) -SUPPORTS-> c; c -COLLABORATES_WITH general_knowledge-> d
    d -PARTICIPATES_IN-> p3:project(participants=40); e -PARTICIPATES_IN-> p3`);
  const reasonOf = (from: string, to: string) => {
    const [hop] = through(snapshot, ask(snapshot, from, to).paths, to).hops;
    return hop && hopReason(snapshot, hop);
  };

  it("rests on joint projects, the latest named, and on links", () => {
    expect(reasonOf("a", "b")).toEqual({
      de: "2 gemeinsame Projekte, zuletzt ab 2025 und eine direkte Verbindung: eine starke Verbindung.",
      en: "2 joint projects, the latest from 2025 and one direct link: a strong tie.",
    });
    expect(reasonOf("d", "e")).toEqual({
      de: "Ein gemeinsames Projekt: eine lose Verbindung.",
      en: "One joint project: a loose tie.",
    });
  });

  it("is one side of who gathers, with how many", () => {
    expect(reasonOf("b", "hub")).toEqual({
      de: "Nabe verbindet 13 Akteure.",
      en: "The Hub joins 13 actors.",
    });
  });

  it("does not make somebody who supports one other a gatherer", () => {
    expect(reasonOf("city", "c")).toEqual({
      de: "Eine direkte Verbindung.",
      en: "One direct link.",
    });
  });
});

describe("a path says why it is better than the shortest", () => {
  const snapshot = graphFromText(`
    ministry:public_body(name=Ministerium nameEn=Ministry) -FUNDS-> s; ministry -FUNDS-> t
    ${many(300, (id) => `ministry -FUNDS-> ${id}`)}
    ${many(2, () => "s -COLLABORATES_WITH-> u; u -COLLABORATES_WITH-> t")}
    s -PARTICIPATES_IN 2025..-> p:project; v -PARTICIPATES_IN 2025..-> p; v -COLLABORATES_WITH 2020..-> t`);
  const answer = ask(snapshot, "s", "t");
  const fewest = (middle: string) => through(snapshot, answer.paths, middle);

  it("by partners who know each other, against an umbrella", () => {
    const path = through(snapshot, answer.paths, "u");
    expect(isInformative(path)).toBe(true);
    expect(pathReason(snapshot, path, fewest("ministry"))).toEqual({
      de: "Dieser Weg führt über Partner, die sich wirklich kennen; der kürzeste nur über Ministerium mit 302 Akteuren.",
      en: "This route runs through partners who really know each other; the shortest only through Ministry with 302 actors.",
    });
  });

  it("by stronger ties, with both efforts", () => {
    const [cheap, dear] = [fewest("u"), fewest("v")];
    expect(pathReason(snapshot, cheap, dear).en).toBe(
      `Its ties are stronger than those of the shortest route (effort ${cheap.cost.toFixed(1)} instead of ${dear.cost.toFixed(1)}).`,
    );
    expect(pathReason(snapshot, dear, cheap).en).toBe("Another route, through other actors.");
  });

  it("or that it is the shortest, and who could introduce", () => {
    expect(pathReason(snapshot, fewest("u"), fewest("u")).en).toBe(
      "The shortest route, and it runs through partners who really know each other.",
    );
    const overMinistry = fewest("ministry");
    expect(isInformative(overMinistry)).toBe(false);
    expect(pathReason(snapshot, overMinistry, overMinistry).de).toBe(
      "Der kürzeste Weg; vorstellen könnte Ministerium mit 302 Akteuren.",
    );
  });

  it("or that there is nothing to introduce", () => {
    const direct = (from: string, to: string) => {
      const [path] = ask(snapshot, from, to).paths;
      if (!path) throw new Error("expected a path");
      return pathReason(snapshot, path, path).en;
    };
    expect(direct("s", "u")).toBe("The two already know each other.");
    expect(direct("s", "ministry")).toMatch(
      /^The two are linked directly: one of them brings many/,
    );
  });

  it("does not hold a stop at its end against it", () => {
    const [path] = ask(snapshot, "ministry", "u").paths;
    expect(path && isInformative(path)).toBe(true);
  });
});

describe("advice", () => {
  it("says what to give up and what it brings", () => {
    expect(relaxAdvice("maxHops", 7)).toEqual({
      de: "Längere Wege zulassen: dann gibt es einen Weg mit 7 Schritten.",
      en: "Allow longer routes: then there is a route of 7 hops.",
    });
    expect(relaxAdvice("notVia", 1).en).toBe(
      "Allow the excluded actors again: then there is a route of 1 hop.",
    );
  });
});
