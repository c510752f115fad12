/** Paths as text for an e-mail: who, through what, since when, how strong, and where it is read. Pure. */
import type { ActorRef, ProjectRef } from "../../../server/contract/actor.ts";
import type {
  ConnectResult,
  PathHop,
  PathsResult,
  PathView,
} from "../../../server/contract/paths.ts";
import { formatDecimal, formatList, formatPeriod } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { hopPeriod } from "../../records/hop-words.ts";
import { bullet, linkBetweenLines, paragraphs } from "../../records/text-lines.ts";
import type { Words } from "../../records/words.ts";
import { walkTree } from "./steps.ts";

/** `address` is that of the view and ends the text; `thisYear` says whether something is over. */
export interface TextPlace {
  address: string;
  thisYear: number;
}

/** Projects listed for a step. */
const PROJECTS_LISTED = 5;

/** One path of the result with all evidence; `rank` starts at 1. */
export function pathAsText(
  result: Pick<PathsResult, "from" | "to">,
  path: PathView,
  rank: number,
  words: Words,
  place: TextPlace,
): string {
  const { say, language } = words;
  const name = (actor: ActorRef) => actorName(actor, language);
  const because = pickText(path.because, language)?.text;
  return paragraphs([
    [
      say("paths:text.subject", { from: name(result.from), to: name(result.to) }),
      say("paths:text.head", {
        n: rank,
        steps: say("paths:steps", { count: path.hops.length }),
        effort: formatDecimal(path.cost, language),
      }),
      path.actors.map(name).join(" → "),
      ...(because ? [because] : []),
    ],
    ...path.hops.map((hop) => hopLines(hop, path.actors, words, place)),
    [say("records:linkToPage", { address: place.address })],
  ]);
}

type Tree = NonNullable<ConnectResult["tree"]>;

/** The tree that joins several actors, step by step. */
export function treeAsText(
  tree: Tree,
  joined: readonly string[],
  words: Words,
  place: TextPlace,
): string {
  const { say, language } = words;
  const names = tree.actors
    .filter(({ id }) => joined.includes(id))
    .map((actor) => actorName(actor, language));
  return paragraphs([
    [
      say("paths:text.joined", { names: formatList(names, language) }),
      `${say("paths:steps", { count: tree.hops.length })}, ${say("paths:effort", { effort: formatDecimal(tree.cost, language) })}`,
    ],
    ...walkTree(tree, joined[0] ?? "").map(({ hop, from, to }) =>
      hopLines({ ...hop, from: from.id, to: to.id }, tree.actors, words, place),
    ),
    [say("records:linkToPage", { address: place.address })],
  ]);
}

function hopLines(
  hop: PathHop,
  actors: readonly ActorRef[],
  words: Words,
  { thisYear }: TextPlace,
): string[] {
  const { say, language } = words;
  const name = (id: string) => {
    const actor = actors.find((one) => one.id === id);
    return actor ? actorName(actor, language) : id;
  };
  const reason = pickText(hop.reason, language)?.text ?? "";
  const period = hopPeriod(hop, words, thisYear) ?? say("paths:periodUnknown");
  const { projects, omitted } = hop;
  const left = omitted.projects + Math.max(0, projects.length - PROJECTS_LISTED);
  return [
    say("paths:text.step", { from: name(hop.from), to: name(hop.to) }),
    `${reason} (${period})`,
    ...hop.links.flatMap((link) => linkBetweenLines(link, words)),
    ...(omitted.links > 0 ? [say("paths:leftOutLinks", { count: omitted.links })] : []),
    ...(projects.length > 0 ? [say("paths:text.projects")] : []),
    ...projects.slice(0, PROJECTS_LISTED).map((project) => bullet(projectLine(project, words))),
    ...(left > 0 ? [say("paths:leftOutProjects", { count: left })] : []),
  ];
}

function projectLine(project: ProjectRef, { language }: Words): string {
  return [
    project.acronym,
    project.title,
    project.programme,
    formatPeriod(project.start?.slice(0, 4) ?? null, project.end?.slice(0, 4) ?? null, language),
    project.url,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
