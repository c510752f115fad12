/** One group: members, bridges to other groups, links inside and outside, and who carries them. */
import type { GroupResult } from "../contract/explore.ts";
import { OVERVIEW_KINDS } from "../contract/vocabulary.ts";
import { u8, u32 } from "../snapshot/cells.ts";
import { type Carrier, findGroupTies, type GroupTie } from "../snapshot/group-ties.ts";
import { linkRoles, MEMBERSHIP, PARTICIPATION } from "../snapshot/link-roles.ts";
import { memberPositions } from "../snapshot/member-positions.ts";
import { type MembershipEntry, membersOf } from "../snapshot/memberships.ts";
import { forEachProject } from "../snapshot/projects.ts";
import { rankActors } from "../snapshot/ranking.ts";
import type { Selection } from "../snapshot/selection.ts";
import { row, type Snapshot } from "../snapshot/snapshot.ts";
import { breathe } from "./breathe.ts";
import { InvalidRequest, type Query, UnknownActor } from "./context.ts";
import { actorFacts, byCertaintyAndAge, linkBetween, loadDetails } from "./hydrate.ts";
import { actorRef, actorSummary, countsByType, membershipReason } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_CARRIERS = 1_000;

export const group: Query<"group"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { id, limit, ...filters } = query;
  const subject = findGroup(snapshot, id);
  const actor = snapshot.groupActor(subject);
  const { selection } = await selectBy(context, filters, signal);
  const entries = membersOf(snapshot, selection, subject);
  const members = rankMembers(snapshot, selection, entries);
  const isMember = new Uint8Array(snapshot.actorCount);
  for (const member of members) isMember[member] = 1;
  await breathe(signal);
  const { ties, carriers } = findGroupTies(snapshot, selection, subject);
  await breathe(signal);
  const bridges = bridgesOf(snapshot, carriers, actor);
  const outside = ties.sort(strongestTie);
  const carrying = carriers.filter((each) => isDrawn(snapshot, each)).sort(strongestCarrier);
  await breathe(signal);
  const { own, inside } = linksOf(snapshot, selection, actor, isMember);
  const shown = { own: own.slice(0, limit), inside: inside.slice(0, limit) };
  const details = await loadDetails(
    context,
    { actors: [actor], links: [...shown.own, ...shown.inside] },
    signal,
  );
  const rest = (list: { length: number }, bound = limit) => Math.max(0, list.length - bound);
  return {
    revision: snapshot.revision,
    group: actorFacts(snapshot, details, actor),
    parents: Array.from(row(snapshot.data.groups.ancestors, subject), (other) =>
      actorRef(snapshot, snapshot.groupActor(other)),
    ),
    nested: nestedIn(snapshot, subject),
    members: describeMembers(snapshot, subject, members.slice(0, limit), entries),
    bridges: bridges.slice(0, limit),
    own: shown.own.map((link) => linkBetween(snapshot, details, link)),
    inside: shown.inside.map((link) => linkBetween(snapshot, details, link)),
    outside: outside.slice(0, limit).map((tie) => ({
      group: actorRef(snapshot, snapshot.groupActor(tie.group)),
      links: tie.links,
      projects: tie.projects,
      bridges: tie.bridges,
      types: countsByType((type) => u32(tie.byType, type)),
    })),
    carriers: carrying.slice(0, MAX_CARRIERS).map((carrier) => ({
      actor: snapshot.actorId(carrier.actor),
      group: snapshot.actorId(snapshot.groupActor(carrier.group)),
      links: carrier.links,
      projects: carrier.projects,
      bridge: carrier.bridge,
    })),
    projects: countJointProjects(snapshot, selection, isMember),
    omitted: {
      members: rest(members),
      bridges: rest(bridges),
      own: rest(own),
      inside: rest(inside),
      outside: rest(outside),
      carriers: rest(carrying, MAX_CARRIERS),
    },
  };
};

function findGroup(snapshot: Snapshot, id: string): number {
  const actor = snapshot.findActor(id);
  if (actor < 0) throw new UnknownActor(id);
  const found = snapshot.groupOf(actor);
  if (found >= 0) return found;
  const detail = `expected the id of a group (got ${JSON.stringify(id)}, which is of kind ${snapshot.actorKind(actor)})`;
  throw new InvalidRequest([{ parameter: "id", detail }]);
}

/** Members that pass, best connected first. */
function rankMembers(
  snapshot: Snapshot,
  selection: Selection,
  entries: ReadonlyMap<number, MembershipEntry>,
): number[] {
  const { degree, projects } = rankActors(snapshot, selection);
  return [...entries.keys()]
    .filter((actor) => selection.actors[actor] === 1)
    .sort(
      (a, b) => u32(degree, b) - u32(degree, a) || u32(projects, b) - u32(projects, a) || a - b,
    );
}

function describeMembers(
  snapshot: Snapshot,
  subject: number,
  shown: readonly number[],
  entries: ReadonlyMap<number, MembershipEntry>,
): GroupResult["members"] {
  const positions = memberPositions(snapshot, subject);
  return shown.flatMap((actor) => {
    const entry = entries.get(actor);
    const position = positions.at.get(actor);
    if (!entry || !position) return [];
    return {
      ...actorSummary(snapshot, actor),
      ...membershipReason(snapshot, entry),
      x: position.x,
      y: position.y,
    };
  });
}

function nestedIn(snapshot: Snapshot, subject: number): GroupResult["nested"] {
  const { ancestors, count } = snapshot.data.groups;
  return Array.from({ length: count }, (_, other) => other)
    .filter((other) => row(ancestors, other).includes(subject))
    .map((other) => actorRef(snapshot, snapshot.groupActor(other)));
}

/** Members that carry a bridge, those of most groups first. */
function bridgesOf(
  snapshot: Snapshot,
  carriers: readonly Carrier[],
  subject: number,
): GroupResult["bridges"] {
  const groups = new Map<number, number[]>();
  for (const { actor, group: other, bridge } of carriers) {
    if (!bridge || actor === subject || snapshot.groupActor(other) === actor) continue;
    groups.set(actor, [...(groups.get(actor) ?? []), other]);
  }
  return [...groups]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a - b)
    .map(([actor, others]) => ({
      actor: actorRef(snapshot, actor),
      groups: others
        .sort((a, b) => a - b)
        .map((other) => actorRef(snapshot, snapshot.groupActor(other))),
    }));
}

/** Links of the group itself and links between members; memberships and participations are neither. */
function linksOf(
  snapshot: Snapshot,
  selection: Selection,
  subject: number,
  isMember: Uint8Array,
): { own: number[]; inside: number[] } {
  const { source, target } = snapshot.data.links;
  const roles = linkRoles(snapshot);
  const isShown = (link: number) =>
    selection.links[link] === 1 && (u8(roles, link) & (MEMBERSHIP | PARTICIPATION)) === 0;
  const inside: number[] = [];
  isMember.forEach((member, actor) => {
    if (member !== 1) return;
    for (const link of snapshot.linksOf(actor)) {
      const isBetweenMembers = source[link] === actor && isMember[u32(target, link)] === 1;
      if (isBetweenMembers && isShown(link)) inside.push(link);
    }
  });
  const order = byCertaintyAndAge(snapshot);
  return {
    own: [...snapshot.linksOf(subject)].filter(isShown).sort(order),
    inside: inside.sort(order),
  };
}

function countJointProjects(
  snapshot: Snapshot,
  selection: Selection,
  isMember: Uint8Array,
): number {
  let joint = 0;
  forEachProject(snapshot, selection, (participants, count) => {
    let members = 0;
    for (let i = 0; i < count; i += 1) members += u8(isMember, u32(participants, i));
    if (members > 1) joint += 1;
  });
  return joint;
}

function isDrawn(snapshot: Snapshot, carrier: Carrier): boolean {
  const kind = snapshot.actorKind(snapshot.groupActor(carrier.group));
  return OVERVIEW_KINDS.some((drawn) => drawn === kind);
}

function strongestTie(a: GroupTie, b: GroupTie): number {
  const strength = (tie: GroupTie) => tie.links + tie.projects + tie.bridges;
  return strength(b) - strength(a) || a.group - b.group;
}

function strongestCarrier(a: Carrier, b: Carrier): number {
  const strength = (carrier: Carrier) => carrier.links + carrier.projects + Number(carrier.bridge);
  return strength(b) - strength(a) || a.actor - b.actor || a.group - b.group;
}
