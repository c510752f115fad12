/** Small answers as the service gives them, and the words of both languages as the page says them. */
import { createInstance } from "i18next";
import { actorTexts } from "../../../../client/features/actor/texts.ts";
import { crossLinkTexts } from "../../../../client/features/cross-link/texts.ts";
import { groupTexts } from "../../../../client/features/group/texts.ts";
import { opportunitiesTexts } from "../../../../client/features/opportunities/texts.ts";
import { pathsTexts } from "../../../../client/features/paths/texts.ts";
import { commonTexts } from "../../../../client/i18n/common-texts.ts";
import type { Language } from "../../../../client/i18n/language.ts";
import { vocabularyTexts } from "../../../../client/i18n/vocabulary-texts.ts";
import { recordsTexts } from "../../../../client/records/texts.ts";
import type { Words } from "../../../../client/records/words.ts";
import type {
  ActorFacts,
  ActorRef,
  Evidence,
  LinkBetween,
  LinkView,
} from "../../../../server/contract/actor.ts";
import type { ActorKind } from "../../../../server/contract/vocabulary.ts";

/** The real texts through the real library; a key without a text is an error. */
export async function wordsOf(language: Language): Promise<Words> {
  const missing: string[] = [];
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    returnNull: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => missing.push(`${namespace}:${key}`),
    resources: {
      [language]: {
        common: commonTexts[language],
        vocabulary: vocabularyTexts[language],
        records: recordsTexts[language],
        actor: actorTexts[language],
        group: groupTexts[language],
        opportunities: opportunitiesTexts[language],
        paths: pathsTexts[language],
        "cross-link": crossLinkTexts[language],
      },
    },
  });
  return {
    language,
    say: (key, options = {}) => {
      const text = String(i18n.t(key, options));
      if (missing.length > 0) throw new Error(`No text for ${missing.join(", ")}`);
      return text;
    },
  };
}

export function ref(id: string, name: string, kind: ActorKind, nameEn: string | null = null) {
  return { id, name, nameEn, kind } satisfies ActorRef;
}

export function facts(actor: ActorRef, more: Partial<ActorFacts> = {}): ActorFacts {
  return {
    ...actor,
    city: null,
    state: null,
    aliases: [],
    country: null,
    lat: null,
    lon: null,
    founded: null,
    website: null,
    legalIds: [],
    topics: [],
    description: { de: null, en: null },
    sources: [],
    start: null,
    end: null,
    programme: null,
    ...more,
  };
}

export const source: Evidence = {
  id: "vcm",
  title: "Startschuss in München",
  publisher: "VC Magazin",
  url: "https://example.org/start",
  date: "2017-02-23",
  retrieved: "2026-11-22",
};

export function linkBetween(
  from: ActorRef,
  to: ActorRef,
  more: Partial<LinkBetween> = {},
): LinkBetween {
  return {
    id: `${from.id}--${to.id}`,
    type: "COLLABORATES_WITH",
    from,
    to,
    since: null,
    until: null,
    confidence: "public_record",
    note: { de: null, en: null },
    role: null,
    sources: [source],
    ...more,
  };
}

export function linkView(other: ActorRef, more: Partial<LinkView> = {}): LinkView {
  return {
    id: `${other.id}-${more.type ?? "SUPPORTS"}-${more.direction ?? "out"}`,
    type: "SUPPORTS",
    direction: "out",
    other,
    since: null,
    until: null,
    confidence: "public_record",
    note: { de: null, en: null },
    role: null,
    sources: [source],
    ...more,
  };
}
