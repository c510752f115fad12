/**
 * Horizon 2020 with a cluster for each country and topic: everybody of the country who works most on the topic. Its
 * projects get the strata that the seed has: the part of the programme, and how many took part.
 */
import type { ActorRecord } from "../../server/contract/records.ts";
import type { Records } from "./horizon.ts";

export function withCountryTopicGroups(records: Records): Records {
  const projects = new Map(
    records.actors.filter(({ kind }) => kind === "project").map((actor) => [actor.id, actor]),
  );
  const size = new Map<string, number>();
  const topicsOf = new Map<string, Map<string, number>>();
  for (const { type, source, target } of records.links) {
    if (type !== "PARTICIPATES_IN") continue;
    size.set(target, (size.get(target) ?? 0) + 1);
    const counts = topicsOf.get(source) ?? new Map<string, number>();
    topicsOf.set(source, counts);
    for (const topic of projects.get(target)?.topics ?? []) {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  const groups = new Map<string, ActorRecord>();
  const links = records.links.map((link) => {
    if (link.type !== "MEMBER_OF") return link;
    const topic = dominant(topicsOf.get(link.source)) ?? "none";
    const id = `${link.target}-${topic}`;
    if (!groups.has(id)) groups.set(id, group(id));
    return { ...link, id: `${link.source}--${id}`, target: id };
  });
  const others = records.actors.filter(({ kind }) => kind !== "cluster");
  return {
    ...records,
    actors: [
      ...groups.values(),
      ...others.map((actor) =>
        actor.kind === "project"
          ? { ...actor, participants: size.get(actor.id) ?? 1, ...partOf(actor) }
          : actor,
      ),
    ],
    links,
  };
}

/** The most frequent one, ties by name. */
function dominant(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  const order = [...(counts ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return order[0]?.[0];
}

function group(id: string): ActorRecord {
  const sourceIds = ["cordis-h2020"];
  return { id, name: id, kind: "cluster", aliases: [], legalIds: [], topics: [], sourceIds };
}

function partOf({ topics }: ActorRecord): { programmePart?: string } {
  const [first] = topics;
  return first === undefined ? {} : { programmePart: first };
}
