/** The question about opportunities ↔ its part of the address. */

import { OPPORTUNITY_SORTS } from "../../server/contract/opportunity-words.ts";
import { GROUP_KINDS } from "../../server/contract/vocabulary.ts";
import { entry, list, oneOf, words } from "./address-words.ts";
import { FIRST_OPPORTUNITIES, type OpportunitiesView } from "./view.ts";

export const MEASURES = ["ratio", "gap", "observed", "expected"] as const;
const ORDERS = ["family", "similarity"] as const;
const YES_NO = ["no", "yes"] as const;

export function opportunityEntries(asked: OpportunitiesView): [string, string][] {
  const { pair } = asked;
  return [
    ...entry("pair", pair ? `${pair.a}~${pair.b}` : ""),
    ...entry("kinds", asked.kinds.join(","), FIRST_OPPORTUNITIES.kinds.join(",")),
    ...entry("groups", asked.groups.join(",")),
    ...entry("topics", asked.topics.join(",")),
    ...entry("states", asked.states.join(",")),
    ...entry("list", asked.list, FIRST_OPPORTUNITIES.list),
    ...entry("measure", asked.measure, FIRST_OPPORTUNITIES.measure),
    ...entry("order", asked.order, FIRST_OPPORTUNITIES.order),
    ...entry("lessObvious", asked.isLessObvious ? "yes" : "no", "no"),
  ];
}

export function readOpportunities(params: URLSearchParams): OpportunitiesView {
  const [a, b] = (params.get("pair") ?? "").split("~");
  const kinds = list(params, "kinds", GROUP_KINDS);
  return {
    pair: a && b ? { a, b } : null,
    kinds: kinds.length > 0 ? kinds : FIRST_OPPORTUNITIES.kinds,
    groups: words(params, "groups"),
    topics: words(params, "topics"),
    states: words(params, "states"),
    list: oneOf(params, "list", OPPORTUNITY_SORTS, FIRST_OPPORTUNITIES.list),
    measure: oneOf(params, "measure", MEASURES, FIRST_OPPORTUNITIES.measure),
    order: oneOf(params, "order", ORDERS, FIRST_OPPORTUNITIES.order),
    isLessObvious: oneOf(params, "lessObvious", YES_NO, "no") === "yes",
  };
}
