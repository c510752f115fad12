/** What links two groups (or actors): links, joint projects and bridges, each with its evidence. */
import { type Between, findBetween } from "../snapshot/between.ts";
import { u8, u32 } from "../snapshot/cells.ts";
import { linkRoles, PARTICIPATION } from "../snapshot/link-roles.ts";
import { findMembership } from "../snapshot/memberships.ts";
import type { Selection } from "../snapshot/selection.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { InvalidRequest, type Query, UnknownActor } from "./context.ts";
import { byCertaintyAndAge, linkBetween, loadDetails } from "./hydrate.ts";
import { projectRef } from "./project-ref.ts";
import { actorSummary, membershipOf } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

export const crossLinks: Query<"crossLinks"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { a: idA, b: idB, limit, ...filters } = query;
  const a = findOne(snapshot, idA);
  const b = findOne(snapshot, idB);
  if (a === b) {
    const detail = `expected another actor than a (got ${JSON.stringify(idB)} for both)`;
    throw new InvalidRequest([{ parameter: "b", detail }]);
  }
  const { selection } = await selectBy(context, filters, signal);
  const between = findBetween(snapshot, selection, a, b);
  const links = between.links.sort(byCertaintyAndAge(snapshot)).slice(0, limit);
  const projects = between.projects.sort(newestFirst(snapshot)).slice(0, limit);
  const bridges = between.bridges.slice(0, limit);
  const participations = new Map(
    projects.map((each) => [each.project, participationsOf(snapshot, selection, each)]),
  );
  const details = await loadDetails(
    context,
    {
      actors: projects.map(({ project }) => project),
      links: [...links, ...[...participations.values()].flat()],
    },
    signal,
  );
  const groupA = snapshot.groupOf(a);
  const groupB = snapshot.groupOf(b);
  const reason = (actor: number, group: number) => {
    const entry = group < 0 ? undefined : findMembership(snapshot, selection, actor, group);
    return entry ? membershipOf(snapshot, entry) : null;
  };
  const counts = {
    links: between.links.length,
    projects: between.projects.length,
    bridges: between.bridges.length,
  };
  return {
    revision: snapshot.revision,
    a: actorSummary(snapshot, a),
    b: actorSummary(snapshot, b),
    structure: groupA < 0 || groupB < 0 ? null : snapshot.structure(groupA, groupB),
    links: links.map((link) => linkBetween(snapshot, details, link)),
    projects: projects.map(({ project }) =>
      projectRef(snapshot, details, project, participations.get(project) ?? []),
    ),
    bridges: bridges.map((actor) => ({
      ...actorSummary(snapshot, actor),
      inA: reason(actor, groupA),
      inB: reason(actor, groupB),
    })),
    counts,
    omitted: {
      links: counts.links - links.length,
      projects: counts.projects - projects.length,
      bridges: counts.bridges - bridges.length,
    },
  };
};

function findOne(snapshot: Snapshot, id: string): number {
  const actor = snapshot.findActor(id);
  if (actor < 0) throw new UnknownActor(id);
  return actor;
}

function newestFirst(
  snapshot: Snapshot,
): (one: { project: number }, two: { project: number }) => number {
  const { start } = snapshot.data.actors;
  return (one, two) =>
    u32(start, two.project) - u32(start, one.project) || one.project - two.project;
}

/** The links by which the looked-at actors take part in a project. */
function participationsOf(
  snapshot: Snapshot,
  selection: Selection,
  { project, participants }: Between["projects"][number],
): number[] {
  const roles = linkRoles(snapshot);
  return [...snapshot.linksOf(project)].filter(
    (link) =>
      (u8(roles, link) & PARTICIPATION) !== 0 &&
      selection.participations[link] === 1 &&
      snapshot.data.links.target[link] === project &&
      participants.includes(snapshot.otherEnd(link, project)),
  );
}
