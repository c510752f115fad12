/**
 * The two languages. Each feature keeps its texts beside it (`<folder>/texts.ts`); the folder's name is the
 * namespace. All texts are in the bundle, so switching needs neither a request nor a reload.
 */
/// <reference types="vite/client" />
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { uiTexts } from "../ui/texts.ts";
import { commonTexts } from "./common-texts.ts";
import { firstLanguage, LANGUAGES, type Language, rememberLanguage } from "./language.ts";
import { vocabularyTexts } from "./vocabulary-texts.ts";

export interface TextTree {
  readonly [key: string]: string | TextTree;
}
export type Texts = Record<Language, TextTree>;

const featureFiles = import.meta.glob<Record<string, Texts>>(
  ["../features/*/texts.ts", "../graph-ui/texts.ts", "../records/texts.ts"],
  { eager: true },
);

/** Namespace → its texts in both languages. */
export function allTexts(): Record<string, Texts> {
  const texts: Record<string, Texts> = {
    common: commonTexts,
    ui: uiTexts,
    vocabulary: vocabularyTexts,
  };
  for (const [file, exported] of Object.entries(featureFiles)) {
    const feature = /([^/]+)\/texts\.ts$/.exec(file)?.[1];
    const content = Object.values(exported)[0];
    if (feature && content) texts[feature] = content;
  }
  return texts;
}

/** Starts i18next with the address's, the remembered, the page's own or the browser's language, and keeps `<html lang>` right. */
export function startTexts(own?: Language): void {
  const texts = Object.entries(allTexts());
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(texts.map(([namespace, both]) => [namespace, both[language]])),
    ]),
  );
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  void i18next.use(initReactI18next).init({
    resources,
    lng: firstLanguage(own),
    fallbackLng: "de",
    supportedLngs: LANGUAGES,
    defaultNS: "common",
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
}

/** Texts of a part of the program that is loaded later. */
export function addTexts(namespace: string, texts: Texts): void {
  for (const language of LANGUAGES) {
    i18next.addResourceBundle(language, namespace, texts[language], true, true);
  }
}

export function setLanguage(language: Language): void {
  rememberLanguage(language);
  void i18next.changeLanguage(language);
}
