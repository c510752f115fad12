/** Fetches what an answer shows beyond the columns: descriptions, notes and evidence, in batches by id. */
import type { ActorFacts, Evidence, LinkBetween, LinkView } from "../contract/actor.ts";
import type { ActorRecord, LinkRecord, SourceRecord } from "../contract/records.ts";
import { f64, u8, u32 } from "../snapshot/cells.ts";
import { linkRoles, PARTICIPATION } from "../snapshot/link-roles.ts";
import { dateText, row, type Snapshot } from "../snapshot/snapshot.ts";
import type { Context } from "./context.ts";
import { actorRef, actorSummary, linkDates, topicName } from "./refs.ts";

/**
 * Records of the asked actors and links. One that the store no longer has, because it changed after the
 * snapshot, is answered from the columns: an answer belongs to the snapshot's revision.
 */
export interface Details {
  actor(actor: number): ActorRecord | undefined;
  link(link: number): LinkRecord | undefined;
  source(id: string): SourceRecord | undefined;
}

export async function loadDetails(
  { snapshot, store }: Context,
  wanted: { actors: readonly number[]; links: readonly number[] },
  signal: AbortSignal,
): Promise<Details> {
  const [actors, links] = await Promise.all([
    load(
      wanted.actors.map((actor) => snapshot.actorId(actor)),
      (ids) => store.actors(ids, signal),
    ),
    load(
      wanted.links.map((link) => snapshot.linkId(link)),
      (ids) => store.links(ids, signal),
    ),
  ]);
  signal.throwIfAborted();
  const sourceIds = [...actors.values(), ...links.values()].flatMap(({ sourceIds: ids }) => ids);
  const sources = await load(sourceIds, (ids) => store.sources(ids, signal));
  signal.throwIfAborted();
  return {
    actor: (actor) => actors.get(snapshot.actorId(actor)),
    link: (link) => links.get(snapshot.linkId(link)),
    source: (id) => sources.get(id),
  };
}

async function load<T extends { id: string }>(
  ids: readonly string[],
  fetch: (ids: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const distinct = [...new Set(ids)];
  const records = distinct.length === 0 ? [] : await fetch(distinct);
  return new Map(records.map((record) => [record.id, record]));
}

export function evidenceOf(
  details: Pick<Details, "source">,
  sourceIds: readonly string[],
): Evidence[] {
  return sourceIds.flatMap((id) => {
    const source = details.source(id);
    if (!source) return [];
    return {
      id,
      title: source.title,
      publisher: source.publisher ?? null,
      url: source.url ?? null,
      date: source.date ?? null,
      retrieved: source.retrieved ?? null,
    };
  });
}

type LinkFacts = Omit<LinkView, "direction" | "other">;

function linkFacts(snapshot: Snapshot, details: Details, link: number): LinkFacts {
  const record = details.link(link);
  const sources = evidenceOf(details, record?.sourceIds ?? []);
  return {
    id: snapshot.linkId(link),
    type: snapshot.linkType(link),
    ...linkDates(snapshot, link),
    confidence: snapshot.linkConfidence(link),
    note: { de: record?.noteDe ?? null, en: record?.noteEn ?? null },
    role: record?.role ?? null,
    sources: withProjectPage(snapshot, details, link, sources),
  };
}

/** A participation is read on the project's own page, which the database of projects as a whole does not show. */
function withProjectPage(
  snapshot: Snapshot,
  details: Details,
  link: number,
  sources: Evidence[],
): Evidence[] {
  if ((u8(linkRoles(snapshot), link) & PARTICIPATION) === 0) return sources;
  const page = details.actor(u32(snapshot.data.links.target, link))?.website;
  return page ? sources.map((source) => ({ ...source, url: page })) : sources;
}

export function linkView(
  snapshot: Snapshot,
  details: Details,
  link: number,
  actor: number,
): LinkView {
  return {
    ...linkFacts(snapshot, details, link),
    direction: snapshot.data.links.source[link] === actor ? "out" : "in",
    other: actorRef(snapshot, snapshot.otherEnd(link, actor)),
  };
}

export function linkBetween(snapshot: Snapshot, details: Details, link: number): LinkBetween {
  const { source, target } = snapshot.data.links;
  return {
    ...linkFacts(snapshot, details, link),
    from: actorRef(snapshot, u32(source, link)),
    to: actorRef(snapshot, u32(target, link)),
  };
}

export function actorFacts(snapshot: Snapshot, details: Details, actor: number): ActorFacts {
  const record = details.actor(actor);
  const { actors, countries } = snapshot.data;
  return {
    ...actorSummary(snapshot, actor),
    aliases: record?.aliases ?? [],
    country: countries[u32(actors.country, actor)] || null,
    lat: known(f64(actors.lat, actor)),
    lon: known(f64(actors.lon, actor)),
    founded: record?.founded ?? null,
    website: record?.website ?? null,
    legalIds: record?.legalIds ?? [],
    topics: Array.from(row(actors.topics, actor), (topic) => topicName(snapshot, topic)),
    description: { de: record?.descriptionDe ?? null, en: record?.descriptionEn ?? null },
    sources: evidenceOf(details, record?.sourceIds ?? []),
    start: dateText(u32(actors.start, actor)),
    end: dateText(u32(actors.end, actor)),
    programme: record?.programme ?? null,
  };
}

function known(degrees: number): number | null {
  return Number.isNaN(degrees) ? null : degrees;
}

/** Most certain first, then newest, then by id; links of unknown date last. */
export function byCertaintyAndAge(snapshot: Snapshot): (a: number, b: number) => number {
  const { confidence, since } = snapshot.data.links;
  return (a, b) => u8(confidence, a) - u8(confidence, b) || u32(since, b) - u32(since, a) || a - b;
}
