/** Filters as data: options with counts, what is chosen, and what choosing changes. */
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import {
  choose,
  chosenValues,
  facetOptions,
  hasOwnGroupKinds,
  LIST_FACETS,
  sortOptions,
} from "../../../../client/features/filters/facets.ts";
import { vocabularyTexts } from "../../../../client/i18n/vocabulary-texts.ts";
import { FIRST_VIEW, NO_FILTERS } from "../../../../client/state/view.ts";
import type { FacetsResult } from "../../../../server/contract/explore.ts";

const facets: FacetsResult = {
  revision: 1,
  kinds: [
    { value: "hub", count: 20 },
    { value: "company", count: 96 },
  ],
  topics: [{ value: "ai", name: { de: "KI", en: "AI" }, count: 12 }],
  states: [
    { value: "Hessen", count: 5 },
    { value: "Bayern", count: 9 },
  ],
  cities: [],
  groups: [{ id: "holm", name: "HOLM", nameEn: null, kind: "house_of", value: "holm", count: 31 }],
  types: [{ value: "MEMBER_OF", count: 300 }],
  confidence: [{ value: "stated", count: 4 }],
  years: [
    { value: 2019, count: 3 },
    { value: 2020, count: 8 },
  ],
  omitted: { cities: 0, topics: 0, groups: 0 },
};

let words: TFunction<"vocabulary">;
beforeAll(async () => {
  const texts = i18next.createInstance();
  await texts.init({ lng: "en", resources: { en: { vocabulary: vocabularyTexts.en } } });
  words = texts.getFixedT("en", "vocabulary");
});

describe("facets", () => {
  test("a closed vocabulary lists all its values, uncounted ones with 0", () => {
    const kinds = facetOptions("kinds", facets, words, "en");
    expect(kinds).toHaveLength(15);
    expect(kinds[0]).toEqual({ value: "hub", label: "Hubs", count: 20, kind: "hub" });
    expect(kinds[1]).toEqual({ value: "cluster", label: "Clusters", count: 0, kind: "cluster" });
  });

  test("without an answer nothing is counted", () => {
    expect(facetOptions("kinds", undefined, words, "en")[0]?.count).toBeNull();
    expect(facetOptions("states", undefined, words, "en")).toEqual([]);
  });

  test("names in the reader's language, newest year first, most frequent state first", () => {
    expect(facetOptions("topics", facets, words, "en")[0]?.label).toBe("AI");
    expect(facetOptions("year", facets, words, "en").map(({ value }) => value)).toEqual([
      "2020",
      "2019",
    ]);
    const states = sortOptions("states", facetOptions("states", facets, words, "en"), "en");
    expect(states.map(({ value }) => value)).toEqual(["Bayern", "Hessen"]);
  });

  test("what is chosen is read back, for every facet", () => {
    const values = {
      kinds: ["hub", "project"],
      groups: ["holm"],
      topics: ["ai"],
      states: ["Hessen", "Bayern"],
      cities: ["Köln"],
      types: ["FUNDS"],
      year: ["2019"],
      confidence: ["stated"],
      groupKinds: ["cluster"],
    };
    for (const facet of LIST_FACETS) {
      const view = { ...FIRST_VIEW, ...choose(FIRST_VIEW, facet, values[facet]) };
      expect(chosenValues(view, facet)).toEqual(values[facet]);
      const cleared = { ...view, ...choose(view, facet, []) };
      expect(cleared.filters).toEqual(NO_FILTERS);
      expect(cleared.groupKinds).toEqual(FIRST_VIEW.groupKinds);
    }
  });

  test("group kinds of one's own", () => {
    expect(hasOwnGroupKinds(FIRST_VIEW)).toBe(false);
    expect(hasOwnGroupKinds({ ...FIRST_VIEW, groupKinds: ["hub"] })).toBe(true);
  });
});
