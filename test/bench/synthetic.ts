/**
 * The large synthetic graph: scale-free with planted clusters, from a seed. Every new actor links to actors that have
 * many links already (Barabási and Albert 1999), four times in five within its cluster.
 */
import type { ActorRecord, LinkRecord } from "../../server/contract/records.ts";
import { Random } from "../fixtures/random-graph.ts";
import type { Records } from "./horizon.ts";

export interface SyntheticSize {
  actors: number;
  links: number;
  clusters: number;
  seed: number;
}

export const LARGE: SyntheticSize = { actors: 200_000, links: 1_000_000, clusters: 400, seed: 1 };

const WITHIN_CLUSTER = 0.8;
const FIRST_YEAR = 2014;
const YEARS = 12;
const SOURCE = "synthetic";

export function synthetic({ actors, links, clusters, seed }: SyntheticSize): Records {
  const random = new Random(seed);
  const each = links / actors;
  const id = (number: number) => `a${String(number).padStart(7, "0")}`;
  const everywhere: number[] = [];
  const inCluster = Array.from({ length: clusters }, (): number[] => []);
  const clusterOf = new Uint32Array(actors);
  const list: LinkRecord[] = [];
  for (let actor = 0; actor < actors; actor += 1) {
    // Few large clusters, many small ones.
    const cluster = Math.floor(clusters * random.next() ** 2);
    clusterOf[actor] = cluster;
    const own = inCluster[cluster] as number[];
    const wanted = Math.floor((actor + 1) * each) - Math.floor(actor * each);
    const chosen = new Set<number>();
    for (let i = 0; i < wanted && chosen.size < actor; i += 1) {
      const isNear = own.length > 0 && random.next() < WITHIN_CLUSTER;
      const ends = isNear ? own : everywhere;
      const other = ends.length > 0 ? random.pick(ends) : random.below(actor);
      if (other === actor || chosen.has(other)) continue;
      chosen.add(other);
      list.push(link(id(actor), id(other), `${FIRST_YEAR + random.below(YEARS)}`));
      everywhere.push(actor, other);
      own.push(actor);
      (inCluster[clusterOf[other] as number] as number[]).push(other);
    }
    if (chosen.size === 0) {
      everywhere.push(actor);
      own.push(actor);
    }
  }
  // What collided above: between actors that have no such link yet.
  const known = new Set(list.map(({ id: linkId }) => linkId));
  while (list.length < links) {
    const [a, b] = [random.below(actors), random.pick(everywhere)];
    const more = link(
      id(Math.max(a, b)),
      id(Math.min(a, b)),
      `${FIRST_YEAR + random.below(YEARS)}`,
    );
    if (a === b || known.has(more.id)) continue;
    known.add(more.id);
    list.push(more);
  }
  return {
    sources: [{ id: SOURCE, title: "A generator with a seed" }],
    topics: [],
    actors: Array.from({ length: actors }, (_, number) =>
      actor(id(number), clusterOf[number] ?? 0),
    ),
    links: list,
  };
}

function actor(id: string, cluster: number): ActorRecord {
  return {
    id,
    name: `Actor ${id} of cluster ${cluster}`,
    kind: "company",
    aliases: [],
    legalIds: [],
    topics: [],
    sourceIds: [SOURCE],
  };
}

function link(source: string, target: string, since: string): LinkRecord {
  return {
    id: `${source}-${target}`,
    source,
    target,
    type: "COLLABORATES_WITH",
    since,
    sourceIds: [SOURCE],
    confidence: "stated",
  };
}
