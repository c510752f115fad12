/** What every store does, whichever database it stands on. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import {
  type Change,
  type Store,
  StoreConflict,
  StoreError,
  type StoreLocation,
} from "../../server/store/store.ts";
import {
  actor,
  change,
  FULL_ACTOR,
  FULL_LINK,
  FULL_SOURCE,
  judgement,
  link,
  readColumns,
  SMALL,
  source,
  topic,
} from "../fixtures/store-records.ts";

/** A database that a test has for itself, with the ways past the store that some tests need. */
export interface TestDatabase {
  location: StoreLocation;
  /** Raw journal entries with the revisions from 1 to `last`. */
  fillJournal(last: number): Promise<void>;
  setSchemaVersion(version: number): Promise<void>;
  /** Written past the store: a sound actor, one of an unknown kind, and a link of an unknown type between them. */
  fillForeign(): Promise<void>;
  dispose(): Promise<void>;
}

const MANY = 10_001;
/** A batch of a stream has at most so many rows. */
const LARGEST_BATCH = 5_000;

export function describeStore(name: string, createDatabase: () => Promise<TestDatabase>): void {
  describe(`store on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;
    const stores: Store[] = [];

    const open = async (): Promise<Store> => {
      const opened = await openStore(database.location);
      stores.push(opened);
      return opened;
    };
    const ids = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    /** Everything that is stored, for "nothing changed". */
    const contents = async () => ({
      info: await store.info(),
      columns: await readColumns(store),
      changes: await store.changesSince(0),
      sources: await store.sources(["s1", "s2", "s3"]),
      counts: await store.referenceCounts(),
      stories: await store.stories(),
    });

    beforeEach(async () => {
      database = await createDatabase();
      store = await open();
    });
    afterEach(async () => {
      for (const opened of stores.splice(0)) await opened.close();
      await database.dispose();
    });

    it("is empty at first and says what it is", async () => {
      const info = await store.info();
      expect(info).toEqual({
        engine: database.location.engine,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        schemaVersion: 1,
        revision: 0,
      });
      expect(await store.revision()).toBe(0);
      expect(await store.changesSince(0)).toEqual([]);
      expect(await readColumns(store)).toMatchObject({ revision: 0, sources: 0, batches: 1 });
    });

    it("keeps records whole and answers them in the order asked for", async () => {
      expect(await store.apply(change(SMALL))).toEqual({ revision: 1, changed: 7 });
      expect(await store.actors(["hub", "nobody", "full-actor"])).toEqual([
        SMALL.actors[1],
        FULL_ACTOR,
      ]);
      expect(await store.links(["nothing", "full-link"])).toEqual([FULL_LINK]);
      expect(await store.sources(["s2", "s1"])).toEqual([source("s2"), FULL_SOURCE]);
      expect(await store.actors([])).toEqual([]);
    });

    it("streams the columns of everything, meta first", async () => {
      await store.apply(change(SMALL));
      const columns = await readColumns(store);
      expect(columns).toMatchObject({ revision: 1, sources: 2 });
      const { website, legalIds, descriptionDe, descriptionEn, sourceIds, ...rest } = FULL_ACTOR;
      const { fundingScheme, ...inColumns } = rest;
      expect(columns.actors).toEqual([
        inColumns,
        {
          ...Object.fromEntries(Object.keys(inColumns).map((key) => [key, null])),
          id: "hub",
          name: "Name of hub",
          kind: "hub",
          aliases: [],
          topics: [],
        },
      ]);
      expect(columns.links).toEqual([
        {
          id: "full-link",
          source: "full-actor",
          target: "hub",
          type: "PARTICIPATES_IN",
          since: "2017",
          until: "2019-04-01",
          confidence: "public_record",
        },
      ]);
      expect(columns.topics).toEqual([
        { ...topic("everything"), broader: null },
        topic("mobility", "everything"),
      ]);
    });

    it("changes nothing when the same comes again", async () => {
      await store.apply(change(SMALL));
      const before = await contents();
      expect(await store.apply(change(SMALL))).toEqual({ revision: 1, changed: 0 });
      expect(await store.apply(change({}, { actors: ["nobody"], links: ["nothing"] }))).toEqual({
        revision: 1,
        changed: 0,
      });
      expect(await contents()).toEqual(before);
    });

    it("counts and journals only the records that differ", async () => {
      await store.apply(change(SMALL));
      const hub = actor("hub", { kind: "hub", city: "Berlin" });
      const second = change({ ...SMALL, actors: [FULL_ACTOR, hub] });
      expect(await store.apply({ ...second, by: "Ada", what: "moved" })).toEqual({
        revision: 2,
        changed: 1,
      });
      expect(await store.changesSince(1)).toEqual([
        {
          revision: 2,
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          by: "Ada",
          what: "moved",
          touched: { actors: ["hub"], links: [] },
        },
      ]);
    });

    it.each<[string, string]>([
      ["NUL", "before\0after"],
      ["quotes", `"'\`\\"; DROP TABLE actors; --`],
      ["Cypher", "'}) DETACH DELETE n //"],
      ["JSON", '{"a":[1,null]}'],
      ["Unicode", "Ä ß ẞ é é İ 日本語 עברית 👩‍💻 \u{10ffff} \u2028 \ufeff"],
      ["white space", " \t\r\n "],
      ["10,000 characters", 'ü"\0😀x'.repeat(1_666).padEnd(10_000, "y")],
    ])("keeps odd texts: %s", async (_, text) => {
      const odd = actor("odd", {
        name: text,
        aliases: [text, "x"],
        descriptionDe: text,
        legalIds: [text],
      });
      const note = link("odd-link", "odd", "other", { noteDe: text, role: text });
      const upsert = { actors: [odd, actor("other")], links: [note] };
      await store.apply({ ...change(upsert), by: text, what: text });
      expect(await store.actors(["odd"])).toEqual([odd]);
      expect(await store.links(["odd-link"])).toEqual([note]);
      expect((await readColumns(store)).actors[0]).toMatchObject({
        name: text,
        aliases: [text, "x"],
      });
      expect(await store.changesSince(0)).toMatchObject([{ by: text, what: text }]);
      expect(await store.apply(change(upsert))).toEqual({ revision: 1, changed: 0 });
      expect(await store.actors([text])).toEqual([]);
      expect(await store.apply(change({}, { actors: [text] }))).toMatchObject({ changed: 0 });
    });

    it("stores half of a surrogate pair as U+FFFD, once", async () => {
      const upsert = { actors: [actor("odd", { name: "a\ud800b", aliases: ["\udfff"] })] };
      await store.apply(change(upsert));
      expect(await store.actors(["odd"])).toEqual([
        actor("odd", { name: "a\ufffdb", aliases: ["\ufffd"] }),
      ]);
      expect(await store.apply(change(upsert))).toEqual({ revision: 1, changed: 0 });
    });

    it("keeps numbers exactly", async () => {
      const actors = [0.1 + 0.2, 1 / 3, -89.99999999999999, 5e-324, 90, -7].map((lat, index) =>
        actor(`n-${index}`, { lat, lon: -lat }),
      );
      await store.apply(change({ actors }));
      expect(await store.actors(ids("n", 6))).toEqual(actors);
      expect(await store.apply(change({ actors }))).toMatchObject({ changed: 0 });
    });

    it("forgets a property that is no longer known, and changes kind, type and ends", async () => {
      await store.apply(change(SMALL));
      const bare = actor("full-actor", { kind: "hub" });
      const turned = link("full-link", "hub", "full-actor", { type: "FUNDS" });
      expect(await store.apply(change({ actors: [bare], links: [turned] }))).toEqual({
        revision: 2,
        changed: 2,
      });
      expect(await store.actors(["full-actor"])).toEqual([bare]);
      expect(await store.links(["full-link"])).toEqual([turned]);
      const { actors, links } = await readColumns(store);
      expect(actors.map(({ id, kind, lat }) => ({ id, kind, lat }))).toEqual([
        { id: "full-actor", kind: "hub", lat: null },
        { id: "hub", kind: "hub", lat: null },
      ]);
      expect(links).toMatchObject([
        { id: "full-link", source: "hub", target: "full-actor", type: "FUNDS" },
      ]);
    });

    it("keeps several links between the same two actors", async () => {
      const links = [
        link("l1", "a", "b"),
        link("l2", "a", "b"),
        link("l3", "a", "b", { type: "FUNDS" }),
        link("l4", "b", "a"),
        link("l5", "a", "a", { type: "SUPPORTS" }),
      ];
      await store.apply(change({ actors: [actor("a"), actor("b")], links }));
      expect(await store.links(["l5", "l4", "l3", "l2", "l1"])).toEqual(links.toReversed());
      expect((await readColumns(store)).links).toHaveLength(5);
      await store.apply(change({}, { links: ["l2"] }));
      expect(await store.links(["l1", "l2", "l3"])).toEqual([links[0], links[2]]);
    });

    it("removes an actor with its links and journals both", async () => {
      const links = [link("out", "a", "b"), link("in", "b", "a"), link("self", "a", "a")];
      const kept = link("kept", "b", "c");
      const actors = [actor("a"), actor("b"), actor("c")];
      await store.apply(change({ actors, links: [...links, kept] }));
      expect(await store.apply(change({}, { actors: ["a"] }))).toEqual({ revision: 2, changed: 4 });
      expect(await store.actors(["a", "b", "c"])).toEqual(actors.slice(1));
      expect(await store.links(["out", "in", "self", "kept"])).toEqual([kept]);
      const [entry] = await store.changesSince(1);
      expect(entry?.touched?.actors).toEqual(["a"]);
      expect(entry?.touched?.links.toSorted()).toEqual(["in", "out", "self"]);
    });

    it("moves a link away from an actor that goes in the same change", async () => {
      const actors = [actor("a"), actor("b"), actor("c")];
      await store.apply(change({ actors, links: [link("l", "a", "b")] }));
      const moved = link("l", "c", "b");
      expect(await store.apply(change({ links: [moved] }, { actors: ["a"] }))).toEqual({
        revision: 2,
        changed: 2,
      });
      expect(await store.links(["l"])).toEqual([moved]);
    });

    it("removes sources, topics and stories that nothing names", async () => {
      const story = { id: "story", title: "T", content: "{}" };
      await store.apply(change({ ...SMALL, stories: [story] }));
      expect(await store.stories()).toEqual([story]);
      const remove = {
        actors: ["full-actor"],
        topics: ["mobility", "everything"],
        sources: ["s1"],
        stories: ["story"],
      };
      expect(await store.apply(change({}, remove))).toEqual({ revision: 2, changed: 6 });
      expect(await store.stories()).toEqual([]);
      expect(await store.sources(["s1", "s2"])).toEqual([source("s2")]);
      expect(await readColumns(store)).toMatchObject({ sources: 1, topics: [] });
    });

    it("keeps, changes and removes a story beside the graph, never over another one", async () => {
      await store.apply(change(SMALL));
      const { revision } = await store.info();
      const first = { id: "told", title: "Erzählt „ä“ 🚀", content: '{"a":"\\u0000"}' };
      await store.keepStory({ keep: first }, null);
      expect(await store.stories()).toEqual([first]);
      await expect(store.keepStory({ keep: first }, null)).rejects.toThrow(StoreConflict);
      const second = { ...first, title: "Anders", content: "{}" };
      await expect(store.keepStory({ keep: second }, "other")).rejects.toThrow(StoreConflict);
      expect(await store.stories()).toEqual([first]);
      await store.keepStory({ keep: second }, first.content);
      expect(await store.stories()).toEqual([second]);
      await expect(store.keepStory({ remove: "told" }, first.content)).rejects.toThrow(
        StoreConflict,
      );
      await store.keepStory({ remove: "told" }, second.content);
      await expect(store.keepStory({ remove: "told" }, second.content)).rejects.toThrow(
        StoreConflict,
      );
      expect(await store.stories()).toEqual([]);
      expect((await store.info()).revision).toBe(revision);
    });

    it("lets one of several win who keep the same story at once", async () => {
      const stories = Array.from({ length: 6 }, (_, i) => ({
        id: "told",
        title: `${i}`,
        content: `${i}`,
      }));
      const results = await Promise.allSettled(
        stories.map((keep) => store.keepStory({ keep }, null)),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await store.stories()).toEqual([
        stories[results.findIndex(({ status }) => status === "fulfilled")],
      ]);
    });

    it("keeps reference counts by their key and stories by id", async () => {
      const count = (
        year: number,
        projects: number,
        population: "germany" | "all" = "germany",
      ) => ({
        population,
        programme: "H2020",
        topic: "EU.1",
        sizeClass: "2-5",
        year,
        projects,
      });
      const stories = [
        { id: "b", title: "B", content: "x".repeat(100_000) },
        { id: "a", title: "A", content: "" },
      ];
      const referenceCounts = [count(2015, 3), count(2014, 0), count(2014, 9, "all")];
      expect(await store.apply(change({ referenceCounts, stories }))).toMatchObject({ changed: 5 });
      expect(await store.apply(change({ referenceCounts, stories }))).toMatchObject({ changed: 0 });
      expect(await store.apply(change({ referenceCounts: [count(2015, 4)] }))).toMatchObject({
        changed: 1,
      });
      expect(await store.referenceCounts()).toEqual([
        count(2014, 9, "all"),
        count(2014, 0),
        count(2015, 4),
      ]);
      expect(await store.stories()).toEqual(stories.toReversed());
    });

    it("keeps judgements beside the facts, the last changed first", async () => {
      await store.apply(change(SMALL));
      const first = judgement("a", "b", { changedAt: "2026-01-01T00:00:00.000Z" });
      const second = judgement("b", "c", {
        verdict: "dismissed",
        reason: "„zu weit“ <script> 'x' \n 🚀",
        note: "Müller",
        changedAt: "2026-01-02T00:00:00.000Z",
      });
      await store.judge(first, null);
      await store.judge(second, null);
      expect(await store.judgements()).toEqual([second, first]);
      const other = judgement("a", "b", { note: "n", changedAt: "2026-01-03T00:00:00.000Z" });
      await store.judge(other, first.changedAt);
      expect(await store.judgements()).toEqual([other, second]);
      const gone = judgement("b", "c", { verdict: null, changedAt: "2026-01-04T00:00:00.000Z" });
      await store.judge(gone, second.changedAt);
      expect(await store.judgements()).toEqual([other]);
      // No fact has changed.
      expect(await store.revision()).toBe(1);
      expect(await store.changesSince(1)).toEqual([]);
      expect((await readColumns(store)).actors).toHaveLength(SMALL.actors?.length ?? 0);
    });

    it("refuses to replace a judgement that somebody else has changed", async () => {
      const first = judgement("a", "b", { changedAt: "2026-01-01T00:00:00.000Z" });
      await store.judge(first, null);
      const late = judgement("a", "b", { note: "late", changedAt: "2026-01-02T00:00:00.000Z" });
      await expect(store.judge(late, null)).rejects.toThrow(StoreConflict);
      await expect(store.judge(late, late.changedAt)).rejects.toThrow(StoreConflict);
      await expect(
        store.judge(judgement("x", "y", { verdict: null }), first.changedAt),
      ).rejects.toThrow(StoreConflict);
      expect(await store.judgements()).toEqual([first]);
      const race = await Promise.allSettled(
        ["one", "two"].map((note, index) =>
          store.judge(
            judgement("a", "b", { note, changedAt: `2026-01-03T00:00:00.00${index}Z` }),
            first.changedAt,
          ),
        ),
      );
      expect(race.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(await store.judgements()).toHaveLength(1);
    });

    it("lets one of several writers win, those that take a judgement back among them", async () => {
      const all = [store, await open(), await open()];
      let kept: string | null = null;
      for (let round = 0; round < 12; round += 1) {
        const replaces: string | null = kept;
        const instants = all.map((_, index) => `2026-01-01T00:00:${round + 10}.00${index}Z`);
        const results = await Promise.allSettled(
          all.map((each, index) => {
            const verdict = index === round % all.length ? null : "dismissed";
            const changedAt = instants[index] ?? "";
            return each.judge(judgement("a", "b", { verdict, changedAt }), replaces);
          }),
        );
        const refused = results.flatMap((result) =>
          result.status === "rejected" ? [result.reason] : [],
        );
        for (const reason of refused) expect(reason).toBeInstanceOf(StoreConflict);
        const [left] = await store.judgements();
        kept = left?.changedAt ?? null;
        // Nothing may be taken back before something is said: then both are as they wished.
        if (replaces !== null) expect(refused).toHaveLength(2);
        else expect(refused.length).toBeLessThanOrEqual(2);
        expect([null, ...instants]).toContain(kept);
      }
    });

    it("keeps judgements over changes of their actors, and when it is closed and opened again", async () => {
      await store.apply(change(SMALL));
      const kept = judgement("full-actor", "hub", { verdict: null, note: "Nachfragen" });
      await store.judge(kept, null);
      await store.apply(change(SMALL));
      await store.apply(change({ actors: [actor("hub", { kind: "hub", name: "Other" })] }));
      await store.apply(change({}, { actors: ["full-actor"] }));
      expect(await store.judgements()).toEqual([kept]);
      await store.close();
      store = await open();
      expect(await store.judgements()).toEqual([kept]);
    });

    const twice = [actor("twice"), actor("twice", { name: "other" })];
    it.each<[string, Partial<Change>, string[]]>([
      ["another revision", { ifRevision: 7 }, ["7", "1"]],
      ["a link to nobody", { upsert: { links: [link("l", "hub", "nobody")] } }, ["nobody", "l"]],
      ["a link from nobody", { upsert: { links: [link("l", "nobody", "hub")] } }, ["nobody", "l"]],
      [
        "a link turned to nobody",
        { upsert: { links: [{ ...FULL_LINK, target: "nobody" }] } },
        ["nobody"],
      ],
      [
        "an unknown source",
        { upsert: { actors: [actor("a", { sourceIds: ["s9"] })] } },
        ["s9", "a"],
      ],
      [
        "a link's unknown source",
        { upsert: { links: [{ ...FULL_LINK, sourceIds: ["s9"] }] } },
        ["s9"],
      ],
      ["an unknown topic", { upsert: { actors: [actor("a", { topics: ["t9"] })] } }, ["t9", "a"]],
      ["an unknown broader topic", { upsert: { topics: [topic("t", "t9")] } }, ["t9", "t"]],
      ["a source in use", { remove: { sources: ["s1"] } }, ["s1", "full-actor"]],
      ["a topic in use", { remove: { topics: ["mobility"] } }, ["mobility", "full-actor"]],
      [
        "a broader topic in use",
        { remove: { topics: ["everything"] } },
        ["everything", "mobility"],
      ],
      ["the same record twice", { upsert: { actors: twice } }, ["twice"]],
      [
        "written and removed",
        { upsert: { actors: [actor("hub")] }, remove: { actors: ["hub"] } },
        ["hub"],
      ],
      [
        "a link to one removed",
        { upsert: { links: [FULL_LINK] }, remove: { actors: ["hub"] } },
        ["hub"],
      ],
    ])("refuses a change that does not fit: %s", async (_, wrong, named) => {
      await store.apply(change(SMALL));
      const before = await contents();
      const error = await store.apply({ by: "test", what: "wrong", ...wrong }).catch((e) => e);
      expect(error).toBeInstanceOf(StoreConflict);
      for (const id of named) expect(error.message).toContain(id);
      expect(await contents()).toEqual(before);
    });

    it("applies a change at the expected revision", async () => {
      await store.apply({ ...change(SMALL), ifRevision: 0 });
      const next = { ...change({ sources: [source("s3")] }), ifRevision: 1 };
      expect(await store.apply(next)).toEqual({ revision: 2, changed: 1 });
      await expect(store.apply(next)).rejects.toThrow(StoreConflict);
    });

    it("applies many records as one change, streams them in batches and journals no ids", async () => {
      const actors = ids("many", MANY).map((id) => actor(id));
      const bad = [link("good", "many-0", "many-1"), link("bad", "many-0", "nobody")];
      await expect(store.apply(change({ actors, links: bad }))).rejects.toThrow(/nobody/);
      expect(await store.revision()).toBe(0);
      expect(await readColumns(store)).toMatchObject({ batches: 1 });

      const links = [link("good", "many-0", "many-1")];
      expect(await store.apply(change({ actors, links }))).toEqual({
        revision: 1,
        changed: MANY + 1,
      });
      const columns = await readColumns(store);
      expect(columns.actors.map(({ id }) => id)).toEqual(ids("many", MANY).toSorted());
      expect(columns.batches).toBeGreaterThan(3);
      expect(columns.largestBatch).toBeLessThanOrEqual(LARGEST_BATCH);
      const [entry] = await store.changesSince(0);
      expect(entry).toEqual({ revision: 1, at: entry?.at, by: "test", what: "a change of a test" });
      const wanted = ids("many", 2_500).toReversed();
      expect((await store.actors(wanted)).map(({ id }) => id)).toEqual(wanted);
    });

    it("streams exactly the rows asked for", async () => {
      const actors = ids("a", 50).map((id) => actor(id));
      const links = ids("l", 49).map((id, index) => link(id, `a-${index}`, `a-${index + 1}`));
      await store.apply(change({ actors, links, topics: [topic("t")] }));
      await store.apply(change({}, { actors: ["a-7"] }));
      const only = { actors: ["a-3", "nobody", "a-7", "a-3"], links: ["l-9", "l-6", "l-7"] };
      const columns = await readColumns(store, only);
      expect(columns).toMatchObject({ revision: 2, sources: 0 });
      expect(columns.actors.map(({ id }) => id)).toEqual(["a-3"]);
      expect(columns.links.map(({ id }) => id)).toEqual(["l-9"]);
      expect(columns.topics.map(({ id }) => id)).toEqual(["t"]);
      const none = await readColumns(store, { actors: [], links: [] });
      expect(none).toMatchObject({ revision: 2, actors: [], links: [] });
    });

    it("answers at most 1,000 journal entries, oldest first", async () => {
      await database.fillJournal(1_003);
      const revisions = (entries: { revision: number }[]) =>
        entries.map(({ revision }) => revision);
      const entries = revisions(await store.changesSince(1));
      expect(entries).toHaveLength(1_000);
      expect([entries[0], entries.at(-1)]).toEqual([2, 1_001]);
      expect(revisions(await store.changesSince(1_001))).toEqual([1_002, 1_003]);
      expect(await store.changesSince(1_003)).toEqual([]);
    });

    it("keeps everything when it is closed and opened again", async () => {
      await store.apply(change(SMALL));
      const before = await contents();
      await store.close();
      store = await open();
      expect(await contents()).toEqual(before);
    });

    it("opens several times at once and each sees the others' changes", async () => {
      const others = await Promise.all([open(), open(), open()]);
      const all = [store, ...others];
      const results = await Promise.all(
        all.flatMap((each, index) =>
          [0, 1, 2].map((round) => each.apply(change({ actors: [actor(`a-${index}-${round}`)] }))),
        ),
      );
      expect(results.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(
        ids("", 12).map((_, index) => index + 1),
      );
      for (const each of all) {
        expect(await each.revision()).toBe(12);
        expect((await readColumns(each)).actors).toHaveLength(12);
      }
      expect((await store.changesSince(0)).map(({ revision }) => revision)).toHaveLength(12);
    });

    it("lets only one of two win who expect the same revision", async () => {
      const other = await open();
      const race = await Promise.allSettled(
        [store, other].map((each, index) =>
          each.apply({ ...change({ actors: [actor(`a-${index}`)] }), ifRevision: 0 }),
        ),
      );
      expect(race.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(await store.revision()).toBe(1);
    });

    it("does nothing for a signal that is aborted already", async () => {
      await store.apply(change(SMALL));
      const reason = new Error("no longer wanted");
      const signal = AbortSignal.abort(reason);
      const stream = store.loadColumns(undefined, signal)[Symbol.asyncIterator]();
      for (const call of [
        store.info(signal),
        store.revision(signal),
        store.actors(["hub"], signal),
        store.links(["full-link"], signal),
        store.sources(["s1"], signal),
        store.changesSince(0, signal),
        store.stories(signal),
        store.judgements(signal),
        store.judge(judgement("a", "b"), null, signal),
        store.referenceCounts(signal),
        store.apply(change({ actors: [actor("late")] }), signal),
        stream.next(),
      ]) {
        await expect(call).rejects.toBe(reason);
      }
      expect(await store.actors(["late"])).toEqual([]);
      expect(await store.judgements()).toEqual([]);
      expect(await store.revision()).toBe(1);
    });

    it("stops a change, a reading and a stream when the signal aborts", async () => {
      const actors = ids("many", MANY).map((id) => actor(id));
      const stop = new AbortController();
      const changing = store.apply(change({ actors }), stop.signal);
      stop.abort(new Error("stop the change"));
      await expect(changing).rejects.toThrow("stop the change");
      expect(await store.revision()).toBe(0);
      expect((await readColumns(store)).actors).toEqual([]);

      await store.apply(change({ actors }));
      const reading = new AbortController();
      const read = store.actors(ids("many", MANY), reading.signal);
      reading.abort(new Error("stop reading"));
      await expect(read).rejects.toThrow("stop reading");

      const streaming = new AbortController();
      const drain = async () => {
        for await (const batch of store.loadColumns(undefined, streaming.signal)) {
          if (batch.table === "actors") streaming.abort(new Error("stop the stream"));
        }
      };
      await expect(drain()).rejects.toThrow("stop the stream");
      expect(await store.actors(["many-1"])).toEqual([actor("many-1")]);
    });

    it("goes on when a stream is left early", async () => {
      await store.apply(change(SMALL));
      for await (const batch of store.loadColumns()) {
        expect(batch).toEqual({ table: "meta", revision: 1, sources: 2 });
        break;
      }
      expect(await store.apply(change({}, { actors: ["hub"] }))).toMatchObject({ changed: 2 });
    });

    it("refuses a database with a newer schema", async () => {
      await store.close();
      await database.setSchemaVersion(99);
      const error = await open().catch((e) => e);
      expect(error).toBeInstanceOf(StoreError);
      expect(error.message).toMatch(/schema version 99.* up to 1/);
    });

    it("closes once and answers nothing afterwards", async () => {
      await store.close();
      await store.close();
      await expect(store.revision()).rejects.toThrow(StoreError);
      await expect(store.apply(change(SMALL))).rejects.toThrow(StoreError);
    });

    it("loads what somebody else wrote as it lies, and answers records only of what fits", async () => {
      await database.fillForeign();
      const columns = await readColumns(store);
      expect(columns.actors).toMatchObject([
        { id: "Odd Id", kind: "spaceship" },
        { id: "sound", kind: "hub" },
      ]);
      expect(columns.links).toMatchObject([{ type: "LIKES", source: "sound", target: "Odd Id" }]);
      const [sound] = await store.actors(["Odd Id", "sound"]);
      expect(sound).toEqual(actor("sound", { name: "Sound", kind: "hub" }));
      expect(await store.actors(["Odd Id"])).toEqual([]);
      await store.apply(change({ actors: [actor("sound", { name: "Sounder", kind: "hub" })] }));
      expect((await readColumns(store)).actors).toMatchObject([
        { id: "Odd Id" },
        { id: "sound", name: "Sounder" },
      ]);
    });
  });
}
