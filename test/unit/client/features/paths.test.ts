/** Paths in words and parts: stages, comparison, limits, periods, and the text for an e-mail. */
import { describe, expect, test } from "vitest";
import { ProblemError } from "../../../../client/api.ts";
import { pathAsText, treeAsText } from "../../../../client/features/paths/as-text.ts";
import { limitCount, NO_LIMITS, relaxed } from "../../../../client/features/paths/limits.ts";
import {
  comparePaths,
  effortWord,
  stagesOf,
  typeChips,
  walkTree,
  withoutType,
  withType,
} from "../../../../client/features/paths/steps.ts";
import { problemOf } from "../../../../client/features/paths/use-results.ts";
import {
  hopPeriod,
  hopText,
  hopTypes,
  strengthLevel,
  strengthWords,
} from "../../../../client/records/hop-words.ts";
import {
  chosenAt,
  connectParameters,
  pathAt,
  pathsParameters,
} from "../../../../client/records/paths-question.ts";
import { FIRST_PATHS } from "../../../../client/state/view.ts";
import type { ProjectRef } from "../../../../server/contract/actor.ts";
import { LINK_TYPES } from "../../../../server/contract/vocabulary.ts";
import { actor, hop, pathOf, side } from "../path-fixtures.ts";
import { linkBetween, wordsOf } from "./fixtures.ts";

const de = await wordsOf("de");
const en = await wordsOf("en");

function project(id: string, start: string | null, end: string | null): ProjectRef {
  return {
    id,
    acronym: id.toUpperCase(),
    title: `About ${id}`,
    start,
    end,
    programme: "Horizon Europe",
    url: `https://cordis.europa.eu/project/id/${id}`,
    participants: [],
  };
}

const link = linkBetween(actor("a"), actor("b"), { type: "PARTNER_OF", since: "2017-02" });

describe("stages", () => {
  test("a circle is said once, at its own place; the ends cannot be excluded", () => {
    const path = pathOf(
      ["a", "hub", "c"],
      [side("a", "hub", "hub", 10), side("hub", "c", "hub", 10)],
    );
    expect(
      stagesOf(path).map(({ actor: { id }, isBetween, circle, hop: step }) => ({
        id,
        isBetween,
        gathers: circle?.gathers ?? null,
        to: step?.to ?? null,
      })),
    ).toEqual([
      { id: "a", isBetween: false, gathers: null, to: "hub" },
      { id: "hub", isBetween: true, gathers: 10, to: "c" },
      { id: "c", isBetween: false, gathers: null, to: null },
    ]);
  });
});

describe("comparison", () => {
  test("what is shared, what is not, and how strong", () => {
    const loose = hop("x", "d", { strength: 0.05, cost: 3 });
    const { facts, shared, own } = comparePaths(
      pathOf(["a", "b", "x", "d"], [loose]),
      pathOf(["a", "hub", "x", "y", "d"], [side("a", "hub", "hub", 7), side("hub", "x", "hub", 7)]),
    );
    expect(shared.map(({ id }) => id)).toEqual(["x"]);
    expect(own.map((actors) => actors.map(({ id }) => id))).toEqual([["b"], ["hub", "y"]]);
    expect(
      facts.map(({ steps, effort, weakest, circles }) => ({
        steps,
        effort,
        weakest,
        circles: circles.map((circle) => circle.gathers),
      })),
    ).toEqual([
      { steps: 3, effort: 6, weakest: "loose", circles: [] },
      { steps: 4, effort: 6, weakest: "strong", circles: [7] },
    ]);
  });
});

describe("a step in words", () => {
  test("strength", () => {
    expect([1, 0.5, 0.3, 0.1, 0.01, null].map((strength) => strengthLevel({ strength }))).toEqual([
      "strong",
      "strong",
      "medium",
      "medium",
      "loose",
      null,
    ]);
    expect(strengthWords(side("a", "hub", "hub", 10), de)).toBe("Kreis von 10 Akteuren");
    expect(strengthWords(hop("a", "b"), en)).toBe("strong tie");
  });

  test("what it rests on", () => {
    const three = [project("p", "2020", null), project("q", null, null), project("r", null, null)];
    expect(hopText(hop("a", "b", { links: [link] }), de)).toBe("Partnerschaft");
    expect(hopText(hop("a", "b", { projects: three }), de)).toBe("3 Projekte");
    expect(
      hopText(
        hop("a", "b", { links: [link], projects: three, omitted: { links: 1, projects: 1_000 } }),
        en,
      ),
    ).toBe("1,003 projects + 2 links");
    expect(hopTypes(hop("a", "b", { links: [link, link], projects: three }))).toEqual([
      "PARTNER_OF",
      "PARTICIPATES_IN",
    ]);
  });

  test("since when: going on, over, or not known", () => {
    const period = (more: Parameters<typeof hop>[2]) => hopPeriod(hop("a", "b", more), de, 2026);
    expect(period({ links: [link], projects: [project("p", "2015-01-01", "2018-12-31")] })).toBe(
      "seit 2015",
    );
    expect(period({ projects: [project("p", "2015-01-01", "2018-12-31")] })).toBe("2015–2018");
    expect(period({ projects: [project("p", "2015-01-01", "2027-12-31")] })).toBe("seit 2015");
    expect(period({ projects: [project("p", null, "2018")] })).toBe("bis 2018");
    expect(period({ projects: [project("p", null, null)] })).toBeNull();
    expect(period({})).toBeNull();
  });
});

describe("types", () => {
  test("leaving one out of all, and allowing it again", () => {
    const without = withoutType([], "FUNDS");
    expect(without).toEqual(LINK_TYPES.filter((type) => type !== "FUNDS"));
    expect(typeChips(without)).toEqual({ without: ["FUNDS"], only: [] });
    expect(withType(without, "FUNDS")).toEqual([]);
    expect(withoutType(["FUNDS", "SUPPORTS"], "FUNDS")).toEqual(["SUPPORTS"]);
    expect(typeChips(["SUPPORTS"])).toEqual({ without: [], only: ["SUPPORTS"] });
    expect(typeChips([])).toEqual({ without: [], only: [] });
  });
});

describe("limits", () => {
  const limited = {
    ...FIRST_PATHS,
    from: "a",
    to: "b",
    types: ["FUNDS" as const],
    notVia: ["c"],
    via: "hub",
    year: 2020,
    kappa: 0.5,
    ends: "members" as const,
  };

  test("each counts once; without them none does", () => {
    expect(limitCount(limited)).toBe(6);
    expect(limitCount({ ...limited, task: "connect" })).toBe(4);
    expect(limitCount({ ...limited, ...NO_LIMITS })).toBe(0);
  });

  test("following an advice gives up that limit alone", () => {
    expect(relaxed({ parameter: "maxHops", hops: 7 })).toEqual({ maxHops: 7 });
    expect(relaxed({ parameter: "maxHops", hops: 14 })).toEqual({ maxHops: 10 });
    expect(relaxed({ parameter: "notVia", hops: 3 })).toEqual({ notVia: [] });
    expect(relaxed({ parameter: "via", hops: 3 })).toEqual({ via: null });
    const all = { ...limited, ...relaxed({ parameter: "all", hops: 3 }) };
    expect(limitCount(all)).toBe(2);
    expect(all.maxHops).toBe(10);
  });

  test("only what is limited is asked", () => {
    expect(pathsParameters({ ...FIRST_PATHS, from: "a" })).toBeNull();
    expect(pathsParameters({ ...FIRST_PATHS, from: "a", to: "a" })).toBeNull();
    expect(Object.fromEntries(pathsParameters(limited) ?? [])).toEqual({
      from: "a",
      to: "b",
      k: "5",
      mode: "informative",
      maxHops: "6",
      ends: "members",
      via: "hub",
      types: "FUNDS",
      notVia: "c",
      year: "2020",
      kappa: "0.5",
    });
    expect(connectParameters({ ...FIRST_PATHS, task: "connect", ids: ["a"] })).toBeNull();
    expect(connectParameters({ ...FIRST_PATHS, task: "connect", ids: ["a", "b"] })).toEqual([
      ["ids", "a,b"],
    ]);
  });
});

describe("which path is meant", () => {
  const paths = [pathOf(["a", "b"]), pathOf(["a", "c", "b"])];

  test("by its actors; one that is gone means the first", () => {
    expect(pathAt(paths, ["a", "c", "b"])).toBe(1);
    expect(pathAt(paths, ["b", "a"])).toBeNull();
    expect(chosenAt({ paths }, { chosen: ["a", "c", "b"] })).toBe(1);
    expect(chosenAt({ paths }, { chosen: ["a", "d", "b"] })).toBe(0);
    expect(chosenAt({ paths: [] }, { chosen: [] })).toBeNull();
  });
});

describe("what does not fit", () => {
  const refused = (parameter: string) =>
    problemOf(
      new ProblemError({
        type: "/problems/invalid-request",
        title: "The request is not valid",
        status: 400,
        detail: "k: expected at least 1",
        errors: [{ parameter, detail: "expected something else" }],
      }),
    );

  test("is said in our words where we have them", () => {
    expect(refused("to")).toEqual({ kind: "same", detail: null });
    expect(refused("notVia")).toEqual({ kind: "notVia", detail: null });
    expect(refused("k")).toEqual({ kind: "other", detail: "k: expected at least 1" });
    expect(
      problemOf(new ProblemError({ type: "/problems/unknown-actor", title: "No", status: 404 })),
    ).toEqual({ kind: "unknown", detail: null });
    expect(problemOf(new Error("away"))).toBeNull();
  });
});

describe("a tree", () => {
  const tree = {
    cost: 5.5,
    actors: ["m", "a", "b", "c"].map(actor),
    hops: [hop("m", "c"), hop("a", "m"), hop("m", "b")],
  };

  test("is walked from the first one, each branch to its end", () => {
    expect(walkTree(tree, "a").map(({ from, to }) => `${from.id}${to.id}`)).toEqual([
      "am",
      "mc",
      "mb",
    ]);
  });

  test("as text", () => {
    const text = treeAsText(tree, ["a", "b", "c"], de, { address: "http://x/", thisYear: 2026 });
    expect(text).toContain("Wie hängen diese zusammen: A, B und C?\n3 Schritte, Aufwand 5,5");
    expect(text).toContain("A → M\nGrund a m (Zeitraum nicht bekannt)");
    expect(text).toContain("M → C");
  });

  test("its effort in words", () => {
    expect([1.2, 2, 3].map(effortWord)).toEqual(["low", "middle", "high"]);
  });
});

describe("a path as text", () => {
  const projects = Array.from({ length: 7 }, (_, n) =>
    project(`p${n}`, "2020-01-01", "2023-12-31"),
  );
  const path = pathOf(
    ["a", "b", "c"],
    [hop("a", "b", { links: [link] }), hop("b", "c", { projects, cost: 2 })],
  );
  const ends = { from: actor("a"), to: actor("c") };
  const place = { address: "http://x/?page=paths", thisYear: 2026 };

  test("German", () => {
    expect(pathAsText(ends, path, 2, de, place)).toBe(
      [
        "Weg von A zu C",
        "2. Weg, 2 Schritte, Aufwand 3,5",
        "A → B → C",
        "Darum.",
        "",
        "A → B",
        "Grund a b (seit 2017)",
        "– A ist Partner von B, seit Februar 2017",
        "  Beleg: Startschuss in München, VC Magazin, https://example.org/start (öffentliche Quelle)",
        "",
        "B → C",
        "Grund b c (2020–2023)",
        "Gemeinsame Projekte:",
        ...[0, 1, 2, 3, 4].map(
          (n) =>
            `– P${n}, About p${n}, Horizon Europe, 2020–2023, https://cordis.europa.eu/project/id/p${n}`,
        ),
        "2 weitere Projekte sind nicht aufgeführt.",
        "",
        "Ansicht: http://x/?page=paths",
      ].join("\n"),
    );
  });

  test("English", () => {
    const text = pathAsText(ends, path, 1, en, place);
    expect(text).toContain(
      "Path from A to C\nPath 1, 2 steps, effort 3.5\nA → B → C\nThat is why.",
    );
    expect(text).toContain("2 more projects are not listed.");
  });
});
