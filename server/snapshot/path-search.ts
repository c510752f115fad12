/**
 * Collaboration paths on a snapshot: what a request allows, the search that fits it, and what each hop rests on.
 * Numbers in, numbers out; runs in a worker, where the graph of ties is kept for the next request alike.
 */
import { ACTOR_KINDS } from "../contract/vocabulary.ts";
import { f64, u8, u32 } from "./cells.ts";
import { diversePaths } from "./diverse-paths.ts";
import { hopBoundedPaths } from "./hop-bounded-paths.ts";
import { PathFinder } from "./k-shortest-paths.ts";
import type { Path, PathOptions } from "./path.ts";
import { cheapestPairs } from "./path-pairs.ts";
import { NO_FILTERS, select } from "./selection.ts";
import { at, type Snapshot } from "./snapshot.ts";
import { type SteinerTree, steinerTree } from "./steiner-tree.ts";
import { hopCost, STOP_COLUMN, type TieParameters } from "./tie-model.ts";
import { TieReading } from "./tie-reading.ts";
import { type MeasuredTieGraph, type TieGraph, WalkedTies } from "./ties.ts";
import { type WaysOn, waysOn } from "./ways-on.ts";

/** Which links may be walked; masks by index into LINK_TYPES, `null` = no such limit. */
export interface WalkedLinks {
  types: Uint8Array | null;
  year: number | null;
  /** Index into CONFIDENCES of the least sure that counts. */
  confidence: number | null;
}

export const ALL_LINKS: WalkedLinks = { types: null, year: null, confidence: null };

export interface PassedActors {
  /** By index into ACTOR_KINDS: 1 = not through actors of this kind. */
  notKinds: Uint8Array | null;
  notVia: readonly number[];
  /** Only through these actors; `null` = no such limit. */
  only: readonly number[] | null;
}

export interface PathRequest {
  /** One actor, or the members that stand for a group; no actor on both sides. */
  from: readonly number[];
  to: readonly number[];
  k: number;
  mode: "informative" | "diverse" | "fewest-hops";
  /** Longest path in hops. */
  maxHops: number;
  parameters: TieParameters;
  links: WalkedLinks;
  passed: PassedActors;
}

/** What a hop rests on. */
export interface HopEvidence {
  from: number;
  to: number;
  cost: number;
  /** Tie strength w; 0 where there is only one side of a stop. */
  strength: number;
  /** Actor number of the stop whose side the cost is, -1 where it is that of a tie; and how many it gathers. */
  stop: number;
  gathers: number;
  links: number[];
  projects: number[];
}

export interface FoundPath {
  cost: number;
  nodes: number[];
  hops: HopEvidence[];
}

export interface PathAnswer {
  paths: FoundPath[];
  truncated: boolean;
  /** The path with the fewest hops under the same constraints, to compare with; null when there is none. */
  fewest: FoundPath | null;
}

export interface ConnectRequest {
  ends: readonly number[];
  parameters: TieParameters;
  links: WalkedLinks;
  passed: PassedActors;
}

export interface ConnectAnswer {
  tree: { cost: number; hops: HopEvidence[] } | null;
  /** Actors that cannot be reached from the first one; empty when there is a tree. */
  apart: number[];
}

/** Longest path that can be asked for, in hops. */
export const MOST_HOPS = 10;
/** How many times more paths are looked at before the search goes by hops. */
const MORE_PATHS = 4;
const PROJECT = ACTOR_KINDS.indexOf("project");

/** The graph of ties of one snapshot under one set of parameters, with its working memory. */
export class PathSearch {
  readonly #snapshot: Snapshot;
  readonly #ties: WalkedTies;
  readonly #graph: MeasuredTieGraph;
  readonly #fewest: TieGraph;
  readonly #finder: PathFinder;
  readonly #fewestFinder: PathFinder;

  /** `check` is called now and then while the graph is built; throws to end that. */
  constructor(
    snapshot: Snapshot,
    parameters: TieParameters,
    links: WalkedLinks,
    check: () => void = () => {},
  ) {
    this.#snapshot = snapshot;
    const reading = new TieReading(snapshot, parameters);
    this.#ties = new WalkedTies(reading, { links: walkedMask(snapshot, links), check });
    this.#graph = this.#ties.graph;
    this.#fewest = hopsFirst(this.#graph);
    this.#finder = new PathFinder(this.#graph);
    this.#fewestFinder = new PathFinder(this.#fewest);
  }

  paths(request: PathRequest, check: () => void): PathAnswer {
    const options = this.#options(request, check);
    const found = this.#find(request, options);
    const paths = found.slice(0, request.k).map(({ nodes }) => this.#explain(nodes));
    const isFewest = request.mode === "fewest-hops";
    const [fewest] = isFewest
      ? paths
      : this.#find({ ...request, mode: "fewest-hops", k: 1 }, options).map(({ nodes }) =>
          this.#explain(nodes),
        );
    return { paths, truncated: found.length > request.k, fewest: fewest ?? null };
  }

  /** The cheapest tree that joins the actors, with what its hops rest on; null when they are not all connected. */
  connect(
    ends: readonly number[],
    passed: PassedActors,
    check: () => void,
  ): { tree: SteinerTree; hops: HopEvidence[] } | null {
    const tree = steinerTree(this.#graph, ends, { allowed: this.#allowed(passed), check });
    if (tree === null) return null;
    return { tree, hops: tree.hops.map(({ from, to }) => this.#hop(from, to)) };
  }

  /** Actors among `others` that cannot be reached from `start`. */
  apart(start: number, others: readonly number[], passed: PassedActors): number[] {
    const allowed = this.#allowed(passed);
    const { offsets, targets } = this.#graph;
    const reached = new Uint8Array(this.#snapshot.actorCount);
    const waiting = [start];
    reached[start] = 1;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const to = u32(targets, arc);
        if (reached[to] === 1) continue;
        reached[to] = 1;
        // An end is reached, but led through only where it may be passed.
        if (allowed === null || allowed[to] === 1 || others.includes(to)) waiting.push(to);
      }
    }
    return others.filter((other) => reached[other] !== 1);
  }

  /** One more than wanted, so that "there are more" is known. */
  #find(request: PathRequest, options: PathOptions): Path[] {
    const { from, to, mode, maxHops } = request;
    const isFewest = mode === "fewest-hops";
    const graph = isFewest ? this.#fewest : this.#graph;
    const finder = isFewest ? this.#fewestFinder : this.#finder;
    const wanted = request.k + 1;
    if (from.length > 1 || to.length > 1) {
      return cheapestPairs(finder, graph, { from, to, count: wanted, maxHops }, options);
    }
    const [source, target] = [at(from, 0), at(to, 0)];
    let ways: WaysOn | undefined;
    const cheapest = (k: number, penalties: Float64Array | null) => {
      const limited = { ...options, penalties };
      // Cheap paths come in the order of their cost, so the first k that are short enough are the answer.
      for (const more of [1, MORE_PATHS]) {
        const found = finder.find(source, target, k * more, limited);
        const short = found.filter(({ nodes }) => nodes.length - 1 <= maxHops);
        if (short.length >= k || found.length < k * more) return short.slice(0, k);
      }
      ways ??= waysOn(graph, [source], [target], maxHops, options);
      return hopBoundedPaths(graph, [source], [target], k, maxHops, limited, ways);
    };
    const base = options.penalties ?? null;
    if (mode !== "diverse") return cheapest(wanted, base);
    return diversePaths(
      this.#snapshot.actorCount,
      wanted,
      base,
      (penalties) => cheapest(1, penalties)[0],
      (nodes) => this.#cost(nodes),
    );
  }

  #options(request: PathRequest, check: () => void): PathOptions {
    const { kappa } = request.parameters;
    const { offsets } = this.#graph;
    const penalties =
      kappa === 0
        ? null
        : Float64Array.from(
            { length: this.#snapshot.actorCount },
            (_, actor) =>
              kappa * Math.log(Math.max(1, u32(offsets, actor + 1) - u32(offsets, actor))),
          );
    return { allowed: this.#allowed(request.passed), penalties, check };
  }

  #allowed({ notKinds, notVia, only }: PassedActors): Uint8Array | null {
    if (notKinds === null && notVia.length === 0 && only === null) return null;
    const { kind } = this.#snapshot.data.actors;
    const allowed = new Uint8Array(this.#snapshot.actorCount).fill(only === null ? 1 : 0);
    for (const actor of only ?? []) allowed[actor] = 1;
    for (let actor = 0; actor < allowed.length; actor += 1) {
      if (notKinds?.[u8(kind, actor)] === 1) allowed[actor] = 0;
    }
    for (const actor of notVia) allowed[actor] = 0;
    return allowed;
  }

  #explain(nodes: number[]): FoundPath {
    const hops = nodes.slice(1).map((to, index) => this.#hop(at(nodes, index), to));
    return { cost: hops.reduce((sum, hop) => sum + hop.cost, 0), nodes, hops };
  }

  #hop(from: number, to: number): HopEvidence {
    const { strength, links, projects, ...side } = this.#ties.between(from, to);
    const { lambda } = this.#ties.reading.parameters;
    const isCheaper = strength === 0 || side.sideCost < hopCost(strength, lambda);
    const isSide = isCheaper && this.#isStop(side.stop, side.gathers);
    return {
      from,
      to,
      cost: this.#costOf(from, to),
      strength,
      stop: isSide ? side.stop : -1,
      gathers: isSide ? side.gathers : 0,
      links,
      projects,
    };
  }

  /** Whoever supports only one other gathers nobody, unless gathering is what it is for. */
  #isStop(actor: number, gathers: number): boolean {
    const { kind } = this.#snapshot.data.actors;
    return actor >= 0 && (gathers > 2 || STOP_COLUMN[u8(kind, actor)] === 1);
  }

  #costOf(from: number, to: number): number {
    const { offsets, targets, costs } = this.#graph;
    const place = targets.subarray(offsets[from], offsets[from + 1]).indexOf(to);
    return f64(costs, u32(offsets, from) + place);
  }

  #cost(nodes: readonly number[]): number {
    return nodes.slice(1).reduce((sum, to, index) => sum + this.#costOf(at(nodes, index), to), 0);
  }
}

/** Costs that are the length, and less than one more for any path of at most ten hops. */
function hopsFirst({ offsets, targets, costs, lengths }: MeasuredTieGraph): TieGraph {
  let most = 1;
  for (let arc = 0; arc < costs.length; arc += 1) most = Math.max(most, f64(costs, arc));
  const scale = 1 / ((MOST_HOPS + 1) * most);
  const lengthsFirst = new Float64Array(costs.length);
  for (let arc = 0; arc < costs.length; arc += 1) {
    lengthsFirst[arc] = u8(lengths, arc) + f64(costs, arc) * scale;
  }
  return { offsets, targets, costs: lengthsFirst };
}

/** Projects are walked whatever kinds are asked for: they are ties, not places. */
function walkedMask(
  snapshot: Snapshot,
  { types, year, confidence }: WalkedLinks,
): Uint8Array | null {
  if (types === null && year === null && confidence === null) return null;
  const kinds = new Uint8Array(ACTOR_KINDS.length).fill(1);
  kinds[PROJECT] = 1;
  return select(snapshot, { ...NO_FILTERS, kinds, types, year, confidence }).links;
}
