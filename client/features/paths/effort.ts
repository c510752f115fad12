/** The effort of a path or a step as a number with one decimal. */
import type { Language } from "../../i18n/language.ts";

const LOCALES: Record<Language, string> = { de: "de-DE", en: "en-GB" };

export function formatEffort(effort: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(effort);
}
