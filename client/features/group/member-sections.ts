/** Members searched, sorted and put under headings. */
import type { GroupResult } from "../../../server/contract/explore.ts";
import { ACTOR_KINDS, type ActorKind } from "../../../server/contract/vocabulary.ts";
import type { Language } from "../../i18n/language.ts";
import { actorName } from "../../i18n/localised.ts";
import { sortRows } from "../../ui/sort-rows.ts";

export type Member = GroupResult["members"][number];
export const MEMBER_ORDERS = ["kind", "name", "since"] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

export interface MemberSection {
  /** `null` when there is one list without headings. */
  kind: ActorKind | null;
  members: Member[];
}

/** By kind: one section a kind, in the vocabulary's order; else one section. */
export function memberSections(
  members: readonly Member[],
  order: MemberOrder,
  search: string,
  language: Language,
): MemberSection[] {
  const found = members.filter((member) => matches(member, search));
  const named = sortRows(found, (member) => actorName(member, language), false, language);
  if (order === "kind") {
    return ACTOR_KINDS.map((kind) => ({
      kind,
      members: named.filter((member) => member.kind === kind),
    })).filter((section) => section.members.length > 0);
  }
  const sorted =
    order === "since" ? sortRows(named, (member) => member.since, false, language) : named;
  return sorted.length > 0 ? [{ kind: null, members: sorted }] : [];
}

/** Every word has to occur in a name or the city; case and accents do not count. */
function matches(member: Member, search: string): boolean {
  const text = fold([member.name, member.nameEn, member.city].filter(Boolean).join(" "));
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `München`, `Munchen` and `Muenchen` become the same. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([aou])e/g, "$1");
}
