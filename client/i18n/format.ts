/** Numbers, dates and periods in the reader's way: `1.234` and `22.11.2026`, or `1,234` and `22 Nov 2026`. */
import { commonTexts } from "./common-texts.ts";
import type { Language } from "./language.ts";

const LOCALES: Record<Language, string> = { de: "de-DE", en: "en-GB" };

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** With so many digits after the comma: `0,8`, `25,4`. */
export function formatDecimal(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** `3–10`; one number where both are the same. */
export function formatRange(from: number, to: number, language: Language): string {
  const [low, high] = [formatNumber(from, language), formatNumber(to, language)];
  return low === high ? low : `${low}–${high}`;
}

/** A date of any precision (`2017`, `2016-11`, `2019-04-01`); a text of another form is given back as it is. */
export function formatDate(iso: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const style: Intl.DateTimeFormatOptions =
    day === undefined
      ? { month: language === "de" ? "long" : "short", year: "numeric" }
      : language === "de"
        ? { day: "2-digit", month: "2-digit", year: "numeric" }
        : { day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(LOCALES[language], { ...style, timeZone: "UTC" }).format(date);
}

/** `2016–2020`, „seit 2016“, „bis 2020“; `null` when neither is known. */
export function formatPeriod(
  since: string | null,
  until: string | null,
  language: Language,
): string | null {
  const words = commonTexts[language].period;
  const from = since === null ? null : formatDate(since, language);
  const to = until === null ? null : formatDate(until, language);
  if (from !== null && to !== null) {
    if (from === to) return from;
    return from.includes(" ") || to.includes(" ") ? `${from} – ${to}` : `${from}–${to}`;
  }
  if (from !== null) return words.since.replace("{{date}}", from);
  return to === null ? null : words.until.replace("{{date}}", to);
}

/** „Hub, Cluster und House of“: a list as it is said. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(items);
}

/** The order of names in lists, with umlauts where the reader looks for them. */
export function nameOrder(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(LOCALES[language], { numeric: true, sensitivity: "base" }).compare;
}
