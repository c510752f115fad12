/** The workshop's texts; they come with its part of the program, not with the first page. */
import i18next from "i18next";
import type { Language } from "../i18n/language.ts";
import { addTexts } from "../i18n/setup.ts";
import { workshopTexts } from "./texts.ts";

addTexts("workshop", workshopTexts);

/** A text in a language that is not the page's: what a story keeps is kept in both. */
export function textIn(
  language: Language,
  key: string,
  values: Record<string, unknown> = {},
): string {
  return i18next.getFixedT(language, "workshop")(key, values);
}

/** In the reader's language, the other one where nothing is written in it. */
export function inLanguage(text: { de: string; en: string }, language: Language): string {
  const other = language === "de" ? text.en : text.de;
  return text[language].trim() === "" ? other : text[language];
}
