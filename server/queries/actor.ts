/** One actor: facts, groups, links with their evidence, and the partners of its projects. */
import type { ActorPage } from "../contract/actor.ts";
import { u8 } from "../snapshot/cells.ts";
import { linkRoles, PARTICIPATION } from "../snapshot/link-roles.ts";
import { findMembership } from "../snapshot/memberships.ts";
import { participantsOf, projectsOf } from "../snapshot/projects.ts";
import { selectAll } from "../snapshot/selection.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { type Query, UnknownActor } from "./context.ts";
import { actorFacts, byCertaintyAndAge, linkView, loadDetails } from "./hydrate.ts";
import { actorRef, membershipOf } from "./refs.ts";

const MAX_LINKS = 500;
const MAX_PARTNERS = 50;

export const actor: Query<"actor"> = async (context, query, signal) => {
  const { snapshot } = context;
  const subject = snapshot.findActor(query.id);
  if (subject < 0) throw new UnknownActor(query.id);
  const links = linksToShow(snapshot, subject);
  const shown = links.slice(0, MAX_LINKS);
  const details = await loadDetails(context, { actors: [subject], links: shown }, signal);
  return {
    revision: snapshot.revision,
    actor: actorFacts(snapshot, details, subject),
    groups: groupsOf(snapshot, subject),
    links: shown.map((link) => linkView(snapshot, details, link, subject)),
    projects: projectPartners(snapshot, subject),
    omitted: links.length - shown.length,
  };
};

/** Participations are counted as projects instead, except on a project's own page: there they are its participants. */
function linksToShow(snapshot: Snapshot, subject: number): number[] {
  const roles = linkRoles(snapshot);
  return [...snapshot.linksOf(subject)]
    .filter((link) => snapshot.isProject(subject) || (u8(roles, link) & PARTICIPATION) === 0)
    .sort(byCertaintyAndAge(snapshot));
}

/** Direct groups first, then by kind, then by id. */
function groupsOf(snapshot: Snapshot, subject: number): ActorPage["groups"] {
  const { kind } = snapshot.data.actors;
  const kindOf = (group: number) => u8(kind, snapshot.groupActor(group));
  return Array.from(snapshot.groupsOf(subject))
    .flatMap((group) => findMembership(snapshot, selectAll(snapshot), subject, group) ?? [])
    .sort(
      (a, b) =>
        Number(a.via >= 0) - Number(b.via >= 0) ||
        kindOf(a.group) - kindOf(b.group) ||
        a.group - b.group,
    )
    .map((entry) => membershipOf(snapshot, entry));
}

function projectPartners(snapshot: Snapshot, subject: number): ActorPage["projects"] {
  const selection = selectAll(snapshot);
  const projects = projectsOf(snapshot, selection, subject);
  const joint = new Map<number, number>();
  for (const project of projects) {
    for (const other of participantsOf(snapshot, selection, project)) {
      if (other !== subject) joint.set(other, (joint.get(other) ?? 0) + 1);
    }
  }
  const ranked = [...joint].sort(([a, most], [b, more]) => more - most || a - b);
  const partners = ranked.slice(0, MAX_PARTNERS);
  return {
    total: projects.length,
    partners: partners.map(([other, count]) => ({
      other: actorRef(snapshot, other),
      projects: count,
    })),
    omittedPartners: ranked.length - partners.length,
  };
}
