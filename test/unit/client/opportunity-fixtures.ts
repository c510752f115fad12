/** Small opportunities: groups `a` and `b`, everything that a test does not care about filled in. */
import type {
  BrokerView,
  OpportunityView,
  SuggestedPair,
} from "../../../server/contract/opportunities.ts";
import { actor } from "./path-fixtures.ts";

const sentence = (de: string, en: string) => ({ de, en });

export function opportunity(more: Partial<OpportunityView> = {}): OpportunityView {
  return {
    a: { ...actor("a"), kind: "cluster" },
    b: { ...actor("b"), kind: "house_of" },
    observed: 2,
    expected: 5.2,
    ratio: 0.76,
    gap: 1.3,
    class: "somewhat-less",
    basis: "projects",
    interval: [0.4, 1.1],
    deviation: 2.1,
    breadth: 2,
    feasibility: 0.4,
    rank: 0.5,
    members: { a: 7, b: 5 },
    reasons: [],
    notes: [],
    topics: { shared: [], fromA: [], fromB: [] },
    bridges: [],
    pairs: [],
    brokers: [],
    question: sentence("Warum?", "Why?"),
    omitted: { bridges: 0, pairs: 0 },
    ...more,
  };
}

export function pair(x: string, y: string, more: Partial<SuggestedPair> = {}): SuggestedPair {
  return {
    x: actor(x),
    y: actor(y),
    score: 1,
    lift: "high",
    times: 20,
    reasons: [sentence(`Grund ${x} ${y}`, `Reason ${x} ${y}`)],
    terms: [],
    missing: [],
    commonPartners: 0,
    partners: [],
    topics: [{ id: "software", name: sentence("Programme", "Software") }],
    distanceKm: null,
    expected: null,
    ...more,
  };
}

export function broker(id: string, role: BrokerView["role"]): BrokerView {
  const side = { strength: 1, partners: 2, joint: 3, closest: null };
  return { actor: actor(id), score: 1, role, a: side, b: side, topicFit: null, reasons: [] };
}
