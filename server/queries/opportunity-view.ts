/** One pair of groups as it is shown. */
import type { OpportunityView } from "../contract/opportunities.ts";
import type { Opportunity } from "../snapshot/opportunity-requests.ts";
import type { ComplementaryTopic } from "../snapshot/opportunity-topics.ts";
import type { Snapshot, Structure } from "../snapshot/snapshot.ts";
import { pairNotes, sharedMembers } from "./opportunity-notes.ts";
import { brokerView, suggestedPair } from "./opportunity-people.ts";
import { openingQuestion, pairReasons } from "./opportunity-words.ts";
import { actorRef, topicName } from "./refs.ts";

const MOST_BRIDGES = 20;

export function opportunityView(
  snapshot: Snapshot,
  found: Opportunity,
  structure: Structure = null,
): OpportunityView {
  const [a, b] = [snapshot.groupActor(found.groupA), snapshot.groupActor(found.groupB)];
  const between = sharedMembers(snapshot, found);
  const bridges = between.slice(0, MOST_BRIDGES);
  const complementary = ({ topic, density }: ComplementaryTopic) => ({
    ...topicName(snapshot, topic),
    density,
  });
  return {
    a: actorRef(snapshot, a),
    b: actorRef(snapshot, b),
    observed: found.observed,
    expected: found.expected,
    ratio: found.ratio,
    gap: found.gap,
    class: found.class,
    basis: found.basis,
    interval: found.interval,
    deviation: Math.sqrt(found.variance),
    breadth: found.breadth,
    feasibility: found.feasibility,
    rank: found.rank,
    members: { a: found.membersA, b: found.membersB },
    reasons: pairReasons(snapshot, found),
    notes: pairNotes(snapshot, found, structure),
    topics: {
      shared: found.topics.shared.map((topic) => topicName(snapshot, topic)),
      fromA: found.topics.fromA.map(complementary),
      fromB: found.topics.fromB.map(complementary),
    },
    bridges: bridges.map((actor) => actorRef(snapshot, actor)),
    pairs: found.pairs.map((pair) => suggestedPair(snapshot, pair)),
    brokers: found.brokers.map((broker) => brokerView(snapshot, broker, a, b)),
    question: openingQuestion(snapshot, found),
    omitted: {
      bridges: between.length - bridges.length,
      pairs: found.omittedPairs,
    },
  };
}
