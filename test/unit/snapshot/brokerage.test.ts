/** Brokers: scores and roles by hand. */
import { describe, expect, it } from "vitest";
import { groupBrokers, pairBrokers } from "../../../server/snapshot/brokerage.ts";
import { occasionsOf, spaceOf, tiesOf } from "../../fixtures/occasions.ts";

const allowed = new Uint8Array(8).fill(1);

describe("pairBrokers", () => {
  // 2 has worked with 0 twice and with 1 once, 3 once with each; 4 knows only 0.
  const occasions = occasionsOf(6, [
    { who: [0, 2] },
    { who: [0, 2, 3], ageYears: 2 },
    { who: [1, 2], ageYears: 4 },
    { who: [1, 3] },
    { who: [0, 4] },
  ]);
  const ties = tiesOf(occasions);
  const spaces = [spaceOf([[0, 1], [0], [0], [1], [2], [3]], 4)];

  it("is ln r + ln r + ln(topics + .05) + 2 ln min n", () => {
    const found = pairBrokers(ties, spaces, 0, 1, { allowed, limit: 5 });
    expect(found.map(({ actor }) => actor)).toEqual([2, 3]);
    // Ties: 0–2 is 1 + ½/2, 1–2 is ¼; actor 2 has the topic of 1 and one of 0's two: idf ln 2 and ln 3.
    const [a, b] = [Math.log(6 / 3), Math.log(6 / 2)];
    const fit = (a / Math.hypot(a, b)) * 1;
    expect(found[0]?.a).toEqual({ strength: 1.25, partners: 1, joint: 2, closest: 0 });
    expect(found[0]?.b).toEqual({ strength: 0.25, partners: 1, joint: 1, closest: 1 });
    expect(found[0]?.score).toBeCloseTo(
      Math.log(1.25) + Math.log(0.25) + Math.log(fit + 0.05) + 2 * Math.log(1),
      12,
    );
    // No topic in common with 1: the floor keeps it in.
    expect(found[1]?.score).toBeCloseTo(Math.log(0.25) + Math.log(1) + Math.log(0.05), 12);
  });

  it("puts well-connected ones back with β, and leaves out who may not be proposed", () => {
    const [first] = pairBrokers(ties, spaces, 0, 1, { allowed, limit: 1 });
    const [less] = pairBrokers(ties, spaces, 0, 1, { allowed, limit: 1, beta: 0.25 });
    // All ties of 2: 1.25 with 0, .25 with 1, .25 with 3.
    expect((first?.score ?? 0) - (less?.score ?? 0)).toBeCloseTo(0.25 * Math.log(1.75), 12);
    const without = allowed.slice();
    without[2] = 0;
    const found = pairBrokers(ties, spaces, 0, 1, { allowed: without, limit: 5 });
    expect(found.map(({ actor }) => actor)).toEqual([3]);
  });
});

describe("groupBrokers", () => {
  // A = {0, 1}, B = {2, 3}, 4 belongs to both, 5 is outside with ties to both, 6 only to A.
  const occasions = occasionsOf(7, [
    { who: [5, 0] },
    { who: [5, 1] },
    { who: [5, 2], ageYears: 2 },
    { who: [1, 3] },
    { who: [6, 0] },
  ]);
  const ties = tiesOf(occasions);
  const ask = (membershipStrength: number) =>
    groupBrokers(
      ties,
      [],
      { members: [0, 1], membershipStrength },
      { members: [2, 3], membershipStrength },
      [4],
      { allowed: allowed.subarray(0, 7), limit: 9 },
    );

  it("is √(r_A r_B), bridges first, with the role of Gould and Fernandez", () => {
    const found = ask(0);
    expect(found.map(({ actor, role }) => [actor, role])).toEqual([
      [4, "bridge"],
      [5, "liaison"],
    ]);
    const liaison = found[1];
    expect(liaison?.a).toEqual({ strength: 2, partners: 2, joint: 2, closest: 0 });
    expect(liaison?.b).toEqual({ strength: 0.5, partners: 1, joint: 1, closest: 2 });
    // No topics are known: the floor alone.
    expect(liaison?.score).toBeCloseTo(Math.sqrt(2 * 0.5) * 0.05, 12);
  });

  it("lets a member speak for its group when membership counts as a tie", () => {
    const roles = new Map(ask(0.5).map(({ actor, role }) => [actor, role]));
    expect(roles.get(1)).toBe("representative");
    expect(roles.get(3)).toBe("gatekeeper");
    expect(roles.has(0)).toBe(false);
  });
});
