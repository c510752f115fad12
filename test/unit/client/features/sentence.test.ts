/** The sentence over a cross-link: only what there is, and in words what there is not. */
import { describe, expect, it } from "vitest";
import { crossLinkSentence } from "../../../../client/features/cross-link/sentence.ts";
import type { CrossLinksResult } from "../../../../server/contract/explore.ts";
import { ref, wordsOf } from "./fixtures.ts";

const nothing: CrossLinksResult = {
  revision: 1,
  a: { ...ref("a", "Haus A", "house_of"), city: null, state: null },
  b: { ...ref("b", "Hub B", "hub"), city: null, state: null },
  structure: null,
  links: [],
  projects: [],
  bridges: [],
  counts: { links: 0, projects: 0, bridges: 0 },
  omitted: { links: 0, projects: 0, bridges: 0 },
};
const actors = {
  a: { ...nothing.a, kind: "company" },
  b: { ...nothing.b, kind: "university" },
} as const;

describe("crossLinkSentence", () => {
  it("joins what there is and names what is not recorded", async () => {
    const result = { ...nothing, counts: { links: 0, projects: 29, bridges: 1 } };
    expect(crossLinkSentence(result, await wordsOf("de"), true)).toBe(
      "Haus A und Hub B verbinden 29 gemeinsame Projekte und 1 gemeinsames Mitglied. Nicht erfasst: direkte Verbindungen.",
    );
  });

  it("speaks of shared members only where a group is one of the two", async () => {
    const result = { ...nothing, ...actors, counts: { links: 1, projects: 0, bridges: 0 } };
    expect(crossLinkSentence(result, await wordsOf("en"), false)).toBe(
      "Haus A and Hub B are linked by 1 direct link. Not recorded: joint projects.",
    );
  });

  it("does not call an empty answer no link", async () => {
    expect(crossLinkSentence(nothing, await wordsOf("de"), false)).toMatch(
      /^Zwischen Haus A und Hub B ist nichts erfasst\. Das heißt nicht/,
    );
    expect(crossLinkSentence(nothing, await wordsOf("de"), true)).toMatch(/Filtern passt\.$/);
  });
});
