/** The store of a page without a service: records as they were, rows as they lay, nothing to be written. */
import { describe, expect, it } from "vitest";
import { packageStore } from "../../../../client/offline/memory-store.ts";
import { keepFacts, packageFacts, readPackage } from "../../../../client/offline/package.ts";
import {
  type OfflinePackage,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
} from "../../../../server/contract/offline-words.ts";
import { StoreUnavailable } from "../../../../server/store/store.ts";

/** Ada has everything, Bob only what a record must have; the third row fits no record. */
const PACKAGE: OfflinePackage = {
  format: PACKAGE_FORMAT,
  version: PACKAGE_VERSION,
  made: "2025-11-25T10:00:00.000Z",
  engine: "neo4j",
  revision: 7,
  isCut: true,
  total: { actors: 40, links: 90, sources: 12 },
  topics: {},
  actors: {
    rows: {
      id: ["ada", "bob", "odd one"],
      name: ["Ada", "Bob", null],
      kind: ["company", "startup", "spaceship"],
      aliases: [["A"], null, null],
      topics: [["ai"], null, null],
      lat: [54.3, null, "north"],
      row: ["1", "2", "3"],
    },
    details: {
      legalIds: [["PIC:1"], [], null],
      sourceIds: [["s1"], [], null],
      website: ["https://example.org/", null, null],
    },
    withoutRecord: [2],
  },
  links: {
    rows: {
      id: ["l1"],
      source: ["ada"],
      target: ["bob"],
      type: ["FUNDS"],
      confidence: ["stated"],
      row: ["1"],
    },
    details: { sourceIds: [["s1"]], noteDe: ["Notiz"] },
    withoutRecord: [],
  },
  sources: [{ id: "s1", title: "One" }],
  referenceCounts: [],
  quality: null,
  stories: [{ id: "story", title: "Story", content: "{}" }],
};

describe("packageStore", () => {
  const store = packageStore(PACKAGE);

  it("answers records in the order of the ids, each with what is known of it", async () => {
    const bob = {
      id: "bob",
      name: "Bob",
      kind: "startup",
      aliases: [],
      topics: [],
      legalIds: [],
      sourceIds: [],
    };
    const ada = {
      ...bob,
      id: "ada",
      name: "Ada",
      kind: "company",
      aliases: ["A"],
      topics: ["ai"],
      lat: 54.3,
      legalIds: ["PIC:1"],
      sourceIds: ["s1"],
      website: "https://example.org/",
    };
    expect(await store.actors(["bob", "nobody", "ada", "odd one"])).toEqual([bob, ada]);
    expect(await store.links(["l1"])).toEqual([
      {
        id: "l1",
        source: "ada",
        target: "bob",
        type: "FUNDS",
        confidence: "stated",
        sourceIds: ["s1"],
        noteDe: "Notiz",
      },
    ]);
    expect(await store.sources(["s2", "s1"])).toEqual(PACKAGE.sources);
    expect(await store.stories()).toEqual(PACKAGE.stories);
    expect(await store.judgements()).toEqual([]);
    expect(await store.info()).toMatchObject({ engine: "neo4j", revision: 7 });
  });

  it("streams all rows, those without a record too, or the asked ones", async () => {
    const { rows } = PACKAGE.actors;
    const all = await gathered(store.loadColumns());
    expect(all).toEqual([
      { table: "meta", revision: 7, sources: 12 },
      { table: "actors", ...rows },
      { table: "links", ...PACKAGE.links.rows },
    ]);
    const some = await gathered(store.loadColumns({ actors: ["bob"], links: [] }));
    expect(some).toMatchObject([{}, { id: ["bob"], lat: [null] }, { id: [] }]);
  });

  it("refuses every change", async () => {
    const story = { keep: { id: "x", title: "X", content: "{}" } };
    await expect(store.keepStory(story, null)).rejects.toThrow(StoreUnavailable);
    await expect(store.apply({ by: "me", what: "something" })).rejects.toThrow(StoreUnavailable);
  });
});

describe("a package", () => {
  it("is read when this program understands it", () => {
    expect(readPackage(PACKAGE)).toBe(PACKAGE);
    expect(() => readPackage({ ...PACKAGE, version: 2 })).toThrow(
      'package: expected querblick-package 1 (got ["querblick-package",2])',
    );
    for (const wrong of [null, "text", {}, { format: "else" }]) {
      expect(() => readPackage(wrong)).toThrow("package: expected querblick-package 1");
    }
  });

  it("says what there is of the whole", () => {
    expect(packageFacts()).toBeNull();
    keepFacts(PACKAGE);
    expect(packageFacts()).toEqual({
      made: "2025-11-25T10:00:00.000Z",
      isCut: true,
      actors: { kept: 3, total: 40 },
      links: { kept: 1, total: 90 },
      story: "story",
    });
  });
});

async function gathered<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}
