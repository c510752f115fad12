/** What "copy as text" gives, whole, in both languages. */
import { describe, expect, it } from "vitest";
import { actorAsText } from "../../../../client/features/actor/as-text.ts";
import { crossLinkAsText } from "../../../../client/features/cross-link/as-text.ts";
import { groupAsText } from "../../../../client/features/group/as-text.ts";
import type { ActorPage } from "../../../../server/contract/actor.ts";
import type { CrossLinksResult, GroupResult } from "../../../../server/contract/explore.ts";
import { facts, linkBetween, linkView, ref, source, wordsOf } from "./fixtures.ts";

const ADDRESS = "http://127.0.0.1:4280/?panel=actor:sap";
const sap = ref("sap", "SAP SE", "company");
const hub = ref("hub", "Mobilitätshub", "hub", "Mobility hub");
const parent = ref("parent", "Hub München", "hub", "Munich hub");
const lab = ref("lab", "Labor", "research_institute", "Lab");

const page: ActorPage = {
  revision: 1,
  actor: facts(sap, {
    city: "Walldorf",
    state: "Baden-Württemberg",
    aliases: ["SAP"],
    founded: "1972",
    website: "https://www.sap.com",
    topics: [{ id: "ict", name: { de: "Software", en: null } }],
    description: { de: "Softwarekonzern.", en: null },
  }),
  groups: [
    { ...hub, type: "PARTNER_OF", since: "2017-02", until: null, via: null },
    { ...parent, type: "PART_OF", since: null, until: null, via: "hub" },
  ],
  links: [
    linkView(lab, {
      type: "FUNDS",
      since: "2019",
      until: "2022",
      confidence: "general_knowledge",
      note: { de: "Stiftungslehrstuhl", en: "Endowed chair" },
    }),
  ],
  projects: { total: 1234, partners: [{ other: lab, projects: 1 }], omittedPartners: 0 },
  omitted: 2,
};

const crossLinks: CrossLinksResult = {
  revision: 1,
  a: { ...hub, city: null, state: null },
  b: { ...lab, city: null, state: null },
  structure: "succession",
  links: [linkBetween(sap, lab, { since: "2017" })],
  projects: [
    {
      id: "p1",
      acronym: "CHASSIS",
      title: "Chiplets",
      start: "2025-05-01",
      end: "2028-04-30",
      programme: "Horizon Europe",
      url: "https://cordis.europa.eu/project/id/1",
      participants: [
        { ...sap, role: "coordinator" },
        { ...lab, role: null },
      ],
    },
  ],
  bridges: [
    {
      ...sap,
      city: null,
      state: null,
      inA: { ...hub, type: "PARTNER_OF", since: null, until: null, via: "parent" },
      inB: null,
    },
  ],
  counts: { links: 1, projects: 4, bridges: 1 },
  omitted: { links: 0, projects: 3, bridges: 0 },
};

const group: GroupResult = {
  revision: 1,
  group: facts(hub, { city: "Garching", state: "Bayern" }),
  parents: [parent],
  nested: [],
  members: [
    {
      ...sap,
      city: "Walldorf",
      state: null,
      type: "PARTNER_OF",
      since: "2017",
      until: null,
      via: null,
      x: 0,
      y: 0,
    },
    {
      ...lab,
      city: null,
      state: null,
      type: "MEMBER_OF",
      since: null,
      until: null,
      via: null,
      x: 1,
      y: 1,
    },
  ],
  bridges: [{ actor: sap, groups: [parent] }],
  own: [],
  inside: [linkBetween(sap, lab, { sources: [] })],
  outside: [{ group: parent, links: 0, projects: 2, bridges: 1, types: {} }],
  carriers: [],
  projects: 3,
  omitted: { members: 7, bridges: 0, own: 0, inside: 0, outside: 0, carriers: 0 },
};

describe("copy as text", () => {
  it("writes an actor in German", async () => {
    expect(actorAsText(page, await wordsOf("de"), ADDRESS)).toBe(
      [
        "SAP SE",
        "Unternehmen, Walldorf, Baden-Württemberg",
        "auch: SAP",
        "Softwarekonzern.",
        "Gegründet: 1972",
        "Themen: Software",
        "Website: https://www.sap.com",
        "",
        "Gruppen:",
        "– Mobilitätshub, Partnerschaft, seit Februar 2017",
        "– Hub München, Zugehörigkeit, Zeitraum nicht bekannt, über Mobilitätshub",
        "",
        "fördert:",
        "– Labor, 2019–2022, Stiftungslehrstuhl",
        "  Beleg: Startschuss in München, VC Magazin, https://example.org/start (allgemein bekannt)",
        "",
        "An 1.234 EU-Projekten beteiligt.",
        "– Labor: 1 gemeinsames Projekt",
        "",
        "2 weitere Einträge sind nicht aufgeführt.",
        "",
        `Ansicht: ${ADDRESS}`,
      ].join("\n"),
    );
  });

  it("writes a cross-link in English, with what was left out and names of nested groups", async () => {
    const text = crossLinkAsText(crossLinks, [parent], await wordsOf("en"), ADDRESS, false);
    expect(text).toBe(
      [
        "Mobility hub × Lab",
        "",
        "Mobility hub and Lab are linked by 1 direct link, 4 joint projects and 1 shared member.",
        "",
        "One of the two groups emerged from the other. What links them is succession and is not counted as a cross-link in the overview.",
        "",
        "Belongs to both:",
        "– SAP SE",
        "  Mobility hub, Partnership, period not known, through Munich hub",
        "  Lab, the group itself",
        "",
        "Direct links:",
        "– SAP SE works together with Lab, since 2017",
        "  Evidence: Startschuss in München, VC Magazin, https://example.org/start (public record)",
        "",
        "Joint projects:",
        "– CHASSIS: Chiplets, 1 May 2025 – 30 Apr 2028",
        "  SAP SE (coordinator), Lab",
        "  https://cordis.europa.eu/project/id/1",
        "",
        "The list is shortened; not listed: 3 joint projects.",
        "",
        `View: ${ADDRESS}`,
      ].join("\n"),
    );
  });

  it("writes a group in German and says when a statement has no source", async () => {
    expect(groupAsText(group, await wordsOf("de"), ADDRESS, false)).toBe(
      [
        "Mobilitätshub",
        "Hub, Garching, Bayern",
        "",
        "Teil von:",
        "– Hub München",
        "",
        "Verbunden mit:",
        "– Hub München: 2 gemeinsame Projekte, 1 gemeinsames Mitglied",
        "",
        "Unternehmen:",
        "– SAP SE, Partnerschaft, seit 2017",
        "",
        "Forschungsinstitut:",
        "– Labor, Mitgliedschaft, Zeitraum nicht bekannt",
        "",
        "7 weitere Einträge sind nicht aufgeführt.",
        "",
        "Gehört auch zu anderen Gruppen:",
        "– SAP SE: Hub München",
        "",
        "Verbindungen zwischen Mitgliedern:",
        "– SAP SE arbeitet zusammen mit Labor, Zeitraum nicht bekannt",
        "  Beleg: Zu dieser Angabe ist keine Quelle verzeichnet. (öffentliche Quelle)",
        "",
        `Ansicht: ${ADDRESS}`,
      ].join("\n"),
    );
  });

  it("names all sources of one link", async () => {
    const two = {
      ...page,
      links: [linkView(lab, { sources: [source, { ...source, url: null }] })],
    };
    expect(actorAsText(two, await wordsOf("de"), ADDRESS)).toContain(
      "https://example.org/start; Startschuss in München, VC Magazin (öffentliche Quelle)",
    );
  });
});
