/** The whole evaluation on a generated ecosystem: what it measures, and that no score ever sees what came later. */
import { beforeAll, describe, expect, it } from "vitest";
import { qualityFile } from "../../../server/contract/opportunities.ts";
import { measureBrokers } from "../../bench/quality/broker-quality.ts";
import {
  type CutEcosystem,
  cutEcosystem,
  type EcosystemRecords,
} from "../../bench/quality/cut-ecosystem.ts";
import { measureEcosystems } from "../../bench/quality/ecosystem-quality.ts";
import { measureEndToEnd } from "../../bench/quality/end-to-end-quality.ts";
import { findingsOf, gatesOf, MAIN_SPLIT } from "../../bench/quality/findings.ts";
import { GENERATED_SPLIT, generatedEcosystem } from "../../bench/quality/generated-ecosystem.ts";
import { measureGroups, SHRUNK } from "../../bench/quality/group-quality.ts";
import { measurePairs } from "../../bench/quality/pair-quality.ts";
import { coreModel, OURS, pairScores } from "../../bench/quality/pair-scores-of.ts";
import { qualityFileOf } from "../../bench/quality/quality-file.ts";
import { tablesOf } from "../../bench/quality/quality-tables.ts";
import type { Measured } from "../../bench/quality/run.ts";

const SPLIT = { ...GENERATED_SPLIT, name: MAIN_SPLIT };
const DRAWS = 40;

describe("the evaluation of a generated ecosystem", () => {
  let records: EcosystemRecords;
  let ecosystem: CutEcosystem;
  let measured: Measured;

  beforeAll(() => {
    records = generatedEcosystem(5);
    ecosystem = cutEcosystem(records, SPLIT);
    measured = {
      paths: [],
      pairs: [measurePairs(ecosystem, { draws: DRAWS })],
      ecosystems: [
        measureEcosystems(records, SPLIT, DRAWS, {
          "AT+BE+CH": ["AT", "BE", "CH"],
          "DE+FR": ["DE", "FR"],
        }),
      ],
      groups: [measureGroups(ecosystem, DRAWS)],
      brokers: [measureBrokers(ecosystem, 500, DRAWS)],
      endToEnd: [measureEndToEnd(ecosystem, 10, () => {}, DRAWS)],
    };
  }, 60_000);

  it("counts pairs and hits like a plain loop over the records", () => {
    const partners = (isIn: (start: string) => boolean) => {
      const start = new Map(records.actors.map((actor) => [actor.id, actor.start ?? ""]));
      const inProject = new Map<string, string[]>();
      for (const { source, target } of records.links) {
        if (!isIn(start.get(target) ?? "")) continue;
        inProject.set(target, [...(inProject.get(target) ?? []), source]);
      }
      return [...inProject.values()].filter((list) => list.length > 1);
    };
    const pairsOf = (projects: string[][]) =>
      new Set(projects.flatMap((list) => list.flatMap((a) => list.map((b) => `${a} ${b}`))));
    const known = partners((start) => start < SPLIT.cut);
    const count = new Map<string, number>();
    for (const actor of known.flat()) count.set(actor, (count.get(actor) ?? 0) + 1);
    const core = [...count].filter(([, n]) => n >= 3).map(([actor]) => actor);
    const before = pairsOf(known);
    const after = pairsOf(partners((start) => start >= SPLIT.cut));
    let [pairs, hits] = [0, 0];
    for (const a of core) {
      for (const b of core) {
        if (a >= b || before.has(`${a} ${b}`)) continue;
        pairs += 1;
        if (after.has(`${a} ${b}`)) hits += 1;
      }
    }
    expect(core.length).toBeGreaterThanOrEqual(200);
    expect(ecosystem.core).toHaveLength(core.length);
    expect(measured.pairs[0]?.subsets[0]).toMatchObject({ subset: "all", pairs, hits });
  });

  it("finds what the generator put in: our score beats chance and the degree product", () => {
    const all = measured.pairs[0]?.subsets[0];
    const ours = all?.indices[OURS];
    const degrees = all?.indices["degree product"];
    expect(ours?.auc).toBeGreaterThan(0.65);
    expect(ours?.averagePrecision).toBeGreaterThan((1.5 * (all?.hits ?? 0)) / (all?.pairs ?? 1));
    expect(ours?.averagePrecision).toBeGreaterThan(degrees?.averagePrecision ?? 1);
    const forecasts = measured.groups[0]?.forecasts ?? [];
    const explained = (name: string) =>
      forecasts.find(({ forecast }) => forecast === name)?.explained ?? Number.NaN;
    expect(explained(SHRUNK)).toBeGreaterThan(explained("size product"));
    expect(measured.brokers[0]?.rankings[0]?.hitsAt1).toBeGreaterThan(
      measured.brokers[0]?.chance ?? 1,
    );
    const most = measured.endToEnd[0]?.most.precisionAt5;
    expect(most?.["our proposals"]).toBeGreaterThan(most?.["any pair"] ?? 1);
  });

  it("has every value within its interval", () => {
    for (const { id, value, interval } of findingsOf(measured, MAIN_SPLIT)) {
      const [low, high] = interval ?? [value, value];
      expect(low - 0.02, id).toBeLessThanOrEqual(value);
      expect(high + 0.02, id).toBeGreaterThanOrEqual(value);
    }
  });

  it("gives the same scores whatever comes later", () => {
    const isLater = new Set(
      records.actors
        .filter(({ kind, start }) => kind === "project" && (start ?? "") >= SPLIT.cut)
        .map(({ id }) => id),
    );
    const without = cutEcosystem(
      {
        ...records,
        actors: records.actors.filter(({ id }) => !isLater.has(id)),
        links: records.links.filter(({ target }) => !isLater.has(target)),
      },
      SPLIT,
    );
    const scoresOf = (cut: CutEcosystem) => pairScores(cut, coreModel(cut)).scores[OURS];
    expect(without.later.records).toEqual([]);
    expect(scoresOf(without)).toEqual(scoresOf(ecosystem));
  });

  it("holds every number to a gate, prints it and writes the file that the service reads", () => {
    const gates = gatesOf(measured, false);
    expect(gates).toHaveLength(13);
    expect(gates.every(({ value }) => Number.isFinite(value))).toBe(true);
    const text = tablesOf(measured).join("\n");
    expect(text).toContain("three steps (L3)");
    expect(text).not.toContain("undefined");
    const file = qualityFile.parse(qualityFileOf(measured, "2026-11-25T10:00:00Z"));
    expect(file.date).toBe("2026-11-25");
    expect(file.metrics.map(({ id }) => id)).toContain("pairs-ap");
    expect(file.summary.de).toMatch(/Von den 100 ersten Partnervorschlägen wurden \d+ tatsächlich/);
    expect(qualityFileOf({ ...measured, pairs: [] }, "2026-11-25")).toBeNull();
  });
});
