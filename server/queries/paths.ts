/** How one actor gets to another, through whom, and why that introduction would work. */
import type { PathsResult, PathView } from "../contract/paths.ts";
import { ALL_LINKS, MOST_HOPS, type PathRequest } from "../snapshot/path-search.ts";
import type { Query } from "./context.ts";
import { loadHops, pathHop } from "./path-hops.ts";
import { findActor, pathRequest } from "./path-request.ts";
import { isInformative, pathReason, relaxAdvice } from "./path-words.ts";
import { actorRef } from "./refs.ts";

/** After this no further limit is given up to see what it brings; half of the deadline. */
const ADVICE_LIMIT_MS = 1_000;

type Relaxation = PathsResult["relax"][number];

export const paths: Query<"paths"> = async (context, query, signal) => {
  const { snapshot } = context;
  const start = performance.now();
  const request = pathRequest(snapshot, query, new Date());
  const answer = await context.paths(request, signal);
  const details = await loadHops(
    context,
    answer.paths.flatMap(({ hops }) => hops),
    signal,
  );
  const views = answer.paths.map(
    (path): PathView => ({
      cost: path.cost,
      actors: path.nodes.map((node) => actorRef(snapshot, node)),
      hops: path.hops.map((hop) => pathHop(snapshot, details, hop)),
      informative: isInformative(path),
      because: pathReason(snapshot, path, answer.fewest),
    }),
  );
  const relax: Relaxation[] = [];
  if (views.length === 0) {
    for (const { parameter, relaxed } of relaxations(request)) {
      // No advice is better than no answer in time.
      if (performance.now() - start > ADVICE_LIMIT_MS) break;
      const found = await context.paths({ ...relaxed, k: 1, mode: "fewest-hops" }, signal);
      const [first] = found.paths;
      if (first) {
        const hops = first.hops.length;
        relax.push({ parameter, hops, advice: relaxAdvice(parameter, hops) });
      }
    }
  }
  return {
    revision: snapshot.revision,
    from: actorRef(snapshot, findActor(snapshot, query.from)),
    to: actorRef(snapshot, findActor(snapshot, query.to)),
    mode: query.mode,
    paths: views,
    truncated: answer.truncated,
    relax,
  };
};

/** The request with one of its limits given up, for each limit that it has. */
function relaxations(
  request: PathRequest,
): { parameter: Relaxation["parameter"]; relaxed: PathRequest }[] {
  const { passed, links } = request;
  const all: { parameter: Relaxation["parameter"]; isSet: boolean; relaxed: PathRequest }[] = [
    {
      parameter: "maxHops",
      isSet: request.maxHops < MOST_HOPS,
      relaxed: { ...request, maxHops: MOST_HOPS },
    },
    {
      parameter: "notKinds",
      isSet: passed.notKinds !== null,
      relaxed: { ...request, passed: { ...passed, notKinds: null } },
    },
    {
      parameter: "notVia",
      isSet: passed.notVia.length > 0,
      relaxed: { ...request, passed: { ...passed, notVia: [] } },
    },
    {
      parameter: "via",
      isSet: passed.only !== null,
      relaxed: { ...request, passed: { ...passed, only: null } },
    },
    {
      parameter: "types",
      isSet: links.types !== null,
      relaxed: { ...request, links: { ...links, types: null } },
    },
    {
      parameter: "confidence",
      isSet: links.confidence !== null,
      relaxed: { ...request, links: { ...links, confidence: null } },
    },
    {
      parameter: "year",
      isSet: links.year !== null,
      relaxed: { ...request, links: { ...links, year: null } },
    },
  ];
  const set = all.filter(({ isSet }) => isSet);
  // Where no single one helps, all together may.
  if (set.length > 1) {
    set.push({
      parameter: "all",
      isSet: true,
      relaxed: {
        ...request,
        maxHops: MOST_HOPS,
        passed: { notKinds: null, notVia: [], only: null },
        links: ALL_LINKS,
      },
    });
  }
  return set;
}
