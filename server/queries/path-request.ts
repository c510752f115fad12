/** From the parameters of a question about paths to numbers of the snapshot; what does not fit is refused by name. */
import type { ConnectQuery, PathsQuery } from "../contract/paths.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../contract/vocabulary.ts";
import type { PassedActors, PathRequest, WalkedLinks } from "../snapshot/path-search.ts";
import { row, type Snapshot } from "../snapshot/snapshot.ts";
import { DEFAULT_PARAMETERS, type TieParameters } from "../snapshot/tie-model.ts";
import { InvalidRequest, UnknownActor } from "./context.ts";

const DAY_MS = 86_400_000;
type Constraints = Omit<ConnectQuery, "ids">;
type Wrong = InvalidRequest["errors"][number];

export function pathRequest(snapshot: Snapshot, query: PathsQuery, now: Date): PathRequest {
  const [from, to] = [findActor(snapshot, query.from), findActor(snapshot, query.to)];
  const wrong: Wrong[] = [];
  if (from === to) {
    wrong.push({
      parameter: "to",
      detail: `expected another actor than "from" (got ${JSON.stringify(query.to)} for both)`,
    });
  }
  for (const [parameter, id] of [
    ["from", query.from],
    ["to", query.to],
  ] as const) {
    wrong.push(...unfitEnd(snapshot, parameter, id), ...excludedEnd(query, id));
  }
  const only = query.via === undefined ? null : throughGroup(snapshot, query.via, query, wrong);
  if (wrong.length > 0) throw new InvalidRequest(wrong);
  const ends = query.ends === "members" ? endSets(snapshot, from, to) : { from: [from], to: [to] };
  return {
    ...ends,
    k: query.k,
    mode: query.mode,
    maxHops: query.maxHops,
    parameters: tieParameters(query, now),
    links: walkedLinks(query),
    passed: { ...passedActors(snapshot, query), only },
  };
}

/** Several actors to join, each fit to be an end. */
export function connectEnds(snapshot: Snapshot, query: ConnectQuery): number[] {
  const wrong = query.ids.flatMap((id) => [
    ...unfitEnd(snapshot, "ids", id),
    ...excludedEnd(query, id),
  ]);
  if (wrong.length > 0) throw new InvalidRequest(wrong);
  return query.ids.map((id) => findActor(snapshot, id));
}

/** A project is an occasion, not a place: its participants are. */
function unfitEnd(snapshot: Snapshot, parameter: string, id: string): Wrong[] {
  if (!snapshot.isProject(findActor(snapshot, id))) return [];
  const detail = `expected an actor that is no project, for example one of its participants (got ${JSON.stringify(id)})`;
  return [{ parameter, detail }];
}

function excludedEnd(query: Constraints, id: string): Wrong[] {
  if (!query.notVia?.includes(id)) return [];
  const detail = `expected actors between the ends (got the end ${JSON.stringify(id)})`;
  return [{ parameter: "notVia", detail }];
}

export function findActor(snapshot: Snapshot, id: string): number {
  const actor = snapshot.findActor(id);
  if (actor < 0) throw new UnknownActor(id);
  return actor;
}

/** κ, λ, θ, h and the limit of occasions: the request's, else the table's. Ages count to today. */
export function tieParameters(query: Constraints, now: Date): TieParameters {
  return {
    lambda: query.lambda ?? DEFAULT_PARAMETERS.lambda,
    occasionLimit: query.occasionLimit ?? DEFAULT_PARAMETERS.occasionLimit,
    kappa: query.kappa ?? DEFAULT_PARAMETERS.kappa,
    thetaFunding: query.thetaFunding ?? null,
    projectHalfLifeYears: query.halfLife ?? null,
    today: Math.floor(now.getTime() / DAY_MS),
  };
}

export function walkedLinks(query: Constraints): WalkedLinks {
  const { types } = query;
  return {
    types: types ? Uint8Array.from(LINK_TYPES, (type) => (types.includes(type) ? 1 : 0)) : null,
    year: query.year ?? null,
    confidence: query.confidence ? CONFIDENCES.indexOf(query.confidence) : null,
  };
}

export function passedActors(snapshot: Snapshot, query: Constraints): PassedActors {
  const { notKinds } = query;
  return {
    notKinds: notKinds
      ? Uint8Array.from(ACTOR_KINDS, (kind) => (notKinds.includes(kind) ? 1 : 0))
      : null,
    notVia: (query.notVia ?? []).map((id) => findActor(snapshot, id)),
    only: null,
  };
}

/** The group and its members. */
function throughGroup(
  snapshot: Snapshot,
  via: string,
  query: PathsQuery,
  wrong: Wrong[],
): number[] {
  const actor = findActor(snapshot, via);
  const group = snapshot.groupOf(actor);
  const isExcluded =
    query.notVia?.includes(via) || query.notKinds?.includes(snapshot.actorKind(actor));
  if (group < 0 || isExcluded) {
    const expected = group < 0 ? "the id of a group" : "a group that is not excluded";
    wrong.push({ parameter: "via", detail: `expected ${expected} (got ${JSON.stringify(via)})` });
    return [];
  }
  return extent(snapshot, group);
}

function extent(snapshot: Snapshot, group: number): number[] {
  const { members } = snapshot.data.groups;
  const entries = members.actor.subarray(members.offsets[group], members.offsets[group + 1]);
  return [...new Set([snapshot.groupActor(group), ...entries])];
}

/**
 * A group at an end stands for itself and its members; members of both are on neither side (they are bridges that
 * exist already, and paths may run through them), and an end that is a member of the other stays itself.
 */
function endSets(snapshot: Snapshot, from: number, to: number): { from: number[]; to: number[] } {
  const sideOf = (actor: number, other: number) => {
    const group = snapshot.groupOf(actor);
    if (group < 0 || row(snapshot.data.groups.ofMember, other).includes(group)) return [actor];
    return extent(snapshot, group);
  };
  const [one, two] = [sideOf(from, to), sideOf(to, from)];
  const other = new Set(two);
  const shared = new Set(one.filter((actor) => other.has(actor)));
  const own = (side: number[], end: number) =>
    side.filter((actor) => actor === end || !shared.has(actor));
  return {
    from: own(one, from).filter((actor) => actor !== to),
    to: own(two, to).filter((actor) => actor !== from),
  };
}
