/** What stands on the lines of a pair of groups, and what is said when something is pointed at. */
import { describe, expect, test } from "vitest";
import {
  measuredText,
  pairSceneOptions,
  pairText,
  recordedText,
} from "../../../../client/graph-ui/pair-words.ts";
import type { Words } from "../../../../client/records/words.ts";
import { broker, opportunity, pair } from "../opportunity-fixtures.ts";

/** The key and what is filled in. */
const words: Words = {
  language: "de",
  say: (key, options = {}) => [key, ...Object.values(options)].join(" "),
};
const topic = (de: string) => ({ id: de, name: { de, en: de } });

describe("on a suggested pair", () => {
  test("the first topic that is short enough", () => {
    const long = topic("Umwelttechnik und angewandte Geowissenschaften");
    expect(pairText(pair("x", "y", { topics: [long, topic("Energie")] }), words)).toBe("Energie");
  });

  test("without a topic how often such pairs got together, and nothing where that is no oftener", () => {
    const none = pair("x", "y", { topics: [], times: 20 });
    expect(pairText(none, words)).toBe("pairText.times 20");
    expect(pairText({ ...none, lift: "base", times: 1 }, words)).toBeNull();
  });
});

describe("on the ribbon", () => {
  test("what is expected has decimals only where they matter", () => {
    expect(measuredText({ observed: 20, expected: 25.4 }, words)).toBe("pairText.measured 20 25");
    expect(measuredText({ observed: 2, expected: 6.66 }, words)).toBe("pairText.measured 2 6,7");
  });

  test("nothing recorded is said in words", () => {
    expect(measuredText({ observed: 0, expected: 8.2 }, words)).toBe("pairText.nothing 8,2");
    expect(recordedText({ observed: 0 }, words)).toBe("pairText.noneRecorded");
    expect(recordedText({ observed: 1200 }, words)).toBe("pairText.recorded 1.200");
  });
});

test("who could introduce is said to, with where it belongs and why", () => {
  const options = pairSceneOptions(opportunity(), (ref) => ref.name, words);
  const said = options.broker({
    ...broker("out", "gatekeeper"),
    reasons: [{ de: "Darum", en: "So" }],
  });
  expect(said).toEqual(["pairHint.broker", "pairHint.role.gatekeeper A B", "Darum"]);
  expect(options.measuredWhy[1]).toBe("pairHint.measured.projects");
});

test("a tooltip has the two first reasons of a pair", () => {
  const options = pairSceneOptions(opportunity(), (ref) => ref.name, words);
  const reasons = ["eins", "zwei", "drei"].map((de) => ({ de, en: de }));
  expect(options.why(pair("x", "y", { reasons }))).toEqual(["pairHint.suggested", "eins", "zwei"]);
});
