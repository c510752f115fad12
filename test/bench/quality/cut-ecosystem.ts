/**
 * An ecosystem as it was known on a day, and what happened later, apart from each other: whatever computes a score
 * gets the snapshot, only the measures get the later projects. Actors are those with a partner; their projects without
 * one tell about their topics.
 */
import type { ActorRecord, LinkRecord, TopicRecord } from "../../../server/contract/records.ts";
import { u32 } from "../../../server/snapshot/cells.ts";
import { rowsFrom } from "../../../server/snapshot/columns.ts";
import {
  type OpportunityColumns,
  opportunityColumns,
} from "../../../server/snapshot/opportunity-columns.ts";
import type { Rows, Snapshot } from "../../../server/snapshot/snapshot.ts";
import { row } from "../../../server/snapshot/snapshot.ts";
import { snapshotFromRecords } from "../../fixtures/graph-text.ts";
import { placeOfCountry } from "./country-places.ts";
import type { Split } from "./horizon-split.ts";

export interface EcosystemRecords {
  topics: TopicRecord[];
  actors: ActorRecord[];
  links: LinkRecord[];
}

export interface CutEcosystem extends Split {
  snapshot: Snapshot;
  /** Of the snapshot, made by the product. */
  columns: OpportunityColumns;
  /** Actors with at least three projects that have partners (two where that leaves few), ascending. */
  core: Uint32Array;
  /** By actor. */
  country: string[];
  later: LaterProjects;
  records: EcosystemRecords;
}

/** Projects with partners that start in the time that is looked at. */
export interface LaterProjects {
  /** Row p: participants that were known before, ascending. */
  participants: Rows;
  records: ActorRecord[];
  links: LinkRecord[];
}

const CORE_PROJECTS = 3;
/** Where fewer are that active, two projects are enough. */
const SMALL_CORE = 200;

/** `countries`: only what organisations of these do among themselves, as a regional explorer sees it. */
export function cutEcosystem(
  records: EcosystemRecords,
  split: Split,
  countries?: readonly string[],
): CutEcosystem {
  const actors = new Map(records.actors.map((actor) => [actor.id, actor]));
  const inProject = new Map<string, LinkRecord[]>();
  for (const link of records.links) {
    const isSeen = !countries || countries.includes(actors.get(link.source)?.country ?? "");
    if (link.type !== "PARTICIPATES_IN" || !isSeen) continue;
    const list = inProject.get(link.target);
    if (list) list.push(link);
    else inProject.set(link.target, [link]);
  }
  const linksOf = ({ id }: ActorRecord) => inProject.get(id) ?? [];
  const started = (from: string, to: string) =>
    records.actors.filter(
      ({ kind, start }) => kind === "project" && start !== undefined && start >= from && start < to,
    );
  const isJoint = (project: ActorRecord) => linksOf(project).length >= 2;
  const known = started("", split.cut);
  const organisations = new Set(
    known.filter(isJoint).flatMap((project) => linksOf(project).map(({ source }) => source)),
  );
  const projects = known.filter((project) =>
    linksOf(project).some(({ source }) => organisations.has(source)),
  );
  const seen: EcosystemRecords = {
    topics: records.topics,
    actors: [
      ...records.actors.filter(({ id }) => organisations.has(id)).map(asParticipant),
      ...projects.map((project) => withPlace(project, linksOf(project))),
    ],
    links: projects.flatMap(linksOf),
  };
  const snapshot = snapshotFromRecords(seen);
  const columns = opportunityColumns(snapshot, []);
  const later = started(split.cut, split.end)
    .filter(isJoint)
    .map((project) => withPlace(project, linksOf(project)));
  return {
    ...split,
    snapshot,
    columns,
    core: coreOf(columns),
    country: Array.from(
      { length: snapshot.actorCount },
      (_, actor) => actors.get(snapshot.actorId(actor))?.country ?? "",
    ),
    later: {
      participants: rowsFrom(
        later.map((project) =>
          linksOf(project)
            .map(({ source }) => snapshot.findActor(source))
            .filter((actor) => actor >= 0)
            .sort((a, b) => a - b),
        ),
      ),
      records: later,
      links: later.flatMap(linksOf),
    },
    records: seen,
  };
}

/** A project with its part of the programme and its size, as imports give them. */
function withPlace(project: ActorRecord, { length }: readonly LinkRecord[]): ActorRecord {
  const [part] = project.topics;
  return { ...project, participants: length, ...(part ? { programmePart: part } : {}) };
}

/**
 * Whoever takes part in a project does a part of its work, "other" bodies and public ones too: here they are read as
 * partners like all others and not as umbrellas. Without coordinates of its own an actor stands in the middle of its
 * country.
 */
function asParticipant(actor: ActorRecord): ActorRecord {
  const isUmbrella = actor.kind === "association" || actor.kind === "public_body";
  const place = actor.lat === undefined ? placeOfCountry(actor.country) : null;
  return { ...actor, ...(isUmbrella ? { kind: "competence_centre" } : {}), ...place };
}

function coreOf({ occasions, ofActor }: OpportunityColumns): Uint32Array {
  const joint = Uint32Array.from(
    { length: occasions.actorCount },
    (_, actor) =>
      row(ofActor, actor).filter((p) => row(occasions.participants, p).length > 1).length,
  );
  const withAtLeast = (least: number) =>
    Uint32Array.from(joint.keys()).filter((actor) => u32(joint, actor) >= least);
  const core = withAtLeast(CORE_PROJECTS);
  return core.length < SMALL_CORE ? withAtLeast(CORE_PROJECTS - 1) : core;
}
