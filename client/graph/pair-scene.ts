/**
 * Two groups that could work together more: actors of the one and of the other who could start, who belongs to both,
 * who could introduce them, and what they have in common already. Pure: the same answer gives the same picture.
 */
import type { ActorRef } from "../../server/contract/actor.ts";
import type {
  BrokerView,
  OpportunityView,
  SuggestedPair,
} from "../../server/contract/opportunities.ts";
import type { Margins } from "./camera.ts";
import { castOf, type PairActors, withoutGroups } from "./pair-cast.ts";
import { ACTOR_RADIUS, type PairForm, type PairPlaces, pairPlaces } from "./pair-places.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { edgeOf, pairId, type SceneOptions } from "./scene-options.ts";

export interface PairSceneOptions extends SceneOptions {
  form: PairForm;
  /** Written below the name of a group: how many belong to it. */
  members(count: number): string;
  /** Written on a suggested pair, short; `null` where there is nothing to say. */
  text(pair: SuggestedPair): string | null;
  /** Sentences: why the pair is suggested. */
  why(pair: SuggestedPair): readonly string[];
  /** Said of an actor: with whom it is suggested. */
  partner(other: ActorRef): string;
  /** Said of who could introduce the two. */
  broker(broker: BrokerView): readonly string[];
  /** Said of who belongs to both. */
  bridge: string;
  /** Recorded and expected, short. */
  measured: string;
  /** Only the recorded, where there is no room for both. */
  recorded: string;
  /** The same as a sentence. */
  measuredWhy: readonly string[];
}

/** Room for the names of those at the border, and for the lines that bend outwards. */
const MARGINS_PX: Readonly<Record<PairForm, Margins>> = {
  wide: { left: 48, right: 48, top: 56, bottom: 70 },
  high: { left: 96, right: 196, top: 56, bottom: 56 },
  small: { left: 24, right: 24, top: 14, bottom: 56 },
};
export function pairScene(answer: OpportunityView, options: PairSceneOptions): Scene {
  const opportunity = withoutGroups(answer);
  const { a, b } = opportunity;
  const cast = castOf(opportunity);
  const ids = (actors: readonly ActorRef[]) => actors.map(({ id }) => id);
  const places = pairPlaces(
    {
      a: ids(cast.a),
      b: ids(cast.b),
      bridges: ids(cast.bridges),
      outside: ids(cast.outside),
    },
    options.form,
  );
  const said = wordsOf(opportunity, cast, options);
  const actorNode = (actor: ActorRef, parent: string | null): SceneNode => {
    const place = places.actors.get(actor.id) ?? { x: 0, y: 0, labelSide: "below" };
    const isBroker = opportunity.brokers.some((broker) => broker.actor.id === actor.id);
    return {
      ...plainNode(actor, options),
      ...place,
      r: ACTOR_RADIUS[options.form],
      role: "actor",
      parent,
      weight: 0,
      hint: said.get(actor.id)?.join("\n") ?? "",
      ...(isBroker ? { mark: "broker" } : {}),
      // In a small picture a name appears when its actor is pointed at.
      ...(options.form === "small" ? { isNamed: false } : {}),
    };
  };
  const groupNode = (group: ActorRef, which: "a" | "b"): SceneNode => {
    const count = memberCount(opportunity, which);
    return {
      ...plainNode(group, options),
      ...places[which],
      role: "hull",
      parent: null,
      weight: count,
      note: options.members(count),
      hint: [options.members(count), ...options.measuredWhy].join("\n"),
      labelSide: options.form === "high" && which === "a" ? "above" : "below",
      isNamed: true,
    };
  };
  return {
    nodes: [
      groupNode(a, "a"),
      groupNode(b, "b"),
      ...cast.a.map((actor) => actorNode(actor, a.id)),
      ...cast.b.map((actor) => actorNode(actor, b.id)),
      ...[...cast.bridges, ...cast.outside].map((actor) => actorNode(actor, null)),
    ],
    edges: [
      ribbonOf(opportunity, places.ribbonRise, options),
      ...belongings(cast.bridges, opportunity, places, options),
      ...introductions(opportunity, options),
      ...suggestions(opportunity, places, options),
    ],
    margins: MARGINS_PX[options.form],
  };
}

/** Members of one group only, and those that belong to both. */
function memberCount({ members, bridges, omitted }: OpportunityView, which: "a" | "b"): number {
  return members[which] + bridges.length + omitted.bridges;
}

/** What is said of each actor, by id. */
function wordsOf(
  { pairs, brokers }: OpportunityView,
  cast: PairActors,
  options: PairSceneOptions,
): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  const add = (id: string, lines: readonly string[]) => {
    said.set(id, [...(said.get(id) ?? []), ...lines]);
  };
  for (const { id } of cast.bridges) add(id, [options.bridge]);
  for (const { x, y } of pairs) {
    add(x.id, [options.partner(y)]);
    add(y.id, [options.partner(x)]);
  }
  for (const broker of brokers) add(broker.actor.id, options.broker(broker));
  return said;
}

function plainNode(
  actor: ActorRef,
  { name }: SceneOptions,
): Pick<SceneNode, "id" | "label" | "short" | "kind" | "faded"> {
  const label = name(actor);
  return { id: actor.id, label, short: ownShort(label), kind: actor.kind, faded: false };
}

/** The abbreviation that a name carries itself: „TUM“ of „Technische Universität München (TUM)“. */
function ownShort(name: string): string | null {
  return /\s\((?<short>[^()\s]{2,12})\)$/u.exec(name)?.groups?.short ?? null;
}

/** What the two have in common already. */
function ribbonOf(
  { a, b, observed, bridges }: OpportunityView,
  rise: number,
  { form, measured, recorded, measuredWhy }: PairSceneOptions,
): SceneEdge {
  return edgeOf(a.id, b.id, "ribbon", observed, {
    text: form === "high" && bridges.length > 0 ? recorded : measured,
    hint: measuredWhy.join("\n"),
    rise: seenFrom(a.id, b.id, rise),
  });
}

function belongings(
  bridges: readonly ActorRef[],
  groups: { a: ActorRef; b: ActorRef },
  { belongingRise }: PairPlaces,
  { bridge }: PairSceneOptions,
): SceneEdge[] {
  return bridges.flatMap(({ id }) =>
    (["a", "b"] as const).map((which) =>
      edgeOf(id, groups[which].id, "membership", 1, {
        pattern: "solid",
        hint: bridge,
        rise: seenFrom(id, groups[which].id, belongingRise(id)[which]),
      }),
    ),
  );
}

/** The picture sees each curve from the smaller id. */
function seenFrom(from: string, to: string, rise: number): number {
  return from < to || rise === 0 ? rise : -rise;
}

/** From who introduces to both groups; inside its own one it needs no line. */
function introductions(
  { a, b, brokers, bridges }: OpportunityView,
  { broker: why }: PairSceneOptions,
): SceneEdge[] {
  return brokers.flatMap((broker) => {
    const { actor, role } = broker;
    if (role === "bridge" && bridges.some(({ id }) => id === actor.id)) return [];
    const groups = { bridge: [a, b], representative: [b], gatekeeper: [a], liaison: [a, b] }[role];
    return groups.map((group) =>
      edgeOf(actor.id, group.id, "membership", 1, {
        pattern: "dotted",
        hint: why(broker).join("\n"),
      }),
    );
  });
}

function suggestions(
  { pairs }: OpportunityView,
  { actors, rungRise }: PairPlaces,
  options: PairSceneOptions,
): SceneEdge[] {
  const edges = new Map<string, SceneEdge>();
  for (const pair of pairs) {
    const text = options.form === "small" ? null : options.text(pair);
    const [x, y] = [pair.x.id, pair.y.id];
    const id = pairId(x, y);
    if (edges.has(id)) continue;
    const rise = rungRise((actors.get(y)?.y ?? 0) - (actors.get(x)?.y ?? 0));
    edges.set(
      id,
      edgeOf(x, y, "link", 1, {
        pattern: "dashed",
        rise: seenFrom(x, y, rise),
        hint: options.why(pair).join("\n"),
        ...(text === null ? {} : { text }),
      }),
    );
  }
  return [...edges.values()];
}
