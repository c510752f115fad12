/** The package that this page has, if it has one: read with a check, and what there is to say about it. */
import {
  type OfflinePackage,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
} from "../../server/contract/offline-words.ts";

export interface PackageFacts {
  /** ISO 8601 instant at which the records were read. */
  made: string;
  /** Only the part of the graph around the story: counts and ranks are those of this part. */
  isCut: boolean;
  /** What this page has of the whole graph. */
  actors: { kept: number; total: number };
  links: { kept: number; total: number };
  /** Id of the story in it, `null` for none. */
  story: string | null;
}

let facts: PackageFacts | null = null;

/** `null` where there is none. */
export function packageFacts(): PackageFacts | null {
  return facts;
}

/** @throws when it is no package, or one of a newer program */
export function readPackage(content: unknown): OfflinePackage {
  const { format, version } = (content ?? {}) as Partial<OfflinePackage>;
  if (format !== PACKAGE_FORMAT || version !== PACKAGE_VERSION) {
    const came = JSON.stringify([format, version]).slice(0, 80);
    throw new Error(`package: expected ${PACKAGE_FORMAT} ${PACKAGE_VERSION} (got ${came})`);
  }
  // The rest is what the service of the same program has packed.
  return content as OfflinePackage;
}

export function keepFacts({ made, isCut, actors, links, total, stories }: OfflinePackage): void {
  facts = {
    made,
    isCut,
    actors: { kept: actors.rows.id?.length ?? 0, total: total.actors },
    links: { kept: links.rows.id?.length ?? 0, total: total.links },
    story: stories[0]?.id ?? null,
  };
}
