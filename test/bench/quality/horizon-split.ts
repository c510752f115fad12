/**
 * Horizon 2020 cut in time: what was known on a day as a snapshot, and who worked together for the first time after
 * it. Features see the snapshot only; the truth is asked for apart.
 */
import type { ActorRecord, LinkRecord } from "../../../server/contract/records.ts";
import { at, dateCode, type Snapshot } from "../../../server/snapshot/snapshot.ts";
import { dayNumber } from "../../../server/snapshot/tie-reading.ts";
import { snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { readHorizon } from "../horizon.ts";

export interface Split {
  name: string;
  /** First day that is not known: projects that start before it are. */
  cut: string;
  /** First day after the time that is looked at. */
  end: string;
}

export const SPLITS = {
  v17: { name: "v17", cut: "2017-01-01", end: "2019-01-01" },
  s18: { name: "s18", cut: "2018-01-01", end: "2020-01-01" },
  m19: { name: "m19", cut: "2019-01-01", end: "2022-01-01" },
} as const satisfies Record<string, Split>;

export interface HorizonSplit extends Split {
  snapshot: Snapshot;
  /** The cut in days since 1970: what ages count to. */
  cutDay: number;
  /** Actors with at least three projects that have partners, ascending. */
  core: number[];
  /** Joint projects of an actor known on the day of the cut, as partners. */
  partners(actor: number): Set<number>;
  /** Those who start a joint project in the time that is looked at. */
  laterPartners(actor: number): Set<number>;
}

export interface SplitOptions {
  /**
   * The parts of the programme as public bodies that fund whoever takes part: with the latest grant as date, or
   * undated, which never ages.
   */
  funders?: "dated" | "undated";
  /**
   * One association a country that supports everybody there, without date. Support and funding weigh .3, as all
   * umbrellas of the report did.
   */
  hasCountries?: boolean;
}

const CORE_PROJECTS = 3;

/** Null where the data folder is missing. */
export function readSplit(split: Split, options: SplitOptions = {}): HorizonSplit | null {
  const records = readHorizon();
  if (!records) return null;
  const isKnown = (project: ActorRecord | undefined) =>
    project?.start !== undefined && project.start < split.cut;
  const projects = new Map(
    records.actors.filter(({ kind }) => kind === "project").map((actor) => [actor.id, actor]),
  );
  const participations = records.links.filter(({ type }) => type === "PARTICIPATES_IN");
  const known = participations.filter(({ target }) => isKnown(projects.get(target)));
  const organisations = new Set(known.map(({ source }) => source));
  const memberships = records.links.filter(
    ({ type, source }) => type === "MEMBER_OF" && organisations.has(source),
  );
  const funders = options.funders
    ? fundersOf(known, projects, options.funders === "dated")
    : { actors: [], links: [] };
  const countries = new Set(options.hasCountries ? memberships.map(({ target }) => target) : []);
  const snapshot = snapshotFromRecords({
    topics: records.topics,
    actors: [
      ...records.actors.filter(
        ({ id, kind }) =>
          organisations.has(id) ||
          countries.has(id) ||
          (kind === "project" && isKnown(projects.get(id))),
      ),
      ...funders.actors,
    ],
    links: [
      ...known,
      ...(options.hasCountries ? memberships.map(asSupport) : []),
      ...funders.links,
    ],
  });
  const later = participations.filter(({ target }) => {
    const start = projects.get(target)?.start;
    return start !== undefined && start >= split.cut && start < split.end;
  });
  const before = partnersBy(known, snapshot);
  const after = partnersBy(later, snapshot);
  return {
    ...split,
    snapshot,
    cutDay: dayNumber(dateCode(split.cut)),
    core: coreOf(known, snapshot),
    partners: before,
    laterPartners: after,
  };
}

/** Every part of the programme funds all who take part in it. */
function fundersOf(
  participations: readonly LinkRecord[],
  projects: ReadonlyMap<string, ActorRecord>,
  isDated: boolean,
) {
  const latest = new Map<string, Map<string, string>>();
  for (const { source, target } of participations) {
    const project = projects.get(target);
    for (const part of project?.topics ?? []) {
      const recipients = latest.get(part) ?? new Map<string, string>();
      latest.set(part, recipients);
      const start = project?.start ?? "";
      if (start > (recipients.get(source) ?? "")) recipients.set(source, start);
    }
  }
  const actors = [...latest.keys()].map(
    (part): ActorRecord => ({
      id: funderId(part),
      name: `Programme ${part}`,
      kind: "public_body",
      aliases: [],
      legalIds: [],
      topics: [],
      sourceIds: [],
    }),
  );
  const links = [...latest].flatMap(([part, recipients]) =>
    [...recipients].map(
      ([recipient, since]): LinkRecord => ({
        id: `${funderId(part)}--${recipient}`,
        source: funderId(part),
        target: recipient,
        type: "FUNDS",
        ...(isDated ? { since } : {}),
        sourceIds: [],
        confidence: "public_record",
      }),
    ),
  );
  return { actors, links };
}

const asSupport = (membership: LinkRecord): LinkRecord => ({
  ...membership,
  type: "SUPPORTS",
  source: membership.target,
  target: membership.source,
});

export const funderId = (part: string) => `programme-${part}`;

/** Partners of an actor by its number, among the actors of the snapshot. */
function partnersBy(
  participations: readonly LinkRecord[],
  snapshot: Snapshot,
): (actor: number) => Set<number> {
  const inProject = new Map<string, number[]>();
  const ofActor = new Map<number, string[]>();
  for (const { source, target } of participations) {
    const actor = snapshot.findActor(source);
    if (actor < 0) continue;
    inProject.set(target, [...(inProject.get(target) ?? []), actor]);
    ofActor.set(actor, [...(ofActor.get(actor) ?? []), target]);
  }
  return (actor) => {
    const partners = new Set((ofActor.get(actor) ?? []).flatMap((id) => inProject.get(id) ?? []));
    partners.delete(actor);
    return partners;
  };
}

function coreOf(participations: readonly LinkRecord[], snapshot: Snapshot): number[] {
  const sizes = new Map<string, number>();
  for (const { target } of participations) sizes.set(target, (sizes.get(target) ?? 0) + 1);
  const counts = new Uint32Array(snapshot.actorCount);
  for (const { source, target } of participations) {
    if ((sizes.get(target) ?? 0) < 2) continue;
    const actor = snapshot.findActor(source);
    counts[actor] = at(counts, actor) + 1;
  }
  return [...counts.keys()].filter((actor) => at(counts, actor) >= CORE_PROJECTS);
}
