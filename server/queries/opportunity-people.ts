/** Suggested pairs and brokers as they are shown: numbers, evidence, and the sentences of the model. */
import type { BrokerView, Sentence, SuggestedPair } from "../contract/opportunities.ts";
import type { PairTerm } from "../contract/opportunity-words.ts";
import type { Broker, BrokerSide } from "../snapshot/brokerage.ts";
import type { PairOfActors } from "../snapshot/opportunity-requests.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { decimal, listed, nameOf, topicList, whole } from "./opportunity-phrases.ts";
import { actorRef, topicName } from "./refs.ts";

/** Nearer than this the distance is said. */
const NEAR_KM = 50;
/** Expected joint projects from which on the number is said. */
const WORTH_SAYING = 0.05;

export function suggestedPair(snapshot: Snapshot, pair: PairOfActors): SuggestedPair {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    x: actorRef(snapshot, pair.x),
    y: actorRef(snapshot, pair.y),
    score: pair.score,
    lift: pair.lift.class,
    times: pair.lift.times,
    reasons: pairReasons(snapshot, pair),
    terms: pair.terms,
    missing: missingTerms(pair),
    commonPartners: pair.commonPartners,
    partners: pair.partners.map((actor) => actorRef(snapshot, actor)),
    topics: pair.topics.map((topic) => topicName(snapshot, topic)),
    distanceKm: known(pair.distanceKm),
    expected: known(pair.expected),
  };
}

const missingTerms = ({ terms }: PairOfActors): PairTerm[] =>
  terms.filter(({ value }) => value === null).map(({ term }) => term);

function pairReasons(snapshot: Snapshot, pair: PairOfActors): Sentence[] {
  const reasons: Sentence[] = [liftReason(pair)];
  if (pair.commonPartners > 0) {
    const names = listed(pair.partners.map((actor) => nameOf(snapshot, actor)));
    const n = whole(pair.commonPartners);
    const isAll = pair.commonPartners === pair.partners.length;
    reasons.push({
      de: `Gemeinsame Partner (${n.de}${isAll ? "" : ", darunter die am wenigsten vernetzten"}): ${names.de}. Seltene zählen mehr als allgegenwärtige.`,
      en: `Shared partners (${n.en}${isAll ? "" : ", among them the least connected"}): ${names.en}. Rare ones count more than ubiquitous ones.`,
    });
  }
  if (pair.indirect > 0) {
    const [x, y] = [nameOf(snapshot, pair.x), nameOf(snapshot, pair.y)];
    const n = whole(pair.indirect);
    const isOne = pair.indirect === 1;
    reasons.push({
      de: `${isOne ? "Ein Partner" : `${n.de} Partner`} von ${x.de} ${isOne ? "arbeitet" : "arbeiten"} bereits mit Partnern von ${y.de}.`,
      en: `${isOne ? "One partner" : `${n.en} partners`} of ${x.en} already ${isOne ? "works" : "work"} with partners of ${y.en}.`,
    });
  }
  if (pair.expected >= WORTH_SAYING) {
    const n = decimal(pair.expected);
    const isOne = n.en === "1";
    reasons.push({
      de: `Etwa ${n.de} ${isOne ? "gemeinsames Projekt wäre" : "gemeinsame Projekte wären"} schon durch Zufall und Aktivität in gleichen Themen zu erwarten; erfasst ist keines.`,
      en: `About ${n.en} joint ${isOne ? "project" : "projects"} would be expected from chance and activity in the same topics alone; none is recorded.`,
    });
  }
  if (pair.topics.length > 0) {
    const topics = topicList(snapshot, pair.topics);
    reasons.push({
      de: `Beide arbeiten an ähnlichen Themen: ${topics.de}.`,
      en: `Both work on similar topics: ${topics.en}.`,
    });
  }
  if (pair.distanceKm < NEAR_KM) {
    const km = whole(pair.distanceKm);
    reasons.push({
      de: `Liegt nah beieinander: ${km.de} km (geringer Einfluss).`,
      en: `Close to each other: ${km.en} km (minor influence).`,
    });
  }
  const missing = missingTerms(pair);
  if (missing.length > 0) reasons.push(missingReason(missing));
  return reasons;
}

function liftReason({ lift }: PairOfActors): Sentence {
  if (lift.class === "base") {
    return {
      de: "Aus den Verbindungen folgt nicht mehr als Zufall; der Vorschlag ist ein Versuch.",
      en: "The ties say no more than chance; the suggestion is a try.",
    };
  }
  const times = whole(lift.times);
  return {
    de: `Solche Paare fanden früher etwa ${times.de}-mal so oft zusammen wie zufällige.`,
    en: `Pairs like this got together about ${times.en} times as often as random pairs.`,
  };
}

const MISSING_WORDS: Record<PairTerm, Sentence> = {
  partners: { de: "Partner", en: "partners" },
  indirect: { de: "Partner", en: "partners" },
  expected: { de: "Projekte", en: "projects" },
  topics: { de: "Themen", en: "topics" },
  distance: { de: "Ort", en: "place" },
};

function missingReason(missing: readonly PairTerm[]): Sentence {
  const words = new Map(missing.map((term) => [MISSING_WORDS[term].de, MISSING_WORDS[term]]));
  const names = listed([...words.values()]);
  return {
    de: `Nicht erfasst und deshalb als durchschnittlich gewertet: ${names.de}.`,
    en: `Not recorded and therefore counted as average: ${names.en}.`,
  };
}

/** `a` and `b` are the two sides as actor numbers, groups or not. */
export function brokerView(snapshot: Snapshot, broker: Broker, a: number, b: number): BrokerView {
  const side = ({ strength, partners, joint, closest }: BrokerSide) => ({
    strength,
    partners,
    joint,
    closest: closest < 0 ? null : actorRef(snapshot, closest),
  });
  return {
    actor: actorRef(snapshot, broker.actor),
    score: broker.score,
    role: broker.role,
    a: side(broker.a),
    b: side(broker.b),
    topicFit: Number.isNaN(broker.topicFit) ? null : broker.topicFit,
    reasons: brokerReasons(snapshot, broker, a, b),
  };
}

function brokerReasons(snapshot: Snapshot, broker: Broker, a: number, b: number): Sentence[] {
  const [nameA, nameB] = [nameOf(snapshot, a), nameOf(snapshot, b)];
  const reasons: Sentence[] = [];
  if (broker.role === "bridge") {
    reasons.push({
      de: stopped(`Gehört schon zu beiden: ${nameA.de} und ${nameB.de}`),
      en: stopped(`Already belongs to both: ${nameA.en} and ${nameB.en}`),
    });
  } else if (broker.role !== "liaison") {
    const own = broker.role === "representative" ? nameA : nameB;
    reasons.push({
      de: stopped(`Ist Mitglied von ${own.de}`),
      en: stopped(`Is a member of ${own.en}`),
    });
  }
  const parts = [
    sidePart(snapshot, broker.a, a, nameA),
    sidePart(snapshot, broker.b, b, nameB),
  ].filter((part) => part !== null);
  if (parts.length > 0) {
    const both = listed(parts);
    reasons.push({ de: stopped(`Arbeitete ${both.de}`), en: stopped(`Worked ${both.en}`) });
  }
  if (broker.a.joint > 1 && broker.b.joint > 1 && broker.topicFit >= KNOWS_TOPICS) {
    reasons.push({
      de: "Hat mit beiden Seiten mehrfach gearbeitet und kennt beide Themen.",
      en: "Has worked with both sides more than once and knows both topics.",
    });
  }
  return reasons;
}

/** Names may end with a full stop of their own. */
const stopped = (text: string) => (text.endsWith(".") ? text : `${text}.`);

/** Topic fit from which on it is said. */
const KNOWS_TOPICS = 0.3;

function sidePart(
  snapshot: Snapshot,
  { partners, joint, closest }: BrokerSide,
  end: number,
  name: Sentence,
): Sentence | null {
  if (joint === 0) return null;
  const times = whole(joint);
  const often =
    joint === 1 ? { de: "einmal", en: "once" } : { de: `${times.de}-mal`, en: `${times.en} times` };
  if (snapshot.groupOf(end) < 0) {
    return { de: `${often.de} mit ${name.de}`, en: `${often.en} with ${name.en}` };
  }
  const n = whole(partners);
  const most = nameOf(snapshot, closest);
  return {
    de: `${often.de} mit ${partners === 1 ? `${most.de}` : `${n.de} Mitgliedern`} von ${name.de}${partners === 1 ? "" : ` (am engsten mit ${most.de})`}`,
    en: `${often.en} with ${partners === 1 ? `${most.en}` : `${n.en} members`} of ${name.en}${partners === 1 ? "" : ` (closest to ${most.en})`}`,
  };
}
