/** What the search found, as hits on a snapshot. */
import type { SearchHit } from "../snapshot/search-hit.ts";
import { matchIn } from "../snapshot/search-index.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { CorpusFinding } from "./search-corpus.ts";
import type { SearchTexts } from "./search-texts.ts";

/** More hits than this are not handed over. */
export const MOST_HITS = 2_000;

/** In the numbers of `snapshot`; who is not in it is left out. Where a hit was found is worked out when it is asked for. */
export function hitsOf(
  finding: CorpusFinding,
  texts: SearchTexts,
  snapshot: Snapshot,
): SearchHit[] {
  const isSame = texts.snapshot.data === snapshot.data;
  const hits: SearchHit[] = [];
  finding.actors.forEach((found, place) => {
    const actor = isSame ? found : snapshot.findActor(texts.snapshot.actorId(found));
    if (actor < 0) return;
    hits.push({
      actor,
      score: finding.actors.length - place,
      get match() {
        return matchIn(texts.documentOf(found), finding);
      },
    });
  });
  return hits;
}
