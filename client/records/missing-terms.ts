/** What a suggestion could not take into account, in one sentence. Pure. */
import type { PairTerm } from "../../server/contract/opportunity-words.ts";
import { formatList } from "../i18n/format.ts";
import type { Words } from "./words.ts";

/** `null` when everything was known; what was not counts as its average. */
export function missingTerms(
  missing: readonly PairTerm[],
  { say, language }: Words,
): string | null {
  if (missing.length === 0) return null;
  const terms = missing.map((term) => say(`records:term.${term}`));
  return say("records:missingTerms", { terms: formatList(terms, language) });
}
