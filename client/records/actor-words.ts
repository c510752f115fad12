/** Facts of an actor as words: shared by what is shown and what is copied. */
import type { ActorFacts, ActorSummary } from "../../server/contract/actor.ts";
import type { Language } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";

/** `München, Bayern`; one word where both are the same; `null` when neither is known. */
export function placeOf(actor: Pick<ActorSummary, "city" | "state">): string | null {
  const parts = [...new Set([actor.city, actor.state].filter((part) => part !== null))];
  return parts.length === 0 ? null : parts.join(", ");
}

/** The name in the other language and the aliases, without the one that the heading says. */
export function otherNames(actor: ActorFacts, language: Language): string[] {
  const heading = actorName(actor, language);
  const names = [actor.name, actor.nameEn, ...actor.aliases].filter((name) => name !== null);
  return [...new Set(names)].filter((name) => name !== heading);
}
