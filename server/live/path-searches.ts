/** Answers questions about paths on one snapshot; keeps the graphs of ties that were asked for last. */
import {
  type ConnectAnswer,
  type ConnectRequest,
  type PathAnswer,
  type PathRequest,
  PathSearch,
  type WalkedLinks,
} from "../snapshot/path-search.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TieParameters } from "../snapshot/tie-model.ts";

/** Graphs of ties kept for requests with the same parameters. */
const KEPT_SEARCHES = 4;

/** `check` is called now and then; throws to end the search. */
export class PathSearches {
  readonly #snapshot: Snapshot;
  readonly #searches = new Map<string, PathSearch>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  paths(request: PathRequest, check: () => void): PathAnswer {
    const search = this.#searchFor(request.parameters, request.links, check);
    check();
    return search.paths(request, check);
  }

  connect({ ends, passed, parameters, links }: ConnectRequest, check: () => void): ConnectAnswer {
    const search = this.#searchFor(parameters, links, check);
    check();
    const found = search.connect(ends, passed, check);
    return {
      tree: found && { cost: found.tree.cost, hops: found.hops },
      apart: found ? [] : search.apart(ends[0] ?? -1, ends.slice(1), passed),
    };
  }

  #searchFor(parameters: TieParameters, links: WalkedLinks, check: () => void): PathSearch {
    const key = JSON.stringify([
      { ...parameters, kappa: 0 },
      links.types?.join(),
      links.year,
      links.confidence,
    ]);
    const known = this.#searches.get(key);
    const search = known ?? new PathSearch(this.#snapshot, parameters, links, check);
    this.#searches.delete(key);
    this.#searches.set(key, search);
    for (const old of this.#searches.keys()) {
      if (this.#searches.size <= KEPT_SEARCHES) break;
      this.#searches.delete(old);
    }
    return search;
  }
}
