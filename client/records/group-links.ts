/** Links of one actor, sorted into headings: one for each type and direction, in the order of the vocabulary. */
import type { LinkView } from "../../server/contract/actor.ts";
import { LINK_TYPES, type LinkType } from "../../server/contract/vocabulary.ts";

export interface LinkGroup {
  type: LinkType;
  direction: LinkView["direction"];
  /** In the order of the answer: most certain and newest first. */
  links: LinkView[];
}

export function groupLinks(links: readonly LinkView[]): LinkGroup[] {
  const groups: LinkGroup[] = [];
  for (const type of LINK_TYPES) {
    for (const direction of ["out", "in"] as const) {
      const chosen = links.filter((link) => link.type === type && link.direction === direction);
      if (chosen.length > 0) groups.push({ type, direction, links: chosen });
    }
  }
  return groups;
}
