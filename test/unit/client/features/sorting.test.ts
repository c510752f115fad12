/** Sorting and grouping helpers of panels and tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neighbourRows } from "../../../../client/features/actor/neighbour-rows.ts";
import { chooseProjects, projectYears } from "../../../../client/features/cross-link/projects.ts";
import { type Member, memberSections } from "../../../../client/features/group/member-sections.ts";
import { bridgingActors } from "../../../../client/features/overview-side/bridging-actors.ts";
import { groupRows, pairRows } from "../../../../client/features/table/rows.ts";
import { readTab, TABS, writeTab } from "../../../../client/features/table/tabs.ts";
import { groupLinks } from "../../../../client/records/group-links.ts";
import { readLegalId } from "../../../../client/records/legal-id.ts";
import { pairPanel, panelOf } from "../../../../client/records/panel-of.ts";
import { strengthOf, strongest } from "../../../../client/records/strength.ts";
import { tableAsText } from "../../../../client/records/table-text.ts";
import { nextSort, readSort, sortRows, writeSort } from "../../../../client/ui/sort-rows.ts";
import type { ProjectRef } from "../../../../server/contract/actor.ts";
import type { OverviewGroup, OverviewResult } from "../../../../server/contract/explore.ts";
import { ACTOR_KINDS } from "../../../../server/contract/vocabulary.ts";
import { linkView, ref } from "./fixtures.ts";

describe("sortRows", () => {
  const columns = ["name", "size"];

  it("puts umlauts where the reader looks for them and unknown values last in both directions", () => {
    const rows = ["Zeiss", null, "Ärzte", "Bosch"];
    const sorted = (descending: boolean) => sortRows(rows, (row) => row, descending, "de");
    expect(sorted(false)).toEqual(["Ärzte", "Bosch", "Zeiss", null]);
    expect(sorted(true)).toEqual(["Zeiss", "Bosch", "Ärzte", null]);
  });

  it("keeps every row and orders numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const sorted = sortRows(values, (value) => value, true, "en");
        expect(sorted).toEqual([...values].sort((left, right) => right - left));
      }),
    );
  });

  it("reads back what it writes and turns round on a second click", () => {
    const first = nextSort(null, "size", true);
    expect(writeSort(first)).toBe("-size");
    expect(readSort("-size", columns)).toEqual(first);
    expect(writeSort(nextSort(first, "size", true))).toBe("size");
    expect(writeSort(nextSort(first, "name", false))).toBe("name");
    expect(readSort("-weight", columns)).toBeNull();
  });
});

describe("tabs of the table", () => {
  it("come back from the address for every layout and order", () => {
    for (const layout of ["groups", "force", "radial"] as const) {
      for (const tab of TABS) {
        for (const order of ["", "-links", "name"]) {
          expect(readTab(writeTab(tab, order, layout), layout)).toEqual({ tab, order });
        }
      }
    }
  });

  it("take the layout's own table for anything else", () => {
    expect(readTab("nonsense:name", "force")).toEqual({ tab: "actors", order: "name" });
  });
});

describe("groupLinks", () => {
  it("makes one heading for each type and direction, in the vocabulary's order", () => {
    const other = ref("b", "B", "company");
    const links = [
      linkView(other, { type: "FUNDS", direction: "in" }),
      linkView(other, { type: "MEMBER_OF" }),
      linkView(ref("c", "C", "company"), { type: "FUNDS" }),
      linkView(ref("d", "D", "company"), { type: "FUNDS" }),
    ];
    expect(
      groupLinks(links).map(({ type, direction, links: { length } }) => [type, direction, length]),
    ).toEqual([
      ["MEMBER_OF", "out", 1],
      ["FUNDS", "out", 2],
      ["FUNDS", "in", 1],
    ]);
  });
});

describe("memberSections", () => {
  const member = (
    id: string,
    name: string,
    kind: Member["kind"],
    since: string | null,
  ): Member => ({
    ...ref(id, name, kind),
    city: id === "m" ? "München" : null,
    state: null,
    type: "MEMBER_OF",
    since,
    until: null,
    via: null,
    x: 0,
    y: 0,
  });
  const members = [
    member("u", "Uni", "university", null),
    member("z", "Zeta", "company", "2016-11"),
    member("m", "Älpha", "company", "2017"),
  ];
  const ids = (order: "kind" | "name" | "since", search = "") =>
    memberSections(members, order, search, "de").map((section) => [
      section.kind,
      ...section.members.map(({ id }) => id),
    ]);

  it("groups by kind, names in order", () => {
    expect(ids("kind")).toEqual([
      ["company", "m", "z"],
      ["university", "u"],
    ]);
  });

  it("sorts by begin, unknown last", () => {
    expect(ids("since")).toEqual([[null, "z", "m", "u"]]);
  });

  it("finds without regard to umlauts, in any writing", () => {
    for (const search of ["münch", "Muench", "munchen alpha", "aelpha"]) {
      expect(ids("name", search)).toEqual([[null, "m"]]);
    }
    expect(ids("name", "nobody")).toEqual([]);
  });
});

describe("chooseProjects", () => {
  const project = (acronym: string, start: string | null): ProjectRef => ({
    id: acronym,
    acronym,
    title: `The ${acronym} title`,
    start,
    end: null,
    programme: "Horizon 2020",
    url: null,
    participants: [],
  });
  const projects = [project("BETA", "2016-01-01"), project("ALFA", null), project("GAMMA", "2020")];
  const names = (order: "newest" | "oldest" | "name", search = "") =>
    chooseProjects(projects, order, search, "de").map(({ acronym }) => acronym);

  it("sorts by begin or short name and searches acronym and title", () => {
    expect(names("newest")).toEqual(["GAMMA", "BETA", "ALFA"]);
    expect(names("oldest")).toEqual(["BETA", "GAMMA", "ALFA"]);
    expect(names("name")).toEqual(["ALFA", "BETA", "GAMMA"]);
    expect(names("name", " gamma title ")).toEqual(["GAMMA"]);
  });

  it("says the years that are known", () => {
    expect(projectYears({ start: "2016-01-01", end: "2019-12-31" })).toBe("2016–2019");
    expect(projectYears({ start: "2016", end: "2016-12" })).toBe("2016");
    expect(projectYears({ start: "2016", end: null })).toBe("2016–");
    expect(projectYears({ start: null, end: null })).toBeNull();
  });
});

describe("rows of the tables", () => {
  const group = (id: string, size: number): OverviewGroup => ({
    ...ref(id, id.toUpperCase(), "hub"),
    city: null,
    state: null,
    short: null,
    topics: [],
    size,
    total: 5,
    x: 0,
    y: 0,
    r: 1,
    parent: null,
    family: null,
  });
  const overview: OverviewResult = {
    revision: 1,
    groups: [group("a", 5), group("b", 0), group("c", 1)],
    families: [],
    crossLinks: [
      { a: "a", b: "b", links: 1, projects: 0, bridges: 0, types: {} },
      { a: "a", b: "c", links: 0, projects: 7, bridges: 2, types: {} },
    ],
    shown: { actors: 6, links: 1 },
    total: { actors: 9, links: 2, groups: 3 },
    omitted: { groups: 0, crossLinks: 0 },
  };

  it("count the groups that each is linked with, by evidence", () => {
    expect(groupRows(overview, false).map(({ group: { id }, linked }) => [id, linked])).toEqual([
      ["a", { all: 2, links: 1, projects: 1, shared: 1 }],
      ["b", { all: 1, links: 1, projects: 0, shared: 0 }],
      ["c", { all: 1, links: 0, projects: 1, shared: 1 }],
    ]);
  });

  it("leave out groups without a passing member only while filters are set", () => {
    expect(groupRows(overview, true).map(({ group: { id } }) => id)).toEqual(["a", "c"]);
  });

  it("name both groups of a pair", () => {
    expect(
      pairRows(overview).map((row) => [row.a.name, row.b.name, strengthOf(row, "all")]),
    ).toEqual([
      ["A", "B", 1],
      ["A", "C", 9],
    ]);
  });

  it("copy with one line a row whatever a value holds", () => {
    const columns = [
      { id: "name", title: "Name", value: (row: { name: string | null }) => row.name },
      { id: "size", title: "Größe", value: () => 3 },
    ];
    expect(tableAsText(columns, [{ name: "a\tb\nc" }, { name: null }], "nicht bekannt")).toBe(
      "Name\tGröße\na b c\t3\nnicht bekannt\t3",
    );
  });
});

describe("strongest", () => {
  it("orders by the chosen evidence and leaves out what has none of it", () => {
    const weak = { links: 3, projects: 0, shared: 0 };
    const strong = { links: 0, projects: 9, shared: 1 };
    expect(strongest([weak, strong], "all")).toEqual([strong, weak]);
    expect(strongest([weak, strong], "links")).toEqual([weak]);
    expect(strongest([weak, strong], "shared")).toEqual([strong]);
  });
});

describe("bridgingActors", () => {
  it("counts only groups of the given kinds and leaves out groups themselves", () => {
    const kind = (name: (typeof ACTOR_KINDS)[number]) => ACTOR_KINDS.indexOf(name);
    const rows = [
      { id: "hub", kind: kind("hub"), degree: 9, groups: [1, 2] },
      { id: "cluster", kind: kind("cluster"), degree: 1, groups: [] },
      { id: "programme", kind: kind("initiative"), degree: 1, groups: [] },
      { id: "sap", kind: kind("company"), degree: 2, groups: [0, 1, 2] },
      { id: "kit", kind: kind("university"), degree: 5, groups: [0, 1] },
      { id: "tum", kind: kind("university"), degree: 7, groups: [0, 2] },
    ];
    const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name]);
    const graph = {
      revision: 1,
      actors: {
        id: column("id"),
        name: column("id"),
        nameEn: rows.map(() => null),
        short: rows.map(() => null),
        kind: column("kind"),
        city: rows.map(() => null),
        state: rows.map(() => null),
        degree: column("degree"),
        x: rows.map(() => 0),
        y: rows.map(() => 0),
        groups: column("groups"),
      },
      links: { id: [], source: [], target: [], type: [], confidence: [], since: [], until: [] },
      total: { actors: 6, links: 0 },
      omitted: { actors: 0, links: 0 },
    };
    const found = bridgingActors(graph, ["hub", "cluster"], 5);
    expect(found.map(({ actor, groups }) => [actor.id, groups])).toEqual([
      ["kit", 2],
      ["sap", 2],
    ]);
    expect(bridgingActors(graph, ["hub", "cluster", "initiative"], 1)[0]?.groups).toBe(3);
  });
});

describe("neighbourRows", () => {
  it("says once how each neighbour is linked with the one in the middle", () => {
    const actor = (id: string) => ({
      ...ref(id, id, "company"),
      city: null,
      state: null,
      depth: id === "m" ? 0 : 1,
      degree: 1,
      projects: 0,
    });
    const link = (source: string, target: string, type: "FUNDS" | "SUPPORTS") => ({
      id: `${source}-${type}-${target}`,
      source,
      target,
      type,
      since: null,
      until: null,
      confidence: "stated" as const,
    });
    const result = {
      revision: 1,
      actors: [actor("m"), actor("x"), actor("y")],
      links: [
        link("m", "x", "FUNDS"),
        { ...link("m", "x", "FUNDS"), id: "again" },
        link("x", "m", "SUPPORTS"),
        link("x", "y", "FUNDS"),
      ],
      omitted: { actors: 0, links: 0, types: {} },
    };
    expect(neighbourRows(result, "m").map(({ actor: { id }, verbs }) => [id, verbs])).toEqual([
      [
        "x",
        [
          { type: "FUNDS", direction: "out" },
          { type: "SUPPORTS", direction: "in" },
        ],
      ],
      ["y", []],
    ]);
  });
});

describe("ids and panels", () => {
  it("lead to the register where its pages are known", () => {
    expect(readLegalId("ROR:02kkvpp62")).toEqual({
      register: "ROR",
      value: "02kkvpp62",
      url: "https://ror.org/02kkvpp62",
    });
    expect(readLegalId("HRB:1/2")).toEqual({ register: "HRB", value: "1/2", url: null });
    expect(readLegalId("plain")).toEqual({ register: "", value: "plain", url: null });
    expect(readLegalId("ROR:a b?c").url).toBe("https://ror.org/a%20b%3Fc");
  });

  it("give a group its own panel and a pair one address", () => {
    expect(panelOf(ref("h", "H", "hub"))).toEqual({ kind: "group", id: "h" });
    expect(panelOf(ref("c", "C", "company"))).toEqual({ kind: "actor", id: "c" });
    expect(pairPanel("b", "a")).toEqual(pairPanel("a", "b"));
  });
});
