/** Opportunities: the map's model, its colours' order, judgements of a pair, and the texts for an e-mail. */
import { describe, expect, test } from "vitest";
import { listAsText, pairAsText } from "../../../../client/features/opportunities/as-text.ts";
import {
  type ExpectedPair,
  opportunityMapModel,
  shownValue,
} from "../../../../client/features/opportunities/map-model.ts";
import { judgementOf } from "../../../../client/records/judgements.ts";
import { missingTerms } from "../../../../client/records/missing-terms.ts";
import {
  opportunitiesParameters,
  opportunityParameters,
} from "../../../../client/records/opportunities-question.ts";
import { FIRST_OPPORTUNITIES } from "../../../../client/state/view.ts";
import type {
  BrokerView,
  OpportunityResult,
  OpportunityView,
  SuggestedPair,
} from "../../../../server/contract/opportunities.ts";
import {
  BROKER_ROLES,
  OPPORTUNITY_CLASSES,
  PAIR_TERMS,
} from "../../../../server/contract/opportunity-words.ts";
import { actor, pathOf } from "../path-fixtures.ts";
import { ref, wordsOf } from "./fixtures.ts";

const de = await wordsOf("de");
const en = await wordsOf("en");

const group = (id: string) => ({ ...ref(id, id, "hub"), short: null, size: 1 });
const sentence = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });

function expected(a: string, b: string, more: Partial<ExpectedPair> = {}): ExpectedPair {
  return {
    a,
    b,
    observed: 2,
    expected: 10,
    ratio: 10 / 18,
    gap: 4.44,
    class: "clearly-less",
    basis: "projects",
    ...more,
  };
}

function opportunity(more: Partial<OpportunityView> = {}): OpportunityView {
  return {
    a: ref("holm", "HOLM", "house_of"),
    b: ref("mv", "Medical Valley", "cluster"),
    observed: 5,
    expected: 13.3,
    ratio: 13 / 21.3,
    gap: 5.2,
    class: "clearly-less",
    basis: "projects",
    interval: [0.4, 0.9],
    deviation: 3,
    breadth: 1.8,
    feasibility: 0.3,
    rank: 1.2,
    members: { a: 10, b: 3 },
    reasons: [sentence("First"), sentence("Second")],
    notes: [],
    topics: { shared: [], fromA: [], fromB: [] },
    bridges: [],
    pairs: [],
    brokers: [],
    question: sentence("Question?"),
    omitted: { bridges: 0, pairs: 0 },
    ...more,
  };
}

function suggested(x: string, y: string): SuggestedPair {
  return {
    x: actor(x),
    y: actor(y),
    score: 3,
    lift: "high",
    times: 20,
    reasons: [sentence("Twenty times")],
    terms: [],
    missing: [],
    commonPartners: 0,
    partners: [],
    topics: [],
    distanceKm: null,
    expected: null,
  };
}

const broker: BrokerView = {
  actor: actor("kit"),
  score: 1,
  role: "liaison",
  a: { strength: 1, partners: 2, joint: 3, closest: null },
  b: { strength: 1, partners: 2, joint: 3, closest: null },
  topicFit: null,
  reasons: [sentence("Both sides")],
};

describe("the map", () => {
  const pairs = [
    expected("a", "d"),
    expected("b", "c", { observed: 0, expected: 2, ratio: 0.8, gap: 0.4, class: "none-yet" }),
    expected("c", "e", { observed: 0, expected: 0.3, ratio: 0.96, class: "too-little-data" }),
  ];
  const result = {
    groups: ["e", "a", "b", "c", "d"].map(group),
    expectations: { pairs, omitted: 0 },
  };

  test("finds a pair in either order", () => {
    const model = opportunityMapModel(result, "family", "ratio", []);
    expect(model.pair("d", "a")).toBe(model.pair("a", "d"));
    expect(model.pair("a", "b")).toBeUndefined();
    expect(model.groups.map(({ id }) => id)).toEqual(["e", "a", "b", "c", "d"]);
  });

  test("groups of which nothing can be told come last in the order by similarity", () => {
    const order = opportunityMapModel(result, "similarity", "ratio", []).groups.map(({ id }) => id);
    expect(order.at(-1)).toBe("e");
    expect(Math.abs(order.indexOf("a") - order.indexOf("d"))).toBe(1);
    expect(Math.abs(order.indexOf("b") - order.indexOf("c"))).toBe(1);
  });

  test("shows whole numbers; nothing recorded is 0 %, whatever the caution adds", () => {
    const [less, none] = pairs;
    if (!less || !none) throw new Error("two pairs");
    expect(shownValue(less, "ratio")).toBe(56);
    expect(shownValue(none, "ratio")).toBe(0);
    expect(shownValue(less, "gap")).toBe(4);
    expect(shownValue(less, "observed")).toBe(2);
    expect(shownValue(none, "expected")).toBe(2);
    expect(opportunityMapModel(result, "family", "gap", []).max).toBe(4);
    const empty = { groups: [], expectations: { pairs: [], omitted: 0 } };
    expect(opportunityMapModel(empty, "similarity", "gap", []).max).toBe(0);
  });
});

describe("the question", () => {
  test("only what is limited is asked", () => {
    expect(Object.fromEntries(opportunitiesParameters(FIRST_OPPORTUNITIES))).toEqual({
      kinds: "hub,cluster,house_of",
      sort: "missing",
    });
    const limited = {
      ...FIRST_OPPORTUNITIES,
      pair: { a: "holm", b: "mv" },
      states: ["Hessen", "Bayern"],
      isLessObvious: true,
    };
    expect(Object.fromEntries(opportunitiesParameters(limited))).toEqual({
      kinds: "hub,cluster,house_of",
      states: "Hessen,Bayern",
      sort: "missing",
      hubPenalty: "0.25",
    });
    expect(opportunityParameters(limited)).toEqual([
      ["a", "holm"],
      ["b", "mv"],
      ["hubPenalty", "0.25"],
    ]);
  });

  test("a group with itself is no pair", () => {
    expect(opportunityParameters(FIRST_OPPORTUNITIES)).toBeNull();
    const same = { ...FIRST_OPPORTUNITIES, pair: { a: "holm", b: "holm" } };
    expect(opportunityParameters(same)).toBeNull();
  });
});

describe("a judgement", () => {
  const judgement = {
    a: "holm",
    b: "mv",
    verdict: "dismissed" as const,
    reason: "Kein Auftrag",
    note: null,
    changedAt: "2026-11-25T09:00:00.000Z",
  };

  test("is found in either order, and only for its own two", () => {
    expect(judgementOf([judgement], "mv", "holm")).toBe(judgement);
    expect(judgementOf([judgement], "holm", "mv")).toBe(judgement);
    expect(judgementOf([judgement], "holm", "hop")).toBeNull();
    expect(judgementOf([], "holm", "mv")).toBeNull();
  });
});

describe("words", () => {
  test("each class, role and term has its own in both languages", () => {
    for (const words of [de, en]) {
      for (const name of OPPORTUNITY_CLASSES) {
        expect(words.say(`opportunities:class.${name}`)).not.toBe("");
        expect(words.say(`opportunities:classShort.${name}`)).not.toBe("");
      }
      for (const role of BROKER_ROLES) {
        expect(words.say(`opportunities:role.${role}`, { a: "A", b: "B" })).not.toBe("");
      }
    }
  });

  test("what is missing is named, and never said to be nothing", () => {
    expect(missingTerms([], de)).toBeNull();
    expect(missingTerms(["topics", "distance"], de)).toBe(
      "Nicht bekannt und deshalb als Durchschnitt gerechnet: Themen und Entfernung.",
    );
    expect(missingTerms([...PAIR_TERMS], en)).toBe(
      "Not known and therefore counted as average: common partners, indirect ties, expected projects, topics and distance.",
    );
    expect(de.say("opportunities:class.none-yet")).toBe("noch nichts verzeichnet");
  });
});

describe("as text", () => {
  const address = "http://x/?page=opportunities";

  test("the list: rank, names and reasons", () => {
    const other = opportunity({ a: ref("hop", "House of Pharma", "house_of"), reasons: [] });
    const notes = [sentence("Half is known")];
    expect(listAsText({ opportunities: [opportunity(), other], notes }, de, address)).toBe(
      [
        "Chancen, die besten zuerst",
        "",
        "1. HOLM × Medical Valley",
        "First (de)",
        "Second (de)",
        "",
        "2. House of Pharma × Medical Valley",
        "",
        "Half is known (de)",
        "",
        `Ansicht: ${address}`,
      ].join("\n"),
    );
  });

  const pair: Pick<OpportunityResult, "opportunity" | "structure" | "paths" | "notes"> = {
    opportunity: opportunity({
      notes: [sentence("Carried by one")],
      bridges: [actor("sap"), actor("tum")],
      pairs: [suggested("x", "y"), suggested("x", "z")],
      brokers: [broker],
    }),
    structure: null,
    paths: [
      { x: "x", y: "y", path: pathOf(["x", "m", "y"]) },
      { x: "x", y: "z", path: null },
    ],
    notes: [],
  };

  test("a pair: bridges, who could start with the path so far, brokers, the question", () => {
    expect(pairAsText(pair, de, address)).toBe(
      [
        "Chance: HOLM und Medical Valley",
        "First (de)",
        "Second (de)",
        "Carried by one (de)",
        "",
        "Gehört schon zu beiden: SAP und TUM",
        "",
        "Wer anfangen könnte:",
        "– X × Y",
        "  Twenty times (de)",
        "  Bester Weg bisher: X → M → Y.",
        "– X × Z",
        "  Twenty times (de)",
        "",
        "Wer vermitteln könnte:",
        "– KIT",
        "  Both sides (de)",
        "",
        "Question? (de)",
        "",
        `Ansicht: ${address}`,
      ].join("\n"),
    );
  });

  test("in English, and without what there is not", () => {
    const bare = { ...pair, opportunity: opportunity(), paths: [] };
    expect(pairAsText(bare, en, address)).toBe(
      [
        "Opportunity: HOLM and Medical Valley",
        "First (en)",
        "Second (en)",
        "",
        "Question? (en)",
        "",
        `View: ${address}`,
      ].join("\n"),
    );
  });

  test("a nested pair says that instead of its reasons", () => {
    const text = pairAsText({ ...pair, structure: "nested" }, de, address);
    expect(text).toContain("Die eine Gruppe gehört zur anderen.");
    expect(text).not.toContain("First");
  });
});
