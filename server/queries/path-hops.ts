/** A hop as it is shown: the links and joint projects that it rests on, each with its evidence. */
import type { PathHop } from "../contract/paths.ts";
import { u32 } from "../snapshot/cells.ts";
import type { HopEvidence } from "../snapshot/path-search.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Context } from "./context.ts";
import { byCertaintyAndAge, type Details, linkBetween, loadDetails } from "./hydrate.ts";
import { hopReason } from "./path-words.ts";
import { projectRef } from "./project-ref.ts";
import { actorRef } from "./refs.ts";

/** Links and projects shown of a hop; the number of others is said. */
const MOST_SHOWN = 20;

export function loadHops(
  context: Context,
  hops: readonly HopEvidence[],
  signal: AbortSignal,
): Promise<Details> {
  const { snapshot } = context;
  return loadDetails(
    context,
    {
      actors: hops.flatMap((hop) => shownProjects(snapshot, hop)),
      links: hops.flatMap((hop) => [
        ...shownLinks(snapshot, hop),
        ...shownProjects(snapshot, hop).flatMap((project) =>
          participations(snapshot, hop, project),
        ),
      ]),
    },
    signal,
  );
}

export function pathHop(snapshot: Snapshot, details: Details, hop: HopEvidence): PathHop {
  const links = shownLinks(snapshot, hop);
  const projects = shownProjects(snapshot, hop);
  return {
    from: snapshot.actorId(hop.from),
    to: snapshot.actorId(hop.to),
    cost: hop.cost,
    strength: hop.strength > 0 ? hop.strength : null,
    umbrella: hop.stop < 0 ? null : { ...actorRef(snapshot, hop.stop), gathers: hop.gathers },
    reason: hopReason(snapshot, hop),
    links: links.map((link) => linkBetween(snapshot, details, link)),
    projects: projects.map((project) =>
      projectRef(snapshot, details, project, participations(snapshot, hop, project)),
    ),
    omitted: {
      links: hop.links.length - links.length,
      projects: hop.projects.length - projects.length,
    },
  };
}

function shownLinks(snapshot: Snapshot, hop: HopEvidence): number[] {
  return [...hop.links].sort(byCertaintyAndAge(snapshot)).slice(0, MOST_SHOWN);
}

function shownProjects(snapshot: Snapshot, { projects }: HopEvidence): number[] {
  const { start } = snapshot.data.actors;
  return [...new Set(projects)]
    .sort((a, b) => u32(start, b) - u32(start, a) || a - b)
    .slice(0, MOST_SHOWN);
}

/** The links by which the two share a project. */
function participations(snapshot: Snapshot, { from, to }: HopEvidence, project: number): number[] {
  return [...snapshot.linksOf(project)].filter((link) => {
    const other = snapshot.otherEnd(link, project);
    return other === from || other === to;
  });
}
