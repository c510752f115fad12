/** The sentences about two groups, in German and English: what is missing, what limits the statement, a question. */
import type { Sentence } from "../contract/opportunities.ts";
import type { Opportunity, RelatedPair } from "../snapshot/opportunity-requests.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { COUNTED, decimal, nameOf, topicList, whole } from "./opportunity-phrases.ts";

/** Less than this is said in words. */
const HARDLY = 0.05;

/** Three: what is missing, what the two have in common, who could do it. */
export function pairReasons(snapshot: Snapshot, found: Opportunity): Sentence[] {
  return [gapReason(found), topicReason(snapshot, found), peopleReason(snapshot, found)];
}

export function gapReason({ observed, expected, gap, basis, class: name }: Opportunity): Sentence {
  const wanted = expectedWords(expected, basis);
  const recorded = recordedWords(observed);
  if (name === "too-little-data") {
    return {
      de: `Zu wenig Daten für eine Aussage: ${wanted.de}, ${recorded.de}.`,
      en: `Too little data to tell: ${wanted.en}, ${recorded.en}.`,
    };
  }
  if (name === "as-expected") {
    return {
      de: `${capital(wanted.de)}, ${recorded.de}: etwa so viele wie erwartet oder mehr.`,
      en: `${capital(wanted.en)}, ${recorded.en}: about as many as expected or more.`,
    };
  }
  const missing = decimal(gap);
  const isOne = missing.en === "1";
  return {
    de: `${capital(wanted.de)}, ${recorded.de}; vorsichtig gerechnet ${isOne ? "fehlt" : "fehlen"} ${missing.de}.`,
    en: `${capital(wanted.en)}, ${recorded.en}; cautiously counted, ${missing.en} ${isOne ? "is" : "are"} missing.`,
  };
}

function expectedWords(expected: number, basis: Opportunity["basis"]): Sentence {
  const { de, en, fewDe } = COUNTED[basis];
  if (expected < HARDLY) {
    return {
      de: `erwartet wären so gut wie keine ${fewDe}`,
      en: `hardly any ${en[1]} would be expected`,
    };
  }
  const about = decimal(expected);
  const isOne = about.en === "1";
  return {
    de: `erwartet ${isOne ? "wäre" : "wären"} etwa ${about.de} ${de[isOne ? 0 : 1]}`,
    en: `about ${about.en} ${en[isOne ? 0 : 1]} would be expected`,
  };
}

function recordedWords(observed: number): Sentence {
  const n = whole(observed);
  if (observed === 0) return { de: "erfasst ist noch nichts", en: "none is recorded yet" };
  if (observed === 1) return { de: "erfasst ist 1", en: "1 is recorded" };
  return { de: `erfasst sind ${n.de}`, en: `${n.en} are recorded` };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function topicReason(snapshot: Snapshot, { topics, groupA, groupB }: Opportunity): Sentence {
  const [a, b] = [groupName(snapshot, groupA), groupName(snapshot, groupB)];
  const parts: Sentence[] = [];
  if (topics.shared.length > 0) {
    const shared = topicList(snapshot, topics.shared.slice(0, 3));
    parts.push({
      de: `Beide arbeiten an ähnlichen Themen: ${shared.de}.`,
      en: `Both work on similar topics: ${shared.en}.`,
    });
  }
  const [fromA, fromB] = [topics.fromA[0], topics.fromB[0]];
  const isFromA = (fromA?.density ?? 0) >= (fromB?.density ?? 0);
  const [best, giver, taker] = isFromA ? [fromA, a, b] : [fromB, b, a];
  if (best) {
    const topic = topicList(snapshot, [best.topic]);
    const density = whole(best.density);
    parts.push({
      de: `${giver.de} bringt ${topic.de} mit, das den Themen von ${taker.de} nahe liegt (Nähe ${density.de} von 100).`,
      en: `${giver.en} brings ${topic.en}, which is close to what ${taker.en} works on (closeness ${density.en} of 100).`,
    });
  }
  if (parts.length === 0) {
    parts.push({
      de: "Gemeinsame Themen der Mitglieder sind nicht erfasst.",
      en: "No topics in common are recorded for the members.",
    });
  }
  return joined(parts);
}

function peopleReason(snapshot: Snapshot, { pairs, brokers, omittedPairs }: Opportunity): Sentence {
  const [best] = pairs;
  if (best) {
    const [x, y] = [nameOf(snapshot, best.x), nameOf(snapshot, best.y)];
    const n = whole(pairs.length + omittedPairs);
    const times = whole(best.lift.times);
    const isOne = pairs.length + omittedPairs === 1;
    return {
      de: `${isOne ? "Ein Paar" : `${n.de} Paare`} von Mitgliedern ${isOne ? "liegt" : "liegen"} nahe, zuerst ${x.de} und ${y.de}: Solche Paare fanden früher etwa ${times.de}-mal so oft zusammen wie zufällige.`,
      en: `${isOne ? "One pair" : `${n.en} pairs`} of members suggest ${isOne ? "itself" : "themselves"}, first ${x.en} and ${y.en}: pairs like this got together about ${times.en} times as often as random pairs.`,
    };
  }
  if (omittedPairs > 0) {
    return {
      de: `${whole(omittedPairs).de} Paare von Mitgliedern liegen nahe; ihre Akteure stehen in dieser Liste schon dreimal, deshalb zeigt sie erst die Seite des Paars.`,
      en: `${whole(omittedPairs).en} pairs of members suggest themselves; their actors are in this list three times already, so the page of the pair shows them.`,
    };
  }
  const [broker] = brokers;
  if (broker) {
    const name = nameOf(snapshot, broker.actor);
    return {
      de: `Kein Paar von Mitgliedern sticht heraus; ${name.de} hat mit beiden Seiten Verbindungen.`,
      en: `No pair of members stands out; ${name.en} has ties with both sides.`,
    };
  }
  return {
    de: "Kein Paar von Mitgliedern sticht heraus, und niemand mit Verbindungen zu beiden Seiten ist erfasst.",
    en: "No pair of members stands out, and nobody with ties to both sides is recorded.",
  };
}

/** A question that opens the conversation. */
export function openingQuestion(snapshot: Snapshot, found: Opportunity): Sentence {
  const [pair] = found.pairs;
  const topics = pair && pair.topics.length > 0 ? pair.topics : found.topics.shared;
  const topic = topics.length > 0 ? topicList(snapshot, topics.slice(0, 1)) : null;
  if (!pair) {
    const [a, b] = [groupName(snapshot, found.groupA), groupName(snapshot, found.groupB)];
    return topic
      ? {
          de: `Wer aus ${a.de} und ${b.de} müsste am Tisch sitzen, um über „${topic.de}“ zu sprechen?`,
          en: `Who of ${a.en} and ${b.en} would have to be at the table to talk about “${topic.en}”?`,
        }
      : {
          de: `Welches Thema wäre der Anlass für ein erstes Treffen von ${a.de} und ${b.de}?`,
          en: `Which topic would be the occasion for a first meeting of ${a.en} and ${b.en}?`,
        };
  }
  const [x, y] = [nameOf(snapshot, pair.x), nameOf(snapshot, pair.y)];
  const about = topic
    ? { de: `zum Thema „${topic.de}“ `, en: ` on “${topic.en}”` }
    : { de: "", en: "" };
  const who = found.introducer < 0 ? null : nameOf(snapshot, found.introducer);
  return {
    de: `Was könnten ${x.de} und ${y.de} ${about.de}gemeinsam beginnen, und ${who ? `könnte ${who.de} die beiden zusammenbringen` : "wer kennt beide"}?`,
    en: `What could ${x.en} and ${y.en} start together${about.en}, and ${who ? `could ${who.en} bring the two together` : "who knows both"}?`,
  };
}

/** Why two groups stand in the list of those without enough data. */
export function relatedReason(
  snapshot: Snapshot,
  { shared, basis, expected, observed }: RelatedPair,
): Sentence[] {
  const topics = topicList(snapshot, shared);
  const [wanted, recorded] = [expectedWords(expected, basis), recordedWords(observed)];
  return [
    {
      de: `Beide arbeiten an ähnlichen Themen: ${topics.de}.`,
      en: `Both work on similar topics: ${topics.en}.`,
    },
    {
      de: `Zu wenig Daten für eine Aussage: ${wanted.de}, ${recorded.de}.`,
      en: `Too little data to tell: ${wanted.en}, ${recorded.en}.`,
    },
  ];
}

function groupName(snapshot: Snapshot, group: number): Sentence {
  return nameOf(snapshot, snapshot.groupActor(group));
}

function joined(parts: readonly Sentence[]): Sentence {
  return { de: parts.map(({ de }) => de).join(" "), en: parts.map(({ en }) => en).join(" ") };
}
