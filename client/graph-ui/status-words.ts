/** The line under the picture and its reasons, in words. */
import type { TFunction } from "i18next";
import type { OverviewResult } from "../../server/contract/explore.ts";
import type { OpportunityResult } from "../../server/contract/opportunities.ts";
import { countOf } from "../graph/scene-options.ts";
import { formatList } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { filterCount, type View } from "../state/view.ts";
import type { SceneFacts } from "./use-scene.ts";

export interface StatusWords {
  parts: string[];
  reasons: string[];
  isCut: boolean;
}

type Words = TFunction<["frame", "common", "vocabulary"]>;

export function statusWords(
  facts: SceneFacts,
  view: View,
  t: Words,
  language: Language,
): StatusWords {
  if (facts.layout === "groups") return overviewWords(facts.overview, view, t, language);
  if (facts.layout === "paths") return pathsWords(facts, t);
  if (facts.layout === "pair") return pairWords(facts.answer, t);
  if (facts.layout === "force") {
    const { graph, total } = facts;
    return {
      parts: [
        graph.total.actors === total.actors
          ? t("status.actors", { count: total.actors })
          : actorsOf(graph.total.actors, total.actors, t),
        t("status.links", { count: graph.total.links - graph.omitted.links }),
      ],
      reasons: [
        t("status.whyForce"),
        ...(filterCount(view.filters) > 0 ? [filterReason(graph.total, total, t)] : []),
        ...reason(graph.omitted.actors, "status.whyOmittedActors", t),
        ...(view.filters.kinds.includes("project") ? [] : [t("status.whyProjects")]),
        t("status.whyUnknown"),
      ],
      isCut: graph.omitted.actors > 0,
    };
  }
  const { actors, links, omitted } = facts.neighbours;
  return {
    parts: [
      t("status.actors", { count: actors.length }),
      t("status.links", { count: links.length }),
    ],
    reasons: [
      t("status.whyRadial"),
      ...reason(omitted.actors, "status.whyOmittedActors", t),
      t("status.whyUnknown"),
    ],
    isCut: omitted.actors > 0,
  };
}

function pathsWords(facts: Extract<SceneFacts, { layout: "paths" }>, t: Words): StatusWords {
  const { found, isAlone, isCut } = facts;
  const actors = t("status.actors", { count: facts.actors });
  return {
    parts: found === "paths" ? [t("status.paths", { count: facts.paths }), actors] : [actors],
    reasons: [
      ...(found === "none" ? [t("status.whyForce")] : []),
      ...(found === "none" ? [] : [t(isAlone ? `status.whyAlone.${found}` : "status.whyLit")]),
      ...(isCut ? [t("status.whyMorePaths")] : []),
      ...(found === "none" ? [] : [t("status.whyPaths")]),
      t("status.whyUnknown"),
    ],
    isCut: false,
  };
}

function pairWords({ opportunity }: OpportunityResult, t: Words): StatusWords {
  const { pairs, brokers, bridges, omitted } = opportunity;
  const shared = bridges.length + omitted.bridges;
  return {
    parts: [
      t("status.pairs", { count: pairs.length }),
      t("status.pairBrokers", { count: brokers.length }),
      ...(shared > 0 ? [t("status.pairBridges", { count: shared })] : []),
    ],
    reasons: [
      t("status.whyPair"),
      t("status.whyPairMembers", { a: opportunity.members.a, b: opportunity.members.b }),
      ...reason(omitted.pairs, "status.whyPairOmitted", t),
      ...reason(omitted.bridges, "status.whyPairBridges", t),
      t("status.whyUnknown"),
    ],
    isCut: omitted.pairs > 0 || omitted.bridges > 0,
  };
}

function overviewWords(
  overview: OverviewResult,
  view: View,
  t: Words,
  language: Language,
): StatusWords {
  const { groups, crossLinks, shown, total, omitted } = overview;
  const isFiltered = filterCount(view.filters) > 0;
  const counted = crossLinks.filter((pair) => countOf(pair, view.evidence).count > 0).length;
  const passing = isFiltered ? groups.filter(({ size }) => size > 0).length : groups.length;
  const kinds = view.groupKinds.map((kind) => t(`vocabulary:kind.${kind}`, { count: 2 }));
  return {
    parts: [
      t("status.groups", { count: passing }),
      t("status.crossLinks", { count: counted }),
      actorsOf(shown.actors, total.actors, t),
    ],
    reasons: [
      t("status.whyGroups", { kinds: formatList(kinds, language) }),
      t("status.whyCrossLinks", { evidence: t(`common:evidence.${view.evidence}`) }),
      ...(isFiltered ? [filterReason(shown, total, t)] : []),
      ...reason(groups.length - passing, "status.whyFaded", t),
      ...reason(omitted.groups, "status.whyOmittedGroups", t),
      ...reason(omitted.crossLinks, "status.whyOmittedCrossLinks", t),
      t("status.whyNested"),
      t("status.whyProjects"),
      t("status.whyUnknown"),
    ],
    isCut: omitted.groups > 0 || omitted.crossLinks > 0,
  };
}

function actorsOf(shown: number, total: number, t: Words): string {
  return shown === total
    ? t("status.fromActors", { total })
    : t("status.ofActors", { shown, total });
}

function filterReason(
  shown: { actors: number; links: number },
  total: { actors: number; links: number },
  t: Words,
): string {
  return t("status.whyFilters", {
    shown: shown.actors,
    total: total.actors,
    links: shown.links,
    allLinks: total.links,
  });
}

function reason(count: number, key: string, t: Words): string[] {
  return count > 0 ? [t(key, { count })] : [];
}
