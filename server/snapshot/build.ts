/**
 * Builds a snapshot from raw rows. Every value is checked: what does not fit the model is left out and listed
 * with its id and the reason. Pure and deterministic: the order of the rows makes no difference.
 */
import { buildActors } from "./build-actors.ts";
import { layoutFor } from "./build-layout.ts";
import { buildLinks, incidenceOf } from "./build-links.ts";
import { type GraphRows, type Rejection, ValueChecks } from "./build-rows.ts";
import { buildTopics } from "./build-topics.ts";
import { compareTexts } from "./columns.ts";
import { deriveGroups } from "./groups.ts";
import type { SnapshotData, StringColumn } from "./snapshot.ts";

export interface BuildMeta {
  revision: number;
  /** Number of sources in the store. */
  sources: number;
}

/** A snapshot with what only the search needs beside it. */
export interface Build {
  data: SnapshotData;
  /** All aliases of each actor, one a line. */
  aliases: StringColumn;
}

const MAX_REJECTED_LISTED = 100;

export function buildSnapshot(rows: GraphRows, meta: BuildMeta): SnapshotData {
  return buildWithAliases(rows, meta).data;
}

/** @param previous the snapshot before, whose layout is kept where it still holds */
export function buildWithAliases(rows: GraphRows, meta: BuildMeta, previous?: SnapshotData): Build {
  const rejected: Rejection[] = [];
  const checks = new ValueChecks(rejected);
  const topics = buildTopics(rows.topics, checks);
  const table = buildActors(rows.actors, topics, checks);
  const links = buildLinks(rows.links, table.numberOf, checks);
  const input = {
    revision: meta.revision,
    sources: meta.sources,
    cities: table.cities,
    states: table.states,
    countries: table.countries,
    programmes: table.programmes,
    programmeParts: table.programmeParts,
    topics: topics.entries,
    actors: table.actors,
    links,
    incidence: incidenceOf(table.actors.count, links),
    groups: deriveGroups(table.actors.kind, links),
    rejected: firstOf(rejected),
    rejectedTotal: rejected.length,
  };
  const { x, y, radius } = layoutFor(input, previous);
  return {
    data: {
      ...input,
      actors: { ...input.actors, x, y },
      groups: { ...input.groups, radius },
    },
    aliases: table.aliases,
  };
}

function firstOf(rejected: Rejection[]): Rejection[] {
  return rejected
    .sort((a, b) => compareTexts(a.id, b.id) || compareTexts(a.reason, b.reason))
    .slice(0, MAX_REJECTED_LISTED);
}
