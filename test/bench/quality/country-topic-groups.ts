/**
 * Groups for ecosystems that come without: everybody of one country who works most on one topic, from five members on.
 * They stand for cluster organisations.
 */
import { rowsFrom } from "../../../server/snapshot/columns.ts";
import type { Rows } from "../../../server/snapshot/snapshot.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";
import { dominantTopics } from "./dominant-topics.ts";

const LEAST_MEMBERS = 5;

export interface CountryTopicGroups {
  names: string[];
  /** Row g: members by their number in the ecosystem, ascending. */
  members: Rows;
}

export function countryTopicGroups({
  columns,
  country,
  snapshot,
}: CutEcosystem): CountryTopicGroups {
  const topic = dominantTopics(columns);
  const groups = new Map<string, number[]>();
  country.forEach((code, actor) => {
    if (snapshot.isProject(actor)) return;
    const name = `${code}-${topic[actor]}`;
    const members = groups.get(name);
    if (members) members.push(actor);
    else groups.set(name, [actor]);
  });
  const large = [...groups].filter(([, members]) => members.length >= LEAST_MEMBERS);
  return {
    names: large.map(([name]) => name),
    members: rowsFrom(large.map(([, members]) => members)),
  };
}
