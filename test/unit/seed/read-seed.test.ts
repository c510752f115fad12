/** Every way in which a seed folder can be wrong is told with its place, and all at once. */
import { describe, expect, it } from "vitest";
import { readSeed } from "../../../seed/load.ts";
import { formatProblems } from "../../../seed/problem.ts";
import { type SeedFile, SMALL_SEED, withSeedFolder } from "../../fixtures/seed-folder.ts";

const ACTORS = SMALL_SEED["actors.csv"];
const LINKS = SMALL_SEED["links.csv"];

const read = (changes: Partial<Record<SeedFile, string | Uint8Array | null>>) =>
  withSeedFolder(changes, readSeed);

/** `file row column` of each problem, which is where an editor has to look. */
async function places(changes: Partial<Record<SeedFile, string | Uint8Array | null>>) {
  const { records, errors } = await read(changes);
  if (errors.length > 0) expect(records).toBeUndefined();
  return errors.map(({ file, row, column }) => [file, row, column].join(" ").trim());
}

describe("a valid folder", () => {
  it("becomes records of the contract", async () => {
    const { records, errors } = await read({});
    expect(errors).toEqual([]);
    expect(records?.actors).toEqual([
      {
        id: "hub",
        name: "Hub Süd",
        kind: "hub",
        aliases: [],
        legalIds: [],
        topics: ["ai"],
        sourceIds: ["s1"],
      },
      {
        id: "sub",
        name: "Teilhub",
        kind: "hub",
        aliases: [],
        legalIds: [],
        topics: [],
        sourceIds: ["s1"],
      },
      {
        id: "firm",
        name: "Müller, Söhne",
        kind: "company",
        aliases: [],
        legalIds: ["PIC:999"],
        topics: ["ai", "it"],
        sourceIds: ["s1", "s2"],
      },
      {
        id: "p1",
        name: "ALPHA",
        kind: "project",
        aliases: [],
        website: "https://cordis.europa.eu/project/id/633053",
        legalIds: ["CORDIS:633053"],
        topics: ["it"],
        descriptionEn: "A title",
        sourceIds: ["s2"],
        start: "2020-01-01",
        end: "2022-12-31",
        participants: 5,
      },
    ]);
    expect(records?.links.at(-1)).toEqual({
      id: "p1--firm",
      source: "firm",
      target: "p1",
      type: "PARTICIPATES_IN",
      since: "2020-01-01",
      until: "2022-12-31",
      role: "coordinator",
      sourceIds: ["s2"],
      confidence: "public_record",
    });
  });

  it("needs neither projects nor legal ids", async () => {
    const { records, errors } = await read({
      "projects.csv": null,
      "participations.csv": null,
      "legal-ids.csv": null,
    });
    expect(errors).toEqual([]);
    expect([records?.actors.length, records?.links.length]).toEqual([3, 2]);
  });

  it.each([
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["CR", (text: string) => text.replaceAll("\n", "\r")],
    ["blank lines", (text: string) => text.replaceAll("\n", "\n\n")],
    ["no line end at the end", (text: string) => text.trimEnd()],
    ["semicolons and |", (text: string) => text.replaceAll(";", "|").replace(/,(?! )/g, ";")],
    ["tabs", (text: string) => text.replace(/,(?! )/g, "\t")],
  ])("may have %s", async (_, change) => {
    const plain = await read({});
    const files = Object.entries(SMALL_SEED).map(([file, text]) => [file, change(text)]);
    expect(await read(Object.fromEntries(files))).toEqual(plain);
  });
});

describe("a broken folder", () => {
  it("that is none", async () => {
    const { records, errors } = await readSeed("/nowhere/at/all");
    expect(records).toBeUndefined();
    expect(formatProblems(errors)).toBe("/nowhere/at/all: expected a folder; came none");
  });

  it("without a file names the file, and not what would follow from that", async () => {
    expect(await places({ "sources.csv": null })).toEqual(["sources.csv"]);
    expect(await places({ "actors.csv": null })).toEqual(["actors.csv"]);
  });

  it.each<[string, SeedFile, string, string[]]>([
    ["too few cells", "actors.csv", `${ACTORS}x,X\n`, ["actors.csv 5"]],
    ["too many cells", "actors.csv", `${ACTORS}x,X,hub,,,,\n`, ["actors.csv 5"]],
    ["an open quotation mark", "actors.csv", `${ACTORS}\nx,"X,hub,,\ny,Y\n`, ["actors.csv 6"]],
    ["a quotation mark inside", "actors.csv", `${ACTORS}x,a "b" c,hub,,\n`, ["actors.csv 5"]],
    ["no id", "actors.csv", `${ACTORS},X,hub,,\n`, ["actors.csv 5 id"]],
    ["a bad id", "actors.csv", `${ACTORS}Ü b,X,hub,,\n`, ["actors.csv 5 id"]],
    ["an unknown kind", "actors.csv", `${ACTORS}x,X,club,,\n`, ["actors.csv 5 kind"]],
    ["a control character", "actors.csv", `${ACTORS}x,a\0b,hub,,\n`, ["actors.csv 5 name"]],
    ["an id twice", "actors.csv", `${ACTORS}hub,X,hub,,\n`, ["actors.csv 5 id"]],
    ["a project's id twice", "actors.csv", `${ACTORS}p1,X,hub,,\n`, ["projects.csv 2 id"]],
    ["an unknown topic", "actors.csv", `${ACTORS}x,X,hub,ai;xy,\n`, ["actors.csv 5 topics"]],
    ["an unknown source", "actors.csv", `${ACTORS}x,X,hub,,s9\n`, ["actors.csv 5 sourceIds"]],
    ["an empty file", "actors.csv", "", ["actors.csv 1"]],
    ["an unknown column", "actors.csv", "id,name,kind,colour\n", ["actors.csv 1"]],
    ["a column twice", "actors.csv", "id,name,kind,name\n", ["actors.csv 1"]],
    [
      "a dangling link",
      "links.csv",
      `${LINKS}l3,firm,ghost,FUNDS,,,,stated\n`,
      ["links.csv 4 target"],
    ],
    ["a self-loop", "links.csv", `${LINKS}l3,hub,hub,FUNDS,,,,stated\n`, ["links.csv 4 target"]],
    ["a link's id twice", "links.csv", `${LINKS}l1,hub,firm,FUNDS,,,,stated\n`, ["links.csv 4 id"]],
    [
      "a day that does not exist",
      "links.csv",
      `${LINKS}l3,hub,firm,FUNDS,2019-02-30,,,stated\n`,
      ["links.csv 4 since"],
    ],
    [
      "a date of another form",
      "links.csv",
      `${LINKS}l3,hub,firm,FUNDS,01.03.2019,,,stated\n`,
      ["links.csv 4 since"],
    ],
    [
      "an end before the start",
      "links.csv",
      `${LINKS}l3,hub,firm,FUNDS,2019-04,2019-03-31,,stated\n`,
      ["links.csv 4 until"],
    ],
    ["an unknown type", "links.csv", `${LINKS}l3,hub,firm,LIKES,,,,stated\n`, ["links.csv 4 type"]],
    [
      "an unknown confidence",
      "links.csv",
      `${LINKS}l3,hub,firm,FUNDS,,,,sure\n`,
      ["links.csv 4 confidence"],
    ],
    ["a cycle", "links.csv", `${LINKS}l3,hub,sub,PART_OF,,,,stated\n`, ["links.csv 4 target"]],
    [
      "a cycle of topics",
      "topics.csv",
      "id,nameDe,nameEn,broader\nit,IT,ICT,ai\nai,KI,AI,it\n",
      ["topics.csv 3 broader"],
    ],
    [
      "a dangling broader topic",
      "topics.csv",
      "id,nameDe,nameEn,broader\nit,IT,ICT,xy\nai,KI,AI,it\n",
      ["topics.csv 2 broader"],
    ],
    ["a bad address", "sources.csv", "id,title,url\ns1,A,ftp://x\ns2,B,\n", ["sources.csv 2 url"]],
    [
      "an unknown project",
      "participations.csv",
      "projectId,actorId\np2,firm\n",
      ["participations.csv 2 projectId"],
    ],
    [
      "a participation twice",
      "participations.csv",
      "projectId,actorId\np1,firm\np1,firm\n",
      ["participations.csv 3 id"],
    ],
    [
      "a legal id of nobody",
      "legal-ids.csv",
      "actorId,register,number\nx,PIC,1\n",
      ["legal-ids.csv 2 actorId"],
    ],
    [
      "a number that is none",
      "projects.csv",
      "id,acronym,participants\np1,ALPHA,viele\n",
      ["projects.csv 2 participants"],
    ],
    [
      "a count below zero",
      "reference-counts-all.csv",
      "programme,topic,sizeClass,year,projects\nH,A,2,2014,-1\n",
      ["reference-counts-all.csv 2 projects"],
    ],
  ])("with %s says where", async (_, file, content, expected) => {
    expect(await places({ [file]: content })).toEqual(expected);
  });

  it("says what was expected and what came", async () => {
    const { errors } = await read({
      "links.csv": `${LINKS}l3,hub,sub,PART_OF,2019-02-30,,,stated\nl4,hub,sub,PART_OF,,,,stated\n`,
    });
    expect(formatProblems(errors)).toBe(
      [
        'links.csv, row 4, column since: expected a day that exists in the calendar; came "2019-02-30"',
        "links.csv, row 5, column target: expected no cycle of PART_OF links; came sub → hub → sub",
      ].join("\n"),
    );
  });

  it("in Latin-1 names each byte with its row", async () => {
    const latin1 = Buffer.from(ACTORS, "latin1");
    const { errors } = await read({ "actors.csv": latin1 });
    expect(errors.map(({ file, row, expected, came }) => [file, row, expected, came])).toEqual([
      [
        "actors.csv",
        2,
        "UTF-8",
        `byte 0xFC at byte ${latin1.indexOf(0xfc) + 1} of the file (in Latin-1 it would be "ü")`,
      ],
      [
        "actors.csv",
        4,
        "UTF-8",
        `byte 0xFC at byte ${latin1.lastIndexOf(0xfc) + 1} of the file (in Latin-1 it would be "ü")`,
      ],
    ]);
  });

  it("in UTF-16 is told so", async () => {
    const utf16 = Buffer.from(`\uFEFF${ACTORS}`, "utf16le");
    expect((await read({ "actors.csv": utf16 })).errors.map(({ came }) => came)).toEqual([
      "UTF-16 (its byte order mark)",
    ]);
  });

  it("with a row that cannot be read still tells what is wrong before it", async () => {
    expect(await places({ "actors.csv": `${ACTORS}x,X,club,,\ny,"Y,hub,,\n` })).toEqual([
      "actors.csv 5 kind",
      "actors.csv 6",
    ]);
  });

  it("with the wrong columns names them and the separator", async () => {
    const { errors } = await read({ "sources.csv": "id;titel\ns1;A\n" });
    expect(formatProblems(errors)).toBe(
      "sources.csv, row 1: expected the columns id, title (and, if wanted, publisher, url, date, retrieved); " +
        'came "id;titel" — missing: title; unknown: "titel"; it looks separated by ";"',
    );
  });

  it("with a list in a file of semicolons says that it needs quotation marks", async () => {
    const { errors } = await read({
      "actors.csv": ACTORS.replace(/,(?! )/g, ";"),
    });
    expect(formatProblems(errors.slice(0, 1))).toBe(
      'actors.csv, row 4: expected 5 cells separated by ";"; came 7 — a cell that contains ";" needs quotation marks',
    );
  });

  it("counts rows as an editor does, with cells of several lines and CRLF", async () => {
    const rows = 'x,"Zeile 1\nZeile 2\nZeile 3",hub,,\n\ny,Y,club,,\n';
    const content = `${ACTORS}${rows}`;
    const expected = content.split("\n").findIndex((line) => line.startsWith("y,")) + 1;
    for (const text of [content, content.replaceAll("\n", "\r\n")]) {
      expect(await places({ "actors.csv": text })).toEqual([`actors.csv ${expected} kind`]);
    }
  });

  it("lists everything at once, in the order of the files", async () => {
    expect(
      await places({
        "links.csv": `${LINKS}l3,firm,ghost,FUNDS,2019-13,,s8,sure\n`,
        "sources.csv": "id,title,date\ns1,,\ns2,B,gestern\n",
        "actors.csv": `${ACTORS}x,X,club,,\nhub,Y,hub,nope,\n`,
      }),
    ).toEqual([
      "sources.csv 2 title",
      "sources.csv 3 date",
      "actors.csv 5 kind",
      "actors.csv 6 id",
      "actors.csv 6 topics",
      "links.csv 4 since",
      "links.csv 4 confidence",
    ]);
  });

  it("prints two hundred problems and how many more there are", async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `x${i},X,club,,\n`).join("");
    const { errors } = await read({ "actors.csv": ACTORS + rows });
    const lines = formatProblems(errors).split("\n");
    expect([errors.length, lines.length, lines.at(-1)]).toEqual([250, 201, "… and 50 more"]);
  });
});
