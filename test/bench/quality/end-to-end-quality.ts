/**
 * From group gap to people: for the groups that miss most, and for those without any joint project, how many of the
 * five proposed pairs work together later? Groups are made of country × topic and put into the product's own model,
 * which finds the gaps and proposes the pairs; pairs are of core actors.
 */
import type { ActorRecord, LinkRecord } from "../../../server/contract/records.ts";
import { f64, u32 } from "../../../server/snapshot/cells.ts";
import { type ExpectedPair, OpportunityModel } from "../../../server/snapshot/opportunity-model.ts";
import { findTie } from "../../../server/snapshot/opportunity-occasions.ts";
import {
  diverse,
  MOST_PER_ACTOR,
  PAIRS_SHOWN,
} from "../../../server/snapshot/opportunity-pairs.ts";
import { row, type Snapshot } from "../../../server/snapshot/snapshot.ts";
import { snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { Random } from "../../fixtures/random-graph.ts";
import { countryTopicGroups } from "./country-topic-groups.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";
import { intervalOf, mean } from "./metrics.ts";

const SEED = 20261101;
const NO_CHECK = () => {};
export const PROPOSALS = [
  "our proposals",
  "resource allocation",
  "degree product",
  "any pair",
] as const;
export type Proposal = (typeof PROPOSALS)[number];

export interface GapQuality {
  gaps: number;
  /** Means over gaps. */
  expected: number;
  observed: number;
  /** Precision of the five pairs; of any pair, the share that gets together. */
  precisionAt5: Record<Proposal, number>;
  interval: [number, number];
  /** Share of gaps with at least one right pair among ours. */
  withHit: number;
}

export interface EndToEndQuality {
  split: string;
  groups: number;
  most: GapQuality;
  nothingYet: GapQuality;
}

export function measureEndToEnd(
  ecosystem: CutEcosystem,
  gaps: number,
  say: (line: string) => void,
  draws = 1_000,
): EndToEndQuality {
  const snapshot = withGroups(ecosystem);
  const model = new OpportunityModel(snapshot, []);
  const groups = Array.from({ length: snapshot.groupCount }, (_, group) => group);
  const expected = model.expectations(groups, NO_CHECK);
  say(`${ecosystem.name}: ${expected.length.toLocaleString("en")} group pairs expected`);
  const byGap = expected.filter(({ gap }) => gap > 0).sort((p, q) => q.gap - p.gap);
  const byExpected = expected
    .filter(({ observed }) => observed === 0)
    .sort((p, q) => q.expected - p.expected);
  const judge = new GapJudge(ecosystem, model);
  const measure = (list: readonly ExpectedPair[]): GapQuality => {
    const judged = list.slice(0, gaps).map((pair) => judge.precisions(pair));
    const ours = judged.map((precisions) => precisions["our proposals"]);
    return {
      gaps: judged.length,
      expected: mean(list.slice(0, gaps).map((pair) => pair.expected)),
      observed: mean(list.slice(0, gaps).map((pair) => pair.observed)),
      precisionAt5: Object.fromEntries(
        PROPOSALS.map((name) => [name, mean(judged.map((precisions) => precisions[name]))]),
      ) as Record<Proposal, number>,
      interval: intervalOf(ours, draws, new Random(SEED)),
      withHit: ours.filter((precision) => precision > 0).length / ours.length,
    };
  };
  const most = measure(byGap);
  say(`${ecosystem.name}: largest gaps: P@5 ${most.precisionAt5["our proposals"].toFixed(3)}`);
  const nothingYet = measure(byExpected);
  say(`${ecosystem.name}: nothing yet: P@5 ${nothingYet.precisionAt5["our proposals"].toFixed(3)}`);
  return { split: ecosystem.name, groups: groups.length, most, nothingYet };
}

/** The ecosystem with its country × topic groups as clusters. */
function withGroups(ecosystem: CutEcosystem): Snapshot {
  const { names, members } = countryTopicGroups(ecosystem);
  const { records, snapshot } = ecosystem;
  const clusters = names.map(
    (name): ActorRecord => ({
      id: `group-${name.toLowerCase()}`,
      name,
      kind: "cluster",
      aliases: [],
      legalIds: [],
      topics: [],
      sourceIds: [],
    }),
  );
  const memberships = clusters.flatMap(({ id }, group) =>
    Array.from(row(members, group), (actor): LinkRecord => {
      const source = snapshot.actorId(actor);
      return {
        id: `${source}--${id}`,
        source,
        target: id,
        type: "MEMBER_OF",
        sourceIds: [],
        confidence: "public_record",
      };
    }),
  );
  return snapshotFromRecords({
    topics: records.topics,
    actors: [...records.actors, ...clusters],
    links: [...records.links, ...memberships],
  });
}

class GapJudge {
  readonly #model: OpportunityModel;
  readonly #isCore: Uint8Array;
  /** By actor of the model: its later partners. */
  readonly #later = new Map<number, Set<number>>();
  #lot = new Random(SEED);

  constructor(ecosystem: CutEcosystem, model: OpportunityModel) {
    this.#model = model;
    const { snapshot, core, later } = ecosystem;
    const numberOf = (actor: number) => model.snapshot.findActor(snapshot.actorId(actor));
    this.#isCore = new Uint8Array(model.snapshot.actorCount);
    for (const actor of core) this.#isCore[numberOf(actor)] = 1;
    for (let p = 0; p + 1 < later.participants.offsets.length; p += 1) {
      const actors = Array.from(row(later.participants, p), numberOf);
      for (const actor of actors) {
        const known = this.#later.get(actor) ?? new Set<number>();
        for (const other of actors) if (other !== actor) known.add(other);
        this.#later.set(actor, known);
      }
    }
  }

  precisions(pair: ExpectedPair): Record<Proposal, number> {
    const sides = this.#model.sides(pair.a, pair.b);
    const core = (side: Uint32Array) => side.filter((actor) => this.#isCore[actor] === 1);
    const [a, b] = [core(sides.a), core(sides.b)];
    const proposed = this.#model.scoredPairs({ ...sides, a, b }, 0, NO_CHECK);
    const open = this.#openPairs(a, b);
    const best = (value: (one: OpenPair) => number) =>
      this.#precision(
        [...open].sort((p, q) => value(q) - value(p) || p.lot - q.lot).slice(0, PAIRS_SHOWN),
      );
    return {
      "our proposals": this.#precision(diverse(proposed, PAIRS_SHOWN, MOST_PER_ACTOR)),
      "resource allocation": best(({ ra }) => ra),
      "degree product": best(({ degrees }) => degrees),
      "any pair": open.filter((one) => this.#isHit(one)).length / Math.max(1, open.length),
    };
  }

  /** Unlinked pairs of the two sides with what simple proposals go by. */
  #openPairs(a: Uint32Array, b: Uint32Array): OpenPair[] {
    const { ties } = this.#model.columns;
    const { terms } = this.#model.pairs(0, NO_CHECK);
    const found: OpenPair[] = [];
    for (const x of a) {
      terms.fill(x, b);
      for (const y of b) {
        if (findTie(ties, x, y) >= 0) continue;
        const degrees = this.#degree(x) * this.#degree(y);
        found.push({ x, y, ra: f64(terms.raw.ra, y), degrees, lot: this.#lot.next() });
      }
    }
    return found;
  }

  #degree(actor: number): number {
    const { offsets } = this.#model.columns.ties;
    return u32(offsets, actor + 1) - u32(offsets, actor);
  }

  #isHit({ x, y }: { x: number; y: number }): boolean {
    return this.#later.get(x)?.has(y) === true;
  }

  /** Of five; a pair that is not proposed is no hit. */
  #precision(pairs: readonly { x: number; y: number }[]): number {
    return pairs.filter((pair) => this.#isHit(pair)).length / PAIRS_SHOWN;
  }
}

interface OpenPair {
  x: number;
  y: number;
  ra: number;
  degrees: number;
  /** Equal values are in no order. */
  lot: number;
}
