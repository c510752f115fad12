/** Parts of sentences in both languages: numbers, names, lists of names. */
import type { Sentence } from "../contract/opportunities.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { topicName } from "./refs.ts";

const formats = (options: Intl.NumberFormatOptions) => {
  const [german, english] = [
    new Intl.NumberFormat("de-DE", options),
    new Intl.NumberFormat("en-GB", options),
  ];
  return (value: number): Sentence => ({ de: german.format(value), en: english.format(value) });
};

export const whole = formats({ maximumFractionDigits: 0 });
const oneDecimal = formats({ maximumFractionDigits: 1 });
const twoDecimals = formats({ maximumFractionDigits: 2 });
export const percent = formats({ style: "percent", maximumFractionDigits: 0 });

/** One decimal from 10 downwards, none above, two for what is nearly nothing. */
export function decimal(value: number): Sentence {
  if (value >= 10) return whole(value);
  return value >= 0.1 || value === 0 ? oneDecimal(value) : twoDecimals(value);
}

export function nameOf(snapshot: Snapshot, actor: number): Sentence {
  const de = snapshot.actorName(actor);
  return { de, en: snapshot.actorNameEn(actor) ?? de };
}

/** `A`, `A und B`, `A, B und C`. */
export function listed(names: readonly Sentence[]): Sentence {
  const list = (words: readonly string[], and: string) =>
    words.length < 2
      ? words.join("")
      : `${words.slice(0, -1).join(", ")} ${and} ${words[words.length - 1]}`;
  return {
    de: list(
      names.map(({ de }) => de),
      "und",
    ),
    en: list(
      names.map(({ en }) => en),
      "and",
    ),
  };
}

export function topicList(snapshot: Snapshot, topics: readonly number[]): Sentence {
  return listed(
    topics.map((topic) => {
      const { id, name } = topicName(snapshot, topic);
      return { de: name.de ?? name.en ?? id, en: name.en ?? name.de ?? id };
    }),
  );
}

/** Joint projects, or links where a side has no project: one, several. */
export const COUNTED = {
  projects: {
    de: ["gemeinsames Projekt", "gemeinsame Projekte"],
    en: ["joint project", "joint projects"],
    fewDe: "gemeinsamen Projekte",
    noneDe: "Kein gemeinsames Projekt ist erfasst",
  },
  links: {
    de: ["direkte Verbindung", "direkte Verbindungen"],
    en: ["direct link", "direct links"],
    fewDe: "direkten Verbindungen",
    noneDe: "Keine direkte Verbindung ist erfasst",
  },
} as const;
