/** What the picture of a pair of groups says: on its lines, below its names, and when something is pointed at. */
import type {
  BrokerView,
  OpportunityView,
  SuggestedPair,
} from "../../server/contract/opportunities.ts";
import type { PairSceneOptions } from "../graph/pair-scene.ts";
import { formatDecimal, formatNumber } from "../i18n/format.ts";
import { pickText } from "../i18n/localised.ts";
import type { Words } from "../records/words.ts";
import type { NameOf } from "./use-scene.ts";

/** Longer topics would cover what they stand on. */
const MOST_LETTERS = 28;
/** In a tooltip; the column beside has them all. */
const MOST_REASONS = 2;
/** From so many on, what is expected is written without decimals. */
const WHOLE_FROM = 10;

type Sentence = { de: string; en: string };

/** All but the form, in the language of `words`. */
export function pairSceneOptions(
  opportunity: OpportunityView,
  name: NameOf,
  words: Words,
): Omit<PairSceneOptions, "form"> {
  const { say, language } = words;
  const sentences = (list: readonly Sentence[]) =>
    list.flatMap((sentence) => pickText(sentence, language)?.text ?? []);
  const [a, b] = [name(opportunity.a), name(opportunity.b)];
  const measured = measuredText(opportunity, words);
  return {
    name,
    members: (count) => say("common:count.members", { count }),
    text: (pair) => pairText(pair, words),
    why: (pair) => [say("pairHint.suggested"), ...sentences(pair.reasons.slice(0, MOST_REASONS))],
    partner: (other) => say("pairHint.partner", { name: name(other) }),
    broker: ({ role, reasons }: BrokerView) => [
      say("pairHint.broker"),
      // Who belongs to both says so already.
      ...(role === "bridge" ? [] : [say(`pairHint.role.${role}`, { a, b })]),
      ...sentences(reasons),
    ],
    bridge: say("pairHint.bridge"),
    measured,
    recorded: recordedText(opportunity, words),
    measuredWhy: [measured, say(`pairHint.measured.${opportunity.basis}`)],
  };
}

/** The rarest thing they share that fits on a line: the topic, else how often such pairs got together. */
export function pairText(
  { topics, lift, times }: SuggestedPair,
  { say, language }: Words,
): string | null {
  const names = topics.flatMap(({ name }) => pickText(name, language)?.text ?? []);
  const topic = names.find((one) => one.length <= MOST_LETTERS);
  if (topic !== undefined) return topic;
  return lift === "base" ? null : say("pairText.times", { times: formatNumber(times, language) });
}

/** „erfasst 20“. */
export function recordedText(
  { observed }: Pick<OpportunityView, "observed">,
  words: Words,
): string {
  const { say, language } = words;
  return observed === 0
    ? say("pairText.noneRecorded")
    : say("pairText.recorded", { observed: formatNumber(observed, language) });
}

/** „erfasst 20, erwartet etwa 25“. */
export function measuredText(
  { observed, expected }: Pick<OpportunityView, "observed" | "expected">,
  { say, language }: Words,
): string {
  const about =
    expected < WHOLE_FROM
      ? formatDecimal(expected, language)
      : formatNumber(Math.round(expected), language);
  return observed === 0
    ? say("pairText.nothing", { expected: about })
    : say("pairText.measured", { observed: formatNumber(observed, language), expected: about });
}
