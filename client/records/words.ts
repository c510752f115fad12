/** Texts of one namespace together with the language, as the pure text builders take them. */
import { useTranslation } from "react-i18next";
import { type Language, toLanguage } from "../i18n/language.ts";

export type Say = (key: string, options?: Record<string, unknown>) => string;

export interface Words {
  say: Say;
  language: Language;
}

/** `say("records:copyText")` reaches the other namespaces. */
export function useWords(namespace: string): Words {
  const { t, i18n } = useTranslation(namespace);
  return {
    say: (key, options = {}) => String(t(key, options)),
    language: toLanguage(i18n.language) ?? "de",
  };
}
