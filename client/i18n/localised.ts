/** Content that exists in German, in English or in both. */
import type { ActorRef, Localised } from "../../server/contract/actor.ts";
import type { Language } from "./language.ts";

export interface PickedText {
  text: string;
  lang: Language;
  /** Not in the language asked for: carries `lang` and the mark „auf Englisch“. */
  isOther: boolean;
}

/** The text in the reader's language, else in the other one, else `null`. */
export function pickText(localised: Localised, language: Language): PickedText | null {
  const own = localised[language];
  if (own) return { text: own, lang: language, isOther: false };
  const otherLanguage: Language = language === "de" ? "en" : "de";
  const other = localised[otherLanguage];
  return other ? { text: other, lang: otherLanguage, isOther: true } : null;
}

/** Names are proper names: the English one where there is one, and no mark where there is none. */
export function actorName(ref: Pick<ActorRef, "name" | "nameEn">, language: Language): string {
  return language === "en" ? (ref.nameEn ?? ref.name) : ref.name;
}
