/**
 * Who introduces two that will become partners? For a new pair with a later joint project, its common partners ranked
 * as brokers; right is who takes part in that project too. Projects of at most 30 partners; only questions with both
 * right and wrong candidates.
 */

import { type Broker, pairBrokers } from "../../../server/snapshot/brokerage.ts";
import { u32 } from "../../../server/snapshot/cells.ts";
import { findTie } from "../../../server/snapshot/opportunity-occasions.ts";
import { row } from "../../../server/snapshot/snapshot.ts";
import { Random } from "../../fixtures/random-graph.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";
import { mean } from "./metrics.ts";
import { middleNinety } from "./ranking.ts";

const MOST_PARTNERS = 30;
const SEED = 20261101;
export const OUR_BROKERS = "our score";

export interface BrokerMeasures {
  ranking: string;
  hitsAt1: number;
  hitsAt3: number;
  meanReciprocalRank: number;
  /** log2(projects / projects of the broker) of a right first pick, 0 of a wrong one: how telling the hits are. */
  bits: number;
}

export interface BrokerQuality {
  split: string;
  questions: number;
  /** Share of candidates that are right, mean over questions: what chance finds first. */
  chance: number;
  rankings: BrokerMeasures[];
  /** Of Hits@1 of our score; later projects drawn again. */
  interval: [number, number];
}

interface Question {
  project: number;
  /** By ranking: the candidates, best first, as right or wrong. */
  ranked: { isRight: boolean[]; first: number }[];
}

export function measureBrokers(
  ecosystem: CutEcosystem,
  sampled: number,
  draws = 200,
): BrokerQuality {
  const { columns, snapshot } = ecosystem;
  const { ties, pairs, ofActor } = columns;
  const allowed = Uint8Array.from({ length: pairs.actorCount }, (_, actor) =>
    snapshot.isProject(actor) ? 0 : 1,
  );
  const degree = (actor: number) => u32(ties.offsets, actor + 1) - u32(ties.offsets, actor);
  const rankings: Record<string, (broker: Broker) => number> = {
    [OUR_BROKERS]: ({ score }) => score,
    "less obvious (β = .25)": () => 0,
    "tie strength": ({ a, b }) => a.strength * b.strength,
    "most partners": ({ actor }) => degree(actor),
    "fewest partners": ({ actor }) => -degree(actor),
  };
  const names = Object.keys(rankings);
  const questions: Question[] = [];
  for (const { x, y, project } of newPairs(ecosystem, sampled)) {
    const inProject = new Set(row(ecosystem.later.participants, project));
    const ask = (beta: number) =>
      pairBrokers(ties, pairs.spaces, x, y, { allowed, limit: Number.POSITIVE_INFINITY, beta });
    const brokers = ask(0);
    const right = brokers.filter(({ actor }) => inProject.has(actor)).length;
    if (right === 0 || right === brokers.length) continue;
    questions.push({
      project,
      ranked: names.map((name, i) => {
        const value = rankings[name] as (broker: Broker) => number;
        const order = i === 1 ? ask(0.25) : [...brokers].sort((p, q) => value(q) - value(p));
        return {
          isRight: order.map(({ actor }) => inProject.has(actor)),
          first: order[0]?.actor ?? -1,
        };
      }),
    });
  }
  const isJoint = (p: number) => row(columns.occasions.participants, p).length > 1;
  const jointCount = [...columns.occasions.size.keys()].filter(isJoint).length;
  const bitsOf = (actor: number) =>
    Math.log2(jointCount / row(ofActor, actor).filter(isJoint).length);
  return {
    split: ecosystem.name,
    questions: questions.length,
    chance: mean(questions.map(({ ranked }) => shareOf(ranked[0]?.isRight ?? []))),
    rankings: names.map((ranking, i) => {
      const lists = questions.map(({ ranked }) => ranked[i] as Question["ranked"][number]);
      const hits = lists.filter(({ isRight }) => isRight[0]);
      return {
        ranking,
        hitsAt1: hits.length / lists.length,
        hitsAt3: mean(lists.map(({ isRight }) => (isRight.slice(0, 3).includes(true) ? 1 : 0))),
        meanReciprocalRank: mean(lists.map(({ isRight }) => 1 / (1 + isRight.indexOf(true)))),
        bits: hits.reduce((sum, { first }) => sum + bitsOf(first), 0) / lists.length,
      };
    }),
    interval: blockInterval(questions, draws),
  };
}

const shareOf = (values: readonly boolean[]) => values.filter(Boolean).length / values.length;

/** Unlinked core pairs with their first later project of at most 30 partners; a seeded sample. */
function newPairs({ later, columns, core }: CutEcosystem, sampled: number) {
  const isCore = new Set(core);
  const found = new Map<string, { x: number; y: number; project: number }>();
  for (let project = 0; project + 1 < later.participants.offsets.length; project += 1) {
    if ((later.records[project]?.participants ?? 0) > MOST_PARTNERS) continue;
    const actors = row(later.participants, project).filter((actor) => isCore.has(actor));
    for (const x of actors) {
      for (const y of actors) {
        if (x >= y || findTie(columns.ties, x, y) >= 0) continue;
        const key = `${x},${y}`;
        if (!found.has(key)) found.set(key, { x, y, project });
      }
    }
  }
  const random = new Random(SEED);
  const left = [...found.values()];
  return Array.from({ length: Math.min(sampled, left.length) }, () => {
    const at = random.below(left.length);
    const pair = left[at] as (typeof left)[number];
    left[at] = left[left.length - 1] as typeof pair;
    left.pop();
    return pair;
  });
}

function blockInterval(questions: readonly Question[], draws: number): [number, number] {
  const byProject = new Map<number, { asked: number; right: number }>();
  for (const { project, ranked } of questions) {
    const block = byProject.get(project) ?? { asked: 0, right: 0 };
    block.asked += 1;
    if (ranked[0]?.isRight[0]) block.right += 1;
    byProject.set(project, block);
  }
  const blocks = [...byProject.values()];
  const random = new Random(SEED);
  return middleNinety(
    Array.from({ length: draws }, () => {
      const drawn = blocks.map(() => random.pick(blocks));
      const sum = (of: "asked" | "right") => drawn.reduce((all, block) => all + block[of], 0);
      return sum("right") / sum("asked");
    }),
  );
}
