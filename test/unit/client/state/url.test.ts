/** View ↔ address: what is written is read again, and no address can break the page. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterEntries, readView, writeView } from "../../../../client/state/url.ts";
import {
  FIRST_OPPORTUNITIES,
  FIRST_PATHS,
  FIRST_VIEW,
  filterCount,
  NO_FILTERS,
  type OpportunitiesView,
  type Panel,
  type PathsView,
  type View,
} from "../../../../client/state/view.ts";
import {
  ACTOR_KINDS,
  CONFIDENCES,
  GROUP_KINDS,
  LINK_TYPES,
} from "../../../../server/contract/vocabulary.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });
const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((value) => !value.includes(","));
const words = fc.uniqueArray(word, { maxLength: 4 });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const someOf = <T>(known: readonly T[]) => fc.subarray([...known]);

const panel: fc.Arbitrary<Panel | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant("actor" as const), id }),
  fc.record({ kind: fc.constant("group" as const), id }),
  fc.record({ kind: fc.constant("cross-link" as const), a: id, b: id }),
);

const exploreView: fc.Arbitrary<View> = fc.record({
  page: fc.constant("explore"),
  paths: fc.constant(FIRST_PATHS),
  opportunities: fc.constant(FIRST_OPPORTUNITIES),
  stories: fc.constant(FIRST_VIEW.stories),
  mode: fc.constantFrom("picture", "table", "matrix"),
  layout: fc.constantFrom("groups", "force", "radial"),
  evidence: fc.constantFrom("all", "links", "projects", "shared"),
  groupKinds: fc.subarray([...GROUP_KINDS], { minLength: 1 }),
  filters: fc.record({
    kinds: someOf(ACTOR_KINDS),
    types: someOf(LINK_TYPES),
    groups: words,
    topics: words,
    states: words,
    cities: words,
    year: fc.option(fc.integer({ min: 1900, max: 2199 })),
    confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
    q: text,
  }),
  open: fc.uniqueArray(id, { maxLength: 4 }),
  panel,
  centre: fc.option(id),
  sort: text,
});

const ids = fc.uniqueArray(id, { maxLength: 6 });
const paths: fc.Arbitrary<PathsView> = fc.record({
  task: fc.constantFrom("path", "connect"),
  from: fc.option(id),
  to: fc.option(id),
  ids,
  prefer: fc.constantFrom("informative", "diverse", "fewest-hops"),
  k: fc.integer({ min: 1, max: 50 }),
  maxHops: fc.integer({ min: 1, max: 10 }),
  via: fc.option(id),
  ends: fc.constantFrom("actor", "members"),
  types: someOf(LINK_TYPES),
  notKinds: someOf(ACTOR_KINDS),
  notVia: ids,
  year: fc.option(fc.integer({ min: 1900, max: 2199 })),
  confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
  kappa: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
  chosen: ids,
  compared: ids,
  isAlone: fc.boolean(),
});
const pathsView: fc.Arbitrary<View> = fc
  .record({
    mode: fc.constantFrom("picture", "table"),
    panel,
    sort: text,
    paths,
  })
  .map((shown) => ({ ...FIRST_VIEW, page: "paths", ...shown }));
const opportunities: fc.Arbitrary<OpportunitiesView> = fc.record({
  pair: fc.option(fc.record({ a: id, b: id })),
  kinds: fc.subarray([...GROUP_KINDS], { minLength: 1 }),
  groups: ids,
  topics: ids,
  states: words,
  list: fc.constantFrom("missing", "nothing-yet"),
  measure: fc.constantFrom("ratio", "gap", "observed", "expected"),
  order: fc.constantFrom("family", "similarity"),
  isLessObvious: fc.boolean(),
});
const opportunitiesView: fc.Arbitrary<View> = fc
  .record({ mode: fc.constantFrom("picture", "table"), panel, sort: text, opportunities })
  .map((shown) => ({ ...FIRST_VIEW, page: "opportunities", ...shown }));
const chosen = fc.option(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { nil: null });
const storiesView: fc.Arbitrary<View> = fc
  .record({ panel, stories: fc.record({ story: chosen, scene: chosen }) })
  .map((shown) => ({ ...FIRST_VIEW, page: "stories", ...shown }));
const view = fc.oneof(exploreView, pathsView, opportunitiesView, storiesView);

describe("address", () => {
  test("the first view has an empty address", () => {
    expect(writeView(FIRST_VIEW)).toBe("");
    expect(readView("")).toEqual(FIRST_VIEW);
  });

  test("reads like what it means", () => {
    const asked: View = {
      ...FIRST_VIEW,
      mode: "table",
      filters: { ...NO_FILTERS, kinds: ["hub", "cluster"], states: ["Hessen"] },
      panel: { kind: "cross-link", a: "holm", b: "tum" },
    };
    expect(writeView(asked)).toBe(
      "?mode=table&kinds=hub,cluster&states=Hessen&panel=cross-link:holm~tum",
    );
  });

  test("a question about paths reads like the service's own", () => {
    const asked: View = {
      ...FIRST_VIEW,
      page: "paths",
      filters: { ...NO_FILTERS, states: ["Hessen"] },
      paths: {
        ...FIRST_PATHS,
        from: "flynex",
        to: "goethe-uni",
        prefer: "diverse",
        notVia: ["spinlab", "tum"],
        year: 2020,
        kappa: 0.25,
        chosen: ["flynex", "sap", "goethe-uni"],
        isAlone: false,
      },
    };
    // Filters belong to the overview, and are not said beside paths.
    expect(writeView(asked)).toBe(
      "?page=paths&from=flynex&to=goethe-uni&prefer=diverse&notVia=spinlab,tum&year=2020&kappa=0.25&path=flynex,sap,goethe-uni&alone=no",
    );
    expect(readView(writeView(asked))).toEqual({ ...asked, filters: NO_FILTERS });
    expect(writeView({ ...asked, page: "explore" })).toBe("?states=Hessen");
  });

  test("a pair of groups that should meet reads like the service's own words", () => {
    const asked: View = {
      ...FIRST_VIEW,
      page: "opportunities",
      opportunities: {
        ...FIRST_OPPORTUNITIES,
        pair: { a: "holm", b: "medical-valley" },
        states: ["Hessen"],
        list: "nothing-yet",
        measure: "gap",
        isLessObvious: true,
      },
    };
    expect(writeView(asked)).toBe(
      "?page=opportunities&pair=holm~medical-valley&states=Hessen&list=nothing-yet&measure=gap&lessObvious=yes",
    );
    expect(readView(writeView(asked))).toEqual(asked);
  });

  test("wrong values of a question about opportunities are the standard", () => {
    const read = readView(
      "?page=opportunities&mode=matrix&pair=holm&kinds=company&list=best&measure=score&order=size&lessObvious=maybe",
    );
    expect(read).toEqual({ ...FIRST_VIEW, page: "opportunities" });
  });

  test("wrong values of a question about paths are the standard", () => {
    const read = readView(
      "?page=paths&mode=matrix&task=fly&k=0&maxHops=99&kappa=7&prefer=best&types=KNOWS&year=20&alone=maybe&ids=a,b,c,d,e,f,g,h,i",
    );
    expect(read).toEqual({
      ...FIRST_VIEW,
      page: "paths",
      paths: { ...FIRST_PATHS, ids: ["a", "b", "c", "d", "e", "f", "g", "h"] },
    });
    expect(readView("?page=paths&k=51&kappa=0.31").paths).toEqual({ ...FIRST_PATHS, kappa: 0.3 });
  });

  test("what is written is read again", () => {
    fc.assert(
      fc.property(view, (value) => {
        expect(readView(writeView(value))).toEqual(value);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  test("any address gives a view, and that view is stable", () => {
    const entry = fc.tuple(
      fc.constantFrom(
        "page",
        "from",
        "notVia",
        "kappa",
        "path",
        "pair",
        "list",
        "order",
        "mode",
        "kinds",
        "groups",
        "year",
        "q",
        "panel",
        "open",
        "sort",
        "x",
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (entries) => {
        const search = entries.map(([name, value]) => `${name}=${encode(value)}`).join("&");
        const read = readView(`?${search}`);
        expect(readView(writeView(read))).toEqual(read);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  test("a text cut in the middle of a character makes no broken address", () => {
    const cut = { ...FIRST_VIEW, filters: { ...NO_FILTERS, q: "Grüße \ud83d" } };
    expect(writeView(cut)).toBe("?q=Gr%C3%BC%C3%9Fe%20");
    expect(readView(`?q=${"a".repeat(199)}%F0%9F%8C%8D`).filters.q).toBe("a".repeat(199));
  });

  test("wrong values are the standard, wrong list entries are left out", () => {
    const read = readView(
      "?mode=film&layout=&evidence=all,links&kinds=hub,robot&year=12345&confidence=sure&panel=actor:&groupKinds=company",
    );
    expect(read).toEqual({ ...FIRST_VIEW, filters: { ...NO_FILTERS, kinds: ["hub"] } });
    expect(readView("?panel=cross-link:a").panel).toBeNull();
    expect(readView("?year=0000").filters.year).toBeNull();
  });
});

describe("filters", () => {
  test("only those that are set are sent", () => {
    expect(filterEntries(NO_FILTERS)).toEqual([]);
    expect(filterEntries({ ...NO_FILTERS, year: 2019, q: "KI" })).toEqual([
      ["year", "2019"],
      ["q", "KI"],
    ]);
  });

  test("each chosen value counts", () => {
    expect(filterCount(NO_FILTERS)).toBe(0);
    const filters = { ...NO_FILTERS, states: ["Hessen", "Bayern"], year: 2020, q: "x" };
    expect(filterCount(filters)).toBe(4);
  });
});

/** Percent-encoded UTF-8 where that exists; half characters as the bytes that a broken link would have. */
function encode(value: string): string {
  return value.replace(/[\s\S]/gu, (char) =>
    /\p{Surrogate}/u.test(char) ? "%ED%A0%80" : encodeURIComponent(char),
  );
}
