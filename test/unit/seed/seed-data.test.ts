/** The data that ships: whole, honest about its confidence, and with names that a picture can show. */
import { beforeAll, describe, expect, it } from "vitest";
import { readSeed, type SeedRecords } from "../../../seed/load.ts";
import { GROUP_KINDS } from "../../../server/contract/vocabulary.ts";

const LONGEST_NAME_CHARACTERS = 24;
const LONGEST_SHORT_NAME_CHARACTERS = 22;

let records: SeedRecords;
beforeAll(async () => {
  const seed = await readSeed(new URL("../../../seed", import.meta.url).pathname);
  expect(seed.errors).toEqual([]);
  if (!seed.records) throw new Error("the seed has no records");
  records = seed.records;
});

describe("the seed", () => {
  it("is complete", () => {
    const projects = new Set(
      records.actors.filter(({ kind }) => kind === "project").map(({ id }) => id),
    );
    const participations = records.links.filter(({ target }) => projects.has(target));
    expect({
      actors: records.actors.length - projects.size,
      projects: projects.size,
      links: records.links.length - participations.length,
      participations: participations.length,
      coordinators: participations.filter(({ role }) => role === "coordinator").length,
      sources: records.sources.length,
      referenceCounts: records.referenceCounts.length,
    }).toEqual({
      actors: 357,
      projects: 5_467,
      links: 650,
      participations: 7_021,
      coordinators: 776,
      sources: 190,
      referenceCounts: 718 + 491,
    });
  });

  it("is as sure as its sources: general knowledge is never more than that", () => {
    const grades = { stated: 0, public_record: 0, general_knowledge: 0 };
    for (const link of records.links) {
      if (link.role === undefined) grades[link.confidence] += 1;
      if (link.sourceIds.includes("general-knowledge")) {
        expect(link.confidence).toBe("general_knowledge");
      }
    }
    expect(grades).toEqual({ stated: 53, public_record: 505, general_knowledge: 92 });
  });

  it("names the evidence of every link and actor", () => {
    expect(records.links.filter(({ sourceIds }) => sourceIds.length === 0)).toEqual([]);
    expect(records.actors.filter(({ sourceIds }) => sourceIds.length === 0)).toEqual([]);
  });

  it("has a short name for every group whose name is long", () => {
    const isGroup = new Set<string>(GROUP_KINDS);
    const tooLong = records.actors
      .filter(({ kind, name }) => isGroup.has(kind) && name.length > LONGEST_NAME_CHARACTERS)
      .filter(({ aliases }) => {
        const lengths = aliases.map((alias) => alias.length);
        return Math.min(...lengths) > LONGEST_SHORT_NAME_CHARACTERS;
      });
    expect(tooLong.map(({ name }) => name)).toEqual([]);
  });

  it("keeps the projects' topics apart from the actors'", () => {
    for (const { kind, topics } of records.actors) {
      for (const topic of topics) expect(topic.startsWith("eu-")).toBe(kind === "project");
    }
  });

  it("uses or broadens every topic", () => {
    const used = new Set(records.actors.flatMap(({ topics }) => topics));
    for (const { broader } of records.topics) if (broader !== undefined) used.add(broader);
    expect(records.topics.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("puts actors abroad into their country and no state", () => {
    for (const { kind, country, state } of records.actors) {
      if (kind === "project") expect([country, state]).toEqual([undefined, undefined]);
      else expect(state !== undefined).toBe(country === "Deutschland");
    }
  });
});
