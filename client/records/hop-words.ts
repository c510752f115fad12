/** One step of a path in words: what it rests on, since when, how strong. */
import type { PathHop } from "../../server/contract/paths.ts";
import type { LinkType } from "../../server/contract/vocabulary.ts";
import type { Words } from "./words.ts";

/** The service's own words for a tie: a fresh partnership of two is 1, a joint project of five partners .25. */
export const STRENGTHS = ["loose", "medium", "strong"] as const;
export type StrengthLevel = (typeof STRENGTHS)[number];

/** `null` on one side of a circle that gathers many: there the size of the circle is what counts. */
export function strengthLevel({ strength }: Pick<PathHop, "strength">): StrengthLevel | null {
  if (strength === null) return null;
  if (strength >= 0.5) return "strong";
  return strength >= 0.1 ? "medium" : "loose";
}

/** „stark“ or „Kreis von 10“. */
export function strengthWords(hop: PathHop, { say }: Words): string {
  const level = strengthLevel(hop);
  return level === null
    ? say("records:hop.circle", { count: hop.umbrella?.gathers ?? 0 })
    : say(`records:hop.strength.${level}`);
}

/** „Partnerschaft“, “partnership”: inside a sentence English nouns are small. */
export function typeNoun(type: LinkType, count: number, { say, language }: Words): string {
  const noun = say(`vocabulary:type.${type}.noun`, { count });
  return language === "en" ? noun.toLowerCase() : noun;
}

export function projectCount({ projects, omitted }: Pick<PathHop, "projects" | "omitted">): number {
  return projects.length + omitted.projects;
}

/** Types of the direct links, each once, and PARTICIPATES_IN where joint projects carry the step. */
export function hopTypes(hop: Pick<PathHop, "links" | "projects" | "omitted">): LinkType[] {
  const types = hop.links.map((link) => link.type);
  return [...new Set([...types, ...(projectCount(hop) > 0 ? ["PARTICIPATES_IN" as const] : [])])];
}

/** Short enough to stand on a line of the picture: „3 Projekte“, „Partnerschaft“, „52 Projekte + 2 Verbindungen“. */
export function hopText(
  hop: Pick<PathHop, "links" | "projects" | "omitted">,
  { say }: Words,
): string {
  const projects = projectCount(hop);
  const links = hop.links.length + hop.omitted.links;
  const [first, ...others] = new Set(hop.links.map((link) => link.type));
  const parts: string[] = [];
  if (projects > 0) parts.push(say("records:hop.projects", { count: projects }));
  if (links > 0 && first !== undefined) {
    parts.push(
      others.length === 0 && projects === 0
        ? say(`vocabulary:type.${first}.noun`, { count: 1 })
        : say("common:count.links", { count: links }),
    );
  }
  return parts.join(" + ");
}

/** „seit 2017“ while something goes on, `2016–2020` when all of it is over; `null` when no date is known. */
export function hopPeriod(
  { links, projects }: Pick<PathHop, "links" | "projects">,
  { say }: Words,
  thisYear: number,
): string | null {
  const spans = [
    ...links.map(({ since, until }) => [yearOf(since), yearOf(until)] as const),
    ...projects.map(({ start, end }) => [yearOf(start), yearOf(end)] as const),
  ];
  const starts = spans.flatMap(([start]) => start ?? []);
  const ends = spans.map(([, end]) => end);
  const isOver = ends.length > 0 && ends.every((end) => end !== null && end < thisYear);
  const last = Math.max(...ends.map((end) => end ?? 0));
  if (starts.length === 0) return isOver ? say("records:hop.until", { year: last }) : null;
  const first = Math.min(...starts);
  if (!isOver) return say("records:hop.since", { year: first });
  return first === last ? String(first) : `${first}–${last}`;
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
