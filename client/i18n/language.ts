/** Which language is spoken: asked for once in the address (`?lang=en`), remembered, or the browser's. */
import { useTranslation } from "react-i18next";

export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** As the components for the keyboard take it. */
export const LOCALES = { de: "de-DE", en: "en-US" } as const;

const MEMORY = "querblick.language";

export function useLanguage(): Language {
  return toLanguage(useTranslation().i18n.language) ?? "de";
}

export function toLanguage(text: string | null | undefined): Language | null {
  const short = text?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === short) ?? null;
}

/** `lang` is honoured once, remembered, and taken out of the address: the view does not depend on it. */
export function firstLanguage(own?: Language): Language {
  const url = new URL(window.location.href);
  const asked = toLanguage(url.searchParams.get("lang"));
  if (url.searchParams.has("lang")) {
    url.searchParams.delete("lang");
    window.history.replaceState(window.history.state, "", url);
    if (asked) rememberLanguage(asked);
  }
  return asked ?? remembered() ?? own ?? toLanguage(window.navigator.language) ?? "en";
}

export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(MEMORY, language);
  } catch {
    // A browser that keeps nothing still speaks the language chosen for this visit.
  }
}

function remembered(): Language | null {
  try {
    return toLanguage(window.localStorage.getItem(MEMORY));
  } catch {
    return null;
  }
}
