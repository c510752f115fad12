/** The filters as data: what can be chosen for each, what it is called, and what is chosen now. */
import type { TFunction } from "i18next";
import type { FacetsResult } from "../../../server/contract/explore.ts";
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  GROUP_KINDS,
  type GroupKind,
  LINK_TYPES,
  type LinkType,
} from "../../../server/contract/vocabulary.ts";
import { nameOrder } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { FIRST_VIEW, type View } from "../../state/view.ts";

export const LIST_FACETS = [
  "kinds",
  "groups",
  "topics",
  "states",
  "cities",
  "types",
  "year",
  "confidence",
  "groupKinds",
] as const;
export type ListFacet = (typeof LIST_FACETS)[number];

/** Only one value of these can hold at a time. */
export const SINGLE_FACETS: readonly ListFacet[] = ["year", "confidence"];

export interface FacetOption {
  value: string;
  label: string;
  /** `null` while not counted. */
  count: number | null;
  /** For its mark. */
  kind?: ActorKind;
}

export function facetOptions(
  facet: ListFacet,
  facets: FacetsResult | undefined,
  words: TFunction<"vocabulary">,
  language: Language,
): FacetOption[] {
  const counts = (list: readonly { value: string; count: number }[] | undefined) =>
    new Map(list?.map(({ value, count }) => [value, count]));
  const count = (map: Map<string, number>, value: string) => facets && (map.get(value) ?? 0);
  const kindCounts = counts(facets?.kinds);
  const typeCounts = counts(facets?.types);
  const sureCounts = counts(facets?.confidence);
  const named = (list: readonly { value: string; count: number }[] | undefined) =>
    (list ?? []).map(({ value, count: n }) => ({ value, label: value, count: n }));
  switch (facet) {
    case "kinds":
    case "groupKinds":
      return (facet === "kinds" ? ACTOR_KINDS : GROUP_KINDS).map((kind) => ({
        value: kind,
        label: words(`kind.${kind}`, { count: 2 }),
        count: count(kindCounts, kind) ?? null,
        kind,
      }));
    case "types":
      return LINK_TYPES.map((type) => ({
        value: type,
        label: words(`type.${type}.noun`, { count: 2 }),
        count: count(typeCounts, type) ?? null,
      }));
    case "confidence":
      return CONFIDENCES.map((value) => ({
        value,
        label: words(`confidenceAtLeast.${value}`),
        count: count(sureCounts, value) ?? null,
      }));
    case "year":
      return (facets?.years ?? [])
        .map(({ value, count: n }) => ({ value: String(value), label: String(value), count: n }))
        .reverse();
    case "states":
      return named(facets?.states);
    case "cities":
      return named(facets?.cities);
    case "topics":
      return (facets?.topics ?? []).map(({ value, name, count: n }) => ({
        value,
        label: pickText(name, language)?.text ?? value,
        count: n,
      }));
    case "groups":
      return (facets?.groups ?? []).map((group) => ({
        value: group.value,
        label: actorName(group, language),
        count: group.count,
        kind: group.kind,
      }));
  }
}

/** Most frequent first; names in their order where the counts are equal. Closed vocabularies keep theirs. */
export function sortOptions(
  facet: ListFacet,
  options: readonly FacetOption[],
  language: Language,
): FacetOption[] {
  if (["kinds", "groupKinds", "confidence", "year"].includes(facet)) return [...options];
  const order = nameOrder(language);
  return options.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || order(a.label, b.label));
}

/** The chosen values of a facet. */
export function chosenValues(view: View, facet: ListFacet): string[] {
  const { filters } = view;
  if (facet === "groupKinds") return view.groupKinds;
  if (facet === "year") return filters.year === null ? [] : [String(filters.year)];
  if (facet === "confidence") return filters.confidence === null ? [] : [filters.confidence];
  return filters[facet];
}

/** The change of the view that makes exactly `values` chosen. */
export function choose(view: View, facet: ListFacet, values: readonly string[]): Partial<View> {
  if (facet === "groupKinds") {
    const groupKinds = pick<GroupKind>(GROUP_KINDS, values);
    return { groupKinds: groupKinds.length > 0 ? groupKinds : FIRST_VIEW.groupKinds };
  }
  const set = (patch: Partial<View["filters"]>) => ({ filters: { ...view.filters, ...patch } });
  switch (facet) {
    case "kinds":
      return set({ kinds: pick<ActorKind>(ACTOR_KINDS, values) });
    case "types":
      return set({ types: pick<LinkType>(LINK_TYPES, values) });
    case "year":
      return set({ year: values[0] === undefined ? null : Number(values[0]) });
    case "confidence":
      return set({ confidence: pick<Confidence>(CONFIDENCES, values)[0] ?? null });
    default:
      return set({ [facet]: [...values] });
  }
}

function pick<T extends string>(known: readonly T[], values: readonly string[]): T[] {
  return known.filter((value) => values.includes(value));
}

export function hasOwnGroupKinds(view: View): boolean {
  return view.groupKinds.join() !== FIRST_VIEW.groupKinds.join();
}
