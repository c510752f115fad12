/** From build to build the index takes in only the actors whose texts changed, and answers as a fresh one would. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { SearchCorpus } from "../../../server/live/search-corpus.ts";
import { type Build, buildWithAliases } from "../../../server/snapshot/build.ts";
import { Snapshot } from "../../../server/snapshot/snapshot.ts";
import { recordsFromText, rowsFromRecords } from "../../fixtures/graph-text.ts";

const TOPICS = [{ id: "ai", nameDe: "Künstliche Intelligenz", nameEn: "Artificial Intelligence" }];

function build(text: string, topics = TOPICS): Build {
  return buildWithAliases(rowsFromRecords(recordsFromText(text, topics)), {
    revision: 1,
    sources: 0,
  });
}

/** Number of actors that were taken out or in. */
function update(corpus: SearchCorpus, next: Build): number {
  const steps = corpus.update(next);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function found(corpus: SearchCorpus, { data }: Build, text: string): string[] {
  const snapshot = new Snapshot(data);
  return [...corpus.query(text, 100).actors].map((actor) => snapshot.actorId(actor));
}

test("an index follows the builds", () => {
  const corpus = new SearchCorpus();
  const first = build("ada(city=Ulm topics=ai); bob(aliases=BB); eve(name=Eva)");
  expect(update(corpus, first)).toBe(3);
  expect(found(corpus, first, "ulm")).toEqual(["ada"]);
  expect(found(corpus, first, "bb")).toEqual(["bob"]);

  // A new actor in front moves all numbers, a link and a kind change no text.
  const second = build(
    "aaa(name=Eva); ada:hub(city=Ulm topics=ai) <-FUNDS- bob(aliases=BB); eve(name=Eva)",
  );
  expect(update(corpus, second)).toBe(1);
  expect(found(corpus, second, "eva")).toEqual(["aaa", "eve"]);
  expect(found(corpus, second, "ulm")).toEqual(["ada"]);

  // One is gone, one has another alias (out and in).
  const third = build("ada:hub(city=Ulm topics=ai) <-FUNDS- bob(aliases=BC); eve(name=Eva)");
  expect(update(corpus, third)).toBe(3);
  expect(found(corpus, third, "eva")).toEqual(["eve"]);
  expect(found(corpus, third, "bb")).toEqual([]);
  expect(found(corpus, third, "bc")).toEqual(["bob"]);
  expect(update(corpus, third)).toBe(0);

  // A topic that gets another name concerns who has it.
  const fourth = build("ada:hub(city=Ulm topics=ai) <-FUNDS- bob(aliases=BC); eve(name=Eva)", [
    { id: "ai", nameDe: "Lernende Systeme", nameEn: "Learning Systems" },
  ]);
  expect(update(corpus, fourth)).toBe(2);
  expect(found(corpus, fourth, "lernende")).toEqual(["ada"]);
  expect(found(corpus, fourth, "intelligenz")).toEqual([]);
});

test("the better connected come first, by the links of the newest build", () => {
  const corpus = new SearchCorpus();
  const names = "a(name=Werk_A); b(name=Werk_B); c(name=Werk_C)";
  const before = build(`${names}; a -FUNDS-> b; a -FUNDS-> c; b -FUNDS-> a`);
  update(corpus, before);
  expect(found(corpus, before, "werk")).toEqual(["a", "b", "c"]);
  const after = build(`${names}; c -FUNDS-> b; c -SUPPORTS-> b; c -FUNDS-> a`);
  expect(update(corpus, after)).toBe(0);
  expect(found(corpus, after, "werk")).toEqual(["c", "b", "a"]);
});

test("law: an index that followed answers like one that is new", () => {
  const actor = fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    name: fc.constantFrom("Ulm_Hub", "Ulmer_Werke", "Hub_Köln", "Koeln"),
    city: fc.constantFrom("Ulm", "Köln"),
  });
  const graph = fc
    .uniqueArray(actor, { selector: ({ id }) => id, maxLength: 6 })
    .map((actors) =>
      actors.map(({ id, name, city }) => `${id}(name=${name} city=${city})`).join(";"),
    );
  fc.assert(
    fc.property(fc.array(graph, { minLength: 1, maxLength: 6 }), (graphs) => {
      const followed = new SearchCorpus();
      for (const text of graphs) {
        const next = build(text);
        update(followed, next);
        const fresh = new SearchCorpus();
        update(fresh, next);
        for (const query of ["ulm", "koln", "hub ulm", "werke", "ulmer hub"]) {
          expect(found(followed, next, query)).toEqual(found(fresh, next, query));
        }
      }
    }),
    { seed: 5, numRuns: 100 },
  );
});
