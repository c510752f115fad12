/** The search finds what people type, in the order they expect, and shows where it found it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  matchIn,
  type SearchDocument,
  SearchIndex,
} from "../../../server/snapshot/search-index.ts";
import { fold, words } from "../../../server/snapshot/search-text.ts";

interface Entry extends Partial<Record<keyof SearchDocument, string[]>> {
  name: string[];
  isProject?: boolean;
  degree?: number;
}

/** An index over the entries; keys are their numbers. */
function indexOf(entries: Entry[]): SearchIndex {
  const index = new SearchIndex({
    document: (key) => documentOf(entries[key]),
    isProject: (key) => entries[key]?.isProject ?? false,
    degree: (key) => entries[key]?.degree ?? 0,
    order: (key) => key,
    keyAt: (order) => order,
  });
  entries.forEach((_, key) => {
    index.add(key);
  });
  return index;
}

function documentOf(entry: Entry | undefined): SearchDocument {
  return { name: [], nameEn: [], alias: [], city: [], topic: [], ...entry };
}

/** Names found, best first. */
function names(entries: Entry[], text: string): string[] {
  return indexOf(entries)
    .query(text, 100)
    .keys.map((key) => entries[key]?.name[0] ?? "");
}

/** The best hit's text with its matching parts in brackets, after the field. */
function marked(entries: Entry[], text: string): string {
  const finding = indexOf(entries).query(text, 1);
  const key = finding.keys[0];
  if (key === undefined) return "nothing";
  const match = matchIn(documentOf(entries[key]), finding);
  let result = match.text;
  for (const [start, end] of match.ranges.toReversed()) {
    result = `${result.slice(0, start)}[${result.slice(start, end)}]${result.slice(end)}`;
  }
  return `${match.field}: ${result}`;
}

const tum = {
  name: ["Technische Universität München"],
  nameEn: ["Technical University of Munich"],
};

describe("what is found", () => {
  test.each(["München", "Muenchen", "Munchen", "MÜNCHEN", "mu\u0308nchen", "muenc", "Münc"])(
    "%s, however it is written",
    (text) => {
      const spellings = ["Stadt München", "Stadt Muenchen", "Stadt Munchen", "Stadt Mu\u0308nchen"];
      expect(
        names(
          spellings.map((name) => ({ name: [name] })),
          text,
        ),
      ).toEqual(spellings);
    },
  );

  test.each([
    ["groß", "Große Werke"],
    ["gross", "Große Werke"],
    ["strasse", "Straßenbau"],
    ["Jørgen", "Jorgen AS"],
    ["lodz", "Łódź"],
    ["ecole", "École Polytechnique"],
    ["ﬁrma", "Firma"],
    ["五", "五年"],
    ["istanbul", "İstanbul"],
    ["5g", "5G-Lab"],
    ["c", "C++ e.V."],
  ])("%s finds %s", (text, name) => {
    expect(names([{ name: ["Nichts"] }, { name: [name] }], text)).toEqual([name]);
  });

  test("a typo: one from four letters, two from eight, none below", () => {
    const entries = [{ name: ["Fraunhofer"] }, { name: ["Bosch"] }, { name: ["TUM"] }];
    expect(names(entries, "Frauenhoffer")).toEqual(["Fraunhofer"]);
    expect(names(entries, "Bosh")).toEqual(["Bosch"]);
    expect(names(entries, "Bhos")).toEqual([]);
    expect(names(entries, "TUN")).toEqual([]);
  });

  test("names in both languages, aliases, cities and topics", () => {
    const entries = [
      { ...tum, alias: ["TUM", "TU München"], city: ["Garching"], topic: ["Robotik", "Robotics"] },
    ];
    expect(
      ["technical", "tum", "garching", "robotics", "robotik"].map((text) => marked(entries, text)),
    ).toEqual([
      "nameEn: [Technical] University of Munich",
      "alias: [TUM]",
      "city: [Garching]",
      "topic: [Robotics]",
      "topic: [Robotik]",
    ]);
  });

  test("all words before some: a word in the name and one in the city", () => {
    const entries = [
      { name: ["Hub Berlin"] },
      { name: ["Fraunhofer IAO"], city: ["Stuttgart"] },
      { name: ["Fraunhofer IPK"], city: ["Berlin"] },
    ];
    expect(names(entries, "berlin fraunhofer")).toEqual(["Fraunhofer IPK"]);
    expect(names(entries, "fraunhofer hamburg")).toEqual(["Fraunhofer IAO", "Fraunhofer IPK"]);
  });

  test.each(["", "   ", "?!", "\u0000", "\u0308", "\ud83d", "👩‍🚀"])("nothing for %j", (text) => {
    expect(names([tum], text)).toEqual([]);
  });

  test("quotes, Cypher and SQL are words like others", () => {
    expect(names([tum], "') MATCH (n) DETACH DELETE n //")).toEqual([]);
    expect(names([tum], "' OR 1=1; DROP TABLE actors --")).toEqual([]);
    expect(names([tum], "__proto__ constructor toString")).toEqual([]);
    expect(names([{ name: ["constructor"] }], "constructor")).toEqual(["constructor"]);
  });

  test("200 characters", () => {
    const long = "Universität ".repeat(20).slice(0, 200);
    expect(names([tum], long)).toEqual(["Technische Universität München"]);
    expect(names([tum], "x".repeat(200))).toEqual([]);
  });

  test("no more than asked for", () => {
    const entries = Array.from({ length: 30 }, (_, i) => ({ name: [`Hub ${i}`] }));
    expect(indexOf(entries).query("hub", 7).keys).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("the order", () => {
  test("exact before prefix before typo, whatever the degree", () => {
    expect(
      names(
        [
          { name: ["Mobilat"], degree: 90 },
          { name: ["Mobility"], degree: 50 },
          { name: ["Mobilit"], degree: 1 },
        ],
        "mobilit",
      ),
    ).toEqual(["Mobilit", "Mobility", "Mobilat"]);
  });

  test("name and alias before city before topic", () => {
    expect(
      names(
        [
          { name: ["A"], topic: ["Köln"], degree: 9 },
          { name: ["B"], city: ["Köln"], degree: 8 },
          { name: ["Köln Messe"], degree: 1 },
          { name: ["D"], alias: ["Köln"], degree: 2 },
        ],
        "Koeln",
      ),
    ).toEqual(["D", "Köln Messe", "B", "A"]);
  });

  test("actors before projects, the whole name before a part, then the better connected, then by id", () => {
    expect(
      names(
        [
          { name: ["IRIS"], isProject: true, degree: 99 },
          { name: ["Iris Labs"], degree: 3 },
          { name: ["Iris Works"], degree: 7 },
          { name: ["Iris Zwei"], degree: 3 },
          { name: ["Iris"], degree: 1 },
        ],
        "iris",
      ),
    ).toEqual(["Iris", "Iris Works", "Iris Labs", "Iris Zwei", "IRIS"]);
  });
});

describe("the matching part", () => {
  test.each([
    ["münch", "name: Technische Universität [Münch]en"],
    ["muench", "name: Technische Universität [Münch]en"],
    ["munch", "name: Technische Universität [Münch]en"],
    ["uni tech", "name: [Tech]nische [Uni]versität München"],
    ["universitat", "name: Technische [Universität] München"],
    ["munich", "nameEn: Technical University of [Munich]"],
    ["Univeristät", "name: Technische [Universität] München"],
  ])("of %s", (text, expected) => {
    expect(marked([tum], text)).toBe(expected);
  });

  test("covers a decomposed letter and both letters of an umlaut that was typed so", () => {
    expect(marked([{ name: ["Mu\u0308nchen"] }], "mu")).toBe("name: [Mu\u0308]nchen");
    expect(marked([{ name: ["Muenchen"] }], "mue")).toBe("name: [Mue]nchen");
    expect(marked([{ name: ["Straßenbahn"] }], "stras")).toBe("name: [Straß]enbahn");
    expect(marked([{ name: ["𝔘niversum"] }], "univ")).toBe("name: [𝔘niv]ersum");
  });

  test("is in the alias that fits best", () => {
    expect(marked([{ name: ["X"], alias: ["Cyber Valley", "Cyber Hub Ulm"] }], "ulm cyber")).toBe(
      "alias: [Cyber] Hub [Ulm]",
    );
  });
});

test("removed and changed actors are no longer found", () => {
  const entries: Entry[] = [{ name: ["Alpha"] }, { name: ["Alpha Zwei"] }];
  const index = indexOf(entries);
  index.remove(0);
  expect(index.query("alpha", 9).keys).toEqual([1]);
  entries[2] = { name: ["Beta"] };
  index.remove(1);
  index.add(2);
  expect(index.query("alpha", 9).keys).toEqual([]);
  expect(index.query("beta", 9).keys).toEqual([2]);
  expect(index.size).toBe(1);
});

test("law: ranges lie in the text, in order, and every actor is found by each word of its name", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (list) => {
      const entries = list.map((text) => ({ name: [text] }));
      const index = indexOf(entries);
      list.forEach((text, key) => {
        for (const { start, end } of words(text)) {
          const finding = index.query(text.slice(start, end), 100);
          expect(finding.keys).toContain(key);
          for (const other of finding.keys) {
            const match = matchIn(documentOf(entries[other]), finding);
            expect(match.ranges.length).toBeGreaterThan(0);
            let last = 0;
            for (const [from, to] of match.ranges) {
              expect(from >= last && to > from && to <= match.text.length).toBe(true);
              last = to;
            }
          }
        }
      });
    }),
    { seed: 3, numRuns: 200 },
  );
});

test("law: what a word begins with folds to what the folded word begins with", () => {
  const letters = fc.constantFrom(..."aeouäöüßéøœnmsAEOUÄÖÜ");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), fc.nat(12), (characters, length) => {
      const whole = fold(characters.join(""));
      const part = fold(characters.slice(0, length).join(""));
      expect(whole.startsWith(part)).toBe(true);
    }),
    { seed: 4, numRuns: 500 },
  );
});
